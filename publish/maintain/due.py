"""What has to be looked at again, and when: `python -m publish.maintain.due` (`make facts`)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from publish.checks import content as content_files
from publish.checks.content import Content

ROOT = Path(__file__).parents[2]
SOON = 30
"""Days before the build fails in which a line is marked."""


class Due(NamedTuple):
    """One thing with a review date: a fact or a page, where it stands, how it is called, when last checked."""

    review: date
    file: str
    line: int
    name: str
    label: str
    checked: date | None


def due(known: Content) -> list[Due]:
    """Return every fact and page that has a readable review date, the next one first."""
    found = []
    for name, fact in known.facts.table.items():
        if isinstance(fact, dict) and (review := day(fact.get("review"))):
            line = known.facts.line(name, "review")
            label = str(fact.get("label", ""))
            found.append(Due(review, known.facts.file, line, name, label, day(fact.get("checked"))))
    for page in known.pages.values():
        texts = {key: entry.text for key, entry in page.meta.items()}
        if review := day(texts.get("review")):
            line = page.meta["review"].line
            found.append(
                Due(review, page.file, line, page.path, texts.get("title", ""), day(texts.get("checked")))
            )
    return sorted(found, key=lambda one: (one.review, one.file, one.line))


def day(value: Any) -> date | None:
    """Return a date as TOML or front matter gives it, or None when it is none."""
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def when(review: date, today: date) -> str:
    """Return in Indonesian how long it still is until a review date."""
    left = (review - today).days
    if left <= 0:
        return "HARI INI" if left == 0 else f"TERLAMBAT {-left} hari"
    return f"{left} hari lagi" + (" (segera)" if left <= SOON else "")


def table(found: list[Due], today: date) -> str:
    """Return the lines that `make facts` prints: a heading, the table, what to do."""
    rows = [("Periksa ulang", "Waktu", "Nama", "Di mana", "Isi")]
    rows += [
        (one.review.isoformat(), when(one.review, today), one.name, f"{one.file}:{one.line}", one.label)
        for one in found
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]])
        for row in rows
    ]
    late = sum(one.review <= today for one in found)
    soon = sum(0 < (one.review - today).days <= SOON for one in found)
    lines.append(
        f"\n{len(found)} tanggal: {late} sudah lewat (situs tidak bisa dibangun), {soon} dalam {SOON} hari."
    )
    lines.append("Sesudah memeriksa isinya di sumbernya, perbarui checked dan review di baris itu.")
    return "\n".join(lines)


def main() -> None:
    """Print the table of the guide as it stands today."""
    today = date.today()
    print(table(due(content_files.read(ROOT, today)), today))


if __name__ == "__main__":
    main()
