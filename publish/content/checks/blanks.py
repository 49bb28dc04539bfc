"""The blanks of ready texts: all written alike, each with words that say what to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.content.problem import Problem
from publish.content.reading import Content

BLANK = re.compile(r"_{2,}|\.{3,}|…+|\[[^\]\n]*\]")
GOOD_BLANK = "……"
WORD = re.compile(r"[^\W\d_]{2}")


def check(content: Content, name: str, body: str) -> Iterator[Problem]:
    """Yield blanks of a ready text that are not written as ……, or that nothing explains."""
    for line in body.split("\n"):
        for blank in BLANK.findall(line):
            if blank != GOOD_BLANK:
                wrong = f'Tempat kosong "{blank}" di teks "{name}" tidak seragam.'
                advice = f"Tulis {GOOD_BLANK} (dua tanda elipsis)."
                yield content.flow.problem(("text", name, "body"), wrong, advice, needle=line.strip())
    yield from unexplained(content, name, body)


def unexplained(content: Content, name: str, body: str) -> Iterator[Problem]:
    """Yield blanks with no word beside them, nor in the line above: nobody can know what to fill in."""
    lines = body.strip().split("\n")
    start = content.flow.line("text", name, "body")
    for number, line in enumerate(lines):
        above = lines[number - 1].rstrip() if number else ""
        explained = WORD.search(line.partition(GOOD_BLANK)[0]) or (
            WORD.search(above) and above[-1] not in ".!?"
        )
        explained = explained or (line.count(GOOD_BLANK) > 1 and WORD.search(line))  # a place and a date
        signed = number == len(lines) - 1 and line.strip() == GOOD_BLANK  # the name below a letter
        if GOOD_BLANK in line and not explained and not signed:
            wrong = f'Tempat kosong di teks "{name}" tidak dijelaskan.'
            yield Problem(
                content.flow.file,
                start + number + 1,
                wrong,
                f"Tulis isinya di depan {GOOD_BLANK}, misalnya Nama saya.",
            )
