"""What `make serve` adds for maintainers: it goes on when something is broken, says so in every page, shows their page.

Knows no MkDocs: it is handed the function that builds, and the folder that is served.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from helper.view import escape
from publish.content import machine
from publish.content.checks import site_menu

HERE = "pengelola"
STYLE = Path(__file__).with_name("desk.css")
KEPT = ".terakhir"
"""The last site that was right, inside the served folder; MkDocs leaves names with a dot alone when it clears it."""
BODY = re.compile(r"<body[^>]*>")
PLACE = re.compile(r"^([\w./-]+:\d+): (.*)$")


class Desk(logging.Handler):
    """Watches over the builds of one `make serve`; every page shows `problems`, and what is `late`, line by line."""

    def __init__(self, root: Path) -> None:
        super().__init__(logging.WARNING)
        self.root = root
        self.problems: list[str] = []
        self.late: list[str] = []
        logging.getLogger("mkdocs").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a warning of MkDocs for the pages."""
        if record.name != "mkdocs.livereload" and not record.name.startswith("mkdocs.commands.serve"):
            self.problems += record.getMessage().split("\n")

    def begin(self, problems: list[str]) -> None:
        """Start with broken content; what MkDocs then warns of in half a site is no news."""
        self.problems += problems
        self.setLevel(logging.CRITICAL)

    def serve(self, site: Path, base: str) -> None:
        """Know the folder that is served, the path it is served at, and write what belongs into it."""
        self.site, self.base = site, base
        self.finish()

    def build(self, builder: Callable[[], None]) -> None:
        """Build anew; when that fails, keep the site that was there and remember why."""
        shutil.rmtree(self.site / KEPT, ignore_errors=True)
        shutil.copytree(
            self.site, self.site / KEPT, copy_function=os.link, ignore=shutil.ignore_patterns(KEPT)
        )
        self.problems = []
        self.setLevel(logging.WARNING)
        try:
            if wrong := list(site_menu.check(self.root)):
                raise SystemExit("\n".join(map(str, wrong)))
            builder()
        except (Exception, SystemExit) as error:
            self.problems += explain(error, self.root)
            shutil.copytree(self.site / KEPT, self.site, copy_function=put_back, dirs_exist_ok=True)
        self.finish()

    def finish(self) -> None:
        """Write the maintainers' page, and say in the terminal what is wrong and what is late."""
        folder = self.site / HERE
        folder.mkdir(exist_ok=True)
        shutil.copyfile(STYLE, folder / STYLE.name)
        try:
            # The code of this page may just have been edited: take what the last build loaded.
            from publish.content import checks, clock
            from publish.tools import desk_page

            today = clock.today()
            self.late = list(map(str, checks.late(self.root, today=today)))
            text = desk_page.render(self.root, today)
        except Exception as error:
            text = "".join(f"<p>{escape(line)}</p>" for line in explain(error, self.root))
        (folder / "index.html").write_text(text, encoding="utf-8")
        if self.late:
            print(f"\n{len(self.late)} tanggal periksa ulang sudah lewat (make facts menyebut semuanya). "
                  "Panduan tetap lengkap; make build menolak.", file=sys.stderr, flush=True)  # fmt: skip
        if self.problems:
            print("\nBELUM BERES. Panduan tetap dilayani; masalahnya juga tampil di setiap halaman:", *self.problems,
                  sep="\n  ", file=sys.stderr, flush=True)  # fmt: skip

    def mark(self, html: str) -> str:
        """Return a served page with what is wrong at its top, or as it is when all is well."""
        if not self.problems and not self.late:
            return html
        banner = f'<link rel="stylesheet" href="{self.base}{HERE}/{STYLE.name}">'
        home = f'<a href="{self.base}{HERE}/">Halaman pengelola</a>'
        if self.problems:
            banner += (
                f'<section class="desk" role="alert"><h2>Belum beres</h2>{items(self.problems)}'
                "<p>Simpan perbaikannya, lalu halaman ini dimuat ulang sendiri. "
                f"Di bawah ini isi yang terakhir beres. {home}</p></section>"
            )
        if self.late:
            banner += (
                f'<details class="desk"><summary>{len(self.late)} tanggal periksa ulang sudah lewat</summary>'
                f"{items(self.late)}<p>Halamannya tetap lengkap di sini, tetapi make build menolak. {home}</p></details>"
            )
        match = BODY.search(html)
        at = match.end() if match else 0
        return html[:at] + banner + html[at:]


def put_back(kept: str, target: str) -> None:
    """Copy a kept file to its place, unless it is still there: what is kept are links to the very files."""
    if not (os.path.exists(target) and os.path.samefile(kept, target)):
        shutil.copy2(kept, target)


def items(lines: list[str]) -> str:
    """Return lines as a list."""
    return f"<ol>{''.join(f'<li>{item(line)}</li>' for line in lines if line.strip())}</ol>"


def item(line: str) -> str:
    """Return one problem as HTML, its file and line set apart."""
    match = PLACE.match(line)
    return f"<code>{escape(match[1])}</code> {escape(match[2])}" if match else escape(line)


def explain(error: BaseException, root: Path) -> list[str]:
    """Return why a build stopped, line by line: a check's own words, or the place in our code."""
    if isinstance(error, SystemExit):
        return str(error).split("\n")
    if sentence := machine.words(error):
        return [sentence]
    if isinstance(error, SyntaxError) and error.filename:
        place = f"{os.path.relpath(error.filename, root)}:{error.lineno}"
        return [f"{place}: Kode ini tidak bisa dibaca Python: {error.msg}."]
    traceback.print_exception(error)
    ours = [
        frame
        for frame in traceback.extract_tb(error.__traceback__)
        if Path(frame.filename).is_relative_to(root) and ".venv" not in frame.filename
    ]
    place = f"{os.path.relpath(ours[-1].filename, root)}:{ours[-1].lineno}: " if ours else ""
    return [f"{place}Kode berhenti di sini ({type(error).__name__}): {error}. Rinciannya ada di terminal."]
