"""Words that stand neither in the Indonesian dictionary (hunspell-id) nor in our own list, terms.toml."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from publish.content.language.passages import GAP

TERMS = Path(__file__).with_name("terms.toml")
COMMAND = ("hunspell", "-d", "id_ID", "-i", "utf-8", "-l")
SECONDS = 30
WORD = re.compile(rf"(?<![\w{GAP}])[^\W_]+(?:[-'’][^\W_]+)*(?![\w{GAP}])")
NONSENSE = "zzxq"

# The dictionary knows few of the forms that every root can take; these are never wrong.
_ENCLITICS = ("nya", "kah", "lah")
_PREFIXES = ("di", "ter", "ber")
_SUFFIXES = ("kan", "i")
_SHORTEST = 3
"""Letters of the shortest root that is looked for inside a word."""


@cache
def terms() -> dict[str, str]:
    """Return our own words, each with its meaning or reason, from all groups of terms.toml."""
    table = tomllib.loads(TERMS.read_text(encoding="utf-8-sig"))
    return {word: why for group in table.values() for word, why in group.items()}


@cache
def phrases() -> re.Pattern[str]:
    """Return what finds our phrases: their words are known together only."""
    return re.compile("|".join(rf"\b{re.escape(term)}\b" for term in terms() if " " in term) or r"(?!)")


@cache
def installed() -> bool:
    """Return whether the dictionary is there."""
    try:
        return NONSENSE in strange([NONSENSE])
    except (OSError, subprocess.SubprocessError):
        return False


def strange(words: Iterable[str]) -> set[str]:
    """Return the words that the dictionary does not know; OSError or SubprocessError without it."""
    run = subprocess.run(
        COMMAND, input="\n".join(words), capture_output=True, encoding="utf-8", check=True, timeout=SECONDS
    )
    return set(run.stdout.split())


def unknown(texts: Iterable[str]) -> set[str]:
    """Return the words of some texts that nobody knows; none when there is no dictionary."""
    if not installed():
        return set()
    wanted = {word for text in texts for word in words(text)}
    foreign = strange(sorted({form for word in wanted for form in (word, *inside(word))}))
    return {word for word in wanted if not accepted(word, foreign)}


def words(text: str) -> list[str]:
    """Return the words of a text as they are written; single letters and what has figures in it are none.

    The words of our phrases are left out.
    """
    matches = WORD.findall(phrases().sub(GAP, text))
    return [word for word in matches if len(word) > 1 and not re.search(r"\d", word)]


def accepted(word: str, foreign: set[str]) -> bool:
    """Return whether a word is ours or the dictionary's, whole or by its parts; `foreign` are not in there."""
    if own(word) or word not in foreign:
        return True
    if "-" in word:
        return all(accepted(part, foreign) for part in parts(word))
    return any(own(stem) or stem not in foreign for stem in stems(word))


def own(word: str) -> bool:
    """Return whether a word is in our list; what is small there may begin with a capital here."""
    return word in terms() or (word[0].lower() + word[1:]) in terms()


def inside(word: str) -> Iterator[str]:
    """Yield all that could make a word known: its parts, and the stems of each."""
    for part in parts(word):
        yield part
        yield from stems(part)


def parts(word: str) -> list[str]:
    """Return the parts between hyphens, without endings such as the one of `KPJ-nya`."""
    return [part for part in re.split(r"[-'’]", word) if part not in _ENCLITICS]


def stems(word: str) -> Iterator[str]:
    """Yield what is left of a word without the endings and beginnings that any root can take."""
    small = word[0].lower() + word[1:]
    for base in (small, *(small.removesuffix(end) for end in _ENCLITICS if small.endswith(end))):
        bare = [base.removeprefix(start) for start in _PREFIXES if base.startswith(start)]
        for stem, ends in ((base, _SUFFIXES[:1]), *((one, _SUFFIXES) for one in bare)):
            shorter = [stem.removesuffix(end) for end in ends if stem.endswith(end)]
            # `di` before a noun in -an is the preposition, written apart: diperusahaan.
            whole = [] if f"di{stem}" == base and stem.endswith("an") else [stem]
            yield from (form for form in (*whole, *shorter) if len(form) >= _SHORTEST and form != word)


def advice(word: str) -> str:
    """Return what to do about an unknown word; the nearest of our own words when there is one."""
    near = get_close_matches(word, terms(), 1, 0.8)
    mend = f"Mungkin maksudnya {near[0]}; kalau" if near else "Perbaiki ejaannya; kalau"
    return f"{mend} sudah benar, tambahkan ke publish/content/language/terms.toml."
