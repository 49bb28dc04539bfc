"""The library zip: the standard library's modules that run, compiled, and our package among them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

from publish import ROOT
from publish.frozen import corpus
from publish.frozen.paths import HERE, PYODIDE

EPOCH = "315532800"
"""1980-01-01, the oldest date a zip can hold: builds are the same bytes on any day."""
REACHED = "reached.json"
ALWAYS = ("encodings/__init__.py", "encodings/aliases.py", "encodings/utf_8.py", "encodings/ascii.py",
          "encodings/latin_1.py", "encodings/cp437.py", "encodings/idna.py")  # fmt: skip
"""Modules that a start in some engine needs though a profile may not show them."""


def package_files() -> dict[str, bytes]:
    """Return the helper package as it is shipped: its modules as they are, without the content in data/."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted((ROOT / "helper").glob("*.py"))
    }


def write_zip(path: Path, files: dict[str, bytes]) -> None:
    """Write a zip without compression and with fixed dates: the outer compression does better."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), content)


def build(folder: Path) -> Path:
    """Return the library zip: profile, keep what ran, compile where this Python is of the same version, repack.

    Beside it stands `REACHED`: the functions that the corpus called, [file name, qualified name, first line] each.
    """
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as stock:
        whole = {name: stock.read(name) for name in stock.namelist() if not name.endswith("/")}
    everything = folder / "whole.zip"
    write_zip(everything, {**whole, **package_files()})
    asked = folder / "corpus.json"
    asked.write_text(json.dumps(corpus.requests()), encoding="utf-8")
    run = subprocess.run(
        ["node", str(HERE / "modules.mjs"), str(everything), str(asked)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    everything.unlink()
    asked.unlink()
    profile = json.loads(run.stdout)
    (folder / REACHED).write_text(json.dumps(profile["functions"]), encoding="utf-8")
    kept = set(profile["modules"]) | set(ALWAYS)
    path = folder / "library.zip"
    write_zip(path, {name: content for name, content in whole.items() if name in kept} | package_files())
    python = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]["python"]
    if not python.startswith("{}.{}.".format(*sys.version_info)):
        return path  # only its own Python can compile for it
    options = ["-OO", "-m", "pyodide_cli", "py-compile", "--silent", "--no-keep", "--compression-level=0"]
    subprocess.run(
        [sys.executable, *options, str(path)], check=True, env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    )
    with zipfile.ZipFile(path) as compiled:
        files = {name: compiled.read(name) for name in compiled.namelist()}
    write_zip(path, files)
    return path
