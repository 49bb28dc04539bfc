"""`python -m bench [--rounds 5] [--only cold-slow,warm] [--write]`: every figure beside its peers, in one run."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

from bench import BUILD, ROOT, built, native, peers, plot, weight
from bench.browser import chromium, visit
from bench.rows import COPY_ROWS, PAGES, ROWS
from helper import data
from publish.frozen import library
from tests.support.server import Server, running

Figures = dict[str, dict[str, list[float]]]


def prepare(site: Path) -> tuple[Server, dict[str, str]]:
    """Make the peers' files and the single file; return the server of all, and the address of each page."""
    (BUILD / "package").mkdir(parents=True, exist_ok=True)
    (BUILD / "blank").mkdir(exist_ok=True)
    (BUILD / "blank/index.html").write_text(
        "<!doctype html><title>.</title><link rel=icon href='data:,'>", encoding="utf-8"
    )
    library.write_zip(BUILD / "package/helper.zip", library.package_files())
    content = json.dumps(data.content(), ensure_ascii=False)
    (BUILD / "package/content.json").write_text(content, encoding="utf-8")
    server = Server(BUILD, packed={"gzip"}, cache="max-age=3600", folders={
        "stock": ROOT / "bench/stock", "pyodide": ROOT / "node_modules/pyodide", "package": BUILD / "package",
        "pyscript": ROOT / "bench/pyscript", "micropython": ROOT / "bench/micropython", "peers": peers.installed(), "blank": BUILD / "blank", "site": site,
    })  # fmt: skip
    addresses = {name: server.origin + page.path for name, page in PAGES.items()}
    return server, addresses | {"copy": (site / "unduh/nomor-kpj.html").as_uri()}


def measure(server: Server, addresses: Mapping[str, str], rounds: int, only: Sequence[str]) -> Figures:
    """Visit each page in turn, round by round; return all figures by row and page."""
    figures: Figures = {}

    def note(row: str, name: str, value: float) -> None:
        figures.setdefault(row, {}).setdefault(name, []).append(value)

    for count in range(rounds):
        for row in only:
            start = ROWS[row]
            for name in sorted(PAGES, reverse=bool(count % 2)):
                if name == "copy" and row not in COPY_ROWS:
                    continue
                with chromium() as browser:
                    # What a page keeps for later comes after the first answer and is not part of its cost.
                    context = browser.new_context(service_workers="allow" if start.again else "block")
                    if start.again:
                        visit(context, server, addresses[name], None, 1)
                    server.sent.clear()
                    measured = visit(context, server, addresses[name], start.pace, start.rate)
                note(row, name, measured["ready"])
                if row == "cold":
                    python = PAGES[name].python
                    of_python = sum(n for path, n in server.sent if path.startswith(python))
                    note("bytes for Python", name, of_python)
                    note("bytes of the page", name, sum(n for _, n in server.sent) - of_python)
                    for key, label in (("heap", "heap after start"), ("check", "one check"), ("lcp", "LCP")):
                        if key in measured:
                            note(label, name, measured[key])
                progress = f"{count + 1}/{rounds} {row} {name}: {measured['ready']:,.0f} ms"
                print(f"\r{progress:60}", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    return figures


def table(figures: Figures) -> str:
    """Return the table of medians, our ratio to stock, and our spread (smallest to largest)."""
    head = "".join(f"{page.label:>14}" for page in PAGES.values())
    lines = [f"{'':56}{head}{'ours/stock':>12}   spread of ours"]
    for row, by in figures.items():
        label = ROWS[row].label + ", ms" if row in ROWS else row
        middle = {name: median(values) for name, values in by.items()}
        cells = "".join(f"{middle[name]:>14,.1f}" if name in middle else f"{'':14}" for name in PAGES)
        ratio = f"{middle['ours'] / middle['stock']:.3f}" if middle.get("stock") else ""
        spread = f"{min(by['ours']):,.1f} to {max(by['ours']):,.1f}"
        lines.append(f"{label:56}{cells}{ratio:>12}   {spread}")
    return "\n".join(lines)


def main() -> None:
    """Measure, print the table, and write JSON and the plot."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default=",".join(ROWS), help="rows, by comma: " + " ".join(ROWS))
    parser.add_argument("--site", type=Path, help="a site already built")
    parser.add_argument("--browser-only", action="store_true", help="leave out build time and native speed")
    parser.add_argument("--write", action="store_true", help="also write bench/results.json and the plot")
    options = parser.parse_args()
    server, addresses = prepare(options.site or built())
    with running(server):
        figures = measure(server, addresses, options.rounds, options.only.split(","))
    if not options.browser_only:
        figures |= native.figures(options.rounds) | weight.figures(options.rounds)
    print(table(figures))
    BUILD.joinpath("results.json").write_text(json.dumps(figures, indent=1), encoding="utf-8")
    if options.write:
        (ROOT / "bench/results.json").write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
        (ROOT / "bench/results.svg").write_text(plot.svg(figures), encoding="utf-8")


if __name__ == "__main__":
    main()
