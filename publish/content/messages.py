"""How problems are shown: at most MOST of them, in colour and clickable in a terminal, as annotations in a CI."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

from publish.content.problem import Problem

MOST = 20
"""Problems shown at once; who mends these finds the rest."""
MORE = "dan {} lagi; bereskan dulu yang di atas."
BOLD, RED, PLAIN = "\033[1m", "\033[31m", "\033[0m"
LINK = "\033]8;;{}\033\\{}\033]8;;\033\\"
"""A link in a terminal (OSC 8): its address, its words."""


def short(lines: Sequence[object]) -> list[str]:
    """Return the first MOST as lines, and how many more there are."""
    more = [MORE.format(len(lines) - MOST)] if len(lines) > MOST else []
    return [*map(str, lines[:MOST]), *more]


def shown(problems: Sequence[Problem], root: Path, *, coloured: bool = False) -> list[str]:
    """Return the lines for problems; `coloured` as a terminal shows them, each place a link to its file."""
    return short([painted(one, root) if coloured else str(one) for one in problems])


def painted(one: Problem, root: Path) -> str:
    """Return a problem for a terminal."""
    place = LINK.format(f"{(root / one.file).resolve().as_uri()}#L{one.line}", f"{one.file}:{one.line}")
    return f"{BOLD}{place}{PLAIN}: {RED}{one.wrong}{PLAIN} {one.right}".rstrip()


def coloured(stream: TextIO, environment: Mapping[str, str] = os.environ) -> bool:
    """Return whether a stream is a terminal that shows colours."""
    dumb = environment.get("NO_COLOR") or environment.get("TERM", "dumb") == "dumb"
    return stream.isatty() and not dumb


def notes(problems: Sequence[Problem], environment: Mapping[str, str] = os.environ) -> list[str]:
    """Return what GitHub Actions shows beside the lines of a change; nothing elsewhere."""
    if environment.get("GITHUB_ACTIONS") != "true":
        return []
    return [
        f"::error file={escaped(one.file, ':,')},line={one.line}::{escaped(f'{one.wrong} {one.right}'.rstrip())}"
        for one in problems[:MOST]
    ]


def escaped(text: str, signs: str = "") -> str:
    """Return a text in which nothing ends an annotation."""
    for sign in "%\r\n" + signs:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
