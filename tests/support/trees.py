"""The project in another folder, and edits there, for what is tried and measured away from this one."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from tests import ROOT

LEFT_OUT = {".git", ".venv", ".hypothesis", "node_modules", "build", "site", "dist"}
"""What the root holds beside the project: what git leaves out."""


def copy(folder: Path) -> Path:
    """Copy the project, nothing built, into a new folder; the packages are those of this one.

    The locks there are older than what is installed, so that no command sets up anew.
    """
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


def edit(tree: Path, name: str, old: str, new: str) -> None:
    """Replace a text once, as an editor saves it."""
    text = (tree / name).read_text(encoding="utf-8")
    assert old in text, (name, old)
    (tree / name).write_text(text.replace(old, new, 1), encoding="utf-8")
