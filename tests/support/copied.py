"""The offline copies that the tests open: taken once for a run out of its site, whatever the number of workers."""

from __future__ import annotations

import fcntl
import shutil
import zipfile
from pathlib import Path

from publish import offline
from tests.support import built

FOLDER = "unzipped"


def once(base: Path, worker: str) -> Path:
    """Return the folder with the copies of this run, and the zip's content in `unzipped/`; see built.once."""
    site = built.once(base, worker)
    copies, done = site.parent / "copies", site.parent / "copies.done"
    with (site.parent / "copies.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            copies.mkdir()
            for name in (offline.FULL, offline.LIGHT, offline.ZIP):
                shutil.copyfile(site / "unduh" / name, copies / name)
            with zipfile.ZipFile(copies / offline.ZIP) as archive:
                archive.extractall(copies / FOLDER)
            done.touch()
    return copies
