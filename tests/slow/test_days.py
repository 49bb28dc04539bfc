"""Any day, any time zone: the guide can be checked, listed, built and corrected, and says what is late.

`faketime` moves the machine's calendar for what is started here; nothing sets GUIDE_TODAY for it.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from publish.content import clock, reading
from publish.content.checks import review_dates
from tests import ROOT

DUE = review_dates.due(reading.read(ROOT, date.max))
FIRST, LAST = DUE[0].review, DUE[-1].review
DAYS = ("2026-12-01", "2027-03-15", "2028-02-29", "2035-06-15")
ZONES = ("America/Los_Angeles", "Asia/Jakarta", "Asia/Jayapura")
BOTH = """
from publish.content.checks import __main__ as checks
from publish.tools import due
status = checks.main()
print("=" * 9)
due.main()
raise SystemExit(status)
"""
CALENDAR = re.compile(
    r"\b(?:date|datetime)\.(?:today|now|utcnow)\(|\btime\.(?:time|time_ns|localtime|gmtime|ctime|strftime)\("
    r"|\bDate\.now\b|\bnew Date\(\)"
)
MAY_ASK = {
    "publish/content/clock.py": "the one clock",
    "publish/scripts/passed-dates.js": "the reader's clock, as a day in Jakarta",
    "publish/scripts/shell.js": "the NIK check: the day on the reader's own device",
    "publish/scripts/service-worker.js": "how long ago a page asked for a fresh one, in seconds",
    "publish/frozen/start.mjs": "sets a fixed time for what is frozen",
}


def at(moment: str, *command: str, zone: str = "UTC", **given: str) -> subprocess.CompletedProcess[str]:
    """Run Python at a moment (a time in UTC) in a time zone, as on a maintainer's machine."""
    here = (clock.TODAY, "LD_PRELOAD")  # a run that is itself under faketime hands on its own time in these
    environment = {
        name: value
        for name, value in os.environ.items()
        if name not in here and not name.startswith("FAKETIME")
    }
    return subprocess.run(
        ["faketime", f"{moment} UTC", sys.executable, *command],
        cwd=ROOT,
        env={**environment, "TZ": zone, "NO_MKDOCS_2_WARNING": "1", **given},
        capture_output=True,
        text=True,
        check=False,
    )


def build(day: date, folder: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Build the site at noon of a day."""
    return at(f"{day} 05:00:00", "-m", "mkdocs", "build", "--strict", "--site-dir", str(folder), **given)


@pytest.mark.parametrize("day", DAYS)
def test_everything_goes_on(day: str) -> None:
    """The checks pass, with a warning that counts what is late; the list of dates counts the same."""
    run = at(f"{day} 05:00:00", "-c", BOTH)
    assert run.returncode == 0, run.stdout + run.stderr
    checked, _, listed = run.stdout.partition("=" * 9)
    late = sum(one.review < date.fromisoformat(day) for one in DUE)
    assert checked.count("sudah lewat (") == late
    assert (f"Peringatan: {late} tanggal" in checked) is bool(late)
    assert f"{len(DUE)} tanggal: {late} sudah lewat" in listed
    assert listed.count("TERLAMBAT") == late


@pytest.mark.parametrize("zone", ZONES)
def test_midnight_is_that_of_jakarta(zone: str) -> None:
    """A minute before and after it, wherever the machine stands; 17.00 UTC is midnight in Jakarta."""
    ask = ("-c", "from publish.content import clock; print(clock.today())")
    found = [at(f"2027-12-31 {time}", *ask, zone=zone).stdout.strip() for time in ("16:59:00", "17:01:00")]
    assert found == ["2027-12-31", "2028-01-01"]


def test_the_day_can_be_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here it is, to the newest day of a check; what is no day is named."""
    assert clock.today() == max(one.checked for one in DUE if one.checked)
    monkeypatch.setenv(clock.TODAY, "2031-05-06")
    assert clock.today() == date(2031, 5, 6)
    monkeypatch.setenv(clock.TODAY, "besok")
    with pytest.raises(SystemExit, match='berisi "besok"'):
        clock.today()


def test_nobody_else_asks_the_calendar() -> None:
    """Neither the build, nor tests and measurements, nor a script in the browser."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.py", "*.js", "*.mjs", "*.html"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    files = [
        name
        for name in listed
        if (ROOT / name).is_file() and name != Path(__file__).relative_to(ROOT).as_posix()
    ]
    asking = {name for name in files if CALENDAR.search((ROOT / name).read_text(encoding="utf-8"))}
    assert asking == MAY_ASK.keys()


def test_what_is_published_late_is_refused(tmp_path: Path) -> None:
    """By whoever builds, the day after the first date; the last line but one names the way out."""
    run = build(FIRST + timedelta(days=1), tmp_path / "site", TERLAMBAT="tidak")
    said = run.stdout + run.stderr
    assert run.returncode == 1, said
    assert f'Tanggal periksa ulang "{DUE[0].name}" sudah lewat ({FIRST}).' in said
    assert "TERLAMBAT=boleh make build" in said
    assert "Netlify" in said
    assert not (tmp_path / "site/index.html").exists()
