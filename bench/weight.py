"""Build time, beside plain MkDocs Material on the same pages."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
PLAIN = """site_name: plain
docs_dir: {docs}
theme: {{name: material, font: false, language: id}}
markdown_extensions: [abbr, admonition, attr_list, def_list, tables]
"""


def seconds(config: Path) -> float:
    """Return how long one build takes; the runtime has been built before."""
    with tempfile.TemporaryDirectory() as target:
        start = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(config), "-d", target],
            check=True, cwd=ROOT, capture_output=True, timeout=300,
        )  # fmt: skip
        return time.perf_counter() - start


def figures(rounds: int) -> dict[str, dict[str, list[float]]]:
    """Return build times, round by round."""
    seconds_by_build: dict[str, list[float]] = {"stock": [], "ours": []}
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "mkdocs.yml"
        plain.write_text(PLAIN.format(docs=ROOT / "docs"), encoding="utf-8")
        for _ in range(min(rounds, 3)):
            seconds_by_build["stock"].append(seconds(plain))
            seconds_by_build["ours"].append(seconds(ROOT / "mkdocs.yml"))
    return {"build of the site, s (peer: plain Material)": seconds_by_build}
