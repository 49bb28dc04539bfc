"""The project on any machine: other locales, other editors, a clone from Windows, tools that are missing or old."""

from __future__ import annotations

import ast
import errno
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from helper import data
from publish.content import machine
from publish.tools import desk, serve_address
from tests import ROOT
from tests.support.drivers.processes import alive

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


PYTHON = {
    "old": ("python3", "test \"$1\" = --version && echo Python 3.12.4", "Perlu Python 3.13, tetapi yang ada: Python 3.12.4."),
    "missing": ("python3", "exit 127", "Perlu Python 3.13, tetapi yang ada: tidak ada."),
    "no venv": ("python3", "test $1 = -m && echo No module named venv && exit 1; exit 0", "sudo apt-get install python3.13-venv"),
    "Windows": ("uname", "echo MINGW64_NT-10.0-22631", "Windows tanpa WSL tidak didukung."),
}  # fmt: skip
"""The same for Python's packages."""


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """The project's files for setting up, nothing set up, in a folder of a usual name."""
    folder = tmp_path / "Bu Ani é"
    locks = ("package.json", "package-lock.json", ".npmrc", "requirements.lock")
    for name in ("Makefile", *locks, "publish/install.sh"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((ROOT / name).read_bytes())
    (folder / "node_modules").mkdir()
    return folder


def standing_in(folder: Path, **tools: str) -> str:
    """Write tools, as scripts of sh, that stand in front of the real ones; return the PATH for that."""
    (folder / "bin").mkdir(exist_ok=True)
    for name, text in tools.items():
        (folder / "bin" / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
        (folder / "bin" / name).chmod(0o755)
    return f"{folder / 'bin'}:{os.environ['PATH']}"


def set_up(folder: Path, what: str = "node_modules", **environment: str) -> str:
    """Have the packages of Node or Python set up, which must fail; return what make says."""
    run = subprocess.run(
        ["make", "-C", str(folder), "--no-print-directory", f"{what}/ready"],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )
    assert run.returncode != 0
    assert not (folder / what / "ready").exists()
    return run.stdout + run.stderr


@pytest.mark.parametrize("case", TOOLS)
def test_what_stops_the_set_up_is_said(fresh: Path, case: str) -> None:
    tool, script, words = TOOLS[case]
    assert words in set_up(fresh, PATH=standing_in(fresh, **{"npm": "exit 1", tool: script}))


@pytest.mark.parametrize("case", PYTHON)
def test_what_stops_the_set_up_of_python_is_said(fresh: Path, case: str) -> None:
    tool, script, words = PYTHON[case]
    path = standing_in(fresh, **{"python3.13": "exit 1", "python3": "exit 0", tool: script})
    assert words in set_up(fresh, ".venv", PATH=path)


def test_line_ends_of_windows_are_said(fresh: Path) -> None:
    """In a copy whose files an unpacker or an editor has changed."""
    script = fresh / "publish/install.sh"
    script.write_bytes(script.read_bytes().replace(b"\n", b"\r\n"))
    assert "dari Windows (CRLF)" in set_up(
        fresh, ".venv", PATH=standing_in(fresh, **{"python3.13": "exit 0"})
    )


def test_a_set_up_that_was_interrupted_leaves_nothing_and_can_be_run_again(fresh: Path) -> None:
    """Ctrl+C reaches every process of the terminal."""
    (fresh / "tmp").mkdir()
    path = standing_in(fresh, npm="touch begun; sleep 60", node="exit 0")
    command = ["make", "-C", str(fresh), "node_modules/ready"]
    given = {**os.environ, "PATH": path, "TMPDIR": str(fresh / "tmp")}
    process = subprocess.Popen(command, env=given, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)  # fmt: skip
    for _ in range(500):
        if (fresh / "begun").exists():
            break
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    assert process.wait(10) != 0
    for _ in range(500):
        if not alive(process.pid):
            break
        time.sleep(0.02)
    assert not alive(process.pid)
    assert list((fresh / "tmp").iterdir()) == []
    assert not (fresh / "node_modules/ready").exists()
    standing_in(fresh, npm="exit 0")
    subprocess.run(command, env=given, check=True, capture_output=True)
    assert (fresh / "node_modules/ready").exists()


def make(*arguments: str, **environment: str) -> str:
    """Return what make says in this project."""
    run = subprocess.run(
        ["make", "-C", str(ROOT), "--no-print-directory", *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return run.stdout


def test_make_asks_for_nothing_that_macos_lacks(tmp_path: Path) -> None:
    """There is no `timeout` there, and sed knows no tab."""
    for name in ("sh", "awk", "make", "grep"):
        (tmp_path / name).symlink_to(shutil.which(name) or name)
    listed = make("help", PATH=str(tmp_path))
    assert re.search(r"^serve +layani panduan", listed, re.MULTILINE)
    assert "timeout" not in make("--dry-run", "--old-file=setup", "test", PATH=str(tmp_path))
    assert "timeout --foreground" in make("--dry-run", "--old-file=setup", "test")


def test_a_terminal_without_a_sign_shows_another() -> None:
    """In the encoding of a terminal from before UTF-8, a message is not the end of the command."""
    code = "import sys; print(sys.stdout.encoding, sys.stdout.errors)"
    probe = f"--eval=probe: ; @{sys.executable} -c '{code}'"
    assert make(probe, "probe").split()[1] == "replace"


class Bound(NamedTuple):
    """A port that somebody uses."""

    host: str
    port: int


@pytest.fixture
def bound() -> Iterator[Bound]:
    """A port of this machine on which somebody listens."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield Bound(*other.getsockname())


def test_an_address_in_use_is_said_and_the_next_is_offered(bound: Bound) -> None:
    said = serve_address.problem(f"127.0.0.1:{bound.port}")
    offered = re.fullmatch(
        rf"127\.0\.0\.1:{bound.port} sedang dipakai, .*: (make serve ALAMAT=(127\.0\.0\.1:\d+))", said
    )
    assert offered
    assert serve_address.problem(offered[2]) == ""
    steps = make("--dry-run", "--old-file=setup", "serve")
    assert "serve_address 127.0.0.1:8000" in steps.partition("mkdocs serve")[0]
    run = subprocess.run(
        [sys.executable, "-m", "publish.tools.serve_address", f"127.0.0.1:{bound.port}"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (run.returncode, run.stderr) == (1, f"{said}\n")


ADDRESSES = {
    "8000": "tidak bisa dibaca. Tulis IP:PORT",
    "127.0.0.1:99999": "tidak bisa dibaca. Tulis IP:PORT",
    "192.0.2.1:8000": "192.0.2.1 bukan alamat komputer ini.",
    "tidak.ada.invalid:8000": "tidak.ada.invalid bukan alamat komputer ini.",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_that_cannot_be_served_is_said(address: str) -> None:
    assert ADDRESSES[address] in serve_address.problem(address)


def test_a_port_that_is_not_allowed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serve_address, "refusal", lambda host, port: errno.EACCES)
    assert "Port 80 tidak boleh dipakai" in serve_address.problem("127.0.0.1:80")


def test_a_full_disk_is_one_sentence() -> None:
    """As a build meets it, and as make serve shows it."""
    code = "import hooks; open('/dev/full', 'w').write('x' * 99999)"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)  # fmt: skip
    assert (run.returncode, run.stderr) == (1, f"{machine.FULL}\n")
    assert desk.explain(OSError(errno.ENOSPC, "No space left on device"), ROOT) == [machine.FULL]


def test_what_the_machine_refuses_is_named() -> None:
    assert machine.words(PermissionError(errno.EACCES, "Permission denied", "site/faq")).startswith(
        "site/faq tidak boleh"
    )
    assert machine.words(shutil.Error([("a", "b", "[Errno 28] No space left on device")])) == machine.FULL
    assert machine.words(OSError(errno.EADDRINUSE, "Address already in use")) == machine.IN_USE
    assert machine.words(FileNotFoundError(errno.ENOENT, "No such file", "x")) == ""
    assert machine.words(ValueError("[Errno 28]")) == ""


def test_a_registry_that_does_not_answer_is_said(fresh: Path) -> None:
    """The real npm, and a port where nobody is."""
    given = {"npm_config_registry": "http://127.0.0.1:9/", "npm_config_cache": str(fresh / "cache")}
    assert "Tempat unduhan paket tidak bisa dihubungi." in set_up(
        fresh, **given, npm_config_fetch_retries="0"
    )
