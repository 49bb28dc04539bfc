"""Whether the tables of a TOML file have the keys they need, of the right kind."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import Any, NamedTuple

from publish.content.located_toml import Path, Toml
from publish.content.problem import Problem, nearest, one_of


class Kind(NamedTuple):
    """A kind of value: whether a value is one, whether it says something, and how to write it."""

    fits: Callable[[Any], bool]
    filled: Callable[[Any], bool]
    example: str


TEXT = Kind(lambda v: isinstance(v, str), lambda v: bool(v.strip()), '"…"')
TEXTS = Kind(
    lambda v: isinstance(v, list) and all(isinstance(one, str) for one in v),
    lambda v: bool(v) and all(one.strip() for one in v),
    '["…", "…"]',
)
DATE = Kind(lambda v: isinstance(v, date) and not isinstance(v, datetime), bool, "2026-11-22")
FLAG = Kind(lambda v: isinstance(v, bool), lambda v: True, "true atau false")
TABLE = Kind(lambda v: isinstance(v, dict), bool, "")
TABLES = Kind(lambda v: isinstance(v, list), lambda v: True, "[[…]]")


class Field(NamedTuple):
    """What a key must be: its kind, whether it must be there, whether it must say something."""

    kind: Kind
    needed: bool = True
    filled: bool = True


def check(toml: Toml, path: Path, entry: Any, fields: Mapping[str, Field]) -> Iterator[Problem]:
    """Yield what is missing, empty, unknown or of the wrong kind in one table."""
    name = ".".join(str(key) for key in path if isinstance(key, str))
    where = f"di [{name}]" if name else "di berkas ini"
    if not isinstance(entry, dict):
        yield toml.problem(path, f"{name} harus berupa tabel.", f"Tulis [{name}], lalu kuncinya.")
        return
    meant = {nearest(key, fields) for key in entry.keys() - fields.keys()}
    for key, field in fields.items():
        value = entry.get(key)
        if value is None:
            missing = field.needed and nearest(key, [key]) not in meant
            wrong = f'"{key}" tidak ada {where}.' if missing else ""
        elif not field.kind.fits(value):
            wrong = f'Isi "{key}" {where} salah jenis.'
        else:
            wrong = f'Isi "{key}" {where} kosong.' if field.filled and not field.kind.filled(value) else ""
        if wrong:
            yield toml.problem((*path, key), wrong, write(key, field.kind))
    for key in entry.keys() - fields.keys():
        yield toml.problem(
            (*path, key), f'"{key}" {where} tidak dikenal.', nearest(key, fields, one_of(fields))
        )


def write(key: str, kind: Kind) -> str:
    """Return the advice that shows how a key is written."""
    return f"Tulis {key} = {kind.example}." if kind.example else f"Tulis [{key}], lalu isinya di bawahnya."


def tables(holder: Any, key: str) -> dict[str, dict[str, Any]]:
    """Return the well-formed tables under a key, by name."""
    listed = holder.get(key) if isinstance(holder, dict) else None
    entries = listed.items() if isinstance(listed, dict) else ()
    return {name: entry for name, entry in entries if isinstance(entry, dict)}


def text(entry: Mapping[str, Any], key: str) -> str:
    """Return a text of a table; empty when it is missing or no text."""
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def texts(entry: Mapping[str, Any], key: str) -> list[str]:
    """Return a list of texts of a table; empty when it is missing or no such list."""
    value = entry.get(key)
    return [str(one) for one in value] if isinstance(value, list) and TEXTS.fits(value) else []
