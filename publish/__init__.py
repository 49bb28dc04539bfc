"""What turns docs/ and helper/ into what we ship; knows no MkDocs."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The root of the repository."""
SCRIPTS = ROOT / "publish" / "scripts"
"""All scripts that a browser runs."""
