"""The review dates of facts and pages: which there are, which have passed, and when they stop a build.

A wrong date is a problem like any other (facts.py). One that has passed is none: pages stay as they are,
maintainers and readers are told, and only what publishes the site refuses, unless `TERLAMBAT=boleh` is set.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from publish.content.problem import Problem
from publish.content.reading import Content

ALLOW, YES = "TERLAMBAT", "boleh"
ADVICE = "Periksa isinya di sumbernya, lalu perbarui checked dan review."
REFUSED = (
    "{count} tanggal periksa ulang sudah lewat, jadi situs ini tidak dibangun untuk diterbitkan.\n"
    f"{ADVICE}\n"
    "Ada perbaikan yang harus terbit sekarang? Jalankan: {allow} make build\n"
    "Di Netlify, Cloudflare, atau GitHub: isi variabel {name} dengan {yes}.\n"
    "Halamannya lalu menyebut apa yang belum diperiksa ulang."
)


class Due(NamedTuple):
    """One thing with a review date: a fact or a page, where it stands, how it is called, when last checked."""

    review: date
    file: str
    line: int
    name: str
    label: str
    checked: date | None


def due(content: Content) -> list[Due]:
    """Return every fact and page that has a readable review date, the next one first."""
    dates = []
    for name, fact in content.facts.table.items():
        if isinstance(fact, dict) and (review := day(fact.get("review"))):
            line = content.facts.line(name, "review")
            label = str(fact.get("label", ""))
            dates.append(Due(review, content.facts.file, line, name, label, day(fact.get("checked"))))
    for page in content.pages.values():
        texts = {key: entry.text for key, entry in page.meta.items()}
        if review := day(texts.get("review")):
            line = page.meta["review"].line
            dates.append(
                Due(review, page.file, line, page.path, texts.get("title", ""), day(texts.get("checked")))
            )
    return sorted(dates, key=lambda one: (one.review, one.file, one.line))


def day(value: Any) -> date | None:
    """Return a date as TOML or front matter gives it, or None when it is none."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def passed(review: date, today: date) -> bool:
    """Return whether a review date has passed; on the day itself there is still time."""
    return review < today


def late(content: Content) -> list[Problem]:
    """Return what has not been reviewed in time, the longest overdue first."""
    return [
        Problem(one.file, one.line, f'Tanggal periksa ulang "{one.name}" sudah lewat ({one.review}).', "")
        for one in due(content)
        if passed(one.review, content.today)
    ]


def allowed() -> bool:
    """Return whether passed review dates may be published: they are then named in the pages."""
    return os.environ.get(ALLOW, "").strip().lower() == YES


def refusal(problems: Sequence[Problem]) -> list[str]:
    """Return the lines that say why a site with passed review dates is not built; none when it may be."""
    if not problems or allowed():
        return []
    why = REFUSED.format(count=len(problems), allow=f"{ALLOW}={YES}", name=ALLOW, yes=YES)
    return [*map(str, problems), *why.split("\n")]
