"""The service worker of a built site: its pages on the reader's device, one whole version at a time."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from publish import SCRIPTS
from publish.content import addresses
from publish.site import metadata

CACHES, KEEP, LEAVE = (SCRIPTS / f"service-worker{part}.js" for part in ("-caches", "", "-leave"))
TARGET = "sw.js"
HASH = 16
"""Hexadecimal digits of a file's SHA-256 by which the service worker and the pages name it."""
LEFT_OUT = re.compile(
    rf"sw\.js|_headers|sitemap.*|.*\.(gz|br)|unduh/nomor-kpj.*|assets/(runtime|whole)/.*|{metadata.FILES}"
)
"""What is not kept with the pages: Python is kept by the shell once it was loaded; copies are for other devices."""
LOST = "404.html"
OPTIONAL = (LOST, "assets/icons/favicon.svg")
"""What may be missing: a host that cannot give these as they are still gives a guide. Old addresses as well:
many hosts lead on from there by themselves, and a reader's browser never sees our page."""
STAMPED = re.compile(r'((?:src|href)="[^"?#]*?)(assets/[\w.-]+\.(?:js|css))(?:\?[0-9a-f]*)?"')


def name(content: bytes) -> str:
    """Return the hash by which a file is known."""
    return hashlib.sha256(content).hexdigest()[:HASH]


def files(site: Path) -> dict[str, bytes]:
    """Return the files that are kept, by address from the site's root: a page's is its folder."""
    contents = {}
    for path in sorted(site.rglob("*")):
        address = path.relative_to(site).as_posix()
        if path.is_file() and not LEFT_OUT.fullmatch(address):
            contents[address.removesuffix("index.html")] = path.read_bytes()
    return contents


def stamp(site: Path) -> None:
    """Name scripts and styles in all pages with their hash, so that no cache mixes those of two versions."""
    hashes = {
        path.relative_to(site).as_posix(): name(path.read_bytes())
        for kind in ("js", "css")
        for path in (site / "assets").glob(f"*.{kind}")
    }
    for page in site.rglob("*.html"):
        if LEFT_OUT.fullmatch(page.relative_to(site).as_posix()):
            continue
        html = page.read_text(encoding="utf-8")
        stamped = STAMPED.sub(
            lambda match: f'{match[1]}{match[2]}?{hashes[match[2]]}"' if match[2] in hashes else match[0],
            html,
        )
        if stamped != html:
            page.write_text(stamped, encoding="utf-8")


def ship(site: Path) -> None:
    """Write the service worker into a built site; everything else must be there by then."""
    stamp(site)
    listed = json.dumps(
        {address: name(content) for address, content in files(site).items()}, separators=(",", ":")
    )
    optional = [*OPTIONAL, *(f"{old}/" for old in addresses.moved())]
    head = f"const HASH = {HASH}, OPTIONAL = {json.dumps(optional)}, FILES = {listed};\n"
    write(site, head, CACHES, KEEP)


def leave(site: Path) -> None:
    """Write a service worker that removes itself: under `make serve` nothing may come from a cache."""
    write(site, "", CACHES, LEAVE)


def write(site: Path, head: str, *parts: Path) -> None:
    """Write a service worker of some parts."""
    (site / TARGET).write_text(
        '"use strict";\n' + head + "".join(part.read_text(encoding="utf-8") for part in parts),
        encoding="utf-8",
    )
