"""One page of the site, from Markdown to what is shipped; the MkDocs hooks only call this."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from helper import data, facts, view
from helper.facts import Fact
from publish import frozen
from publish.content import contact_block, markers
from publish.frozen import thin
from publish.site import (
    abbreviations,
    accessibility_table,
    address,
    download_table,
    helper_page,
    listening,
    page_scripts,
    reporting,
    source_list,
)
from publish.site.helper_page import HELPER

CELL = re.compile(r"<(td|th)((?:\s[^>]*)?)>(.*?)</\1>", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
ANCHOR = re.compile(r'\sid="([^"]+)"')
TAG = re.compile(r"<[^>]*>")
LONE = re.compile(r"\s*<a\s[^>]*>(?:[^<]|<wbr>)*</a>\s*")
"""A cell that holds a link and no sentence: it is made large enough to touch."""

NOT_THE_SAME = (
    "Isi yang baru memakai bagian Python yang sudah dipotong, jadi situs tidak dibangun.\n"
    "Jenis isi itu harus masuk ke publish/frozen/made_up.py (tugas perekayasa). "
    "Sementara itu, MESIN=utuh make build membangun situs dengan Python utuh.\nPermintaan yang gagal: {}"
)


class Site:
    """All that the pages of one build share: its name and address, where reports go, and its day when passed review dates are to be named (`late`)."""

    def __init__(
        self, root: Path, site_url: str = "", *, name: str = "", report: str = "", late: date | None = None
    ) -> None:
        self.late = late
        self.address = address.public(site_url)
        self.docs = root / "docs"
        self.content = data.content()
        self.guide = data.guide()
        self.sources = source_list.load()
        made = max(fact.checked for fact in self.guide.facts.values())
        self.reports = reporting.Reports(report, name, made)

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The runtime's manifest; builds the runtime when needed. Content that it answers wrongly ends the build."""
        try:
            return frozen.with_content(frozen.build(), self.content)
        except thin.NotTheSame as error:
            raise SystemExit(NOT_THE_SAME.format(error)) from None

    def markdown(self, text: str) -> str:
        """Return a page's Markdown, facts filled in."""
        return markers.in_markdown(text, self.guide)

    def early(self, text: str, up: str) -> str:
        """Return what a page's head holds for Python: nothing where nothing asks for it."""
        blocks = {inside for _, _, inside in facts.markers(text)}
        if not blocks & {HELPER, helper_page.NUMBER}:
            return ""
        return helper_page.early(self.manifest, f"{up}assets/runtime/", at_once=HELPER in blocks)

    def html(self, html: str, text: str, meta: Mapping[str, Any], url: str, edit: str = "") -> str:
        """Return a page's HTML, complete: blocks, tables that fit a phone, foot.

        `text` is its Markdown source, `url` its address from the site's root, `edit` where maintainers change it.
        """
        up = root(url)
        links = view.Links(f"{up}{{}}/", "" if f"{{{{ {HELPER} }}}}" in text else f"{up}{HELPER}/")

        def block(kind: str, name: str) -> str:
            match kind:
                case "gambar":
                    return markers.picture(self.docs, name)
                case "teks":
                    return view.block(self.guide, self.guide.flow.texts[name])
                case contact_block.KIND:
                    return contact_block.block(self.guide, name)
                case "mulai":
                    return helper_page.helper(
                        self.guide, self.manifest, f"{up}assets/runtime/", links, self.address, self.reports
                    )
                case helper_page.NUMBER:
                    return helper_page.number(self.manifest, f"{up}assets/runtime/", links)
                case "pertanyaan-pertama":
                    picture = markers.picture(self.docs, "kartu")
                    return helper_page.first_question(self.guide, links, picture)
                case "tabel-unduhan":
                    return download_table.NOT_YET
                case "angka-aksesibilitas":
                    return accessibility_table.table(accessibility_table.load())
                case _:
                    return source_list.table(self.guide.facts, self.sources)

        names = markers.quoted(text)
        for _, _, inside in facts.markers(text):
            kind, _, name = (part.strip() for part in inside.partition(":"))
            if kind == "teks":
                names += markers.quoted(self.guide.flow.texts[name].body)
            elif kind == contact_block.KIND:
                names += markers.quoted(contact_block.words(self.guide, name))
        quoted = [self.guide.facts[name] for name in dict.fromkeys(names)]
        html = abbreviations.explain(html, abbreviations.names(self.guide.facts))
        body = label_cells(markers.in_html(html, block))
        dated = self.dated(text, quoted)
        foot = source_list.foot(
            quoted,
            self.sources,
            meta,
            f"{up}sumber/",
            self.guide.facts,
            dated,
            self.late,
            self.tell(url, meta, dated, edit),
        )
        return listening.offer(body + foot) + page_scripts.tags(body, up)

    def tell(self, url: str, meta: Mapping[str, Any], dated: Iterable[Fact], edit: str) -> str:
        """Return how to tell the maintainers of a page, and where they change it; nothing where neither is set."""
        dates = ""
        if "checked" in meta:
            dates = reporting.dates(meta["checked"], source_list.again(dated, meta["review"]))
        line = self.reports.line(f"Halaman: {meta.get('title', url)}", f"{self.address}{url}", dates)
        change = f'<p data-edit><a href="{view.escape(edit)}" rel="edit noreferrer">Ubah halaman ini</a></p>'
        return line + (change if edit else "")

    def dated(self, text: str, quoted: Iterable[Fact]) -> list[Fact]:
        """Return the facts by which a page grows old: those it quotes, those of its plans, all in the table of all."""
        blocks = {inside for _, _, inside in facts.markers(text)}
        all_facts = self.guide.facts
        if "tabel-sumber" in blocks:
            return list(all_facts.values())
        plans = helper_page.quoted(self.guide) if HELPER in blocks else set()
        names = dict.fromkeys(
            [*(fact.name for fact in quoted), *(name for name in all_facts if name in plans)]
        )
        return [all_facts[name] for name in names]


def lost(html: str, guide: view.Guide, address: str) -> str:
    """Return the page for addresses that lead nowhere, with the first question of the flow.

    It is shown at any depth, so its links begin at the path of the site's `address`.
    """
    base = urlsplit(address).path or "/"
    links = view.Links(f"{base}{{}}/", f"{base}{HELPER}/")
    return markers.in_html(html, lambda kind, name: helper_page.first_question(guide, links))


def root(url: str) -> str:
    """Return what leads from a page to the site's root: `../../`, or nothing."""
    return "../" * url.count("/")


def anchors(html: str) -> set[str]:
    """Return the ids in a page."""
    return set(ANCHOR.findall(html))


def label_cells(html: str) -> str:
    """Return HTML in which each table cell carries its column's heading, so that rows can become cards.

    The first cell of a row is its heading. Roles say what the tags say already: a browser that
    draws a table as cards may no longer tell a screen reader that it is one.
    """

    def heading(cell: re.Match[str]) -> str:
        return f'<th role="columnheader"{cell[2]}>{cell[3]}</th>'

    def named(cell: re.Match[str], label: str, *, first: bool) -> str:
        role = "rowheader" if first else "cell"
        lone = " data-lone" * bool(LONE.fullmatch(cell[3]))
        return (
            f'<{cell[1]} role="{role}"{cell[2]} data-label="{view.escape(label)}"{lone}>{cell[3]}</{cell[1]}>'
        )

    def table(match: re.Match[str]) -> str:
        head, *rows = ROW.findall(match[0])
        labels = [TAG.sub("", cell[3]).strip() for cell in CELL.finditer(head)]
        text = match[0].replace(head, CELL.sub(heading, head), 1)
        for row in rows:
            cells = zip(CELL.finditer(row), labels, strict=False)
            inside = "".join(named(cell, label, first=not at) for at, (cell, label) in enumerate(cells))
            text = text.replace(row, f"<tr>{inside}</tr>", 1)
        return text.replace("<tr>", '<tr role="row">').replace("<table>", '<table role="table">')

    return TABLE.sub(table, html)
