"""What the web is told of each page: its title and description, its card, its data, and where it moved to."""

from __future__ import annotations

import json
import re
import struct
import subprocess
import zlib
from collections import Counter
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from helper import data as guide_data
from publish.content import addresses
from publish.site import address, metadata, page_record, redirects, service_worker
from publish.site.metadata import cards, icons, json_ld, open_search, rasterize
from publish.tools import file_origins
from tests import ROOT
from tests.site.test_site import ORIGIN, PAGES, Page

TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
META = re.compile(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')
DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
METHODS = [name for name in PAGES if name.startswith("metode/") and name != "metode/index.html"]
SHARED = {"og:locale": "id_ID", "og:site_name": "Nomor KPJ", "twitter:card": "summary_large_image"}
NEEDED = {
    "BreadcrumbList": {"itemListElement"},
    "ListItem": {"position", "name", "item"},
    "FAQPage": {"mainEntity"},
    "Question": {"name", "acceptedAnswer"},
    "Answer": {"text"},
    "HowTo": {"name", "step"},
    "HowToStep": {"name", "text"},
    "WebSite": {"name", "url"},
}
"""What search engines ask of each type (developers.google.com/search/docs/appearance, read in 2026)."""


@cache
def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def told(file: Path) -> dict[str, str]:
    """Return what a page says of itself in its head, each name once."""
    found = META.findall(text(file))
    assert [name for name, count in Counter(name for name, _ in found).items() if count > 1] == []
    return {name: unescape(content) for name, content in found}


def title(file: Path) -> str:
    found = TITLE.search(text(file))
    assert found
    return unescape(found[1])


def data(file: Path) -> list[dict[str, Any]]:
    """Return the things that a page's one data block names."""
    (block,) = DATA.findall(text(file))
    read = json.loads(block)
    assert read["@context"] == json_ld.CONTEXT
    return list(read["@graph"])


def words(html: str) -> str:
    """Return what a reader sees of HTML, by another way than the one that made the data."""
    page = Page(re.sub(r"(</?(?:p|li|h\d|ul|ol|div|dd|dt|td|th)\b)", r" \1", html))
    return " ".join(page.text.split())


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_described(site: Path, name: str) -> None:
    """Title, description, canonical address, Open Graph: all there, none too long, no two that differ."""
    found, html = told(site / name), text(site / name)
    heading = re.search(r"<h1\b[^>]*>(.*?)</h1>", html, re.DOTALL)
    assert heading
    address = ORIGIN + name.removesuffix("index.html")
    assert CANONICAL.findall(html) == [address]
    assert len(title(site / name)) <= 60
    assert title(site / name).removesuffix(" - Nomor KPJ") == found["og:title"]
    if name != "index.html":
        assert found["og:title"] == words(heading[1])
    assert 50 <= len(found["description"]) <= 160
    assert found["og:description"] == found["description"]
    assert found["og:url"] == address
    assert found["og:type"] == ("website" if name == "index.html" else "article")
    assert found["og:image:alt"].endswith(found["og:title"])
    assert {key: found[key] for key in SHARED} == SHARED
    assert re.findall(r'<html\b[^>]*\slang="([^"]*)"', html) == ["id"]
    assert set(re.findall(r'\slang="([^"]*)"', html)) <= {"id", "en"}


@pytest.mark.parametrize("what", ["title", "description", "og:image", "og:title"])
def test_no_two_pages_say_the_same(site: Path, what: str) -> None:
    said = [title(site / name) if what == "title" else told(site / name)[what] for name in PAGES]
    assert [one for one, count in Counter(said).items() if count > 1] == []


@pytest.mark.parametrize("name", PAGES)
def test_every_card_is_a_picture_of_the_right_size(site: Path, name: str) -> None:
    """It is there, 1200 by 630, light enough for a messenger, and no letter runs out of it."""
    found = told(site / name)
    path = site / urlsplit(found["og:image"]).path.lstrip("/")
    assert found["og:image"] == ORIGIN + path.relative_to(site).as_posix()
    picture = path.read_bytes()
    size = int(found["og:image:width"]), int(found["og:image:height"])
    assert size == struct.unpack(">II", picture[16:24]) == (1200, 630)
    assert len(picture) < 100_000
    assert picture == rasterize.png(cards.drawing(found["og:title"]), 1200)
    assert free(found["og:title"])


@pytest.mark.parametrize(
    "heading",
    [
        "Pekerja proyek bangunan: apakah saya punya nomor?",
        "CARA CEK NOMOR BPJS KETENAGAKERJAAN LEWAT HP",
        "pertanggungjawabkanlahsemuanya",
    ],
)
def test_a_wide_heading_fits(heading: str) -> None:
    assert free(heading)


def free(heading: str) -> bool:
    """Return whether the right margin of a card (3 % of its width) is paper, and the rest is not; it is drawn small."""
    width, _, rows = pixels(rasterize.png(cards.drawing(heading), 240))
    paper = bytes.fromhex(rasterize.PAPER[1:]) + b"\xff"
    return all(row[-7 * 4 :] == paper * 7 for row in rows) and len(set(rows)) > width / 10


def pixels(picture: bytes) -> tuple[int, int, list[bytes]]:
    """Return (width, height, rows of RGBA bytes) of a PNG of 8 bits a channel that is not interlaced."""
    assert picture[:8] == b"\x89PNG\r\n\x1a\n"
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", picture[16:29])
    assert (depth, kind, interlaced) == (8, 6, 0)
    packed, at = b"", 8
    while at < len(picture):
        size = int.from_bytes(picture[at : at + 4])
        packed += picture[at + 8 : at + 8 + size] if picture[at + 4 : at + 8] == b"IDAT" else b""
        at += size + 12
    raw, rows, length = zlib.decompress(packed), [bytes(width * 4)], width * 4
    for number in range(height):
        start = number * (length + 1)
        rows.append(unfilter(raw[start], raw[start + 1 : start + 1 + length], rows[-1]))
    return width, height, rows[1:]


def unfilter(kind: int, line: bytes, above: bytes) -> bytes:
    """Return a row of a PNG without its filter (PNG specification, 9.2)."""
    row = bytearray(line)
    if kind == 2:
        return bytes((a + b) & 255 for a, b in zip(line, above, strict=True))
    for at in range(len(row) if kind else 0):
        left, up, corner = (row[at - 4], above[at], above[at - 4]) if at > 3 else (0, above[at], 0)
        if kind == 1:
            row[at] = (row[at] + left) & 255
        elif kind == 3:
            row[at] = (row[at] + (left + up) // 2) & 255
        else:
            near = min((left, up, corner), key=lambda one: abs(left + up - corner - one))
            row[at] = (row[at] + near) & 255
    return bytes(row)


@pytest.mark.parametrize(
    ("heading", "shown"),
    [
        ("Kenali nomor KPJ", ["Kenali nomor KPJ"]),
        ("Kartu hilang: cara mencari nomor KPJ", ["Kartu hilang: cara", "mencari nomor KPJ"]),
        ("Lupa akun JMO, lupa email, atau ganti nomor HP", ["Lupa akun JMO,", "lupa email, atau", "ganti nomor HP"]),
        ("A" * 40, ["A" * 40]),
    ],
)  # fmt: skip
def test_a_heading_stands_in_few_even_lines(heading: str, shown: list[str]) -> None:
    assert cards.lines(heading) == shown


def test_the_drawings_have_the_colours_of_the_guide() -> None:
    css = (ROOT / "publish/site/styles/guide.css").read_text(encoding="utf-8").partition("}")[0]
    for name, colour in (("paper", rasterize.PAPER), ("ink", rasterize.INK), ("quiet", rasterize.QUIET), ("accent", rasterize.ACCENT)):  # fmt: skip
        assert f"--g-{name}: {colour};" in css


@pytest.mark.parametrize("name", PAGES)
def test_the_data_is_what_the_page_shows(site: Path, name: str) -> None:
    """Every name and text stands on the page; every type has what search engines need."""
    html = text(site / name)
    shown = words(re.sub(r"<(script|svg)\b.*?</\1>", " ", html, flags=re.DOTALL))
    kinds = []
    for thing in walk(data(site / name)):
        kind = thing["@type"]
        kinds.append(kind)
        assert NEEDED[kind] <= {key for key, value in thing.items() if value}, kind
        for key in ("name", "text", "disambiguatingDescription"):
            assert plain(thing.get(key, "")) in plain(shown), key
    assert "Organization" not in html
    assert ("WebSite" if name == "index.html" else "BreadcrumbList") in kinds
    assert ("HowTo" in kinds) == (name in METHODS)
    assert ("FAQPage" in kinds) == (name == "faq/index.html")


def plain(shown: str) -> str:
    """Return a text without space, so that where tags end does not matter."""
    return re.sub(r"\s", "", shown)


def walk(value: Any) -> list[dict[str, Any]]:
    """Return all things inside some data."""
    if isinstance(value, list):
        return [thing for one in value for thing in walk(one)]
    if isinstance(value, dict):
        return [value, *(thing for one in value.values() for thing in walk(one))]
    return []


def test_every_question_of_the_faq_is_told(site: Path) -> None:
    """All headings of the page, each with its whole answer, in order."""
    source = (ROOT / "docs/faq.md").read_text(encoding="utf-8")
    asked = re.findall(r"^## (.*)$", source, re.MULTILINE)
    (faq,) = [thing for thing in data(site / "faq/index.html") if thing["@type"] == "FAQPage"]
    assert [one["name"] for one in faq["mainEntity"]] == asked
    assert len(asked) > 10
    body = text(site / "faq/index.html").partition("<article")[2].partition('class="page-foot"')[0]
    for one, inside in zip(faq["mainEntity"], re.split(r"<h2\b", body)[1:], strict=True):
        shown = words(inside.partition("</h2>")[2].rpartition("<section")[0] or inside.partition("</h2>")[2])
        assert plain(one["acceptedAnswer"]["text"]) == plain(shown)


@pytest.mark.parametrize("name", METHODS)
def test_every_step_of_a_method_is_told(site: Path, name: str) -> None:
    source = (ROOT / "docs" / name.replace("/index.html", ".md")).read_text(encoding="utf-8")
    part = source.partition("## Langkah")[2].partition("\n## ")[0]
    (how,) = [thing for thing in data(site / name) if thing["@type"] == "HowTo"]
    assert len(how["step"]) == len(re.findall(r"^\d+\. ", part, re.MULTILINE)) > 2
    assert [step["position"] for step in how["step"]] == list(range(1, len(how["step"]) + 1))
    assert all(step["text"].startswith(step["name"]) for step in how["step"])


@pytest.mark.parametrize("name", [name for name in PAGES if name != "index.html"])
def test_the_way_to_a_page_leads_through_pages(site: Path, name: str) -> None:
    (crumbs,) = [thing for thing in data(site / name) if thing["@type"] == "BreadcrumbList"]
    way = [item["item"] for item in crumbs["itemListElement"]]
    assert way[0] == ORIGIN
    assert way[-1] == ORIGIN + name.removesuffix("index.html")
    assert len(way) == len(set(way)) == name.count("/") + 1
    for step in way:
        assert (site / urlsplit(step).path.lstrip("/") / "index.html").is_file()


def test_the_data_fits_the_vocabulary(site: Path, tmp_path: Path) -> None:
    """TypeScript compares all data blocks with schema.org's own types (schema-dts): no unknown property, no wrong kind."""
    blocks = [DATA.findall(text(site / name))[0] for name in PAGES]
    assert check_types(tmp_path, blocks) == ""


@pytest.mark.parametrize(
    ("wrong", "word"),
    [
        ({"@type": "HowTo", "name": "x", "langkah": []}, "langkah"),
        ({"@type": "FAQPage", "mainEntity": {"@type": "Question", "acceptedAnswer": {"@type": "Jawaban"}}}, "Jawaban"),
        ({"@type": "ListItem", "position": [True]}, "position"),
    ],
)  # fmt: skip
def test_wrong_data_is_seen(tmp_path: Path, wrong: dict[str, Any], word: str) -> None:
    assert word in check_types(tmp_path, [json.dumps({"@context": json_ld.CONTEXT, "@graph": [wrong]})])


def check_types(folder: Path, blocks: list[str]) -> str:
    """Return what the TypeScript compiler says against data blocks."""
    lines = ['import type { Graph } from "schema-dts";']
    lines += [f"export const page{number}: Graph = {block};" for number, block in enumerate(blocks)]
    (folder / "data.ts").write_text("\n".join(lines), encoding="utf-8")
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    options = (
        "--noEmit",
        "--strict",
        "--skipLibCheck",
        "--module",
        "esnext",
        "--moduleResolution",
        "bundler",
    )
    run = subprocess.run(
        ["node_modules/.bin/tsc", *options, "data.ts"], cwd=folder, capture_output=True, text=True, timeout=100, check=False
    )  # fmt: skip
    assert (run.returncode == 0) == (not run.stdout), run.stdout + run.stderr
    return run.stdout


def test_a_browser_can_take_the_search_among_its_own(site: Path) -> None:
    """Each page names the description, whose address is that of the search with what is typed; the copies know none."""
    described = ElementTree.parse(site / open_search.FILE).getroot()
    url = described.find("{http://a9.com/-/spec/opensearch/1.1/}Url")
    assert url is not None and url.attrib == {"type": "text/html", "template": f"{ORIGIN}?q={{searchTerms}}"}
    for name in PAGES:
        found = re.search(
            r'<link rel="search" type="([^"]*)" title="Nomor KPJ" href="([^"]*)">', text(site / name)
        )
        assert found and found[1] == "application/opensearchdescription+xml"
        assert (site / name).parent.joinpath(found[2]).resolve() == (site / open_search.FILE).resolve()


def test_the_manifest_names_what_is_there(site: Path) -> None:
    """Icons of the sizes it says, addresses that work in any folder, pages and anchors that exist."""
    told = json.loads(text(site / icons.MANIFEST))
    assert (told["name"], told["lang"], told["start_url"], told["scope"]) == ("Nomor KPJ", "id", "./", "./")
    assert {(icon["sizes"], icon["purpose"]) for icon in told["icons"]} == {
        ("192x192", "any"),
        ("512x512", "any"),
        ("512x512", "maskable"),
    }
    for icon in told["icons"]:
        size = struct.unpack(">II", (site / icon["src"]).read_bytes()[16:24])
        assert size == tuple(map(int, icon["sizes"].split("x")))
    for shortcut in told["shortcuts"]:
        path, _, anchor = shortcut["url"].partition("#")
        assert not anchor or f'id="{anchor}"' in text(site / path / "index.html")
    for name in PAGES:
        assert text(site / name).count(f'href="{"../" * name.count("/")}{icons.MANIFEST}"') == 1


@pytest.mark.parametrize("icon", icons.ICONS, ids=lambda icon: icon.name)
def test_icons_have_the_ground_that_they_need(icon: icons.Icon) -> None:
    """Those for a mask and for iPhones have no see-through corner; the mark stays in the circle that Android may cut out."""
    size, _, rows = pixels(rasterize.png(icons.drawing(icon), 100))
    corner = rows[0][:4]
    assert corner[3] == (0 if icon.purpose == "any" else 255)
    inked = [
        (x - 50, y - 50) for y in range(size) for x in range(size) if rows[y][x * 4 : x * 4 + 4] != corner
    ]
    assert len(inked) > 500
    if icon.purpose == "maskable":
        assert max(x * x + y * y for x, y in inked) ** 0.5 <= 40


@pytest.mark.parametrize(
    ("environment", "named"),
    [
        ({"NETLIFY": "true", "URL": "https://contoh.netlify.app"}, "https://contoh.netlify.app/"),
        ({"URL": "https://orang-lain.example"}, ""),
        ({"NETLIFY": "true"}, ""),
        ({"CF_PAGES": "1", "CF_PAGES_URL": "https://0123abcd.contoh.pages.dev"}, "https://contoh.pages.dev/"),
        ({"CF_PAGES": "1", "CF_PAGES_URL": "https://contoh.pages.dev/"}, "https://contoh.pages.dev/"),
        ({"CF_PAGES": "1", "CF_PAGES_URL": "https://deadbeef.example.id"}, "https://deadbeef.example.id/"),
        ({}, ""),
    ],
)
def test_a_host_that_names_its_address_is_believed(environment: dict[str, str], named: str) -> None:
    assert address.of_host(environment) == named


def test_robots_may_read_all(site: Path) -> None:
    """The copies too: what says `noindex` must be read to be heard."""
    lines = text(site / "robots.txt").splitlines()
    assert lines[0] == "User-agent: *"
    assert f"Sitemap: {ORIGIN}sitemap.xml" in lines
    assert "Disallow" not in text(site / "robots.txt")
    assert "Allow: /x/" in metadata.robots("https://contoh.example/x/").splitlines()
    listed = re.findall(r"<loc>(.*?)</loc>", text(site / "sitemap.xml"))
    assert sorted(listed) == sorted(ORIGIN + name.removesuffix("index.html") for name in PAGES)


def test_the_page_for_lost_addresses_is_not_listed(site: Path) -> None:
    html = text(site / "404.html")
    assert '<meta name="robots" content="noindex">' in html
    assert not CANONICAL.search(html)
    assert "og:" not in html
    assert not [name for name in PAGES if "noindex" in text(site / name)]


def test_copies_and_the_service_worker_carry_none_of_it(site: Path, copies: Path) -> None:
    only_web = re.compile(metadata.FILES)
    assert (
        len([path for path in site.rglob("*") if only_web.fullmatch(path.relative_to(site).as_posix())]) > 30
    )
    assert not [name for name in service_worker.files(site) if only_web.fullmatch(name)]
    files = [path for path in copies.rglob("*") if path.is_file()]
    assert len(files) > 30
    for path in files:
        assert path.suffix not in (".png", ".webmanifest")
        assert path.name not in ("robots.txt", "opensearch.xml", "_headers", "_redirects", "sw.js")
        if path.suffix == ".html":
            html = path.read_text(encoding="utf-8", errors="replace")
            assert not re.search(
                r'ld\+json|"og:|twitter:card|rel="?(manifest|search)|apple-touch-icon', html
            ), path


def test_a_moved_page_leads_on(tmp_path: Path) -> None:
    """From any depth: a link, a refresh for who has no scripts, a canonical address, a policy that fits."""
    address = "https://contoh.example/panduan/"
    redirects.ship(
        tmp_path, address, {"situasi/kartu-rusak": "situasi/kartu-hilang", "bantuan": "", "nik": "mulai"}
    )
    page = text(tmp_path / "situasi/kartu-rusak/index.html")
    assert CANONICAL.findall(page) == [f"{address}situasi/kartu-hilang/"]
    assert '<a href="../../situasi/kartu-hilang/">' in page
    assert (
        '<noscript><meta http-equiv="refresh" content="0; url=../../situasi/kartu-hilang/"></noscript>'
        in page
    )
    assert "script-src 'self' 'wasm-unsafe-eval' 'sha256-" in page
    assert '<a href="../">' in text(tmp_path / "bantuan/index.html")
    assert text(tmp_path / "_redirects").splitlines() == [
        "/panduan/situasi/kartu-rusak/ /panduan/situasi/kartu-hilang/ 301",
        "/panduan/bantuan/ /panduan/ 301",
        "/panduan/nik/ /panduan/mulai/ 301",
    ]


def test_the_rest_of_the_build_knows_moved_pages(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The list of origins does not stumble over one."""
    monkeypatch.setattr(addresses, "moved", lambda: {"kartu-rusak": "situasi/kartu-hilang"})
    redirects.ship(tmp_path, ORIGIN, addresses.moved())
    for name in PAGES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes((site / name).read_bytes())
    assert file_origins.problems(tmp_path) == []


def test_every_page_is_in_the_list_of_the_published() -> None:
    missing = set(addresses.slugs(ROOT / "docs")) - set(addresses.published())
    missing |= set(addresses.positions(guide_data.guide().flow)) - set(
        addresses.published(name=addresses.ANSWERS)
    )
    assert not missing, "jalankan: .venv/bin/python -m publish.tools.record_addresses"


def test_the_list_of_the_published_only_grows(tmp_path: Path) -> None:
    (tmp_path / addresses.PUBLISHED).write_text("# Terbit\nlama\nfaq\n", encoding="utf-8")
    docs = tmp_path / "docs"
    for name in ("index.md", "faq.md", "metode/index.md", "metode/baru.md"):
        (docs / name).parent.mkdir(parents=True, exist_ok=True)
        (docs / name).touch()
    (tmp_path / addresses.ANSWERS).write_text("# Terbit\ndulu.ada\n", encoding="utf-8")
    known = guide_data.guide().flow
    answers = addresses.positions(known)
    assert addresses.record(docs, known, tmp_path) == ["metode", "metode/baru", *answers]
    assert addresses.record(docs, known, tmp_path) == []
    assert addresses.published(tmp_path, addresses.ANSWERS) == ["dulu.ada", *answers]
    assert addresses.published(tmp_path) == ["lama", "faq", "metode", "metode/baru"]


def test_text_from_a_page_cannot_end_the_data_block() -> None:
    article = '<h2 id="a">Benarkah?</h2><p>&lt;/script&gt;&lt;b&gt;</p>'
    way = (("Nomor KPJ", ORIGIN),)
    page = page_record.PageRecord("faq/", "Tanya", "Tanya jawab", "Nomor KPJ", "", way, article)
    whole = json_ld.describe("<head></head>", page, "")
    (block,) = DATA.findall(whole)
    assert "<" not in block
    assert json.loads(block)["@graph"][1]["mainEntity"][0]["acceptedAnswer"]["text"] == "</script><b>"
