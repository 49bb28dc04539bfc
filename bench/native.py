"""NIK checks a second in the Python of this machine, beside python-stdnum's."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from datetime import date

from stdnum.id import nik as peer

from helper import nik, regions

COUNT = 4000
TODAY = date(2026, 11, 22)
SEED = 20


def well_formed() -> list[str]:
    """Return invented numbers (kecamatan 99) that both judges accept, no two alike."""
    chance, codes = random.Random(SEED), sorted(regions.CURRENT)
    numbers: set[str] = set()
    while len(numbers) < COUNT:
        day = f"{chance.randint(1, 28) + chance.choice((0, 40)):02}{chance.randint(1, 12):02}{chance.randint(40, 99)}"
        number = f"{chance.choice(codes)}99{day}{chance.randint(1, 9999):04}"
        if peer.is_valid(number) and nik.check(number, today=TODAY).verdict == "valid":
            numbers.add(number)
    return sorted(numbers)


def spoilt(numbers: Sequence[str]) -> list[str]:
    """Return the same numbers with a month that does not exist: both judges have to look at the date."""
    return [f"{number[:8]}13{number[10:]}" for number in numbers]


def speed(check: Callable[[str], object], numbers: Sequence[str]) -> float:
    """Return checks a second."""
    start = time.perf_counter()
    for number in numbers:
        check(number)
    return len(numbers) / (time.perf_counter() - start)


def figures(rounds: int) -> dict[str, dict[str, list[float]]]:
    """Return the speeds, round by round."""
    right = well_formed()
    rows = {"well-formed NIKs": right, "NIKs with a fault": spoilt(right)}
    speeds: dict[str, dict[str, list[float]]] = {}
    for name, numbers in rows.items():
        row = speeds.setdefault(
            f"{name} checked a second, native (peer: python-stdnum)", {"stock": [], "ours": []}
        )
        for _ in range(rounds):
            row["stock"].append(speed(peer.is_valid, numbers))
            row["ours"].append(speed(lambda number: nik.check(number, today=TODAY), numbers))
    return speeds
