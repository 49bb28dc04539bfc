"""Hypothesis strategies: texts that people, spreadsheets and attackers put into a NIK field."""

from __future__ import annotations

import re
from datetime import date

from hypothesis import settings
from hypothesis import strategies as st

from helper.regions import KNOWN

# A busy machine is no fault of the code: the time that an answer may take has tests of its own.
settings.register_profile("checks", deadline=None)
settings.load_profile("checks")

# Written out, not taken from the code under test: what may surround or split a number without meaning.
SPACES = "\t\n\r \u00a0\u1680\u2000\u2003\u2009\u200a\u2028\u202f\u205f\u3000"
INVISIBLE = "\u00ad\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202c\u202e\u2060\u2066\u2069\ufeff"
POINTS = ".-\u00b7\u2010\u2011\u2012\u2013\u2014\u2015\u2212\uff0d\uff0e"
GROUP_SIGNS = ",\uff0c'\u2019`"
DECORATION = SPACES + INVISIBLE + POINTS + GROUP_SIGNS
AROUND = '"\u201c\u201d\u00ab\u00bb()[]<>{}:;=|!'
MASKS = "*_~#?\u2022"
NO_DECORATION = "+/&%@xOl\u2026\u00b2\u0663\U0001f600" + AROUND + MASKS
"""What must not stand between the digits of a number (and most of it not around it either)."""
LONE_DECIMALS = re.compile(
    r"""\D*(?:\d[^\d.\uff0e]*)+[.\uff0e][^\d.,\uff0e\uff0c]*[0\uff10](?:[^\d.,\uff0e\uff0c]*[0\uff10])?\D*"""
    r"""|\D*(?:\d[^\d,\uff0c]*)+[,\uff0c][^\d.,\uff0e\uff0c]*[0\uff10](?:[^\d.,\uff0e\uff0c]*[0\uff10])?\D*"""
)
"""The only dot or comma stands before a last 0 or 00: no decoration but a decimal part."""

days_of_check = st.dates(min_value=date(2026, 1, 1), max_value=date(2060, 12, 31))


def any_text() -> st.SearchStrategy[str]:
    """Any text at all, lone surrogates and NUL included."""
    return st.text(st.characters(exclude_categories=()))


def number_like_text() -> st.SearchStrategy[str]:
    """Texts of digits and of what is mistaken for digits, around the lengths that matter."""
    alphabet = "0123456789" * 4 + "OolIEe+,.-'/ x\u00b2\u0663\u2460\uff11\ud800\x00"
    return st.text(st.sampled_from(alphabet), max_size=45)


@st.composite
def well_formed_niks(draw: st.DrawFn) -> str:
    """16 digits that no check may refuse, of nobody: kecamatan 99 exists nowhere."""
    born = draw(st.dates(min_value=date(1930, 1, 1), max_value=date(2025, 12, 31)))
    day = born.day + draw(st.sampled_from((0, 40)))
    region, serial = draw(st.sampled_from(sorted(KNOWN))), draw(st.integers(1, 9999))
    return f"{region}99{day:02}{born:%m%y}{serial:04}"


@st.composite
def mutated_niks(draw: st.DrawFn) -> str:
    """A well-formed NIK with one to three characters changed, lost, doubled or swapped."""
    number = draw(well_formed_niks())
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.integers(0, len(number) - 1))
        head, one, tail = number[:place], number[place : place + 1], number[place + 1 :]
        change = draw(st.sampled_from(("digit", "letter", "lost", "doubled", "swapped")))
        number = {
            "digit": head + draw(st.sampled_from("0123456789")) + tail,
            "letter": head + draw(st.sampled_from("OolIxE")) + tail,
            "lost": head + tail,
            "doubled": head + one * 2 + tail,
            "swapped": head + tail[:1] + one + tail[1:],
        }[change]
    return number


@st.composite
def decorated(draw: st.DrawFn, numbers: st.SearchStrategy[str]) -> tuple[str, str]:
    """A number, and the same number as it may be pasted: (plain, decorated)."""
    plain = draw(numbers)
    marks = st.text(st.sampled_from(DECORATION), max_size=3)
    full_width = draw(st.booleans())
    written = plain.translate({0x30 + n: 0xFF10 + n for n in range(10)}) if full_width else plain
    wrap = draw(st.sampled_from(("", "'", "\u2019", '"', "*", '="', "(", "**_", "\u2022 ")))
    back = "" if "\u2022" in wrap else wrap.replace("=", "").replace("(", ")")[::-1]
    text = draw(marks) + wrap + "".join(c + draw(marks) for c in written) + back + draw(marks)
    return plain, text if not LONE_DECIMALS.fullmatch(text) else wrap + written + back


@st.composite
def pasted(draw: st.DrawFn) -> str:
    """A well-formed NIK among signs of every kind, right ones and wrong ones, with and without decimals."""
    number = draw(well_formed_niks())
    often = st.sampled_from(("", "", "", " ", ".", ",", "'", "-", "_"))
    between = draw(st.sampled_from((st.just(""), often, st.sampled_from([*DECORATION, *NO_DECORATION, ""]))))
    one = draw(st.integers(0, len(number)))
    text = "".join(
        (draw(between) if place == one or draw(st.integers(0, 3)) == 0 else "") + digit
        for place, digit in enumerate(number)
    )
    signs = st.text(st.sampled_from([*DECORATION, *AROUND, *MASKS]), max_size=3)
    rare = st.text(st.sampled_from(NO_DECORATION), max_size=1)
    tail = draw(st.sampled_from(("", "", ".0", ",00", ",0", ".000", ". 0", ".0.0")))
    return draw(signs) + draw(rare) + draw(signs) + text + tail + draw(signs) + draw(rare)
