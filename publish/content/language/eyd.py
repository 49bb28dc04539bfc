"""The basics of Indonesian spelling (EYD V) that a machine can tell for sure: a rule that may err is no rule here."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from publish.content.language.passages import GAP
from publish.content.language.sentences import ABBREVIATIONS

PLACES = (
    "antara|aplikasi|atas|bagian|bank|bawah|belakang|buku|cabang|dalam|depan|desa|dompet|grup|halaman|hadapan|"
    "indonesia|internet|kantor|kartu|kertas|komentar|kota|layar|loket|luar|mana|meja|menu|negara|pasar|"
    "perusahaan|proyek|rumah|samping|sana|sekitar|sekolah|sini|situ|situs|tangan|tempat|warnet|web"
)
"""Words that name a place: after `di` and `ke` they stand apart, but `keluar` is to leave."""
VERBS = (
    "ambil|baca|bantu|bawa|bayar|beri|buka|cari|catat|cetak|cocokkan|daftarkan|dapat|ganti|hapus|hitung|"
    "hubungi|isi|jawab|kenali|ketik|kirim|laporkan|lihat|minta|pakai|pasang|periksa|pilih|salin|simpan|"
    "tanya|tawarkan|terima|tolak|tulis|tutup|ubah|unduh|unggah|urus"
)
"""Roots of verbs: with `di` before them they are one word."""
PUN = "andai|atau|bagaimana|biar|kalau|kendati|meski|sungguh|walau"
"""With these `pun` is one word; after any other word it stands apart."""
NUMBERS = "satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh"
AND_SO_ON = ("dll", "dsb", "dst", "dkk", "tsb")
"""A sentence may go on after the full stop of these; they have a finding of their own."""


class Rule(NamedTuple):
    """One rule: what it finds, what is wrong with it, and what to write, made from the match."""

    name: str
    find: re.Pattern[str]
    wrong: str
    right: Callable[[re.Match[str]], str]


def written(shape: str) -> Callable[[re.Match[str]], str]:
    """Return what makes the advice from a match: its groups fill in `{1}`, `{2}`."""
    return lambda match: f'Tulis "{shape.format(match[0], *match.groups())}".'


def rule(name: str, find: str, wrong: str, right: str, *, flags: re.RegexFlag = re.IGNORECASE) -> Rule:
    """Return a rule; `right` is what to write, with `{1}`, `{2}` for the groups."""
    return Rule(name, re.compile(find, flags), wrong, written(right))


EXACT = re.NOFLAG
_STOPS = "".join(rf"(?<!\b(?i:{word}))" for word in (*ABBREVIATIONS, *AND_SO_ON))

RULES = (
    rule(
        "di-apart",
        rf"\b(di|ke(?!luar))((?:{PLACES})(?:nya)?)\b",
        "Kata depan harus terpisah dari tempatnya.",
        "{1} {2}",
    ),
    rule(
        "di-joined",
        rf"\b(di) ((?:{VERBS})(?:kan|i)?)\b(?! (?:itu|ini)\b)",
        "Awalan harus serangkai dengan kata kerjanya.",
        "{1}{2}",
    ),
    rule("pun-joined", rf"\b({PUN}) pun\b", 'Di kata ini "pun" serangkai.', "{1}pun"),
    rule(
        "pun-apart",
        r"\b((?:apa|siapa|mana|kapan|berapa|ini|itu|saya|anda|dia|kami|mereka|tidak|sedikit|satu))pun\b",
        'Di kata ini "pun" terpisah.',
        "{1} pun",
    ),
    rule("nya-joined", r"\b([^\W\d_]+) (nya)\b", 'Akhiran "-nya" harus serangkai.', "{1}{2}"),
    rule(
        "nya-hyphen",
        r"\b([A-Z]{2,}[0-9]?)(nya|ku|mu)\b",
        "Akhiran sesudah singkatan memakai tanda hubung.",
        "{1}-{2}",
        flags=EXACT,
    ),
    rule("ordinal", r"\bke(\d+)\b", "Angka urutan memakai tanda hubung.", "ke-{1}"),
    rule("ordinal-word", rf"\bke-({NUMBERS})\b", "Kata urutan ditulis serangkai.", "ke{1}"),
    rule("twice-2", r"\b([^\W\d_]{3,})2(?:nya)?\b", "Kata ulang ditulis lengkap.", "{1}-{1}"),
    rule(
        "twice-apart",
        r"(?<![\w-])([^\W\d_]{3,}) - \1\b",
        "Tanda hubung kata ulang tidak memakai spasi.",
        "{1}-{1}",
    ),
    Rule(
        "twice",
        re.compile(r"(?<![\w-])([^\W\d_]{2,}) \1(?![\w-])", re.IGNORECASE),
        "Kata yang sama tertulis dua kali.",
        lambda match: f'Tulis "{match[1]}" sekali saja, atau "{match[1]}-{match[1].lower()}".',
    ),
    rule("anda", r"\banda(lah|kah|pun|-anda)?\b", "Sapaan ini diawali huruf besar.", "Anda", flags=EXACT),
    rule("rupiah", r"\bRp\.? ?(?<!Rp)(\d)", "Rp ditulis tanpa titik dan spasi.", "Rp{1}…"),
    rule("thousands", r"(?<![\d,.])([1-9]\d{0,2}),(\d{3})(?![\d,])", "Ribuan memakai titik.", "{1}.{2}"),
    rule("clock", r"\b([01]?\d|2[0-3]):([0-5]\d)\b", "Jam memakai titik.", "{1}.{2}"),
    Rule(
        "two-spaces",
        re.compile(rf"(?<=[^\s])  +(?=[^\s])|{GAP}  +"),
        "Ada spasi ganda.",
        lambda match: "Tulis satu spasi saja.",
    ),
    rule("space-before", r"(\S+)\s+([,.;:?!])(?=\s|$)", "Ada spasi di depan tanda baca.", "{1}{2}"),
    rule(
        "space-after",
        r"\b([^\W\d_]{2,}[,;])([^\W\d_]{2,})|\b([a-z]{2,}[.?!])([A-Z][a-z]+)",
        "Sesudah tanda baca harus ada spasi.",
        "",
        flags=EXACT,
    )._replace(right=lambda match: f'Tulis "{match[1] or match[3]} {match[2] or match[4]}".'),
    Rule(
        "capital",
        re.compile(rf"(?<=[a-z]{{2}}){_STOPS}[.?!] +(?!iPhone)([a-z]\w*)"),
        "Kalimat diawali huruf besar.",
        lambda match: f'Tulis "{match[1].capitalize()}".',
    ),
)


def check(text: str) -> Iterator[tuple[str, str]]:
    """Yield (what is wrong, what to write) for each rule that a text breaks, with the words that break it."""
    for one in RULES:
        for match in one.find.finditer(text):
            shown = " ".join(match[0].split()).replace(GAP, "…")
            yield f'"{shown}": {one.wrong[0].lower()}{one.wrong[1:]}', one.right(match)


def opening(full: str) -> Iterator[tuple[str, str]]:
    """Yield whether a sentence, its facts filled in, begins with a small letter."""
    first = re.match(r"[\"“(]*((?!iPhone)[a-z]\w*)", full)
    if first and re.search(r"[.?!]$", full):
        yield f'"{first[1]}": kalimat diawali huruf besar.', f'Tulis "{first[1].capitalize()}".'
