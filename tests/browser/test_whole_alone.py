"""The site with the whole Python alone: `MESIN=utuh`, and what a Pyodide gives that cannot be frozen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from helper import data
from publish import frozen
from publish.frozen import thin
from tests.browser import test_nik_field, test_walk_ready
from tests.browser.conftest import PHONE, READY, Watch
from tests.support import deployments
from tests.support.server import serve


@pytest.fixture(scope="module")
def whole() -> dict[str, Any]:
    """The manifest of a build with `MESIN=utuh`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(frozen.CHOICE, frozen.WHOLE_ALONE)
        patch.setattr(thin, "build", lambda *given: pytest.fail("frozen although nobody asked for it"))
        return frozen.with_content(frozen.build(), data.content())


@pytest.fixture(scope="module")
def page(
    browser: Browser, site: Path, whole: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """The helper's page of such a site, Python running."""
    folder = tmp_path_factory.mktemp("whole") / "site"
    shutil.copytree(site, folder)
    for name in ("runtime", "whole"):
        shutil.rmtree(folder / "assets" / name)
    frozen.ship(folder, whole)
    start = folder / "mulai" / "index.html"
    start.write_text(deployments.naming(start.read_text(encoding="utf-8"), whole), encoding="utf-8")
    with serve(folder) as server:
        context = browser.new_context(**PHONE)
        watch = Watch(context, server.origin)
        page = context.new_page()
        page.goto(f"{server.origin}/mulai/")
        page.wait_for_selector(READY)
        yield page
        asked = [one.target for one in server.log if "/assets/runtime/" in one.target]
        assert len(asked) == len(set(asked)) == len(whole["files"])
        context.close()
        assert not watch.errors


def test_the_whole_python_is_all_there_is(whole: dict[str, Any], tmp_path: Path) -> None:
    frozen.ship(tmp_path, whole)
    assert not frozen.is_frozen(whole)
    assert {path.name.partition("-")[0] for path in tmp_path.rglob("*.bin")} == {
        "python",
        "wasm",
        "library",
        "content",
    }


def test_it_leads_through_the_whole_flow(page: Page) -> None:
    test_walk_ready.test_every_path_ends_in_its_plan(page, "touch")


def test_it_judges_every_example(page: Page) -> None:
    for case in test_nik_field.CASES:
        test_nik_field.test_each_example_gets_its_answer(page, case)


def test_a_pyodide_that_cannot_be_frozen_costs_bytes_and_not_the_site(
    whole: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each build says so in one sentence, with the reason, and what it ships is the whole Python."""

    def library(folder: Path) -> Path:
        (folder / "library.zip").write_bytes(b"PK")
        return folder / "library.zip"

    def build(*given: object) -> bytes:
        raise ValueError("a global that is no i32 constant")

    monkeypatch.setattr(frozen, "CACHE", tmp_path)
    monkeypatch.setattr(frozen.library, "build", library)
    monkeypatch.setattr(thin, "build", build)
    for _ in range(2):
        manifest = frozen.build()
        said = capsys.readouterr().err.splitlines()
        assert len(said) == 1
        assert said[0].startswith("PERHATIAN: Python ini tidak bisa dibekukan")
        assert said[0].endswith("a global that is no i32 constant")
    assert not frozen.is_frozen(manifest)
    assert manifest["files"]["wasm"] == whole["files"]["wasm"]
