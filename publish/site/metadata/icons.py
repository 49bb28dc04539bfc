"""What a phone needs to keep the guide on its home screen: a manifest, and the mark as PNG icons."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

from publish.site.metadata import rasterize

MANIFEST = "manifest.webmanifest"
FOLDER = "assets/icons"


class Icon(NamedTuple):
    """An icon: its file, its size in pixels, the mark's share of its width, its ground, its purpose."""

    name: str
    size: int
    share: float
    ground: str
    purpose: str


ICONS = (
    Icon("icon-192.png", 192, 0.92, "none", "any"),
    Icon("icon-512.png", 512, 0.92, "none", "any"),
    # Android may cut a maskable icon down to a circle of 80 % of its width; the mark stays inside it.
    Icon("icon-maskable-512.png", 512, 0.54, rasterize.PAPER, "maskable"),
    # iPhones fill what is see-through with black, and round the corners themselves.
    Icon("apple-touch-icon.png", 180, 0.7, rasterize.PAPER, ""),
)
SHORTCUTS = (("Mulai mencari", "mulai/"), ("Periksa bentuk NIK", "mulai/#cek-nik"))


def drawing(icon: Icon) -> str:
    """Return the SVG of an icon."""
    side = 100 * icon.share
    edge = (100 - side) / 2
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
        f'<rect width="100" height="100" fill="{icon.ground}"/>{rasterize.mark(edge, edge, side)}</svg>'
    )


def manifest(name: str, description: str) -> str:
    """Return the manifest; its addresses are relative, so that the site can stand in any folder.

    `minimal-ui` keeps the address in sight: readers can see that this is not the agency's own app.
    """
    entries = {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": "id",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": rasterize.PAPER,
        "background_color": rasterize.PAPER,
        "icons": [
            {
                "src": f"{FOLDER}/{icon.name}",
                "sizes": f"{icon.size}x{icon.size}",
                "type": "image/png",
                "purpose": icon.purpose,
            }
            for icon in ICONS
            if icon.purpose
        ],
        "shortcuts": [{"name": words, "url": url} for words, url in SHORTCUTS],
    }
    return json.dumps(entries, ensure_ascii=False, indent=1) + "\n"


def ship(site: Path, name: str, description: str) -> None:
    """Write the manifest and the icons into a built site."""
    (site / MANIFEST).write_text(manifest(name, description), encoding="utf-8")
    (site / FOLDER).mkdir(parents=True, exist_ok=True)
    for icon in ICONS:
        (site / FOLDER / icon.name).write_bytes(rasterize.png(drawing(icon), icon.size))
