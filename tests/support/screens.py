"""Pictures of every page for a reviewer: `make screens` writes them to build/screens/, with a sheet to leaf through.

Five widths, both palettes, and every plan of the flow on a phone; the pages without scripts on a phone too.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from helper import data, flow
from helper.view import escape
from tests import ROOT
from tests.support import built, engines
from tests.support.server import serve

WIDTHS = (360, 768, 1280, 1366, 1920)
PHONE = WIDTHS[0]
TARGET = ROOT / "build" / "screens"
SHEET = """<!doctype html><html lang="id"><meta charset="utf-8"><title>Potret panduan</title>
<style>body {{ background: #ccc; font: 16px sans-serif; margin: 1rem; }} h2 {{ margin: 2rem 0 .3rem; }}
div {{ align-items: start; display: flex; gap: .6rem; overflow-x: auto; }} figure {{ margin: 0; }}
img {{ background: #fff; display: block; height: 34rem; object-fit: cover; object-position: top; width: 34rem; }}
img[src*=".360."] {{ width: 17rem; }}
nav a {{ margin-right: .8rem; }}</style>
<h1>Potret panduan</h1><nav>{links}</nav>{rows}</html>
"""


class Look(NamedTuple):
    """One way to look at all pages: what the file names end in, and the options of the browser's context."""

    name: str
    width: int
    options: dict[str, Any]


LOOKS = [
    *(
        Look(f"{width}.{palette}", width, {"color_scheme": palette})
        for palette in ("light", "dark")
        for width in WIDTHS
    ),
    Look(f"{PHONE}.plain", PHONE, {"java_script_enabled": False}),
]


def addresses(site: Path) -> list[str]:
    """Return the address of every page, and of one position for every plan."""
    pages = sorted(str(file.parent.relative_to(site)) for file in site.rglob("index.html"))
    known = data.guide().flow
    plans = {flow.at(known, path).node.id: path for path in flow.paths(known)}
    positions = [f"mulai/#{flow.fragment(path)}" for path in plans.values() if path]
    return ["" if page == "." else f"{page}/" for page in pages] + positions


def file_name(address: str) -> str:
    """Return what the files of an address begin with."""
    return address.strip("/").replace("/#", "-").replace("/", "-") or "index"


def sheet(names: Iterable[str]) -> str:
    """Return the page to leaf through: a row for each page, its pictures side by side, each one a link to itself."""
    rows, links = [], []
    for name in names:
        files = [f"{name}.{look.name}.png" for look in LOOKS]
        shown = "".join(
            f'<figure><a href="{file}"><img loading="lazy" src="{file}" alt=""></a><figcaption>{file}</figcaption></figure>'
            for file in map(escape, files)
            if (TARGET / file).exists()
        )
        links.append(f'<a href="#{name}">{name}</a>')
        rows.append(f'<h2 id="{name}">{name}</h2><div>{shown}</div>')
    return SHEET.format(links=" ".join(links), rows="".join(rows))


def main() -> None:
    """Build the site, take all pictures, and lay them on a sheet."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        built.build(Path(folder))
        every = addresses(Path(folder))
        browser = engines.launch("chromium")
        with serve(Path(folder)) as server:
            for look in LOOKS:
                context = browser.new_context(
                    locale="id-ID", viewport={"width": look.width, "height": 800}, **look.options
                )
                page = context.new_page()
                for address in every:
                    if "#" in address and look.width != PHONE:
                        continue
                    page.goto("about:blank")
                    page.goto(f"{server.origin}/{address}")
                    page.screenshot(path=TARGET / f"{file_name(address)}.{look.name}.png", full_page=True)
                print(f"{look.name}: beres", flush=True)
                context.close()
        browser.close()
    (TARGET / "index.html").write_text(sheet(map(file_name, every)), encoding="utf-8")
    print(f"Semua gambar ada di {TARGET.relative_to(ROOT)}/; buka index.html di sana.")


if __name__ == "__main__":
    main()
