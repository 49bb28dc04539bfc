"""What readers cost in bytes, computed from a built site."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

REFERENCE = re.compile(r'(?:src|href)="((?:\.\./|\./)*(?:[\w-]+/)*[\w.-]+\.(?:js|css|svg))(?:\?[0-9a-f]+)?"')
READERS = 1_000_000


def wire(path: Path) -> int:
    """Return the bytes of a file on the wire: gzip for text, as it is for what is packed already."""
    content = path.read_bytes()
    return len(content) if path.suffix in (".bin", ".zip") else len(gzip.compress(content, 6, mtime=0))


def page(site: Path, name: str, fetched: set[Path]) -> int:
    """Return the bytes of a page and of what it asks for that is not in `fetched`, which grows by it."""
    path = site / name / "index.html"
    wanted = {path} | {
        (path.parent / reference).resolve() for reference in REFERENCE.findall(path.read_text("utf-8"))
    }
    new = {one for one in wanted if one.is_file()} - fetched
    fetched |= new
    return sum(map(wire, new))


def folder(site: Path, name: str) -> int:
    """Return the bytes of all files in one folder of the assets."""
    return sum(wire(path) for path in (site / "assets" / name).glob("*"))


def table(site: Path) -> str:
    """Return, in Indonesian Markdown, what one reader and a million readers a day cost."""
    fetched: set[Path] = set()
    first = page(site, "", fetched)
    second = page(site, "metode/hrd", fetched)
    helper = page(site, "mulai", fetched)
    runtime = folder(site, "runtime")
    search = sum(wire(path) for path in (site / "assets").glob("search-*.js"))
    rows = (
        ("halaman awal saja", first),
        ("halaman awal dan satu halaman cara", first + second),
        ("halaman awal, Mulai mencari (tanpa Python), satu halaman cara", first + second + helper),
        ("sama, ditambah Python untuk memeriksa NIK", first + second + helper + runtime),
        ("pencarian, kalau dipakai", search),
    )
    lines = ["| yang dibuka seorang pembaca | sekali buka | sejuta pembaca sehari |", "|---|---:|---:|"]
    lines += [
        f"| {name} | {thousands(size / 1e3)} KB | {thousands(size * READERS / 1e9)} GB |"
        for name, size in rows
    ]
    most = first + second + helper + runtime
    rate = most * READERS * 8 / 86_400 / 1e9
    lines += [
        "",
        f"Rata-rata untuk baris yang memuat Python: {rate:.2f} gigabit per detik".replace(".", ",")
        + " sepanjang hari. "
        "Jam ramai bisa lima kali itu.",
    ]
    return "\n".join(lines)


def thousands(number: float) -> str:
    """Return a whole number in Indonesian figures: `2.446`."""
    return f"{number:,.0f}".replace(",", ".")
