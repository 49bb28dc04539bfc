"""Texts as codes of a shared list of words: small, plain ASCII, and read back by search-pack.js."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

SIGNS = "".join(chr(code) for code in range(32, 127) if chr(code) not in '"\\<$')
"""What codes are written with: nothing that JSON or HTML would escape, nor a template of a copy replace."""
TOKEN = re.compile(r"[A-Za-z]+|[0-9]+|[^A-Za-z0-9]+")
END = re.compile(r"[.?!\n]")
"""After it the next word is expected to begin with a capital letter."""
FLIP, UPPER = "flip", "upper"
"""Flags: the next word's first letter is not as expected; all its letters are capitals."""

Token = tuple[str, str]
"""(kind, text): a flag, a word in small letters, or a sign, which is any text between words."""


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text; the space between two words is none."""
    parts: list[Token] = []
    fresh, after = True, False
    pieces = TOKEN.findall(text)
    for at, piece in enumerate(pieces):
        low = piece.lower()
        if not piece[0].isascii() or not piece[0].isalnum():
            between = after and at + 1 < len(pieces)
            if piece != " " or not between:
                parts.append(("sign", piece))
                fresh, after = bool(END.search(piece)), False
            continue
        joined = after and pieces[at - 1] != " "
        if piece not in (low, low.capitalize(), piece.upper()):
            # Odd capitals, "iPhone": a sign of its own, with what parts it from the word before.
            parts.append(("sign", ("" if joined or not after else " ") + piece))
            after = fresh = False
            if at + 1 < len(pieces) and pieces[at + 1] == " ":
                parts.append(("sign", " "))
            continue
        if joined:
            parts.append(("sign", ""))
        if len(piece) > 1 and piece.isalpha() and piece == piece.upper():
            parts.append((UPPER, ""))
        elif piece.isalpha() and (piece != low) != fresh:
            parts.append((FLIP, ""))
        parts.append(("word", low))
        fresh, after = False, True
    return parts


def words(text: str) -> list[str]:
    """Return the words of a text that codes stand for, in small letters."""
    return [word for kind, word in tokens(text) if kind == "word"]


class Packer:
    """Codes for the texts of one search: the commonest tokens have one sign, all others two."""

    def __init__(self, texts: Iterable[str], words: Sequence[str]) -> None:
        """Take all texts that will be coded, and the list of words, in order, in which theirs are."""
        cut = [tokens(text) for text in texts]
        often = Counter(token for text in cut for token in text)
        self.signs = sorted({text for kind, text in often if kind == "sign"})
        listed: list[Token] = [(FLIP, ""), (UPPER, "")]
        listed += [("sign", text) for text in self.signs]
        listed += [("word", word) for word in words]
        self.place = {token: at for at, token in enumerate(listed)}
        self.twos = max(1, -(-len(listed) // len(SIGNS)))
        ranked = sorted(often, key=lambda token: (-often[token], token))
        self.often = [self.place[token] for token in ranked[: len(SIGNS) - self.twos]]
        single = {at: SIGNS[self.twos + rank] for rank, at in enumerate(self.often)}
        self.codes = {
            token: single.get(at) or SIGNS[at // len(SIGNS)] + SIGNS[at % len(SIGNS)]
            for token, at in self.place.items()
        }

    def code(self, text: str) -> str:
        """Return a text as codes."""
        return "".join(self.codes[token] for token in tokens(text))
