"""Where each file of a built site comes from: a rule for every one, and nothing else may be there."""

from __future__ import annotations

import re
from pathlib import Path

from publish import ROOT
from publish.content import addresses

RULES = {
    r"(.+/)?index\.html|404\.html": "a page of docs/, built by MkDocs and hooks.py, or one that moved",
    r"sitemap\.xml(\.gz)?": "the list of pages, built by MkDocs",
    r"assets/icons/favicon\.svg": "copied from docs/",
    r"assets/(frame|keep|read-aloud|search|shell|tools)\.js": "copied from publish/scripts/",
    r"assets/site\.css": "Material's styles and publish/site/styles/guide.css, purged by publish/site/stylesheet.py",
    r"assets/search-data\.js": "publish/site/search",
    r"assets/runtime/content-[0-9a-f]{12}\.bin": "helper/data, packed by publish/frozen",
    r"assets/runtime/(python|wasm)-[0-9a-f]{12}\.bin": "Pyodide, cut by publish/frozen",
    r"assets/whole/(python|wasm|library)-[0-9a-f]{12}\.bin": "Pyodide, packed by publish/frozen",
    r"assets/icons/(icon-(192|512|maskable-512)|apple-touch-icon)\.png": "favicon.svg, drawn by publish/site/metadata/icons.py",
    r"assets/social/[a-z0-9-]+\.png": "drawn by publish/site/metadata/cards.py",
    r"manifest\.webmanifest": "publish/site/metadata/icons.py",
    r"robots\.txt|opensearch\.xml|_redirects": "publish/site/metadata",
    r"sw\.js": "publish/site/service_worker.py",
    r"_headers": "publish/site/headers.py",
    r".*\.(gz|br)": "packed by publish/site/compress.py",
    r"unduh/nomor-kpj(-ringan)?\.html|unduh/nomor-kpj-offline\.zip": "publish/offline",
}
COPIED = re.compile(r"copied from (.*/)")


def rule(name: str) -> str | None:
    """Return where a file of this address comes from; None when no rule knows it."""
    return next((origin for pattern, origin in RULES.items() if re.fullmatch(pattern, name)), None)


def problems(site: Path) -> list[str]:
    """Return the files that no rule knows, or that are not what docs/ has."""
    faults, old = [], addresses.moved()
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_dir() and not path.is_symlink():
            continue
        origin = rule(name)
        if path.is_symlink() or origin is None:
            faults.append(f"{name}: of unknown origin")
        elif (copied := COPIED.fullmatch(origin)) and path.read_bytes() != original(copied[1], name):
            faults.append(f"{name}: not what {copied[1]} has")
        elif name.endswith("index.html") and not source(name).is_file() and slug(name) not in old:
            faults.append(f"{name}: no page of docs/")
    return faults


def original(folder: str, name: str) -> bytes:
    """Return what the repository holds of a file that is copied: all of docs/ by its address, a script by its name."""
    return (ROOT / folder / (name if folder == "docs/" else Path(name).name)).read_bytes()


def slug(name: str) -> str:
    """Return the slug of the page in a file."""
    return name.removesuffix("index.html").rstrip("/")


def source(name: str) -> Path:
    """Return the page of docs/ that an address is built from."""
    folder = ROOT / "docs" / slug(name)
    return folder / "index.md" if (folder / "index.md").is_file() else folder.with_suffix(".md")
