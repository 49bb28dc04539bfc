"""The offline copies that the tests open: made once for a run from its site, whatever the number of workers."""

from __future__ import annotations

import fcntl
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
            for name, content in offline.make(site).items():
                (copies / name).write_bytes(content)
            with zipfile.ZipFile(copies / offline.ZIP) as archive:
                archive.extractall(copies / FOLDER)
            done.touch()
    return copies
