"""One page of the site, from Markdown to what is shipped; the MkDocs hooks only call this."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from helper import facts, view
from publish import abbreviations, access, contact, markers, prerender, runtime, sources
from publish.export import downloads

HELPER = "pembantu"
CELL = re.compile(r"<(td|th)((?:\s[^>]*)?)>(.*?)</\1>", re.DOTALL)
ROW = re.compile(r"<tr>.*?</tr>", re.DOTALL)
TABLE = re.compile(r"<table>.*?</table>", re.DOTALL)
ANCHOR = re.compile(r'\sid="([^"]+)"')
TAG = re.compile(r"<[^>]*>")
LONE = re.compile(r"\s*<a\s[^>]*>[^<]*</a>\s*")
"""A cell that holds a link and no sentence: it is made large enough to touch."""


class Site:
    """All that the pages of one build share."""

    def __init__(self, root: Path, address: str = "", *, quick: bool = False) -> None:
        self.quick = quick
        self.address = address
        self.docs = root / "docs"
        self.guide = view.load()
        self.sources = sources.load()

    @cached_property
    def manifest(self) -> dict[str, Any]:
        """The runtime's manifest; builds the runtime when needed."""
        return runtime.build(quick=self.quick)

    def markdown(self, text: str) -> str:
        """Return a page's Markdown, facts filled in."""
        return markers.in_markdown(text, self.guide)

    def html(self, html: str, text: str, meta: Mapping[str, Any], up: str) -> str:
        """Return a page's HTML, complete: blocks, tables that fit a phone, foot.

        `text` is its Markdown source; `up` leads from the page to the site's root (`../`, ``).
        """
        links = view.Links(f"{up}{{}}/", "" if f"{{{{ {HELPER} }}}}" in text else f"{up}{HELPER}/")

        def block(kind: str, name: str) -> str:
            match kind:
                case "gambar":
                    return markers.picture(self.docs, name)
                case "teks":
                    return view.block(self.guide, self.guide.flow.texts[name])
                case contact.KIND:
                    return contact.block(self.guide, name)
                case "pembantu":
                    return prerender.helper(
                        self.guide, self.manifest, f"{up}assets/runtime/", links, self.address
                    )
                case "pertanyaan-pertama":
                    return prerender.first_question(self.guide, links)
                case "tabel-unduhan":
                    return downloads.NOT_YET
                case "angka-aksesibilitas":
                    return access.table(access.load())
                case _:
                    return sources.table(self.guide.facts, self.sources)

        names = markers.quoted(text)
        for _, _, inside in facts.markers(text):
            kind, _, name = (part.strip() for part in inside.partition(":"))
            if kind == "teks":
                names += markers.quoted(self.guide.flow.texts[name].body)
            elif kind == contact.KIND:
                names += markers.quoted(contact.words(self.guide, name))
        quoted = [self.guide.facts[name] for name in dict.fromkeys(names)]
        html = abbreviations.explain(html, abbreviations.known(self.guide.facts))
        body = label_cells(markers.in_html(html, block))
        return body + sources.foot(quoted, self.sources, meta, f"{up}sumber/") + scripts(body, up)


def lost(html: str, guide: view.Guide, address: str) -> str:
    """Return the page for addresses that lead nowhere, with the first question of the flow.

    It is shown at any depth, so its links begin at the path of the site's `address`.
    """
    base = urlsplit(address).path or "/"
    links = view.Links(f"{base}{{}}/", f"{base}{HELPER}/")
    return markers.in_html(html, lambda kind, name: prerender.first_question(guide, links))


def anchors(html: str) -> set[str]:
    """Return the ids in a page."""
    return set(ANCHOR.findall(html))


def label_cells(html: str) -> str:
    """Return HTML in which each table cell carries its column's heading, so that rows can become cards."""

    def table(found: re.Match[str]) -> str:
        head, *rows = ROW.findall(found[0])
        labels = [TAG.sub("", cell[3]).strip() for cell in CELL.finditer(head)]
        text = found[0]
        for row in rows:
            cells = list(CELL.finditer(row))
            named = "".join(
                f'<{c[1]}{c[2]} data-label="{view.escape(label)}"{" data-lone" * bool(LONE.fullmatch(c[3]))}>{c[3]}</{c[1]}>'
                for c, label in zip(cells, labels, strict=False)
            )
            text = text.replace(row, f"<tr>{named}</tr>", 1)
        return text

    return TABLE.sub(table, html)


def scripts(body: str, up: str) -> str:
    """Return the script tags that a page's content needs, and the words that they show."""
    names = [name for name, sign in (("shell", "data-helper"), ("tools", "data-copy")) if sign in body]
    if not names:
        return ""
    words = (
        '<p class="sr" role="status" data-tool-words data-copied="Teks tersalin" data-shared="Sudah dibagikan" '
        'data-selected="Teks sudah dipilih. Salin lewat menu ponsel Anda." data-field="Teks untuk disalin"></p>'
    )
    return words + "".join(f'<script defer src="{up}assets/{name}.js"></script>' for name in names)
