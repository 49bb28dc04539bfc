"""A runtime for `make serve` after an edit of the data: the whole one of the last build, with today's package.

No start, no cut, no profile: a maintainer sees a changed fact at once. The site that goes out never holds it.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import shutil
import zipfile
from typing import Any

from publish.runtime.library import package_files, write_zip
from publish.runtime.paths import CACHE

FAST = 1
"""How hard gzip tries: on this machine's own network size is nothing."""


def code() -> str:
    """Return a digest of the package's code, without its data."""
    digest = hashlib.sha256()
    for name, content in package_files().items():
        if name.endswith(".py"):
            digest.update(name.encode() + b"\0" + content)
    return digest.hexdigest()


def last() -> dict[str, Any] | None:
    """Return the manifest of the newest whole build of this very code, or None."""
    found = [json.loads(path.read_text(encoding="utf-8")) for path in CACHE.glob("*/manifest.json")]
    same = [manifest for manifest in found if manifest.get("code") == code()]
    return max(same, key=lambda manifest: (CACHE / manifest["folder"]).stat().st_mtime, default=None)


def renew(old: dict[str, Any], name: str) -> dict[str, Any]:
    """Build into build/runtime/NAME from an older build; return the manifest."""
    folder = CACHE / name
    folder.mkdir(exist_ok=True)
    files = {
        part: {**entry, "file": entry["file"].rpartition("/")[2]} for part, entry in old["whole"].items()
    }
    for entry in files.values():
        shutil.copyfile(CACHE / old["folder"] / entry["file"], folder / entry["file"])
    raw = gzip.decompress((folder / files["library"]["file"]).read_bytes())
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        kept = {name: archive.read(name) for name in archive.namelist() if not name.startswith("helper/")}
    path = folder / "library.zip"
    write_zip(path, kept | package_files())
    packed = gzip.compress(path.read_bytes(), FAST, mtime=0)
    digest = hashlib.sha256(packed).hexdigest()
    file = f"library-{digest[:12]}.bin"
    (folder / file).write_bytes(packed)
    files["library"] = {"file": file, "size": len(packed), "raw": path.stat().st_size, "sha256": digest}
    return {"folder": name, "lock": old["lock"], "files": files, "whole": files}
