"""Facts: markers are found and filled in whatever text; a value is plain, its link follows from its kind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper import data, facts

PHONE = facts.Fact("call", value="021 555-0100", kind="phone")


def any_text() -> st.SearchStrategy[str]:
    """Texts in which braces are frequent."""
    return st.text(st.one_of(st.sampled_from("{} \n:"), st.characters(exclude_categories=())), max_size=60)


@pytest.mark.parametrize(
    ("text", "insides"),
    [
        ("", []),
        ("tanpa penanda", []),
        ("{{ a }}", ["a"]),
        ("{{a}} dan {{  b-c  }}", ["a", "b-c"]),
        ("{{ gambar: kartu }}", ["gambar: kartu"]),
        ("{{ a", []),
        ("a }}", []),
        ("{ a } {{ b }}", ["b"]),
        ("{{}}", [""]),
    ],
)
def test_markers(text: str, insides: list[str]) -> None:
    """A marker is what stands between two pairs of braces, without the spaces around it."""
    assert [inside for _, _, inside in facts.markers(text)] == insides


@settings(deadline=None)
@given(any_text())
def test_markers_are_where_they_say(text: str) -> None:
    """Each marker's place holds exactly that marker, and places do not overlap."""
    done = 0
    for start, end, inside in facts.markers(text):
        assert done <= start
        assert text[start : start + 2] == "{{"
        assert text[end - 2 : end] == "}}"
        assert text[start + 2 : end - 2].strip() == inside
        done = end


@settings(deadline=None)
@given(any_text())
def test_fill_with_the_same_changes_nothing(text: str) -> None:
    """What stands around the markers comes through untouched."""
    whole = [text[start:end] for start, end, _ in facts.markers(text)]
    again = iter(whole)
    assert facts.fill(text, lambda _: next(again)) == text


@settings(deadline=None)
@given(st.lists(st.tuples(st.text("ab \n", max_size=5), st.text("xyz-", min_size=1, max_size=5)), max_size=6))
def test_fill_replaces_every_marker(parts: list[tuple[str, str]]) -> None:
    """Markers become what `show` says of them; the rest goes through `plain`."""
    text = "".join(f"{around}{{{{ {name} }}}}" for around, name in parts)
    expected = "".join(f"{around.upper()}<{name}>" for around, name in parts)
    assert facts.fill(text, lambda name: f"<{name}>", str.upper) == expected


def test_value_of_an_unknown_fact() -> None:
    """An unknown name is an error that carries the name."""
    with pytest.raises(facts.UnknownFact) as error:
        facts.value({"call": PHONE}, "cal")
    assert error.value.name == "cal"
    assert facts.value({"call": PHONE}, "call") == "021 555-0100"


@pytest.mark.parametrize(
    ("fact", "expected"),
    [
        (PHONE, "tel:0215550100"),
        (facts.Fact("x", value="+62 21 5550100", kind="phone"), "tel:+62215550100"),
        (facts.Fact("x", value="a@contoh.example", kind="email"), "mailto:a@contoh.example"),
        (
            facts.Fact("x", value="contoh.example", href="https://contoh.example/", kind="url"),
            "https://contoh.example/",
        ),
        (facts.Fact("x", value="https://contoh.example/", kind="url"), "https://contoh.example/"),
        (
            facts.Fact("x", value="@contoh", href="https://contoh.example/c", kind="account"),
            "https://contoh.example/c",
        ),
        (facts.Fact("x", value="11 digit", kind="number"), None),
    ],
)
def test_address(fact: facts.Fact, expected: str | None) -> None:
    """Phones, e-mail and addresses are links; nothing else is."""
    assert facts.address(fact) == expected


def test_load_is_what_the_file_says() -> None:
    """Every fact of the file is there, in its order, with its own name; dates are ISO text."""
    known = data.guide().facts
    table = data.load("facts")
    assert list(known) == list(table)
    assert all(fact.name == name for name, fact in known.items())
    assert all(
        {**table[name], "name": name}.items() <= fact._asdict().items() for name, fact in known.items()
    )
