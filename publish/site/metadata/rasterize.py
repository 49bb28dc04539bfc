"""Pictures made at build time: our own SVG as PNG, by resvg, in a typeface that an npm package carries."""

from __future__ import annotations

import re
from functools import cache

import resvg_py

from publish import ROOT

MARK = ROOT / "docs/assets/icons/favicon.svg"
FONT = "Atkinson Hyperlegible"
FONTS = ROOT / "node_modules/@expo-google-fonts/atkinson-hyperlegible"
STYLES = ("400Regular", "700Bold")
WORDS = re.compile(r"<(title|desc)\b.*?</\1>|</?svg\b[^>]*>", re.DOTALL)
PAPER, INK, QUIET, ACCENT, SOFT = "#fbfaf6", "#15211b", "#3f4d46", "#07573e", "#dcefe4"
"""The light palette of publish/site/styles/guide.css (a test compares)."""


def png(svg: str, width: int) -> bytes:
    """Return a drawing as PNG of this width, in pixels; no typeface of the machine takes part."""
    fonts = [str(FONTS / style / f"AtkinsonHyperlegible_{style}.ttf") for style in STYLES]
    return bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width, font_files=fonts, skip_system_fonts=True))


@cache
def shapes() -> str:
    """Return the shapes of the guide's mark, without its words, for a box of 32 by 32."""
    return WORDS.sub("", MARK.read_text(encoding="utf-8")).strip()


def mark(x: float, y: float, size: float) -> str:
    """Return the mark as a part of a drawing."""
    return f'<svg x="{x}" y="{y}" width="{size}" height="{size}" viewBox="0 0 32 32">{shapes()}</svg>'
