"""The content of this guide, kept as TOML for the people who edit it.

It is no part of the engine: a page loads it by the bridge's operation `load`, tests and builds by `guide`.
"""

from __future__ import annotations

import json
import tomllib
from typing import Any

from helper import facts, view

SHOWN = ("value", "kind", "href")
"""What a text shows of a fact; the rest is for the pages and for those who look after it."""


def read(file_name: str) -> str:
    """Return the text of one data file; OSError when there is none."""
    folder = __file__.rpartition("/")[0]
    content: bytes = __loader__.get_data(f"{folder}/{file_name}")  # type: ignore[name-defined]
    return content.decode().removeprefix("\ufeff")  # some editors put a mark in front


def load(name: str) -> dict[str, Any]:
    """Return the table `name`, dates as ISO text; OSError when there is none, TOMLDecodeError when it is broken."""
    table: dict[str, Any] = json.loads(json.dumps(tomllib.loads(read(f"{name}.toml")), default=str))
    return table


def quoted(value: object) -> set[str]:
    """Return the names in all markers of a table, however deep."""
    if isinstance(value, str):
        return {name for _, _, name in facts.markers(value)}
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set[str]().union(*map(quoted, parts))


def content() -> dict[str, Any]:
    """Return what the engine is given: the flow, and of the facts that it quotes what a text shows.

    So neither a fact of the pages alone nor a new date of review costs a reader who keeps the guide a byte.
    """
    flow, every_fact = load("flow"), load("facts")
    names = quoted(flow)
    shown = {
        name: {field: fact[field] for field in SHOWN if field in fact}
        for name, fact in every_fact.items()
        if name in names
    }
    return {"flow": flow, "facts": shown}


def guide() -> view.Guide:
    """Return this guide, with all its facts."""
    return view.build({"flow": load("flow"), "facts": load("facts")})
