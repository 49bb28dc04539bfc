"""The search's script, with its links led elsewhere."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from publish.site.search import script

START = "guideSearch.load("


def is_data(path: Path) -> bool:
    """Return whether a file of a site is the search engine with its data."""
    return path.parent.name == "assets" and path.match("search-*.js")


def relink(path: Path, address: Callable[[str], str]) -> str:
    """Return the script with each page's address from the root replaced by `address(it)`."""
    text = path.read_text(encoding="utf-8")
    data = json.loads(text[text.rindex(START) + len(START) :].rstrip().removesuffix(");"))
    for page in data["pages"]:
        page[0] = address(page[0])
    return script(data)
