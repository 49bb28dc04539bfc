"""The site that the tests look at: built once for a run, whatever the number of workers."""

from __future__ import annotations

import fcntl
import os
import subprocess
import sys
from pathlib import Path

from tests import ROOT


def build(folder: Path, builder: str = "mkdocs", address: str = "http://127.0.0.1:8000/") -> str:
    """Build the site strictly into `folder`; return the builder's words, AssertionError with them when it warns of anything."""
    run = subprocess.run(
        [sys.executable, "-m", builder, "build", "--strict", "--site-dir", str(folder)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": address},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = run.stdout + run.stderr
    assert run.returncode == 0, said
    assert "WARNING" not in said, said
    return said


def once(base: Path, worker: str) -> Path:
    """Return the built site of this run.

    `base` is pytest's temporary folder of this worker, `worker` its name ("master" without xdist).
    All workers of one run share the parent of theirs: the first builds, the others wait for it.
    """
    shared = base if worker == "master" else base.parent
    site, done = shared / "site", shared / "site.done"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            build(site)
            done.touch()
    return site
