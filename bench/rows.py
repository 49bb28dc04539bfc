"""What is measured: the pages, and the starts that make the rows of the table."""

from __future__ import annotations

from typing import NamedTuple


class Pace(NamedTuple):
    """A line: kilobits a second for all connections together, seconds there and back."""

    kbps: float
    rtt: float


class Start(NamedTuple):
    """A row: on which line, how many times slower a processor, whether for the second time."""

    label: str
    pace: Pace | None
    rate: float = 1
    again: bool = False


class Page(NamedTuple):
    """A column: `path` from the server's root, and what of a visit's bytes is there for Python's sake."""

    label: str
    path: str
    python: tuple[str, ...]


SLOW, FAST = Pace(1600, 0.15), Pace(9000, 0.1)
ROWS = {
    "cold": Start("first answer, cold", None),
    "cold-slow": Start("first answer, cold, 1.6 Mbit/s 150 ms", SLOW),
    "cold-phone": Start("first answer, cold, 9 Mbit/s 100 ms, 4x CPU", FAST, 4),
    "warm": Start("first answer, warm", None, 1, again=True),
    "warm-phone": Start("first answer, warm, 4x CPU", None, 4, again=True),
}
PAGES = {
    "stock": Page("stock 0.29.5", "/stock/index.html", ("/pyodide/", "/package/", "/stock/worker.js")),
    "pyscript": Page("PyScript", "/pyscript/index.html", ("/peers/",)),
    "micropython": Page("MicroPython", "/micropython/index.html", ("/peers/",)),
    "ours": Page("ours", "/site/mulai/index.html", ("/site/assets/runtime/",)),
    "copy": Page("our copy", "", ()),
}
"""PyScript is its own first example, with the Pyodide it names (314.0.2). MicroPython is the floor; it cannot run the
helper. The copy is the single file, opened
from file://: it has no line and no second visit, so it stands in the row `cold` alone."""
COPY_ROWS = {"cold"}
