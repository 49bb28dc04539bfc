"""A page of the guide as the checks see it: front matter, headings, lines, anchors. All with their lines."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from helper import facts
from publish.content.problem import Problem, unfit

FENCE = re.compile(r"\s*(```+|~~~+)")
HEADING = re.compile(r"(#{1,6})\s+(.+?)\s*#*\s*$")
ATTRIBUTES = re.compile(r"\s*\{:?\s*([^{}]*#[\w.-]+[^{}]*|\.[^{}]*)\}\s*$")
ANCHOR = re.compile(r"\{:?[^{}]*#([\w.-]+)[^{}]*\}")
META = re.compile(r"([\w-]+):\s*(.*?)\s*$")
LINK_TEXT = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
CODE = re.compile(r"`[^`\n]+`")


class Meta(NamedTuple):
    """One key of the front matter: its text and its line."""

    text: str
    line: int


class Heading(NamedTuple):
    """One heading: its line, its level (1 to 6) and its words."""

    line: int
    level: int
    text: str


class Page:
    """One Markdown page; `path` is relative to docs, `file` to the root; `broken` says why it is not read."""

    def __init__(self, path: str, text: str) -> None:
        self.path, self.file = path, f"docs/{path}"
        self.broken = unfit(self.file, text)
        if not text.strip():
            self.broken = Problem(
                self.file, 1, "Halaman ini kosong.", "Kembalikan dari git, atau hapus halamannya."
            )
        text = "" if self.broken else text
        self.lines = text.replace("\r\n", "\n").split("\n")
        self.meta: dict[str, Meta] = {}
        self.start = 1
        self.head: list[str] = []
        if self.lines[0].strip() == "---" and "---" in (line.strip() for line in self.lines[1:]):
            end = next(n for n, line in enumerate(self.lines[1:], 2) if line.strip() == "---")
            self.start = end + 1
            self.head = self.lines[1 : end - 1]
            for number, line in enumerate(self.lines[1 : end - 1], 2):
                if match := META.match(line):
                    self.meta.setdefault(match[1], Meta(match[2], number))
        self.headings = list(headings(self))

    @property
    def top(self) -> int:
        """The line below the front matter, or the last one."""
        return min(self.start, len(self.lines))

    @property
    def slug(self) -> str:
        """The page's address without slashes around it; empty for the home page."""
        return self.path.removesuffix(".md").removesuffix("index").rstrip("/")

    def body(self) -> Iterator[tuple[int, str]]:
        """Yield (line, text) of every line after the front matter."""
        yield from enumerate(self.lines[self.start - 1 :], self.start)

    def prose(self) -> Iterator[tuple[int, str]]:
        """Yield (line, text) of every line of the body that is not inside a code fence."""
        fence = ""
        for number, line in self.body():
            mark = FENCE.match(line)
            if fence:
                fence = "" if mark and mark[1].startswith(fence) and line.strip() == mark[1] else fence
            elif mark:
                fence = mark[1]
            else:
                yield number, line

    def anchors(self, value: Callable[[str], str]) -> set[str]:
        """Return the ids that links can lead to; `value` gives the value of a fact by name."""
        anchors: set[str] = set()
        for heading in self.headings:
            name = slugify(facts.fill(heading.text, value))
            unique, count = name, 0
            while unique in anchors:
                count += 1
                unique = f"{name}_{count}"
            anchors.add(unique)
        return anchors | {anchor for _, line in self.prose() for anchor in ANCHOR.findall(line)}


def headings(page: Page) -> Iterator[Heading]:
    """Yield the headings of a page."""
    for number, line in page.prose():
        if match := HEADING.match(line):
            words = ATTRIBUTES.sub("", match[2])
            yield Heading(number, len(match[1]), words)


def slugify(text: str) -> str:
    """Return the id that Python-Markdown gives a heading (markdown.extensions.toc.slugify)."""
    plain = re.sub(r"[*`]", "", LINK_TEXT.sub(r"\1", text))
    ascii_only = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", ascii_only).strip().lower())
