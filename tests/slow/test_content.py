"""The content as shipped: one JSON file beside the frozen Python, and nothing of it in the engine."""

from __future__ import annotations

import gzip
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from helper import data
from publish import frozen
from publish.frozen import thin
from publish.frozen.paths import CACHE
from publish.site.pages import Site
from tests import ROOT

pytestmark = pytest.mark.xdist_group("runtime")
FOLDER = Path(data.__file__).parent


def shipped() -> dict[str, dict[str, Any]]:
    """Return what a page loads."""
    manifest = frozen.with_content(frozen.build(), data.content())
    file = CACHE / manifest["folder"] / manifest["files"]["content"]["file"]
    found: dict[str, dict[str, Any]] = json.loads(gzip.decompress(file.read_bytes()))
    return found


def test_what_is_shipped_is_what_the_files_say() -> None:
    given, tables = (
        shipped(),
        {
            name: json.loads(
                json.dumps(
                    tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8-sig")), default=str
                )
            )
            for name in ("flow", "facts")
        },
    )
    assert given["flow"] == tables["flow"]
    assert len(given["facts"]) > 20
    for name, fact in given["facts"].items():
        assert fact.items() <= tables["facts"][name].items()


def test_a_changed_fact_leaves_the_engine_as_it_is() -> None:
    """Only the content's file has another name; both forms name the same one."""
    content = data.content()
    first = frozen.with_content(frozen.build(), content)
    content["facts"]["call-center"]["value"] = "176"
    second = frozen.with_content(frozen.build(), content)
    for form in ("files", "whole"):
        changed = {name for name, entry in second[form].items() if entry != first[form][name]}
        assert changed == {"content"}
    assert second["files"]["content"] == second["whole"]["content"]


def test_content_that_reaches_what_was_cut_stops_the_build() -> None:
    """No check lets a fact be true or false; were it let, the build names the request that failed."""
    site = Site(ROOT)
    site.content["facts"]["call-center"]["value"] = True
    with pytest.raises(SystemExit, match=r'Permintaan yang gagal: .*"op": "show", "fragment": .*stopped: '):
        _ = site.manifest


def test_content_that_is_answered_otherwise_stops_the_build(monkeypatch: pytest.MonkeyPatch) -> None:
    content = data.content()
    content["facts"]["call-center"]["value"] = "177"
    monkeypatch.setattr("helper.view.title", lambda guide, place: "lain")
    with pytest.raises(thin.NotTheSame, match="where CPython gives"):
        frozen.with_content(frozen.build(), content)
