"""Markers in pages and in the flow: each must be closed and name something that exists."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from helper import facts
from publish.content import contact_block
from publish.content.problem import nearest

HOMES = {
    "mulai": "mulai.md",
    "nomor-apa": "panduan/kenali-nomor.md",
    "pertanyaan-pertama": "index.md",
    "tabel-sumber": "sumber.md",
    "tabel-unduhan": "unduh.md",
    "angka-aksesibilitas": "aksesibilitas.md",
}
"""Markers that may stand on one page only, and that page needs."""
NAMED = ("gambar", "teks", contact_block.KIND)
SLIP = re.compile(rf"({'|'.join(NAMED)})[\s;.,=-]+([\w-]+)")
INSIDE = re.compile(r"\s*(?:(?:gambar|teks|kontak): *)?[\w-]+")
PICTURES = "docs/assets/gambar"


class Names(NamedTuple):
    """The names that markers can use; None where the file that holds them cannot be read."""

    facts: frozenset[str] | None
    pictures: frozenset[str]
    texts: frozenset[str] | None
    contacts: frozenset[str] | None


def spelt(name: str) -> str:
    """Return a name as a marker writes it: small letters, digits and dashes."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


def broken(line: str) -> Iterator[tuple[str, str]]:
    """Yield (what is wrong, what to write) for braces in one line that do not pair."""
    pieces = line.split("{{")
    for piece in pieces[1:]:
        if "}}" not in piece:
            name = INSIDE.match(piece)
            shown = f"{{{{ {' '.join(name[0].split())} }}}}" if name else "{{ nama-fakta }}"
            yield "Penanda {{ belum ditutup di baris yang sama.", f"Tulis lengkap: {shown}."
    if "}}" in pieces[0] or any(piece.count("}}") > 1 for piece in pieces[1:]):
        yield "Ada }} tanpa {{ di depannya.", "Tulis lengkap: {{ nama-fakta }}."


def used(text: str) -> list[str]:
    """Return the insides of all markers that are whole on their line."""
    return [
        inside.rpartition("{{")[2].strip()
        for line in text.split("\n")
        for _, _, inside in facts.markers(line)
    ]


def unknowns(line: str, names: Names, home: str) -> Iterator[tuple[str, str]]:
    """Yield (what is wrong, what to write) for each marker in one line; see `unknown`."""
    yield from filter(None, (unknown(inside, names, home) for inside in used(line)))


def unknown(inside: str, names: Names, home: str) -> tuple[str, str] | None:
    """Return (what is wrong, what to write) for one marker, or None.

    `home` is the page it stands on, relative to docs; empty for a string of the flow.
    """
    if unseen(inside):
        return None  # another check says so
    kind, colon, name = (part.strip() for part in inside.partition(":"))
    if not colon and kind in HOMES:
        if home == HOMES[kind]:
            return None
        return f"Penanda {{{{ {kind} }}}} hanya boleh di docs/{HOMES[kind]}.", "Hapus dari sini."
    if colon and kind in NAMED:
        if not home:
            return f"Penanda {{{{ {inside} }}}} hanya boleh di halaman.", "Hapus dari sini."
        what, choices, where = {
            "gambar": ("Gambar", names.pictures, PICTURES),
            "teks": ("Teks", names.texts, "helper/data/flow.toml"),
            contact_block.KIND: ("Kontak", names.contacts, "helper/data/flow.toml"),
        }[kind]
        if choices is None or name in choices:
            return None
        if not name:
            return f"Nama {kind} belum ditulis.", f"Tulis seperti ini: {{{{ {kind}: nama }}}}."
        return f'{what} "{name}" tidak ada.', nearest(name, choices, f"Lihat nama yang ada di {where}.")
    slip = SLIP.fullmatch(inside)
    if not colon and slip:
        return f'Penanda "{inside}" kurang titik dua.', f"Tulis lengkap: {{{{ {slip[1]}: {slip[2]} }}}}."
    if colon and not name and names.facts and kind in names.facts:
        return f'Penanda "{inside}" punya titik dua lebih.', f"Tulis lengkap: {{{{ {kind} }}}}."
    if colon:
        return f'Penanda "{kind}:" tidak dikenal.', nearest(kind, NAMED, "Pilih gambar: atau teks:.")
    if names.facts is None or kind in names.facts:
        return None
    if kind == "sumber-halaman":
        return "Penanda {{ sumber-halaman }} tidak perlu ditulis.", "Hapus: kaki halaman terbuat sendiri."
    choices = names.facts | HOMES.keys() if home else names.facts
    return f'Fakta "{kind}" tidak ada.', nearest(kind, choices, "Lihat nama fakta di helper/data/facts.toml.")


def unseen(text: str) -> str:
    """Return the name of the first sign of a text that nobody can see, or nothing."""
    for sign in text:
        if sign in "\u00a0\u202f\u2007":
            return "spasi tak terputus"
        if unicodedata.category(sign) == "Cf" or sign == "\u2028":
            return "huruf tak terlihat"
    return ""
