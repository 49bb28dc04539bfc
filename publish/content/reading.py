"""All that the checks look at, read once: three TOML files, the pages, the names of the pictures."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from publish.content import marker_names, table_shape, typed_contacts
from publish.content.located_toml import Toml
from publish.content.page_source import Page
from publish.content.problem import UNOPENED

DATA = "helper/data"
SIGNS = "docs/assets/tanda"
"""The small pictures that stand before an answer or a heading."""


class Content(NamedTuple):
    """The content as it stands in the files; `pages` by path relative to docs."""

    root: Path
    today: date
    facts: Toml
    sources: Toml
    flow: Toml
    pages: dict[str, Page]

    @property
    def names(self) -> marker_names.Names:
        """The names that markers can use."""
        return marker_names.Names(
            # A fact whose name is misspelt in its own file is known by the right one: the pages are not to blame.
            None
            if self.facts.broken
            else frozenset(self.facts.table) | frozenset(map(marker_names.spelt, self.facts.table)),
            frozenset(path.stem for path in (self.root / marker_names.PICTURES).glob("*.svg")),
            None if "text" not in self.flow.table else frozenset(table_shape.tables(self.flow.table, "text")),
            None if self.flow.broken else frozenset(table_shape.tables(self.flow.table, "contact")),
        )

    @property
    def signs(self) -> frozenset[str]:
        """The names of the small pictures that an answer can have."""
        return frozenset(path.stem for path in (self.root / SIGNS).glob("*.svg"))

    @property
    def contacts(self) -> typed_contacts.Contacts:
        """The contacts that the facts hold."""
        return typed_contacts.Contacts(self.facts.table)

    @property
    def slugs(self) -> dict[str, str]:
        """The path of each page by its slug; the home page has none."""
        return {page.slug: path for path, page in self.pages.items() if page.slug}


def read(root: Path, today: date) -> Content:
    """Return the content under a root; a missing TOML file counts as an empty one."""

    def toml(name: str) -> Toml:
        path = root / DATA / f"{name}.toml"
        return Toml(f"{DATA}/{name}.toml", read_text(path) if path.exists() else "")

    docs = root / "docs"
    paths = {path.relative_to(docs).as_posix(): path for path in sorted(docs.rglob("*.md"))}
    pages = {name: Page(name, read_text(path)) for name, path in paths.items()}
    return Content(root, today, toml("facts"), toml("sources"), toml("flow"), pages)


def read_text(path: Path) -> str:
    """Return a file's text; what is no UTF-8 becomes U+FFFD, which a check reports with its line.

    A file that cannot be opened, such as a folder of its name, says UNOPENED.
    """
    try:
        return path.read_text(encoding="utf-8-sig", errors="replace")
    except OSError:
        return UNOPENED


def prose(content: Content) -> list[tuple[tuple[str | int, ...], str]]:
    """Return (path, text) of every text of the flow that a reader sees."""
    texts: list[tuple[tuple[str | int, ...], str]] = []

    def walk(value: Any, path: tuple[str | int, ...]) -> None:
        if isinstance(value, dict):
            for key, one in value.items():
                if key not in UNSEEN:
                    walk(one, (*path, key))
        elif isinstance(value, list):
            for index, one in enumerate(value):
                walk(one, (*path, index))
        elif isinstance(value, str):
            texts.append((path, value))

    for part in ("question", "outcome", "contact", "text", "pages"):
        for name, entry in part_entries(content.flow.table.get(part)):
            walk(entry, (part, name))
    return texts


def part_entries(part: Any) -> list[tuple[str, Any]]:
    """Return the entries of one part of the flow; none when it is no table."""
    return list(part.items()) if isinstance(part, dict) else []


UNSEEN = ("id", "goto", "page", "say", "contact", "links", "picture")
"""Keys of the flow whose texts are names, not words."""
