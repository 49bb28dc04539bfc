"""Sentences, words and syllables of Indonesian prose, and the figures that tell how hard it is to read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from publish.content.language.passages import GAP

ABBREVIATIONS = ("yth", "bpk", "sdr", "no", "telp", "jl", "hlm", "dr", "pt", "cv")
"""A full stop after one of these ends no sentence."""
WORD = re.compile(r"[^\W_]+(?:[-'’./,][^\W_]+)*")
LONG = 4
"""Syllables from which a word counts as long."""

_END = re.compile(rf"(?<=[.?!…])[\"”’)]*\s+(?=[\"“‘(]*(?:[^\Wa-z_]|{GAP}))")
_STOP = re.compile(rf"(?<!\w)(?:{'|'.join(ABBREVIATIONS)}|[a-z])\.$", re.IGNORECASE)
_WHOLE = re.compile(r"[.?!…][\"”’)]*$")
_VOWELS = re.compile(r"[aeiouéè]", re.IGNORECASE)
_GLIDE = re.compile(r"[aeiou].*(?:ai|au|oi|ei)$", re.IGNORECASE)


class Figures(NamedTuple):
    """How hard a text is to read; `long` is the share of words of LONG syllables or more, from 0 to 1."""

    sentences: int
    words: int
    longest: int
    long: float

    @property
    def mean(self) -> float:
        """Words a sentence."""
        return self.words / self.sentences if self.sentences else 0.0


def split(text: str) -> list[str]:
    """Return the sentences of a passage; what is no whole sentence (a heading, a cell) is returned as it is."""
    pieces: list[str] = []
    for piece in _END.split(text):
        if pieces and _STOP.search(pieces[-1]):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    return [piece for piece in pieces if WORD.search(piece)]


def whole(sentence: str) -> bool:
    """Return whether a piece is a sentence: it ends as one."""
    return bool(_WHOLE.search(sentence))


def words(text: str) -> list[str]:
    """Return the words; a figure is one, and so is a word with a hyphen."""
    return WORD.findall(text)


def syllables(word: str) -> int:
    """Return the syllables of a word: its vowels, with `ai`, `au`, `oi` and `ei` at the end as one."""
    return sum(
        len(_VOWELS.findall(part)) - bool(len(part) > 3 and _GLIDE.search(part)) for part in word.split("-")
    )


def figures(texts: Iterable[str]) -> Figures:
    """Return the figures of the whole sentences in some passages; abbreviations in capitals are never long."""
    counts: list[int] = []
    long = 0
    for sentence in whole_sentences(texts):
        sentence_words = words(sentence)
        counts.append(len(sentence_words))
        long += sum(syllables(word) >= LONG and not word.isupper() for word in sentence_words)
    total = sum(counts)
    return Figures(len(counts), total, max(counts, default=0), long / total if total else 0.0)


def whole_sentences(texts: Iterable[str]) -> Iterator[str]:
    """Yield the whole sentences of some passages."""
    for text in texts:
        yield from filter(whole, split(text))
