"""The rows of the table that are starts: on which line, on how slow a processor, for the first time or again."""

from __future__ import annotations

from bench.line import Line

FREE, SLOW, FAST = (
    Line("no limit"),
    Line("1.6 Mbit/s 150 ms", 1_600_000, 0.15),
    Line("9 Mbit/s 100 ms", 9_000_000, 0.1),
)
ROWS = {
    "cold": ("first answer, cold", FREE, 1, False),
    "cold-slow": ("first answer, cold, 1.6 Mbit/s 150 ms", SLOW, 1, False),
    "cold-phone": ("first answer, cold, 9 Mbit/s 100 ms, 4x CPU", FAST, 4, False),
    "warm": ("first answer, warm", FREE, 1, True),
    "warm-phone": ("first answer, warm, 4x CPU", FREE, 4, True),
}
