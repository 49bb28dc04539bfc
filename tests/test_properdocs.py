"""The site can move: ProperDocs, which goes on where MkDocs 1.x stopped, builds the same pages (decision 8)."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests import built

ROOT = Path(__file__).parent.parent


def test_properdocs_builds_the_same_pages(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> None:
    """Strictly, with the same settings and hooks; every page is the same but for the builder's name and the time."""
    site = built.once(tmp_path_factory.getbasetemp(), worker_id)
    run = subprocess.run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": "http://127.0.0.1:8000/"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr

    def pages(folder: Path) -> dict[str, str]:
        return {path.relative_to(folder).as_posix(): read(path) for path in folder.rglob("*.html")}

    assert pages(tmp_path) == pages(site)
    assert len(pages(site)) > 25


def read(path: Path) -> str:
    """Return a page without the name of what built it."""
    return re.sub(r'<meta name="generator"[^>]*>', "", path.read_text(encoding="utf-8"))
