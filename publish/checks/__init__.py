"""Checks of the content that teach: what is wrong, where, and what to write instead.

`run` looks at helper/data/*.toml and docs/**/*.md and changes nothing; `python -m publish.checks` prints it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from publish import clock
from publish.checks import content, facts, files, flow, graph, headings, links, review, web, words
from publish.checks.problem import Problem
from publish.maintain import versions

__all__ = ["Problem", "late", "run"]


def run(root: Path, *, today: date | None = None) -> list[Problem]:
    """Return all problems of the content under a root, by file and line; `today` is the day of the check."""
    known = content.read(root, today or clock.today())
    return sorted(set(problems(known)))


def late(root: Path, *, today: date | None = None) -> list[Problem]:
    """Return the facts and pages under a root whose review date has passed, the longest overdue first."""
    return review.late(content.read(root, today or clock.today()))


def problems(known: content.Content) -> Iterator[Problem]:
    """Yield all problems; a TOML file that cannot be read is one, and hides what would follow."""
    tables = (known.facts, known.sources, known.flow)
    yield from (toml.broken for toml in tables if toml.broken)
    yield from facts.check(known)
    if not known.flow.broken:
        yield from flow.check(known)
        yield from graph.check(known)
    yield from files.check(known)
    yield from versions.check(known.root)
    yield from headings.check(known)
    yield from words.check(known)
    yield from links.check(known)
    yield from web.check(known)
