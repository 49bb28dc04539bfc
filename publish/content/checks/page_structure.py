"""The form of a page: its front matter, its headings, and the sections that pages of a kind share."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from helper.facts import fill as filled
from publish.content.checks import fact_tables
from publish.content.page_source import LINK_TEXT, META, Heading, Page, slugify
from publish.content.problem import Problem, nearest
from publish.content.reading import Content
from publish.content.site_settings import Settings

NEEDED = {
    "title": "title: …",
    "description": "description: …",
    "checked": "checked: 2026-11-22",
    "review": "review: 2027-05-22",
}
KEYS = (*NEEDED, "web_title", "template", "hide", "status", "icon", "search")
SLIPPED = re.compile(r"#[^#\s]|=+\s*$")
"""A title that another check finds: without a space after its sign, or underlined."""
NEAR = 0.6
"""How much a heading is like that of a section, to be meant for it."""
METHOD = ("Langkah", "Yang disiapkan", "Kalau gagal", "Kapan dipakai")
SITUATION = ("Urutan cara", "Yang disiapkan", "Yang perlu Anda tahu", "Jangan", "Kalau masih buntu")
STEPS = (METHOD[0], SITUATION[0])
"""Sections that say what to do; their first step stands within the first screen and a half of a phone."""
MOST_BEFORE = 90
"""Words from the title of such a page to its first step."""
EXTRA_AFTER = "Kalau gagal"
"""After this section of a method, other sections may follow."""
STEP = re.compile(r"\s*\d+\.\s")
WORD = re.compile(r"[^\W_]+(?:[-'’./,][^\W_]+)*")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NEEDS_QUOTES = re.compile(r"""[^"'\[{].*(?::(?:\s|$)| #).*|[&*!|>%@`].*""")


def check(content: Content) -> Iterator[Problem]:
    """Yield what is wrong in the form of the pages."""
    for page in content.pages.values():
        yield from meta(page, content.today)
        yield from levels(page)
        yield from empty(page)
        yield from again(page, content)
        if page.slug.startswith("metode/"):
            yield from sections(page, METHOD)
            yield from extra(page)
            yield from before_steps(page, content)
        elif page.slug.startswith("situasi/"):
            yield from sections(page, SITUATION)
            yield from before_steps(page, content)


def head(page: Page) -> Iterator[Problem]:
    """Yield what keeps the front matter from being read: then nothing else is said of it."""
    if not page.head:
        opened = page.lines[0].strip() == "---"
        last = (
            next((n for n, line in enumerate(page.lines[1:], 2) if not META.match(line)), 1) if opened else 1
        )
        wrong = "Kepala halaman belum ditutup." if opened else "Kepala halaman tidak ada."
        right = (
            "Tulis --- di baris ini."
            if opened
            else f"Tulis {', '.join(NEEDED.values())} di antara dua baris ---."
        )
        yield Problem(page.file, last, wrong, right)
        return
    keys: set[str] = set()
    for number, line in enumerate(page.head, 2):
        match = META.match(line)
        key = match[1] if match else ""
        if line.strip() and not match and not line.startswith(("#", "-", "  ")):
            word = line.split()[0].rstrip(":")
            example = NEEDED.get(word, f"{word}: …")
            yield Problem(
                page.file,
                number,
                "Baris di kepala halaman ini tidak terbaca.",
                f"Tulis seperti ini: {example}.",
            )
        elif key in keys:
            yield Problem(
                page.file, number, f'"{key}" ditulis dua kali di kepala halaman.', "Hapus salah satunya."
            )
        elif key and key not in KEYS and (near := nearest(key, KEYS)):
            yield Problem(page.file, number, f'"{key}" di kepala halaman tidak dikenal.', near)
        keys.add(key)


def meta(page: Page, today: date) -> Iterator[Problem]:
    """Yield what is missing, empty or unreadable in the front matter."""
    if unread := list(head(page)):
        yield from unread
        return
    read = Settings("\n".join(page.head), page.file, 2)
    days, quoteless = {}, False
    reported = {read.broken.line} if read.broken else set[int]()
    for key, example in NEEDED.items():
        entry = page.meta.get(key)
        if entry is None or not entry.text.strip("\"' "):
            line = entry.line if entry else 1
            wrong = f'"{key}" {"kosong" if entry else "tidak ada"} di kepala halaman.'
            yield Problem(page.file, line, wrong, f"Tulis {example} di antara dua baris ---.")
        elif key in ("checked", "review") and entry.line not in reported:
            try:
                days[key] = date.fromisoformat(entry.text if DAY.fullmatch(entry.text) else "")
            except ValueError:
                wrong = f'Tanggal "{entry.text}" tidak terbaca.'
                yield Problem(page.file, entry.line, wrong, f"Tulis seperti ini: {example}.")
    for key, wrong, right in fact_tables.dates(
        days.get("checked"), days.get("review"), today, fact_tables.RULE_MONTHS
    ):
        yield Problem(page.file, page.meta[key].line, wrong, right)
    for key, entry in page.meta.items():
        if NEEDS_QUOTES.fullmatch(entry.text):
            quoteless = True
            wrong = f'Isi "{key}" memuat tanda yang membuatnya tidak terbaca.'
            reported.add(entry.line)
            yield Problem(page.file, entry.line, wrong, f'Tulis {key}: "…" dengan tanda kutip.')
        if "{{" in entry.text:
            wrong = "Penanda {{ }} tidak bisa dipakai di kepala halaman."
            yield Problem(page.file, entry.line, wrong, "Tulis tanpa penanda.")
    for key in NEEDED.keys() & read.table.keys():
        if read.table[key] and not isinstance(read.table[key], str) and page.meta[key].line not in reported:
            yield read.problem((key,), f'Isi "{key}" bukan teks.', f'Tulis {key}: "…" dengan tanda kutip.')
    broken = read.broken
    if broken and not quoteless:
        yield broken._replace(wrong=broken.wrong.replace("Berkas", "Kepala halaman"))


def levels(page: Page) -> Iterator[Problem]:
    """Yield whether the headings do not begin with one h1 or skip a level."""
    if not page.headings:
        yield Problem(
            page.file, page.top, "Halaman tidak punya judul.", "Tulis judul yang diawali satu tanda #."
        )
        return
    first = page.headings[0]
    opening = next((number for number, line in page.body() if line.strip()), 0)
    slipped = any(SLIPPED.match(line) for n, line in page.prose() if n < first.line)
    if first.level != 1 and first.line != opening and not slipped:
        right = "Tulis judul yang diawali satu tanda #, di bawah kepala halaman."
        yield Problem(page.file, page.top, "Halaman tidak punya judul.", right)
    elif first.level != 1 and not slipped:
        advice = f'Tulis "# {first.text}".'
        yield Problem(page.file, first.line, f'Judul pertama "{first.text}" bukan judul tingkat 1.', advice)
    before = first
    for heading in page.headings[1:]:
        if heading.level == 1:
            advice = f'Tulis "## {heading.text}".'
            yield Problem(
                page.file, heading.line, f'"{heading.text}" adalah judul tingkat 1 yang kedua.', advice
            )
        elif heading.level > before.level + 1 and heading.text not in shared(page):
            advice = f'Tulis "{"#" * (before.level + 1)} {heading.text}".'
            yield Problem(page.file, heading.line, f'Judul "{heading.text}" melompati satu tingkat.', advice)
        before = heading


def shared(page: Page) -> tuple[str, ...]:
    """Return the sections that a page must have; another check says when they stand on the wrong level."""
    return (
        METHOD if page.slug.startswith("metode/") else SITUATION if page.slug.startswith("situasi/") else ()
    )


def empty(page: Page) -> Iterator[Problem]:
    """Yield headings with nothing below them before the next of their level."""
    ends = [*((heading.line, heading.level) for heading in page.headings[1:]), (len(page.lines) + 1, 0)]
    for heading, (end, level) in zip(page.headings, ends, strict=False):
        if level <= heading.level and not any(line.strip() for line in page.lines[heading.line : end - 1]):
            wrong = f'Bagian "{heading.text}" tidak ada isinya.'
            yield Problem(page.file, heading.line, wrong, "Tulis isinya di bawah judul, atau hapus judulnya.")


def again(page: Page, content: Content) -> Iterator[Problem]:
    """Yield headings that stand on the page already: a link to one of them leads to the other."""
    first_lines: dict[str, int] = {}
    for heading in page.headings:
        words = slugify(filled(heading.text, lambda name: str(content.facts.table.get(name, ""))))
        if words and first_lines.setdefault(words, heading.line) != heading.line:
            wrong = f'Judul "{heading.text}" sudah ada di baris {first_lines[words]}.'
            yield Problem(
                page.file, heading.line, wrong, "Ganti salah satunya, supaya tautannya tidak tertukar."
            )


def seconds(page: Page) -> list[Heading]:
    """Return the headings of level 2."""
    return [heading for heading in page.headings if heading.level == 2]


def sections(page: Page, wanted: tuple[str, ...]) -> Iterator[Problem]:
    """Yield sections that are missing or stand in another order than `wanted`."""
    lines = {heading.text: heading.line for heading in reversed(seconds(page))}
    order = ", ".join(wanted)
    last = 0
    for index, name in enumerate(wanted):
        if name not in lines and (other := next((one for one in page.headings if one.text == name), None)):
            wrong = f'Bagian "{name}" bukan judul tingkat 2.'
            yield Problem(page.file, other.line, wrong, f'Tulis "## {name}".')
        elif name not in lines:
            close = get_close_matches(name, lines.keys() - set(wanted), 1, NEAR)
            after = f"sesudah {wanted[index - 1]}" if index else "sebagai bagian pertama"
            line = lines[close[0]] if close else last or page.top
            yield Problem(page.file, line, f'Bagian "{name}" tidak ada.', f'Tulis "## {name}" {after}.')
        elif lines[name] < last:
            yield Problem(
                page.file, lines[name], f'Bagian "{name}" tidak pada urutannya.', f"Urutannya: {order}."
            )
        else:
            last = lines[name]


def before_steps(page: Page, content: Content) -> Iterator[Problem]:
    """Yield whether more words than MOST_BEFORE stand before the first step, the values of facts counted."""
    table = content.facts.table
    start = next((heading.line for heading in page.headings if heading.text in STEPS), 0)
    first = next((n for n in range(start, len(page.lines)) if STEP.match(page.lines[n])), 0) if start else 0
    words = sum(
        len(
            WORD.findall(
                filled(LINK_TEXT.sub(r"\1", line), lambda name: str(table.get(name, {}).get("value", "")))
            )
        )
        for number, line in page.prose()
        if number <= first
    )
    if words > MOST_BEFORE:
        wrong = f"Sebelum langkah pertama ada {words} kata."
        advice = f"Pindahkan ke bawah langkah: paling banyak {MOST_BEFORE} kata di atasnya."
        yield Problem(page.file, start, wrong, advice)


def extra(page: Page) -> Iterator[Problem]:
    """Yield other sections of a method that do not stand between its steps and what to do when it fails."""
    after = ""
    missing = set(METHOD) - {heading.text for heading in seconds(page)}
    for heading in seconds(page):
        if heading.text in METHOD:
            after = heading.text
        elif (
            after != EXTRA_AFTER
            and EXTRA_AFTER not in missing
            and not get_close_matches(heading.text, missing, 1, NEAR)
        ):
            wrong = f'Bagian "{heading.text}" tidak boleh di sini.'
            yield Problem(
                page.file, heading.line, wrong, f"Pindahkan ke antara {METHOD[-2]} dan {METHOD[-1]}."
            )
