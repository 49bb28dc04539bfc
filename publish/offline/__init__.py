"""The offline copies of the guide, made from a built site.

Everything a copy shows is the site's own HTML; only links, and where bytes come from, differ.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from publish.offline import copy_words, document_sections, folder, single_file
from publish.site import download_table
from publish.site.download_table import FULL, LIGHT, ZIP

__all__ = ["FULL", "LIGHT", "ZIP", "make", "offer"]


def make(site: Path, tell: Callable[[str], None] = lambda line: None) -> dict[str, bytes]:
    """Return the three copies of a built site, file name -> bytes; `tell` hears of each step."""
    steps: dict[str, Callable[[], bytes]] = {
        FULL: lambda: single_file.document(site, full=True),
        LIGHT: lambda: single_file.document(site, full=False),
        ZIP: lambda: folder.archive(folder.files(site), copy_words.made()),
    }
    made = {}
    for number, (name, build) in enumerate(steps.items(), 1):
        tell(f"[{number}/{len(steps)}] {name} ...")
        made[name] = build()
        tell(f"      {download_table.size(len(made[name]))}")
    return made


def offer(site: Path, made: dict[str, bytes]) -> None:
    """Put the copies into the site, and their sizes and sums on its page of downloads."""
    page = site / download_table.PAGE
    for name, content in made.items():
        (page / name).write_bytes(content)
    file = page / "index.html"
    html = file.read_text(encoding="utf-8")
    file.write_text(
        document_sections.DOWNLOADS.sub(lambda _: download_table.table(made), html), encoding="utf-8"
    )
