"""Abbreviations: the first one of each on a page carries the name it stands for."""

from __future__ import annotations

import re
from collections.abc import Mapping

from helper import view
from helper.facts import Fact

PREFIX = "arti-"
"""Facts of this name say what an abbreviation stands for: `arti-jmo`."""
TAG = re.compile(r"(<!--.*?-->|<[^>]*>)", re.DOTALL)
NAME = re.compile(r"<(/?)([a-z0-9]+)")
QUIET = {"a", "abbr", "button", "code", "dt", "h1", "h2", "h3", "h4", "pre", "summary", "svg", "th"}
"""Elements whose text is left alone: it is a name itself, or must stay as it is."""


def names(facts: Mapping[str, Fact]) -> dict[str, str]:
    """Return what abbreviations stand for, of those facts that are a name and not a description."""
    names = {
        key.removeprefix(PREFIX).upper(): str(fact.value).partition(",")[0]
        for key, fact in facts.items()
        if key.startswith(PREFIX)
    }
    return {short: name for short, name in names.items() if name.istitle() and len(short) < len(name)}


def explain(html: str, names: Mapping[str, str]) -> str:
    """Return HTML in which the first use of each abbreviation in running text is an `abbr` with its name."""
    left = dict(names)
    pieces, quiet = TAG.split(html), 0
    for index, piece in enumerate(pieces):
        if index % 2:
            tag = NAME.match(piece)
            if tag and tag[2] in QUIET:
                quiet += -1 if tag[1] else 1
        elif left and not quiet:
            pieces[index] = mark(piece, left)
    return "".join(pieces)


def mark(text: str, left: dict[str, str]) -> str:
    """Return a text with those abbreviations marked that are still `left`, each once; they are taken from there."""

    def first(match: re.Match[str]) -> str:
        name = left.pop(match[0], "")
        return f'<abbr title="{view.escape(name)}">{match[0]}</abbr>' if name else match[0]

    return re.sub(rf"\b(?:{'|'.join(left)})\b", first, text)
