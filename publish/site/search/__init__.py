"""Search that understands Indonesian: what the build prepares, and the engine that the browser runs.

The build cuts the pages into sections, finds the root of every word and writes one script,
the engine with its data. The browser fetches it when a reader opens the search, not before.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import Any

from helper import data
from publish.site.search import direct, questions
from publish.site.search.index import Page, asked, build, script
from publish.site.search.page_sections import anchor_terms, read

__all__ = ["FILE", "Index", "Page", "anchor_terms", "asked", "build", "read", "script"]


FILE = "assets/search-data.js"
"""Where the script is, from the root: one name for all its contents, so that no page changes, and no page that is
still open asks for a name that is gone, whenever a word of the guide does."""
HOME = "index.md"
"""Not searched: it says a little of everything and only leads on."""


class Index:
    """Collects the pages of one build and ships the search; `contact` is HTML, whom to ask where a search does not help."""

    def __init__(self, contact: str = "") -> None:
        self.contact = contact
        self.answers = asked(data.load("flow"))
        self.questions = questions.load()
        self.pages: list[Page] = []

    def add(self, url: str, source: str, meta: Mapping[str, Any], html: str) -> None:
        """Take in a page: its address from the root, its Markdown file, its front matter, its final HTML."""
        if source == HOME:
            return
        slug = str(PurePosixPath(source).with_suffix(""))
        slug = slug.removesuffix("/index")
        title, description = meta.get("title", ""), meta.get("description", "")
        answers, answered = self.answers.get(slug, ()), self.questions.get(slug, ())
        self.pages.append(Page(url, title, description, html, answers, answered))

    @cached_property
    def text(self) -> str:
        """The script; once asked for, no page can be added."""
        return script(build(self.pages, {**direct.load(), "contact": self.contact}))

    def ship(self, site: Path) -> None:
        """Write the script below a site's folder."""
        (site / FILE).write_text(self.text, encoding="utf-8")
