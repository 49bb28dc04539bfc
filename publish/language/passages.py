"""What a reader reads, piece by piece, each with its file and line: pages, flow, facts, words in the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from helper import facts
from publish.checks.contacts import ADDRESS, DOMAIN, EMAIL, KINDS
from publish.checks.content import Content, prose
from publish.checks.pages import CODE, LINK_TEXT, Page
from publish.checks.toml import Toml

GAP = "\ufffc"
"""Stands for what is not ours to read here: a marker, an address, code, a value that the program fills in."""
SPOKEN = (
    *(f"helper/{name}.py" for name in ("bridge", "nik_words", "numbers", "view", "view_nik")),
    *(f"publish/{name}.py" for name in ("prerender", "site", "sources", "export/words")),
)
"""The modules that hold words for readers."""
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
_INLINE = re.compile(r"</?(?:a|b|code|em|i|mark|small|span|strong|time)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_ATTRIBUTE = re.compile(r'\b(?:aria-label|title|alt|data-(?:copied|link|selected|words))="([^"]*)"')
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)[*_]|[*_](?!\w)")
_SAID = re.compile(r"[A-Z0-9" + GAP + r"]\S* \S.*")
"""A text in the code that a reader sees: it begins as a sentence or heading does, and goes on."""


class Passage(NamedTuple):
    """A piece of prose: `text` as it is written, GAP for each marker; `full` as it is read, facts filled in."""

    file: str
    line: int
    text: str
    full: str


def read(content: Content) -> Iterator[Passage]:
    """Yield all that a reader reads."""
    facts_table = content.facts.table.items()
    values = {name: str(one.get("value", "")) for name, one in facts_table if isinstance(one, dict)}
    for page in content.pages.values():
        yield from of_page(page, values)
    for path, text in prose(content):
        for line in filter(str.strip, text.split("\n")):
            at = content.flow.line(*path, needle=line.strip())
            yield from one(content.flow.file, at, line, values)
    yield from of_table(content.facts)
    yield from of_table(content.sources)
    for name in SPOKEN:
        if (content.root / name).exists():
            yield from of_code(name, content.root / name)


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


def of_code(file: str, path: Path) -> Iterator[Passage]:
    """Yield the texts with words in a module, without their HTML; docstrings are not for readers."""
    source = path.read_text(encoding="utf-8")
    lines = source.split("\n")
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return  # the linter says it better
    silent = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    silent |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in nodes:
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in silent:
            written = literal(node)
            pieces = (*_TAG.split(_INLINE.sub("", written)), *_ATTRIBUTE.findall(written))
            for text in map(plain, (" ".join(piece.split()) for piece in pieces)):
                if _SAID.fullmatch(text):
                    yield Passage(file, place(lines, node, text), text, text)


def literal(node: ast.Constant | ast.JoinedStr) -> str:
    """Return a string of the code, GAP for each value that is filled in; nothing for other constants."""
    if isinstance(node, ast.Constant):
        return re.sub(r"\{\w*\}", GAP, node.value) if isinstance(node.value, str) else ""
    return "".join(str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)


def place(lines: list[str], node: ast.expr, text: str) -> int:
    """Return the line on which a text begins, inside the lines of its string."""
    words: Iterable[str] = re.findall(r"\w+", text)[:2]
    span = range(node.lineno, (node.end_lineno or node.lineno) + 1)
    return next((n for n in span if all(word in lines[n - 1] for word in words)), node.lineno)


def plain(text: str) -> str:
    """Return Markdown without its marks; what no dictionary can know becomes GAP."""
    text = _INLINE.sub("", LINK_TEXT.sub(r"\1", text))
    for pattern in _ELSEWHERE:
        text = pattern.sub(GAP, text)
    return _EMPHASIS.sub("", text)
