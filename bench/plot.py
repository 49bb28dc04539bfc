"""The table as a picture: how long until Python's first answer."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from statistics import median

WIDTH, LEFT, HEIGHT, BAR = 760, 20, 58, 16
COLOURS = {"stock": "#9a9a9a", "ours": "#0b6e4f"}


def svg(figures: Mapping[str, Mapping[str, list[float]]], labels: Mapping[str, str]) -> str:
    """Return bars of medians with whiskers from the smallest to the largest, as an SVG."""
    rows = [row for row in labels if row in figures]
    parts = []
    for index, row in enumerate(rows):
        top = 40 + index * HEIGHT
        parts.append(f'<text x="{LEFT}" y="{top}">{escape(labels[row])}</text>')
        longest = max(max(values) for values in figures[row].values())
        scale = (WIDTH - LEFT - 120) / longest
        for place, name in enumerate(("stock", "ours")):
            values = figures[row][name]
            y, middle = top + 6 + place * (BAR + 2), median(values)
            low, high = LEFT + min(values) * scale, LEFT + max(values) * scale
            parts.append(
                f'<rect x="{LEFT}" y="{y}" width="{middle * scale:.1f}" height="{BAR}" fill="{COLOURS[name]}"/>'
            )
            parts.append(f'<path d="M{low:.1f} {y + BAR / 2}H{high:.1f}" stroke="#000"/>')
            parts.append(f'<text x="{high + 6:.1f}" y="{y + BAR - 3}">{name} {middle / 1000:.2f} s</text>')
    height = 40 + len(rows) * HEIGHT
    style = "text{font:13px sans-serif}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" role="img">'
        f"<title>Time to Python's first answer: stock Pyodide 0.29.5 and ours</title><style>{style}</style>"
        f'<rect width="{WIDTH}" height="{height}" fill="#fff"/>{"".join(parts)}</svg>\n'
    )
