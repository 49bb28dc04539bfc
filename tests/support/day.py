"""The day of a test run: the same results in any year, on any machine."""

from __future__ import annotations

import os
from datetime import date

from publish.content import clock, reading
from publish.content.checks import review_dates
from tests import ROOT


def newest() -> date:
    """Return the newest day on which a fact or a page of the guide was checked."""
    return max(one.checked for one in review_dates.due(reading.read(ROOT, date.max)) if one.checked)


def pytest_configure() -> None:
    """Set the day for all tests and what they start, unless it is set already."""
    os.environ.setdefault(clock.TODAY, newest().isoformat())
