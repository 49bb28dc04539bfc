"""Our search beside plain Material's, on the same pages and the same queries.

Run `python -m bench.search`. Material's side is its own worker with the index of its stock plugin,
our side is the script as shipped; both run in Node.
"""

from __future__ import annotations

import gzip
import json
import subprocess
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import fmean
from typing import Any

import material  # type: ignore[import-untyped]
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parent.parent
QUERIES = tuple(ROOT / "tests" / "support" / f"queries{name}.tsv" for name in ("-sealed", "-working", ""))
"""Sealed first: what nobody tuned on. Its figure counts; weights and words have seen all others."""
JAVASCRIPT = Path(material.__file__).parent / "templates" / "assets" / "javascripts"
FIRST = 3

Query = tuple[str, list[str], str]


def queries(paths: Iterable[Path] = QUERIES) -> list[Query]:
    """Return the queries: words, slugs of which one must be found, name of the set."""
    listed: list[Query] = []
    for path in paths:
        lines = (line for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#")
        rows = [line.split("\t") for line in lines][1:]
        listed += [(words, pages.split(), group) for words, pages, group, *_ in rows]
    return listed


def ask(script: Path, words: list[str], *files: Path) -> list[list[str]]:
    """Return for each query the slugs of the pages that a Node script finds, best first."""
    run = subprocess.run(
        ["node", str(script), *map(str, files)],
        input=json.dumps(words),
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=120,
    )
    return [
        # What is only suggested, because nothing was found, is no answer.
        [result["url"].partition("#")[0].rstrip("/") for result in results if not result.get("guess")]
        for results in json.loads(run.stdout)
    ]


def score(asked: list[Query], answers: list[list[str]]) -> tuple[float, float]:
    """Return how often a right page is among the first three, and the mean reciprocal rank."""
    ranks = [
        next((rank for rank, slug in enumerate(slugs, 1) if slug in right), 0)
        for (_, right, _), slugs in zip(asked, answers, strict=True)
    ]
    return fmean(0 < rank <= FIRST for rank in ranks), fmean(1 / rank if rank else 0 for rank in ranks)


def weigh(*files: Path) -> int:
    """Return the bytes that files cost on the wire, by gzip."""
    return sum(len(gzip.compress(file.read_bytes(), 9)) for file in files)


def measure() -> dict[str, Any]:
    """Return for each side its bytes and, for each set of queries, (success in the first three, MRR)."""
    asked = queries()
    words = [query[0] for query in asked]
    with tempfile.TemporaryDirectory() as folder:
        site = Path(folder) / "site"
        # The stock plugin writes its index beside our script: one build serves both.
        build(load_config(str(ROOT / "mkdocs.yml"), plugins=["search"], site_dir=str(site)))
        ours = next((site / "assets").glob("search-*.js"))
        index = site / "search" / "search_index.json"
        worker = next(JAVASCRIPT.glob("workers/search.*.min.js"))
        sides: dict[str, tuple[int, Callable[[], list[list[str]]]]] = {
            "ours": (
                weigh(ours, ROOT / "publish/scripts/search.js"),
                lambda: ask(ROOT / "tests/support/ask.mjs", words, ours),
            ),
            "material": (weigh(worker, index), lambda: ask(ROOT / "bench/lunr.mjs", words, worker, index)),
        }
        table: dict[str, Any] = {}
        for side, (size, run) in sides.items():
            answers = run()
            groups = dict.fromkeys(query[2] for query in asked)
            picks = {group: [at for at, query in enumerate(asked) if query[2] == group] for group in groups}
            later = {"sealed", "working"}
            picks["old"] = [at for at, query in enumerate(asked) if query[2] not in later]
            table[side] = {
                "bytes": size,
                "empty": {g: sum(not answers[i] for i in at) for g, at in picks.items()},
                "sets": {
                    g: score([asked[i] for i in at], [answers[i] for i in at]) for g, at in picks.items()
                },
            }
    return table


def main() -> None:
    """Print the table."""
    table = measure()
    print(f"{'set':8} {'ours s@3':>9} {'MRR':>6} {'Material s@3':>13} {'MRR':>6}")
    for group, (success, rank) in table["ours"]["sets"].items():
        other = table["material"]["sets"][group]
        print(f"{group:8} {success:9.3f} {rank:6.3f} {other[0]:13.3f} {other[1]:6.3f}")
    print(
        f"found nothing, sealed: ours {table['ours']['empty']['sealed']}, Material {table['material']['empty']['sealed']}"
    )
    print(f"bytes, gzip: ours {table['ours']['bytes']:,}, Material {table['material']['bytes']:,}")


if __name__ == "__main__":
    main()
