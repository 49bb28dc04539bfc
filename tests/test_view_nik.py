"""The NIK field and its result, as HTML."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from helper import nik, view_nik
from tests.strategies import any_text, well_formed_niks
from tests.test_view import Balanced

TODAY = date(2026, 11, 22)
CASES = tomllib.loads(Path(__file__).with_name("nik_cases.toml").read_text(encoding="utf-8"))["case"]
PATTERN = re.compile(view_nik.pattern())


def test_the_field_can_send_nothing() -> None:
    form = view_nik.form()
    assert 'method="dialog"' in form
    assert " name=" not in form
    assert "action=" not in form
    for wanted in ('inputmode="numeric"', 'autocomplete="off"', 'spellcheck="false"', 'autocorrect="off"'):
        assert wanted in form
    assert "placeholder" not in form
    assert "maxlength" not in form


@given(well_formed_niks())
def test_the_pattern_never_refuses_a_right_one(text: str) -> None:
    assert nik.check(text, today=TODAY).verdict == "invalid" or PATTERN.fullmatch(text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"])[:60])
def test_results_are_whole(case: dict[str, str]) -> None:
    """Heading, the words of every finding, and for an error the same words beside the field."""
    found = nik.check(case["text"], today=date.fromisoformat(str(case.get("today", TODAY))))
    parts = view_nik.result(found)
    shown = Balanced(parts["result"])
    for finding in found.findings:
        for sentence in finding.words.rstrip(".").split(". "):
            assert sentence in shown.text
    if found.verdict == "invalid":
        assert parts["error"].startswith("<strong>Kesalahan:</strong>")
        assert found.findings[0].words in Balanced(parts["error"]).text
        assert set(shown.links) == {"#nik"}
    else:
        assert parts["error"] == ""
        assert "Bentuknya benar" in shown.text


def test_digits_at_fault_are_marked() -> None:
    error = view_nik.result(nik.check("3101991713450001", today=TODAY))["error"]
    assert (
        '<p class="digits" aria-hidden="true" translate="no">31 01 99 17<mark>1</mark><mark>3</mark>45 0001</p>'
        in error
    )


@given(any_text())
def test_any_text_gives_whole_html(text: str) -> None:
    for html in view_nik.result(nik.check(text, today=TODAY)).values():
        Balanced(html)
