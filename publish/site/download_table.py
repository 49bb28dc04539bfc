"""The table of the page that offers the copies: which to take, how large, how to check."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from helper.view import escape

FULL, LIGHT, ZIP = "nomor-kpj.html", "nomor-kpj-ringan.html", "nomor-kpj-offline.zip"
PAGE = "unduh"
NOT_YET = (
    "<div data-downloads data-search-exclude>"
    "<p>Berkas salinannya belum dibuat di sini. Pengelola membuatnya dengan perintah <code>make build</code>.</p></div>"
)
WHAT = {
    FULL: ("HP Android atau komputer", "Satu berkas: seluruh panduan, pencarian, dan pemeriksa NIK. Buka dengan browser, misalnya Chrome."),
    LIGHT: ("iPhone, atau HP yang penyimpanannya hampir penuh", "Satu berkas: seluruh panduan dan semua pertanyaan, tanpa pencarian dan pemeriksa NIK."),
    ZIP: ("Komputer bersama, misalnya di kantor desa atau serikat", "Satu folder: ekstrak dulu, lalu buka buka-saya.html."),
}  # fmt: skip
CHECK = """<details><summary>Memastikan berkasnya utuh</summary>
<p>Setiap berkas punya sidik SHA-256. Kalau satu huruf saja berbeda, berkas itu rusak atau sudah diubah orang.</p>
<ul>{sums}</ul>
<p>Di Windows, buka Command Prompt, ketik <code>certutil -hashfile nomor-kpj.html SHA256</code>, lalu bandingkan hasilnya.
Di Linux dan Mac, ketik <code>shasum -a 256 nomor-kpj.html</code>.</p></details>"""


def size(count: int) -> str:
    """Return a number of bytes in Indonesian figures: `294 KB`, `2,4 MB`."""
    return f"{count / 1e6:.1f} MB".replace(".", ",") if count >= 1e6 else f"{count / 1e3:.0f} KB"


def table(made: Mapping[str, bytes]) -> str:
    """Return the table of these copies, file name -> bytes; links are from the page that holds it."""
    rows = "".join(
        f'<tr><th scope="row" data-label="Untuk">{escape(WHAT[name][0])}</th>'
        f'<td data-label="Berkas" data-lone><a href="{name}" download>{name}</a></td>'
        f'<td data-label="Ukuran">{size(len(content))}</td><td data-label="Isi">{escape(WHAT[name][1])}</td></tr>'
        for name, content in made.items()
    )
    sums = "".join(
        f"<li>{name}<br><code>{hashlib.sha256(content).hexdigest()}</code></li>"
        for name, content in made.items()
    )
    heads = "".join(f'<th scope="col">{text}</th>' for text in ("Untuk", "Berkas", "Ukuran", "Isi"))
    return (
        f"<div data-downloads><table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        f"{CHECK.format(sums=sums)}</div>"
    )
