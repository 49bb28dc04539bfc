"""Fragments that nobody should arrive with, and some do: stale, edited, cut, foreign."""

from __future__ import annotations

from helper import flow
from tests.support import walk

WHOLE = "#" + flow.fragment(max(walk.PLANS, key=len))

ODD = {
    "empty": "#",
    "cut": WHOLE[:-3],
    "cut after a dot": WHOLE[: WHOLE.rindex(".") + 1],
    "an answer of another version": "#jawab.tidak-ada.jawaban-lama",
    "too many answers": WHOLE + ".lagi.lagi",
    "other case": WHOLE.upper(),
    "foreign": "#:~:text=NIK",
    "foreign id": "#section-2",
    "percent": "#%zz",
    "half of a letter": "#%E0%A4",
    "encoded": WHOLE.replace(".", "%2E"),
    "markup": "#jawab.<img src=x onerror=alert(1)>",
    "quotes": "#jawab.\"'`\\",
    "change without a number": "#ubah",
    "change far away": "#ubah.99.kartu",
    "change below": "#ubah.-1.kartu",
    "change, huge": "#ubah." + "9" * 400,
    "change, other digits": "#ubah.\u0663.kartu",
    "scripts and signs": "#jawab.\u0645\u0631.\U0001f600.\u202e\u0301\u200d",
    "nothing but dots": "#" + "." * 500,
    "very long": "#jawab" + ".kartu" * 20_000,
    "names of objects": "#jawab.__proto__.constructor",
}
