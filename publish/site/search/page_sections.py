"""A page's HTML, cut into the sections that search leads to and the lines that it shows."""

from __future__ import annotations

import re
from collections import namedtuple
from html.parser import HTMLParser

Section = namedtuple("Section", "anchor heading lines")
"""`anchor` is an id in the page, or nothing for its top; `lines` are texts, one sentence or item each."""

Reading = namedtuple("Reading", "sections links")
"""`sections` in order; `links` are (address, text) of the links in the page."""

BREAKS = {"p", "li", "dd", "tr", "figcaption", "summary", "div", "ul", "ol", "dl", "table", "section", "br"}
HEADINGS = {"h1", "h2", "h3", "dt"}
SILENT = {"script", "style", "svg", "pre", "button", "form", "template", "small"}
VOID = {"br", "hr", "img", "input", "meta", "link", "wbr"}
ASIDE = {"page-foot", "no-script", "card"}
"""Classes of what is not on a reader's screen, or on that of every page: the foot, words for who has no scripts, a plan's printed line."""
TERM = re.compile(r"(?<!<div>)<dt>(.*?)</dt>", re.DOTALL)
"""A term that stands in Markdown; those of "Jawaban Anda" stand in a div, and many times on a page."""
TAG = re.compile(r"<[^>]*>")
SPACE = re.compile(r"\s+")
UNSAFE = re.compile(r"[^a-z0-9]+")


def anchor_terms(html: str) -> str:
    """Return HTML in which every term of a definition list can be linked to: `<dt id="arti-kpj">`."""

    def name(match: re.Match[str]) -> str:
        plain = UNSAFE.sub("-", TAG.sub("", match[1]).lower()).strip("-")
        return f'<dt id="arti-{plain}">{match[1]}</dt>'

    return TERM.sub(name, html)


class Reader(HTMLParser):
    """Collects sections and links; skips what a reader does not search for."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [("", "", list[str]())]
        self.links: list[tuple[str, str]] = []
        self.text: list[str] = []
        self.link: tuple[str, list[str]] | None = None
        self.heading: str | None = None
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self.silent:
            self.silent += tag not in VOID
        elif (
            tag in SILENT
            or "data-search-exclude" in attributes
            or "hidden" in attributes
            or not ASIDE.isdisjoint((attributes.get("class") or "").split())
        ):
            self.flush()
            self.silent = 1
        elif tag in HEADINGS:
            self.flush()
            self.heading = attributes.get("id") or ""
        elif tag in BREAKS:
            self.flush()
        elif tag in {"td", "th"}:
            self.text.append(" \N{MIDDLE DOT} ")
        elif tag == "a" and attributes.get("href"):
            self.link = (attributes["href"] or "", [])

    def handle_endtag(self, tag: str) -> None:
        if self.silent:
            self.silent -= tag not in VOID
        elif tag in HEADINGS and self.heading is not None:
            # The page's own h1 opens the top, which needs no anchor.
            title = squeeze("".join(self.text))
            self.text = []
            self.sections.append(("" if tag == "h1" else self.heading, title, []))
            self.heading = None
        elif tag in BREAKS:
            self.flush()
        elif tag == "a" and self.link:
            self.links.append((self.link[0], squeeze("".join(self.link[1]))))
            self.link = None

    def handle_data(self, data: str) -> None:
        if self.silent:
            return
        self.text.append(data)
        if self.link:
            self.link[1].append(data)

    def flush(self) -> None:
        """End a line; Markdown's own line ends are sentences, because the sources keep one a line."""
        for line in "".join(self.text).split("\n"):
            if shown := squeeze(line).strip(" \N{MIDDLE DOT}"):
                self.sections[-1][2].append(shown)
        self.text = []


def squeeze(text: str) -> str:
    """Return text with single spaces."""
    return SPACE.sub(" ", text).strip()


def read(html: str) -> Reading:
    """Return the sections and links of a page's HTML."""
    reader = Reader()
    reader.feed(html)
    reader.close()
    reader.flush()
    kept = (Section(anchor, heading, tuple(lines)) for anchor, heading, lines in reader.sections)
    return Reading(tuple(part for part in kept if part.heading or part.lines), tuple(reader.links))
