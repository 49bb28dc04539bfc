"""The helper's own data, kept as TOML for the people who edit it."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


def read(file_name: str) -> str:
    """Return the text of one data file; OSError when there is none.

    Goes through the module's loader, so that it works from a folder and from the runtime's zip.
    """
    folder = __file__.rpartition("/")[0]
    data: bytes = __loader__.get_data(f"{folder}/{file_name}")  # type: ignore[name-defined]
    return data.decode().removeprefix("\ufeff")  # some editors put a mark in front


def load(name: str) -> dict[str, Any]:
    """Return the table `name`: from `name.json` when a build has made one, else from `name.toml`.

    The runtime ships JSON (half the start-up time of tomllib there); a test proves both equal.
    Dates come back as ISO text either way.
    """
    try:
        table: dict[str, Any] = json.loads(read(f"{name}.json"))
    except OSError:
        table = json.loads(compiled(read(f"{name}.toml")))
    return table


def compiled(toml_text: str) -> str:
    """Return the JSON text of a TOML text; tomllib.TOMLDecodeError when it is broken."""
    import tomllib

    return json.dumps(tomllib.loads(toml_text), default=str, ensure_ascii=False, separators=(",", ":"))
