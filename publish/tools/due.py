"""What has to be looked at again, and when: `python -m publish.tools.due` (`make facts`)."""

from __future__ import annotations

from datetime import date

from publish import ROOT
from publish.content import clock
from publish.content import reading as content_files
from publish.content.checks import review_dates
from publish.content.checks.review_dates import Due

SOON = 30
"""Days before a review date in which a line is marked."""


def when(day: date, today: date) -> str:
    """Return in Indonesian how long it still is until a review date."""
    left = (day - today).days
    if left <= 0:
        return "HARI INI" if left == 0 else f"TERLAMBAT {-left} hari"
    return f"{left} hari lagi" + (" (segera)" if left <= SOON else "")


def table(dates: list[Due], today: date) -> str:
    """Return the lines that `make facts` prints: a heading, the table, what to do."""
    rows = [("Periksa ulang", "Waktu", "Nama", "Di mana", "Isi")]
    rows += [
        (one.review.isoformat(), when(one.review, today), one.name, f"{one.file}:{one.line}", one.label)
        for one in dates
    ]
    widths = [max(len(row[column]) for row in rows) for column in range(4)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[4]])
        for row in rows
    ]
    late = sum(review_dates.passed(one.review, today) for one in dates)
    soon = sum(0 <= (one.review - today).days <= SOON for one in dates)
    refused = " (make build menolak)" if late else ""
    lines.append(f"\n{len(dates)} tanggal: {late} sudah lewat{refused}, {soon} dalam {SOON} hari.")
    lines.append("Sesudah memeriksa isinya di sumbernya, perbarui checked dan review di baris itu.")
    return "\n".join(lines)


def main() -> None:
    """Print the table of the guide as it stands today."""
    today = clock.today()
    print(table(review_dates.due(content_files.read(ROOT, today)), today))


if __name__ == "__main__":
    main()
