"""Search: how pages are cut, words are spelled and rooted, and what the browser's own script then finds."""

from __future__ import annotations

import gzip
import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from publish.site import search
from publish.site.search import index, page_sections, word_forms
from tests import ROOT

QUERIES = ROOT / "tests" / "support" / "queries.tsv"
FIRST = 3
MOST = 45_000
"""Bytes, gzip, of the engine with its data; nothing of it is loaded before a reader opens the search."""

HTML = """<h1 id="judul">Kartu hilang</h1><p>Satu.
Dua <a href="../jmo/">buka JMO</a>.</p><h2 id="langkah">Langkah</h2><ol><li>Cari kartunya.<ul><li>Di rumah</li></ul></li></ol>
<table><tr><th>Cara</th><td>Biaya</td></tr></table><dl><dt>NPP</dt><dd>Nomor perusahaan</dd></dl>
<div data-search-exclude><p>rahasia<br>dua<br />tiga</p><p>empat</p></div><pre>Yth. HRD</pre><footer class="page-foot"><p>kaki</p></footer><p>akhir</p>"""


def rows(path: Path) -> list[list[str]]:
    lines = (
        line for line in path.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    )
    return [line.split("\t") for line in lines][1:]


def node(script: Path, asked: Any) -> Any:
    """Return what the browser's script answers in Node (tests/support/ask.mjs)."""
    run = subprocess.run(
        ["node", str(ROOT / "tests/support/ask.mjs"), str(script)],
        input=json.dumps(asked),
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(run.stdout)


def ship(folder: Path, *pages: search.Page) -> Path:
    """Write the script for some pages, as the build does."""
    file = folder / "search.js"
    file.write_text(search.script(search.build(pages)), encoding="utf-8")
    return file


def slug(url: str) -> str:
    return url.partition("#")[0].rstrip("/")


@pytest.fixture(scope="module")
def script(site: Path) -> Path:
    (found,) = (site / "assets").glob("search-*.js")
    return found


@pytest.fixture(scope="module")
def found(script: Path) -> dict[str, list[str]]:
    """The pages found for every query of queries.tsv, best first."""
    asked = [row[0] for row in rows(QUERIES)]
    return {
        query: [slug(result["url"]) for result in results]
        for query, results in zip(asked, node(script, asked), strict=True)
    }


# --- what is read of a page ----------------------------------------------------------------------


def test_a_page_is_cut_into_sections_of_lines() -> None:
    parts = [tuple(part) for part in page_sections.read(search.anchor_terms(HTML)).sections]
    assert parts == [
        ("", "Kartu hilang", ("Satu.", "Dua buka JMO.")),
        ("langkah", "Langkah", ("Cari kartunya.", "Di rumah", "Cara · Biaya")),
        ("arti-npp", "NPP", ("Nomor perusahaan", "akhir")),
    ]


def test_links_call_the_page_they_lead_to() -> None:
    pages = [
        search.Page("situasi/kartu-hilang/", "A", "", HTML),
        search.Page("situasi/jmo/", "B", "", "<p>b</p>"),
    ]
    assert search.build(pages)["pages"][1][3] == "buka jmo"


def test_addresses_are_resolved_from_the_root() -> None:
    assert index.resolve("metode/jmo/", "../../") == ""
    assert index.resolve("metode/jmo/", "../hrd/") == "metode/hrd/"
    assert index.resolve("", "faq/") == "faq/"
    assert index.resolve("metode/jmo.html", "hrd.html") == "metode/hrd.html"


def test_answers_of_the_flow_lead_to_the_page_of_their_plan() -> None:
    answers = [{"text": "Ya, {{ x }} ada", "goto": "baca"}, {"text": "Tidak", "goto": "lagi"}]
    flow = {
        "outcome": {"baca": {"page": "metode/jmo", "title": "Baca"}},
        "question": {"q": {"answer": answers}},
    }
    assert search.asked(flow) == {"metode/jmo": ("Baca", "Ya,  ada")}


# --- words ---------------------------------------------------------------------------------------


def test_words_are_cut_without_accents_and_signs() -> None:
    assert word_forms.cut("E-KTP, «Café» JMO-nya 11 angka!") == [
        "e",
        "ktp",
        "cafe",
        "jmo",
        "nya",
        "11",
        "angka",
    ]
    assert word_forms.cut("no\u00admor\u200b \ufeffKP\u2060J\u200e") == ["nomor", "kpj"]


def test_marks_that_are_not_seen_change_no_answer(script: Path, found: dict[str, list[str]]) -> None:
    marked = {query: "\u00ad\u200b\u2060".join(query) for query in list(found)[:20]}
    answers = node(script, list(marked.values()))
    assert [[slug(one["url"]) for one in answer] for answer in answers] == [found[query] for query in marked]


@pytest.mark.parametrize(
    ("table", "said"),
    [
        ({"ejaan": {}}, 'bagian "ejaan" tidak dikenal'),
        ({"spelling": {"nomor": ["no"], "tidak": ["no"]}}, '"no" ditulis di bawah "nomor" dan "tidak"'),
        ({"spelling": {"nomor": ["nmr"], "nmr": ["nm"]}}, 'Pindahkan "nm" ke "nomor"'),
        ({"meaning": {"hilang": ["hilang"]}}, "kelompok hilang memerlukan dua kata"),
        ({"meaning": {"tutup": ["tutup", "gulung tikar"]}}, '"gulung tikar" di kelompok tutup'),
    ],
)
def test_a_fault_in_the_words_is_named(table: dict[str, Any], said: str) -> None:
    with pytest.raises(word_forms.BadWords, match=said):
        word_forms.check(table)


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("daftar", "pendaftaran mendaftar mendaftarkan terdaftar"),
        ("cari", "mencari pencarian dicarikan"),
        ("hilang", "kehilangan menghilang"),
        ("cek", "mengecek"),
        ("kenal", "mengenali"),
        ("peserta", "kepesertaan pesertanya"),
        ("meninggal", "meninggal"),
    ],
)
def test_the_build_finds_roots(root: str, forms: str) -> None:
    stemmer = word_forms.Stemmer(word_forms.load().roots)
    assert {form: stemmer.root(form) for form in forms.split()} == dict.fromkeys(forms.split(), root)


def test_a_root_and_its_forms_are_told_briefly() -> None:
    assert index.family("daftar", ["mendaftar", "pendaftaran"]) == "daftar men~ pen~an"


# --- the engine, in Node -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("root", "forms"),
    [
        ("cari", "nyari nyariin dicariin mencarikannya carikan"),
        ("tanya", "nanya nanyain menanyai tanyain"),
        ("urus", "ngurus ngurusin diurusin mengurusi"),
        ("hilang", "kehilangan menghilangkan hilangnya"),
        ("lupa", "melupakan dilupakan terlupakan"),
        ("simpan", "nyimpen nyimpan menyimpankan tersimpankan"),
        ("daftar", "daftarin ngedaftar ngedaftarin pendaftarannya didaftarin"),
        ("buka", "ngebuka dibukain bukanya kebuka"),
        ("kartu", "kartuku kartumu kartunya"),
        ("nomor", "nomorku nomornya nomermu"),
        ("tipu", "nipu ditipu ketipu"),
        ("gabung", "gabungin digabungin ngegabungin"),
    ],
)
def test_the_browser_takes_affixes_off_that_no_page_has(script: Path, root: str, forms: str) -> None:
    # What is wanted: each form finds the very pages that its root finds.
    answers = node(script, [root, *forms.split()])
    first = [[slug(result["url"]) for result in results][:FIRST] for results in answers]
    missed = [
        form for form, pages in zip(forms.split(), first[1:], strict=True) if not set(pages) & set(first[0])
    ]
    assert missed == []


def test_build_and_browser_agree_on_every_word_of_the_pages(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    data = json.loads(text[text.index("guideSearch.load(") + len("guideSearch.load(") : text.rindex(");")])
    stemmer = word_forms.Stemmer(word_forms.load().roots)
    known = sorted({word for row in data["sections"] for part in row[2:] for word in word_forms.cut(part)})
    assert len(known) > 1000
    assert node(script, {"stem": known}) == [stemmer.root(word) for word in known]


@pytest.mark.parametrize("typed", ["hilng", "hiilang", "hilamg", "hlang", "ihlang", "hilanggg"])
def test_one_wrong_letter_is_forgiven(script: Path, typed: str) -> None:
    (results,) = node(script, [f"kartu {typed}"])
    assert slug(results[0]["url"]) == "situasi/kartu-hilang"


@pytest.mark.parametrize(
    ("query", "page"),
    [
        ("nomorkpj", "panduan/kenali-nomor"),
        ("kartuhilang", "situasi/kartu-hilang"),
        ("ahli wrs", "situasi/ahli-waris"),
        ("KARTU HILANG!!!", "situasi/kartu-hilang"),
        ("pekerja migr", "situasi/pmi"),
        ("3101991708450001", "panduan/kenali-nomor"),
    ],
)
def test_glued_short_loud_unfinished_and_pasted_queries_find_their_page(
    script: Path, query: str, page: str
) -> None:
    (results,) = node(script, [query])
    assert page in [slug(result["url"]) for result in results][:FIRST]


@pytest.mark.parametrize(
    "query", ["", "  ", "?!", "yang di ke", "zzqqxx", "\ud83d", "<img src=x>", "__proto__", "a" * 10_000]
)
def test_any_text_gets_an_answer(script: Path, query: str) -> None:
    (results,) = node(script, [query])
    assert isinstance(results, list)
    assert query != "zzqqxx" or results == []


def test_a_result_shows_its_passage_with_the_words_marked(tmp_path: Path) -> None:
    html = search.anchor_terms(HTML)
    pages = [
        search.Page("a/", "Kartu", "Tentang kartu.", html),
        search.Page("b/", "Lain", "", "<h1>Lain</h1><p>Ini.</p>"),
    ]
    ((result,),) = node(ship(tmp_path, *pages), ["npp"])
    assert (result["url"], result["heading"]) == ("a/#arti-npp", [["NPP", True]])
    ((result, *_),) = node(ship(tmp_path, *pages), ["mencari kartu"])
    assert (result["url"], result["heading"]) == ("a/", []), "the page's title says it already"
    assert result["passage"] == [["Cari", True], [" ", False], ["kartunya", True], [".", False]]


def test_the_script_may_stand_inline_in_a_page(tmp_path: Path) -> None:
    text = search.script(search.build([search.Page("a/", "A", "</script><b>", "<p>&lt;/script></p>")]))
    assert "</" not in text.partition("guideSearch.load(")[2]


def test_the_same_pages_give_the_same_script() -> None:
    page = search.Page("a/", "A", "", HTML)
    assert search.script(search.build([page])) == search.script(search.build([page]))


# --- what people type ----------------------------------------------------------------------------


@pytest.mark.parametrize("row", [row for row in rows(QUERIES) if row[2] == "given"], ids=lambda row: row[0])
def test_a_given_query_finds_its_page(found: dict[str, list[str]], row: list[str]) -> None:
    assert set(row[1].split()) & set(found[row[0]][:FIRST])


@pytest.mark.parametrize(("group", "least"), [("tuned", 0.93), ("held", 0.9), ("fresh", 0.9), ("last", 0.9)])
def test_most_queries_find_their_page(found: dict[str, list[str]], group: str, least: float) -> None:
    asked = [row for row in rows(QUERIES) if row[2] == group]
    missed = [row[0] for row in asked if not set(row[1].split()) & set(found[row[0]][:FIRST])]
    assert len(asked) > 30
    assert len(missed) <= (1 - least) * len(asked), missed


def test_every_target_of_a_query_is_a_page() -> None:
    docs = ROOT / "docs"
    named = {name for row in rows(QUERIES) for name in row[1].split()}
    assert [
        name for name in named if not ((docs / f"{name}.md").exists() or (docs / name / "index.md").exists())
    ] == []


def test_the_search_is_light(script: Path) -> None:
    assert len(gzip.compress(script.read_bytes(), 9)) <= MOST
