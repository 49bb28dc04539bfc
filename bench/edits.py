"""What one edit costs: `python -m bench.edits [--rounds 3]`.

A maintainer waits for `make build`, for the start of `make serve` and from saving to seeing; a phone that keeps
the guide fetches what changed. All of it in a copy of the tree, with the packages of this one.
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import NamedTuple

from playwright.sync_api import Page

from bench import ROOT
from bench.browser import chromium
from publish.frozen.paths import CACHE
from tests.support import trees
from tests.support.drivers.processes import free_port
from tests.support.server import Server, running

FACT = ("helper/data/facts.toml", '"pukul 06.00 sampai', '"pukul 05.00 sampai')
RARE = ("helper/data/facts.toml", "nama lengkap, NIK, dan alasan", "nama lengkap, NIK, dan sebab")
"""A fact that stands on one page and in the table of all; FACT stands on half of them and in most plans."""
LIMIT = 240_000
QUIET = 3.0
"""Seconds without an answer after which a phone is taken to have all that it wants."""


class Edit(NamedTuple):
    """A row: what is edited, in which file, from what to what, where it is seen, and by which words."""

    label: str
    file: str
    old: str
    new: str
    page: str
    words: str


EDITS = (
    Edit("page", "docs/tips.md", "di tempat kering", "di laci kering", "/tips/", "di laci kering"),
    Edit("fact", *FACT, "/metode/call-center/", "pukul 05.00 sampai"),
    Edit("flow text", "helper/data/flow.toml", "Apa yang masih Anda punya?", "Apa yang masih Anda simpan?", "/mulai/", "Apa yang masih Anda simpan?"),
    Edit("helper code", "helper/view.py", '"""', '"""Edited. ', "/mulai/", ""),
)  # fmt: skip


@contextmanager
def tree() -> Iterator[Path]:
    """A copy of the tree with the runtime that this one has frozen."""
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = trees.copy(Path(name) / "tree")
        shutil.copytree(CACHE, folder / CACHE.relative_to(ROOT))
        yield folder


def make(folder: Path) -> float:
    """Return the seconds that `make build` takes."""
    start = time.perf_counter()
    subprocess.run(["make", "build"], cwd=folder, check=True, capture_output=True, timeout=600)
    return time.perf_counter() - start


def settled(server: Server) -> int:
    """Return the bytes that were sent, once nothing more is asked for."""
    count, since = -1, time.monotonic()
    while time.monotonic() < since + QUIET:
        if count != (count := len(server.sent)):
            since = time.monotonic()
        time.sleep(0.1)
    return sum(size for _, size in server.sent)


def phone(before: Path, after: Path, path: str, words: str) -> dict[str, float]:
    """Return what a phone that keeps one version fetches until it shows and keeps the next: bytes as our recipes send them, and files."""
    server = Server(before, packed={"br", "gzip"})
    with running(server), chromium() as browser:
        page = browser.new_context().new_page()
        page.goto(f"{server.origin}/mulai/")
        page.wait_for_selector("[data-helper][data-state=ready]", timeout=LIMIT)
        page.wait_for_selector("[data-kept]:not([hidden])", timeout=LIMIT, state="attached")
        settled(server)
        server.root = after.resolve()
        server.sent.clear()
        for _ in range(2):
            page.goto(f"{server.origin}/mulai/")
            page.wait_for_selector("[data-helper][data-state=ready]", timeout=LIMIT)
            bytes_ = settled(server)
        page.goto(server.origin + path)
        if words not in page.content():
            raise AssertionError("the phone still shows the old fact")
        return {"bytes": bytes_, "files": len(server.sent)}


@contextmanager
def serving(folder: Path) -> Iterator[tuple[str, float]]:
    """`make serve` in a tree: its address, and the seconds until it answers."""
    port, start = free_port(), time.perf_counter()
    process = subprocess.Popen(
        ["make", "serve", f"ALAMAT=127.0.0.1:{port}"], cwd=folder,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", start_new_session=True,
    )  # fmt: skip
    assert process.stdout
    try:
        for line in process.stdout:
            if "Serving on" in line:
                break
        yield f"http://127.0.0.1:{port}", time.perf_counter() - start
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.communicate(timeout=30)


def sight(page: Page, folder: Path, origin: str, edit: Edit) -> float:
    """Return the seconds from saving an edit until the open page shows it, Python with it where it runs."""
    page.goto(origin + edit.page)
    helper = "[data-helper][data-state=ready]" if edit.page == "/mulai/" else "h1"
    page.wait_for_selector(helper, timeout=LIMIT)
    page.evaluate("document.documentElement.dataset.before = true")
    start = time.perf_counter()
    trees.edit(folder, edit.file, edit.old, edit.new)
    page.wait_for_function(
        "(words) => !('before' in document.documentElement.dataset) && document.body && document.body.textContent.includes(words)",
        arg=edit.words,
        timeout=LIMIT,
    )
    page.wait_for_selector(helper, timeout=LIMIT)
    return time.perf_counter() - start


def figures(rounds: int) -> dict[str, list[float]]:
    """Return all figures, round by round."""
    values_by_label: dict[str, list[float]] = {}

    def note(label: str, value: float) -> None:
        values_by_label.setdefault(label, []).append(value)
        print(f"{label}: {value:,.1f}", flush=True)

    for _ in range(rounds):
        with tree() as folder:
            note("make build, everything in place, s", make(folder))
            before = shutil.copytree(folder / "site", folder.parent / "before")
            trees.edit(folder, *FACT)
            note("make build after one fact edit, s", make(folder))
            for name, value in phone(before, folder / "site", EDITS[1].page, EDITS[1].words).items():
                note(f"kept phone, a fact on many pages edited, {name}", value)
            trees.edit(folder, FACT[0], FACT[2], FACT[1])
            trees.edit(folder, *RARE)
            make(folder)
            for name, value in phone(before, folder / "site", "/metode/call-center/", "dan sebab").items():
                note(f"kept phone, a fact on one page edited, {name}", value)
            trees.edit(folder, RARE[0], RARE[2], RARE[1])
            with serving(folder) as (_, seconds):
                note("make serve, first start, s", seconds)
            with serving(folder) as (origin, seconds), chromium() as browser:
                note("make serve, second start, s", seconds)
                page = browser.new_page()
                for edit in EDITS:
                    note(f"save to sight, {edit.label}, s", sight(page, folder, origin, edit))
    return values_by_label


def main() -> None:
    """Measure, and print the medians."""
    parser = argparse.ArgumentParser(prog="bench.edits", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rows = figures(parser.parse_args().rounds)
    print("\nMedians:")
    for label, values in rows.items():
        print(f"{label:50}{median(values):>12,.1f}   {min(values):,.1f} to {max(values):,.1f}")


if __name__ == "__main__":
    main()
