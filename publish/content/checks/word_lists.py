"""The lists beside the content: words for the search, plainer words, our own words, forbidden claims, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from publish.content import addresses
from publish.content.located_toml import Path as Keys
from publish.content.located_toml import Toml
from publish.content.problem import Problem, nearest, one_of
from publish.content.reading import read_text

SEARCH = "publish/site/search/synonyms.toml"
PLAINER, TERMS = "publish/content/language/plainer.toml", "publish/content/language/terms.toml"
CLAIMS = "publish/content/checks/forbidden.toml"
MOVED, PUBLISHED = (f"publish/content/{name}" for name in (addresses.TABLE, addresses.PUBLISHED))
LANGUAGE = (PLAINER, TERMS)
"""Without these the language cannot be checked."""
WORDS = re.compile(r"[^\W_]+")
SLUG = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")


class Shape(NamedTuple):
    """What a file must hold: its parts by name, each a list of texts, lists by word, or texts by word."""

    lists: tuple[str, ...] = ()
    families: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


SHAPES = {
    SEARCH: Shape(lists=("stop",), families=("spelling", "meaning", "roots")),
    PLAINER: Shape(words=("kantor", "singkatan", "ejaan", "kecuali")),
}
TEXTS = 'Tulis seperti ini: kata = ["…", "…"].'
TEXT = 'Tulis seperti ini: "kata" = "…".'


def check(root: Path) -> Iterator[Problem]:
    """Yield what is wrong in the lists under a root."""
    for file in (SEARCH, PLAINER, TERMS, CLAIMS, MOVED, PUBLISHED):
        if not (root / file).exists():
            yield gone(file)
        elif file == PUBLISHED:
            yield from published(read_text(root / file).splitlines())
        else:
            toml = Toml(file, read_text(root / file))
            yield from ([toml.broken] if toml.broken else list(one(toml)))


def gone(file: str) -> Problem:
    """Return the problem of a list that is not there."""
    return Problem(file, 1, "Berkas ini tidak ada.", f"Kembalikan dengan: git checkout -- {file}.")


def one(toml: Toml) -> Iterator[Problem]:
    """Yield what is wrong in one list that can be read."""
    if toml.file == TERMS:
        for part, group in toml.table.items():
            yield from words(toml, part, group)
        yield from again(toml)
    elif toml.file == CLAIMS:
        yield from claims(toml)
    elif toml.file == MOVED:
        yield from unknown(toml, (addresses.KEY,))
    else:
        shape = SHAPES[toml.file]
        yield from unknown(toml, (*shape.lists, *shape.families, *shape.words))
        for part in shape.words:
            yield from words(toml, part, toml.table.get(part))
        for part in shape.lists:
            if not is_texts(toml.table.get(part)):
                yield toml.problem(
                    (part,), f'Daftar "{part}" tidak ada atau salah jenis.', f'Tulis {part} = ["…", "…"].'
                )
        for part in shape.families:
            yield from families(toml, part, toml.table.get(part))


def unknown(toml: Toml, parts: tuple[str, ...]) -> Iterator[Problem]:
    """Yield parts that nobody reads, and those that are missing."""
    strange = [part for part in toml.table if part not in parts]
    for part in strange:
        yield toml.problem((part,), f'Bagian "{part}" tidak dikenal.', nearest(part, parts, one_of(parts)))
    if toml.file == PLAINER:
        for part in parts:
            if part not in toml.table and not any(nearest(other, [part]) for other in strange):
                yield Problem(toml.file, 1, f'Bagian "{part}" tidak ada.', f"Tulis [{part}].")


def is_texts(value: Any) -> bool:
    """Return whether a value is a list of texts that say something."""
    return isinstance(value, list) and all(isinstance(text, str) and text.strip() for text in value)


def words(toml: Toml, part: str, group: Any) -> Iterator[Problem]:
    """Yield entries of a part that are no texts, and words that cannot be found."""
    if group is not None and not isinstance(group, dict):
        yield toml.problem(
            (part,),
            f'"{part}" berdiri di luar bagian.',
            f"Tulis [{part}], atau pindahkan ke bawah judul bagiannya.",
        )
    for word, text in group.items() if isinstance(group, dict) else ():
        if not isinstance(text, str):
            yield toml.problem((part, word), f'Isi "{word}" di [{part}] salah jenis.', TEXT)
        elif not WORDS.search(word):
            yield toml.problem((part, word), f'"{word}" di [{part}] bukan kata.', TEXT)
        elif (
            toml.file == PLAINER
            and part != "kecuali"
            and text.strip().casefold() in ("", word.casefold())
            and text == text.strip()
            and word == text
        ):
            yield toml.problem(
                (part, word),
                f'Ganti "{word}" di [{part}] sama dengan katanya.',
                "Tulis kata yang lebih biasa.",
            )
        elif toml.file == PLAINER and not text.strip():
            yield toml.problem((part, word), f'Ganti "{word}" di [{part}] kosong.', TEXT)


def again(toml: Toml) -> Iterator[Problem]:
    """Yield words that stand in two parts."""
    parts: dict[str, str] = {}
    for part, group in toml.table.items():
        for word in group if isinstance(group, dict) else ():
            if parts.setdefault(word, part) != part:
                yield toml.problem(
                    (part, word), f'"{word}" sudah ada di [{parts[word]}].', "Hapus salah satunya."
                )


def families(toml: Toml, part: str, group: Any) -> Iterator[Problem]:
    """Yield families of words that are none, or that contradict each other."""
    homes: dict[str, str] = {}
    entries = group.items() if isinstance(group, dict) else ()
    if group is not None and not isinstance(group, dict):
        yield toml.problem((part,), f'Bagian "{part}" salah jenis.', f"Tulis [{part}].")
    plain = {cut(word) for word in group} if isinstance(group, dict) else set()
    for name, listed in entries:
        at: Keys = (part, name)
        if not is_texts(listed):
            yield toml.problem(at, f'Isi "{name}" di [{part}] salah jenis atau kosong.', TEXTS)
            continue
        for text in listed:
            if not WORDS.search(text):
                yield toml.problem(at, f'"{text}" di "{name}" bukan kata.', "Hapus.", needle=f'"{text}"')
            elif part == "meaning" and " " in cut(text):
                wrong = f'"{text}" di kelompok {name} lebih dari satu kata.'
                yield toml.problem(at, wrong, "Pindahkan ke [spelling].", needle=f'"{text}"')
            elif part != "meaning" and homes.setdefault(cut(text), name) != name:
                wrong = f'"{text}" sudah ada di bawah "{homes[cut(text)]}".'
                yield toml.problem(at, wrong, "Pilih satu.", needle=f'"{text}"')
            elif part == "spelling" and cut(text) in plain and cut(text) != cut(name):
                wrong = f'"{text}" sendiri punya daftar tulisan lain.'
                yield toml.problem(
                    at, wrong, f'Hapus di sini, atau gabungkan dengan "{text}".', needle=f'"{text}"'
                )
        if part == "meaning" and len({cut(text) for text in listed}) < 2:
            yield toml.problem(
                at,
                f"Kelompok {name} memerlukan dua kata atau lebih.",
                "Tambahkan kata, atau hapus kelompoknya.",
            )


def cut(text: str) -> str:
    """Return the words of a text as the search compares them, as far as it matters here."""
    return " ".join(WORDS.findall(text.casefold()))


def claims(toml: Toml) -> Iterator[Problem]:
    """Yield claims that lack a part."""
    listed = toml.table.get("claim")
    yield from unknown(toml, ("claim",))
    for at, claim in enumerate(listed if isinstance(listed, list) else []):
        strange = [key for key in claim if key not in ("words", "why", "say")]
        if strange:
            advice = nearest(strange[0], ("words", "why", "say"), one_of(("words", "why", "say")))
            yield toml.problem(("claim", at, strange[0]), f'"{strange[0]}" tidak dikenal.', advice)
            continue
        if not is_texts(claim.get("words")) or not claim["words"]:
            yield toml.problem(
                ("claim", at, "words"), '"words" tidak ada atau salah jenis.', 'Tulis words = ["…"].'
            )
        for key in ("why", "say"):
            if not isinstance(claim.get(key), str) or not claim[key].strip():
                yield toml.problem(
                    ("claim", at, key), f'"{key}" tidak ada atau kosong.', f'Tulis {key} = "…".'
                )


def published(lines: list[str]) -> Iterator[Problem]:
    """Yield lines of the list of published pages that are no addresses."""
    for number, line in enumerate(lines, 1):
        if line.strip() and not line.startswith("#") and not SLUG.fullmatch(line):
            right = re.sub(r"\.md$|\.html$", "", line.strip().lower()).strip("/ ")
            yield Problem(
                PUBLISHED,
                number,
                f'"{line}" bukan alamat halaman.',
                f"Tulis {right}." if SLUG.fullmatch(right) else "Hapus baris ini.",
            )
