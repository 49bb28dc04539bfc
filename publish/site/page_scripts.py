"""The scripts that pages ask for by name, and the words that they show."""

from __future__ import annotations

import shutil
from pathlib import Path

from publish import SCRIPTS

EVERY_PAGE = ("frame", "search", "read-aloud", "keep")
"""Named by the theme."""
BY_CONTENT = {"shell": "data-helper", "tools": "data-copy"}
"""Named where a page's HTML holds this sign."""
WORDS = (
    '<p class="sr" role="status" data-tool-words data-copied="Teks tersalin" data-shared="Sudah dibagikan" '
    'data-selected="Teks sudah dipilih. Salin lewat menu ponsel Anda." data-unprinted="Kalau tidak tercetak, pakai menu browser Anda." data-field="Teks untuk disalin"></p>'
)


def tags(body: str, up: str) -> str:
    """Return the script tags that a page's content needs, and the words that they show."""
    names = [name for name, sign in BY_CONTENT.items() if sign in body]
    if not names:
        return ""
    return WORDS + "".join(f'<script defer src="{up}assets/{name}.js"></script>' for name in names)


def ship(site: Path) -> None:
    """Write the scripts of the pages into a built site."""
    for name in (*EVERY_PAGE, *BY_CONTENT):
        shutil.copyfile(SCRIPTS / f"{name}.js", site / "assets" / f"{name}.js")
