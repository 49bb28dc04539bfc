"""The words of the pages: markers that exist, no typed contacts, no forbidden claims."""

from __future__ import annotations

from collections.abc import Iterator

from publish.content import marker_names, people
from publish.content.checks import claims
from publish.content.page_source import Page
from publish.content.problem import Problem
from publish.content.reading import Content

BLOCKS = (*marker_names.NAMED, *marker_names.HOMES)


def check(content: Content) -> Iterator[Problem]:
    """Yield what is wrong in the words of the pages."""
    names, contacts = content.names, content.contacts
    for page in content.pages.values():
        for number, line in enumerate(page.lines, 1):
            faults = list(contacts.typed(line)) or list(people.numbers(line))
            if number >= page.start:
                faults += marker_names.broken(line)
                faults += marker_names.unknowns(line, names, page.path)
                faults += alone(page, number, line)
            yield from (Problem(page.file, number, *fault) for fault in faults)
        yield from false_claims(page)
        yield from home(page)


def alone(page: Page, number: int, line: str) -> Iterator[tuple[str, str]]:
    """Yield whether a block marker does not stand on its own, between empty lines."""
    for inside in marker_names.used(line):
        if inside.partition(":")[0].strip() not in BLOCKS:
            continue
        around = [page.lines[n - 1] for n in (number - 1, number + 1) if page.start <= n <= len(page.lines)]
        if not (line.strip().startswith("{{") and line.strip().endswith("}}") and line.count("{{") == 1):
            yield f"Penanda {{{{ {inside} }}}} harus sendirian di barisnya.", "Pindahkan ke baris sendiri."
        elif any(other.strip() for other in around):
            yield f"Penanda {{{{ {inside} }}}} harus diapit baris kosong.", "Tambahkan baris kosong."


def false_claims(page: Page) -> Iterator[Problem]:
    """Yield forbidden claims, outside the sections that quote mistakes to correct them."""
    quoting = 0
    headings = {heading.line: heading for heading in page.headings}
    for number, line in page.prose():
        heading = headings.get(number)
        if heading and (not quoting or heading.level <= quoting):
            quoting = heading.level if claims.MYTHS in heading.text.lower() else 0
        if not quoting:
            yield from (Problem(page.file, number, *fault) for fault in claims.check(line))
    for meta in page.meta.values():
        yield from (Problem(page.file, meta.line, *fault) for fault in claims.check(meta.text))


def home(page: Page) -> Iterator[Problem]:
    """Yield whether a page lacks the marker that makes it what it is."""
    for marker, path in marker_names.HOMES.items():
        if page.path == path and not any(marker in marker_names.used(line) for _, line in page.body()):
            shown = f"{{{{ {marker} }}}}"
            wrong = f"Penanda {shown} tidak ada di halaman ini."
            yield Problem(page.file, page.top, wrong, f"Tulis {shown} sendirian di barisnya.", marker)
