"""One stylesheet for the whole site: Material's and ours, without the rules that no page uses."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import material  # type: ignore[import-untyped]

from publish import ROOT

PURGER = Path(__file__).with_name("purge.mjs")
THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
TARGET = "assets/site.css"
GUIDE = Path(__file__).parent / "styles" / "guide.css"
UNUSED = (
    "assets/javascripts",
    "assets/stylesheets",
    "assets/images",
    "assets/gambar",
)
"""What the theme or docs/ puts into a site and no page asks for: it is inlined, bundled or replaced."""


def bundle(site: Path) -> None:
    """Write the stylesheet of a built site, purged against its pages and scripts."""
    content = [*site.rglob("*.html"), *(site / "assets").glob("*.js")]
    css = purge([*THEME.glob("main.*.min.css"), GUIDE], content)
    (site / TARGET).write_text(css, encoding="utf-8")


def purge(sheets: Iterable[Path], content: Iterable[Path]) -> str:
    """Return the rules of some stylesheets that some pages or scripts, or what Python writes, use."""
    used = [*content, *(ROOT / "helper").glob("view*.py")]
    lists = "\n".join(map(str, sheets)) + "\n\n" + "\n".join(map(str, used))
    run = subprocess.run(
        ["node", str(PURGER)], input=lists, capture_output=True, encoding="utf-8", check=True
    )
    return run.stdout


def tidy(site: Path) -> None:
    """Remove from a built site what no page asks for."""
    for name in UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
