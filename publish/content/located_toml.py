"""A TOML file that knows on which line each of its tables and keys stands."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from publish.content.problem import Problem, unfit
from publish.content.toml_slips import explain

Path = tuple[str | int, ...]
"""Keys from the top: `("question", "punya", "answer", 0, "text")`."""

QUIET = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' + r"'''.*?'''|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|#[^\n]*", re.DOTALL
)
HEAD = re.compile(r"\s*\[(\[?)([^\]]+)\]")
KEY = re.compile(r"""\s*([\w-]+|"x*"|'x*')\s*=""")
NAME = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


class Toml:
    """One file: `table` is what it says (empty when broken), `broken` the Problem that stopped the parser."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.lines = text.split("\n")
        self.index: dict[Path, int] = {}
        self.table: dict[str, Any] = {}
        self.broken = unfit(file, text)
        if self.broken:
            self.lines = [""]
            return
        self.index = dict(places(self.lines))
        try:
            self.table = tomllib.loads(text)
        except RecursionError:
            self.broken = Problem(
                file, 1, "Berkas tidak bisa dibaca: terlalu banyak kurung.", "Kembalikan dari git."
            )
        except tomllib.TOMLDecodeError as error:
            self.broken = explain(file, str(error), self.lines)

    def line(self, *path: str | int, needle: str = "") -> int:
        """Return the line of a key or table, or of the nearest thing that holds it.

        With `needle`, the line of that text inside the key's value, when it stands there.
        """
        while path and path not in self.index:
            # A table that only its parts write down, as [a.b] does for a, stands where its first part does.
            parts = [line for other, line in self.index.items() if other[: len(path)] == path]
            if parts:
                return min(parts)
            path = path[:-1]
        first = self.index.get(path, 1)
        if needle:
            last = min((line for line in self.index.values() if line > first), default=len(self.lines) + 1)
            for number in range(first, last):
                if needle in self.lines[number - 1].replace('\\"', '"'):
                    return number
        return first

    def problem(self, path: Path, wrong: str, right: str, needle: str = "", lacks: str = "") -> Problem:
        """Return a Problem that stands at a path."""
        return Problem(self.file, self.line(*path, needle=needle), wrong, right, lacks)


def hushed(match: re.Match[str]) -> str:
    """Return a string or comment of the same shape in which nothing looks like TOML."""
    text = match[0]
    blank = re.sub(r"[^\n]", " " if text[0] == "#" else "x", text[1:-1])
    return f" {blank} " if text[0] == "#" else f"{text[0]}{blank}{text[-1]}"


def places(lines: list[str]) -> Iterator[tuple[Path, int]]:
    """Yield the path and line of every table and key; nothing inside strings and lists counts."""
    quiet = QUIET.sub(hushed, "\n".join(lines)).split("\n")
    table: Path = ()
    counts: Counter[Path] = Counter()
    depth = 0
    for number, (line, plain) in enumerate(zip(lines, quiet, strict=True), 1):
        if depth == 0 and (head := HEAD.match(plain)):
            table = tuple(name.strip("\"'") for name in NAME.findall(line[head.start(2) : head.end(2)]))
            if head[1]:
                counts[table] += 1
                table = (*table, counts[table] - 1)
            yield table, number
        elif depth == 0 and (key := KEY.match(plain)):
            yield (*table, line[key.start(1) : key.end(1)].strip("\"'")), number
        depth = max(0, depth + sum(plain.count(c) for c in "[{") - sum(plain.count(c) for c in "]}"))
