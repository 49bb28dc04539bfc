"""The pictures: SVG that everybody can read, each used by a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

from publish.content import marker_names
from publish.content.problem import UNOPENED, Problem
from publish.content.reading import Content, read_text

PREFIX = "{http://www.w3.org/2000/svg}"
NEEDED = ("title", "desc")
LIKE = "Lihat docs/assets/gambar/kartu.svg."


def check(content: Content) -> Iterator[Problem]:
    """Yield pictures that no page shows, that are none, or that say nothing to who cannot see them."""
    used = {
        inside
        for page in content.pages.values()
        for _, line in page.body()
        for inside in marker_names.used(line)
    }
    shown = {inside.partition(":")[2].strip() for inside in used if inside.startswith("gambar")}
    folder = content.root / marker_names.PICTURES
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        file = f"{marker_names.PICTURES}/{path.name}"
        if path.suffix != ".svg":
            yield Problem(
                file,
                1,
                f'Gambar "{path.name}" bukan SVG.',
                "Gambar ulang sebagai SVG, lalu hapus berkas ini.",
            )
            continue
        if path.stem not in shown and "" not in shown:
            advice = f"Tulis {{{{ gambar: {path.stem} }}}} di sebuah halaman, atau hapus berkasnya."
            wrong = f'Gambar "{path.stem}" tidak dipakai di mana pun.'
            yield Problem(file, 1, wrong, advice, path.stem)
        if fault := of_file(path):
            yield Problem(file, *fault)


def of_file(path: Path) -> tuple[int, str, str] | None:
    """Return (line, what is wrong, what to write) for one picture, or None."""
    text = read_text(path)
    if text == UNOPENED:
        return 1, "Berkas ini tidak bisa dibuka.", "Periksa izin dan jenisnya, atau kembalikan dari git."
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        line = getattr(error, "position", (1, 0))[0]
        return line, "Gambar ini tidak terbaca sebagai SVG.", f"Periksa tanda < > dan tanda kutipnya. {LIKE}"
    for match in re.finditer(r"<(script|image|foreignObject|style|use|a)\b", text):
        wrong = f"Gambar ini memuat <{match[1]}>."
        return text.count("\n", 0, match.start()) + 1, wrong, f"Pakai hanya bentuk dan teks. {LIKE}"
    if root.tag != f"{PREFIX}svg" or "viewBox" not in root.attrib:
        return (
            1,
            "Gambar ini tidak punya viewBox, jadi ukurannya tidak ikut layar.",
            f"Tulis viewBox di <svg>. {LIKE}",
        )
    named = set(root.get("aria-labelledby", "").split())
    for name in NEEDED:
        part = root.find(f"{PREFIX}{name}")
        if part is None or not (part.text or "").strip() or part.get("id") not in named:
            right = f'Tulis <{name} id="{path.stem}-{name}">…</{name}>, dan id itu di aria-labelledby. {LIKE}'
            return 1, f"Gambar ini tidak punya <{name}> untuk pembaca layar.", right
    return None
