"""The built site as files: links and anchors, no other origin, its weight, and what every page says."""

from __future__ import annotations

import gzip
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from publish import offline
from publish.content import addresses
from tests import ROOT

ORIGIN = "http://127.0.0.1:8000/"
"""What the test build takes for the site's own address (tests/support/built.py)."""
LOADED = {
    "script": "src",
    "img": "src",
    "iframe": "src",
    "link": "href",
    "source": "src",
    "use": "href",
    "form": "action",
}
"""Attributes by which a tag makes the browser load something."""
MOST = 75_000
"""Bytes, gzip, of the home page's HTML, CSS and JavaScript together."""
UNOFFICIAL = "tidak resmi"
DOCS = ROOT / "docs"
PAGES = sorted(
    path.relative_to(DOCS).with_name("index.html").as_posix()
    if path.name == "index.md"
    else path.relative_to(DOCS).with_suffix("").joinpath("index.html").as_posix()
    for path in DOCS.rglob("*.md")
)


class Page(HTMLParser):
    """What matters of a page: `ids`, `links`, what it `loads`, `tags` counted, `dates`, `lang`, its `text`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loads: list[str] = []
        self.dates: list[str] = []
        self.h1, self.lang, self.text = 0, "", ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        if "id" in has:
            self.ids.append(has["id"])
        if tag == "a" and "href" in has:
            self.links.append(has["href"])
        if has.get(LOADED.get(tag, "")) and has.get("rel") != "canonical":
            self.loads.append(has[LOADED[tag]])
        self.h1 += tag == "h1"
        self.lang = has.get("lang", "") if tag == "html" else self.lang
        if tag == "time":
            self.dates.append(has["datetime"])

    def handle_data(self, data: str) -> None:
        self.text += data


@cache
def read(file: Path) -> Page:
    return Page(file.read_text(encoding="utf-8"))


def target(site: Path, page: str, link: str) -> tuple[Path, str] | None:
    """Return the file and the anchor that a link leads to, or None when it leaves the site."""
    address = urlsplit(urljoin(ORIGIN + page.removesuffix("index.html"), link))
    if not address.geturl().startswith(ORIGIN):
        return None
    file = site / unquote(address.path).lstrip("/")
    return (file / "index.html" if file.is_dir() else file), unquote(address.fragment)


def test_the_pages_are_those_of_the_docs(site: Path) -> None:
    old = [f"{slug}/index.html" for slug in addresses.moved()]
    assert sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html")) == sorted(
        ["404.html", *PAGES, *old, f"unduh/{offline.FULL}", f"unduh/{offline.LIGHT}"]
    )


@pytest.mark.parametrize("name", [*PAGES, "404.html"])
def test_every_link_and_anchor_leads_somewhere(site: Path, name: str) -> None:
    broken = []
    page = read(site / name)
    for link in [*page.links, *page.loads]:
        leads = target(site, name, link)
        if leads is None:
            continue
        file, anchor = leads
        if not file.is_file() or (anchor and file.suffix == ".html" and anchor not in read(file).ids):
            broken.append(link)
    assert broken == []
    assert len(page.links) > 10
    assert len(page.ids) == len(set(page.ids))


@pytest.mark.parametrize("name", [*PAGES, "404.html"])
def test_no_page_loads_from_elsewhere(site: Path, name: str) -> None:
    loads = read(site / name).loads
    assert loads
    assert [
        address
        for address in loads
        if target(site, name, address) is None and not address.startswith("data:")
    ] == []


def test_no_stylesheet_or_script_names_another_origin(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        text = sheet.read_text(encoding="utf-8")
        assert "url(http" not in text
        assert "url(//" not in text
        assert "@import" not in text
    for script in site.rglob("*.js"):
        text = script.read_text(encoding="utf-8")
        assert not [word for word in ("https://", 'fetch("http', 'import("http') if word in text], script.name


@pytest.mark.parametrize("name", PAGES)
def test_every_page_says_what_it_is(site: Path, name: str) -> None:
    page = read(site / name)
    assert page.lang == "id"
    assert page.h1 == 1
    assert UNOFFICIAL in page.text
    checked, review = page.dates[-2:]
    assert checked < review


def test_the_home_page_weighs_little(site: Path) -> None:
    home = site / "index.html"
    files = {home} | {found[0] for link in read(home).loads if (found := target(site, "index.html", link))}
    sizes = {
        file.name: len(gzip.compress(file.read_bytes(), 9))
        for file in files
        if file.suffix in (".html", ".css", ".js")
    }
    assert len(sizes) > 2
    assert sum(sizes.values()) <= MOST, sizes


def test_an_address_that_leads_nowhere_leads_on(site: Path) -> None:
    """The 404 page speaks Indonesian and holds the first question, with links that work at any depth."""
    html = (site / "404.html").read_text(encoding="utf-8")
    assert "Halaman ini tidak ada" in html
    assert "Not found" not in html
    assert 'href="/mulai/#jawab.' in html
    assert "<!--publish" not in html
