"""One commit, one site: built twice, in other folders, time zones, locales and hash seeds, it is the same bytes."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import ROOT

pytestmark = pytest.mark.xdist_group("runtime")
LEFT_OUT = {".git", ".venv", ".hypothesis", "node_modules", "build", "site", "dist"}
"""What the root holds beside the project: what git leaves out."""


def run(folder: Path, zone: str, seed: str, *command: str) -> str:
    """Run Python in a folder; return what it prints."""
    environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C", "NO_MKDOCS_2_WARNING": "1",
                   "SITE_URL": "http://127.0.0.1:8000/", "PYTHONPATH": str(folder)}  # fmt: skip
    done = subprocess.run(
        [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def digests(site: Path) -> dict[str, str]:
    """Return the digest of every file of a site, by its address."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in another folder, whose name has spaces; with nothing built."""
    folder = tmp_path_factory.mktemp("tempat lain") / "salinan é"
    shutil.copytree(ROOT, folder, ignore=lambda inside, _: LEFT_OUT if Path(inside) == ROOT else ())
    (folder / "node_modules").symlink_to(ROOT / "node_modules")
    return folder


def test_two_builds_are_the_same_bytes(elsewhere: Path, tmp_path: Path) -> None:
    """The runtime too: the other folder freezes its own."""
    build = ("-m", "mkdocs", "build", "--strict", "--site-dir")
    sites = tmp_path / "one", tmp_path / "two"
    run(ROOT, "America/Los_Angeles", "1", *build, str(sites[0]))
    run(elsewhere, "Pacific/Kiritimati", "7", *build, str(sites[1]))
    one, two = map(digests, sites)
    assert len(one) > 40
    assert {name for name in one | two if one.get(name) != two.get(name)} == set()


def test_nothing_names_the_day_of_the_build(tmp_path: Path) -> None:
    """MkDocs takes that day from SOURCE_DATE_EPOCH: another day is no other site."""
    sites = []
    for day in ("1700000000", "1900000000"):
        site = tmp_path / day
        run(ROOT, "UTC", "1", "-c", f"import os; os.environ['SOURCE_DATE_EPOCH'] = '{day}'; "
            f"from mkdocs.__main__ import cli; cli(['build', '--strict', '--site-dir', {str(site)!r}])")  # fmt: skip
        sites.append(digests(site))
    assert sites[0] == sites[1]
