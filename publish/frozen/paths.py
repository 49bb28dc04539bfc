"""Where the runtime's inputs are and where what is built is kept."""

from __future__ import annotations

from pathlib import Path

from publish import ROOT

HERE = Path(__file__).parent
PYODIDE = ROOT / "node_modules" / "pyodide"
DECODER = ROOT / "node_modules" / "xz-decompress" / "dist" / "package" / "xz-decompress.min.js"
CACHE = ROOT / "build" / "runtime"
