"""`make serve` as a maintainer has it, once, in a real browser: each kind of edit is seen, a mistake is named, and it stops.

The tree is a copy, in which only the words of a check are other than here, with a frozen Python that says
them too. The last edit puts them right: Python is frozen anew, into the very runtime that this tree has
(test_same_bytes.py, which runs after this in the same copy, looks at that).
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Page, expect

from helper import flow
from publish import frozen
from publish.frozen import packing
from publish.frozen.paths import CACHE
from tests import ROOT
from tests.browser.conftest import PHONE, READY
from tests.support import builds, engines, walk
from tests.support.drivers.processes import alive, free_port
from tests.support.trees import edit

pytestmark = pytest.mark.xdist_group("elsewhere")
CODE, NEW, OLD = "helper/nik_words.py", "angka, lebih {gap}", "angka, lewat {gap}"
TOO_LONG = "31019917084500012"
CALLING = next(path for path in walk.PLANS if getattr(flow.at(walk.FLOW, path).node, "contact", ""))
"""The way to a plan that sends its reader to the telephone."""
SOON, FREEZE = 60_000, 420_000
"""ms within which an edit is seen, without and with a freeze, on a machine that does much else."""


class Served(NamedTuple):
    """A running `make serve`: its tree, its address, its process, the leader of a group of its own."""

    tree: Path
    origin: str
    process: subprocess.Popen[bytes]
    said: Path


def plant(tree: Path) -> None:
    """Put the old words into a tree's code, and into a frozen Python of the same that it keeps."""
    edit(tree, CODE, NEW, OLD)
    ask = [sys.executable, "-c", "from publish import frozen; print(frozen.inputs()[:16])"]
    name = subprocess.run(ask, cwd=tree, capture_output=True, text=True, check=True).stdout.strip()
    manifest = frozen.build()
    kept = tree / CACHE.relative_to(ROOT) / name
    shutil.copytree(CACHE / manifest["folder"], kept)
    raw = packing.unpack((kept / manifest["files"]["wasm"]["file"]).read_bytes())
    assert raw.count(NEW.encode()) == 1
    manifest["files"] |= frozen.pack(kept, {"wasm": raw.replace(NEW.encode(), OLD.encode())}, tight={"wasm"})
    (kept / "manifest.json").write_text(json.dumps({**manifest, "folder": name}), encoding="utf-8")


@pytest.fixture
def served(elsewhere: Path, site: Path, tmp_path: Path) -> Iterator[Served]:
    """`make serve` in the copy, which is as it was afterwards, whatever happens."""
    plant(elsewhere)
    port, said = free_port(), tmp_path / "said"
    with said.open("wb") as out, builds.freezing(elsewhere):
        process = subprocess.Popen(
            ["make", "serve", f"ALAMAT=127.0.0.1:{port}"], cwd=elsewhere, stdout=out, stderr=out, start_new_session=True,
            env={**os.environ, "TZ": "America/Lima", "PYTHONHASHSEED": "4", "PYTHONPATH": ""},
        )  # fmt: skip
        try:
            yield Served(elsewhere, f"http://127.0.0.1:{port}", process, said)
        finally:
            if alive(process.pid):
                os.killpg(process.pid, signal.SIGKILL)
            process.wait(10)
    for folder in ("docs", "helper", "publish"):
        shutil.copytree(ROOT / folder, elsewhere / folder, dirs_exist_ok=True)


def begin(page: Page, served: Served) -> None:
    """Open the first page as soon as it is served."""
    for _ in range(600):
        assert served.process.poll() is None, served.said.read_text()
        if b"Serving on" in served.said.read_bytes():
            break
        time.sleep(0.2)
    page.goto(f"{served.origin}/tips/")


def count(page: Page, words: str) -> None:
    """Have Python in the browser look at a NIK of 17 digits, and see what it says."""
    page.wait_for_selector(READY, timeout=SOON)
    page.fill("#nik", TOO_LONG)
    page.keyboard.press("Enter")
    expect(page.locator("[data-part=result] .verdict")).to_contain_text(words)


def test_each_edit_is_seen_and_a_mistake_is_named(served: Served) -> None:
    """In the window that shows the page, which loads it anew by itself."""
    browser, tree = engines.launch("chromium"), served.tree
    page = browser.new_page(**PHONE)
    alert, asked = page.get_by_role("alert"), page.locator(".flow h2:visible").first
    try:
        begin(page, served)
        edit(tree, "docs/tips.md", "di tempat kering", "di laci kering")
        expect(page.get_by_text("Taruh kartunya di laci kering")).to_be_visible(timeout=SOON)

        edit(tree, "docs/tips.md", "di laci kering", "di {{ tempat-kering }}")
        expect(alert).to_contain_text(re.compile(r"docs/tips\.md:\d+.*tempat-kering"), timeout=SOON)
        expect(page.get_by_text("Taruh kartunya di laci kering")).to_be_visible()
        edit(tree, "docs/tips.md", "di {{ tempat-kering }}", "di laci kering")
        expect(alert).to_have_count(0, timeout=SOON)

        page.goto(f"{served.origin}/mulai/")
        page.wait_for_selector(READY, timeout=SOON)
        edit(tree, "helper/data/flow.toml", "Apa yang masih Anda punya?", "Apa yang masih Anda simpan?")
        expect(asked).to_have_text("Apa yang masih Anda simpan?", timeout=SOON)
        page.wait_for_selector(READY, timeout=SOON)
        expect(asked).to_have_text("Apa yang masih Anda simpan?")
        count(page, "angka, lewat 1.")

        page.goto(f"{served.origin}/mulai/#{flow.fragment(CALLING)}")
        hours = page.get_by_text("pukul 05.00 sampai 22.00 WIB").locator("visible=true").first
        edit(tree, "helper/data/facts.toml", '"pukul 06.00 sampai', '"pukul 05.00 sampai')
        expect(hours).to_be_visible(timeout=SOON)
        page.wait_for_selector(READY, timeout=SOON)
        expect(hours).to_be_visible()

        page.goto(f"{served.origin}/mulai/")
        page.evaluate("document.documentElement.dataset.before = true")
        edit(tree, CODE, OLD, NEW)
        expect(page.locator("html[data-before]")).to_have_count(0, timeout=FREEZE)
        count(page, "angka, lebih 1.")
    finally:
        browser.close()
    os.killpg(served.process.pid, signal.SIGINT)
    served.process.wait(20)
    assert not alive(served.process.pid)
