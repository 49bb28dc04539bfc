"""Words: how they are cut and spelled, what they mean, and the root of each."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import namedtuple
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # type: ignore[import-untyped]

FILE = Path(__file__).with_name("synonyms.toml")
WORD = re.compile(r"[a-z]+|[0-9]+")
PARTS = {"stop", "spelling", "meaning", "roots"}

Words = namedtuple("Words", "stop spelling meaning roots")
"""`stop` is a frozenset; `spelling` maps another spelling to the right one; `meaning` is a tuple of
groups; `roots` maps a form to its root. All are cut into words and joined with single spaces."""


class BadWords(ValueError):
    """The file of words is wrong; says where and what to write, in Indonesian."""


def cut(text: str) -> list[str]:
    """Return the words of a text, small letters and figures only; the engine cuts the same way."""
    visible = "".join(c for c in text if unicodedata.category(c) != "Cf")
    plain = unicodedata.normalize("NFKD", visible.lower())
    return WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


def load(path: Path = FILE) -> Words:
    """Return the words that maintainers keep; BadWords when they contradict each other."""
    return check(tomllib.loads(path.read_text(encoding="utf-8-sig")))


def check(table: dict[str, Any]) -> Words:
    """Return the Words of a table shaped like synonyms.toml; BadWords at the first fault."""
    if unknown := set(table) - PARTS:
        raise BadWords(
            f'synonyms.toml: bagian "{min(unknown)}" tidak dikenal. Pakai {", ".join(sorted(PARTS))}.'
        )
    spelling = invert(table.get("spelling", {}), "spelling")
    for variant, right in spelling.items():
        if right in spelling and spelling[right] != right:
            raise BadWords(
                f'synonyms.toml [spelling]: "{variant}" menjadi "{right}", tetapi "{right}" sendiri tulisan lain '
                f'untuk "{spelling[right]}". Pindahkan "{variant}" ke "{spelling[right]}".'
            )
    groups = []
    for name, words in table.get("meaning", {}).items():
        group = tuple(" ".join(cut(word)) for word in words)
        if len(set(group)) < 2:
            raise BadWords(f"synonyms.toml [meaning]: kelompok {name} memerlukan dua kata atau lebih.")
        if wide := next((word for word in group if " " in word), ""):
            raise BadWords(
                f'synonyms.toml [meaning]: "{wide}" di kelompok {name} lebih dari satu kata. Pakai [spelling].'
            )
        groups.append(group)
    stop = frozenset(" ".join(cut(word)) for word in table.get("stop", ()))
    return Words(stop, spelling, tuple(groups), invert(table.get("roots", {}), "roots"))


def invert(lists: dict[str, list[str]], part: str) -> dict[str, str]:
    """Return variant -> right word; BadWords when a variant stands under two."""
    right_words: dict[str, str] = {}
    for right, variants in lists.items():
        for variant in variants:
            key, value = " ".join(cut(variant)), " ".join(cut(right))
            if right_words.setdefault(key, value) != value:
                raise BadWords(
                    f'synonyms.toml [{part}]: "{key}" ditulis di bawah "{right_words[key]}" dan "{value}". Pilih satu.'
                )
    return right_words


class Stemmer:
    """Finds roots: our own list first, then PySastrawi's, which knows Indonesian's affixes and dictionary."""

    def __init__(self, own: dict[str, str]) -> None:
        self.own = own
        self.roots: dict[str, str] = {}
        self.stem = StemmerFactory().create_stemmer().stem

    def root(self, word: str) -> str:
        """Return the root of a word as `cut` gives it."""
        if word not in self.roots:
            self.roots[word] = self.own.get(word) or self.stem(word) or word
        return self.roots[word]

    def families(self, words: Iterable[str]) -> dict[str, list[str]]:
        """Return root -> its forms among the words, without the root itself; both in order."""
        families: dict[str, list[str]] = {}
        for word in sorted(set(words)):
            root = self.root(word)
            families.setdefault(root, [])
            if word != root:
                families[root].append(word)
        return dict(sorted(families.items()))
