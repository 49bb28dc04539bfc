"""The NIK check: the shared examples one by one, and what holds for any text whatever."""

from __future__ import annotations

import re
import time
import tomllib
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper import nik, numbers
from helper.nik_words import WORDS
from tests import ROOT
from tests.support import strategies

CASES: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "tests/support/nik_cases.toml").read_text(encoding="utf-8")
)["case"]
ANY_DAY = (date(2026, 1, 1), date(2026, 11, 22), date(2035, 12, 31))
TODAY = date(2026, 10, 15)
LONGEST_RUN = 5
"""Consecutive digits of the input that words may show; a sixth would begin to give a NIK away."""

texts = st.one_of(
    strategies.any_text(),
    strategies.number_like_text(),
    strategies.well_formed_niks(),
    strategies.mutated_niks(),
)


def codes(text: str, today: date = TODAY) -> list[str]:
    return [finding.code for finding in nik.check(text, today=today).findings]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_each_example_has_its_verdict_and_its_codes(case: dict[str, Any]) -> None:
    for today in [case["today"]] if "today" in case else ANY_DAY:
        result = nik.check(case["text"], today=today)
        assert (result.verdict, [f.code for f in result.findings]) == (case["verdict"], case["codes"]), today


def test_the_examples_use_every_code() -> None:
    """A code that no example shows is a code that no browser ever shows either."""
    used = {code for case in CASES for code in case["codes"]}
    assert set(WORDS) - used == {"too-much-text"}


def test_the_examples_are_nobodys() -> None:
    """Every 16-digit example that the check does not refuse has a kecamatan nobody lives in."""
    numbers = [nik.compact(case["text"]) for case in CASES if case["verdict"] != "invalid"]
    inland = [number for number in numbers if not number.startswith(("99999", "99000"))]  # countries 999, 000
    assert {number[4:6] for number in inland} <= {"99", "11", "12"}
    assert all(len(set(number)) <= 2 for number in inland if number[4:6] != "99")


@pytest.mark.parametrize(
    ("text", "code", "positions"),
    [
        ("5401991708450001", "unknown-province", (1, 2)),
        ("3100991708450001", "regency-zero", (3, 4)),
        ("3199991708450001", "unknown-regency", (3, 4)),
        ("3101001708450001", "district-zero", (5, 6)),
        ("3101993208450001", "day-out-of-range", (7, 8)),
        ("3101991713450001", "month-out-of-range", (9, 10)),
        ("3101993002450001", "impossible-date", (7, 8, 9, 10)),
        ("3101992902450001", "no-leap-year", (7, 8, 9, 10, 11, 12)),
        ("3101993112260001", "future-date", (7, 8, 9, 10, 11, 12)),
        ("3101993112270001", "about-hundred", (11, 12)),
        ("3101991708450000", "serial-zero", (13, 14, 15, 16)),
        ("3l01 9917.0845-0OO1", "letter-for-digit", (2, 14, 15)),
        ("3101/9917", "not-a-digit", (5,)),
        ("31/01991708450001/x", "only-digits-wanted", (3,)),
        ("3101**1708450001", "digits-hidden", (5, 6)),
        ("9999991713450001", "month-out-of-range", (9, 10)),
        ("310199170845000", "too-short", ()),
        ("3101991708450001", "well-formed", ()),
    ],
)
def test_a_finding_names_the_digits_it_is_about(text: str, code: str, positions: tuple[int, ...]) -> None:
    found = {finding.code: finding.positions for finding in nik.check(text, today=TODAY).findings}
    assert found[code] == positions


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("3101991708450001", "Bentuknya benar"),
        ("3101991708450001", "tidak berarti NIK sudah terdaftar"),
        ("5401991708450001", "Kode 54"),
        ("3299991708450001", "Kode 99 tidak kami temukan di Jawa Barat"),
        ("3101997002450001", "30 Februari"),
        ("310199170845000", "kurang 1"),
        ("31019917084500011", "lebih 1"),
        ("99000000001", "Mungkin ini nomor yang Anda cari"),
        ("9999991708900001", "pertama kali didata di luar negeri"),
        ("310199170845012,0", "tidak kami hitung"),
        ("31O1991708450001", "angka 0"),
    ],
)
def test_words_say_what_was_found(text: str, part: str) -> None:
    assert part in " ".join(finding.words for finding in nik.check(text, today=TODAY).findings)


def test_every_date_of_the_calendar_is_right_and_no_other() -> None:
    """All 100 days x 100 months x 4 years of digits, against the calendar of datetime."""
    for year in (1996, 1997, 1998, 2000):
        for month in range(100):
            for day in range(100):
                born = day - 40 if day > 40 else day
                try:
                    real = bool(date(year, month, born))
                except ValueError:
                    real = False
                text = f"310199{day:02}{month:02}{year % 100:02}0001"
                assert (nik.check(text, today=TODAY).verdict == "valid") is real, (day, month, year)


def test_a_year_of_two_digits_is_read_as_the_latest_that_has_begun() -> None:
    """On one day, each of the 100 years: this year's future warns, then three of about 100."""
    warned = {
        year: codes(f"31019917 11 {year:02} 0001")[0]
        for year in range(100)
        if nik.check(f"3101991711{year:02}0001", today=TODAY).verdict == "warn"
    }
    assert warned == {26: "future-date", 27: "about-hundred", 28: "about-hundred", 29: "about-hundred"}


def test_the_last_day_of_today_counts_on_29_february_too() -> None:
    leap_day = date(2028, 2, 29)
    assert codes("3101992902280001", leap_day)[0] == "well-formed"
    assert codes("3101990103280001", leap_day) == ["future-date"]


def test_a_text_too_long_to_be_a_number_is_not_carried_on() -> None:
    assert nik.check("x" * nik.MOST_SHOWN, today=TODAY).digits == "x" * nik.MOST_SHOWN
    result = nik.check("x" * (nik.MOST_SHOWN + 1), today=TODAY)
    assert (result.digits, [finding.positions for finding in result.findings]) == ("", [()])


def test_a_result_is_frozen() -> None:
    result = nik.check("3101991708450001", today=TODAY)
    with pytest.raises(AttributeError):
        result.verdict = "invalid"


def test_a_result_in_a_log_does_not_show_the_nik() -> None:
    result = nik.check("3101991708450001", today=TODAY)
    assert result.digits == "3101991708450001"
    assert not re.search(r"\d", f"{result} {result!r}")


@pytest.mark.parametrize("text", ["\x00", "3101\ud8009917", "\udfff" * 16, "\U0010ffff", "\x7f", "\x85x"])
def test_what_cannot_be_printed_is_answered_and_not_passed_on(text: str) -> None:
    result = nik.check(text, today=TODAY)
    assert result.verdict == "invalid"
    assert result.digits.isprintable()
    assert result.digits.encode("utf-8")


@pytest.mark.parametrize(
    "piece", ["9", "x", " ", "\u3000", "\uff11", "\u00e9", "\ud800", "\U0001f600", "3E+", "'"]
)
def test_a_megabyte_gets_its_answer_within_50_ms(piece: str) -> None:
    text = piece * (1_000_000 // len(piece))
    begin = time.perf_counter()
    result = nik.check(text, today=TODAY)
    assert time.perf_counter() - begin < 0.05
    assert [finding.code for finding in result.findings] == ["too-much-text"]
    longest_read = text[: numbers.LIMIT]
    begin = time.perf_counter()
    result = nik.check(longest_read, today=TODAY)
    assert time.perf_counter() - begin < 0.05
    assert "too-much-text" not in [finding.code for finding in result.findings]


@given(text=texts, today=st.one_of(strategies.days_of_check, st.dates()))
def test_any_text_gets_a_sound_answer_on_any_day(text: str, today: date) -> None:
    result = nik.check(text, today=today)
    assert result.verdict in ("valid", "warn", "invalid")
    assert result.findings
    assert (result.verdict == "valid") is (result.findings[0].code == "well-formed")
    assert len(result.digits) <= nik.MOST_SHOWN
    for finding in result.findings:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", finding.code)
        assert finding.positions == tuple(sorted(set(finding.positions)))
        assert set(finding.positions) <= set(range(1, 17))
        assert finding.words.strip() == finding.words != ""
        assert not set("{}") & set(finding.words)
    assert len({finding.code for finding in result.findings}) == len(result.findings)


@given(text=texts)
def test_words_never_give_the_number_away(text: str) -> None:
    for finding in nik.check(text, today=TODAY).findings:
        assert not re.search(rf"[0-9]{{{LONGEST_RUN + 1}}}", finding.words)
        assert nik.compact(text) not in finding.words or len(nik.compact(text)) <= LONGEST_RUN


@given(number=strategies.well_formed_niks(), today=strategies.days_of_check)
def test_a_well_formed_nik_is_never_refused(number: str, today: date) -> None:
    assert nik.check(number, today=today).verdict != "invalid"


@given(pair=strategies.decorated(st.one_of(strategies.well_formed_niks(), strategies.mutated_niks())))
def test_decoration_changes_nothing(pair: tuple[str, str]) -> None:
    plain, decorated = pair
    assert nik.check(decorated, today=TODAY) == nik.check(plain, today=TODAY)


@given(text=texts)
def test_valid_only_if_sixteen_ascii_digits_are_left(text: str) -> None:
    if nik.check(text, today=TODAY).verdict != "invalid":
        assert re.fullmatch(r"[0-9]{16}", nik.compact(text))
