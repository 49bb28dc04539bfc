"""Checks: one file per module, browser checks in `browser/`, generators of input in `strategies`."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The root of the repository."""
