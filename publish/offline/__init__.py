"""The offline copies of the guide, made from a built site and from what the build wrote down of its pages.

Everything a copy shows is the site's own HTML; only links, and where bytes come from, differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from publish.offline import copy_words, document_sections, folder, single_file
from publish.site import download_table
from publish.site.download_table import FULL, LIGHT, ZIP
from publish.site.page_record import PageRecord

__all__ = ["FULL", "LIGHT", "ZIP", "make", "offer"]


def make(
    site: Path, pages: Sequence[PageRecord], frame: Mapping[str, str], report: str = ""
) -> dict[str, bytes]:
    """Return the three copies of a site that is built but for its service worker, file name -> bytes.

    `pages` stand in the order of the menu; `frame` are the parts of the theme that a single file has too.
    `report` is the line to the maintainers for the light one, which has it once; the others have those of the pages.
    """
    return {
        FULL: single_file.document(site, pages, frame, full=True),
        LIGHT: single_file.document(site, pages, frame, full=False, report=report),
        ZIP: folder.archive(folder.files(site, pages), copy_words.made()),
    }


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
