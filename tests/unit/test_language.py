"""Plain language: each rule finds its mistake on its line, says what to write, and leaves right sentences alone.

The mistakes are made in the small tree of tests/support/content.py, one at a time.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.content import checks, clock, language, reading
from publish.content.language import eyd, passages, plainer, repeats, sentences, spelling, words_in_code
from publish.content.language.passages import GAP, Passage
from tests import ROOT
from tests.support import content, report
from tests.support.mistakes import FACTS, FAQ, FLOW, HOME, Case, Found, case

SAID = re.compile(r"[^:]+:\d+: \S.*[.!?}]")
HERE = "Bukan, itu NIK."
LEAST = 9
"""Words that the sentences of all pages have on average at least; they had 7."""
TOO_LONG = "Kalau " + "kartu dan nomor dan data " * 5 + "hilang."

# fmt: off
EYD = {
    "di-apart": ("Kartu ada dirumah.", '"dirumah"', '"di rumah"'),
    "di-joined": ("NIK harus di isi.", '"di isi"', '"diisi"'),
    "pun-joined": ("Kartu hilang, walau pun nomor ada.", '"walau pun"', '"walaupun"'),
    "pun-apart": ("Jangan beri apapun.", '"apapun"', '"apa pun"'),
    "nya-joined": ("Nomor nya ada di kartu.", '"Nomor nya"', '"Nomornya"'),
    "nya-hyphen": ("Tulis KPJnya di kertas.", '"KPJnya"', '"KPJ-nya"'),
    "ordinal": ("Lihat angka ke2 di kartu.", '"ke2"', '"ke-2"'),
    "ordinal-word": ("Lihat kartu ke-dua.", '"ke-dua"', '"kedua"'),
    "twice-2": ("Tulis hati2 di kertas.", '"hati2"', '"hati-hati"'),
    "twice-apart": ("Tulis pelan - pelan.", '"pelan - pelan"', '"pelan-pelan"'),
    "twice": ("Lihat kartu kartu itu.", '"kartu kartu"', '"kartu-kartu"'),
    "anda": ("Lihat kartu anda.", '"anda"', '"Anda"'),
    "rupiah": ("Bayar Rp 15 saja.", '"Rp 1"', '"Rp1…"'),
    "thousands": ("Bayar Rp15,000 saja.", '"15,000"', '"15.000"'),
    "clock": ("Datang pukul 08:00 saja.", '"08:00"', '"08.00"'),
    "two-spaces": ("Lihat  kartu.", "spasi ganda", "satu spasi"),
    "space-before": ("Lihat kartu , lalu baca.", "spasi di depan", '"kartu,"'),
    "space-after": ("Lihat kartu,lalu baca.", '"kartu,lalu"', '"kartu, lalu"'),
    "capital": ("Lihat kartu. lalu baca nomornya.", "huruf besar", '"Lalu"'),
}
CASES = (
    *(case(name, FAQ, HERE, text, text, *words) for name, (text, *words) in EYD.items()),
    case("space after a full stop", FAQ, HERE, "Lihat kartu.Lalu baca.", "Lihat kartu.L", '"kartu. Lalu"'),
    case("opening", FAQ, HERE, "lihat kartu Anda.", "lihat kartu", '"Lihat"'),
    case("unknown word", FAQ, HERE, "Lihat karttu Anda.", "karttu", 'Kata "karttu" tidak ada di kamus', "terms.toml"),
    case("unknown word near ours", FAQ, HERE, "Lihat paklarin Anda.", "paklarin", "Mungkin maksudnya paklaring"),
    case("unknown abbreviation", FAQ, HERE, "Lihat KPX Anda.", "KPX", 'Kata "KPX"'),
    case("unknown word in a heading", FAQ, "## Yang sering", "## Yang serinng", "serinng", 'Kata "serinng"'),
    case("unknown word in a table", FAQ, HERE, "| Kartu | nomorr |\n|---|---|\n| a | b |", "nomorr", 'Kata "nomorr"'),
    case("unknown word in a link", HOME, "[tanya jawab]", "[tanya jwab]", "jwab", 'Kata "jwab"'),
    case("unknown word in the description", FAQ, "Halaman contoh.", "Halamman contoh.", "Halamman", 'Kata "Halamman"'),
    case("unknown word in a step", FLOW, '"Salin pesan."', '"Salin pessan."', "pessan", 'Kata "pessan"'),
    case("unknown word in a text", FLOW, "Selamat pagi.", "Selammat pagi.", "Selammat", 'Kata "Selammat"'),
    case("unknown word in a label", FACTS, 'label = "Telepon"', 'label = "Telepoon"', "Telepoon", 'Kata "Telepoon"'),
    case("office word", FAQ, HERE, "Kartu hilang dikarenakan banjir.", "dikarenakan b", '"dikarenakan"', '"karena"'),
    case("office phrase", FAQ, HERE, "HRD melakukan  pengecekan data.", "pengecekan", '"memeriksa"', "spasi ganda", also=(
        Found(FAQ, "pengecekan", ()),)),
    case("office word with a star", FAQ, HERE, "Anda dapat melihat kartu.", "dapat melihat", '"bisa"'),
    case("typed abbreviation", FAQ, HERE, "Bawa KTP, KK, dll. ke kantor.", "dll.", '"dan lain-lain"'),
    case("wrong spelling", FAQ, HERE, "Silahkan lihat kartu.", "Silahkan", '"silakan"'),
    case("long sentence", FAQ, HERE, TOO_LONG, TOO_LONG, "panjangnya 27 kata", "paling banyak 22 kata"),
    case("long sentence over two lines", FAQ, HERE, TOO_LONG.replace(" dan data kartu", "\ndan data kartu", 1),
         "dan data kartu", "panjangnya 27 kata"),
    case("long by a fact", FAQ, HERE, TOO_LONG.replace("data hilang.", "{{ panjang }}."), "{{ panjang }}.", "panjangnya 27 kata"),
    case("long page", FAQ, HERE, "".join(
        f"Lihat kartu Anda dan baca nomor {n} di bawah NIK lalu catat angkanya di kertas.\n" for n in range(30)), 1,
         "rata-rata 13,8 kata", "paling banyak 13 kata"),
    case("said twice", FAQ, HERE, "Lihat dulu kartu yang Anda simpan.\n\nItu NIK. Lihat dulu kartu, yang Anda simpan!", "Itu NIK.",
         '"Lihat dulu kartu yang …" sudah ada di baris 11', "Tulis sekali saja"),
    case("said on other pages", FAQ, HERE, "".join(f"Kartu {n} ada di rumah.\n" for n in range(8)) + "Kartu ada.\nBaca lagi.",
         "description:", "14 % kalimat", "paling banyak 12 %", 'Mulai dari "Halaman contoh …"'),
)
# fmt: on


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small tree with titles that are words; a test that edits it puts it back."""
    root = tmp_path_factory.mktemp("language")
    content.write(root)
    for path in (root / "docs").rglob("*.md"):
        text = re.sub(r"(?m)^title: .*", "title: Halaman", path.read_text(encoding="utf-8"))
        path.write_text(
            re.sub(r"(?m)^description: .*", "description: Halaman contoh.", text), encoding="utf-8"
        )
    return root


@pytest.fixture
def dictionary() -> None:
    """The dictionary, which `make test` installs: without it a test is skipped at home and fails under CI=true."""
    if not spelling.installed():
        assert os.environ.get("CI") != "true", language.NO_DICTIONARY
        pytest.skip("kamus Indonesia (hunspell-id) tidak terpasang")


def said(root: Path, file: str, old: str, new: str) -> tuple[list[checks.Problem], list[str]]:
    """Return what is said of a tree while one text in it is another, and the lines of the file then."""
    path = root / file
    right = path.read_text(encoding="utf-8")
    assert old in right, "the case does not fit the tree"
    changed = right.replace(old, new, 1)
    path.write_text(changed, encoding="utf-8")
    try:
        return language.run(root), changed.split("\n")
    finally:
        path.write_text(right, encoding="utf-8")


@pytest.mark.usefixtures("dictionary")
def test_the_small_tree_is_right(tree: Path) -> None:
    """Without a mistake nothing is said."""
    assert language.run(tree) == []


@pytest.mark.usefixtures("dictionary")
@pytest.mark.parametrize("mistake", CASES, ids=lambda mistake: mistake.name)
def test_mistake(tree: Path, mistake: Case) -> None:
    """One edit: exactly the expected problems, on their lines, in words that say what to write."""
    problems, lines = said(tree, mistake.file, mistake.old, mistake.new)
    wanted = [
        at if isinstance(at, int) else next(n for n, line in enumerate(lines, 1) if at in line)
        for _, at, _ in mistake.found
    ]
    shown = "\n".join(map(str, problems))
    assert [(one.file, one.line) for one in problems] == [(mistake.file, line) for line in wanted], shown
    assert all(SAID.fullmatch(str(one)) for one in problems), shown
    assert all(word in shown for word in mistake.found[0].words), shown


def test_every_rule_has_its_mistake() -> None:
    """No rule without a sentence that breaks it and that it alone finds."""
    assert list(EYD) == [rule.name for rule in eyd.RULES]
    for rule in eyd.RULES:
        text = EYD[rule.name][0]
        assert [other.name for other in eyd.RULES if other.find.search(text)] == [rule.name]


RIGHT = (
    "Keluar dari akun, lalu buka lagi di luar rumah.",
    "Jalan keluarnya lewat orang. Anda bisa diantar, didampingi, atau ditempatkan di kantor.",
    "Kartu itu disimpan di rumah, diisi di kantor, dan diatasi sendiri.",
    "Dia melihat di daftar itu, di alamat kartu, dan di luar negeri.",
    "Walaupun begitu, apa pun nomornya, ia pun ada. Adapun kartunya, biarpun lama, tetap berlaku.",
    "Nomor KPJ-nya ke-7, yang kedua ke-10, dan P3MI-nya tahu.",
    "Hati-hati, pelan-pelan, satu per satu, berputar-putar, bolak-balik.",
    "Bayar Rp15.000 atau Rp15 juta, 1,5 juta, 0,125 bagian, pada pukul 08.00 sampai 15.00.",
    "Yth. petugas BPJS Ketenagakerjaan, kepada Bapak/Ibu No. 7, Jl. Kartu, PT. Kartu.",
    'Tulis "Moh." atau "M." seperti di KTP. iPhone juga bisa.',
    f"Telepon {GAP}, lalu {GAP}. {GAP} juga boleh; {GAP}: {GAP}?",
    "Saya …… dan NIK saya ……",
    "Belum dapat nomor? Tidak dapat. Gunanya banyak, penggunanya juga.",
    "Nomor disimpan, digabungkan, diberikan, dimasukkan, dan ditawarkan.",
    "Kirim lewat WhatsApp. Coba lagi beberapa jam kemudian.",
    "Isinya (nama, NIK) ada; tanggal 01-02-2026, versi 2.50.1, kartu/foto, dan/atau surat.",
    "Ya, ya. Apakah kartu itu ada? Ada! Lihat: kartu.",
)


@pytest.mark.parametrize("text", RIGHT)
def test_right_sentences_are_left_alone(text: str) -> None:
    """A rule that may err is no rule: these come near to one and are right."""
    assert [*eyd.check(text), *eyd.opening(text), *plainer.check(text)] == []


def test_a_fact_that_opens_a_sentence_needs_a_capital() -> None:
    """What counts is the sentence as it is read, its facts filled in."""
    (passage,) = passages.one("a.md", 1, "{{ letak }} ada nomor.", {"letak": "di kartu"})
    assert passage == ("a.md", 1, f"{GAP} ada nomor.", "di kartu ada nomor.")
    assert [advice for _, advice in eyd.opening(passage.full)] == ['Tulis "Di".']
    assert not list(eyd.check(passage.text))


@pytest.mark.parametrize("twin", plainer.twins(), ids=lambda twin: twin[0])
def test_each_word_with_a_plainer_twin(twin: tuple[str, str, str]) -> None:
    """It is found in a sentence, and what is said to write instead has no twin of its own."""
    word, _, plain = twin
    made, instead = (f" {one}".replace(" ,", ",").replace("*", "lihat") for one in (word, plain))
    assert any(advice == f'Tulis "{plain}".' for _, advice in plainer.check(f"Kartu itu{made} ada."))
    assert not list(plainer.check(f"Kartu itu{instead} ada."))


def test_there_are_many_twins() -> None:
    """The list is not cut short."""
    assert len(plainer.twins()) > 150


def test_a_phrase_may_be_excepted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Inside an excepted phrase a word may stand; outside it is found."""
    monkeypatch.setattr(plainer, "exceptions", lambda: re.compile("menu Update"))
    assert not list(plainer.check("Ketuk menu Update di JMO."))
    assert list(plainer.check("Ketuk menu Update, lalu update lagi.")) == [
        ('"update" adalah kata kantor.', 'Tulis "memperbarui".')
    ]


@pytest.mark.usefixtures("dictionary")
def test_every_form_of_our_words_is_known() -> None:
    """A term with the endings and beginnings of any root, and parts of a word with a hyphen; but no other words."""
    right = "Paklaringnya ada, HP-nya dicek, chat-chat direset, unduhannya, KTP-el, Lapak Asik, NIK-nya."
    wrong = "Asik sekali, paklaringmu, Jmo, hp, karttu-karttu, dikeramaian."
    assert spelling.unknown([right]) == set()
    assert spelling.unknown([wrong]) == {"Asik", "paklaringmu", "Jmo", "hp", "karttu-karttu", "dikeramaian"}


@pytest.mark.usefixtures("dictionary")
def test_typing_mistakes_are_found() -> None:
    """Of words of the guide with one letter changed, more than nine in ten are found."""
    sure = ["nomor", "kartu", "peserta", "perusahaan", "kantor", "telepon", "alamat", "petugas", "langkah"]
    mistakes = [word[:at] + word[at + 1 :] for word in sure for at in range(1, len(word) - 1)]
    assert len(spelling.unknown(mistakes)) > 0.9 * len(set(mistakes))


def test_without_the_dictionary_it_says_so(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without hunspell the command says in one sentence what was not looked at, and all else is found."""
    command = __import__("publish.content.checks.__main__", fromlist=["main"])
    monkeypatch.setattr(spelling, "COMMAND", ("no-such-command",))
    monkeypatch.setattr(command, "ROOT", tree)
    monkeypatch.setattr(command.checks, "run", lambda root: [])
    spelling.installed.cache_clear()
    try:
        assert command.main() == 0
        assert capsys.readouterr().out.splitlines()[0] == language.NO_DICTIONARY
        problems, _ = said(tree, FAQ, HERE, "Karttu hilang dikarenakan banjir.")
    finally:
        spelling.installed.cache_clear()
    assert [one.wrong for one in problems] == ['"dikarenakan" adalah kata kantor.']


@pytest.mark.usefixtures("dictionary")
def test_the_command_prints_the_language_too(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`make check` shows both kinds of problems, sorted."""
    command = __import__("publish.content.checks.__main__", fromlist=["main"])
    monkeypatch.setattr(command, "ROOT", tree)
    other = checks.Problem(FAQ, 1, "Lain.", "")
    monkeypatch.setattr(command.checks, "run", lambda root: [other])
    path = tree / FAQ
    right = path.read_text(encoding="utf-8")
    path.write_text(right.replace(HERE, "Silahkan."), encoding="utf-8")
    try:
        assert command.main() == 1
    finally:
        path.write_text(right, encoding="utf-8")
    first, second = capsys.readouterr().out.splitlines()
    assert first == str(other)
    assert "Silahkan" in second


def test_a_dictionary_that_fails_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """hunspell without its Indonesian part ends with an error: that counts as not installed."""

    def fail(*args: object, **kwargs: object) -> None:
        raise subprocess.CalledProcessError(1, "hunspell")

    spelling.installed.cache_clear()
    monkeypatch.setattr(subprocess, "run", fail)
    try:
        assert not spelling.installed()
        assert spelling.unknown(["zzxq"]) == set()
    finally:
        spelling.installed.cache_clear()


def test_words_in_the_code_are_read(tmp_path: Path) -> None:
    """Texts of the code are prose without their HTML; names, docstrings and single words are not."""
    path = tmp_path / "x.py"
    path.write_text(
        '"""Say nothing of this."""\n'
        'A = "looks-like-kpj"\n'
        "def f(n: int) -> str:\n"
        '    return f"""<p class="Satu dua">Ada {n} <b>kartu</b>.</p>\n'
        '<button aria-label="Salin nomor ini">Salin</button>\n'
        'Isian {{n}} salah."""\n',
        encoding="utf-8",
    )
    assert [(one.line, one.text) for one in words_in_code.of_code("x.py", path)] == [
        (4, f"Ada {GAP} kartu."), (6, f"Isian {GAP} salah."), (5, "Salin nomor ini"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", words_in_code.MODULES)
def test_each_module_with_words_has_words(name: str) -> None:
    """The list of modules that hold words names no module that moved or fell silent."""
    assert list(words_in_code.of_code(name, ROOT / name))


def test_words_in_a_template_are_read(tmp_path: Path) -> None:
    """Texts and labels of a template, each on its line, without what the template does."""
    path = tmp_path / "x.html"
    path.write_text(
        '{#- Not for readers. -#}\n{% block a %}\n<p>Lihat <a href="{{ x | url }}">semua cara</a>.</p>\n'
        '<label aria-label="Cari di sini">Cari</label><i data-words-one="1 halaman ada.">{{ y }}</i>\n',
        encoding="utf-8",
    )
    assert [(one.line, one.text) for one in words_in_code.of_template("x.html", path)] == [
        (3, "Lihat semua cara."), (4, "Cari di sini"), (4, "1 halaman ada."),
    ]  # fmt: skip


@pytest.mark.parametrize("name", words_in_code.TEMPLATES)
def test_each_template_with_words_has_words(name: str) -> None:
    """The list of templates names none that moved or fell silent."""
    assert list(words_in_code.of_template(name, ROOT / name))


def test_the_handbook_tells_the_limits() -> None:
    """CONTRIBUTING names the limits and the lists as they are."""
    told = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert (
        f"kalimat paling banyak {language.LONGEST} kata, rata-rata halaman paling banyak {language.MEAN}"
        in told
    )
    assert f"di satu halaman paling banyak {repeats.MOST} %" in told
    assert all(f"publish/content/language/{file.name}" in told for file in (plainer.FILE, spelling.TERMS))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Lihat kartu. Ada? Ada! Baca.", 4),
        ("Yth. petugas, tulis ke No. 7.", 1),
        ("Pukul 08.00 sampai 15.00 di 3.000 kantor.", 1),
        ('Tulis "Moh." di situ. Lalu "Lihat." Selesai.', 3),
        (f"Telepon {GAP}. {GAP} juga.", 2),
        ("……", 0),
    ],
)
def test_sentences_are_told_apart(text: str, pieces: int) -> None:
    """A full stop inside a number or after an abbreviation ends nothing."""
    assert len(sentences.split(text)) == pieces


@pytest.mark.parametrize(
    ("word", "count"),
    [("kartu", 2), ("pantai", 2), ("perusahaan", 5), ("ketenagakerjaan", 7), ("hati-hati", 4), ("kalau", 2),
     ("JMO", 1), ("mau", 2), ("memulai", 3)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    """Each vowel is one, and a gliding pair at the end of a word is one."""
    assert sentences.syllables(word) == count


def test_figures() -> None:
    """Only whole sentences count; a heading or a cell does not."""
    found = sentences.figures(["Kartu Anda hilang. Telepon perusahaan lama itu!", "Judul tanpa titik"])
    assert found == (2, 7, 4, 1 / 7)
    assert found.mean == 3.5
    assert sentences.figures([]).mean == 0


@pytest.mark.usefixtures("dictionary")
def test_the_guide_is_plain(record_property: Callable[[str, object], None]) -> None:
    """The guide as it stands breaks no rule; its reading figures go into the report."""
    problems = language.run(ROOT)
    assert not problems, "\n".join(map(str, problems))
    found = language.figures(ROOT)
    assert found.sentences > 1000
    assert found.mean < language.MEAN
    read = [
        one for one in language.read(ROOT, reading.read(ROOT, clock.today())) if one.file.startswith("docs/")
    ]
    speech = sentences.figures(one.full for one in read)
    assert speech.mean > LEAST, "a row of orders is no speech: join sentences with karena, supaya, jadi"
    most = max(repeats.shares(read).values())
    for words, value in (
        ("kalimat", str(found.sentences)),
        (
            "kata per kalimat, rata-rata",
            f"{found.mean:.1f} (artikel asal: {language.ORIGIN})".replace(".", ","),
        ),
        ("kata per kalimat di halaman, rata-rata", f"{speech.mean:.1f}".replace(".", ",")),
        (
            "kalimat yang ada juga di halaman lain, paling banyak di satu halaman",
            f"{most:.0%}".replace("%", " %"),
        ),
        ("kata di kalimat terpanjang", str(found.longest)),
        (f"kata dengan {sentences.LONG} suku kata atau lebih", f"{found.long:.0%}".replace("%", " %")),
    ):
        record_property("figure", f"{words}|{value}")


def test_the_figures_stand_in_the_report() -> None:
    """What a test records as a figure becomes a row; without any there is no table."""
    shown = list(report.lines({}, (), ["kata per kalimat|7,3 (artikel asal: 16)"]))
    assert "| kata per kalimat | 7,3 (artikel asal: 16) |" in shown[shown.index("## Angka") :]
    assert "## Angka" not in report.lines({}, ())


JUNK = (
    "{{",
    "}}",
    "|",
    "[",
    "](",
    "```",
    "#",
    "- ",
    "<b>",
    '"',
    "!!! tip",
    "\x00",
    "di isi",
    ":",
    "…",
    "  ",
    "-nya",
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(JUNK) | st.text(max_size=8), max_size=12))
def test_any_text_is_answered(pieces: list[str]) -> None:
    """However a line is damaged, it is read to its end."""
    text = "".join(pieces).replace("\n", " ")
    for passage in passages.one("a.md", 1, text, {}):
        assert list(eyd.check(passage.text)) is not None
        assert "\n" not in "".join(sentences.split(passage.full))
        list(plainer.check(passage.text))
        spelling.words(passage.text)


def test_a_new_page_that_says_what_an_old_one_says_is_named_alone() -> None:
    """Who copies a page to write another is told of the copy, not of the page that was right before."""
    said = [
        Passage(file, line, sentence, sentence)
        for file in ("docs/a-baru.md", "docs/lama.md")
        for line in range(1, repeats.ENOUGH + 1)
        for sentence in [f"Kalimat nomor {line} ini cukup panjang."]
    ]
    assert {one.file for one in repeats.check(said)} == {"docs/a-baru.md", "docs/lama.md"}
    assert {one.file for one in repeats.check(said, ["docs/a-baru.md"])} == {"docs/a-baru.md"}
