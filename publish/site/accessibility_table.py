"""The figures of the accessibility statement, as a table: what the tests measured last (`make access`).

`python -m publish.site.accessibility_table` keeps the figures of the last run, build/access.json, in publish/site/accessibility_table.json.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helper.view import escape
from publish import ROOT
from publish.content import clock
from publish.site.source_list import day

MEASURED = ROOT / "build" / "access.json"
KEPT = Path(__file__).with_suffix(".json")
PAGES = {"": "Halaman awal", "mulai": "Mulai mencari", "metode/jmo": "Cara aplikasi JMO"}
"""The pages that Lighthouse judges, and their names in the table."""
JUDGED = {
    "accessibility": "Aksesibilitas", "best-practices": "Praktik baik",
    "seo": "Mudah ditemukan", "performance": "Kecepatan",
}  # fmt: skip


def load() -> dict[str, Any]:
    """Return the figures that were kept; tests/support/access.py says what is in them."""
    figures: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8"))
    return figures


def table(figures: Mapping[str, Any]) -> str:
    """Return the figures in words, and the table of Lighthouse."""
    tools = figures["tools"]
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("Halaman", *JUDGED.values()))
    rows = "".join(
        f'<tr><th scope="row">{escape(name)}</th>'
        + "".join(f"<td>{figures['lighthouse'][slug][part]}</td>" for part in JUDGED)
        + "</tr>"
        for slug, name in PAGES.items()
    )
    return (
        f'<p>Diukur pada <time datetime="{figures["date"]}">{day(figures["date"])}</time>:</p>'
        f"<ul><li>Alat axe {tools['axe-core']} memeriksa {figures['pages']} halaman, {figures['steps']} langkah pertanyaan, "
        f"dan {figures['nik']} hasil pemeriksaan NIK. Yang melanggar aturan: 0.</li>"
        "<li>Semua itu diperiksa dalam tampilan terang dan gelap, juga selebar 320 piksel.</li>"
        f"<li>Tombol, menu, dan jawaban berukuran sedikitnya {figures['touch']} kali {figures['touch']} piksel.</li></ul>"
        f"<p>Nilai dari alat Lighthouse {tools['lighthouse']} untuk HP, paling tinggi 100:</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


if __name__ == "__main__":
    figures = {"date": clock.today().isoformat(), **json.loads(MEASURED.read_text(encoding="utf-8"))}
    KEPT.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    print(f"Angka aksesibilitas tersimpan di {KEPT.relative_to(ROOT)}.")
