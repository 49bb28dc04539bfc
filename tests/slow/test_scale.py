"""Ten times the content is checked in ten times the time, not a hundred times (for the build see test_otherwise.py)."""

from __future__ import annotations

import time
from pathlib import Path

from publish.content import checks
from tests.support import content

SLACK = 2.5
"""How much dearer a page may be among many than among few; what is quadratic is dearer by far more."""


def grown(root: Path, times: int) -> float:
    """Check the small tree with its pages and facts copied so many times; return the seconds of processor."""
    content.write(root)
    menu, facts, lines = [], [], []
    for number in range(times):
        name = f"tanya-{number}"
        page = (root / "docs/faq.md").read_text()
        for same in ("description: ", "# Tanya jawab"):
            assert same in page
            page = page.replace(same, f"{same} n{number} ", 1)
        (root / f"docs/{name}.md").write_text(page)
        menu.append(f"  - {name}.md\n")
        block = content.FACTS.split("\n\n")[-1].replace("[panjang]", f"[panjang-{number}]")
        block = block.replace('label = "', f'label = "{number} ', 1)
        facts.append(f"\n{block}")
        lines.append(f"\nBaris {{{{ panjang-{number} }}}}.\n")
    for file, more in (("mkdocs.yml", menu), ("helper/data/facts.toml", facts), ("docs/tanya-0.md", lines)):
        with (root / file).open("a") as opened:
            opened.write("".join(more))
    start = time.process_time()
    assert checks.run(root, today=content.TODAY) == []
    return time.process_time() - start


def test_the_checks_run_in_linear_time(tmp_path: Path) -> None:
    """Ten times the pages and facts take at most ten times as long, with some slack for what is small."""
    few, many = (grown(tmp_path / str(times), times) for times in (40, 400))
    assert many <= 10 * SLACK * few, (few, many)
    assert many < 20
