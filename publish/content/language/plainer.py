"""Words that have a plainer twin, and spellings that have a right one: plainer.toml, which maintainers edit."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("plainer.toml")
KINDS = {
    "kantor": '"{}" adalah kata kantor.',
    "singkatan": 'Singkatan "{}" tidak dibaca semua orang.',
    "ejaan": 'Ejaan "{}" tidak baku.',
}
EXCEPT = "kecuali"
WORD = re.compile(r"\w+")


@cache
def twins() -> tuple[tuple[str, str, str], ...]:
    """Return (word or phrase, what is wrong with it, its twin), the longest first."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8-sig"))
    rows = [(word, wrong, twin) for kind, wrong in KINDS.items() for word, twin in table[kind].items()]
    return tuple(sorted(rows, key=lambda one: (-len(one[0]), one)))


@cache
def pattern() -> re.Pattern[str]:
    """Return what finds any of the words; the number of its group is that of the word."""
    groups = "|".join(f"({shape(word)})" for word, _, _ in twins())
    return re.compile(rf"(?:(?<![\w-])|(?=,))(?:{groups})(?![\w-])", re.IGNORECASE)


@cache
def exceptions() -> re.Pattern[str]:
    """Return what finds the phrases in which such a word may stand, written exactly so."""
    phrases = tomllib.loads(FILE.read_text(encoding="utf-8-sig"))[EXCEPT]
    return re.compile("|".join(map(shape, phrases)) or r"(?!)")


def shape(phrase: str) -> str:
    """Return the pattern of a phrase: any white space between words, any letters for a star."""
    return re.escape(phrase).replace(r"\ ", r"\s+").replace(r"\*", r"\w+")


@cache
def first_words() -> frozenset[str]:
    """Return the first word of each: most texts have none of them, and a look at their words says so."""
    return frozenset(WORD.findall(word)[0].lower() for word, _, _ in twins())


def check(text: str) -> Iterator[tuple[str, str]]:
    """Yield (what is wrong, what to write) for each word of a text that has a twin."""
    if first_words().isdisjoint(WORD.findall(text.lower())):
        return
    for match in pattern().finditer(text):
        allowed = (one.span() for one in exceptions().finditer(text))
        if not any(start <= match.start() and match.end() <= end for start, end in allowed):
            _, wrong, twin = twins()[(match.lastindex or 1) - 1]
            yield wrong.format(match[0]), f'Tulis "{twin}".'
