"""The only place that asks what day it is: a day in Jakarta, wherever the machine stands.

Tests set the day, so that a commit passes in any year (tests/support/day.py).
"""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta, timezone

TODAY = "GUIDE_TODAY"
"""The variable that sets the day, as YYYY-MM-DD."""
JAKARTA = timezone(timedelta(hours=7))
"""Asia/Jakarta has no summer time: an offset is enough, and needs no table of time zones."""


def today() -> date:
    """Return the day in Jakarta, or the one that GUIDE_TODAY sets; SystemExit when that is no day."""
    text = os.environ.get(TODAY, "").strip()
    if not text:
        return datetime.now(JAKARTA).date()
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise SystemExit(f'{TODAY} berisi "{text}". Tulis tanggal seperti 2026-11-22.') from None
