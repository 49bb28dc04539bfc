"""Deployments without builds: versions of the built site that differ as those of a day do, and hosts that go from one to the next."""

from __future__ import annotations

import contextlib
import hashlib
import html
import itertools
import json
import re
import shutil
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from publish.frozen import packing
from publish.site import service_worker
from tests.support import built
from tests.support.server import Fault, Server, running

SCRIPTS = ("frame", "keep", "read-aloud", "search", "shell", "tools")
MANIFEST = re.compile(r'data-runtime="([^"]*)"')
EARLY = re.compile(r'<meta name="python-files" content="([^"]*)"')
WHICH = """
const page = document.querySelector("[data-version]"), helper = document.querySelector("[data-helper]");
return { page: page && page.dataset.version, scripts: [...new Set(window.versions || [])], count: (window.versions || []).length,
  state: helper && helper.dataset.state, hash: location.hash,
  heading: [...document.querySelectorAll(".flow h2")].filter((e) => e.getClientRects().length).map((e) => e.textContent.trim()).join() };
"""
"""What stands in a page: the version that it is of, those of its scripts, and where its reader is."""


def version(site: Path, target: Path, name: str, code: str) -> Path:
    """Write a version of a site: pages and Python's contents carry `name`, the scripts `code`."""
    shutil.copytree(site, target)
    page = target / "mulai" / "index.html"
    text = page.read_text(encoding="utf-8")
    found = MANIFEST.search(text)
    assert found
    manifest = json.loads(html.unescape(found[1]))
    # A custom section, as a WebAssembly module may have any number of.
    extra = bytes([0, len(name) + 1, len(name)]) + name.encode()
    rename(target, manifest["files"]["wasm"], lambda raw: raw + extra)
    rename(target, manifest["files"]["python"], lambda raw: raw + f"\n// {code}".encode())
    page.write_text(naming(text, manifest), encoding="utf-8")
    for file in built.pages(target):
        text = file.read_text(encoding="utf-8")
        mark = f"<i hidden data-version={name}></i></body>"
        file.write_text(text.replace("</body>", mark), encoding="utf-8")
    for script in SCRIPTS:
        with (target / "assets" / f"{script}.js").open("a", encoding="utf-8") as end:
            end.write(f"\n(window.versions = window.versions || []).push('{code}');")
    service_worker.ship(target)
    return target


def naming(text: str, manifest: dict[str, Any]) -> str:
    """Return the helper's page with another manifest, whose files its head asks for too."""
    files = [entry["file"] for entry in manifest["files"].values()]
    head = json.loads(html.unescape(EARLY.findall(text)[0])) | {"files": files}
    script = manifest["files"]["python"].get("open")
    head |= {"script": script} if script else {"whole": True}
    for place, value in ((MANIFEST, manifest), (EARLY, head)):
        text = text.replace(place.findall(text)[0], html.escape(json.dumps(value)))
    return text


def rename(site: Path, entry: dict[str, object], change: Callable[[bytes], bytes]) -> None:
    """Change a file of the runtime, and its name and its line of the manifest with it."""
    folder = site / "assets" / "runtime"
    old = folder / str(entry["file"])
    packed = old.read_bytes()
    raw = change(packing.unpack(packed))
    packed = (packing.deflate if packed.startswith(packing.GZIP) else packing.squeeze)(raw)
    digest = hashlib.sha256(packed).hexdigest()
    old.unlink()
    name = f"{old.stem.split('-')[0]}-{digest[:12]}.bin"
    (folder / name).write_bytes(packed)
    entry |= {"file": name, "size": len(packed), "raw": len(raw), "sha256": digest}
    if "open" in entry:
        entry["open"] = hashlib.sha256(raw).hexdigest()


class Host(Server):
    """A host of one site: `deploy` makes the next version the one that is served.

    `drop` forgets old files at once, `keep` has them for ever, `both` answers from the old and the new
    version in turn, as machines of a CDN do, until `settle`.
    """

    def __init__(self, root: Path, kind: str = "drop") -> None:
        super().__init__(root)
        self.kind = kind
        self.roots = itertools.cycle([self.root])
        self.alone = threading.Lock()

    def where(self) -> Path:
        with self.alone:
            return next(self.roots)

    def deploy(self, root: Path) -> None:
        """Publish another version."""
        old, self.root = self.root, root.resolve()
        self.roots = itertools.cycle([self.root, old] if self.kind == "both" else [self.root])
        if self.kind == "keep":
            for file in (old / "assets" / "runtime").iterdir():
                target = self.root / "assets" / "runtime" / file.name
                if not target.exists():
                    shutil.copyfile(file, target)

    def settle(self) -> None:
        """Answer from the newest version only."""
        self.roots = itertools.cycle([self.root])

    def remember(self, seconds: int) -> None:
        """Let browsers keep what they got for a while, pages and all."""
        self.faults["*"] = Fault(headers={"Cache-Control": f"max-age={seconds}"})


def host(root: Path, kind: str = "drop") -> contextlib.AbstractContextManager[Host]:
    """Run a host while the context lasts."""
    return running(Host(root, kind))
