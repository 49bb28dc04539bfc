"""Checks, in rooms by what they need: unit, site, browser, offline, slow; support is what they share."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parent.parent
"""The root of the repository."""
