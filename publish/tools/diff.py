"""What changed in the flow and in the facts since a commit: `python -m publish.tools.diff [commit]`.

The commit defaults to HEAD: then it is what has not been committed yet.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from helper import flow
from publish import ROOT
from publish.content import checks, clock
from publish.content import reading as content_files
from publish.content.located_toml import Toml
from publish.content.reading import DATA
from publish.tools import fact_uses

Table = Mapping[str, Any]


def at_commit(root: Path, commit: str, name: str) -> Toml:
    """Return one TOML file as it was at a commit; ValueError, in Indonesian, when git has none."""
    path = f"{DATA}/{name}.toml"
    try:
        run = subprocess.run(
            ["git", "show", f"{commit}:./{path}"],
            cwd=root,
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
    except FileNotFoundError:
        raise ValueError("Perlu git untuk membandingkan. Pasang git, lalu ulangi perintah ini.") from None
    if "not a git repository" in run.stderr:
        raise ValueError("Folder ini bukan salinan dari git (misalnya dari ZIP), jadi tidak ada yang bisa dibandingkan. "
                         "Ambil proyeknya dengan git clone.")  # fmt: skip
    if "dubious ownership" in run.stderr:
        raise ValueError("Folder ini milik pengguna lain, jadi git menolak membacanya. "
                         f'Jalankan: git config --global --add safe.directory "{root}"')  # fmt: skip
    if run.returncode:
        raise ValueError(f'Tidak ada {path} di commit "{commit}". Lihat daftar commit dengan: git log')
    return Toml(path, run.stdout)


def ways(table: Table) -> dict[str, tuple[str, str]]:
    """Return every path of a flow by its answers' ids: the same path in words, and the outcome's name."""
    whole = flow.build(dict(table))
    outcomes = {}
    for answers in flow.paths(whole):
        place = flow.at(whole, answers)
        if isinstance(place.node, flow.Outcome):
            words = " > ".join(answer.text for _, answer in place.steps)
            outcomes[".".join(answers)] = (words, str(place.node.id))
    return outcomes


def paths(old: Table, new: Table) -> Iterator[str]:
    """Yield the paths that are gone, new, or lead elsewhere; other words alone are no change of a path."""
    before, after = ways(old), ways(new)
    for mark, these, others in (("hilang:", before, after), ("baru:  ", after, before)):
        yield from (f"  {mark} {words} > [{to}]" for way, (words, to) in these.items() if way not in others)
    for way, (words, outcome) in after.items():
        if way in before and before[way][1] != outcome:
            yield f"  pindah: {words} > [{outcome}] (tadinya [{before[way][1]}])"


def entries(old: Any, new: Any, name: str) -> Iterator[str]:
    """Yield what is gone, new or different between two values of TOML, key by key, under a name."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key in [*old, *(key for key in new if key not in old)]:
            yield from entries(old.get(key), new.get(key), f"{name}.{key}" if name else key)
    elif old is None:
        yield f"  baru:   {name} = {shown(new)}"
    elif new is None:
        yield f"  hilang: {name} = {shown(old)}"
    elif old != new:
        yield f"  ubah:   {name}: {shown(old)} -> {shown(new)}"


def shown(value: Any) -> str:
    """Return a value on one line; of a whole table only what it is called."""
    if isinstance(value, dict):
        return str(next((value[key] for key in ("value", "text", "title", "label") if key in value), "…"))
    return " / ".join(map(shown, value)) if isinstance(value, list) else str(value).replace("\n", " / ")


def facts(old: Table, new: Table, used: Mapping[str, list[str]]) -> Iterator[str]:
    """Yield what changed in the facts, each followed by where the fact is quoted."""
    for name in [*old, *(name for name in new if name not in old)]:
        lines = list(entries(old.get(name), new.get(name), name))
        yield from lines
        if lines and used.get(name):
            yield f"          dipakai di: {', '.join(used[name])}"


def main(arguments: list[str]) -> int:
    """Print what changed; return the exit status."""
    since = arguments[0] if arguments and arguments[0] else "HEAD"
    content = content_files.read(ROOT, clock.today())
    if broken := [one for one in checks.run(ROOT) if one.file == content.flow.file] or (
        [content.facts.broken] if content.facts.broken else []
    ):
        print("\n".join(map(str, broken)))
        return 1
    try:
        old_facts, old_flow = (at_commit(ROOT, since, name).table for name in ("facts", "flow"))
    except ValueError as error:
        print(error)
        return 1
    parts = {
        "Jalan yang berubah": paths(old_flow, content.flow.table),
        "Isi alur yang berubah": entries(old_flow, content.flow.table, ""),
        "Fakta yang berubah": facts(old_facts, content.facts.table, fact_uses.uses(content)),
    }
    for title, changes in parts.items():
        lines = list(changes)
        print(f"{title} sejak {since}: {len([line for line in lines if ':' in line[:9]]) or 'tidak ada'}")
        print("\n".join(lines), end="\n\n" if lines else "")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
