"""The table as a picture: how long until Python's first answer."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from statistics import median

from bench.rows import PAGES, ROWS

WIDTH, LEFT, BAR = 760, 20, 16
COLOURS = {
    "stock": "#9a9a9a",
    "pyscript": "#6a86b8",
    "micropython": "#c9a227",
    "ours": "#0b6e4f",
    "copy": "#6bb39a",
}


def svg(figures: Mapping[str, Mapping[str, list[float]]]) -> str:
    """Return bars of medians with whiskers from the smallest to the largest, as an SVG."""
    parts, top = [], 40
    for row in (row for row in ROWS if row in figures):
        parts.append(f'<text x="{LEFT}" y="{top}">{escape(ROWS[row].label)}</text>')
        scale = (WIDTH - LEFT - 170) / max(max(values) for values in figures[row].values())
        for name in (name for name in PAGES if name in figures[row]):
            values = figures[row][name]
            y, middle = top + 6, median(values)
            low, high = LEFT + min(values) * scale, LEFT + max(values) * scale
            label = f"{escape(PAGES[name].label)} {middle / 1000:.2f} s"
            parts.append(
                f'<rect x="{LEFT}" y="{y}" width="{middle * scale:.1f}" height="{BAR}" fill="{COLOURS[name]}"/>'
            )
            parts.append(f'<path d="M{low:.1f} {y + BAR / 2}H{high:.1f}" stroke="#000"/>')
            parts.append(f'<text x="{high + 6:.1f}" y="{y + BAR - 3}">{label}</text>')
            top += BAR + 2
        top += 30
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top - 20}" role="img">'
        "<title>Time to Python's first answer: stock Pyodide 0.29.5, PyScript, MicroPython and ours</title>"
        "<style>text{font:13px sans-serif}</style>"
        f'<rect width="{WIDTH}" height="{top - 20}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )
