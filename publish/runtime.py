"""The runtime: Pyodide as we ship it, cut to what the helper needs.

Three files, each gzip inside whatever the host does on the wire: `python` (one classic
worker script), `wasm`, and `library` (the modules that run, compiled, our package among them).
Built once into build/runtime/ and kept there until one of its inputs changes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

from helper import data

ROOT = Path(__file__).parent.parent
PYODIDE = ROOT / "node_modules" / "pyodide"
CACHE = ROOT / "build" / "runtime"
PROFILER = Path(__file__).with_name("profile_modules.mjs")
TABLES = ("flow", "facts")
EPOCH = "315532800"
"""1980-01-01, the oldest date a zip can hold: builds are the same bytes on any day."""
ALWAYS = ("encodings/__init__.py", "encodings/aliases.py", "encodings/utf_8.py", "encodings/ascii.py",
          "encodings/latin_1.py", "encodings/cp437.py", "encodings/idna.py")  # fmt: skip
"""Modules that a start in some engine needs though a profile may not show them."""


def package_files() -> dict[str, bytes]:
    """Return the helper package as it is shipped: its modules as they are, its tables as JSON."""
    files = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in sorted((ROOT / "helper").rglob("*.py"))
    }
    for name in TABLES:
        files[f"helper/data/{name}.json"] = data.compiled(data.read(f"{name}.toml")).encode()
    return files


def inputs() -> str:
    """Return a digest of everything the runtime is made from."""
    digest = hashlib.sha256()
    for path in (Path(__file__), PROFILER, ROOT / "docs/assets/worker.js", PYODIDE / "package.json"):
        digest.update(path.read_bytes())
    for name, content in package_files().items():
        digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()


def lock() -> str:
    """Return an empty Pyodide lock: the helper needs no package, so none is looked up."""
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text())["info"]
    return json.dumps({"info": info, "packages": {}}, separators=(",", ":"))


def write_zip(path: Path, files: dict[str, bytes]) -> None:
    """Write a zip without compression and with fixed dates: the outer compression does better."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(name), content)


def library(folder: Path) -> bytes:
    """Return the library zip: profile, keep what ran, compile with pyodide-build, repack."""
    with zipfile.ZipFile(PYODIDE / "python_stdlib.zip") as stock:
        whole = {name: stock.read(name) for name in stock.namelist() if not name.endswith("/")}
    write_zip(folder / "whole.zip", {**whole, **package_files()})
    run = subprocess.run(
        ["node", str(PROFILER), str(folder / "whole.zip")], capture_output=True, text=True, check=True
    )
    kept = set(json.loads(run.stdout)) | set(ALWAYS)
    sources = {name: content for name, content in whole.items() if name in kept} | package_files()
    source_zip = folder / "library.zip"
    write_zip(source_zip, sources)
    compile_command = [
        "-OO",
        "-m",
        "pyodide_cli",
        "py-compile",
        "--silent",
        "--no-keep",
        "--compression-level=0",
    ]
    subprocess.run(
        [sys.executable, *compile_command, str(source_zip)],
        check=True,
        env={**os.environ, "SOURCE_DATE_EPOCH": EPOCH},
    )
    with zipfile.ZipFile(source_zip) as compiled:
        files = {name: compiled.read(name) for name in compiled.namelist()}
    write_zip(source_zip, files)
    return source_zip.read_bytes()


def script() -> bytes:
    """Return the worker as one classic script: Pyodide's two files, then ours."""
    parts = (PYODIDE / "pyodide.asm.js", PYODIDE / "pyodide.js", ROOT / "docs/assets/worker.js")
    return b"\n;\n".join(
        part.read_bytes().replace(b"//# sourceMappingURL=pyodide.js.map", b"") for part in parts
    )


def build() -> dict[str, Any]:
    """Build what is not built yet; return the manifest.

    `files` maps a name to `file` (name in build/runtime/), `size` (bytes on the wire), `raw`
    (bytes inflated) and `sha256` (hex, of the bytes on the wire); `lock` is Pyodide's lock.
    """
    stamp = inputs()
    folder = CACHE / stamp[:16]
    made = folder / "manifest.json"
    if made.exists():
        manifest: dict[str, Any] = json.loads(made.read_text())
        return manifest
    folder.mkdir(parents=True, exist_ok=True)
    contents = {
        "python": script(),
        "wasm": (PYODIDE / "pyodide.asm.wasm").read_bytes(),
        "library": library(folder),
    }
    files = {}
    for name, raw in contents.items():
        packed = gzip.compress(raw, 9, mtime=0)
        digest = hashlib.sha256(packed).hexdigest()
        file = f"{name}-{digest[:12]}.bin"
        (folder / file).write_bytes(packed)
        files[name] = {"file": file, "size": len(packed), "raw": len(raw), "sha256": digest}
    manifest = {"folder": folder.name, "lock": lock(), "files": files}
    made.write_text(json.dumps(manifest))
    forget(folder)
    return manifest


def forget(current: Path) -> None:
    """Remove all but the newest few built runtimes, so that a day of editing fills no disk."""
    others = sorted((f for f in CACHE.iterdir() if f != current), key=lambda f: f.stat().st_mtime)
    for old in others[:-3]:
        shutil.rmtree(old, ignore_errors=True)


def ship(site: Path, manifest: dict[str, Any]) -> None:
    """Copy the runtime's files into a built site."""
    target = site / "assets" / "runtime"
    target.mkdir(parents=True, exist_ok=True)
    for entry in manifest["files"].values():
        shutil.copyfile(CACHE / manifest["folder"] / entry["file"], target / entry["file"])


if __name__ == "__main__":
    for name, entry in build()["files"].items():
        print(f"{name:8} {entry['size']:>9,} bytes on the wire, {entry['raw']:>9,} inflated")
