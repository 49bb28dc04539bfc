"""The sites that the tests look at: each is built once for a run, whatever the number of workers.

A run builds MOST sites and no more, since a build is what tests wait for most: the guide itself; the same
commit in another place (tests/slow/test_same_bytes.py); and the guide with all that may be otherwise
(tests/slow/test_otherwise.py). `make serve` builds for itself.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from publish.site import headers
from tests import ROOT

MOST = 3
COUNTER = "GUIDE_BUILDS"
"""Names the file in which each build of this run leaves a line."""
ADDRESS = "http://127.0.0.1:8000/"


def counted(line: str) -> None:
    """Leave a line for what takes long: `site` and where, or `freeze` and where."""
    if counter := os.environ.get(COUNTER):
        with Path(counter).open("a", encoding="utf-8") as lines:
            lines.write(f"{line}\n")


def build(
    folder: Path,
    builder: str = "mkdocs",
    address: str = ADDRESS,
    *,
    root: Path = ROOT,
    before: Sequence[str] = (),
    more: Sequence[str] = (),
    **environment: str,
) -> str:
    """Build a site strictly into `folder`; return the builder's words, AssertionError with them when it warns of anything.

    `root` is where the builder runs, `before` what starts it, `more` its further arguments.
    """
    counted(f"site {folder}")
    run = subprocess.run(
        [*before, sys.executable, "-m", builder, "build", "--strict", "--site-dir", str(folder), *more],
        cwd=root,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = run.stdout + run.stderr
    assert run.returncode == 0, said
    assert "WARNING" not in said, said
    return said


def shared(base: Path, worker: str, name: str, make: Callable[[Path], None]) -> Path:
    """Return a folder that this run has once: the first worker makes it, the others wait for it.

    `base` is pytest's temporary folder of this worker, `worker` its name ("master" without xdist).
    All workers of one run share the parent of theirs.
    """
    run = base if worker == "master" else base.parent
    folder, done = run / name, run / f"{name}.done"
    with (run / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def once(base: Path, worker: str) -> Path:
    """Return the built site of this run; see shared."""

    def make(folder: Path) -> None:
        build(folder)

    return shared(base, worker, "site", make)


def pages(site: Path) -> list[Path]:
    """Return the pages of a built site, the copies among its files not."""
    return sorted(path for path in site.rglob("*.html") if not headers.copy(site, path))
