"""Pages as sections of one document, and what changes on the helper's page in every copy."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from publish.offline import copy_words, rewrite_links
from publish.site.helper_page import HELPER
from publish.site.page_record import PageRecord

BASE = re.compile(r'(data-base=")[^"]*"')
PATTERN = re.compile(r'data-page="[^"]*"')
DOWNLOADS = re.compile(r"<div data-downloads.*?</div>", re.DOTALL)
STATIC = re.compile(r'<p data-when="static" hidden>.*?</p>', re.DOTALL)
LOADING = re.compile(r'(<label for="helper-progress">).*?(</label>)', re.DOTALL)
ALONE = re.compile(r'(<p class="no-script">).*?(</p>)', re.DOTALL)
ELSEWHERE = re.compile(r"<div><div data-helper[^>]* data-lazy>.*?</div></div>", re.DOTALL)
"""The field that names a number on another page than the helper's: a copy has Python in one place."""
FAILED = re.compile(r'(<p data-when="failed" hidden>).*?(\s*<button)', re.DOTALL)


def replace(pattern: re.Pattern[str], new: str, html: str) -> str:
    """Return HTML with the one place that a pattern finds replaced; ValueError when there is none."""
    html, count = pattern.subn(lambda match: match.expand(new) if "\\" in new else new, html, count=1)
    if not count:
        raise ValueError(f"Tidak ditemukan di halaman yang dibangun: {pattern.pattern}")
    return html


def helper(article: str, more: str = "") -> str:
    """Return the helper's page for a copy: nothing is downloaded, and its words say so; `more` follows those on failure."""
    article = replace(STATIC, copy_words.STATIC, article)
    article = replace(LOADING, rf"\1{copy_words.LOADING}\2", article)
    article = replace(ALONE, rf"\1{copy_words.ALONE}\2", article)
    return replace(FAILED, rf"\1{copy_words.FAILED}{more}\2", article)


def one_field(html: str) -> str:
    """Return a page with a link to the helper's page in place of a field that would need Python here too."""
    return ELSEWHERE.sub(copy_words.FIELD, html)


def section(page: PageRecord, point: rewrite_links.Point) -> str:
    """Return a page as a section of the document."""
    article = one_field(DOWNLOADS.sub(copy_words.HERE, page.content))
    if page.slug == HELPER:
        article = replace(BASE, r'\1"', helper(article, copy_words.MISREAD))
        article = replace(PATTERN, f'data-page="#{rewrite_links.section("{}")}"', article)
    article = rewrite_links.repoint(rewrite_links.own(article, page.slug), page.url, point)
    return (
        f'<section class="page" id="{rewrite_links.section(page.slug)}" tabindex="-1" '
        f'data-title="{escape(page.title)}">\n{article}\n</section>'
    )


def menu(pages: Iterable[PageRecord], point: rewrite_links.Point) -> str:
    """Return the menu as a page of its own: it closes by itself when a link leads away."""
    lines, depth = [], 0
    for page in pages:
        lines.append("<ul>" * (page.depth - depth) + "</ul>" * (depth - page.depth))
        lines.append(f'<li><a href="{point(page.url, "")}">{escape(page.label)}</a></li>')
        depth = page.depth
    return (
        f'<nav class="page copy-menu" id="{rewrite_links.section("menu")}" tabindex="-1" data-title="Menu" '
        f'aria-label="Semua halaman"><h1>Semua halaman</h1><ul>{"".join(lines)}{"</ul>" * depth}</ul></nav>'
    )
