"""The service worker of a built site: its pages on the reader's device, one whole version at a time."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from publish import web

SOURCE = Path(__file__).with_name("service-worker.js")
TARGET = "sw.js"
LEFT_OUT = re.compile(
    rf"sw\.js|_headers|sitemap.*|.*\.(gz|br)|unduh/nomor-kpj.*|assets/(runtime|whole)/.*|{web.FILES}"
)
"""What is not kept with the pages: Python is kept by the shell once it was loaded; copies are for other devices."""

LEAVE = """self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  const empty = (names) => Promise.all(names.map((name) => caches.delete(name)));
  event.waitUntil(caches.keys().then(empty).then(() => self.registration.unregister()));
});
"""


def files(site: Path) -> dict[str, bytes]:
    """Return the files that are kept, by address from the site's root: a page's is its folder."""
    found = {}
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and not LEFT_OUT.fullmatch(name):
            found[name.removesuffix("index.html")] = path.read_bytes()
    return found


def version(kept: dict[str, bytes], code: str) -> str:
    """Return a digest of all that is kept, and of how."""
    digest = hashlib.sha256(code.encode())
    for name, content in kept.items():
        digest.update(f"{name}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:12]


def ship(site: Path) -> None:
    """Write the service worker into a built site; everything else must be there by then."""
    kept, code = files(site), SOURCE.read_text(encoding="utf-8")
    names = json.dumps(list(kept), separators=(",", ":"))
    head = f'const VERSION = "{version(kept, code)}", FILES = {names};\n'
    (site / TARGET).write_text(head + code, encoding="utf-8")


def leave(site: Path) -> None:
    """Write a service worker that removes itself: under `make serve` nothing may come from a cache."""
    (site / TARGET).write_text(LEAVE, encoding="utf-8")
