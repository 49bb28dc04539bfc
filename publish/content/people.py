"""Numbers that could be somebody's: a guide that tells people to keep theirs must show nobody's."""

from __future__ import annotations

import re
from collections.abc import Iterator

INVENTED = "3101991708450001"
"""The one NIK that the guide shows."""
LONG = re.compile(r"(?<![\w/=.-])\d(?:[ .-]?\d){10,17}(?![\w/])")
DAYS = re.compile(r"\d{4}-\d\d-\d\d")


def numbers(line: str) -> Iterator[tuple[str, str]]:
    """Yield (what is wrong, what to write) for each number of 11 to 18 figures in a line; a NIK has 16, a KPJ 11."""
    for match in LONG.finditer(DAYS.sub("", line)):
        if re.sub(r"\D", "", match[0]) != INVENTED:
            wrong = f'Nomor "{match[0]}" bisa milik seseorang.'
            yield wrong, f"Hapus nomornya, atau tulis contoh yang dikarang: {INVENTED}."
