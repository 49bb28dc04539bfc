"""Markers in the pages: `{{ name }}` becomes a fact, `{{ kind: name }}` a block.

In two steps, because a block is HTML that Markdown must not touch: first facts become
text and blocks become comments, then, in the page's HTML, comments become blocks.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from helper import facts, view
from publish.content import contact_block

PICTURES = "assets/gambar"
PAPER = '<rect width="100%" height="100%" rx="12" fill="var(--g-paper, #fbfaf6)"/>'
PAINT = re.compile(r'(fill|stroke)="var\(--g-([a-z-]+), (#[0-9a-f]+)\)"')
OPEN, CLOSE = "<!--publish ", "-->"
BLOCKS = (
    "gambar",
    "teks",
    contact_block.KIND,
    "mulai",
    "nomor-apa",
    "pertanyaan-pertama",
    "tabel-sumber",
    "tabel-unduhan",
    "angka-aksesibilitas",
)


def is_block(inside: str) -> bool:
    """Return whether the inside of a marker names a block, not a fact."""
    return inside.partition(":")[0].strip() in BLOCKS


def in_markdown(text: str, guide: view.Guide) -> str:
    """Return a page's Markdown with facts in place of their markers, and comments for blocks."""

    def show(inside: str) -> str:
        return f"{OPEN}{inside}{CLOSE}" if is_block(inside) else view.fact(guide.facts, inside)

    return facts.fill(text, show)


def in_html(html: str, block: Callable[[str, str], str]) -> str:
    """Return a page's HTML with `block(kind, name)` in place of the comments."""
    pieces = html.split(OPEN)
    for index, piece in enumerate(pieces[1:], 1):
        inside, _, rest = piece.partition(CLOSE)
        kind, _, name = (part.strip() for part in inside.partition(":"))
        pieces[index] = block(kind, name) + rest
    return "".join(pieces)


def quoted(text: str) -> list[str]:
    """Return the names of the facts that a page quotes, each once, in order."""
    names = (inside for _, _, inside in facts.markers(text) if not is_block(inside))
    return list(dict.fromkeys(names))


def picture(docs: Path, name: str) -> str:
    """Return a picture as a figure; it is inlined so that both palettes can colour it.

    The stylesheet colours it by `data-fill` and `data-stroke`; what knows no variables takes the colour itself.
    It stands on paper of its own, because a browser that darkens pages by force leaves pictures as they are.
    """
    svg = (docs / PICTURES / f"{name}.svg").read_text(encoding="utf-8")
    svg = svg.replace("</desc>", f"</desc>{PAPER}", 1)
    svg = PAINT.sub(r'\1="\3" data-\1="\2"', svg)
    return f'<figure class="picture">{svg.strip()}</figure>'
