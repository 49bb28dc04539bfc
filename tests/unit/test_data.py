"""The content: TOML as edited."""

from __future__ import annotations

from pathlib import Path

import pytest

from helper import data

FOLDER = Path(data.__file__).parent


def test_every_table_but_the_sources_is_shipped() -> None:
    assert {path.stem for path in FOLDER.glob("*.toml")} - {"sources"} == set(data.TABLES)


def test_a_missing_table_is_an_error() -> None:
    with pytest.raises(OSError, match="tidak-ada"):
        data.load("tidak-ada")
