"""The data is the same in both forms: TOML as edited, JSON as shipped."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import pytest

from helper import data
from publish import runtime

FOLDER = Path(data.__file__).parent


@pytest.mark.parametrize("name", runtime.TABLES)
def test_shipped_json_equals_the_toml(name: str) -> None:
    toml = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    shipped = json.loads(runtime.package_files()[f"helper/data/{name}.json"])
    assert shipped == json.loads(json.dumps(toml, default=str))
    assert shipped == data.load(name)


def test_every_table_the_helper_loads_is_shipped() -> None:
    shipped = {f"{name}.toml" for name in runtime.TABLES}
    assert {path.name for path in FOLDER.glob("*.toml")} - {"sources.toml"} == shipped


def test_shipped_code_is_the_tested_code() -> None:
    for name, content in runtime.package_files().items():
        if name.endswith(".py"):
            assert content == (FOLDER.parent.parent / name).read_bytes()


def test_a_missing_table_is_an_error() -> None:
    with pytest.raises(OSError, match="tidak-ada"):
        data.load("tidak-ada")
