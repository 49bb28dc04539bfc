"""Every address of a page that there is, was, or has moved.

`moved.toml` is edited by hand; `published.txt` is every address that was ever there, and only grows.
"""

from __future__ import annotations

import tomllib
from pathlib import Path

from helper import flow

FOLDER = "publish/content"
"""Where the lists are, from the root."""
HERE = Path(__file__).parent
TABLE, PUBLISHED = "moved.toml", "published.txt"
ANSWERS = "published_answers.txt"
"""Every position of the flow that was ever there: the answers from the start, joined by dots; only grows, too."""
KEY = "moved"


def moved(folder: Path = HERE) -> dict[str, str]:
    """Return the moved pages: old slug -> new slug (`""` is the home page)."""
    table = tomllib.loads((folder / TABLE).read_text(encoding="utf-8-sig"))
    return dict(table.get(KEY, {}))


def listed(root: Path) -> dict[str, str]:
    """Return the moved pages of a tree whose table may be broken or missing: then none."""
    try:
        moves = moved(root / FOLDER)
    except (OSError, ValueError, TypeError):
        return {}
    return {old: new for old, new in moves.items() if isinstance(new, str)}


def known_slugs(root: Path) -> frozenset[str]:
    """Return the slugs that a tree lists as published; the home page is always one of them."""
    try:
        return frozenset(("", *published(root / FOLDER)))
    except (OSError, ValueError):
        return frozenset(("",))


def published(folder: Path = HERE, name: str = PUBLISHED) -> list[str]:
    """Return every slug that was ever published, or every position with the name of that list."""
    return entries((folder / name).read_text(encoding="utf-8-sig"))


def entries(text: str) -> list[str]:
    """Return the entries of such a list."""
    return [line for line in text.splitlines() if line and not line.startswith("#")]


def slugs(docs: Path) -> list[str]:
    """Return the slugs of the pages there are, without the home page."""
    names = (path.relative_to(docs).with_suffix("").as_posix() for path in docs.rglob("*.md"))
    return sorted(name.removesuffix("index").rstrip("/") for name in names if name != "index")


def positions(table: flow.Flow) -> list[str]:
    """Return the positions of a flow, without the start, as addresses name them."""
    return [".".join(answers) for answers in flow.paths(table) if answers]


def record(docs: Path, table: flow.Flow, folder: Path = HERE) -> list[str]:
    """Add what is new to the lists of the pages and positions that were published; return it."""
    new = []
    for name, there in ((PUBLISHED, slugs(docs)), (ANSWERS, positions(table))):
        listed = set(published(folder, name))
        added = [one for one in there if one not in listed]
        with (folder / name).open("a", encoding="utf-8") as file:
            file.writelines(f"{one}\n" for one in added)
        new += added
    return new
