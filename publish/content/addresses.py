"""Every address of a page that there is, was, or has moved.

`moved.toml` is edited by hand; `published.txt` is every address that was ever there, and only grows.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

HERE = Path(__file__).parent
TABLE, PUBLISHED = "moved.toml", "published.txt"
KEY = "moved"


def moved(folder: Path = HERE) -> dict[str, str]:
    """Return the moved pages: old slug -> new slug (`""` is the home page)."""
    table = tomllib.loads((folder / TABLE).read_text(encoding="utf-8-sig"))
    return dict(table.get(KEY, {}))


def published(folder: Path = HERE) -> list[str]:
    """Return every slug that was ever published."""
    return [
        line
        for line in (folder / PUBLISHED).read_text(encoding="utf-8-sig").splitlines()
        if line and not line.startswith("#")
    ]


def slugs(docs: Path) -> list[str]:
    """Return the slugs of the pages there are, without the home page."""
    names = (path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md"))
    return sorted(name.removesuffix("index").rstrip("/") for name in names if name != "index")


def record(docs: Path, folder: Path = HERE) -> list[str]:
    """Add the pages that are new to the list of what was published; return them."""
    known = published(folder)
    new = [slug for slug in slugs(docs) if slug not in known]
    with (folder / PUBLISHED).open("a", encoding="utf-8") as file:
        file.writelines(f"{slug}\n" for slug in new)
    return new
