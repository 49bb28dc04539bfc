"""The pages of a built site, as material for the exports."""

from __future__ import annotations

import re
from collections import namedtuple
from pathlib import Path

from publish.content import addresses

HELPER, HOME = "mulai", "index"
ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)
MENU = re.compile(r'<a href="([^"]*)" class="md-nav__link[^"]*"[^>]*>(.*?)</a>', re.DOTALL)
LABEL = re.compile(r'<span class="md-ellipsis">(.*?)</span>', re.DOTALL)

Page = namedtuple("Page", "slug url title article")
"""A page: its slug (`metode/jmo`, home is `index`), its address from the site's root (`metode/jmo/`),
its title as HTML, and the inside of its article without comments and scripts."""


def read(site: Path) -> list[Page]:
    """Return all pages of a built site, in the order of its menu; ValueError when one stands outside the menu."""
    found = {}
    old = addresses.moved()
    for file in site.rglob("index.html"):
        url = file.parent.relative_to(site).as_posix() + "/"
        if url.rstrip("/") in old:
            continue
        url = "" if url == "./" else url
        text = file.read_text(encoding="utf-8")
        article, title = ARTICLE.search(text), TITLE.search(text)
        if not article or not title:
            raise ValueError(f"Halaman {url or HOME} tidak punya isi atau judul.")
        inside = SCRIPT.sub("", COMMENT.sub("", article[1])).strip()
        found[url] = Page(url.strip("/") or HOME, url, title[1].strip(), inside)
    order = [url for url, _, _ in menu(site)]
    if missing := found.keys() - set(order):
        raise ValueError(f"Halaman ini tidak ada di menu: {', '.join(sorted(missing))}.")
    return [found[url] for url in order]


def menu(site: Path) -> list[tuple[str, str, int]]:
    """Return the menu as (address from the root, label as HTML, depth from 0)."""
    rows: dict[str, tuple[str, str, int]] = {}
    for href, inside in MENU.findall((site / "index.html").read_text(encoding="utf-8")):
        url = "" if href in (".", "./") else href
        if (label := LABEL.search(inside)) and not href.startswith("#"):
            rows.setdefault(url, (url, " ".join(label[1].split()), min(1, url.count("/", 0, -1))))
    return list(rows.values())


def part(site: Path, pattern: str) -> str:
    """Return the part of the home page that a pattern finds; ValueError when it is not there."""
    found = re.search(pattern, (site / "index.html").read_text(encoding="utf-8"), re.DOTALL)
    if not found:
        raise ValueError(f"Beranda tidak punya bagian yang dicari: {pattern}")
    return found[0]
