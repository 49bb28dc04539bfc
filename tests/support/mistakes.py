"""Mistakes that people make in the content, one real edit each, and all that the checks must then say."""

from __future__ import annotations

from typing import NamedTuple

from tests.support import content

FACTS, SOURCES, FLOW = (f"helper/data/{name}.toml" for name in ("facts", "sources", "flow"))
CARD, LOST, FAQ, HOME = "docs/metode/kartu.md", "docs/situasi/hilang.md", "docs/faq.md", "docs/index.md"
MENU = "mkdocs.yml"
DIRECT, QUESTIONS = "publish/site/search/direct.toml", "docs-maintainer/questions.toml"
PICTURE = "docs/assets/gambar/kartu.svg"
MOVED, PUBLISHED = "publish/content/moved.toml", "publish/content/published.txt"
SYNONYMS = "publish/site/search/synonyms.toml"
PLAINER, TERMS = (f"publish/content/language/{name}.toml" for name in ("plainer", "terms"))
CLAIMS = "publish/content/checks/forbidden.toml"
TOLD = "description: Halaman contoh. Cukup panjang bagi hasil pencarian tentang faq."


class Found(NamedTuple):
    """What must be found: on the line that holds `at` (or line `at`), with all of `words` in its text."""

    file: str
    at: str | int
    words: tuple[str, ...]


class Case(NamedTuple):
    """One mistake: in `file`, `old` becomes `new`; `found` is all that the checks then say."""

    name: str
    file: str
    old: str
    new: str
    found: tuple[Found, ...]


def case(
    name: str, file: str, old: str, new: str, at: str | int, *words: str, also: tuple[Found, ...] = ()
) -> Case:
    """Return a case whose mistake is found in the file that was edited."""
    return Case(name, file, old, new, (Found(file, at, words), *also))


LOOSE = Found("docs/assets/gambar/kartu.svg", 1, ('"kartu" tidak dipakai',))
UNUSED = Found(FACTS, "[surel]", ('"surel" tidak dipakai',))

# fmt: off
# case(name, file, text that stands there, text of the mistake, line found or text on it, words of the message…)
FACT_CASES = (
    case("unclosed string", FACTS, 'value = "177"', 'value = "177', 4, "tidak bisa dibaca", "tanda kutip"),
    case("missing equals", FACTS, 'label = "Email"', 'label "Email"', 'label "Email"', "tanda = tidak ada"),
    case("key twice", FACTS, 'label = "Email"', 'label = "Email"\nlabel = "E"', 'label = "E"', "dua kali"),
    case("table twice", FACTS, "[surel]", "[call]", 12, "nama tabel yang sama"),
    case("unclosed list", FACTS, '["S1", "S2"]', '["S1", "S2"', "checked = 2026-11-20", "daftar belum ditutup"),
    case("impossible date", FACTS, "2026-11-20", "2026-11-31", "2026-11-31", "tidak ada di kalender"),
    case("missing label", FACTS, 'label = "Email"\n', "", "[surel]", '"label" tidak ada di [surel]', "label ="),
    case("empty value", FACTS, 'value = "11 angka"', 'value = " "', 'value = " "', '"value" di [panjang] kosong'),
    case("misspelt key", FACTS, "note =", "noet =", "noet", '"noet"', "Mungkin maksudnya note."),
    case("date as text", FACTS, "checked = 2026-11-20", 'checked = "2026-11-20"', '"2026-11-20"', "salah jenis"),
    case("number as value", FACTS, 'value = "177"', "value = 177", "value = 177", "salah jenis", 'value = "…"'),
    case("no source", FACTS, 'source = ["S1"]', "source = []", "source = []", '"source" di [surel] kosong'),
    case("unknown kind", FACTS, '"number"', '"nomor"', '"nomor"', 'kind = "nomor"', "number"),
    case("unknown confidence", FACTS, '"low"', '"sedang"', '"sedang"', "high, medium, low"),
    case("unknown source", FACTS, '["S1"]', '["S9"]', '["S9"]', 'Sumber "S9" tidak ada', "sources.toml"),
    case("checked tomorrow", FACTS, "checked = 2026-11-22", "checked = 2026-11-23", "2026-11-23", "belum terjadi"),
    case("review before", FACTS, "review = 2027-02-24", "review = 2026-11-22", "review = 2026-11-22", "tidak sesudah"),
    case("no phone", FACTS, '"177"', '"nomor 177"', '"nomor 177"', "bukan nomor telepon", also=(
        Found(CARD, "menelepon-177", ('"#menelepon-177" tidak ada', "Mungkin maksudnya menelepon-nomor-177")),
    )),
    case("no e-mail", FACTS, "tanya@contoh.go.id", "tanya.contoh.go.id", "tanya.contoh", "bukan alamat email"),
    case("no address", FACTS, 'href = "https://', 'href = "http://', "http://", "bukan alamat yang bisa dibuka"),
    case("href of a number", FACTS, 'kind = "number"', 'kind = "number"\nhref = "https://a.example"', "a.example",
         "hanya untuk"),
    case("contact twice", FACTS, '"11 angka"\nlabel = "Panjang nomor"\nkind = "number"',
         '"177"\nlabel = "Panjang nomor"\nkind = "phone"', 33, '"177" sudah ada di fakta call', "{{ call }}", also=(
             Found(FACTS, "review = 2027-11-22", ("terlalu jauh: lebih dari 6 bulan",)),
         )),
    case("marker in a fact", FACTS, '"11 angka"', '"{{ call }}"', '"{{ call }}"', "tidak bisa memuat penanda"),
    Case("unused fact", FAQ, " email ke {{ surel }} atau", "", (UNUSED,)),
    case("unused source", SOURCES, '[S2]\n', '[S3]\nname = "x"\ndate = "x"\nkind = "law"\n\n[S2]\n', "[S3]",
         '"S3" tidak dipakai'),
    case("unknown source kind", SOURCES, '"press"', '"pers"', '"pers"', "Mungkin maksudnya press"),
    case("source without date", SOURCES, 'date = "2026"\n', "", "[S1]", '"date" tidak ada di [S1]'),
    case("source without https", SOURCES, "https://koran", "koran", "koran.example", "bukan alamat"),
)

FLOW_CASES = (
    case("broken flow", FLOW, "[question.kerja]", "[question.kerja", "[question.kerja", "nama tabel belum ditutup"),
    case("unknown goto", FLOW, 'goto = "kerja"', 'goto = "kerjaan"', '"kerjaan"', 'Tujuan "kerjaan" tidak ada',
         "Mungkin maksudnya kerja."),
    case("unknown start", FLOW, 'start = "punya"', 'start = "puny"', 'start = "puny"', "Mungkin maksudnya punya"),
    case("loop", FLOW, 'text = "Saya tidak tahu"\ngoto = "baca"', 'text = "Saya tidak tahu"\ngoto = "punya"',
         'goto = "punya"', "berputar: punya > kerja > punya"),
    case("loop on itself", FLOW, 'text = "Saya tidak tahu"\ngoto = "baca"', 'text = "Saya"\ngoto = "kerja"', 29,
         "kerja > kerja"),
    case("orphan question", FLOW, "[outcome.baca]", """\
[question.sepi]
text = "Siapa?"
[[question.sepi.answer]]
id = "a"
text = "A"
goto = "baca"
[[question.sepi.answer]]
id = "b"
text = "B"
goto = "tanya"

[outcome.baca]""", "[question.sepi]", '"sepi" tidak bisa dicapai', 'goto = "sepi"'),
    case("orphan outcome", FLOW, 'text = "Ya"\ngoto = "tanya"', 'text = "Ya"\ngoto = "baca"', "[outcome.tanya]",
         'Rencana "tanya" tidak bisa dicapai'),
    case("one name for two", FLOW, "[outcome.tanya]", "[outcome.kerja]", "[outcome.kerja]", "juga nama rencana", also=(
        Found(FLOW, 'goto = "tanya"', ('"tanya" tidak ada',)),
    )),
    case("too long", FLOW, 'goto = "kerja"\n', 'goto = "q2"\n' + "".join(
        f'[question.{name}]\ntext = "?"\n'
        f'[[question.{name}.answer]]\nid = "x"\ntext = "X"\ngoto = "{goto}"\n'
        f'[[question.{name}.answer]]\nid = "y"\ntext = "Y"\ngoto = "baca"\n'
        for name, goto in (("q2", "q3"), ("q3", "q4"), ("q4", "q5"), ("q5", "q6"), ("q6", "kerja"))
    ), "[question.kerja]", "7 pertanyaan: punya > q2 > q3", "Paling banyak 6"),
    case("one answer", FLOW, '\n[[question.kerja.answer]]\nid = "entah"\ntext = "Saya tidak tahu"\ngoto = "baca"\n',
         "", "[question.kerja]", "punya 1 jawaban"),
    case("answer twice", FLOW, 'id = "entah"', 'id = "ya"', 27, 'Jawaban "ya" ada dua kali'),
    case("answer with capitals", FLOW, 'id = "entah"', 'id = "Saya Entah"', '"Saya Entah"', 'Tulis "saya-entah"'),
    case("question with an underscore", FLOW, "[question.kerja]", "[question.kerja_kah]", "[question.kerja_kah]",
         'Tulis "kerja-kah"', also=(
             Found(FLOW, "[[question.kerja.answer]]", ('"kerja" tidak punya text', "Mungkin maksudnya kerja_kah.")),
         )),
    case("answer without goto", FLOW, 'text = "Saya tidak tahu"\ngoto = "baca"', 'text = "Saya tidak tahu"', 26,
         '"goto" tidak ada di [question.kerja.answer]'),
    case("no calm", FLOW, 'calm = "Nomornya ada di kartu."\n', "", "[outcome.baca]", '"calm" tidak ada'),
    case("empty title", FLOW, 'title = "Baca kartu"', 'title = ""', 'title = ""', '"title" di [outcome.baca] kosong'),
    case("empty first", FLOW, 'first = ["Cari {{ panjang }}."]', "first = []", "first = []", '"first"', "kosong"),
    case("one step as text", FLOW, 'first = ["Cari {{ panjang }}."]', 'first = "Cari {{ panjang }}."', 'first = "Cari',
         "salah jenis", 'first = ["…", "…"]'),
    case("flag as text", FLOW, "check_nik = true", 'check_nik = "ya"', 'check_nik = "ya"', "true atau false"),
    case("unknown page", FLOW, 'page = "metode/kartu"', 'page = "metode/kartuu"', '"metode/kartuu"',
         "Mungkin maksudnya metode/kartu."),
    case("unknown link", FLOW, 'links = ["metode/kartu"]', 'links = ["metode/kertas"]', '"metode/kertas"',
         'Halaman "metode/kertas" tidak ada'),
    case("unknown text", FLOW, 'say = ["hrd"]', 'say = ["hdr"]', 'say = ["hdr"]', 'Teks "hdr"', "Mungkin maksudnya hrd."),
    case("unused text", FLOW, "[text.hrd]", '[text.lain]\nlabel = "x"\nbody = "x"\n\n[text.hrd]', "[text.lain]",
         '"lain" tidak dipakai'),
    case("unknown contact", FLOW, 'contact = "telepon"', 'contact = "telepn"', 'contact = "telepn"',
         'Kotak kontak "telepn" tidak ada', "Mungkin maksudnya telepon."),
    case("empty row of a contact", FLOW, '"Sesudah itu" = "Catat nomornya."', '"Sesudah itu" = ""', '"Sesudah itu"', "kosong"),
    case("phone in a contact", FLOW, '"Catat nomornya."', '"Telepon 177 lagi."', "Telepon 177", 'Kontak "177"', "{{ call }}"),
    case("unknown fact in a step", FLOW, '"Salin pesan."', '"Salin {{ pajang }}."', "{{ pajang }}",
         'Fakta "pajang" tidak ada', "Mungkin maksudnya panjang."),
    case("picture in a step", FLOW, '"Kirim ke HRD."', '"{{ gambar: kartu }}"', "gambar", "hanya boleh di halaman"),
    case("unclosed in a step", FLOW, '"Telepon {{ call }}."', '"Telepon {{ call."', "{{ call.", "belum ditutup"),
    case("phone in a step", FLOW, '"Kirim ke HRD."', '"Telepon 177."', "Telepon 177", 'Kontak "177"', "{{ call }}"),
    case("e-mail in a text", FLOW, "Selamat pagi.", "Kepada lain@contoh.go.id", "lain@", "diketik langsung", "Catat dulu"),
    case("address in a hint", FLOW, '"Atau tidak tahu."', '"Lihat contoh.go.id."', "contoh.go.id", '"contoh.go.id"'),
    case("unknown picture of an answer", FLOW, 'text = "Kartu"\n', 'text = "Kartu"\npicture = "kartuu"\n', 'picture = "kartuu"',
         'Gambar kecil "kartuu" tidak ada', "docs/assets/tanda/kartuu.svg"),
    case("blank of underscores", FLOW, "Nama saya ……", "Nama saya ____", "____", "tidak seragam", "……"),
    case("blank of dots", FLOW, "Nama saya ……", "Nama saya .....", ".....", '"....."'),
    case("blank in brackets", FLOW, "Terima kasih.", "Salam, [nama]", "[nama]", '"[nama]"'),
    case("half a blank", FLOW, "Nama saya ……", "Nama saya …", "Nama saya …", '"…"'),
    case("label missing", FLOW, '"situasi/hilang" = "Kartu hilang"\n', "", 'links = ["situasi/hilang"]',
         "belum punya nama di [pages]", also=(Found(FLOW, 'page = "situasi/hilang"', ("belum punya nama",)),)),
    case("label of no page", FLOW, '"metode/kartu" = "Kartu"', '"metode/kartu" = "Kartu"\n"tip" = "Tips"', '"tip"',
         'Halaman "tip" tidak ada di docs'),
    case("no pages", FLOW, '[pages]\n"metode/kartu" = "Kartu"\n"situasi/hilang" = "Kartu hilang"\n', "", 1,
         '"pages" tidak ada', "Tulis [pages]"),
    case("no texts", FLOW, 'start = "punya"\n', 'start = "punya"\nquestion = 1\n', 4, "dua kali"),
    case("claim in a step", FLOW, '"Salin pesan."', '"Buka JHT Mobile."', "JHT Mobile", "Jamsostek Mobile"),
    case("page of no plan", FLOW, 'page = "metode/kartu"', 'page = "faq"', 'page = "faq"', "belum punya nama", also=(
        Found(CARD, 1, ('"metode/kartu" bukan halaman rencana', 'page = "metode/kartu"')),
    )),
    case("unknown part", FLOW, "[text.hrd]", "[txt.x]\n\n[text.hrd]", "[txt.x]", '"txt" di berkas ini', "text"),
)

PAGE_CASES = (
    case("unknown fact", HOME, "{{ panjang }}", "{{ panjng }}", "{{ panjng }}", "Mungkin maksudnya panjang."),
    case("unknown picture", CARD, "gambar: kartu", "gambar: kartuu", "kartuu", 'Gambar "kartuu"', "kartu."),
    case("unknown text", LOST, "teks: hrd", "teks: hrdd", "hrdd", 'Teks "hrdd"', "Mungkin maksudnya hrd."),
    case("unknown block", CARD, "gambar: kartu", "gambr: kartu", "gambr", 'Penanda "gambr:"', "gambar", also=(LOOSE,)),
    case("unclosed marker", HOME, "{{ panjang }}", "{{ panjang", "{{ panjang", "belum ditutup"),
    case("marker over two lines", HOME, "{{ panjang }}", "{{ panjang\n}}", "{{ panjang", "belum ditutup", also=(
        Found(HOME, 10, ("}} tanpa {{",)),
    )),
    case("helper elsewhere", FAQ, "Bukan, itu NIK.", "{{ mulai }}\n", "{{ mulai }}", "hanya boleh di docs/mulai"),
    case("foot by hand", FAQ, "Bukan, itu NIK.", "{{ sumber-halaman }}", "sumber-halaman", "tidak perlu ditulis"),
    Case("home without question", HOME, "{{ pertanyaan-pertama }}\n", "", (
        Found(HOME, 7, ("{{ pertanyaan-pertama }} tidak ada",)),
    )),
    case("picture in a sentence", CARD, "{{ gambar: kartu }}", "Lihat {{ gambar: kartu }}", "gambar", "sendirian"),
    case("picture without room", CARD, "{{ gambar: kartu }}\n", "{{ gambar: kartu }}\nLihat.", "gambar", "baris kosong"),
    case("marker in the title", FAQ, "description: Halaman contoh.", "description: Telepon {{ call }}", "{{ call }}",
         "kepala halaman"),
    case("known phone", FAQ, "Bukan, itu NIK.", "Telepon 177.", "Telepon 177", 'Kontak "177"', "{{ call }}"),
    case("phone in the front matter", FAQ, "Halaman contoh.", "Telepon 177 saja.", "177 saja", "diketik langsung"),
    case("mobile phone", FAQ, "Bukan, itu NIK.", "Chat 0812-5550-1234.", "0812", '"0812-5550-1234"', "facts.toml"),
    case("phone abroad", FAQ, "Bukan, itu NIK.", "Chat +62 812 5550 123.", "+62", '"+62 812 5550 123"'),
    case("short phone", FAQ, "Bukan, itu NIK.", "Hubungi nomor 199.", "199", 'Kontak "199"'),
    case("service phone", FAQ, "Bukan, itu NIK.", "Ke 1500 555 ya.", "1500", '"1500 555"'),
    case("e-mail", FAQ, "Bukan, itu NIK.", "Ke tanya@contoh.go.id.", "Ke tanya@", "Tulis {{ surel }}."),
    case("address", FAQ, "Bukan, itu NIK.", "[x](https://www.contoh.go.id/).", "[x]", "Tulis {{ situs }}."),
    case("other address", FAQ, "Bukan, itu NIK.", "Ke http://lain.example/a?b", "lain", '"http://lain.example/a?b"'),
    case("agency domain", FAQ, "Bukan, itu NIK.", "Akhiran .contoh.go.id atau sub.contoh.go.id/a", "sub.",
         '"sub.contoh.go.id/a"'),
    case("no description", FAQ, f"{TOLD}\n", "", 1, '"description" tidak ada di kepala'),
    case("empty title", FAQ, "title: faq", "title:", "title:", '"title" kosong'),
    case("unreadable review", FAQ, "review: 2027-05-22", "review: 22 Mei 2027", "22 Mei", "tidak terbaca"),
    case("review before", FAQ, "review: 2027-05-22", "review: 2026-11-22", "review:", "tidak sesudah"),
    case("checked tomorrow", FAQ, "checked: 2026-11-22", "checked: 2026-11-23", "checked:", "belum terjadi"),
    case("colon in the title", FAQ, "title: faq", "title: Tanya: jawab", "title:", "tanda kutip"),
    case("no front matter", FAQ, content.META.format(title="faq"), "", 1, "Kepala halaman tidak ada", "di antara dua baris ---"),
    case("no heading", "docs/mulai.md", "# Pembantu\n", "", 7, "tidak punya judul"),
    case("begins with h2", HOME, "# Temukan", "## Temukan", "## Temukan", "bukan judul tingkat 1", "# Temukan"),
    case("two h1", FAQ, "## Yang sering keliru", "# Yang sering keliru", "# Yang", "tingkat 1 yang kedua", also=(
        Found(FAQ, "### Menelepon", ("melompati",)),
    )),
    case("skipped level", FAQ, "### Menelepon", "#### Menelepon", "#### Menelepon", "melompati", "### Menelepon"),
    case("missing section", CARD, "## Yang disiapkan\n", "", "## Langkah", '"Yang disiapkan" tidak ada',
         '"## Yang disiapkan" sesudah Langkah'),
    case("misspelt section", LOST, "## Jangan", "## Jangn", "## Jangn", '"Jangan" tidak ada'),
    case("misspelt first section", LOST, "## Urutan cara", "## Urutan caranya", "caranya", "sebagai bagian pertama"),
    case("swapped sections", CARD, "## Langkah\n\n1. Cari {{ panjang }}.\n\n## Yang disiapkan\n\nKartu.",
         "## Yang disiapkan\n\nKartu.\n\n## Langkah\n\n1. Cari {{ panjang }}.", "## Yang disiapkan",
         "tidak pada urutannya", "Urutannya: Langkah"),
    case("extra section", CARD, "## Kalau gagal", "## Biaya\n\nMurah.\n\n## Kalau gagal", "## Biaya", "tidak boleh di sini"),
    case("much before the steps", CARD, "## Langkah", "Kartu itu ada di dompet. " * 20 + "\n\n## Langkah", "## Langkah",
         "Sebelum langkah pertama ada 103 kata", "paling banyak 90 kata"),
    case("unknown contact on a page", FAQ, "Bukan, itu NIK.", "Bukan, itu NIK.\n\n{{ kontak: telepom }}\n",
         "kontak: telepom", 'Kontak "telepom" tidak ada', "Mungkin maksudnya telepon"),
    case("claim", FAQ, "Bukan, itu NIK.", "JMO adalah Jaminan Hari Tua Mobile.", "JMO adalah", "Jamsostek Mobile"),
    case("claim in a table", FAQ, "Bukan, itu NIK.\nKembali", "| Kantor | Biaya |\n|---|---|\n| Pusat | bebas pulsa |\n\nKembali", "bebas pulsa", "jam dan biaya"),
    case("claim with a gap", FAQ, "Bukan, itu NIK.", "Masukkan NIK, lalu nomor KPJ akan muncul.", "Masukkan",
         "web-tanpa-pencarian"),
    case("claim in the description", FAQ, "Halaman contoh.", "Data real-time.", "real-time", "terlambat"),
    case("claim after the myths", FAQ, "## Yang sering keliru", "## Yang sering keliru\n\nIni.\n\n## Lain", "16 angka.",
         "nomor KPJ 11 angka"),
    case("dead link", HOME, "(faq.md)", "(fag.md)", "fag.md", 'Tautan "fag.md"', "Mungkin maksudnya faq.md."),
    case("dead link upwards", CARD, "../situasi/hilang.md", "../situasi/hilan.md", "hilan.md", "../situasi/hilang.md."),
    case("address of the site", CARD, "../situasi/hilang.md", "../situasi/hilang/", "hilang/", "Tulis ../situasi/hilang.md."),
    case("folder", HOME, "(faq.md)", "(metode/)", "(metode/)", "Tulis metode/index.md."),
    case("from the root", HOME, "(faq.md)", "(/faq.md)", "(/faq.md)", "diawali /"),
    case("empty link", HOME, "(faq.md)", "()", "[tanya jawab]()", "tidak punya tujuan"),
    case("dead anchor", HOME, "kartu.md#langkah", "kartu.md#langka", "#langka)", "Mungkin maksudnya langkah."),
    case("dead anchor here", FAQ, "(#apakah-", "(#pakah-", "(#pakah-", "tidak ada di docs/faq.md"),
    case("dead position", HOME, "#jawab.tidak-ada.ya", "#jawab.tidak-ada.tidak", "tidak-ada.tidak", "mulai.md"),
    case("marker as address", HOME, "(faq.md)", "({{ situs }})", "{{ situs }}", "sudah menjadi tautan"),
    case("marker in a link", HOME, "[tanya jawab]", "[Telepon {{ call }}]", "{{ call }}", "Keluarkan dari tautan"),
)
FILE_CASES = (
    Case("not in the menu", MENU, "  - faq.md\n", "", (Found(FAQ, 1, ("belum ada di menu", "- faq.md")),)),
    case("menu without page", MENU, "  - faq.md\n", "  - faq.md\n  - fak.md\n", "fak.md", 'Halaman "fak.md"', "maksudnya faq.md"),
    case("twice in the menu", MENU, "  - faq.md\n", "  - faq.md\n  - Tanya: faq.md\n", "Tanya: faq.md", "dua kali"),
    case("not UTF-8", FAQ, "Bukan, itu NIK.", "Bukan, itu N\ufffdK.", "Bukan, itu", "tidak terbaca", "UTF-8"),
    case("blank alone", FLOW, "Selamat pagi.\nNama saya ……", "Selamat pagi.\n\n……", "……", "tidak dijelaskan", "di depan ……"),
    case("empty section", LOST, "KTP.\n", "", "## Yang disiapkan", '"Yang disiapkan" tidak ada isinya'),
    case("empty last section", LOST, "Ke [mulai](../mulai.md).\n", "", "## Kalau masih buntu", "tidak ada isinya"),
    case("picture without words", CARD, "{{ gambar: kartu }}", "{{ gambar: kartu }}\n\n![](../assets/gambar/kartu.svg)",
         "![]", "ditulis sebagai tautan", "{{ gambar: kartu }}"),
    case("other picture without words", CARD, "{{ gambar: kartu }}", "{{ gambar: kartu }}\n\n![](../assets/gambar/lain.png)",
         "![]", "pembaca layar", also=(Found(CARD, "![]", ("tidak menuju",)),)),
    Case("unused picture", CARD, "{{ gambar: kartu }}\n", "", (LOOSE,)),
)
WEB_CASES = (
    case("short description", FAQ, TOLD, "description: Tanya jawab.", "description:", "12 huruf", "antara 50 dan 160"),
    case("long description", FAQ, TOLD, TOLD + " Lagi." * 20, "description:", "huruf", "antara 50 dan 160"),
    case("description of another page", HOME, "tentang index.", "tentang faq.", "description:", "sama dengan milik docs/faq.md"),
    case("quotes in a description", FAQ, TOLD, TOLD.replace("Cukup", '"Cukup"'), "description:", "tanpa tanda itu"),
    case("long title", HOME, "# Temukan nomor Anda", "# Temukan nomor Anda " + "dan nomor keluarga " * 3, "# Temukan", "75 huruf", "web_title"),
    case("long title for the web", HOME, "review: 2027-05-22", "review: 2027-05-22\nweb_title: " + "Nomor " * 11, "web_title:", "65 huruf"),
    case("title of another page", CARD, "# Baca kartu", "# Tanya jawab", "# Tanya jawab", "sama dengan milik docs/faq.md"),
    case("steps without numbers", CARD, "1. Cari {{ panjang }}.", "Cari {{ panjang }}.", "## Langkah", "tidak punya langkah bernomor"),
    case("moved to nowhere", MOVED, '"metode/kartu"', '"metode/kart"', '"kartu" =', "tidak ada", "maksudnya metode/kartu"),
    case("moved but there", MOVED, '"kartu" =', '"kartu" = "metode/kartu"\n"faq" =', '"faq" =', 'Halaman "faq" masih ada'),
    case("moved twice", MOVED, '"kartu" =', '"lama" = "kartu"\n"kartu" =', '"lama" =', "sendiri sudah pindah", '"metode/kartu"'),
    case("moved with slashes", MOVED, '"kartu" =', '"kartu" = "metode/kartu"\n"/lama/" =', '"/lama/" =', "bukan alamat halaman"),
    case("moved table broken", MOVED, '"kartu" = "metode', '"kartu" = metode', '"kartu" =', "tidak bisa dibaca"),
    case("published and gone", PUBLISHED, "faq\n", "faq\nkartu-lama\n", "kartu-lama", "pernah terbit", '"kartu-lama" = "metode/kartu"'),
)
MARKDOWN_CASES = (
    case("list without room", FAQ, "Bukan, itu NIK.", "Bawa:\n- KTP\n- kartu", "- KTP", "tidak tampil sebagai daftar", "baris kosong"),
    case("steps without room", CARD, "Kartu ada.", "Lalu:\n1. buka\n2. baca", "1. buka", "tidak tampil sebagai daftar", "baris kosong"),
    case("two spaces", FAQ, "Bukan, itu NIK.\n", "- KTP\n\n  Yang asli.\n\n", "Yang asli.", "tidak ikut ke butir", "4 spasi"),
    case("two spaces before an item", FAQ, "Bukan, itu NIK.\n", "- KTP\n  - asli\n\n", "- asli", "tingkat yang lain", "4 spasi"),
    case("tab before a line", FAQ, "Bukan, itu NIK.\n", "- KTP\n\tYang asli.\n\n", "Yang asli.", "diawali tab", "4 spasi"),
    case("too many spaces", FAQ, "Bukan, itu NIK.", "Bukan.\n\n      itu NIK.\n", "itu NIK.", "tampil sebagai kode", "4 spasi"),
    case("line that joins a list", FAQ, "Bukan, itu NIK.\n", "- KTP\n- kartu\nBukan, itu NIK.\n\n", "Bukan, itu", "ikut ke dalam butir", "baris kosong"),
    case("bullet of a word processor", FAQ, "Bukan, itu NIK.\n", "\n• KTP\n• kartu\n\n", "• KTP", "tidak tampil sebagai daftar", '"- "'),
    case("item without a space", FAQ, "Bukan, itu NIK.\n", "\n-KTP\n-kartu\n\n", "-KTP", "tidak tampil sebagai daftar", "satu spasi"),
    case("number in a bracket", FAQ, "Bukan, itu NIK.\n", "\n1) KTP\n2) kartu\n\n", "1) KTP", "tidak tampil sebagai daftar", '"1. "'),
    case("numbers that begin anew", CARD, "1. Cari {{ panjang }}.", "1. Cari.\n\nTunggu.\n\n2. Baca.", "2. Baca.", "Butir bernomor 2 tampil sebagai 1"),
    case("number left out", CARD, "1. Cari {{ panjang }}.", "1. Cari {{ panjang }}.\n3. Baca.", "3. Baca.", "Butir bernomor 3 tampil sebagai 2"),
    case("unclosed bold", FAQ, "Bukan, itu NIK.", "Bukan, itu **NIK.", "**NIK.", "Tanda tebal", "**kata**"),
    case("bold with spaces", FAQ, "Bukan, itu NIK.", "Bukan, itu ** NIK **.", "** NIK", "Tanda tebal", "tanpa spasi"),
    case("unclosed italic", FAQ, "Bukan, itu NIK.", "Bukan, itu *NIK.", "*NIK.", "Tanda miring", "*kata*"),
    case("unclosed code", FAQ, "Bukan, itu NIK.", "Bukan, itu `NIK.", "`NIK.", "Tanda kode", "`kata`"),
    case("unclosed fence", FAQ, "Bukan, itu NIK.", "Bukan.\n\n```\nNIK", "```", "Kotak kode dibuka", "```"),
    case("unclosed link title", HOME, "(faq.md)", '(faq.md "Tanya)', "[tanya jawab]", "Alamat tautan", "belum ditutup"),
    case("unclosed link", HOME, "(faq.md).", "(faq.md.", "(faq.md.", "Mungkin maksudnya faq.md."),
    case("space in a link", HOME, "[tanya jawab](faq.md)", "[tanya jawab] (faq.md)", "[tanya jawab] (", "belum utuh"),
    case("link turned round", HOME, "[tanya jawab](faq.md)", "(faq.md)[tanya jawab]", "(faq.md)[", "belum utuh"),
    case("link to a word", FAQ, "Bukan, itu NIK.", "Bukan, itu [NIK].", "[NIK].", "belum utuh"),
    case("attributes not closed", HOME, "{{ pertanyaan-pertama }}", "Halo.\n{ .lead\n\n{{ pertanyaan-pertama }}", "{ .lead", "Kurung kurawal", "{ .lead }"),
    case("attributes without a dot", HOME, "{{ pertanyaan-pertama }}", "Halo.\n{ lead }\n\n{{ pertanyaan-pertama }}", "{ lead }", "tidak dikenal", "dengan titik"),
    case("attributes apart", HOME, "{{ pertanyaan-pertama }}", "Halo.\n\n{ .lead }\n\n{{ pertanyaan-pertama }}", "{ .lead }", "Kurung kurawal"),
    case("cell too few", FAQ, "Bukan, itu NIK.\n", "\n| a | b |\n|---|---|\n| c |\n\n", "| c |", "1 kolom, tetapi judulnya 2"),
    case("cell too many", FAQ, "Bukan, itu NIK.\n", "\n| a | b |\n|---|---|\n| c | d | e |\n\n", "| c |", "3 kolom, tetapi judulnya 2"),
    case("rule of a table too short", FAQ, "Bukan, itu NIK.\n", "\n| a | b |\n|---|\n| c | d |\n\n", "| a |", "tidak tampil sebagai tabel", "|---|"),
    case("no rule of a table", FAQ, "Bukan, itu NIK.\n", "\n| a | b |\n| c | d |\n\n", "| a |", "tidak tampil sebagai tabel", "|---|"),
    case("table without room", FAQ, "Bukan, itu NIK.\n", "Ini:\n| a | b |\n|---|---|\n| c | d |\n\n", "| a |", "tidak tampil sebagai tabel"),
    case("line that joins a table", FAQ, "Bukan, itu NIK.\n", "\n| a | b |\n|---|---|\n| c | d |\nBukan.\n\n", "Bukan.", "ikut ke dalam tabel", "baris kosong"),
    case("unclosed comment", FAQ, "Bukan, itu NIK.", "<!-- periksa lagi\n\nBukan, itu NIK.", "<!-- periksa", "tidak ditutup", "-->"),
    case("heading twice", FAQ, "## Yang sering keliru", "## Apakah nomor KPJ 16 angka?\n\nTidak.\n\n## Yang sering keliru", 14, "sudah ada di baris 9"),
    case("heading without a space", FAQ, "## Yang sering keliru", "##Biaya\n\nMurah.\n\n## Yang sering keliru", "##Biaya", "tampil sebagai judul", "spasi sesudah #"),
    case("heading after a space", FAQ, "## Yang sering keliru", " ## Biaya\n\nMurah.\n\n## Yang sering keliru", " ## Biaya", "tampil sebagai huruf", "Hapus spasi"),
    case("line under a sentence", FAQ, "Bukan, itu NIK.", "Bukan.\n---\n\nItu NIK.", "Bukan.", "tampil sebagai judul", "di atas ---"),
    case("note without room inside", FAQ, "Bukan, itu NIK.\n", "\n!!! note\n  Bukan.\n\n", "!!! note", "tidak menjorok", "4 spasi"),
    case("zero-width space in a marker", HOME, "{{ panjang }}", "{{ pan\u200bjang }}", "{{ pan", "tak terlihat", "Ketik ulang"),
    case("no-break space in a marker", HOME, "{{ panjang }}", "{{\u00a0panjang }}", "{{\u00a0", "spasi tak terputus", "Ketik ulang"),
    case("no-break space in a sentence", FAQ, "Bukan, itu NIK.", "Bukan, itu\u00a0NIK.", "Bukan, itu", "spasi tak terputus"),
    case("HTML from Word", FAQ, "Bukan, itu NIK.", '<p class="MsoNormal">Bukan, itu NIK.</p>', "MsoNormal", "HTML dari Word"),
    case("style from Word", FAQ, "Bukan, itu NIK.", '<span style="color:red">Bukan</span>, itu NIK.', "<span", "HTML dari Word"),
    case("HTML tag", FAQ, "Bukan, itu NIK.", "Bukan, itu <b>NIK</b>.", "<b>", "tanda HTML <b>", "**kata**"),
    case("HTML space", FAQ, "Bukan, itu NIK.", "Bukan,&nbsp;itu NIK.", "&nbsp;", "kode HTML", "spasi biasa"),
    case("unclosed tag", FAQ, "Bukan, itu NIK.", "Bukan, itu <kbd>NIK.", "<kbd>", "belum ditutup"),
    case("foot note", FAQ, "Bukan, itu NIK.", "Bukan, itu NIK.[^1]", "[^1]", "Catatan kaki", "Tulis isinya di kalimat"),
    case("struck out", FAQ, "Bukan, itu NIK.", "Bukan, ~~itu~~ NIK.", "~~itu", "Tanda coret"),
    case("meaning without spaces", FAQ, "Bukan, itu NIK.\n", "\nNIK\n:nomor KTP\n\n", ":nomor", "arti sebuah istilah"),
)
TOML_CASES = (
    case("date turned round", FACTS, "checked = 2026-11-20", "checked = 20-11-2026", "20-11-2026", "tanggalnya", "2026-11-22"),
    case("date with slashes", FACTS, "checked = 2026-11-20", "checked = 2026/11/20", "2026/11/20", "tanggalnya", "2026-11-22"),
    case("date in words", FACTS, "checked = 2026-11-20", "checked = 20 November 2026", "20 November", "tanggalnya", "2026-11-22"),
    case("date too short", FACTS, "checked = 2026-11-20", "checked = 2026-11-2", "2026-11-2", "tanggalnya", "2026-11-22"),
    case("curly quotes", FACTS, 'label = "Email"', "label = “Email”", "“Email”", "tanda kutipnya miring", 'tegak: "…"'),
    case("value of two lines", FACTS, '"11 angka"', '"""11\nangka"""', 'value = """11', "lebih dari satu baris", "satu baris"),
    case("text of two lines", FLOW, 'text = "Kartu"', 'text = """Kartu\nlama"""', 'text = """Kartu', "lebih dari satu baris"),
    case("HTML in a fact", FACTS, '"11 angka"', '"<b>11</b> angka"', "<b>11", "tampil apa adanya", "Hapus tanda HTML"),
    case("link in a step", FLOW, '"Salin pesan."', '"Salin [pesan](faq.md)."', "[pesan]", "tampil apa adanya", "links"),
    case("bold in a step", FLOW, '"Salin pesan."', '"Salin **pesan**."', "**pesan**", "tampil apa adanya", "Hapus tandanya"),
    case("link in a source", SOURCES, '"Cara bertanya"', '"[Cara](x) bertanya"', "[Cara]", "tampil apa adanya"),
    case("space around a value", FACTS, 'label = "Email"', 'label = "Email "', 'label = "Email "', "spasi", "Hapus spasinya"),
    case("long text not closed", FLOW, 'Terima kasih.\n"""', "Terima kasih.", 'body = """', "teks panjang belum ditutup", '"""'),
    case("contact for a year", FACTS, "review = 2027-02-23", "review = 2027-11-23", "review = 2027-11-23", "terlalu jauh", "6 bulan"),
    case("rule for ten years", FACTS, "review = 2027-11-22", "review = 2036-11-22", "review = 2036-11-22", "terlalu jauh", "18 bulan"),
    case("page for ten years", FAQ, "review: 2027-05-22", "review: 2036-05-22", "review: 2036", "terlalu jauh", "18 bulan"),
    case("answer renamed", FLOW, 'id = "entah"', 'id = "tidak-tahu"', "[question.kerja]", '"entah" pernah terbit', '"tidak-ada.entah" = "tidak-ada.tidak-tahu"'),
    case("answer gone", FLOW, 'id = "kartu"\ntext = "Kartu"', 'id = "foto"\ntext = "Foto"', "[question.punya]", '"kartu" pernah terbit', '"kartu" = "foto"'),
    case("answer moved to nowhere", FLOW, "[pages]", '[moved]\n"lama" = "krtu"\n\n[pages]', '"lama" =', 'Jawaban tujuan "krtu" tidak ada'),
    case("answer moved but there", FLOW, "[pages]", '[moved]\n"kartu" = "tidak-ada"\n\n[pages]', '"kartu" = "tidak', "masih ada"),
)
SETTING_CASES = (
    case("tab in the settings", MENU, "  language: id", "\tlanguage: id", "\tlanguage", "ada tab", "spasi"),
    case("indent in the menu", MENU, "  - faq.md", " - faq.md", " - faq.md", "tidak sejajar"),
    case("missing colon", MENU, "copyright: Tidak", "copyright Tidak", "copyright Tidak", "titik dua tidak ada", "kunci: isinya"),
    case("missing colon above", MENU, "theme:", "theme", "theme", "titik dua tidak ada"),
    case("colon in a value", MENU, "copyright: Tidak", "copyright: Panduan: tidak", "copyright:", "titik dua di dalam isi", "tanda kutip"),
    case("unclosed quote in the settings", MENU, "language: id", 'language: "id', 'language: "id', "tanda kutip belum ditutup"),
    case("unclosed bracket", MENU, "plugins: []", "plugins: [", "plugins: [", "tanda kurung belum ditutup", "]"),
    case("hook removed", MENU, "hooks: [hooks.py]\n", "", 1, '"hooks" tidak seperti', "hooks: [hooks.py]"),
    case("theme of another name", MENU, "name: material", "name: readthedocs", "name: readthedocs", "theme > name", "name: material"),
    case("theme folder moved", MENU, "publish/site/theme", "publish/theme", "custom_dir", "custom_dir", "custom_dir: publish/site/theme"),
    case("font from outside", MENU, "font: false", "font: true", "font: true", "theme > font", "font: false"),
    case("unknown extension", MENU, "  - attr_list", "  - attr_lst", "attr_lst", '"attr_lst" tidak ada', "Mungkin maksudnya attr_list."),
    case("extension left out", MENU, "  - def_list\n", "", "markdown_extensions", '"def_list" tidak ada', "- def_list"),
    case("site without a slash", MENU, "https://panduan.example/", "https://panduan.example", "site_url", "tidak diakhiri /", "https://panduan.example/"),
    case("site without https", MENU, "https://panduan.example/", "panduan.example", "site_url", "bukan alamat situs"),
    case("reports to nowhere", MENU, "copyright:", "extra: { report: panduan.example }\ncopyright:", "extra:", "bukan alamat email dan bukan alamat https", "report: panduan@contoh.id"),
    case("plugin that doubles ours", MENU, "plugins: []", "plugins: [search]", "plugins", 'Plugin "search"', "plugins: []"),
    case("plugins left out", MENU, "plugins: []\n", "", 1, "Tanpa plugins", "plugins: []"),
    case("misspelt setting", MENU, "copyright:", "copyrigt:", "copyrigt:", '"copyrigt" tidak dikenal', "Mungkin maksudnya copyright."),
    case("misspelt menu", MENU, "nav:", "navv:", "navv:", '"navv" tidak dikenal', "Mungkin maksudnya nav.", also=(
        Found(MENU, 1, ("Menu (nav) tidak ada",)),)),
    case("setting twice", MENU, "plugins: []", "plugins: []\nstrict: true", 12, '"strict" ditulis dua kali'),
    case("part without a colon", MENU, "  - faq.md", "  - Tanya", "  - Tanya", "bukan halaman"),
    case("script of another server", MENU, "plugins: []", "plugins: []\nextra_javascript: [https://cdn.example/x.js]", "extra_javascript", "server lain"),
    case("not strict", MENU, "strict: true", "strict: false", "strict: false", '"strict"', "strict: true"),
)
LIST_CASES = (
    case("broken synonyms", SYNONYMS, '"bpjs" = ["bpj"]', '"bpjs" = ["bpj"', '[meaning]', "daftar belum ditutup"),
    case("synonym as text", SYNONYMS, '"bpjs" = ["bpj"]', '"bpjs" = "bpj"', '"bpjs" =', "salah jenis", '["…", "…"]'),
    case("synonym under two", SYNONYMS, '["bpj"]', '["bpj", "astek"]', '"bpjs" =', '"astek" sudah ada di bawah "jamsostek"'),
    case("two words in a meaning", SYNONYMS, '["cari", "temu"]', '["cari", "temu lagi"]', "cari =", "lebih dari satu kata", "[spelling]"),
    case("lonely meaning", SYNONYMS, '["cari", "temu"]', '["cari"]', "cari =", "dua kata atau lebih"),
    case("unknown part of synonyms", SYNONYMS, "[roots]", "[root]", "[root]", '"root" tidak dikenal', "Mungkin maksudnya roots."),
    case("broken plainer words", PLAINER, '"melalui" = "lewat"', '"melalui" "lewat"', '"melalui"', "tanda = tidak ada"),
    case("plainer word without a twin", PLAINER, '"melalui" = "lewat"', '"melalui" = ""', '"melalui"', "kosong"),
    case("plainer word as list", PLAINER, '"melalui" = "lewat"', '"melalui" = ["lewat"]', '"melalui"', "salah jenis"),
    case("unknown part of plainer", PLAINER, "[kantor]", "[kntor]", "[kntor]", '"kntor" tidak dikenal', "Mungkin maksudnya kantor."),
    case("term twice", TERMS, 'BPJS = ""\n', 'BPJS = ""\nBPJS = "x"\n', 'BPJS = "x"', "dua kali"),
    case("term in two groups", TERMS, 'unduhan = ""', 'unduhan = ""\nHRD = ""', 'HRD = ""', "sudah ada di [singkatan]"),
    case("term without a reason", TERMS, 'unduhan = ""', "unduhan =", "unduhan =", "isinya tidak terbaca", '"…"'),
    case("term outside", TERMS, "[singkatan]\n", 'unggah = ""\n[singkatan]\n', "unggah =", "di luar bagian"),
    case("claim without advice", CLAIMS, 'say = "Tulis JMO."\n', "", "[[claim]]", '"say" tidak ada', "say ="),
    case("unknown part of moved", MOVED, "[moved]", "[move]", "[move]", '"move" tidak dikenal', "Mungkin maksudnya moved.", also=(
        Found(PUBLISHED, "kartu", ("pernah terbit",)),)),
    case("published with a slash", PUBLISHED, "metode/kartu\n", "metode/kartu/\n", "metode/kartu/", "bukan alamat halaman", "Tulis metode/kartu."),
    case("published with a suffix", PUBLISHED, "faq\n", "faq.md\n", "faq.md", "bukan alamat halaman", "Tulis faq."),
)
SLIP_CASES = (
    case("sign nobody needs", FAQ, "Bukan, itu NIK.", "Bukan\\, itu NIK.", "Bukan", "Tanda \\ tampil", "Hapus"),
    case("space before the dot of a number", FAQ, "Bukan, itu NIK.", "1 . Buka\n2 . Tutup\n", "1 . Buka", "tidak tampil sebagai daftar"),
    case("dot and bracket", FAQ, "Bukan, itu NIK.", "1.) Buka\n2.) Tutup\n", "1.) Buka", "tidak tampil sebagai daftar"),
    case("note of another kind", FAQ, "Bukan, itu NIK.\n", '\n??? tanya "Judul"\n\n', "??? tanya", "tidak dikenal", "!!! note"),
    case("fence closed otherwise", FAQ, "Bukan, itu NIK.", "```\nkode\n````x\n", "```", "Kotak kode dibuka"),
    case("code of odd signs", FAQ, "Bukan, itu NIK.", "Bukan, itu ``NIK`.", "``NIK`", "Tanda kode"),
    case("half an italic", FAQ, "Bukan, itu NIK.", "Bukan, itu _NIK.", "_NIK.", "Tanda miring", "*kata*"),
    case("comment with one dash", FAQ, "Bukan, itu NIK.", "<!- periksa ->", "<!- periksa", "Catatan", "<!-- catatan -->"),
    case("seven signs", FAQ, "## Yang sering keliru", "####### Dalam\n\n## Yang sering keliru", "####### Dalam", "lebih dari enam"),
    case("heading of no words", FAQ, "## Yang sering keliru", "##\n\n## Yang sering keliru", 14, "Judul ini kosong"),
    case("half a marker", FAQ, "{{ surel }}", "{ surel }", "{ surel }", "kurang kurung", "{{ surel }}"),
    case("half a block", CARD, "{{ gambar: kartu }}", "{ gambar: kartu }", "{ gambar: kartu }", "kurang kurung", "{{ gambar: kartu }}"),
    case("block without a colon", CARD, "{{ gambar: kartu }}", "{{ gambar kartu }}", "gambar kartu", "kurang titik dua", "{{ gambar: kartu }}"),
    case("block without a name", CARD, "{{ gambar: kartu }}", "{{ gambar: }}", "{{ gambar: }}", "belum ditulis", "{{ gambar: nama }}"),
    case("head not closed", FAQ, "---\n# Tanya", "--\n# Tanya", "--\n", "belum ditutup", "Tulis ---")._replace(
        found=(Found(FAQ, 6, ("belum ditutup", "Tulis ---")),)),
    case("head without a colon", FAQ, "checked: 2026-11-22", "checked 2026-11-22", "checked 2026", "tidak terbaca", "checked: 2026-11-22"),
    case("capital in the head", FAQ, "checked: 2026-11-22", "Checked: 2026-11-22", "Checked:", "tidak dikenal", "Mungkin maksudnya checked."),
    case("title twice", FAQ, "title: faq", "title: faq\ntitle: dua", "title: dua", "dua kali"),
    case("quote in the head", FAQ, "title: faq", 'title: "faq', 'title: "faq', "tanda kutip belum ditutup"),
    case("title as a list", FAQ, "title: faq", "title: [faq]", "title: [faq]", "bukan teks", "tanda kutip"),
    case("section by another name", CARD, "## Langkah", "## Langkah-langkah", "## Langkah-langkah", '"Langkah" tidak ada', "## Langkah"),
    case("date with month and day turned", FACTS, "checked = 2026-11-21", "checked = 2026-21-11", "2026-21-11", "tidak ada di kalender", "2026-11-22"),
    case("date left out", FACTS, "checked = 2026-11-21", "checked =", "checked =\n", "tanggalnya belum ditulis", "2026-11-22")._replace(
        found=(Found(FACTS, 17, ("tanggalnya belum ditulis", "2026-11-22")),)),
    case("single quote not closed", FACTS, 'source = ["S1"]', "source = ['S1]", "['S1]", "tanda kutip belum ditutup"),
    case("space in a table's name", FACTS, "[surel]", "[email surel]", "[email surel]", "memuat spasi", "tanda -"),
    case("bracket of a table's name", FACTS, "[call]", "call]", "call]", "pembuka tidak ada", "[call]"),
    case("quotes in a text", FACTS, 'label = "Email"', 'label = "Email "resmi""', "resmi", "tanda kutip di dalam teks"),
    case("date of the check misspelt", FACTS, "checked = 2026-11-21", "check = 2026-11-21", "check = ", "tidak dikenal", "Mungkin maksudnya checked."),
    case("True", FLOW, "check_nik = true", "check_nik = True", "check_nik = True", "bukan true atau false", "huruf kecil"),
    case("one bracket too few", FLOW, "[[question.kerja.answer]]", "[question.kerja.answer]", 21, "kurung siku kurang", "[[question.kerja.answer]]"),
    case("two commas", FLOW, 'bring = ["KTP"]', 'bring = ["KTP",, "KK"]', 'bring = ["KTP",,', "koma lebih", "Hapus satu koma"),
    case("page without quotes", FLOW, '"situasi/hilang" = "Kartu hilang"', 'situasi/hilang = "Kartu hilang"', "situasi/hilang =", "perlu tanda kutip"),
    case("answer of a misspelt question", FLOW, "[[question.kerja.answer]]", "[[question.krja.answer]]", "[[question.krja", "tidak punya text", "Mungkin maksudnya kerja."),
    case("blank before its words", FLOW, "Nama saya ……", "…… nama saya", "…… nama", "tidak dijelaskan", "di depan ……"),
    case("colon without a space", MENU, "site_name: Panduan", "site_name:Panduan", "site_name:Panduan", "spasi sesudah titik dua"),
    case("item of the settings without a space", MENU, "  - admonition", "  -admonition", "-admonition", "spasi sesudah -"),
    case("page without a dash", MENU, "  - faq.md", "  faq.md", "  faq.md", "tanda - di depan halaman", "- faq.md"),
    case("dash beside the key", MENU, "nav:\n", "nav: -\n", "nav: -", "tidak boleh di baris kuncinya"),
    case("claim by another key", CLAIMS, 'words = ["JHT', 'word = ["JHT', "word =", '"word" tidak dikenal', "Mungkin maksudnya words."),
)
LATE_CASES = (
    case("angle in a link", FAQ, "[awal](index.md)", "[awal](<index.md)", "(<index", "belum utuh", "[kata](halaman.md)"),
    case("link of no words", FAQ, "[awal](index.md)", "[](index.md)", "[](index", "tidak punya kata"),
    case("title underlined", FAQ, "# Tanya jawab\n", "Tanya jawab\n===========\n", "Tanya jawab", "tampil sebagai judul"),
    case("value in the head with a dash", FAQ, "description: ", "description: - ", "description:", "Kepala halaman", "tanda kutip"),
    case("unknown key beside its twin", FAQ, "checked: 2026-11-22", "checked: 2026-11-22\nreveiw: 2027-01-01", "reveiw", "Mungkin maksudnya review."),
    case("fact with a colon", HOME, "{{ panjang }}", "{{ panjang: }}", "{{ panjang: }}", "titik dua lebih", "{{ panjang }}"),
    case("block with a semicolon", CARD, "{{ gambar: kartu }}", "{{ gambar; kartu }}", "gambar; kartu", "kurang titik dua", "{{ gambar: kartu }}"),
    case("section in other words", CARD, "## Kalau gagal", "## Jika gagal", "## Jika gagal", '"## Kalau gagal"'),
    case("figures that begin with 0", FACTS, 'value = "177"', "value = 0177", "0177", "menjadi teks", '"0177"'),
    case("list as a value", FACTS, '"11 angka"', '["11 angka"]', '["11 angka"]', "salah jenis", 'value = "…"'),
    case("tab in a text", FLOW, 'title = "Baca kartu"', 'title = "Baca\\tkartu"', "Baca", "memuat tab", "spasi"),
    case("part by another name", FLOW, "[text.hrd]", "[teks.hrd]", "[teks.hrd]", '"teks" tidak dikenal', "Mungkin maksudnya text."),
    case("bracket of a list of tables", FLOW, "[[question.kerja.answer]]", "[[question.kerja.answer]", "[[question.kerja.answer]", "nama tabel belum ditutup", "[[question.kerja.answer]]"),
    case("label of no words", FLOW, '"metode/kartu" = "Kartu"', '"metode/kartu" = ""', '"metode/kartu" =', "kosong", '= "…"'),
    case("value and a part", MENU, "theme:", "theme: material", "theme: material", "padahal baris di bawahnya menjorok"),
    case("menu out of line", MENU, "  - index.md", "- index.md", "- index.md", "beberapa baris menu", "Sejajarkan"),
    case("words behind a quote", MENU, "copyright: Tidak resmi.", 'copyright: "Tidak" resmi.', "copyright:", "sesudah tanda kutip"),
    case("synonym of two words", SYNONYMS, '"bpjs" = ["bpj"]', 'bpjs tk = ["bpj"]', "bpjs tk", "memuat spasi", '"bpjs tk"'),
)
LAST_CASES = (
    case("two equals", FACTS, 'label = "Email"', 'label == "Email"', "label ==", "dua kali", "satu tanda ="),
    case("quote before a key", FACTS, 'label = "Email"', '"label = "Email"', '"label =', "di depan kunci", 'label = "…"'),
    case("comma at the end", FACTS, "checked = 2026-11-20", "checked = 2026-11-20,", "2026-11-20,", "koma di akhir baris", "Hapus komanya"),
    case("two colons", MENU, "toc: { toc_depth: 3 }", "toc: toc_depth: 3", "toc: toc", "titik dua di dalam isi", "tanda kutip"),
    case("date with half a quote", FAQ, "review: 2027-05-22", 'review: "2027-05-22', 'review: "', "tanda kutip belum ditutup"),
    case("section on another level", CARD, "## Langkah", "### Langkah", "### Langkah", "bukan judul tingkat 2", '"## Langkah"'),
)
WALK_CASES = (
    case("name with a capital", FACTS, "[panjang]", "[Panjang]", "[Panjang]", "selain huruf kecil", "Mungkin maksudnya panjang."),
    case("label of another fact", FACTS, 'label = "Email"', 'label = "Telepon"', 14, "sudah dipakai fakta call", "label yang hanya cocok"),
    case("new source", FACTS, '["S1"]', '["S1", "KORAN2026"]', '"KORAN2026"', "tidak ada", "dicatat dulu di helper/data/sources.toml"),
    case("figures as a date of publication", SOURCES, 'date = "2026"', 'date = "22/11/2026"', '"22/11/2026"', "hanya angka", "22 November 2026"),
    case("one bracket for a later answer", FLOW, '[[question.kerja.answer]]\nid = "entah"', '[question.kerja.answer]\nid = "entah"',
         26, "kurung siku kurang", "[[question.kerja.answer]]"),
    case("comma between lines", FLOW, '  "Salin pesan.",', '  "Salin pesan."', '"Salin pesan."', "koma tidak ada", "Tulis koma"),
    case("long text over the next table", FLOW, 'Terima kasih.\n"""', 'Terima kasih.\n\n[text.lain]\nlabel = "Lain"\nbody = """\nHalo.\n"""',
         'body = """', "teks panjang belum ditutup", '"""'),
    case("goto of two words", FLOW, 'goto = "kerja"', 'goto = "surat polisi"', '"surat polisi"', "tidak ada", "[question.surat-polisi]", also=(
        Found(FLOW, "[question.kerja]", ("tidak bisa dicapai",)),)),
    case("leftovers of a merge", FAQ, "Bukan, itu NIK.", "<<<<<<< HEAD\nBukan.\n=======\nBukan, itu NIK.\n>>>>>>> baru", "<<<<<<<", "penggabungan git", "hapus baris"),
    case("leftovers of a merge in the facts", FACTS, 'label = "Email"', '<<<<<<< HEAD\nlabel = "Email"\n=======\nlabel = "Surel"\n>>>>>>> baru',
         "<<<<<<<", "penggabungan git", "hapus baris"),
    case("picture as a link", CARD, "{{ gambar: kartu }}", "![Kartu](../assets/gambar/kartu.svg)", "![Kartu]", "ditulis sebagai tautan", "{{ gambar: kartu }}"),
    case("words of a foot note", FAQ, "Bukan, itu NIK.", "Bukan.[^1]\n\n[^1]: Menurut peserta.", "Bukan.[^1]", "Catatan kaki"),
    case("anchor on a page that is gone", FAQ, "[awal](index.md)", "[awal](metode/kart.md#langkah)", "kart.md#langkah", "tidak menuju", "Mungkin maksudnya metode/kartu.md."),
    case("direct line to a page that is gone", DIRECT, "metode/kartu#langkah", "metode/kartuu#langkah", "metode/kartuu", "tidak ada", "metode/kartu."),
    case("direct line to a heading that is gone", DIRECT, "metode/kartu#langkah", "metode/kartu#langka", "#langka", "Judul", "Mungkin maksudnya langkah."),
    case("direct line by another key", DIRECT, "asked = [\"baca", "tanya = [\"baca", 6, "tidak dikenal", "asked", also=(Found(DIRECT, 3, ('"asked" tidak ada',)),)),
    case("guess that is gone", DIRECT, '"situasi/hilang", "faq"', '"situasi/hilang", "tanya"', '"tanya"', "tidak ada", "halaman yang ada"),
    case("question with a slash", QUESTIONS, 'page = "metode/kartu"', 'page = "metode/kartu/"', '"metode/kartu/"', "tidak ada", "Tulis metode/kartu."),
    case("question at a heading that is gone", QUESTIONS, 'anchor = "langkah"', 'anchor = "lankah"', '"lankah"', "Judul", "langkah"),
    case("more questions of no page", QUESTIONS, '"faq" = [', '"fag" = [', '"fag"', "tidak ada", "Mungkin maksudnya faq."),
    Case("page that its folder does not name", "docs/metode/index.md", "[Kartu](kartu.md)", "Kartu.",
         (Found(CARD, 1, ("belum disebut", "[kata](kartu.md)")),)),
    case("piece of a sentence with a stop", FACTS, 'value = "11 angka"', 'value = "sebelas angka."', "sebelas", "diakhiri titik", "Hapus titiknya"),
    case("link twice in a plan", FLOW, 'links = ["situasi/hilang"]', 'links = ["situasi/hilang", "situasi/hilang"]', 'links = ["situasi/hilang", "', "ada dua kali di links"),
    case("page without its title", FAQ, "# Tanya jawab\n", "Halo.\n", "Halo.", "tidak punya judul", "satu tanda #"),
    case("anchor with capitals", FAQ, "(#apakah-nomor-kpj-16-angka)", "(#Apakah-nomor-kpj-16-angka)", "(#Apakah", "Judul", "apakah-nomor-kpj-16-angka"),
    case("somebody's NIK", FAQ, "Bukan, itu NIK.", "Bukan, NIK itu 3273012504890001.", "3273012504890001", "bisa milik seseorang", "Hapus"),
    case("somebody's KPJ in a plan", FLOW, "Salin pesan.", "Salin 12345678901.", "12345678901", "bisa milik seseorang", "Hapus"),
    case("picture without its words", PICTURE, '<desc id="kartu-desc">Nomor di bawah NIK.</desc>', "", 1, "pembaca layar", "<desc id="),
    case("picture that is broken", PICTURE, "<title", "<tittle", 2, "tidak terbaca sebagai SVG"),
    case("picture without a size", PICTURE, ' viewBox="0 0 9 9"', "", 1, "viewBox"),
    case("script in a picture", PICTURE, "<path", "<script>1</script><path", 4, "<script>", "bentuk dan teks"),
)
# fmt: on

CASES = (
    *FACT_CASES,
    *FLOW_CASES,
    *PAGE_CASES,
    *FILE_CASES,
    *WEB_CASES,
    *MARKDOWN_CASES,
    *TOML_CASES,
    *SETTING_CASES,
    *LIST_CASES,
    *SLIP_CASES,
    *LATE_CASES,
    *LAST_CASES,
    *WALK_CASES,
)
