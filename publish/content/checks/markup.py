"""Signs of Markdown and HTML that a reader would see as signs, in a page or in a text that is shown as it is."""

from __future__ import annotations

import re

from publish.content.page_source import CODE, Page

Fault = tuple[str, str]
"""What is wrong, and what to write instead."""

WHOLE = "Tulis lengkap: [kata](halaman.md)."
LEFT = (
    (
        r"(?<![\w_/])_(?=[^\W_])|(?<=[^\W_])_(?![\w_])",
        "Tanda miring di baris ini belum ditutup.",
        "Tulis *kata*.",
    ),
    (
        r"^\s*(\?\?\?|:::)",
        "Kotak catatan ini tidak dikenal.",
        'Tulis !!! note "Judul", lalu isinya dengan 4 spasi.',
    ),
    (r"\\", "Tanda \\ tampil sebagai huruf.", "Hapus tandanya."),
    (r"\*\*|__", "Tanda tebal di baris ini belum ditutup.", "Tulis **kata** tanpa spasi di dalam tandanya."),
    (
        r"(?<![\w*])\*(?=\w)|(?<=[\w.!?])\*(?![\w*])",
        "Tanda miring di baris ini belum ditutup.",
        "Tulis *kata*.",
    ),
    (r"`", "Tanda kode di baris ini belum ditutup.", "Tulis `kata`."),
    (r"~~|==|\+\+", "Tanda coret atau sorot tidak dikenal di sini.", "Hapus tandanya."),
    (r"\w\^\w", "Catatan kaki tidak dikenal di sini.", "Tulis isinya di kalimat."),
    (r"\[\^", "Catatan kaki tidak dikenal di sini.", "Tulis isinya di kalimat."),
    (r"[\[\]]", "Tautan di baris ini belum utuh.", WHOLE),
    (
        r"[{}]",
        "Kurung kurawal di baris ini belum utuh.",
        "Tulis { .lead } sendirian di baris sesudah kalimatnya.",
    ),
    (r"^\s*#{1,6}\s", "Tanda judul tampil sebagai huruf.", "Hapus spasi di depan #."),
    (r"<!-|-->", "Catatan di baris ini belum utuh.", "Tulis lengkap: <!-- catatan -->."),
    (
        r"^\s*(!!!|\?\?\?|:::)",
        "Tanda kotak catatan tampil sebagai huruf.",
        "Tambahkan baris kosong di atasnya.",
    ),
)
"""What must not be read on a page: the sign, what is wrong, what to write."""
SIGNS = tuple((re.compile(sign), wrong, right) for sign, wrong, right in LEFT)

TAG = re.compile(r"</?([a-z][a-z0-9]*(?::[a-z]+)?)\b[^<>]*>?", re.IGNORECASE)
ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-f]+|[a-z]{2,8});", re.IGNORECASE)
WORD = re.compile(r"\bmso-|\bMso[A-Z]|\bstyle\s*=|<o:|<w:|<st1:|<font\b|<span\b|<!--\[if")
INSTEAD = {
    "b": "**kata**", "strong": "**kata**", "i": "*kata*", "em": "*kata*", "a": "[kata](halaman.md)", "code": "`kata`",
    "li": "- butir", "ul": "- butir", "ol": "1. butir", "h1": "# Judul", "h2": "## Judul", "h3": "### Judul",
    "table": "| kolom | kolom |", "img": "{{ gambar: nama }}",
}  # fmt: skip
HARMLESS = ("br", "wbr", "kbd", "abbr", "sub", "sup")
WORD_FAULT = ("Ada HTML dari Word di baris ini.", "Hapus, lalu tempel sebagai teks biasa (Ctrl+Shift+V).")
BLOCK = re.compile(r"\{:?((?![{]).*)\}\s*$")
PART = re.compile(r"""[.#][\w-]+|[\w-]+=(?:"[^"]*"|'[^']*'|[^\s"']+)""")
LINK = re.compile(r"!?\[[^\]\n]*\]\([^)\n]*\)?")


def tags(line: str) -> Fault | None:
    """Return whether a line of Markdown has HTML in it that Markdown says better, or that a word processor left."""
    plain = CODE.sub("", line)
    if re.search(r"\]\(<[^>]*$|\]\(<[^>)]*\)", plain):
        return "Tautan di baris ini belum utuh.", WHOLE
    if WORD.search(plain):
        return WORD_FAULT
    if entity := ENTITY.search(plain):
        return f'Ada kode HTML "{entity[0]}" di baris ini.', "Tulis hurufnya langsung, atau spasi biasa."
    for tag in TAG.finditer(plain):
        name = tag[1].lower()
        if name not in HARMLESS:
            wrong = f"Ada tanda HTML <{name}> di baris ini."
            return wrong, f"Tulis {INSTEAD[name]}." if name in INSTEAD else "Hapus tandanya."
        pairs = name in ("br", "wbr") or plain.count(f"<{name}") == plain.count(f"</{name}")
        if not (tag[0].endswith(">") and pairs):
            return f"Tanda HTML <{name}> di baris ini belum ditutup.", f"Tulis <{name}>kata</{name}>."
    return None


def left(shown: str) -> Fault | None:
    """Return whether a sign of Markdown is read in what is shown of a line."""
    for sign, wrong, right in SIGNS:
        if sign.search(shown):
            return wrong, right
    return None


def attributes(line: str) -> Fault | None:
    """Return whether a line of attributes has words in it that are none; they would be swallowed."""
    match = BLOCK.fullmatch(line.strip())
    if match and line.strip().startswith("{") and not line.strip().startswith("{{"):
        rest = PART.sub("", match[1]).strip()
        if rest or not match[1].strip():
            return f'Isi "{line.strip()}" tidak dikenal.', "Tulis { .lead }, dengan titik."
    return None


def plain(text: str) -> Fault | None:
    """Return whether a text that is shown as it is, of facts or the flow, has Markdown or HTML in it."""
    if WORD.search(text):
        return WORD_FAULT
    shown = "Teks ini tampil apa adanya, jadi {} ikut terbaca."
    if match := TAG.search(text) or ENTITY.search(text):
        return shown.format(f'"{match[0]}"'), "Hapus tanda HTML."
    if match := LINK.search(text):
        return shown.format(f'"{match[0]}"'), "Tulis katanya saja; halaman disebut di links."
    if re.search(r"\*\*|(?<!_)__(?!_)|`|(?<![\w*])\*\w[^*]*\*", text):
        return shown.format("tanda tebal, miring, atau kode"), "Hapus tandanya."
    return None


def unclosed(page: Page) -> tuple[int, Fault] | None:
    """Return the line of a code fence or comment that goes on to the end of the page."""
    inside = {number for number, _ in page.body()} - {number for number, _ in page.prose()}
    last = len(page.lines)
    tail = [number for number in sorted(inside) if all(one in inside for one in range(number, last + 1))]
    if tail and page.lines[last - 1].strip() not in ("```", "~~~"):
        first = next(number for number in tail if page.lines[number - 1].lstrip().startswith(("```", "~~~")))
        return first, (
            "Kotak kode dibuka di sini, tetapi tidak ditutup.",
            "Tulis ``` di baris sesudah isinya.",
        )
    opened = 0
    for number, line in page.prose():
        start, end = line.rfind("<!--"), line.rfind("-->")
        opened = number if start > end else 0 if end >= 0 else opened
    if opened:
        return opened, ("Catatan <!-- dibuka di sini, tetapi tidak ditutup.", "Tulis --> di akhir catatan.")
    return None
