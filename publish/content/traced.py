"""A page rendered as the site renders it, each written line followed to where a reader sees it.

A sign that no font has stands in front of each line and comes out again in the HTML: so what is written can be
compared with what is shown, without a rule for each way to get it wrong.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from html.parser import HTMLParser
from typing import NamedTuple

from markdown import Markdown  # type: ignore[import-untyped]

from helper import facts
from helper.view import escape
from publish.content import markers
from publish.content.page_source import FENCE, Page

EXTENSIONS = ("admonition", "attr_list", "def_list", "tables", "toc", "fenced_code")
"""What Python-Markdown is given where the settings of the site name nothing."""
SIGN, FIRST, BASE = "\ue000", 0xE100, 6000
LINE_SIGN = re.compile(f"{SIGN}(.)(.)")
OWN = re.compile("[\ue000-\uf8ff]")
LEAD = re.compile(
    r"(?P<before>[ \t]*(?:>[ ]?)*[ \t]*(?:[-*+][ \t]+|\d+\.[ \t]+|#{1,6}[ \t]*|:[ \t]+|\|[ \t]*)?)"
)
"""What stands in a line before its words."""
BARE = re.compile(r"\s*(?:\{[^{}]*\}|\[[^\]]+\]:.*|(?:!!!|\?\?\?).*|[-|: \t=*_+]*|<.*)\s*$")
"""Lines that a sign would change: attributes, addresses of links, rules of tables, tags; they show no words."""
ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!|<>-])")
BRACES = re.compile("[{}]")
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
VOID = ("br", "hr", "img", "wbr", "input", "col")
BROKEN_LINK = re.compile(r"[\s\"']")
WORDLESS = ("code", "pre")


class Landed(NamedTuple):
    """Where a line came out: the elements around it from the outside in, and its place in the innermost list, from 1."""

    within: tuple[str, ...]
    item: int

    @property
    def depth(self) -> int:
        """How many list items are around the line."""
        return self.within.count("li")


class Traced(NamedTuple):
    """A rendered page by line: where each line came out, what a reader reads of it, which were to be seen, and which
    have a link whose address goes on into the text."""

    landed: dict[int, Landed]
    shown: dict[int, str]
    marked: frozenset[int]
    links: frozenset[int]


class Reader(HTMLParser):
    """Reads the HTML of a page, and collects where the signs are."""

    def __init__(self) -> None:
        super().__init__()
        self.stack: list[tuple[str, list[int]]] = []
        self.landed: dict[int, Landed] = {}
        self.shown: dict[int, str] = defaultdict(str)
        self.links: set[int] = set()
        self.line = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go one element deeper."""
        if tag == "li" and self.stack:
            self.stack[-1][1][0] += 1
        attributes = {key: value or "" for key, value in attrs}
        name = "admonition" if "admonition" in attributes.get("class", "").split() else tag
        for value in attributes.values():
            for match in LINE_SIGN.finditer(value):
                self.here(line_of(match[1], match[2]), (*self.around(), name))
        if BROKEN_LINK.search(attributes.get("href", "")):
            self.links.add(self.line)
        if tag not in VOID:
            self.stack.append((name, [0]))

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        names = ["div" if name == "admonition" else name for name, _ in self.stack]
        if tag in names:
            del self.stack[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        """Give the words to the line that they are written on."""
        pieces = LINE_SIGN.split(data)
        before, lead = apart(pieces[0], last=len(pieces) == 1)
        self.say(before)
        for at in range(1, len(pieces), 3):
            self.here(line_of(pieces[at], pieces[at + 1]), self.around())
            before, next_lead = apart(pieces[at + 2], last=at + 3 == len(pieces))
            self.say(lead + before)
            lead = next_lead

    def around(self) -> tuple[str, ...]:
        """Return the elements that are open."""
        return tuple(name for name, _ in self.stack)

    def here(self, line: int, within: tuple[str, ...]) -> None:
        """Note that a line begins here."""
        items = [self.stack[at - 1][1][0] for at, (name, _) in enumerate(self.stack) if name == "li" and at]
        self.line = line
        self.landed.setdefault(line, Landed(within, items[-1] if items else 0))

    def say(self, words: str) -> None:
        """Note what is read, outside code."""
        if "`" in words or not any(name in WORDLESS for name in self.around()):
            self.shown[self.line] += words


def apart(words: str, *, last: bool) -> tuple[str, str]:
    """Return what of the words before a sign belongs to the line before, and what to the line of the sign."""
    if last:
        return words, ""
    before, new_line, lead = words.rpartition("\n")
    return before + new_line, lead


def line_of(first: str, second: str) -> int:
    """Return the line that the two letters after a sign stand for."""
    return (ord(first) - FIRST) * BASE + ord(second) - FIRST


def sign(line: int) -> str:
    """Return the sign of a line."""
    return f"{SIGN}{chr(FIRST + line // BASE)}{chr(FIRST + line % BASE)}"


def signed(page: Page, value: Callable[[str], str]) -> tuple[str, set[int]]:
    """Return the Markdown of a page with a sign in each line that shows words, and those lines; facts by `value`."""

    def show(inside: str) -> str:
        return "<!---->" if markers.is_block(inside) else BRACES.sub("", escape(value(inside))) or "x"

    prose = {number for number, _ in page.prose()}
    text = "\n".join(OWN.sub("", line) for _, line in page.body())
    hidden = COMMENT.sub(lambda match: SIGN * 2 + "\n" * match[0].count("\n"), text).split("\n")
    lines, marked = [], set()
    for number, (line, plain) in enumerate(zip(text.split("\n"), hidden, strict=True), page.start):
        blocks = any(markers.is_block(inside) for _, _, inside in facts.markers(line))
        if number in prose and plain.strip() and SIGN not in plain and not blocks and not BARE.match(line):
            lead = LEAD.match(line)
            at = lead.end() if lead else 0
            lines.append(line[:at] + sign(number) + line[at:])
            marked.add(number)
        else:
            lines.append(line)
        if number in prose and not FENCE.match(line):
            lines[-1] = ESCAPED.sub("x", facts.fill(lines[-1], show))
    return "\n".join(lines), marked


@cache
def renderer(extensions: tuple[str, ...]) -> Markdown:
    """Return what makes HTML of Markdown; to look its extensions up takes longer than a page."""
    return Markdown(extensions=list(extensions))


def trace(page: Page, value: Callable[[str], str], extensions: Iterable[str] = EXTENSIONS) -> Traced:
    """Return a page as it is rendered; `value` gives the value of a fact by name."""
    text, marked = signed(page, value)
    reader = Reader()
    reader.feed(renderer(tuple(extensions)).reset().convert(text))
    reader.close()
    return Traced(reader.landed, dict(reader.shown), frozenset(marked), frozenset(reader.links))
