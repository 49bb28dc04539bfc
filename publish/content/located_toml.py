"""A TOML file that knows on which line each of its tables and keys stands."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from publish.content.problem import Problem, unfit

Path = tuple[str | int, ...]
"""Keys from the top: `("question", "punya", "answer", 0, "text")`."""

QUIET = re.compile(
    r'"""(?:\\.|[^\\])*?"""|' + r"'''.*?'''|" + r'"(?:\\.|[^"\\\n])*"|' + r"'[^'\n]*'|#[^\n]*", re.DOTALL
)
HEAD = re.compile(r"\s*\[(\[?)([^\]]+)\]")
KEY = re.compile(r"""\s*([\w-]+|"x*"|'x*')\s*=""")
NAME = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")
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


class Toml:
    """One file: `table` is what it says (empty when broken), `broken` the Problem that stopped the parser."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        self.lines = text.split("\n")
        self.index: dict[Path, int] = {}
        self.table: dict[str, Any] = {}
        self.broken = unfit(file, text)
        if self.broken:
            self.lines = [""]
            return
        self.index = dict(places(self.lines))
        try:
            self.table = tomllib.loads(text)
        except RecursionError:
            self.broken = Problem(
                file, 1, "Berkas tidak bisa dibaca: terlalu banyak kurung.", "Kembalikan dari git."
            )
        except tomllib.TOMLDecodeError as error:
            self.broken = explain(file, str(error), self.lines)

    def line(self, *path: str | int, needle: str = "") -> int:
        """Return the line of a key or table, or of the nearest thing that holds it.

        With `needle`, the line of that text inside the key's value, when it stands there.
        """
        while path and path not in self.index:
            # A table that only its parts write down, as [a.b] does for a, stands where its first part does.
            parts = [line for other, line in self.index.items() if other[: len(path)] == path]
            if parts:
                return min(parts)
            path = path[:-1]
        first = self.index.get(path, 1)
        if needle:
            last = min((line for line in self.index.values() if line > first), default=len(self.lines) + 1)
            for number in range(first, last):
                if needle in self.lines[number - 1].replace('\\"', '"'):
                    return number
        return first

    def problem(self, path: Path, wrong: str, right: str, needle: str = "", lacks: str = "") -> Problem:
        """Return a Problem that stands at a path."""
        return Problem(self.file, self.line(*path, needle=needle), wrong, right, lacks)


DATES = re.compile(r"=\s*(\d{1,2}[-/. ]\w+[-/. ]\d{2,4}|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d{4}-\d{1,2}-\d{1,2}\b)")
CURLY = re.compile("[=\\[,]\\s*[“”‘’„]")
STRINGS = re.compile(r'"(?:\\.|[^"\\])*"')
STRAIGHT = re.compile(r'"(?:\\.|[^"\\])*"|#.*')
BLOCK = re.compile(r'"""')


def special(lower: str, here: str, lines: list[str]) -> tuple[int, str, str] | None:
    """Return (line or 0, what is wrong, what to write) for a message that the parser says elsewhere or in general words."""
    if found := re.search(r"=\s*(True|False|TRUE|FALSE|ya|tidak|yes|no)\s*(?:#|$)", here):
        right = "true" if found[1].lower() in ("true", "ya", "yes") else "false"
        return 0, f"{found[1]} bukan nilai", f"Tulis {right}, dengan huruf kecil."
    if found := re.fullmatch(r"\s*([\w.-]+)\]+\s*", here):
        return 0, "kurung siku pembuka tidak ada", f"Tulis [{found[1]}]."
    if found := re.match(r"\s*(checked|review)\s*=\s*(?:#|$)", here):
        return 0, "tanggalnya belum ditulis", f"Tulis {found[1]} = 2026-11-22."
    if found := re.match(r"\s*([\w-]+(?:/[\w-]+)+)\s*=", here):
        return 0, "kunci yang memuat / perlu tanda kutip", f'Tulis "{found[1]}" = "…".'
    if re.search(r",\s*,|\[\s*,", STRINGS.sub('""', here)):
        return 0, "ada koma lebih", "Hapus satu koma."
    if re.search(r'=\s*"[^"]*"\s*[^\s#,=\]]', here) and not re.search(r'"\s*[\w-]+\s*=', here):
        return 0, "ada tanda kutip di dalam teks", "Pakai tanda ' di dalam teks, atau hapus tanda kutipnya."
    if "expected newline" in lower and re.search(r"=\s*\d{4}-\d\d-\d\d\s*(?:#|$)", here):
        return 0, "tanggalnya tidak ada di kalender", "Tulis tahun-bulan-hari seperti ini: 2026-11-22."
    if re.match(r"\s*\[+[\w.-]+ [\w. -]+\]", here):
        return 0, "nama tabel memuat spasi", "Tulis tanda - sebagai ganti spasi."
    if (head := re.match(r"\s*\[\[(.+?)\]\]", here)) and f"[{head[1]}]" in (line.strip() for line in lines):
        at = next(at for at, line in enumerate(lines, 1) if line.strip() == f"[{head[1]}]")
        return at, "kurung siku kurang satu", f"Tulis [[{head[1]}]]."
    if "'" in lower.partition("(")[0] and "=" not in lower.partition("(")[0]:
        odd = (at for at, line in enumerate(lines, 1) if STRAIGHT.sub("", line).count("'") % 2)
        if at := next(odd, 0):
            return at, "tanda kutip belum ditutup", "Tutup teks dengan '."
    return None


def explain(file: str, message: str, lines: list[str]) -> Problem:
    """Return the parser's English message as a Problem in Indonesian, where it is to be mended."""
    place = PLACE.search(message)
    lower = message.lower()
    number = int(place[1]) if place else len(lines)
    here = lines[min(number, len(lines)) - 1]
    if found := special(lower, here, lines):
        at, reason, advice = found
        return Problem(file, at or number, f"Berkas tidak bisa dibaca: {reason}.", advice)
    if DATES.search(here) and not re.search(r"=\s*\d{4}-\d\d-\d\d\s*(?:#|$)", here):
        return Problem(
            file,
            number,
            "Berkas tidak bisa dibaca: tanggalnya terbalik atau kurang angka.",
            "Tulis seperti ini: 2026-11-22.",
        )
    if CURLY.search(here):
        return Problem(
            file, number, "Berkas tidak bisa dibaca: tanda kutipnya miring.", 'Tulis tanda kutip tegak: "…".'
        )
    if "unterminated" in lower or "end of document" in lower:
        marks = [at for at, line in enumerate(lines, 1) for _ in BLOCK.findall(line)]
        if len(marks) % 2:
            return Problem(
                file,
                marks[-1],
                "Berkas tidak bisa dibaca: teks panjang belum ditutup.",
                'Tutup dengan """ di baris sendiri.',
            )
    reason, advice = next(
        ((why, what) for sign, why, what in REASONS if sign in lower),
        ("isinya tidak terbaca", "Bandingkan dengan bagian lain di berkas ini."),
    )
    return Problem(file, number, f"Berkas tidak bisa dibaca: {reason}.", advice)


def hushed(found: re.Match[str]) -> str:
    """Return a string or comment of the same shape in which nothing looks like TOML."""
    text = found[0]
    blank = re.sub(r"[^\n]", " " if text[0] == "#" else "x", text[1:-1])
    return f" {blank} " if text[0] == "#" else f"{text[0]}{blank}{text[-1]}"


def places(lines: list[str]) -> Iterator[tuple[Path, int]]:
    """Yield the path and line of every table and key; nothing inside strings and lists counts."""
    quiet = QUIET.sub(hushed, "\n".join(lines)).split("\n")
    table: Path = ()
    seen: Counter[Path] = Counter()
    depth = 0
    for number, (line, plain) in enumerate(zip(lines, quiet, strict=True), 1):
        if depth == 0 and (head := HEAD.match(plain)):
            table = tuple(name.strip("\"'") for name in NAME.findall(line[head.start(2) : head.end(2)]))
            if head[1]:
                seen[table] += 1
                table = (*table, seen[table] - 1)
            yield table, number
        elif depth == 0 and (key := KEY.match(plain)):
            yield (*table, line[key.start(1) : key.end(1)].strip("\"'")), number
        depth = max(0, depth + sum(plain.count(c) for c in "[{") - sum(plain.count(c) for c in "]}"))
