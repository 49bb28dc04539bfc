"""The tree is what the README says: imports go one way, and the helper is pure."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

from publish import SCRIPTS
from tests import ROOT

HELPER = sorted((ROOT / "helper").rglob("*.py"))
PUBLISH = sorted((ROOT / "publish").rglob("*.py"))
ALLOWED = {
    "bridge": {"flow", "kinds", "nik", "view", "view_kinds", "view_nik"},
    "view": {"flow", "facts"},
    "view_nik": {"view", "kind_words", "nik", "nik_pattern", "numbers"},
    "view_kinds": {"view", "view_nik", "kind_words", "kinds", "nik_pattern", "numbers"},
    "kinds": {"cleaning", "kind_words", "nik", "numbers"},
    "nik_pattern": {"cleaning", "numbers", "regions"},
    "nik": {"cleaning", "nik_words", "numbers", "regions"},
    "numbers": {"cleaning"},
    "regions": {"regions_table"},
    "__init__": {"facts", "view"},  # of data: the guide that its tables make
}
"""What each module of the helper may import of it; a module not named here imports none."""

BELOW = {
    "content": {"helper"},
    "frozen": {"helper"},
    "site": {"content", "frozen", "helper"},
    "offline": {"content", "site", "helper"},
    "tools": {"content", "frozen", "site", "helper"},
}
"""The rooms of publish/, and what each may import."""


def imported(path: Path) -> set[str]:
    """Return the full names of all modules that a file imports."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("path", HELPER, ids=lambda path: path.stem)
def test_helper_imports_the_standard_library_and_itself(path: Path) -> None:
    tops = {name.partition(".")[0] for name in imported(path)} - {"helper"}
    assert tops <= set(sys.stdlib_module_names)
    assert not tops & {"js", "pyodide", "pyodide_js", "os", "socket", "urllib", "subprocess", "pathlib"}


@pytest.mark.parametrize("path", HELPER, ids=lambda path: path.stem)
def test_helper_imports_go_one_way(path: Path) -> None:
    modules = {file.stem for file in HELPER} | {"data"}
    own = {name.split(".")[1] for name in imported(path) if name.startswith("helper.")}
    assert own & modules <= ALLOWED.get(path.stem, set())


@pytest.mark.parametrize("room", BELOW)
def test_imports_between_rooms_go_down(room: str) -> None:
    modules = sorted((ROOT / "publish" / room).rglob("*.py"))
    assert modules
    for path in modules:
        own = {name.split(".")[1] for name in imported(path) if name.startswith("publish.")}
        reached = own & BELOW.keys() | {"helper" for name in imported(path) if name.startswith("helper")}
        assert reached - {room} <= BELOW[room], path


def test_every_folder_with_code_is_a_room() -> None:
    assert {path.parent.relative_to(ROOT / "publish").parts[:1] for path in PUBLISH} == {
        (),
        *((room,) for room in BELOW),
    }


@pytest.mark.parametrize("path", PUBLISH, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_publish_knows_no_mkdocs(path: Path) -> None:
    assert not any(name.partition(".")[0] == "mkdocs" for name in imported(path))


def test_hooks_call_publish_and_nothing_of_the_helper() -> None:
    tops = {name.partition(".")[0] for name in imported(ROOT / "hooks.py")}
    assert "publish" in tops
    assert "helper" not in tops


def test_the_helper_opens_no_file_but_its_data() -> None:
    for path in HELPER:
        called = {
            node.func.id
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
        }
        assert not called & {"open", "exec", "eval", "compile", "print", "input"}, path


FOR_ENGINEERS = {
    "not in the frozen Python: ${String(name)}",
    "Python gave nothing back",
    r"from helper.bridge import handle\nhandle",
}
"""Errors and code of scripts, which no reader sees."""


@pytest.mark.parametrize("script", sorted(SCRIPTS.glob("*.js")), ids=lambda script: script.stem)
def test_scripts_hold_no_words_for_readers(script: Path) -> None:
    """Words come prerendered or from Python, so that they can be reviewed in one place."""
    code = script.read_text(encoding="utf-8")
    code = re.sub(r"(?m)/\*(?s:.*?)\*/|(?<!:)//.*$", "", code)
    strings = re.findall(r'"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`', code)
    words = [text for text in strings if re.search(r"[A-Za-z]{3,} [A-Za-z]{3,} [A-Za-z]{3,}", text)]
    assert [text for text in words if text.strip('"`') not in FOR_ENGINEERS] == []
