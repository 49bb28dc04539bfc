"""The runtime: Pyodide as we ship it, cut to what the helper needs.

Two forms, packed whatever the host does on the wire (packing.py). `files`, the thin one that every reader
gets: `python` (a small classic worker script) and `wasm` (Python already started, see thin.py).
`whole`, for the case that the thin one reaches something that was cut away: Pyodide itself, with the
library that it needs. Built once into build/runtime/ and kept there until one of the inputs changes.
The content, flow and facts, is no input: it is a file of its own beside either form (`with_content`).
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any

from publish import SCRIPTS
from publish.frozen import library, packing, thin
from publish.frozen.library import package_files
from publish.frozen.paths import CACHE, DECODER, HERE, PYODIDE

__all__ = ["build", "package_files", "ship", "with_content"]

HOST, WORKER, WHOLE_RUNTIME = (
    SCRIPTS / f"{name}.js" for name in ("wasm-host", "python-worker", "whole-runtime")
)
WHOLE = "../whole/"
"""Where the whole runtime lies, seen from the thin one."""
CHOICE, WHOLE_ALONE = "MESIN", "utuh"
"""What a maintainer sets to ship the whole runtime alone."""
NOT_FROZEN = "PERHATIAN: Python ini tidak bisa dibekukan, jadi situs memakai Python utuh dengan unduhan {} MB. Sebabnya: {}"


def inputs() -> str:
    """Return a digest of everything the runtime is made from."""
    digest = hashlib.sha256(WHOLE_ALONE.encode() if whole_alone() else b"")
    ours = sorted(path for path in HERE.iterdir() if path.suffix in {".py", ".mjs"})
    for path in (*ours, HOST, WORKER, WHOLE_RUNTIME, PYODIDE / "package.json", DECODER):
        digest.update(path.read_bytes())
    for name, content in package_files().items():
        digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()


def whole_alone() -> bool:
    """Return whether the whole runtime was asked for."""
    return os.environ.get(CHOICE) == WHOLE_ALONE


def lock() -> str:
    """Return an empty Pyodide lock: the helper needs no package, so none is looked up."""
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    return json.dumps({"info": info, "packages": {}}, separators=(",", ":"))


def script(*parts: Path) -> bytes:
    """Return scripts as one classic worker script; the one of Emscripten is a module from Pyodide 314 on."""
    whole = b"\n;\n".join(
        part.read_bytes().replace(b"//# sourceMappingURL=pyodide.js.map", b"") for part in parts
    )
    return whole.replace(b"export default _createPyodideModule;", b"").replace(b"import.meta.url", b'""')


def pack(
    folder: Path,
    contents: dict[str, bytes],
    where: str = "",
    tight: Collection[str] = (),
    *,
    opened: bool = False,
) -> dict[str, dict[str, Any]]:
    """Write contents, packed, `tight` ones as xz, and return what the manifest says of each; `opened`: a device keeps them unpacked."""
    files = {}
    for name, raw in contents.items():
        packed = packing.squeeze(raw) if name in tight else packing.deflate(raw)
        digest = hashlib.sha256(packed).hexdigest()
        file = f"{name}-{digest[:12]}.bin"
        (folder / file).write_bytes(packed)
        files[name] = {"file": where + file, "size": len(packed), "raw": len(raw), "sha256": digest}
        if opened:
            files[name]["open"] = hashlib.sha256(raw).hexdigest()
    return files


def build() -> dict[str, Any]:
    """Build what is not built yet; return the manifest.

    `files` and `whole` map a name to `file` (from assets/runtime/), `size` (bytes on the wire), `raw`
    (bytes unpacked), `sha256` (hex, of the bytes on the wire) and, for what a device keeps unpacked,
    `open` (hex, of the unpacked bytes); `lock` is Pyodide's lock. Where Python is not frozen, both are the whole one,
    and `why` says the reason, if nobody asked for that.
    """
    folder = CACHE / inputs()[:16]
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as alone:  # tests and builds at the same time make it once
        fcntl.flock(alone, fcntl.LOCK_EX)
        made = folder / "manifest.json"
        if not made.exists():
            make(folder)
            forget(folder)
        manifest: dict[str, Any] = json.loads(made.read_text(encoding="utf-8"))
    if "why" in manifest:
        size = sum(entry["size"] for entry in manifest["files"].values())
        print(NOT_FROZEN.format(f"{size / 1e6:.1f}".replace(".", ","), manifest["why"]), file=sys.stderr)
    return manifest


def make(folder: Path) -> None:
    """Build the runtime's files and their manifest into a folder.

    A Pyodide that cannot be frozen, whatever the reason, costs bytes and not the site.
    """
    folder.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as name:
        work = Path(name)
        modules = library.build(work)
        large = {
            "python": script(*PYODIDE.glob("pyodide.asm.*js"), PYODIDE / "pyodide.js", WHOLE_RUNTIME),
            "wasm": (PYODIDE / "pyodide.asm.wasm").read_bytes(),
            "library": modules.read_bytes(),
        }
        try:
            engine = None if whole_alone() else thin.build(work, modules)
            why = {}
        except Exception as error:
            engine, why = None, {"why": f"{type(error).__name__}: {error}".splitlines()[0][:200]}
        if engine is None:
            files = whole = pack(folder, large)
        else:
            small = {"python": script(DECODER, HOST, WORKER), "wasm": engine}
            files, whole = pack(folder, small, tight={"wasm"}, opened=True), pack(folder, large, WHOLE)
    manifest = {"folder": folder.name, "lock": lock(), "files": files, "whole": whole, **why}
    (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")


def is_frozen(manifest: Mapping[str, Any]) -> bool:
    """Return whether the runtime that readers get is the frozen one."""
    return bool(manifest["files"] != manifest["whole"])


def with_content(manifest: dict[str, Any], content: Mapping[str, Any]) -> dict[str, Any]:
    """Return the manifest with the content's file in both forms.

    What is new is first asked of the frozen Python, if there is one, position by position. Raises thin.NotTheSame with the
    request that it answers otherwise than CPython; then it would have to be frozen anew, with that in corpus.py.
    """
    raw = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    folder = CACHE / manifest["folder"]
    with tempfile.TemporaryDirectory(dir=CACHE) as name:
        work = Path(name)
        entry = pack(work, {"content": raw})["content"]
        if not (folder / entry["file"]).exists():
            if is_frozen(manifest):
                module = packing.unpack((folder / manifest["files"]["wasm"]["file"]).read_bytes())
                thin.verify(work, module, content)
            os.replace(work / entry["file"], folder / entry["file"])
    return {**manifest, **{form: {**manifest[form], "content": entry} for form in ("files", "whole")}}


def forget(current: Path) -> None:
    """Remove all but the newest few built runtimes, so that a day of editing fills no disk."""
    others = sorted(
        (f for f in CACHE.iterdir() if f.is_dir() and f != current), key=lambda f: f.stat().st_mtime
    )
    for old in others[:-3]:
        shutil.rmtree(old, ignore_errors=True)


def ship(site: Path, manifest: dict[str, Any]) -> None:
    """Copy the runtime's files into a built site."""
    for entry in (*manifest["files"].values(), *manifest["whole"].values()):
        target = (site / "assets" / "runtime" / entry["file"]).resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(CACHE / manifest["folder"] / target.name, target)
