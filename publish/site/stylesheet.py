"""One stylesheet for the whole site: Material's and ours, without the rules that no page uses, small pictures in it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import tempfile
import urllib.parse
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

import material  # type: ignore[import-untyped]

from publish import ROOT

CACHE, KEPT = ROOT / "build" / "styles", 12
PACKAGE = ROOT / "node_modules" / "purgecss" / "package.json"
WORD = re.compile(r"[A-Za-z0-9_-]+")
"""What PurgeCSS takes for a word that may name something in a stylesheet."""
PURGER = Path(__file__).with_name("purge.mjs")
THEME = Path(material.__file__).parent / "templates/assets/stylesheets"
TARGET = "assets/site.css"
STYLES = Path(__file__).parent / "styles"
GUIDE = STYLES / "guide.css"
OURS = (GUIDE, STYLES / "pictures.css", STYLES / "look.css")
"""In this order: what stands later has the last word. The light copy has the first one only."""
SIGNS = "assets/tanda"
SIGN = re.compile(r'url\("tanda/([a-z-]+)\.svg"\)')
NAMED = """[data-picture="{0}"] {{ --sign: url("tanda/{0}.svg"); }}\n"""
"""The rule by which an answer shows the small picture that it names."""
UNUSED = (
    "assets/javascripts",
    "assets/stylesheets",
    "assets/images",
    "assets/gambar",
    SIGNS,
)
"""What the theme or docs/ puts into a site and no page asks for: it is inlined, bundled or replaced."""


def bundle(site: Path) -> None:
    """Write the stylesheet of a built site, purged against its pages and scripts."""
    content = [*site.rglob("*.html"), *(site / "assets").glob("*.js")]
    css = purge([*THEME.glob("main.*.min.css"), *OURS], content)
    (site / TARGET).write_text(css, encoding="utf-8")


def signs(css: str, pages: Iterable[str]) -> str:
    """Return a stylesheet with its small pictures inside, and a rule for each that an answer on some pages names."""
    drawn = {
        path.stem: path.read_text(encoding="utf-8").strip() for path in (ROOT / "docs" / SIGNS).glob("*.svg")
    }
    shown = "".join(pages)
    css += "".join(NAMED.format(name) for name in sorted(drawn) if f'data-picture="{name}"' in shown)

    def inside(match: re.Match[str]) -> str:
        whole = urllib.parse.quote(drawn[match[1]].replace('"', "'"), safe=" ='/:,;")
        return f'url("data:image/svg+xml,{whole}")'

    return SIGN.sub(inside, css)


def purge(sheets: Sequence[Path], content: Collection[Path], *, python: bool = True) -> str:
    """Return the rules of some stylesheets that some pages or scripts use, or what Python writes where there is `python`."""
    used = [*content, *((ROOT / "helper").glob("view*.py") if python else ())]
    texts = {path: path.read_text(encoding="utf-8") for path in used}
    kept = CACHE / f"{fingerprint(sheets, texts.values())}.css"
    if not kept.exists():
        lists = "\n".join(map(str, sheets)) + "\n\n" + "\n".join(map(str, used))
        run = subprocess.run(
            ["node", str(PURGER)], input=lists, capture_output=True, encoding="utf-8", check=True
        )
        keep(kept, run.stdout)
    return signs(
        kept.read_text(encoding="utf-8"),
        [texts[path] for path in content if path.suffix == ".html"],
    )


def fingerprint(sheets: Iterable[Path], texts: Iterable[str]) -> str:
    """Return a name for all that PurgeCSS looks at: the sheets, and which of their words stand in pages or scripts.

    A changed sentence mostly has none, so that a build of content need not wait for it.
    """
    css = "\n".join(path.read_text(encoding="utf-8") for path in sheets)
    names, words = set(WORD.findall(css)), set[str]()
    for text in texts:
        words |= names & set(WORD.findall(text))
    parts = (PURGER.read_text(encoding="utf-8"), PACKAGE.read_text(encoding="utf-8"), css, *sorted(words))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def keep(file: Path, css: str) -> None:
    """Keep a purged stylesheet for the next build, and the newest few of those before it."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=file.parent, encoding="utf-8", delete=False) as part:
        part.write(css)
    os.replace(part.name, file)
    for old in sorted(file.parent.glob("*.css"), key=lambda path: path.stat().st_mtime)[:-KEPT]:
        old.unlink(missing_ok=True)


def tidy(site: Path) -> None:
    """Remove from a built site what no page asks for."""
    for name in UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
