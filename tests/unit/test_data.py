"""The content: TOML as edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from helper import data, view

FOLDER = Path(data.__file__).parent


def test_the_engine_is_given_what_plans_show_and_no_more() -> None:
    """A fact of the pages alone, or a date, is none of its business: it would cost a reader who keeps the guide."""
    given, all_ = data.content(), data.guide()
    assert set(given) == {"flow", "facts"}
    assert given["flow"] == data.load("flow")
    assert set(given["facts"]) == data.quoted(given["flow"]) < set(all_.facts)
    for name, fact in given["facts"].items():
        assert fact == {key: one for key, one in data.load("facts")[name].items() if key in data.SHOWN}
    shown = view.build(given)
    for plan in shown.flow.outcomes.values():
        assert view.outcome(shown, view.Links(), plan) == view.outcome(all_, view.Links(), plan)


def test_a_missing_table_is_an_error() -> None:
    with pytest.raises(OSError, match="tidak-ada"):
        data.load("tidak-ada")
