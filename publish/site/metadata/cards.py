"""The picture that goes with a shared link: the page's own heading in large letters, 1200 by 630 pixels.

One for each page (`og:image`, written by the theme). Messengers show it as wide as the
screen, and what it says is the reader's own question.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from pathlib import Path

from publish.site.metadata import rasterize

WIDTH, HEIGHT = 1200, 630
FOLDER, HOME = "assets/social", "beranda"
FOOT = "Panduan tidak resmi · gratis · tanpa mengirim data"
LONGEST = 22
"""Letters in a line of the heading, where its words allow."""
SIZES = {1: 84, 2: 84, 3: 76}
"""Largest size of the letters by number of lines."""
LEFT = 84
ROOM = 1840
"""Size times letters of a line that still fits: over a line, a small letter is 0.56 of its size wide."""
CAPITAL = 1.35
"""How much wider a capital letter is."""


def lines(text: str) -> list[str]:
    """Return a heading in as few lines as it needs, as even as they can be."""
    count = len(wrap(text, LONGEST))
    return next(rows for width in range(1, LONGEST + 1) if len(rows := wrap(text, width)) <= count)


def wrap(text: str, width: int) -> list[str]:
    """Return text in lines of at most `width` letters, where its words allow."""
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


def wide(line: str) -> float:
    """Return how wide a line is, in small letters."""
    return sum(CAPITAL if letter.isupper() else 1 for letter in line)


def drawing(heading: str) -> str:
    """Return the SVG of a card."""
    shown = lines(heading)
    size = min(SIZES.get(len(shown), 60), int(ROOM / max(map(wide, shown))))
    step = size * 1.16
    top = 330 - step * (len(shown) - 1) / 2 + size * 0.34
    rows = "".join(
        f'<tspan x="{LEFT}" y="{top + step * number:.1f}">{escape(line)}</tspan>'
        for number, line in enumerate(shown)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="{rasterize.FONT}">'
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="{rasterize.PAPER}"/>'
        f'<rect width="24" height="{HEIGHT}" fill="{rasterize.ACCENT}"/>'
        f"{rasterize.mark(LEFT, 64, 64)}"
        f'<text x="{LEFT + 84}" y="111" font-size="42" font-weight="700" fill="{rasterize.ACCENT}">Nomor KPJ</text>'
        f'<text font-size="{size}" font-weight="700" fill="{rasterize.INK}">{rows}</text>'
        f'<text x="{LEFT}" y="566" font-size="34" fill="{rasterize.QUIET}">{FOOT}</text></svg>'
    )


def path(url: str) -> str:
    """Return where the card of the page at an address is, from the site's root."""
    return f"{FOLDER}/{(url.rstrip('/') or HOME).replace('/', '-')}.png"


def ship(site: Path, headings: Mapping[str, str]) -> None:
    """Draw the cards into a built site, by where each is."""
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    for place, heading in headings.items():
        (site / place).write_bytes(rasterize.png(drawing(heading), WIDTH))
