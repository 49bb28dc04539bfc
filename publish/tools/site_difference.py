"""What differs between two built sites: their files and how large they are, in words."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

HASH = re.compile(r"-[0-9a-f]{12}(?=\.)")
PACKED = (".gz", ".br")
"""What stands beside a file for servers; it changes with the file, and is counted in no list."""
TEXT = (".html", ".js", ".css", ".xml", ".txt", "_headers", "_redirects")
WORD = re.compile(r"[\w.-]")
ALIKE, SHORT = 3, 60
"""Files that are named together when the same short place changed in all of them; the signs of such a place."""
MOST = 12
"""Files that are named; of more, how many."""


class Change(NamedTuple):
    """A file that is not the same in both sites, and its bytes in each; 0 where it is not."""

    name: str
    before: int
    after: int


def files(site: Path) -> dict[str, Path]:
    """Return the files of a site by name; a hash in a name counts for nothing."""
    paths = sorted(path for path in site.rglob("*") if path.is_file() and path.suffix not in PACKED)
    return {HASH.sub("", path.relative_to(site).as_posix()): path for path in paths}


def compare(before: Path, after: Path) -> list[Change]:
    """Return all files that differ, those that changed the most first."""
    old, new = files(before), files(after)
    changes = [
        Change(
            name,
            old[name].stat().st_size if name in old else 0,
            new[name].stat().st_size if name in new else 0,
        )
        for name in old.keys() | new.keys()
        if name not in old or name not in new or old[name].read_bytes() != new[name].read_bytes()
    ]
    return sorted(changes, key=lambda one: (-abs(one.after - one.before), one.name))


def same_change(before: Path, after: Path, changes: list[Change]) -> dict[tuple[str, str], list[str]]:
    """Return the files that differ in one short place alike, by what stood and stands there; three files or more."""
    old, new = files(before), files(after)
    names_by_change: dict[tuple[str, str], list[str]] = {}
    for one in changes:
        if one.before and one.after and one.name.endswith(TEXT):
            place = middle(
                *(side[one.name].read_text(encoding="utf-8", errors="replace") for side in (old, new))
            )
            if max(map(len, place)) <= SHORT:
                names_by_change.setdefault(place, []).append(one.name)
    return {place: sorted(names) for place, names in names_by_change.items() if len(names) >= ALIKE}


def middle(old: str, new: str) -> tuple[str, str]:
    """Return what differs between two texts, from the word in which the first difference is to the end of the last."""
    start = shared(old, new)
    while start and WORD.fullmatch(old[start - 1]):
        start -= 1
    rest = old[start:], new[start:]
    end = shared(rest[0][::-1], rest[1][::-1])
    while end and WORD.fullmatch(rest[0][-end]):
        end -= 1
    return rest[0][: len(rest[0]) - end], rest[1][: len(rest[1]) - end]


def shared(one: str, other: str) -> int:
    """Return how many signs two texts begin with alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def weight(site: Path) -> tuple[int, int]:
    """Return the bytes of a site's files as they are, and as they travel where a packed one stands beside them."""
    paths = files(site).values()
    packed = (path.with_name(f"{path.name}.br") for path in paths)
    travels = (
        small.stat().st_size if small.exists() else path.stat().st_size
        for path, small in zip(paths, packed, strict=True)
    )
    return sum(path.stat().st_size for path in paths), sum(travels)


def words(before: Path, after: Path) -> list[str]:
    """Return the lines that tell a maintainer what differs."""
    changes = compare(before, after)
    lines = [f"Berkas situs: {len(files(after))}, yang berbeda {len(changes)}."]
    alike = same_change(before, after, changes)
    for (was, now), names in alike.items():
        lines.append(
            f"  ubah:   {len(names)} berkas di satu tempat saja, misalnya {names[0]}: {was} -> {now}"
        )
    alike_names = {name for names in alike.values() for name in names}
    changes = [one for one in changes if one.name not in alike_names]
    lines += [f"  {line(one)}" for one in changes[:MOST]]
    if len(changes) > MOST:
        lines.append(
            f"  dan {len(changes) - MOST} lagi, masing-masing {size(abs(largest(changes[MOST:])))} atau kurang"
        )
    for what, old, new in zip(
        ("Ukuran situs", "Yang lewat jaringan"), weight(before), weight(after), strict=True
    ):
        lines.append(f"{what}: {size(old)} -> {size(new)} ({signed(new - old)}).")
    return lines


def largest(changes: list[Change]) -> int:
    """Return the largest change of size among some."""
    return max((abs(one.after - one.before) for one in changes), default=0)


def line(one: Change) -> str:
    """Return one file in words."""
    if not one.before:
        return f"baru:   {one.name} ({size(one.after)})"
    if not one.after:
        return f"hilang: {one.name} ({size(one.before)})"
    return f"ubah:   {one.name} {size(one.before)} -> {size(one.after)} ({signed(one.after - one.before)})"


def size(count: int) -> str:
    """Return a number of bytes as people read it."""
    return f"{count} byte" if count < 1000 else f"{count / 1000:.1f} kB".replace(".", ",")


def signed(count: int) -> str:
    """Return a difference of bytes with its sign."""
    return "sama besar" if not count else f"{'+' if count > 0 else '-'}{size(abs(count))}"
