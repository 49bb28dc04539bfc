"""Lines that lead straight to a tool, a number to call or a section, and what to suggest when nothing is found."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from helper import data, facts

FILE = Path(__file__).with_name("direct.toml")
CALL = "tel:"


def load(path: Path = FILE) -> dict[str, Any]:
    """Return `direct`, a list of {to, text, asked, without}, and `guesses`, slugs; facts are filled in."""
    table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    fact_table = data.load("facts")

    def filled(text: str) -> str:
        return facts.fill(text, lambda name: str(fact_table[name]["value"]))

    lines = [
        {**one, "to": filled(one["to"]), "text": filled(one["text"]), "without": one.get("without", [])}
        for one in table["direct"]
    ]
    return {"direct": lines, "guesses": table["guesses"]}


def place(table: Mapping[str, Any], pages: Sequence[Any]) -> dict[str, Any]:
    """Return the same as the engine reads it: pages by number, -1 for a number to call; LookupError for no page."""
    numbers = {page.url.rstrip("/"): number for number, page in enumerate(pages)}

    def find(to: str) -> tuple[int, str]:
        slug, _, anchor = to.partition("#")
        if to.startswith(CALL):
            return -1, to
        if slug not in numbers or (anchor and f'id="{anchor}"' not in pages[numbers[slug]].html):
            raise LookupError(f"direct.toml: {to} tidak ada")
        return numbers[slug], anchor

    rows = [[*find(one["to"]), one["text"], one["asked"], one["without"]] for one in table["direct"]]
    return {"direct": rows, "guesses": [find(slug)[0] for slug in table["guesses"]]}
