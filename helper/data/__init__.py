"""The content of this guide, kept as TOML for the people who edit it.

It is no part of the engine: a page loads it by the bridge's operation `load`, tests and builds by `guide`.
"""

from __future__ import annotations

import json
import tomllib
from typing import Any

from helper import view

TABLES = ("flow", "facts")
"""What the engine is given; the sources are for the pages alone."""


def read(file_name: str) -> str:
    """Return the text of one data file; OSError when there is none."""
    folder = __file__.rpartition("/")[0]
    content: bytes = __loader__.get_data(f"{folder}/{file_name}")  # type: ignore[name-defined]
    return content.decode().removeprefix("\ufeff")  # some editors put a mark in front


def load(name: str) -> dict[str, Any]:
    """Return the table `name`, dates as ISO text; OSError when there is none, TOMLDecodeError when it is broken."""
    table: dict[str, Any] = json.loads(json.dumps(tomllib.loads(read(f"{name}.toml")), default=str))
    return table


def content() -> dict[str, Any]:
    """Return what the engine is given."""
    return {name: load(name) for name in TABLES}


def guide() -> view.Guide:
    """Return this guide."""
    return view.build(content())
