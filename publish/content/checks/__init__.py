"""Checks of the content that teach: what is wrong, where, and what to write instead.

`run` looks at helper/data/*.toml and docs/**/*.md and changes nothing; `python -m publish.content.checks` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from publish.content import clock, reading
from publish.content.checks import (
    fact_tables,
    flow_graph,
    flow_tables,
    internal_links,
    old_answers,
    page_files,
    page_metadata,
    page_structure,
    page_words,
    pictures,
    pinned_versions,
    reader_places,
    rendered,
    review_dates,
    site_menu,
    word_lists,
)
from publish.content.problem import Problem, causes

__all__ = ["Problem", "late", "of_flow", "run"]


def run(root: Path, *, today: date | None = None) -> list[Problem]:
    """Return all problems of the content under a root; `today` is the day of the check.

    The causes come first: files that cannot be read; then all else, by file and line, without what only follows from it.
    """
    content = reading.read(root, today or clock.today())
    first = causes([*unreadable(content)])
    files = {one.file for one in first}
    rest = [one for one in causes(problems(content)) if one.file not in files]
    if any(page.broken for page in content.pages.values()):
        rest = [one for one in rest if not one.lacks]  # what nothing leads to may be named in that page
    # What cannot be seen in a line spoils the names in it.
    spoilt = {one[:2] for one in rest if one.right.startswith(page_files.RETYPE)}
    return [
        *first,
        *(one for one in rest if one[:2] not in spoilt or one.right.startswith(page_files.RETYPE)),
    ]


def late(root: Path, *, today: date | None = None) -> list[Problem]:
    """Return the facts and pages under a root whose review date has passed, the longest overdue first."""
    return review_dates.late(reading.read(root, today or clock.today()))


def unreadable(content: reading.Content) -> Iterator[Problem]:
    """Yield the files that cannot be read at all."""
    yield from page_files.unopened(content)
    yield from (toml.broken for toml in (content.facts, content.sources, content.flow) if toml.broken)
    settings = site_menu.read(content.root)
    if settings and settings.broken:
        yield settings.broken


def of_flow(content: reading.Content) -> list[Problem]:
    """Return what is wrong in the flow itself: while there is anything, it can be neither drawn nor followed."""
    if content.flow.broken:
        return [content.flow.broken]
    wrong = list(flow_tables.check(content))
    if not any(one.wrong.startswith("Bagian ") for one in wrong):
        wrong += flow_graph.check(content)
    return wrong


def problems(content: reading.Content) -> Iterator[Problem]:
    """Yield all problems; a TOML file that cannot be read hides what would follow."""
    yield from site_menu.check(content.root)
    yield from word_lists.check(content.root)
    yield from reader_places.check(content)
    yield from fact_tables.check(content)
    if not content.flow.broken:
        yield from of_flow(content) or old_answers.check(content)
    yield from page_files.check(content)
    yield from pictures.check(content)
    yield from pinned_versions.check(content.root)
    yield from page_structure.check(content)
    words = [*page_words.check(content), *internal_links.check(content)]
    yield from words
    reported = {one[:2] for one in words}
    as_shown = rendered.check(content, site_menu.extensions(site_menu.read(content.root)))
    yield from (one for one in as_shown if one[:2] not in reported)
    yield from page_metadata.check(content)
