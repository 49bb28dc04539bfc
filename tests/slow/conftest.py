"""The project in another folder, for what is tried there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from tests import ROOT

LEFT_OUT = {".git", ".venv", ".hypothesis", "node_modules", "build", "site", "dist"}
"""What the root holds beside the project: what git leaves out."""


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in a folder whose name has spaces, nothing built; the packages are those of this one.

    The locks there are older than what is installed, so that no command sets up anew.
    """
    folder = tmp_path_factory.mktemp("tempat lain") / "salinan é"
    shutil.copytree(
        ROOT,
        folder,
        ignore=lambda inside, names: (
            LEFT_OUT & set(names)
            if Path(inside) == ROOT
            else {name for name in names if name in ("node_modules", "__pycache__")}
        ),
    )
    for name in (".venv", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    for name in ("requirements.lock", "package-lock.json"):
        os.utime(folder / name, (0, 0))
    return folder
