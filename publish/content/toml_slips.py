"""Why a TOML file cannot be read, in Indonesian: the parser's words, and slips that it sees too late or names too broadly."""

from __future__ import annotations

import re

from publish.content.problem import Problem

PLACE = re.compile(r"line (\d+)")
REASONS = (
    ("cannot overwrite", "kunci yang sama ditulis dua kali", "Hapus salah satunya."),
    ("cannot declare", "nama tabel yang sama ditulis dua kali", "Ganti nama salah satunya."),
    ("twice", "nama yang sama ditulis dua kali", "Hapus salah satunya."),
    ("unterminated string", "tanda kutip belum ditutup", 'Tutup teks dengan ".'),
    ("illegal character", "tanda kutip belum ditutup", 'Tutup teks dengan ".'),
    ("unescaped", "ada tanda \\ di dalam teks", "Hapus tanda itu atau tulis dua kali."),
    ("unclosed array", "daftar belum ditutup", "Tutup daftar dengan ] dan pisahkan isinya dengan koma."),
    ("expected '=' after", "tanda = tidak ada setelah nama kunci", 'Tulis seperti ini: label = "…".'),
    ("expected ']'", "nama tabel belum ditutup", "Tutup nama tabel dengan ]."),
    ("expected newline", "ada tulisan lebih di akhir baris", "Tulis satu kunci di setiap baris."),
    ("invalid value", "isinya tidak terbaca", 'Tulis teks di antara tanda kutip: "…".'),
    ("invalid date", "tanggalnya tidak ada di kalender", "Tulis seperti ini: 2026-11-22."),
    ("invalid initial character", "barisnya tidak diawali nama", "Periksa baris ini dan baris di atasnya."),
)
"""What the parser's message contains, in its words; what is wrong and what to do, in ours."""

DAY = r"=\s*\d{4}-\d\d-\d\d\s*(?:#|$)"
SLIPS = (
    (r"^\s*[\w-]+\s*==", "tanda = ditulis dua kali", "Tulis satu tanda =."),
    (r'^\s*"([\w-]+)\s*=', "ada tanda kutip di depan kunci", 'Tulis {} = "…".'),
    (r",\s*(?:#.*)?$", "ada koma di akhir baris", "Hapus komanya."),
    (r"=\s*(?:True|TRUE|ya|yes)\s*(?:#|$)", "isinya bukan true atau false", "Tulis true, dengan huruf kecil."),
    (r"=\s*(?:False|FALSE|tidak|no)\s*(?:#|$)", "isinya bukan true atau false", "Tulis false, dengan huruf kecil."),
    (r"^\s*([\w.-]+)\]+\s*$", "kurung siku pembuka tidak ada", "Tulis [{}]."),
    (r"^\s*\[\[([\w.-]+)\]?\s*$", "nama tabel belum ditutup", "Tulis [[{}]]."),
    (r"^\s*\[+[\w.-]+ [\w. -]+\]", "nama tabel memuat spasi", "Tulis tanda - sebagai ganti spasi."),
    (r"^\s*([^\W\d][\w-]*(?: [\w-]+)+)\s*=", "kunci yang memuat spasi perlu tanda kutip", 'Tulis "{}" = ….'),
    (r"^\s*([\w-]+(?:/[\w-]+)+)\s*=", "kunci yang memuat / perlu tanda kutip", 'Tulis "{}" = "…".'),
    (r"^\s*(checked|review)\s*=\s*(?:#|$)", "tanggalnya belum ditulis", "Tulis {} = 2026-11-22."),
    (r"=\s*(\+?0\d+)\s*(?:#|$)", "angka yang diawali 0 harus menjadi teks", 'Tulis di antara tanda kutip: "{}".'),
    (r"=\s*(?:\d{1,2}[-/. ]\w+[-/. ]\d{2,4}|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{4}-(?:\d-\d{1,2}|\d{1,2}-\d)\b)",
     "tanggalnya terbalik atau kurang angka", "Tulis seperti ini: 2026-11-22."),
    ("[=\\[,]\\s*[“”‘’„]", "tanda kutipnya miring", 'Tulis tanda kutip tegak: "…".'),
    (r'=\s*"[^"]*"\s*(?![\w-]+\s*=)[^\s#,=\]]', "ada tanda kutip di dalam teks",
     "Pakai tanda ' di dalam teks, atau hapus tanda kutipnya."),
)  # fmt: skip
"""What a line looks like that the parser stopped at; what is wrong and what to do, `{}` for its first group."""
DOUBLED = re.compile(r",\s*,|\[\s*,")
STRINGS = re.compile(r'"(?:\\.|[^"\\])*"')
STRAIGHT = re.compile(r'"(?:\\.|[^"\\])*"|#.*')
SINGLE_HEAD = re.compile(r"\s*\[([^\[\]]+)\]\s*(?:#.*)?")
TEXT_FIRST, TEXT_LAST = re.compile(r'\s*"'), re.compile(r'"\s*(?:#[^"]*)?$')
HEAD_ALONE = re.compile(r"\[{1,2}[\w.-]+\]{1,2}")
DOUBLE_HEAD = re.compile(r"\s*\[\[(.+?)\]\]")

Slip = tuple[int, str, str] | None
"""The line, from 1, what is wrong, what to write."""


def explain(file: str, message: str, lines: list[str]) -> Problem:
    """Return the parser's English message as a Problem in Indonesian, where it is to be mended."""
    place = PLACE.search(message)
    lower = message.lower()
    number = min(int(place[1]) if place else len(lines), len(lines))
    for look in (above, here):
        if slip := look(lines, number, lower):
            return Problem(file, slip[0], f"Berkas tidak bisa dibaca: {slip[1]}.", slip[2])
    reason, advice = next(
        ((why, what) for sign, why, what in REASONS if sign in lower),
        ("isinya tidak terbaca", "Bandingkan dengan bagian lain di berkas ini."),
    )
    return Problem(file, number, f"Berkas tidak bisa dibaca: {reason}.", advice)


def here(lines: list[str], number: int, lower: str) -> Slip:
    """Return what is to be seen in the line itself."""
    line = lines[number - 1]
    if DOUBLED.search(STRINGS.sub('""', line)):
        return number, "ada koma lebih", "Hapus satu koma."
    if "expected newline" in lower and re.search(DAY, line):
        return number, "tanggalnya tidak ada di kalender", "Tulis tahun-bulan-hari seperti ini: 2026-11-22."
    for look, reason, advice in SLIPS:
        if look.startswith(",") and "expected newline" not in lower:
            continue  # inside a list it may stand there
        if match := re.search(look, line):
            return number, reason, advice.format(*match.groups())
    return None


def above(lines: list[str], number: int, lower: str) -> Slip:
    """Return a slip in a line above, which the parser comes to see only here."""
    head = DOUBLE_HEAD.match(lines[number - 1])
    if head and "cannot" in lower:
        for at, line in enumerate(lines, 1):
            if line.strip() == f"[{head[1]}]":
                return at, "kurung siku kurang satu", f"Tulis [[{head[1]}]]."
    single = SINGLE_HEAD.fullmatch(lines[number - 1])
    if single and "cannot" in lower and any(line.strip() == f"[[{single[1]}]]" for line in lines):
        return number, "kurung siku kurang satu", f"Tulis [[{single[1]}]]."
    if "unclosed array" in lower and TEXT_FIRST.match(lines[number - 1]):
        before = next((at for at in range(number - 1, 0, -1) if lines[at - 1].strip()), 0)
        if before and TEXT_LAST.search(lines[before - 1]):
            return before, "koma tidak ada di akhir baris", "Tulis koma di akhir baris ini."
    if swallows := open_text(lines):
        return swallows, "teks panjang belum ditutup", 'Tutup dengan """ di baris sendiri.'
    complaint = lower.partition("(")[0]
    if "'" in complaint and "=" not in complaint:
        odd = (at for at, line in enumerate(lines, 1) if STRAIGHT.sub("", line).count("'") % 2)
        if at := next(odd, 0):
            return at, "tanda kutip belum ditutup", "Tutup teks dengan '."
    marks = [at for at, line in enumerate(lines, 1) for _ in range(line.count('"""'))]
    if len(marks) % 2 and ("unterminated" in lower or "end of document" in lower):
        return marks[-1], "teks panjang belum ditutup", 'Tutup dengan """ di baris sendiri.'
    return None


def open_text(lines: list[str]) -> int:
    """Return the line of the first long text that goes on over the head of a table; 0 when none does."""
    opened = 0
    for at, line in enumerate(lines, 1):
        if opened and HEAD_ALONE.fullmatch(line.strip()):
            return opened
        if line.count('"""') % 2:
            opened = 0 if opened else at
    return 0
