"""The versions that somebody chose, each in requirements.in or package.json, and those that are locked with them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PYTHON, PYTHON_LOCK = "requirements.in", "requirements.lock"
NODE, NODE_LOCK = "package.json", "package-lock.json"
ENTRY = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^\]]*\])?==([^\s;#\\]+)", re.MULTILINE)
PARTS = ("dependencies", "devDependencies")
VERSION = re.compile(r"\d+(?:\.\d+)*(?:[.-]?(?:a|b|rc|post|alpha|beta)[.-]?\d*)?")


class Pin(NamedTuple):
    """One chosen version: in `file`, `package` has `version`."""

    package: str
    file: str
    version: str


def normal(name: str) -> str:
    """Return a name as registries compare it: PySastrawi is pysastrawi."""
    return re.sub(r"[-_.]+", "-", name).lower()


def listed(root: Path) -> Iterator[Pin]:
    """Yield all pins of a tree."""
    for name, version in ENTRY.findall((root / PYTHON).read_text(encoding="utf-8")):
        yield Pin(name, PYTHON, version)
    table = json.loads((root / NODE).read_text(encoding="utf-8"))
    for part in PARTS:
        for name, version in table.get(part, {}).items():
            yield Pin(name, NODE, version)


def find(root: Path, package: str) -> Pin | None:
    """Return the pin of a package, however its name is written; None when nobody chose it."""
    return next((pin for pin in listed(root) if normal(pin.package) == normal(package)), None)


def write(root: Path, pin: Pin, version: str) -> None:
    """Give a pin another version; nothing else in its file changes."""
    path = root / pin.file
    text = path.read_text(encoding="utf-8")
    name, old = re.escape(pin.package), re.escape(pin.version)
    either = (
        rf"^({name}(?:\[[^\]]*\])?==){old}(?=[\s;#]|$)"
        if pin.file == PYTHON
        else rf'("{name}":\s*"){old}(?=")'
    )
    changed, times = re.subn(either, rf"\g<1>{version}", text, flags=re.MULTILINE)
    if times != 1:
        raise ValueError(f"{pin.file}: {pin.package} {pin.version} ditemukan {times} kali")
    path.write_text(changed, encoding="utf-8")


def locked(root: Path) -> dict[str, str]:
    """Return the version of every package that is locked, Python's and Node's."""
    versions = dict(ENTRY.findall((root / PYTHON_LOCK).read_text(encoding="utf-8")))
    packages = json.loads((root / NODE_LOCK).read_text(encoding="utf-8")).get("packages", {})
    for place, entry in packages.items():
        if place and "version" in entry:
            versions[place.removeprefix("node_modules/")] = entry["version"]
    return versions
