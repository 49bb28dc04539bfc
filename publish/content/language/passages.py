"""What a reader reads, piece by piece, each with its file and line: the pages, the flow, the facts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from helper import facts
from publish.content.located_toml import Toml
from publish.content.page_source import CODE, LINK_TEXT, Page
from publish.content.typed_contacts import ADDRESS, DOMAIN, EMAIL, KINDS

GAP = "\ufffc"
"""Stands for what is not ours to read here: a marker, an address, code, a value that the program fills in."""
META = ("title", "web_title", "description")
KEYS = ("value", "label", "note", "title")
"""Keys of facts and sources whose texts are prose."""

Values = Mapping[str, str]
"""The value of each fact by name."""

_ATTRIBUTES = re.compile(r"\s*\{:?\s*[.#][^{}]*\}\s*$")
_START = re.compile(r"\s*(?:(?:[-*+]|\d+\.|:|#{1,6}|>)\s+)*")
_ADMONITION = re.compile(r'\s*(?:!!!|\?\?\?\+?)\s+\w+\s*(?:"(.*)")?\s*$')
_REFERENCE = re.compile(r"\s{0,3}\[[^\]]+\]:\s*\S+.*$")
_ELSEWHERE = (CODE, ADDRESS, EMAIL, DOMAIN, re.compile(r"(?<!\w)@[\w.]+|[\w-]+\.(?:html|zip|apk)\b"))
INLINE = re.compile(r"</?(?:a|b|code|em|i|mark|small|span|strong|time)\b[^<>]*>", re.IGNORECASE)
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)")


class Passage(NamedTuple):
    """A piece of prose: `text` as it is written, GAP for each marker; `full` as it is read, facts filled in."""

    file: str
    line: int
    text: str
    full: str


def of_flow(
    flow: Toml, texts: Iterable[tuple[tuple[str | int, ...], str]], values: Values
) -> Iterator[Passage]:
    """Yield the passages of the texts of the flow, each given with its path in the file; line by line."""
    for path, text in texts:
        for line in filter(str.strip, text.split("\n")):
            yield from one(flow.file, flow.line(*path, needle=line.strip()), line, values)


def of_page(page: Page, values: Values) -> Iterator[Passage]:
    """Yield the passages of a page: front matter, headings, lines, cells of tables."""
    for key in META:
        if key in page.meta:
            yield from one(page.file, page.meta[key].line, page.meta[key].text.strip("\"'"), values)
    last: Passage | None = None
    for number, line in page.prose():
        for cell in cells(line):
            for passage in one(page.file, number, cell, values):
                if last and cell == line and goes_on(last, passage):
                    last = last._replace(
                        line=number, text=f"{last.text} {passage.text}", full=f"{last.full} {passage.full}"
                    )
                    continue
                if last:
                    yield last
                last = passage
    if last:
        yield last


def goes_on(last: Passage, passage: Passage) -> bool:
    """Return whether a line goes on with the sentence of the line above it."""
    return (
        passage.line == last.line + 1
        and passage.text[0].islower()
        and last.text[-1] not in f".?!:…{GAP}"
        and passage.text[0] != GAP
    )


def cells(line: str) -> list[str]:
    """Return the cells of a line of a table that have words; of any other line, the line."""
    if not line.lstrip().startswith("|"):
        return [] if _REFERENCE.match(line) else [line]
    return [cell for cell in line.strip().strip("|").split("|") if cell.strip(" -:")]


def one(file: str, line: int, written: str, values: Values) -> Iterator[Passage]:
    """Yield the passage of one line or text; none when there are no words of its own."""
    title = _ADMONITION.match(written)
    body = _ATTRIBUTES.sub("", (title[1] or "") if title else written)
    body = body[_START.match(body).end() :].rstrip()  # type: ignore[union-attr]  # it matches nothing too
    text = plain(facts.fill(body, lambda _: GAP))
    full = plain(facts.fill(body, lambda name: values.get(name, GAP)))
    if re.search(r"[^\W\d_]", text):
        yield Passage(file, line, text, full)


def of_table(toml: Toml) -> Iterator[Passage]:
    """Yield the prose of facts.toml or sources.toml."""
    for name, entry in toml.table.items():
        for key in KEYS if isinstance(entry, dict) else ():
            if key != "value" or entry.get("kind") not in KINDS:
                yield from one(toml.file, toml.line(name, key), str(entry.get(key, "")), {})


def plain(text: str) -> str:
    """Return Markdown without its marks; what no dictionary can know becomes GAP."""
    text = INLINE.sub("", LINK_TEXT.sub(r"\1", text))
    for pattern in _ELSEWHERE:
        text = pattern.sub(GAP, text)
    return _EMPHASIS.sub("", text)
