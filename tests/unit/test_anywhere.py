"""The project on any machine: other locales, other editors, a clone from Windows, tools that are missing or old."""

from __future__ import annotations

import ast
import os
import subprocess
from pathlib import Path

import pytest

from helper import data
from tests import ROOT

CODE = [
    ROOT / "hooks.py",
    *(path for name in ("helper", "publish", "bench") for path in sorted((ROOT / name).rglob("*.py"))),
]
FILES = {"read_text", "write_text"}
MARK = "\ufeff"
NOBODY = "http://127.0.0.1:9/"
"""A registry that does not answer."""


def calls(path: Path) -> list[tuple[ast.Call, str, set[str | None]]]:
    """Return the calls in a file: each with the last name of what is called and its keywords."""
    found = (
        node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
    )
    return [
        (node, ast.unparse(node.func).rpartition(".")[2], {keyword.arg for keyword in node.keywords})
        for node in found
    ]


@pytest.mark.parametrize("path", CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_text_is_read_in_the_encoding_of_the_machine(path: Path) -> None:
    for node, name, keywords in calls(path):
        where = f"{path.name}:{node.lineno}"
        if ast.unparse(node.func).startswith("subprocess."):
            assert not keywords & {"text", "universal_newlines"}, f"{where}: say encoding, not text"
        if name in FILES and not (name == "read_text" and node.args):
            assert "encoding" in keywords, where
        if name == "loads" and ast.unparse(node.func) == "tomllib.loads" and "read_text" in ast.unparse(node):
            assert "utf-8-sig" in ast.unparse(node), f"{where}: some editors put a mark in front"


def test_a_table_with_a_mark_in_front_and_other_line_ends_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = {name: data.load(name) for name in ("facts", "flow")}
    folder = Path(data.__file__).parent

    class Windows:
        """A folder whose files an editor of Windows has saved."""

        @staticmethod
        def get_data(path: str) -> bytes:
            text = (folder / Path(path).name).read_text(encoding="utf-8")
            return (MARK + text).replace("\n", "\r\n").encode()

    monkeypatch.setattr(data, "__loader__", Windows)
    for name, table in known.items():
        assert MARK in Windows.get_data(f"{name}.toml").decode()
        assert data.load(name) == table


def test_a_clone_has_the_line_ends_that_make_and_sh_read(tmp_path: Path) -> None:
    """Git for Windows, whose default is CRLF, leaves this project's files alone."""
    (tmp_path / ".gitattributes").write_bytes((ROOT / ".gitattributes").read_bytes())
    for name in ("Makefile", "jalan.sh", "isi.md"):
        (tmp_path / name).write_bytes(b"satu\ndua\n")
    git = [
        "git",
        "-C",
        str(tmp_path),
        "-c",
        "core.autocrlf=true",
        "-c",
        "user.name=x",
        "-c",
        "user.email=x@contoh.example",
    ]
    for command in (["init", "-q"], ["add", "."], ["commit", "-qm", "x"]):
        subprocess.run([*git, *command], check=True, capture_output=True)
    for name in ("Makefile", "jalan.sh", "isi.md"):
        (tmp_path / name).unlink()
    subprocess.run([*git, "checkout", "-q", "."], check=True)
    for name in ("Makefile", "jalan.sh", "isi.md"):
        assert (tmp_path / name).read_bytes() == b"satu\ndua\n"


TOOLS = {
    "full": ("npm", "echo 'npm error code ENOSPC' >&2; exit 228", "Penyimpanan komputer ini penuh."),
    "full and mute": ("df", "echo head; echo tmpfs 3072 3072 0 100% /", "Penyimpanan komputer ini penuh."),
    "read-only": ("npm", "echo 'npm error code EACCES' >&2; exit 243", "tidak boleh ditulisi"),
    "changed": ("npm", "echo 'npm error code EINTEGRITY' >&2; exit 1", "tidak sama dengan yang dikunci"),
    "unknown": ("npm", "echo 'npm error something new' >&2; exit 1", "something new"),
    "old": (
        "node",
        'test "$1" = --version && echo v16.20.2; exit 1',
        "Perlu Node 20 atau lebih baru, tetapi yang ada: v16.20.2.",
    ),
    "missing": ("node", "exit 127", "Perlu Node 20"),
}
"""A tool that stands in front of the real one, as a script of sh, and what the maintainer reads then."""


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The project's files for setting up, nothing set up."""
    for name in ("Makefile", "package.json", "package-lock.json", ".npmrc", "publish/install.sh"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    (tmp_path / "node_modules").mkdir()
    return tmp_path


def set_up(folder: Path, **environment: str) -> str:
    """Have the packages of Node set up, which must fail; return what make says."""
    command = ["make", "-C", str(folder), "--no-print-directory", "node_modules/ready"]
    run = subprocess.run(
        command,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )
    assert run.returncode != 0
    assert not (folder / "node_modules/ready").exists()
    return run.stdout + run.stderr


@pytest.mark.parametrize("case", TOOLS)
def test_what_stops_the_set_up_is_said(fresh: Path, case: str) -> None:
    tool, script, words = TOOLS[case]
    (fresh / "bin").mkdir()
    for name, text in ({"npm": "exit 1"} | {tool: script}).items():
        (fresh / "bin" / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (fresh / "bin" / name).chmod(0o755)
    assert words in set_up(fresh, PATH=f"{fresh / 'bin'}:{os.environ['PATH']}")


def test_a_registry_that_does_not_answer_is_said(fresh: Path) -> None:
    """The real npm, and a port where nobody is."""
    given = {"npm_config_registry": "http://127.0.0.1:9/", "npm_config_cache": str(fresh / "cache")}
    assert "Tempat unduhan paket tidak bisa dihubungi." in set_up(
        fresh, **given, npm_config_fetch_retries="0"
    )
