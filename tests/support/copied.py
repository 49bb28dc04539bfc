"""The offline copies that the tests open: taken once for a run out of its site, whatever the number of workers."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

from publish import offline
from tests.support import built

FOLDER = "unzipped"


def once(base: Path, worker: str) -> Path:
    """Return the folder with the copies of this run, and the zip's content in `unzipped/`; see built.shared."""
    site = built.once(base, worker)

    def make(folder: Path) -> None:
        for name in (offline.FULL, offline.LIGHT, offline.ZIP):
            shutil.copyfile(site / "unduh" / name, folder / name)
        with zipfile.ZipFile(folder / offline.ZIP) as archive:
            archive.extractall(folder / FOLDER)

    return built.shared(base, worker, "copies", make)
