"""Lighthouse, as on a cheap phone: the home page, the helper and a method, behind a real nginx with our rules."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from publish.site import accessibility_table as access
from publish.tools import server_settings
from tests import ROOT
from tests.site import test_hosting
from tests.support import engines

CLI = ROOT / "node_modules/lighthouse/cli/index.js"
MOST = {"accessibility": 100, "best-practices": 100, "seo": 100}
FAST = 98
"""Performance, out of 100. Whatever else a machine does can only slow a page, so the best of TRIES runs counts."""
TRIES = 5
LIMIT = 90
"""Seconds that one run of Lighthouse may take; about 12 on two quiet cores, more when it waits for a busy one."""
QUIET = (
    "--headless=new", "--no-first-run", "--no-default-browser-check", "--disable-extensions", "--disable-sync",
    "--disable-background-networking", "--disable-component-update", "--disable-default-apps", "--mute-audio",
    "--disable-backgrounding-occluded-windows", "--disable-renderer-backgrounding", "--remote-debugging-port=0",
)  # fmt: skip
ADDRESS = "http://127.0.0.1:8000/"
"""What built.build writes as the site's address."""


@pytest.fixture(scope="module")
def host(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the site at an nginx with the rules of docs-maintainer, told its own address in every page."""
    root = tmp_path_factory.mktemp("www")
    folder = root / server_settings.FOLDER
    shutil.copytree(
        site, folder, ignore=shutil.ignore_patterns("*.gz", "*.br", "nomor-kpj*")
    )  # packed pages would name the other address
    with test_hosting.running("nginx", root, tmp_path_factory.mktemp("nginx")) as server:
        address = f"http://127.0.0.1:{server.port}/{server_settings.FOLDER}/"
        for path in (path for kind in ("*.html", "*.txt", "*.xml") for path in folder.rglob(kind)):
            path.write_text(path.read_text(encoding="utf-8").replace(ADDRESS, address), encoding="utf-8")
        if (folder / "robots.txt").exists():
            shutil.copy(folder / "robots.txt", root)
        yield address


@pytest.fixture
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The port at which a Chromium of our own is steered; it and all its children end with the tests."""
    try:
        program = engines.chromium()
    except engines.NoBrowser as missing:
        engines.absent(missing)
    home = tmp_path_factory.mktemp("chromium")
    sandbox = ["--no-sandbox"] if os.getuid() == 0 else []
    process = subprocess.Popen(
        [program, *QUIET, *sandbox, engines.ONLY_LOOPBACK, f"--user-data-dir={home}", "about:blank"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        told = home / "DevToolsActivePort"
        for _ in range(300):
            if told.exists() and told.read_text():
                break
            assert process.poll() is None, "Chromium ended at once"
            time.sleep(0.1)
        yield told.read_text().split()[0]
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(10)


def run(address: str, port: str, home: Path, tries: int = 2) -> dict[str, Any]:
    """Return Lighthouse's report of an address; it may ask nobody else and keep nothing at home.

    Once in a while it waits in vain for a busy machine, or Chromium hands it a record without a beginning
    (NO_NAVSTART): then it looks once more.
    """
    report = home / "report.json"
    command = [
        "node", str(CLI), address, f"--port={port}", "--quiet", "--no-enable-error-reporting",
        "--disable-full-page-screenshot", "--output=json", f"--output-path={report}",
        f"--only-categories=performance,{','.join(MOST)}",
    ]  # fmt: skip
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    report.unlink(missing_ok=True)
    wrong: Any
    try:
        said = subprocess.run(
            command, env=environment, cwd=home, timeout=LIMIT, check=False, capture_output=True, text=True
        )
    except subprocess.TimeoutExpired as late:
        wrong = late
    else:
        assert report.exists(), said.stderr
        found: dict[str, Any] = json.loads(report.read_text(encoding="utf-8"))
        if "runtimeError" not in found:
            return found
        wrong = found["runtimeError"]
    assert tries > 1, wrong
    return run(address, port, home, tries - 1)


def scores(report: dict[str, Any]) -> dict[str, int]:
    """Return the four figures of a report, out of 100."""
    return {name: round(part["score"] * 100) for name, part in report["categories"].items()}


def reasons(report: dict[str, Any], name: str) -> list[str]:
    """Return what lowered one of the figures."""
    audits = (
        report["audits"][part["id"]] for part in report["categories"][name]["auditRefs"] if part["weight"]
    )
    low = (one for one in audits if one["score"] is not None and one["score"] < 1)
    return [
        f"{one['title']}: {one.get('displayValue', '')} {json.dumps(one.get('details', {}).get('items', ''))[:600]}"
        for one in low
    ]


@pytest.mark.alone
@pytest.mark.parametrize("slug", access.PAGES, ids=lambda slug: slug or "beranda")
def test_the_figures_are_what_we_promise(
    host: str, port: str, tmp_path: Path, slug: str, access: Callable[..., None]
) -> None:
    report = run(f"{host}{slug}{'/' * bool(slug)}", port, tmp_path)
    found = scores(report)
    assert {name: reasons(report, name) for name, most in MOST.items() if found[name] < most} == {}
    slow = []
    while found["performance"] < FAST:
        slow.append(reasons(report, "performance"))
        assert len(slow) < TRIES, slow
        report = run(report["requestedUrl"], port, tmp_path)
        found["performance"] = scores(report)["performance"]
    access("lighthouse", {slug: found})
