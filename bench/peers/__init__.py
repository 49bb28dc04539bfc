"""What the bench alone needs from npm: other people's pages and decoders, pinned here and locked by hash.

They are no packages of the project: `npm ci` puts them into build/bench/peers when the bench first asks.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
TARGET = ROOT / "build" / "bench" / "peers"
LIMIT = 600
"""Seconds that installing may take."""


def installed() -> Path:
    """Return the folder of the packages, installed as the lock says (a wrong hash ends the bench)."""
    lock, done = HERE / "package-lock.json", TARGET / "ready.json"
    if not done.exists() or done.read_bytes() != lock.read_bytes():
        TARGET.mkdir(parents=True, exist_ok=True)
        for file in (HERE / "package.json", lock, ROOT / ".npmrc"):
            shutil.copy(file, TARGET)
        subprocess.run(["npm", "ci", "--silent"], cwd=TARGET, check=True, timeout=LIMIT)
        shutil.copyfile(lock, done)
    return TARGET / "node_modules"
