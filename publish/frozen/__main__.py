"""Builds the runtime and tells what it weighs: `python -m publish.frozen`."""

from __future__ import annotations

from publish.frozen import build

manifest = build()
for form in ("files", "whole"):
    for name, entry in manifest[form].items():
        print(f"{form:6} {name:8} {entry['size']:>9,} bytes on the wire, {entry['raw']:>9,} inflated")
