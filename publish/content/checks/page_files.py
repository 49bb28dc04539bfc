"""The files themselves: readable, named for an address, in the menu."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from publish.content import marker_names
from publish.content.checks import site_menu
from publish.content.problem import UNREADABLE, Problem, nearest
from publish.content.reading import Content
from publish.content.site_settings import FILE as MENU
from publish.content.site_settings import Path

NAME = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*\.md")
RETYPE = "Ketik ulang kata itu"


def check(content: Content) -> Iterator[Problem]:
    """Yield what is wrong with the files of the content."""
    yield from unreadable(content)
    for path, page in content.pages.items():
        if not NAME.fullmatch(path):
            right = re.sub(r"[^a-z0-9/]+", "-", path.removesuffix(".md").lower()).strip("-")
            wrong = f'Nama halaman "{path}" menjadi alamat yang sulit.'
            yield Problem(page.file, 1, wrong, f"Beri nama {right or 'halaman'}.md.")
    yield from menu(content)
    yield from strangers(content)


def strangers(content: Content) -> Iterator[Problem]:
    """Yield files among the pages that are none, and would be published."""
    docs = content.root / "docs"
    for path in sorted(docs.rglob("*")) if docs.is_dir() else ():
        name = path.relative_to(docs)
        hidden = any(part.startswith(".") for part in name.parts)
        if path.is_file() and path.suffix != ".md" and name.parts[0] != "assets" and not hidden:
            wrong = "Berkas ini bukan halaman, tetapi ikut terbit di situs."
            yield Problem(f"docs/{name.as_posix()}", 1, wrong, "Pindahkan ke luar docs, atau hapus.")


def texts(content: Content) -> list[tuple[str, list[str]]]:
    """Return the lines of each file of the content, by its name."""
    tables = (content.facts, content.sources, content.flow)
    return [
        *((page.file, page.lines) for page in content.pages.values()),
        *((toml.file, toml.lines) for toml in tables),
    ]


def unopened(content: Content) -> Iterator[Problem]:
    """Yield pages that cannot be opened, or are no text."""
    yield from (page.broken for page in content.pages.values() if page.broken)


def unreadable(content: Content) -> Iterator[Problem]:
    """Yield lines that were not saved as UTF-8."""
    for file, lines in texts(content):
        for number, line in enumerate(lines, 1):
            if UNREADABLE in line:
                wrong = "Ada huruf yang tidak terbaca di baris ini."
                yield Problem(file, number, wrong, "Ketik ulang huruf itu, lalu simpan berkas sebagai UTF-8.")
            elif not line.isascii() and (unseen := marker_names.unseen(line)):
                word = next((word for word in line.split(" ") if marker_names.unseen(word)), "")
                near = "".join(sign for sign in word if not marker_names.unseen(sign))
                yield Problem(file, number, f'Ada {unseen} di dekat "{near}".', f"{RETYPE} dan spasinya.")


def menu(content: Content) -> Iterator[Problem]:
    """Yield pages that the menu does not have, has twice, or has and that do not exist; nothing without a menu."""
    settings = site_menu.read(content.root)
    nav = settings.table.get("nav") if settings else None
    if not settings or not isinstance(nav, list) or not nav:
        return  # another check says so
    listed: dict[str, int] = {}
    for path, entry in entries(nav, ("nav",)):
        line = settings.line(path)
        if isinstance(entry, str) and " - " in entry:
            yield Problem(
                MENU, line, "Di sini beberapa baris menu menjadi satu.", "Sejajarkan semua tanda - di menu."
            )
            return
        if not isinstance(entry, str) or not entry.endswith(".md"):
            advice = "Tulis - halaman.md, atau - Nama: lalu halamannya di bawahnya, 4 spasi lebih dalam."
            yield Problem(MENU, line, f'"{entry or ""}" di menu bukan halaman.', advice)
        elif entry in listed:
            yield Problem(MENU, line, f'Halaman "{entry}" ada dua kali di menu.', "Hapus salah satunya.")
        elif entry not in content.pages:
            advice = nearest(entry, content.pages, f"Buat dulu docs/{entry}, atau hapus baris ini.")
            yield Problem(MENU, line, f'Halaman "{entry}" di menu tidak ada di docs.', advice)
        listed.setdefault(str(entry), line)
    if not all(name.endswith(".md") for name in listed):
        return  # what the menu lacks may be what is not a page
    for name in filter(NAME.fullmatch, content.pages.keys() - listed.keys()):
        advice = f"Tambahkan baris - {name} di bawah nav di {MENU}."
        yield Problem(f"docs/{name}", 1, f'Halaman "{name}" belum ada di menu.', advice, name)


def entries(nav: list[Any], path: Path) -> Iterator[tuple[Path, Any]]:
    """Yield (keys, entry) of all that the menu lists, at any depth."""
    for at, entry in enumerate(nav):
        if isinstance(entry, dict) and entry:
            for name, inside in entry.items():
                if isinstance(inside, list):
                    yield from entries(inside, (*path, at, name))
                else:
                    yield (*path, at, name), inside
        else:
            yield (*path, at), entry
