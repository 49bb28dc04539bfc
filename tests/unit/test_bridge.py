"""The border to JavaScript: JSON text both ways, an answer to anything."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper import bridge, data, flow
from tests.support.strategies import any_text

TODAY = "2026-11-22"


@pytest.fixture(autouse=True, scope="module")
def loaded() -> None:
    assert ask(op="load", content=data.content())["ok"]


def ask(**request: Any) -> dict[str, Any]:
    """Return the reply to one request."""
    reply: dict[str, Any] = json.loads(bridge.handle(json.dumps(request)))
    return reply


def test_show_answers_with_a_position() -> None:
    reply = ask(id=7, op="show", fragment="#jawab.kartu", page="../{}/")
    assert reply["ok"]
    assert reply["id"] == 7
    assert reply["focus"] == "step"
    assert "<h2" in reply["parts"]["step"]
    assert reply["title"] in reply["parts"]["step"]


def test_check_answers_with_a_verdict() -> None:
    reply = ask(id=1, op="check", text="3101 9917 0845 0001", today=TODAY)
    assert reply["verdict"] == "valid"
    assert reply["parts"]["error"] == ""
    reply = ask(id=2, op="check", text="3101991713450001", today=TODAY)
    assert reply["verdict"] == "invalid"
    assert reply["title"].startswith("Kesalahan: ")
    reply = ask(id=3, op="check", text="99000000001", today=TODAY)
    assert (reply["verdict"], reply["title"]) == ("invalid", "Mungkin ini nomor KPJ Anda")
    assert (reply["mistaken"], reply["parts"]["error"]) == (False, "")
    reply = ask(op="check", text="99000000001", today=TODAY, page="x{}")
    assert 'href="xpanduan/setelah-dapat"' in reply["parts"]["result"]


def test_identify_answers_with_kinds() -> None:
    reply = ask(id=1, op="identify", text="9900 0000 001", today=TODAY, page="../{}/")
    assert reply["ok"]
    assert reply["kinds"][0] == "nomor KPJ"
    assert (reply["focus"], reply["mistaken"]) == ("named", False)
    assert 'href="../panduan/setelah-dapat/"' in reply["parts"]["named"]
    assert reply["title"] in reply["parts"]["named"]


@given(st.one_of(st.text(), st.recursive(st.none() | st.integers() | st.text(), st.lists).map(json.dumps)))
def test_any_text_gets_a_reply(request: str) -> None:
    reply = json.loads(bridge.handle(request))
    assert reply["ok"] is False
    assert reply["error"] in (bridge.UNREADABLE, bridge.FAILED)


@given(any_text(), st.text(max_size=12))
def test_any_text_in_the_field_is_answered_and_never_repeated_in_an_error(text: str, day: str) -> None:
    assert ask(op="check", text=text, today=TODAY)["ok"]
    assert ask(op="identify", text=text, today=TODAY)["ok"]
    reply = ask(op="check", text=text, today=day)
    assert ask(op="identify", text=text, today=day)["ok"] is reply["ok"]
    if not reply["ok"]:
        assert reply == {"id": None, "ok": False, "error": bridge.FAILED}


@given(any_text())
def test_any_fragment_leads_somewhere(text: str) -> None:
    reply = ask(op="show", fragment=text)
    assert reply["ok"]
    assert reply["parts"]["step"]


def test_without_content_numbers_are_checked_and_nothing_is_shown() -> None:
    bridge.forget()
    assert ask(id=1, op="show", fragment="#jawab") == {"id": 1, "ok": False, "error": bridge.FAILED}
    assert ask(op="check", text="3101991708450001", today=TODAY)["verdict"] == "valid"
    assert ask(op="identify", text="99000000001", today=TODAY)["ok"]
    assert ask(id=3, op="load", content=data.content()) == {"id": 3, "ok": True}
    assert ask(op="show", fragment="#jawab")["ok"]


@pytest.mark.parametrize(
    "broken", [None, [], {}, {"flow": {}, "facts": {}}, {"flow": 1, "facts": data.load("facts")}, "x"]
)
def test_broken_content_is_refused_and_the_old_one_stays(broken: object) -> None:
    assert not ask(op="load", content=broken)["ok"]
    assert ask(op="show", fragment="#jawab.kartu")["ok"]


def test_deep_nesting_is_answered() -> None:
    assert not json.loads(bridge.handle("[" * 200_000))["ok"]


def test_every_path_is_answered() -> None:
    known = bridge.guide().flow
    for answers in flow.paths(known):
        reply = ask(op="show", fragment=flow.fragment(answers))
        assert reply["node"] == flow.at(known, answers).node.id
        assert reply["stale"] is False
