"""The files themselves: readable, named for an address, in the menu, and each picture used."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from publish.content import marker_names
from publish.content.problem import Problem, nearest
from publish.content.reading import Content

MENU = "mkdocs.yml"
ENTRY = re.compile(r"""\s*-\s+(?:[^:#]+:\s+)?["']?([\w./-]+\.md)["']?\s*(?:#.*)?$""")
NAME = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")
UNREADABLE = "\ufffd"
"""What stands for a byte that is no UTF-8 after reading."""


def check(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with the files of the content."""
    yield from unreadable(content)
    for path, page in content.pages.items():
        if not NAME.fullmatch(path):
            right = re.sub(r"[^a-z0-9/]+", "-", path.removesuffix(".md").lower()).strip("-")
            wrong = f'Nama halaman "{path}" menjadi alamat yang sulit.'
            yield Problem(page.file, 1, wrong, f"Beri nama {right or 'halaman'}.md.")
    yield from menu(content)
    used = {
        inside
        for page in content.pages.values()
        for _, line in page.body()
        for inside in marker_names.used(line)
    }
    shown = {inside.partition(":")[2].strip() for inside in used if inside.startswith("gambar")}
    for name in content.known.pictures - shown:
        advice = f"Tulis {{{{ gambar: {name} }}}} di sebuah halaman, atau hapus berkasnya."
        file = f"{marker_names.PICTURES}/{name}.svg"
        yield Problem(file, 1, f'Gambar "{name}" tidak dipakai di mana pun.', advice)


def unreadable(content: Content) -> Iterator[Problem]:
    """Yield lines that were not saved as UTF-8."""
    texts = [(page.file, page.lines) for page in content.pages.values()]
    texts += [(toml.file, toml.lines) for toml in (content.facts, content.sources, content.flow)]
    for file, lines in texts:
        for number, line in enumerate(lines, 1):
            if UNREADABLE in line:
                wrong = "Ada huruf yang tidak terbaca di baris ini."
                yield Problem(file, number, wrong, "Ketik ulang huruf itu, lalu simpan berkas sebagai UTF-8.")
            elif not line.isascii() and (unseen := marker_names.unseen(line)):
                word = next((word for word in line.split(" ") if marker_names.unseen(word)), "")
                near = "".join(sign for sign in word if not marker_names.unseen(sign))
                yield Problem(
                    file, number, f'Ada {unseen} di dekat "{near}".', "Ketik ulang kata itu dan spasinya."
                )


def menu(content: Content) -> Iterator[Problem]:
    """Yield pages that the menu does not have, has twice, or has and that do not exist."""
    path: Path = content.root / MENU
    if not path.exists():
        return
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    first = next((number for number, line in enumerate(lines, 1) if line.startswith("nav:")), 0)
    if not first:
        return
    listed: dict[str, int] = {}
    for number, line in enumerate(lines[first:], first + 1):
        if line.strip() and not line.startswith((" ", "-", "#")):
            break
        if not (entry := ENTRY.match(line)):
            continue
        if entry[1] in listed:
            yield Problem(MENU, number, f'Halaman "{entry[1]}" ada dua kali di menu.', "Hapus salah satunya.")
        elif entry[1] not in content.pages:
            advice = nearest(entry[1], content.pages, f"Buat dulu docs/{entry[1]}, atau hapus baris ini.")
            yield Problem(MENU, number, f'Halaman "{entry[1]}" di menu tidak ada di docs.', advice)
        listed.setdefault(entry[1], number)
    for name in content.pages.keys() - listed.keys():
        advice = f"Tambahkan baris - {name} di bawah nav di {MENU}."
        yield Problem(f"docs/{name}", 1, f'Halaman "{name}" belum ada di menu.', advice)
