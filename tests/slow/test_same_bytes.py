"""One commit, one site: built twice, in other folders, time zones, locales, hash seeds, on other days, it is the same bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from tests.support import builds, built

pytestmark = pytest.mark.xdist_group("elsewhere")


def digests(site: Path) -> dict[str, str]:
    """Return the digest of every file of a site, by its address."""
    files = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
    }


def test_two_builds_are_the_same_bytes(site: Path, elsewhere: Path, tmp_path: Path) -> None:
    """The frozen Python and the copies too; MkDocs takes the day of a build from SOURCE_DATE_EPOCH."""
    other = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "7", "LC_ALL": "C", "PYTHONPATH": str(elsewhere)}
    with builds.freezing(elsewhere):
        built.build(tmp_path / "site", root=elsewhere, SOURCE_DATE_EPOCH="1700000000", **other)
    one, two = digests(site), digests(tmp_path / "site")
    assert len(one) > 40
    assert {name for name in one | two if one.get(name) != two.get(name)} == set()
