"""`python -m bench [--rounds 5] [--only cold-slow,warm] [--write]`: the table of issue 3, one run."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from bench import native, plot, weight
from bench.browser import chromium, visit
from bench.line import Line, Server
from publish.runtime import library

ROOT = Path(__file__).parent.parent
BUILD = ROOT / "build" / "bench"
PATHS = {"stock": "/stock/index.html", "ours": "/site/pembantu/index.html"}
PYTHON = {"stock": ("/pyodide/", "/package/", "/stock/worker.js"), "ours": ("/site/assets/runtime/",)}
"""What of a visit's bytes is there for Python's sake."""
FREE, SLOW, FAST = (
    Line("no limit"),
    Line("1.6 Mbit/s 150 ms", 1_600_000, 0.15),
    Line("9 Mbit/s 100 ms", 9_000_000, 0.1),
)
ROWS = {
    "cold": ("first answer, cold", FREE, 1, False),
    "cold-slow": ("first answer, cold, 1.6 Mbit/s 150 ms", SLOW, 1, False),
    "cold-phone": ("first answer, cold, 9 Mbit/s 100 ms, 4x CPU", FAST, 4, False),
    "warm": ("first answer, warm", FREE, 1, True),
    "warm-phone": ("first answer, warm, 4x CPU", FREE, 4, True),
}
Figures = dict[str, dict[str, list[float]]]


def prepare(site: Path | None) -> Server:
    """Build the site and the peer's files; return the server that has both."""
    (BUILD / "package").mkdir(parents=True, exist_ok=True)
    (BUILD / "blank").mkdir(exist_ok=True)
    (BUILD / "blank/index.html").write_text("<!doctype html><title>.</title><link rel=icon href='data:,'>")
    library.write_zip(BUILD / "package/helper.zip", library.package_files())
    if site is None:
        site = BUILD / "site"
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "-d", str(site)], check=True, cwd=ROOT)
    return Server({
        "stock": ROOT / "bench/stock", "pyodide": ROOT / "node_modules/pyodide", "package": BUILD / "package",
        "blank": BUILD / "blank", "site": site,
    })  # fmt: skip


def measure(server: Server, rounds: int, only: list[str]) -> Figures:
    """Visit each page in turn, round by round; return all figures by row and page."""
    figures: Figures = {}

    def note(row: str, name: str, value: float) -> None:
        figures.setdefault(row, {}).setdefault(name, []).append(value)

    for count in range(rounds):
        for row in only:
            _, line, rate, warm = ROWS[row]
            for name in sorted(PATHS, reverse=bool(count % 2)):
                with chromium() as browser:
                    context = browser.new_context()
                    if warm:
                        visit(context, server, PATHS[name], FREE, 1)
                    server.sent.clear()
                    found = visit(context, server, PATHS[name], line, rate)
                note(row, name, found["ready"])
                if row == "cold":
                    note(
                        "bytes for Python",
                        name,
                        sum(n for path, n in server.sent if path.startswith(PYTHON[name])),
                    )
                    note(
                        "bytes of the page",
                        name,
                        sum(n for path, n in server.sent if not path.startswith(PYTHON[name])),
                    )
                    for key, label in (("heap", "heap after start"), ("check", "one check"), ("lcp", "LCP")):
                        note(label, name, found[key])
                print(
                    f"\r{count + 1}/{rounds} {row} {name}: {found['ready']:,.0f} ms      ",
                    end="",
                    file=sys.stderr,
                    flush=True,
                )
    print(file=sys.stderr)
    return figures


def table(figures: Figures) -> str:
    """Return the table of medians, with the spread (smallest to largest) and the ratio to the peer."""
    lines = [f"{'':48}{'stock 0.29.5':>16}{'ours':>14}{'ratio':>8}   spread of ours"]
    for row, by in figures.items():
        label = ROWS[row][0] + ", ms" if row in ROWS else row
        peer, ours = (median(by[name]) if name in by else float("nan") for name in ("stock", "ours"))
        spread = f"{min(by['ours']):,.1f} to {max(by['ours']):,.1f}"
        lines.append(f"{label:48}{peer:>16,.1f}{ours:>14,.1f}{ours / peer if peer else 0:>8.3f}   {spread}")
    return "\n".join(lines)


def main() -> None:
    """Measure, print the table, and write JSON and the plot."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default=",".join(ROWS), help="rows, by comma: " + " ".join(ROWS))
    parser.add_argument("--site", type=Path, help="a site already built")
    parser.add_argument("--browser-only", action="store_true", help="leave out build time and native speed")
    parser.add_argument("--write", action="store_true", help="also write bench/results.json and the plot")
    given = parser.parse_args()
    server = prepare(given.site)
    figures = measure(server, given.rounds, given.only.split(","))
    if not given.browser_only:
        figures |= native.figures(given.rounds) | weight.figures(given.rounds)
    print(table(figures))
    BUILD.joinpath("results.json").write_text(json.dumps(figures, indent=1))
    if given.write:
        (ROOT / "bench/results.json").write_text(json.dumps(figures, indent=1) + "\n")
        (ROOT / "bench/results.svg").write_text(
            plot.svg(figures, {row: label for row, (label, *_) in ROWS.items()})
        )


if __name__ == "__main__":
    main()
