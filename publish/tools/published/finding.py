"""What is said about a published site."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple


class Finding(NamedTuple):
    """One line in Indonesian: what is wrong, then what to do; a note is nothing that can be mended there."""

    text: str
    wrong: bool = True


def some(paths: Collection[str], what: str = "berkas") -> str:
    """Return how many paths there are, and which is the first: `3 berkas (misalnya faq/)`."""
    first = min(paths) or "halaman awal"
    return first if len(paths) == 1 else f"{len(paths)} {what} (misalnya {first})"
