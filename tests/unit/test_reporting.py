"""The line by which readers tell the maintainers: all filled in but what is wrong, and nothing that was typed."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publish.site import pages, reporting
from tests import ROOT

MADE = date(2026, 11, 24)
MAIL, FORM = "panduan@contoh.id", "https://contoh.example/new?template=perubahan.yml"
FIELDS = {MAIL: ("subject", "body"), FORM: ("title", "body")}


@pytest.mark.parametrize("to", FIELDS)
@settings(deadline=None)
@given(what=st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=40))
def test_a_report_carries_what_it_is_about_whatever_its_name(to: str, what: str) -> None:
    line = reporting.Reports(to, "Panduan", MADE).line(what, "faq/", reporting.dates(MADE, MADE))
    (link,) = re.findall(r'<a href="([^"]*)"', line)
    assert link.isascii() and link.startswith(f"mailto:{to}?" if to == MAIL else to)
    sent = parse_qs(urlsplit(unescape(link)).query, strict_parsing=True)
    subject, body = (sent[name][0] for name in FIELDS[to])
    assert subject == f"Panduan: {what}"
    lines = body.split("\r\n" if to == MAIL else "\n")
    assert lines[:4] == [
        what,
        "faq/",
        "Diperiksa 24 November 2026. Diperiksa lagi paling lambat 24 November 2026.",
        "Versi panduan: 24 November 2026.",
    ]
    assert reporting.KEEP_OUT in lines and reporting.KEEP_OUT in line
    shown = re.sub("<[^>]*>", "", line)
    assert MAIL in shown if to == MAIL else f'rel="noreferrer" data-at="{FORM}"' in line


def test_without_the_setting_there_is_no_line() -> None:
    meta = {"title": "Tanya", "checked": MADE, "review": MADE}
    html = pages.Site(ROOT).html("<h1>Tanya</h1>", "# Tanya", meta, "faq/")
    assert "page-foot" in html and not re.search("data-report|data-edit|mailto:", html)
