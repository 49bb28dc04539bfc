"""Ten times the content takes ten times as long, not a hundred times: nothing looks at all pages for each page."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

from publish.content import checks
from tests import ROOT
from tests.support import content

SLACK = 2.5
"""How much dearer a page may be among many than among few; what is quadratic is dearer by far more."""


def build(folder: Path, copies: int) -> float:
    """Build the guide with its method pages copied so many times; return the seconds of processor that it took.

    The copies are not in the menu: the menu stands on every page, and nobody reads a menu of a thousand lines.
    """
    shutil.copytree(ROOT / "docs", folder / "docs")
    for number in range(copies):
        shutil.copytree(ROOT / "docs/metode", folder / f"docs/buat{number}")
    (folder / "mkdocs.yml").write_text(
        f"INHERIT: {ROOT}/mkdocs.yml\ndocs_dir: docs\nhooks: [{ROOT}/hooks.py]\nwatch: []\n"
        f'theme:\n  custom_dir: {ROOT}/publish/site/theme\nnot_in_nav: "/buat*"\n'
    )
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", "site"],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert len(list((folder / "site").glob("buat*/jmo/index.html"))) == copies
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def test_the_site_builds_in_linear_time(tmp_path: Path) -> None:
    """The pages from twofold to tenfold cost about as much each as those before them."""
    times = []
    for copies in (0, 8, 40):
        folder = tmp_path / str(copies)
        folder.mkdir()
        times.append(build(folder, copies))
    few, many = (times[1] - times[0]) / 8, (times[2] - times[1]) / 32
    assert many <= SLACK * max(few, 0.03), times


def grown(root: Path, times: int) -> float:
    """Check the small tree with its pages and facts copied so many times; return the seconds of processor."""
    content.write(root)
    menu, facts, lines = [], [], []
    for number in range(times):
        name = f"tanya-{number}"
        page = (root / "docs/faq.md").read_text()
        for same in ("description: ", "# Tanya jawab"):
            assert same in page
            page = page.replace(same, f"{same} n{number} ", 1)
        (root / f"docs/{name}.md").write_text(page)
        menu.append(f"  - {name}.md\n")
        block = content.FACTS.split("\n\n")[-1].replace("[panjang]", f"[panjang-{number}]")
        facts.append(f"\n{block}")
        lines.append(f"\nBaris {{{{ panjang-{number} }}}}.\n")
    for file, more in (("mkdocs.yml", menu), ("helper/data/facts.toml", facts), ("docs/tanya-0.md", lines)):
        with (root / file).open("a") as opened:
            opened.write("".join(more))
    start = time.process_time()
    assert checks.run(root, today=content.TODAY) == []
    return time.process_time() - start


def test_the_checks_run_in_linear_time(tmp_path: Path) -> None:
    """Ten times the pages and facts take at most ten times as long, with some slack for what is small."""
    few, many = (grown(tmp_path / str(times), times) for times in (40, 400))
    assert many <= 10 * SLACK * few, (few, many)
    assert many < 20
