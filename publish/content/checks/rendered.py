"""Markdown that does not mean what was meant: each line comes out as the thing that its signs say, and no sign is read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from publish.content import marker_names, traced
from publish.content.checks import internal_links, markup
from publish.content.page_source import Page
from publish.content.problem import Problem
from publish.content.reading import Content
from publish.content.traced import Landed, Traced

Fault = tuple[str, str]
"""What is wrong, and what to write instead."""

ITEM = re.compile(r"([ \t]*)(?:[-*+]|(\d+)[.)])[ \t]+\S")
NO_SPACE = re.compile(r"\s*(?:(?:-|\d{1,2}[.)])[A-Za-z]|\d{1,2}(?:[.)]{2,}|\s+[.)])\s)")
BULLET = re.compile(r"\s*[•◦▪·–—][ \t]")
ROW = re.compile(r"\s*\|")
MEANING = re.compile(r"\s*:")
NOTE = re.compile(r"!!!")
INDENT = re.compile(r"[ \t]+")
HALF = re.compile(r"(?<!\{)\{\s*([\w-]+(?:: *[\w-]+)?)\s*\}+|\{\{\s*([\w-]+)\s*\}(?!\})")
CELL = re.compile(r"`[^`]*`|\\.")
HEADS = ("h1", "h2", "h3", "h4", "h5", "h6")
HOLDERS = ("li", "dd", "admonition", "pre")
DEEPEST = 40
"""Spaces in front of a line; with more, a page is not rendered: it would take minutes."""
ROOM = "Tambahkan baris kosong di atasnya."
NOWHERE = Landed((), 0)
SPACES = "Awali dengan tepat 4 spasi untuk setiap tingkat."


def check(content: Content, extensions: tuple[str, ...] = traced.EXTENSIONS) -> Iterator[Problem]:
    """Yield the lines of all pages that a reader sees otherwise than they were meant."""
    for page in content.pages.values():
        faults: dict[int, Fault] = {}
        for number, fault in of_page(page, content, extensions):
            faults[number] = fault  # what a line says of itself is closer than what the one above says of it
        yield from (Problem(page.file, number, *fault) for number, fault in faults.items())


def of_page(page: Page, content: Content, extensions: tuple[str, ...]) -> Iterator[tuple[int, Fault]]:
    """Yield (line, fault) in the order of the lines, one a line; of lines in a row the first that has the wrong shape."""
    if opened := markup.unclosed(page):
        yield opened
        return
    if deep := next(
        (number for number, line in page.prose() if len(line) > DEEPEST and line[:DEEPEST].isspace()), 0
    ):
        yield deep, ("Baris ini terlalu menjorok.", SPACES)
        return
    try:
        traced_page = traced.trace(page, lambda name: internal_links.value(content, name), extensions)
    except RecursionError:
        yield page.top, ("Halaman ini terlalu rumit untuk ditampilkan.", "Kurangi tanda yang bertumpuk.")
        return
    headings = {heading.line for heading in page.headings}
    above: list[tuple[int, int]] = []
    columns, reported = 0, False
    for number, line in page.prose():
        reported = reported and bool(line.strip())
        landed = traced_page.landed.get(number)
        if landed and landed.within[-1:] == ("th",):
            columns = cells(line)
        if fault := markup.tags(line) or vanished(number, traced_page):
            yield number, fault
        elif misshapen := shape(page, number, landed, headings, above) or row(line, landed):
            if not reported:  # what goes on from a line that is wrong is wrong because of it
                yield number, misshapen
            reported = True
        elif fault := half(line, content) or uneven(line, landed, columns) or markup.attributes(line):
            yield number, fault
        elif number in traced_page.links:
            yield number, BROKEN_LINK
        else:
            left = list(read(page, number, traced_page))
            reported = reported or bool(left and NOTE.match(line))
            yield from left


def read(page: Page, number: int, traced_page: Traced) -> Iterator[tuple[int, Fault]]:
    """Yield the signs that a reader sees on a line, or on one below it that shows no words of its own."""
    shown = traced_page.shown.get(number, "")
    if any(marker_names.broken(page.lines[number - 1])):
        return  # another check says so
    if traced_page.landed.get(number, NOWHERE).within[-1:] in (("td",), ("th",)):
        first, rest = shown, ""
    else:
        first, _, rest = shown.partition("\n")
    if fault := markup.left(first):
        yield number, fault
    elif fault := markup.left(rest):
        below = range(number + 1, len(page.lines) + 1)
        yield (
            next((at for at in below if page.lines[at - 1].strip() and at not in traced_page.marked), number),
            fault,
        )


BROKEN_LINK: Fault = (
    "Alamat tautan di baris ini belum ditutup.",
    'Tulis lengkap: [kata](halaman.md "judul").',
)


def half(line: str, content: Content) -> Fault | None:
    """Return whether a marker stands in single braces."""
    for match in HALF.finditer(line):
        name = match[1] or match[2]
        if (
            name in content.facts.table
            or name in marker_names.HOMES
            or name.partition(":")[0] in marker_names.NAMED
        ):
            return "Penanda ini kurang kurung.", f"Tulis lengkap: {{{{ {name} }}}}."
    return None


def vanished(number: int, traced_page: Traced) -> Fault | None:
    """Return whether a line with words is not in the page at all."""
    if number in traced_page.marked and number not in traced_page.landed:
        return "Baris ini tidak tampil di halaman.", "Periksa tanda < > atau [ ]: di sini dan di atasnya."
    return None


def shape(
    page: Page, number: int, landed: Landed | None, headings: set[int], above: list[tuple[int, int]]
) -> Fault | None:
    """Return whether a line is another thing than its first signs say; `above` are (indent, depth) of the items before it."""
    line = page.lines[number - 1]
    if not landed:
        body = page.lines[number] if NOTE.match(line) and number < len(page.lines) else "    "
        return ("Isi kotak catatan tidak menjorok.", SPACES) if not body.startswith("    ") else None
    within = landed.within
    indent = INDENT.match(line)
    width = len(indent[0].expandtabs(4)) if indent else 0
    if any(name in HEADS for name in within) and number not in headings:
        if line.startswith("#######"):
            return "Judul ini punya lebih dari enam #.", "Tulis paling banyak tiga."
        if not line.strip("# "):
            return "Judul ini kosong.", "Tulis katanya, atau hapus tandanya."
        sign = (
            "Tulis spasi sesudah #."
            if line.startswith("#")
            else "Tambahkan baris kosong di atas --- atau ===."
        )
        return "Baris ini tampil sebagai judul.", sign
    if "pre" in within:
        return "Baris ini tampil sebagai kode, karena terlalu menjorok.", SPACES
    if indent and "\t" in indent[0]:
        return "Baris ini diawali tab.", SPACES
    if (item := ITEM.match(line)) or NO_SPACE.match(line) or BULLET.match(line):
        return of_list(item, width, landed, above)
    if not line.strip() or any(name in ("td", "th", "blockquote") for name in within) or number in headings:
        return None
    if not indent and "li" in within:
        return (
            "Baris ini ikut ke dalam butir di atasnya.",
            f"{ROOM} Kalau memang lanjutannya, {SPACES.lower()}",
        )
    if indent and line.lstrip().startswith("#"):
        return "Tanda judul tampil sebagai huruf.", "Hapus spasi di depan #."
    if indent and not any(name in HOLDERS for name in within):
        return "Baris ini menjorok, tetapi tidak ikut ke butir di atasnya.", SPACES
    if MEANING.match(line) and "dd" not in within and not line.lstrip().startswith("::"):
        return (
            "Baris ini tidak tampil sebagai arti sebuah istilah.",
            "Tulis :, tiga spasi, lalu artinya, di bawah istilahnya.",
        )
    return None


def of_list(
    item: re.Match[str] | None, width: int, landed: Landed, above: list[tuple[int, int]]
) -> Fault | None:
    """Return whether an item of a list is none, stands on another level than written, or has another number."""
    if not item or (item[2] and item[0].lstrip()[len(item[2])] == ")"):
        return "Butir ini tidak tampil sebagai daftar.", 'Awali dengan "- " atau "1. ", dengan satu spasi.'
    if not landed.depth or landed.within[-1] not in ("li", "p"):
        return "Butir ini tidak tampil sebagai daftar.", ROOM
    del above[next((at for at, (other, _) in enumerate(above) if other >= width), len(above)) :]
    if width == 0:
        above.clear()
    expected = above[-1][1] + 1 if above else landed.depth
    above.append((width, landed.depth))
    if landed.depth != expected:
        return "Butir ini tampil di tingkat yang lain dari yang ditulis.", SPACES
    if item[2] and int(item[2]) not in (1, landed.item):
        wrong = f"Butir bernomor {item[2]} tampil sebagai {landed.item}."
        return (
            wrong,
            f"Tulis {landed.item}., atau {SPACES[0].lower()}{SPACES[1:-1]} di baris yang memutus daftarnya.",
        )
    return None


def cells(line: str) -> int:
    """Return how many cells a row of a table is written with."""
    plain = CELL.sub("x", line.strip())
    return len(plain.removeprefix("|").removesuffix("|").split("|"))


def row(line: str, landed: Landed | None) -> Fault | None:
    """Return whether a row of a table is none, or a line is a row that was meant to be none."""
    if landed and landed.within[-1:] == ("td",):
        return None if "|" in line else ("Baris ini ikut ke dalam tabel di atasnya.", ROOM)
    if landed and ROW.match(line) and not any(name in ("td", "th") for name in landed.within):
        right = "Beri baris kosong di atas tabel, dan baris |---| dengan kolom sebanyak judulnya."
        return "Baris tabel ini tidak tampil sebagai tabel.", right
    return None


def uneven(line: str, landed: Landed | None, columns: int) -> Fault | None:
    """Return whether a row of a table has more or fewer cells than its heads."""
    if landed and landed.within[-1:] == ("td",) and (written := cells(line)) != columns:
        return (
            f"Baris tabel ini {written} kolom, tetapi judulnya {columns}.",
            "Samakan jumlah tanda | di setiap baris.",
        )
    return None
