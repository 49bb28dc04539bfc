"""Claims that the guide must never make: forbidden.toml, with the reasons and the right words."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

FILE = Path(__file__).with_name("forbidden.toml")
GAP = " ... "
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[^\d\s])|\s*\|\s*")
CORRECTION = re.compile(
    r"\b(?:bukan|tidak|tak|belum|jangan|keliru|salah|hoaks|tanpa|mitos|lama|dulu)\b", re.IGNORECASE
)
"""Words that make a sentence correct a claim instead of making it."""
MYTHS = "sering keliru"
"""Sections whose heading has these words quote mistakes on purpose."""


class Claim(NamedTuple):
    """One forbidden claim: its pattern, why it is wrong, and what to say."""

    pattern: re.Pattern[str]
    why: str
    say: str


def pattern(words: str) -> re.Pattern[str]:
    """Return the pattern of a claim's words; ` ... ` stands for up to 60 characters of the same sentence."""
    parts = [re.escape(part).replace(r"\ ", r"\s+") for part in words.split(GAP)]
    return re.compile(rf"\b{r'\b(.{0,60}?)\b'.join(parts)}(?!\w)", re.IGNORECASE)


@cache
def claims() -> tuple[Claim, ...]:
    """Return the forbidden claims."""
    table = tomllib.loads(FILE.read_text(encoding="utf-8-sig"))
    return tuple(
        Claim(pattern(words), one["why"], one["say"]) for one in table["claim"] for words in one["words"]
    )


@cache
def any_claim() -> re.Pattern[str]:
    """Return one pattern for all claims: most sentences make none, and one search says so."""
    return re.compile("|".join(claim.pattern.pattern for claim in claims()), re.IGNORECASE)


def check(line: str) -> Iterator[tuple[str, str]]:
    """Yield (what is wrong, what to write) for each forbidden claim in a line.

    A question makes no claim, nor does a sentence that says no: its words outside the claim are looked at.
    """
    for sentence in SENTENCE.split(line):
        if sentence.rstrip("* _").endswith("?") or not any_claim().search(sentence):
            continue
        for claim in claims():
            match = claim.pattern.search(sentence)
            if not match:
                continue
            around = sentence[: match.start()] + " ".join(match.groups()) + " " + sentence[match.end() :]
            if not CORRECTION.search(around):
                yield f'"{match[0].strip()}" tidak benar atau tidak bisa dipastikan: {claim.why}', claim.say
