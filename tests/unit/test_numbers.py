"""What is dropped from a pasted number, and which other numbers are recognised."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper import numbers
from tests.support import strategies


def codes(text: str) -> list[str]:
    return [look.code for look in numbers.recognise(text)]


def test_all_spaces_and_all_dashes_of_unicode_are_dropped() -> None:
    """The table is written by hand; Unicode's own categories check that none was forgotten."""
    for point in range(sys.maxunicode + 1):
        char = chr(point)
        if char.isspace() or unicodedata.category(char) in ("Zs", "Zl", "Zp", "Pd"):
            assert numbers.compact(f"1{char}2") == "12", f"U+{point:04X}"


def test_of_all_characters_only_ten_besides_ascii_become_digits() -> None:
    """No superscript, circled, Arabic-Indic or mathematical digit slips through."""
    wide = [chr(p) for p in range(0x80, sys.maxunicode + 1) if numbers.compact(chr(p)).isascii()]
    assert [char for char in wide if numbers.compact(char)] == [chr(0xFF10 + digit) for digit in range(10)]


@pytest.mark.parametrize(
    "char", ["O", "l", "/", ";", "*", "=", '"', "_", "+", ":", "(", "\u2026", "\u2022", "\u00b2", "\x00"]
)
def test_everything_else_is_kept(char: str) -> None:
    assert numbers.compact(f"1{char}2") == f"1{char}2"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (" '\u2019 12'3'", "123"),
        ('="99000000001"', "99000000001"),
        ("99,000,000,001;", "99000000001"),
        ("*_~12~_*", "12"),
        ("\u2022 12.", "12"),
        ("12*", "12*"),  # a digit may hide there
        ("**12", "**12"),
        ("****", "****"),
        ("1;2", "1;2"),
        ("12.0", "12"),
        ("12,00;", "12"),
        ("1.2.0", "120"),
        ("12.000", "12000"),
        ("12.50", "1250"),
        ("1,234.00", "1234"),
        ("3101991708450001.0000", "3101991708450001"),
        ("3101991708450001*", "3101991708450001"),
        ("3101_9917_0845_0001", "3101991708450001"),
        ("3101;9917;0845;0001", "3101;9917;0845;0001"),
    ],
)
def test_what_surrounds_a_number_goes_and_what_may_mean_something_stays(text: str, kept: str) -> None:
    assert numbers.compact(text) == kept


@given(text=st.one_of(strategies.any_text(), strategies.number_like_text()))
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert numbers.compact(numbers.compact(text)) == numbers.compact(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("99000001", ["looks-like-npp"]),
        ("99000000001", ["looks-like-kpj"]),
        ("99 000 000 001", ["looks-like-kpj"]),
        ("08990000001", ["looks-like-kpj", "looks-like-phone"]),
        ("62899000001", ["looks-like-kpj", "looks-like-phone"]),
        ("0899000001", ["looks-like-phone"]),
        ("0899000000001", ["looks-like-phone"]),
        ("+62 899-0000-0001", ["looks-like-phone"]),
        ("6289900000001", ["looks-like-phone"]),
        ("08990000000001", []),
        ("+99000000001", []),
        ("9990000000001", ["looks-like-bpjs-kesehatan"]),
        ("99.999.999.9-999.000", ["looks-like-spreadsheet", "looks-like-npwp"]),
        ("0099999999999000", ["looks-like-npwp"]),
        ("0199991708450001", ["looks-like-old-ktp", "looks-like-npwp"]),
        ("2099991708450001", ["looks-like-old-ktp"]),
        ("2199991708450001", []),
        ("3199991708450001", []),
        ("31019917084500011", ["one-digit-too-many"]),
        ("199001012015011001", ["looks-like-nip"]),
        ("3,10199E+15", ["looks-like-spreadsheet"]),
        ("3.10199e15", ["looks-like-spreadsheet"]),
        ("3E+", []),
        ("3E1234", []),
        ("E15", []),
        ("9900000000A", ["looks-like-old-card"]),
        ("AAAAAAAAAA9", []),
        ("halo", []),
        ("", []),
        ("\uff19\uff19000000001", ["looks-like-kpj"]),
        ("\u0669" * 11, []),
        ("9" * (numbers.LIMIT + 1), []),
    ],
)
def test_each_look_alike_is_named_most_likely_first(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


def test_old_provinces_are_those_that_no_nik_begins_with() -> None:
    old = [f"{code:02}" for code in range(100) if "looks-like-old-ktp" in codes(f"{code:02}99991708450001")]
    assert old == [f"{code:02}" for code in (*range(1, 11), 20, *range(22, 31))]


@given(text=st.one_of(strategies.any_text(), strategies.number_like_text()))
def test_any_text_gets_looks_with_words(text: str) -> None:
    looks = numbers.recognise(text)
    assert all(look.code and look.words for look in looks)
    assert len(set(looks)) == len(looks)


@given(pair=strategies.decorated(st.text(st.sampled_from("0123456789"), max_size=20)))
def test_decoration_changes_nothing(pair: tuple[str, str]) -> None:
    plain, decorated = pair
    assert numbers.recognise(decorated) == numbers.recognise(plain)
