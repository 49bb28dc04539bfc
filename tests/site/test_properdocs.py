"""The site can move: ProperDocs, which goes on where MkDocs 1.x stopped, builds the same pages (decision 8)."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support import built


def test_properdocs_builds_the_same_pages(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> None:
    """Strictly, with the same settings and hooks; every page is the same but for the builder's name and the time."""
    site = built.once(tmp_path_factory.getbasetemp(), worker_id)
    built.build(tmp_path, "properdocs")

    def pages(folder: Path) -> dict[str, str]:
        return {
            path.relative_to(folder).as_posix(): read(path)
            for path in folder.rglob("*.html")
            if not path.name.startswith("nomor-kpj")
        }

    assert pages(tmp_path) == pages(site)
    assert len(pages(site)) > 25


def read(path: Path) -> str:
    """Return a page without the name of what built it."""
    return re.sub(r'<meta name="generator"[^>]*>', "", path.read_text(encoding="utf-8"))
