"""The questions that people ask, each with the page or the section that answers it."""

from __future__ import annotations

import tomllib
from pathlib import Path

from publish import ROOT

FILE = ROOT / "docs-maintainer" / "questions.toml"

Asked = tuple[tuple[str, str], ...]


def load(path: Path = FILE) -> dict[str, Asked]:
    """Return for each slug its questions as (anchor, text); the anchor is empty where the whole page answers."""
    table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    rows = [(one["page"], one["anchor"], one["asked"]) for one in table.get("question", ())]
    for place, texts in table.get("more", {}).items():
        slug, _, anchor = place.partition("#")
        rows += ((slug, anchor, text) for text in texts)
    questions: dict[str, dict[tuple[str, str], None]] = {}
    for slug, anchor, text in rows:
        questions.setdefault(slug, {})[anchor, text] = None
    return {slug: tuple(asked) for slug, asked in questions.items()}
