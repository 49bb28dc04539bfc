"""What the web shows of a page, its title and its description, and addresses that moved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches

from helper import facts
from publish.content import addresses
from publish.content.checks import internal_links
from publish.content.located_toml import Toml
from publish.content.page_source import LINK_TEXT, Meta, Page
from publish.content.problem import Problem, nearest
from publish.content.reading import Content, read_text

LONGEST_TITLE = 60
SHORTEST, LONGEST = 50, 160
SLUG = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")
STEP = re.compile(r"\s*\d+\s*[.)]")
MARKUP = re.compile(r"[*`]")


def check(content: Content) -> Iterator[Problem]:
    """Yield what search engines and messengers would cut, mix up or not find."""
    titles = {path: title(content, page) for path, page in content.pages.items()}
    yield from alike(content, titles, "Judul")
    descriptions = {path: page.meta["description"] for path, page in content.pages.items() if filled(page)}
    yield from alike(content, descriptions, "Keterangan")
    for path, page in content.pages.items():
        if (heading := titles[path]) and len(heading.text) > LONGEST_TITLE:
            wrong = f"Judul ini {len(heading.text)} huruf; hasil pencarian memotong sesudah {LONGEST_TITLE}."
            right = "Pendekkan, atau tulis web_title: … yang lebih pendek di kepala halaman."
            yield Problem(page.file, heading.line, wrong, right)
        if path in descriptions:
            yield from description(page, descriptions[path])
        if page.slug.startswith("metode/"):
            yield from steps(page)
    yield from moved_pages(content)


def filled(page: Page) -> bool:
    """Return whether a page has a description; another check says when it has none."""
    return bool("description" in page.meta and page.meta["description"].text.strip("\"' "))


def title(content: Content, page: Page) -> Meta | None:
    """Return the title that the web shows, with its line: `web_title`, or the page's own heading."""
    if own := page.meta.get("web_title"):
        return Meta(own.text.strip("\"'"), own.line)
    first = next((heading for heading in page.headings if heading.level == 1), None)
    if not first:
        return None
    words = facts.fill(first.text, lambda name: internal_links.value(content, name))
    return Meta(MARKUP.sub("", LINK_TEXT.sub(r"\1", words)), first.line)


def alike(content: Content, texts: dict[str, Meta | None] | dict[str, Meta], what: str) -> Iterator[Problem]:
    """Yield texts that another page has already."""
    first: dict[str, str] = {}
    old = addresses.known_slugs(content.root)
    for path, entry in sorted(texts.items(), key=lambda one: content.pages[one[0]].slug not in old):
        if entry and first.setdefault(entry.text.casefold(), path) != path:
            wrong = f"{what} ini sama dengan milik docs/{first[entry.text.casefold()]}."
            yield Problem(
                content.pages[path].file, entry.line, wrong, "Tulis yang hanya cocok untuk halaman ini."
            )


def description(page: Page, entry: Meta) -> Iterator[Problem]:
    """Yield whether a description is too short or long, or has signs that break the head of a page."""
    text = entry.text.strip("\"'")
    if not SHORTEST <= len(text) <= LONGEST:
        wrong = f"Keterangan ini {len(text)} huruf."
        yield Problem(page.file, entry.line, wrong, f"Tulis antara {SHORTEST} dan {LONGEST} huruf.")
    if re.search(r'["<>&]', text):
        yield Problem(page.file, entry.line, 'Keterangan memuat ", <, >, atau &.', "Tulis tanpa tanda itu.")


def steps(page: Page) -> Iterator[Problem]:
    """Yield whether the steps of a method are not numbered."""
    start = next((heading.line for heading in page.headings if heading.text == "Langkah"), 0)
    end = next((h.line for h in page.headings if h.line > start and h.level == 2), len(page.lines) + 1)
    if start and not any(STEP.match(line) for line in page.lines[start : end - 1]):
        yield Problem(page.file, start, "Bagian Langkah tidak punya langkah bernomor.", 'Awali dengan "1. ".')


def moved_pages(content: Content) -> Iterator[Problem]:
    """Yield moved pages that lead nowhere, and published pages that are gone."""
    table, listed = (
        content.root / addresses.FOLDER / name for name in (addresses.TABLE, addresses.PUBLISHED)
    )
    toml = Toml(f"{addresses.FOLDER}/{addresses.TABLE}", read_text(table) if table.exists() else "")
    if toml.broken:
        yield toml.broken
        return
    listed_moves = toml.table.get(addresses.KEY, {})
    entries = listed_moves if isinstance(listed_moves, dict) else {}
    for old, new in entries.items():
        if fault := one(content, old, new, entries):
            yield toml.problem((addresses.KEY, old), *fault)
    lines = read_text(listed).splitlines() if listed.exists() else []
    for number, slug in enumerate(lines, 1):
        if SLUG.fullmatch(slug) and slug not in content.slugs and slug not in entries:
            near = get_close_matches(slug, content.slugs, 1, 0.3)
            wrong = f'Halaman "{slug}" pernah terbit, tetapi sekarang tidak ada; tautan lamanya akan mati.'
            right = f'Tulis "{slug}" = "{near[0] if near else "…"}" di {addresses.FOLDER}/{addresses.TABLE}.'
            yield Problem(f"{addresses.FOLDER}/{addresses.PUBLISHED}", number, wrong, right)


def one(content: Content, old: str, new: object, entries: dict[str, object]) -> tuple[str, str] | None:
    """Return (what is wrong, what to write) for one moved page, or None."""
    if not SLUG.fullmatch(old):
        return f'"{old}" bukan alamat halaman.', 'Tulis seperti ini: "situasi/kartu-rusak".'
    if old in content.slugs:
        return f'Halaman "{old}" masih ada, jadi tidak bisa pindah.', "Hapus baris ini, atau halamannya."
    if isinstance(new, str) and new in entries:
        return f'"{new}" sendiri sudah pindah.', f'Tulis tujuan akhirnya: "{entries[new]}".'
    if not isinstance(new, str) or (new and new not in content.slugs):
        return f'Halaman tujuan "{new}" tidak ada.', nearest(
            str(new), content.slugs, "Tulis halaman yang ada."
        )
    return None
