"""The version that a site's service worker names, and whether it is the one that was built here."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from publish.site import service_worker
from publish.tools.published.finding import Finding, some

if TYPE_CHECKING:
    from publish.tools.published.visit import Visit

LIST = re.compile(r"^const HASH = \d+, OPTIONAL = (\[.*?\]), FILES = (\{.*\});$", re.MULTILINE)
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)"')


class Version(NamedTuple):
    """The files of a version, path -> hash, and which of them a host need not give as they are."""

    files: dict[str, str]
    optional: frozenset[str]

    @property
    def pages(self) -> list[str]:
        """The paths of its pages."""
        return [path for path in self.files if not path or path.endswith("/")]


def read(text: str) -> Version | None:
    """Return the version that a service worker names; None when it names none, as that of `make serve`."""
    match = LIST.search(text)
    return Version(json.loads(match[2]), frozenset(json.loads(match[1]))) if match else None


def compare(visit: Visit, site: Path) -> Iterator[Finding]:
    """Yield whether the address has another version than the site that was built here, if one was."""
    worker, home = site / service_worker.TARGET, site / "index.html"
    here = read(worker.read_text(encoding="utf-8")) if worker.exists() and home.exists() else None
    if not here:
        yield Finding(
            "site/ tidak ada di komputer ini, jadi versinya tidak dibandingkan dengan hasil build.",
            wrong=False,
        )
        return
    built_for = CANONICAL.search(home.read_text(encoding="utf-8"))
    if not built_for or built_for[1] != visit.address:
        yield Finding(
            f"site/ di komputer ini dibangun untuk alamat lain, jadi tidak dibandingkan. "
            f"Untuk membandingkan: SITE_URL={visit.address} make build",
            wrong=False,
        )
        return
    there = visit.version.files
    other = {path for path in here.files.keys() | there.keys() if here.files.get(path) != there.get(path)}
    if other:
        yield Finding(
            f"Yang terbit bukan versi di site/: {some(other)} lain isinya. "
            "Unggah lagi seluruh isi site/, lalu tunggu lima menit."
        )
