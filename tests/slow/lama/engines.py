"""The old engines that are there: packed in packages of tests/slow/lama/package.json, unpacked once into build/lama/."""

from __future__ import annotations

import fcntl
import json
import os
import subprocess
from pathlib import Path

from tests.support.engines import NoBrowser

HERE = Path(__file__).parent
UNPACKED = HERE.parents[2] / "build" / "lama"
LISTED = json.loads((HERE / "package.json").read_text(encoding="utf-8"))
ALWAYS, FURTHER = sorted(LISTED["dependencies"]), sorted(LISTED["devDependencies"])
"""Engines of `make test`, and those that `make test-lama` adds."""
NAMES = sorted(
    [*ALWAYS, *(FURTHER if os.environ.get("LAMA") == "semua" else [])], key=lambda name: int(name[9:])
)
MISSING = "{} tidak ditemukan. Ambil dengan `make lama` (untuk semuanya: `make test-lama`)."
PYTHON, WHOLE = 83, 95
"""From these Chromium on Python runs, and the whole runtime that takes over for it."""


def version(name: str) -> int:
    """Return the version of an engine by its name: `chromium-83`."""
    return int(name.rpartition("-")[2])


def label(name: str) -> str:
    """Return an engine's name as the report has it: `chromium83`."""
    return name.replace("-", "")


def program(name: str) -> Path:
    """Return an engine's program; NoBrowser when its package is not there."""
    packed = HERE / "node_modules" / name / "bin" / "chromium.br"
    if not packed.exists():
        raise NoBrowser(MISSING.format(name))
    UNPACKED.mkdir(parents=True, exist_ok=True)
    found = UNPACKED / f"{name}-{packed.stat().st_size}"
    with (UNPACKED / f"{name}.lock").open("w") as alone:
        fcntl.flock(alone, fcntl.LOCK_EX)
        if not found.exists():
            subprocess.run(["node", str(HERE / "unpack.mjs"), str(packed), str(found)], check=True)
    return found
