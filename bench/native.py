"""NIK checks a second in the Python of this machine, beside python-stdnum's."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date

from stdnum.id import nik as peer

from helper import nik

COUNT = 2000
TODAY = date(2026, 11, 22)
NUMBERS = ("3101991708450001", "3201991708450001", "3171995708450012", "310199170845000")


def speed(check: Callable[[str], object]) -> float:
    """Return checks a second."""
    start = time.perf_counter()
    for _ in range(COUNT):
        for number in NUMBERS:
            check(number)
    return COUNT * len(NUMBERS) / (time.perf_counter() - start)


def figures(rounds: int) -> dict[str, dict[str, list[float]]]:
    """Return the speeds, round by round."""
    found: dict[str, list[float]] = {"stock": [], "ours": []}
    for _ in range(rounds):
        found["stock"].append(speed(peer.is_valid))
        found["ours"].append(speed(lambda number: nik.check(number, today=TODAY)))
    return {"NIK checks a second, native (peer: python-stdnum)": found}
