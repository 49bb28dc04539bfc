"""Sentences that a text and its facts make together: each is right where it is written, and both may clash where they meet."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator

from publish.content.language import sentences
from publish.content.language.passages import GAP, Passage
from publish.content.located_toml import Toml
from publish.content.problem import Problem

Fault = tuple[str, str]
"""What is wrong, and what to do about it."""

AGAIN = re.compile(r"\b([^\W\d_]{2,})\s+\1\b", re.IGNORECASE)
STOPPED = re.compile(r"[^\W_]\.\s+([a-z][\w-]*)")
LOWER = re.compile(r"\b[a-z][a-z-]+\b")
WORD = re.compile(r"[\w-]+")
GOES_ON = re.compile(r"[a-z,]\s*[(“\"]?$")
"""How a text ends whose sentence goes on in the fact behind it."""
MEND = "Ubah kalimatnya, atau nilai faktanya."


def check(passages: Iterable[Passage], facts: Toml) -> Iterator[Problem]:
    """Yield the clashes of all passages that a fact is part of, each where the text is written.

    A value that is a sentence, and stands inside several others, is to blame itself.
    """
    listed = list(passages)
    ordinary = {word for passage in listed for word in LOWER.findall(passage.text)}
    within: dict[str, list[Passage]] = {}
    for passage in listed:
        for value in inside(passage) if GAP in passage.text else ():
            if capital(value, ordinary):
                within.setdefault(value, []).append(passage)
    blamed = {value for value, places in within.items() if len({place[:2] for place in places}) > 1}
    for name, fact in facts.table.items():
        if isinstance(fact, dict) and fact.get("value") in blamed:
            place = within[fact["value"]][0]
            wrong = f"Nilai ini kalimat utuh, tetapi dipakai di tengah kalimat di {place.file}:{place.line}."
            yield facts.problem(
                (name, "value"), wrong, "Awali dengan huruf kecil, dan hapus titik di akhirnya."
            )
    for passage in listed:
        if GAP in passage.text:
            for fault in clashes(passage, ordinary, blamed):
                yield Problem(passage.file, passage.line, *fault)


def clashes(passage: Passage, ordinary: set[str], blamed: Collection[str] = ()) -> Iterator[Fault]:
    """Yield what is wrong where a text and its facts meet; `ordinary` are words that stand in lower case elsewhere.

    A name of several words, "Kartu Digital", may stand inside a sentence; a sentence may not.
    """
    full = passage.full
    for again in AGAIN.finditer(full):
        yield f'Kata "{again[1]}" menjadi dua kali berturut-turut.', MEND
    for stopped in STOPPED.finditer(full):
        yield f'Sesudah titik ada huruf kecil: "{stopped[1]}".', MEND
    for sentence in sentences.split(full):
        if len(re.findall(r"\badalah\b", sentence, re.IGNORECASE)) > 1:
            yield f'Kalimat "{" ".join(sentence.split()[:4])} …" berisi "adalah" dua kali.', MEND
    for value in inside(passage):
        if value not in blamed and (first := capital(value, ordinary)):
            yield f'Huruf besar di tengah kalimat: "{first}".', MEND


def capital(value: str, ordinary: set[str]) -> str:
    """Return the first word of a value that only a sentence begins like this; nothing for a name."""
    first, second, *_ = [*WORD.findall(value), "", ""]
    sentence = first[:1].isupper() and second[:1].islower() and first.lower() in ordinary
    return first if sentence else ""


def inside(passage: Passage) -> Iterator[str]:
    """Yield the values of the facts that go on a sentence of the text, as far as they can be told from it."""
    pattern = "(.+?)".join(map(re.escape, passage.text.split(GAP)))
    values = re.fullmatch(pattern, passage.full, re.DOTALL)
    if not values:
        return
    before = passage.text.split(GAP)[:-1]
    yield from (value for text, value in zip(before, values.groups(), strict=True) if GOES_ON.search(text))
