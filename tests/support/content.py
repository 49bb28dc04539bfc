"""A small made-up content tree, complete and right, for tests that break it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

TODAY = date(2026, 11, 22)

FACTS = """\
# Fakta

[call]
value = "177"
label = "Telepon"
kind = "phone"
source = ["S1", "S2"]
checked = 2026-11-20
review = 2027-02-22
confidence = "high"

[surel]
value = "tanya@contoh.go.id"
label = "Email"
kind = "email"
source = ["S1"]
checked = 2026-11-21
review = 2027-02-23
confidence = "high"

[situs]
value = "www.contoh.go.id"
href = "https://www.contoh.go.id/"
label = "Situs"
kind = "url"
source = ["S2"]
checked = 2026-11-22
review = 2027-02-24
confidence = "medium"
note = "Periksa [lagi] = nanti."

[panjang]
value = "11 angka"
label = "Panjang nomor"
kind = "number"
source = ["S2"]
checked = 2026-11-19
review = 2027-11-22
confidence = "low"
"""

SOURCES = """\
[S1]
name = "Lembaga"
date = "2026"
kind = "agency"

[S2]
name = "Koran"
title = "Cara bertanya"
date = "tanpa tanggal"
url = "https://koran.example/1"
kind = "press"
"""

FLOW = '''\
start = "punya"

[question.punya]
text = "Apa yang Anda punya?"
hint = "Pilih satu."

[[question.punya.answer]]
id = "kartu"
text = "Kartu"
goto = "baca"

[[question.punya.answer]]
id = "tidak-ada"
text = "Tidak ada"
hint = "Atau tidak tahu."
goto = "kerja"

[question.kerja]
text = "Apakah Anda bekerja?"

[[question.kerja.answer]]
id = "ya"
text = "Ya"
goto = "tanya"

[[question.kerja.answer]]
id = "entah"
text = "Saya tidak tahu"
goto = "baca"

[outcome.baca]
title = "Baca kartu"
page = "metode/kartu"
calm = "Nomornya ada di kartu."
first = ["Cari {{ panjang }}."]
fallback = []
bring = []
say = []
avoid = ["Jangan kirim foto kartu."]
links = ["situasi/hilang"]

[outcome.tanya]
title = "Tanya HRD"
page = "situasi/hilang"
calm = "HRD biasanya punya datanya."
first = [
  "Salin pesan.",
  "Kirim ke HRD.",
]
fallback = ["Telepon {{ call }}."]
bring = ["KTP"]
say = ["hrd"]
contact = "telepon"
avoid = []
links = ["metode/kartu"]
check_nik = true

[contact.telepon]
Nomor = "{{ call }}"
"Sesudah itu" = "Catat nomornya."

[text.hrd]
label = "Pesan untuk HRD"
body = """
Selamat pagi.
Nama saya ……
Terima kasih.
"""

[pages]
"metode/kartu" = "Kartu"
"situasi/hilang" = "Kartu hilang"
'''

META = """\
---
title: {title}
description: Halaman contoh. Cukup panjang bagi hasil pencarian tentang {title}.
checked: 2026-11-22
review: 2027-05-22
---
"""

PAGES = {
    "index.md": """\
# Temukan nomor Anda

Nomornya {{ panjang }}.

{{ pertanyaan-pertama }}

Lihat [cara membaca kartu](metode/kartu.md#langkah) atau [tanya jawab](faq.md).
Buka [mulai](mulai.md#jawab.tidak-ada.ya) dan [periksa NIK](mulai.md#cek-nik).
""",
    "mulai.md": "# Pembantu\n\n{{ mulai }}\n",
    "sumber.md": "# Sumber\n\n{{ tabel-sumber }}\n",
    "unduh.md": "# Simpan panduan\n\n{{ tabel-unduhan }}\n",
    "faq.md": """\
# Tanya jawab

## Apakah nomor KPJ 16 angka?

Bukan, itu NIK.
Kembali ke [awal](index.md), atau ke [atas](#apakah-nomor-kpj-16-angka).

## Yang sering keliru

Nomor KPJ terdiri dari 16 angka.

### Menelepon {{ call }}

Tulis email ke {{ surel }} atau buka {{ situs }}.
""",
    "metode/index.md": "# Cara\n\n[Kartu](kartu.md)\n",
    "metode/kartu.md": """\
# Baca kartu

{{ gambar: kartu }}

## Langkah

1. Cari {{ panjang }}.

## Yang disiapkan

Kartu.

## Kalau gagal

Kartu hilang: baca [kartu hilang](../situasi/hilang.md).

## Tambahan

Menurut [tanya jawab](../faq.md#menelepon-177), telepon juga bisa.

## Kapan dipakai

Kartu ada.
""",
    "situasi/hilang.md": """\
# Kartu hilang

## Urutan cara

1. Baca [kartu](../metode/kartu.md).

{{ teks: hrd }}

## Yang disiapkan

KTP.

## Yang perlu Anda tahu

Tenang.

## Jangan

Jangan panik.

## Kalau masih buntu

Ke [mulai](../mulai.md).
""",
}


MOVED = '[moved]\n"kartu" = "metode/kartu"\n'
ANSWERS = "# Terbit\nkartu\ntidak-ada\ntidak-ada.ya\ntidak-ada.entah\n"
PUBLISHED = "# Terbit\nfaq\nkartu\nmetode\nmetode/kartu\n"
MENU = """\
site_name: Panduan
site_url: https://panduan.example/
strict: true
hooks: [hooks.py]
theme:
  name: material
  custom_dir: publish/site/theme
  language: id
  font: false
copyright: Tidak resmi.
plugins: []
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - tables
  - toc: { toc_depth: 3 }
nav:
""" + "".join(f"  - {path}\n" for path in PAGES)
SYNONYMS = """\
stop = ["ada", "apa"]

[spelling]
"jamsostek" = ["jamsotek", "astek"]
"bpjs" = ["bpj"]

[meaning]
cari = ["cari", "temu"]

[roots]
cek = ["dicek"]
"""
PLAINER = """\
[kantor]
"melalui" = "lewat"

[singkatan]
"yg" = "yang"

[ejaan]
"trampil" = "terampil"

[kecuali]
"menu Download" = "nama menu"
"""
TERMS = """\
[singkatan]
BPJS = ""
HRD = "bagian yang mengurus pekerja"

[kata]
unduhan = ""
"""
CLAIMS = """\
[[claim]]
words = ["JHT Mobile"]
why = "Namanya Jamsostek Mobile."
say = "Tulis JMO."
"""
PICTURE = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" aria-labelledby="kartu-title kartu-desc">
  <title id="kartu-title">Kartu</title>
  <desc id="kartu-desc">Nomor di bawah NIK.</desc>
  <path d="M1 1h7v7z"/>
</svg>
"""
DIRECT = """\
guesses = ["situasi/hilang", "faq"]

[[direct]]
text = "Baca angkanya"
to = "metode/kartu#langkah"
asked = ["baca kartu"]

[[direct]]
text = "Telepon {{ call }}"
to = "tel:{{ call }}"
asked = ["telepon"]
without = ["email"]
"""
QUESTIONS = """\
[[question]]
asked = "nomornya di mana"
page = "metode/kartu"
anchor = "langkah"

[more]
"faq" = ["tanya apa saja"]
"faq#yang-sering-keliru" = ["apa yang keliru"]
"""


def write(root: Path) -> None:
    """Write the tree under a root; it has no problem on TODAY."""
    files = {
        "helper/data/facts.toml": FACTS,
        "helper/data/sources.toml": SOURCES,
        "helper/data/flow.toml": FLOW,
        "docs/assets/gambar/kartu.svg": PICTURE,
        "mkdocs.yml": MENU,
        "hooks.py": "",
        "publish/site/theme/main.html": "",
        "publish/site/search/synonyms.toml": SYNONYMS,
        "publish/site/search/direct.toml": DIRECT,
        "docs-maintainer/questions.toml": QUESTIONS,
        "publish/content/language/plainer.toml": PLAINER,
        "publish/content/language/terms.toml": TERMS,
        "publish/content/checks/forbidden.toml": CLAIMS,
        "publish/content/moved.toml": MOVED,
        "publish/content/published.txt": PUBLISHED,
        "publish/content/published_answers.txt": ANSWERS,
        **{f"docs/{path}": META.format(title=path[:-3]) + text for path, text in PAGES.items()},
    }
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
