"""Naming numbers: the shared examples, numbers of every kind by that kind's own rules, and any text whatever."""

from __future__ import annotations

import itertools
import random
import re
import sys
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper import data, kind_words, kinds, numbers, view_kinds
from helper.kind_words import Kind
from helper.regions import KNOWN
from helper.view import Links
from tests import ROOT
from tests.support import strategies
from tests.unit.test_view import Balanced

CASES: list[dict[str, Any]] = tomllib.loads(
    (ROOT / "tests/support/kind_cases.toml").read_text(encoding="utf-8")
)["case"]
TODAY = date(2026, 10, 15)
ANY_DAY = (date(2026, 1, 1), TODAY, date(2035, 12, 31))
COUNT = 100_000 if sys.platform != "emscripten" else 500
REGIONS = sorted(KNOWN)
KINDS = {name: kind for name, kind in vars(kind_words).items() if isinstance(kind, Kind)}


def named(text: str, today: date = TODAY) -> list[str]:
    return [look.kind.name for look in kinds.identify(text, today=today).looks]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_each_example_has_its_kinds(case: dict[str, Any]) -> None:
    for today in ANY_DAY:
        found = kinds.identify(case["text"], today=today)
        assert view_kinds.heading(found) == case["heading"]
        assert [look.kind.name for look in found.looks] == case["kinds"], today


def test_the_examples_use_every_kind() -> None:
    used = {name for case in CASES for name in case["kinds"]}
    assert {kind.name for kind in KINDS.values()} - used == {kind_words.TOO_MUCH.name}
    assert len(CASES) >= 60


# Numbers by the rules of their kind, written here once more and not taken from the code under test.


def digits(dice: random.Random, count: int) -> str:
    return f"{dice.randrange(10**count):0{count}}"


def day(dice: random.Random, first: int, last: date = TODAY) -> date:
    begin = date(first, 1, 1)
    return begin + timedelta(days=dice.randrange((last - begin).days))


def nik(dice: random.Random) -> str:
    born = day(dice, 1930)
    return f"{dice.choice(REGIONS)}99{born.day + dice.choice((0, 40)):02}{born:%m%y}{dice.randrange(1, 10_000):04}"


def family_card(dice: random.Random) -> str:
    return f"{dice.choice(REGIONS)}99{day(dice, 2004):%d%m%y}{dice.randrange(1, 10_000):04}"


def abroad(dice: random.Random) -> str:
    return f"99{digits(dice, 4)}{nik(dice)[6:]}"


def old_npwp(dice: random.Random) -> str:
    number = digits(dice, 15)
    parts = (number[:2], number[2:5], number[5:8], f"{number[8]}-{number[9:12]}", number[12:])
    return dice.choice((number, ".".join(parts)))


def civil_servant(dice: random.Random) -> str:
    begun = dice.choice((f"{day(dice, 1980):%Y%m}", f"{day(dice, 2019):%Y}{dice.choice(('21', '22'))}"))
    return f"{day(dice, 1950):%Y%m%d}{begun}{dice.choice('12')}{dice.randrange(1, 1000):03}"


def mobile(dice: random.Random) -> str:
    front = dice.choice(("08", "628", "+628", "+62 8"))
    return front + digits(dice, dice.randrange(8, 12))


def card(dice: random.Random) -> str:
    number = dice.choice("456") + digits(dice, 14)
    total = sum(int(one) if at % 2 else sum(divmod(2 * int(one), 10)) for at, one in enumerate(number))
    return f"{number}{-total % 10}"


def company(dice: random.Random) -> str:
    return digits(dice, 8) + dice.choice(("", f"/{digits(dice, 3)}"))


def account(dice: random.Random) -> str:
    return digits(dice, dice.randrange(10, 17))


def shortened(dice: random.Random) -> str:
    figures = f"{dice.randrange(1, 10)}{dice.choice('.,')}{digits(dice, dice.randrange(1, 6))}"
    return f"{figures}{dice.choice('Ee')}+{dice.randrange(10, 16)}"


FIRST: dict[str, tuple[Kind, Callable[[random.Random], str]]] = {
    "KPJ": (kind_words.KPJ, lambda dice: digits(dice, 11)),
    "NIK": (kind_words.NIK, nik),
    "NIT": (kind_words.NIT, abroad),
    "old NPWP": (kind_words.NPWP_OLD, old_npwp),
    "NPWP of a company": (kind_words.NPWP, lambda dice: f"0{digits(dice, 15)}"),
    "NIP": (kind_words.NIP, civil_servant),
    "NPP": (kind_words.NPP, company),
    "spreadsheet": (kind_words.SPREADSHEET, shortened),
}
"""Kinds that must be named before all others."""
AMONG: dict[str, tuple[Kind, Callable[[random.Random], str]]] = {
    "Nomor KK": (kind_words.KK, family_card),
    "BPJS Kesehatan": (kind_words.JKN, lambda dice: digits(dice, 13)),
    "phone": (kind_words.PHONE, mobile),
    "payment card": (kind_words.CARD, card),
    "account or code to pay by": (kind_words.PAYMENT, account),
}
"""Kinds that share their form with others: they must be among those that are named."""


@pytest.mark.parametrize(("kind", "make"), FIRST.values(), ids=FIRST)
def test_numbers_of_a_kind_are_named_so_first(kind: Kind, make: Callable[[random.Random], str]) -> None:
    dice = random.Random(kind.name)
    wrong = [text for text in (make(dice) for _ in range(COUNT)) if named(text)[0] != kind.name]
    assert not wrong, wrong[:5]


@pytest.mark.parametrize(("kind", "make"), AMONG.values(), ids=AMONG)
def test_numbers_of_a_kind_that_shares_its_form_are_named_so_too(
    kind: Kind, make: Callable[[random.Random], str]
) -> None:
    dice = random.Random(kind.name)
    wrong = [text for text in (make(dice) for _ in range(COUNT)) if kind.name not in named(text)]
    assert not wrong, wrong[:5]


def test_every_answer_that_names_several_says_so() -> None:
    for case in CASES:
        found = kinds.identify(case["text"], today=TODAY)
        shown = view_kinds.result(found, Links())
        several = len(found.looks) > 1
        assert ("Bisa juga:" in shown or "nomor aslinya mungkin:" in shown) is several, case["why"]


@given(st.one_of(strategies.any_text(), strategies.number_like_text(), strategies.mutated_niks()), st.dates())
def test_any_text_is_answered_without_the_number_in_it(text: str, today: date) -> None:
    found = kinds.identify(text, today=today)
    assert found.looks
    assert len({look.kind for look in found.looks}) == len(found.looks)
    shown = Balanced(view_kinds.result(found, Links())).text
    assert not re.search(r"[0-9]{4}", shown)
    assert not set("{}") & set(shown)


@given(strategies.decorated(st.text(st.sampled_from("0123456789"), min_size=1, max_size=20)))
def test_decoration_changes_nothing(pair: tuple[str, str]) -> None:
    plain, decorated = pair
    undotted = [look for look in kinds.identify(decorated, today=TODAY).looks if look.sure != kinds.FORM]
    assert {look.kind for look in undotted} <= {
        look.kind for look in kinds.identify(plain, today=TODAY).looks
    }
    assert named(decorated)[0] == named(plain)[0]


def test_what_a_spreadsheet_lost_is_not_to_be_noted() -> None:
    """What the number may have been is named, without the advice for its own digits."""
    shown = view_kinds.result(kinds.identify("1,23457E+10", today=TODAY), Links())
    assert "Jangan menebak" in shown
    assert "<strong>Nomor KPJ</strong>" in shown
    assert "Catat nomor ini" not in shown


def test_links_lead_to_pages_under_their_names() -> None:
    pages = data.guide().pages
    assert set(kind_words.PAGES) == {kind.page for kind in KINDS.values()} - {""}
    assert {slug: pages[slug] for slug in kind_words.PAGES} == kind_words.PAGES


def test_plain_html_says_of_a_length_what_python_says() -> None:
    form = view_kinds.form()
    for length in view_kinds.SHOWN:
        line = re.search(rf'data-length="{length}">(.*?)</p>', form)
        assert line
        first = kinds.identify(("31019917081500011" + "0" * 9)[:length], today=TODAY).looks[0].kind
        assert first.words in line[1], length
    assert 'data-length=""' in form


@pytest.mark.parametrize("text", ["9" * (numbers.LIMIT + 1), "a b " * 600])
def test_a_text_too_long_is_refused_unread(text: str) -> None:
    assert named(text) == [kind_words.TOO_MUCH.name]


def test_no_two_kinds_have_one_name() -> None:
    for one, other in itertools.combinations(KINDS.values(), 2):
        assert one.name != other.name
