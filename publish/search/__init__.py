"""Search that understands Indonesian: what the build prepares, and the engine that the browser runs.

The build cuts the pages into sections, finds the root of every word and writes one script,
the engine with its data. The browser fetches it when a reader opens the search, not before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from helper import data
from publish.search.index import Page, asked, build, script
from publish.search.sections import anchor_terms, read

__all__ = ["Index", "Page", "anchor_terms", "asked", "build", "read", "script"]


HOME = "index.md"
"""Not searched: it says a little of everything and only leads on."""


class Index:
    """Collects the pages of one build and ships the search."""

    def __init__(self) -> None:
        self.said = asked(data.load("flow"))
        self.pages: list[Page] = []

    def add(self, url: str, source: str, meta: Mapping[str, Any], html: str) -> None:
        """Take in a page: its address from the root, its Markdown file, its front matter, its final HTML."""
        if source == HOME:
            return
        slug = str(PurePosixPath(source).with_suffix(""))
        self.pages.append(
            Page(url, meta.get("title", ""), meta.get("description", ""), html, self.said.get(slug, ()))
        )

    @cached_property
    def text(self) -> str:
        """The script; once asked for, no page can be added."""
        return script(build(self.pages))

    @property
    def name(self) -> str:
        """Where the script is, from the root; a new name for new content, so that no cache is stale."""
        return f"assets/search-{hashlib.sha256(self.text.encode()).hexdigest()[:12]}.js"

    def ship(self, site: Path) -> None:
        """Write the script below a site's folder."""
        (site / self.name).write_text(self.text, encoding="utf-8")
