"""The words that only offline copies carry."""

from __future__ import annotations

import tomllib
from datetime import date, timedelta

from publish import ROOT
from publish.site.source_list import day

NEWER = (
    "Salinan yang lebih baru ada di situs panduan ini, halaman “Simpan panduan”. "
    "Tidak tahu alamatnya? Tanyakan kepada orang yang mengirim berkas ini."
)
FRESH = timedelta(days=180)
"""Time after which telephone numbers and rules may have changed."""
LIGHT = (
    "<p>Ini salinan ringan: semua halaman dan pertanyaan ada, tetapi NIK tidak diperiksa di sini. "
    "Salinan yang memeriksa NIK bernama nomor-kpj.html, dari halaman “Simpan panduan” yang sama.</p>"
)
UNPACK = (
    '<p class="copy-unpack">Kalau halaman ini tampak polos atau tautannya tidak jalan, '
    "ekstrak dulu seluruh berkas zip, lalu buka lagi buka-saya.html dari folder hasilnya.</p>"
)
STATIC = (
    '<p data-when="static" hidden>Pemeriksa NIK ada di dalam salinan ini dan jalan tanpa internet. '
    '<button type="button" data-load>Mulai pemeriksa NIK</button></p>'
)
CALL = "Sebelum menelepon"
LOADING = "Menyiapkan pemeriksa NIK. Anda tidak perlu menunggu: isi saja dulu."
FAILED = (
    "Pemeriksa NIK tidak bisa dimulai di sini. Pertanyaan dan rencana di atas tetap lengkap. "
    "Kalau berkas ini rusak di jalan, minta dikirim ulang."
)
MISREAD = (
    "<span data-misread hidden>Pemeriksa NIK tidak bisa dimulai karena berkas ini dibuka langsung dari internet "
    "atau di dalam aplikasi lain. "
    "Simpan dulu berkas ini, lalu buka dari penyimpanan dengan browser, misalnya Chrome. "
    "Kalau sudah, minta berkasnya dikirim ulang. Pertanyaan dan rencana di atas tetap lengkap.</span>"
)
"""For the single file, where its bytes are lost because it was read in another encoding than its own."""
NO_INDEX = '<meta name="robots" content="noindex">'
"""A copy is no page of the web: search engines are to name the page that it was made from."""
ALONE = (
    "Pemeriksaan lengkap tidak jalan di sini, karena JavaScript mati. "
    "Buka berkas ini di browser, misalnya Chrome."
)
FIELD = '<p><a href="../../mulai/#nomor-apa">Tempel nomor itu di halaman Mulai mencari</a>.</p>'
HERE = f"<p>Anda sedang membaca salinannya. {NEWER}</p>"
UNOFFICIAL = (
    "<p>Panduan ini tidak resmi dan tidak mewakili BPJS Ketenagakerjaan. "
    "Semua layanan lembaga itu gratis.</p>"
)


def made() -> date:
    """Return the date of the copies: the newest day on which a fact was checked.

    Not the clock, so that two builds of one commit are the same bytes; and it is the day
    a reader wants to know, the one up to which the numbers were looked after.
    """
    facts = tomllib.loads((ROOT / "helper/data/facts.toml").read_text(encoding="utf-8-sig"))
    newest: date = max(fact["checked"] for fact in facts.values())
    return newest


def old(when: date) -> str:
    """Return the words of a copy made on a day that show when it has grown old (passed-dates.js)."""
    return (
        f'<p class="notice" data-old data-after="{when + FRESH}" hidden>Salinan ini sudah lebih dari setengah tahun. '
        f"Nomor telepon dan aturan mungkin sudah berubah, jadi periksa dulu sebelum dipakai. {NEWER}</p>"
    )


def stamp(when: date) -> str:
    """Return the line that dates a copy."""
    return (
        f'<p data-made="{when}">Salinan ini memuat keadaan per <time datetime="{when}">{day(when)}</time>. '
        f"Nomor telepon dan aturan bisa berubah sesudahnya. {NEWER}</p>"
    )
