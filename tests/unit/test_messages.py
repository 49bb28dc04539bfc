"""How problems are shown: causes first, twenty at most, clickable in a terminal, beside the lines of a change in a CI."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from publish.content import checks, clock, messages
from publish.content.problem import Problem, causes
from tests import ROOT
from tests.support import content

MANY = [Problem("docs/faq.md", line, f"Salah {line}.", "Tulis benar.") for line in range(1, 26)]


class Terminal(io.StringIO):
    """A stream that somebody looks at."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_at_most_twenty_are_shown(tmp_path: Path) -> None:
    """Then how many more; twenty are shown whole."""
    assert messages.shown(MANY, tmp_path)[-2:] == [str(MANY[19]), "dan 5 lagi; bereskan dulu yang di atas."]
    assert messages.shown(MANY[:20], tmp_path) == list(map(str, MANY[:20]))


def test_a_terminal_shows_colours_and_places_to_click(tmp_path: Path) -> None:
    """Each place is a link to its file; a pipe, a dumb terminal and NO_COLOR get plain lines."""
    (line,) = messages.shown(MANY[:1], tmp_path, coloured=True)
    assert f"\033]8;;{(tmp_path / 'docs/faq.md').as_uri()}#L1\033\\docs/faq.md:1\033]8;;\033\\" in line
    assert messages.coloured(Terminal(), {"TERM": "xterm"})
    for stream, environment in (
        (io.StringIO(), {"TERM": "xterm"}),
        (Terminal(), {"TERM": "dumb"}),
        (Terminal(), {}),
        (Terminal(), {"TERM": "xterm", "NO_COLOR": "1"}),
    ):
        assert not messages.coloured(stream, environment)


def test_a_ci_gets_annotations() -> None:
    """On GitHub only, one a problem, in which nothing ends the line."""
    odd = Problem("docs/a,b.md", 3, "100 %\nsalah.", "Tulis: benar.")
    assert messages.notes([odd], {"GITHUB_ACTIONS": "true"}) == [
        "::error file=docs/a%2Cb.md,line=3::100 %25%0Asalah. Tulis: benar."
    ]
    assert len(messages.notes(MANY, {"GITHUB_ACTIONS": "true"})) == messages.MOST
    assert messages.notes(MANY, {}) == []


def test_what_follows_is_left_out() -> None:
    """A name that is misspelt makes its right form look unused: only the cause is said."""
    cause = Problem("docs/faq.md", 3, 'Fakta "cal" tidak ada.', "Mungkin maksudnya call.")
    follows = Problem("helper/data/facts.toml", 1, 'Fakta "call" tidak dipakai.', "Hapus.", "call")
    other = follows._replace(lacks="surel")
    assert causes([follows, cause, other]) == [cause, other]
    alone = Problem("docs/faq.md", 4, 'Judul "#Call" tidak ada.', "Mungkin maksudnya call.", "Call")
    assert causes([alone]) == [alone], "its own advice is no other place"


def test_a_broken_file_comes_first_and_blames_no_other(tmp_path: Path) -> None:
    """Settings that cannot be read are one problem, not one for each page that the menu then lacks."""
    content.write(tmp_path)
    path = tmp_path / "mkdocs.yml"
    path.write_text(path.read_text().replace("nav:", "nav", 1))
    faq = tmp_path / "docs/faq.md"
    faq.write_text(faq.read_text().replace("(index.md)", "(indeks.md)"))
    found = checks.run(tmp_path, today=content.TODAY)
    assert [one.file for one in found] == ["mkdocs.yml", "docs/faq.md"]


BAD = {
    "zeros": b"\0" * 5000,
    "bytes": bytes(range(256)) * 400,
    "UTF-16": "title: Halo\n".encode("utf-16"),
    "deep": b"[" * 20000,
    "quotes": b"> " * 20000,
    "stars": b"*a _b " * 8000,
    "nested quotes": b"> " * 490,
    "brackets": b"[" * 990,
    "links": (b"[" * 60 + b"a" + b"](" * 60 + b"\n\n") * 60,
    "signs": (b"*a _b " * 140 + b"\n") * 60,
    "backticks": b"".join(b"`" * n + b" a\n" for n in range(200)),
    "steps": b"".join(b"    " * n + b"- a\n" for n in range(120)),
    "tags": (b"<a <!-- {{ " * 80 + b"\n") * 60,
    "long": b"kata " * 400_000,
    "empty": b"",
}
FILES = ("docs/faq.md", "helper/data/flow.toml", "mkdocs.yml", "publish/content/moved.toml")


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("bad", BAD)
def test_whatever_a_file_holds_is_answered_at_once(tmp_path: Path, file: str, bad: str) -> None:
    """Within two seconds there is a problem, in that file, and no file was changed."""
    content.write(tmp_path)
    (tmp_path / file).write_bytes(BAD[bad])
    start = time.process_time()
    found = checks.run(tmp_path, today=content.TODAY)
    assert time.process_time() - start < 2
    assert file in [one.file for one in found] or (file, bad) in ACCEPTED
    if bad == "zeros":
        assert [one.file for one in found] == [file], "\n".join(map(str, found))
    assert (tmp_path / file).read_bytes() == BAD[bad]


ACCEPTED: set[tuple[str, str]] = {(file, "empty") for file in FILES if file.endswith(".toml")}
"""Files that may be empty: the flow is then missed where it is read, no page has moved."""


@pytest.mark.parametrize("file", FILES)
def test_a_folder_in_the_place_of_a_file_is_said(tmp_path: Path, file: str) -> None:
    """What cannot be opened is a problem like any other."""
    content.write(tmp_path)
    (tmp_path / file).unlink()
    (tmp_path / file).mkdir()
    found = checks.run(tmp_path, today=content.TODAY)
    assert file in [one.file for one in found]


def test_the_settings_are_checked_before_the_site_is_built() -> None:
    """`make serve` and `make build` ask for it, and it takes one word."""
    run = subprocess.run(
        [sys.executable, "-m", "publish.content.checks", "mkdocs.yml"],
        cwd=ROOT, capture_output=True, text=True, check=False,
        env={**os.environ, clock.TODAY: str(content.TODAY)},
    )  # fmt: skip
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in ("serve", "build"):
        recipe = made.partition(f"\n{target}: ")[2].partition("\n\n")[0]
        assert recipe.index("checks mkdocs.yml") < recipe.index("mkdocs " + target)
