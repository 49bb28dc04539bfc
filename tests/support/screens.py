"""Pictures of every page for a reviewer: `make screens` writes them to build/screens/.

Three widths, both palettes, and every plan of the flow on a phone.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Literal

from helper import data, flow
from tests import ROOT
from tests.support import built, engines
from tests.support.server import serve

PALETTES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
WIDTHS = (360, 768, 1280)
TARGET = ROOT / "build" / "screens"


def addresses(site: Path) -> list[str]:
    """Return the address of every page, and of one position for every plan."""
    pages = sorted(str(file.parent.relative_to(site)) for file in site.rglob("index.html"))
    known = data.guide().flow
    plans = {flow.at(known, path).node.id: path for path in flow.paths(known)}
    positions = [f"mulai/#{flow.fragment(path)}" for path in plans.values() if path]
    return ["" if page == "." else f"{page}/" for page in pages] + positions


def main() -> None:
    """Build the site, and take all pictures."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        built.build(Path(folder))
        browser = engines.launch("chromium")
        with serve(Path(folder)) as server:
            for palette in PALETTES:
                for width in WIDTHS:
                    context = browser.new_context(color_scheme=palette, locale="id-ID")
                    page = context.new_page()
                    page.set_viewport_size({"width": width, "height": 800})
                    for address in addresses(Path(folder)):
                        if "#" in address and width != WIDTHS[0]:
                            continue
                        page.goto("about:blank")
                        page.goto(f"{server.origin}/{address}")
                        name = address.strip("/").replace("/#", "-").replace("/", "-") or "index"
                        page.screenshot(path=TARGET / f"{name}.{width}.{palette}.png", full_page=True)
                    print(f"{palette} {width}: beres", flush=True)
                    context.close()
        browser.close()
    print(f"Semua gambar ada di {TARGET.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()
