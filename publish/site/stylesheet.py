"""One stylesheet for the whole site: Material's and ours, without the rules that no page uses, small pictures in it."""

from __future__ import annotations

import re
import shutil
import subprocess
import urllib.parse
from collections.abc import Collection, Iterable
from pathlib import Path

import material  # type: ignore[import-untyped]

from publish import ROOT

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

    def inside(found: re.Match[str]) -> str:
        whole = urllib.parse.quote(drawn[found[1]].replace('"', "'"), safe=" ='/:,;")
        return f'url("data:image/svg+xml,{whole}")'

    return SIGN.sub(inside, css)


def purge(sheets: Iterable[Path], content: Collection[Path], *, python: bool = True) -> str:
    """Return the rules of some stylesheets that some pages or scripts use, or what Python writes where there is `python`."""
    used = [*content, *((ROOT / "helper").glob("view*.py") if python else ())]
    lists = "\n".join(map(str, sheets)) + "\n\n" + "\n".join(map(str, used))
    run = subprocess.run(
        ["node", str(PURGER)], input=lists, capture_output=True, encoding="utf-8", check=True
    )
    return signs(run.stdout, [path.read_text(encoding="utf-8") for path in content if path.suffix == ".html"])


def tidy(site: Path) -> None:
    """Remove from a built site what no page asks for."""
    for name in UNUSED:
        path = site / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
