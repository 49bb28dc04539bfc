"""The words that only offline copies carry."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

from publish.sources import day

ROOT = Path(__file__).parents[2]
NEWER = (
    "Salinan yang lebih baru ada di situs panduan ini, halaman “Simpan panduan”. "
    "Tidak tahu alamatnya? Tanyakan kepada orang yang mengirim berkas ini."
)
OLD = (
    '<p class="notice" data-old hidden>Salinan ini sudah lebih dari setengah tahun. '
    f"Nomor telepon dan aturan mungkin sudah berubah, jadi periksa dulu sebelum dipakai. {NEWER}</p>"
)
LIGHT = (
    "<p>Ini salinan ringan: semua halaman dan pertanyaan ada, tetapi NIK tidak diperiksa di sini. "
    "Salinan yang memeriksa NIK bernama nomor-kpj.html, dari halaman “Simpan panduan” yang sama.</p>"
)
UNPACK = (
    '<p class="copy-unpack">Kalau halaman ini tampak polos atau tautannya tidak jalan, '
    "ekstrak dulu seluruh berkas zip, lalu buka lagi buka-saya.html dari folder hasilnya.</p>"
)
STATIC = (
    '<p data-when="static">Pemeriksa NIK ada di dalam salinan ini dan jalan tanpa internet. '
    '<button type="button" data-load>Mulai pemeriksa NIK</button></p>'
)
CALL = "Sebelum menelepon: jam, biaya, dan yang ditanyakan"
LOADING = "Menyiapkan pemeriksa NIK. Anda tidak perlu menunggu: jawab saja."
FAILED = (
    "Pemeriksa NIK tidak bisa dimulai di sini. Pertanyaan dan rencana di bawah tetap lengkap. "
    "Kalau berkas ini rusak di jalan, minta dikirim ulang."
)
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
    facts = tomllib.loads((ROOT / "helper/data/facts.toml").read_text(encoding="utf-8"))
    newest: date = max(fact["checked"] for fact in facts.values())
    return newest


def stamp(when: date) -> str:
    """Return the line that dates a copy."""
    return (
        f'<p data-made="{when}">Salinan ini memuat keadaan per <time datetime="{when}">{day(when)}</time>. '
        f"Nomor telepon dan aturan bisa berubah sesudahnya. {NEWER}</p>"
    )
