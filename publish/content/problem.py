"""What a check finds, in words for the person who edits the content."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple


class Problem(NamedTuple):
    """One mistake: `file` relative to the root, `line` from 1, what is wrong, what to write instead.

    `lacks` is the name that nothing leads to, for a problem that is none once that name is spelt right elsewhere.
    """

    file: str
    line: int
    wrong: str
    right: str
    lacks: str = ""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.wrong} {self.right}".rstrip()


LONGEST_LINE, LONGEST_FILE = 1000, 2_000_000
"""Characters of a line and a file that somebody wrote; more is no text, and takes minutes to read."""
UNREADABLE = "\ufffd"
"""What stands for a byte that is no UTF-8 after reading."""
UNOPENED = UNREADABLE * 2
"""What stands for a whole file that cannot be opened."""
MERGED = ("<<<<<<< ", ">>>>>>> ")
"""What git leaves in a file whose two versions it could not join."""


def unfit(file: str, text: str) -> Problem | None:
    """Return why a file is not to be read at all, or None."""
    if text == UNOPENED:
        return Problem(
            file, 1, "Berkas ini tidak bisa dibuka.", "Periksa izin dan jenisnya, atau kembalikan dari git."
        )
    if "\0" in text or text.startswith(UNREADABLE * 2) or len(text) > LONGEST_FILE:
        return Problem(
            file, 1, "Berkas ini bukan teks UTF-8.", "Simpan ulang sebagai UTF-8, atau kembalikan dari git."
        )
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith(MERGED):
            right = "Pilih salah satu isinya, lalu hapus baris <<<<<<<, =======, dan >>>>>>>."
            return Problem(file, number, "Di sini ada sisa penggabungan git.", right)
        if len(line) > LONGEST_LINE:
            return Problem(
                file, number, f"Baris ini {len(line)} huruf.", f"Pecah: paling banyak {LONGEST_LINE} huruf."
            )
    return None


MEANT = re.compile(
    r"Mungkin maksudnya (\S+?)\.(?:$|\s)|Tulis lengkap: \{\{ (?:[\w-]+: )?([\w-]+) \}\}\.|Tulis \"## (\w+)\"|Tulis (?:\S*/)?([\w-]+\.md), karena halaman itu pindah"
)
"""The right name in the words of an advice."""


def causes(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems without those that only follow from another: what it misspells lacks its name elsewhere."""
    distinct = set(problems)
    meant = {
        name.casefold()
        for one in distinct
        for match in MEANT.finditer(one.right)
        for name in match.groups()
        if name
    }
    return sorted(one for one in distinct if not (one.lacks and follows(one, meant)))


def follows(one: Problem, meant: set[str]) -> bool:
    """Return whether the name that a problem lacks is misspelt elsewhere; its own advice is no other place."""
    own = {name.casefold() for match in MEANT.finditer(one.right) for name in match.groups() if name}
    return one.lacks.casefold() in meant - own


def nearest(name: str, names: Iterable[str], otherwise: str = "") -> str:
    """Return the advice that names the nearest right name, or `otherwise` when none is near."""
    choices = sorted(names)
    close = get_close_matches(name, choices, 1, 0.6)
    if not close:
        close = [one for one in choices if one.casefold() == name.casefold()]
    return f"Mungkin maksudnya {close[0]}." if close else otherwise


def one_of(names: Iterable[str]) -> str:
    """Return the advice that lists what may stand here."""
    return f"Pilih salah satu: {', '.join(names)}."
