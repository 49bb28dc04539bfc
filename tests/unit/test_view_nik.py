"""The NIK field and its result, as HTML."""

from __future__ import annotations

import json
import re
import subprocess
import time
import tomllib
from datetime import date

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from helper import nik, nik_pattern, view_nik
from helper.view import Links
from tests import ROOT
from tests.support.strategies import (
    any_text,
    decorated,
    mutated_niks,
    number_like_text,
    pasted,
    well_formed_niks,
)
from tests.unit.test_view import Balanced

TODAY = date(2026, 11, 22)
CASES = tomllib.loads((ROOT / "tests/support/nik_cases.toml").read_text(encoding="utf-8"))["case"]
PATTERN = re.compile(nik_pattern.pattern())
MATCH = """
const [pattern, texts] = JSON.parse(require("fs").readFileSync(0, "utf8"));
const by = (flag) => { const all = new RegExp(`^(?:${pattern})$`, flag); return texts.map((text) => all.test(text)); };
process.stdout.write(JSON.stringify({ u: by("u"), v: by("v") }));
"""


def test_the_field_can_send_nothing() -> None:
    form = view_nik.form()
    assert 'method="dialog"' in form
    assert " name=" not in form
    assert "action=" not in form
    for wanted in ('inputmode="numeric"', 'autocomplete="off"', 'spellcheck="false"', 'autocorrect="off"'):
        assert wanted in form
    assert "placeholder" not in form
    assert f'id="{view_nik.NOWHERE}"' not in form
    assert " novalidate " in form
    assert "maxlength" not in form


def well_formed(text: str) -> bool:
    """Return Python's verdict as plain HTML can give it: yes or no."""
    return nik.check(text, today=TODAY).verdict != "invalid"


@given(pasted())
@example("3101991708450001.0")
@example("310199170845012.0")
@example("31.01.99.17.08.45.01.00")
@example(" " * 2000 + "3101991708450001")
def test_plain_html_and_python_agree_on_what_surrounds_a_number(text: str) -> None:
    """The verdict must not turn over when Python arrives."""
    assert bool(PATTERN.fullmatch(text)) is well_formed(text)


@given(decorated(st.one_of(well_formed_niks(), mutated_niks())))
def test_decoration_changes_nothing_for_plain_html(pair: tuple[str, str]) -> None:
    plain, text = pair
    assert bool(PATTERN.fullmatch(text)) is bool(PATTERN.fullmatch(plain))


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"])[:60])
def test_plain_html_never_calls_a_right_one_wrong(case: dict[str, str]) -> None:
    assert PATTERN.fullmatch(case["text"]) or not well_formed(case["text"])


@settings(max_examples=20)
@given(st.lists(st.one_of(pasted(), any_text(), number_like_text()), min_size=20, max_size=20))
def test_a_browser_reads_the_pattern_as_python_does(texts: list[str]) -> None:
    """By the flag of today's browsers (`v`) and by that of older ones (`u`)."""
    asked = json.dumps([nik_pattern.pattern(), texts])
    run = ["node", "-e", MATCH]
    told = subprocess.run(run, input=asked, capture_output=True, check=True, encoding="utf-8").stdout
    matched = [bool(PATTERN.fullmatch(text)) for text in texts]
    assert json.loads(told) == {"u": matched, "v": matched}


@pytest.mark.parametrize("piece", [".", ". ", ".0", "9.", "'9", '"', "*_", "9", "\u3000"])
def test_the_pattern_takes_bounded_time(piece: str) -> None:
    text = piece * (100_000 // len(piece)) + "x"
    begin = time.process_time()
    assert not PATTERN.fullmatch(text)
    assert time.process_time() - begin < 0.5


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case["why"])[:60])
def test_results_are_whole(case: dict[str, str]) -> None:
    """Heading, the words of every finding, and for an error the same words beside the field."""
    found = nik.check(case["text"], today=date.fromisoformat(str(case.get("today", TODAY))))
    parts = view_nik.result(found, Links())
    shown = Balanced(parts["result"])
    for finding in found.findings:
        for sentence in finding.words.rstrip(".").split(". "):
            assert sentence in shown.text
    if view_nik.is_kpj(found):
        assert parts["error"] == ""
        assert "KPJ" in shown.text
    elif found.verdict == "invalid":
        assert parts["error"].startswith("<strong>Kesalahan:</strong>")
        assert found.findings[0].words in Balanced(parts["error"]).text
        assert set(shown.links) == {"#nik"}
    else:
        assert parts["error"] == ""
        assert "Bentuknya benar" in shown.text


def test_digits_at_fault_are_marked() -> None:
    error = view_nik.result(nik.check("3101991713450001", today=TODAY), Links())["error"]
    assert (
        '<p class="digits" aria-hidden="true" translate="no">31 01 99 17<mark>1</mark><mark>3</mark>45 0001</p>'
        in error
    )


@given(any_text())
def test_any_text_gives_whole_html(text: str) -> None:
    for html in view_nik.result(nik.check(text, today=TODAY), Links()).values():
        Balanced(html)
