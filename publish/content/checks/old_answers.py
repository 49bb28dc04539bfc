"""Answers that were renamed or went: links that readers have passed on must still find their place."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from helper import flow
from publish.content import addresses
from publish.content.problem import Problem
from publish.content.reading import Content, read_text

KEY = "moved"
"""The table of flow.toml that leads from old answers to new ones."""


def check(content: Content) -> Iterator[Problem]:
    """Yield renamed answers that lead nowhere, and published positions that are lost; nothing for a broken flow."""
    try:
        table = flow.build(content.flow.table)
        flow.at(table, [])
        yield from renamed(content, table)
        yield from lost(content, table)
    except (KeyError, TypeError, AttributeError, ValueError):
        return  # other checks say what is missing


def renamed(content: Content, table: flow.Flow) -> Iterator[Problem]:
    """Yield entries of the table that cannot be followed."""
    for old, new in table.moved.items():
        path = (KEY, old)
        if not isinstance(new, str) or flow.at(table, flow.follow(table, split(new))).stale:
            wrong = f'Jawaban tujuan "{new}" tidak ada.'
            yield content.flow.problem(
                path, wrong, "Tulis jawaban-jawabannya dari pertanyaan pertama, dipisah titik."
            )
        elif new == old or not flow.at(table, split(old)).stale:
            wrong = f'Jawaban "{old}" masih ada, jadi tidak bisa pindah.'
            yield content.flow.problem(path, wrong, "Hapus baris ini, atau jawabannya.")


def lost(content: Content, table: flow.Flow) -> Iterator[Problem]:
    """Yield the shortest positions that were published and that no link finds now."""
    listed = content.root / addresses.FOLDER / addresses.ANSWERS
    everything = addresses.entries(read_text(listed)) if listed.exists() else []
    reported: set[str] = set()
    for old in sorted(everything, key=lambda line: (line.count("."), line)):
        place = flow.at(table, flow.follow(table, split(old)))
        if not place.stale or any(old.startswith(f"{other}.") for other in reported):
            continue
        reported.add(old)
        gone = old.rpartition(".")[2]
        now = [answer.id for answer in getattr(place.node, "answers", ())]
        here = ".".join(chosen.id for _, chosen in place.steps)
        fresh = [one for one in now if ".".join(filter(None, (here, one))) not in everything]
        near = get_close_matches(gone, fresh, 1, 0.3) or fresh[:1]
        to = ".".join(filter(None, (here, *near))) if near else here
        wrong = f'Jawaban "{gone}" pernah terbit, tetapi sekarang tidak ada; tautan yang dibagikan kehilangan tempatnya.'
        part = "question" if isinstance(place.node, flow.Question) else "outcome"
        yield content.flow.problem((part, place.node.id), wrong, f'Tulis "{old}" = "{to}" di bawah [{KEY}].')


def split(answers: str) -> list[str]:
    """Return the ids of a position."""
    return answers.split(".") if answers else []
