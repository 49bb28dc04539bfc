"""The settings of the site, mkdocs.yml, as the checks see them: what they say, and on which line each key stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml  # type: ignore[import-untyped]

from publish.content.problem import Problem, unfit

FILE = "mkdocs.yml"
Path = tuple[str | int, ...]
"""Keys from the top: `("theme", "name")`, `("nav", 0)`."""

NO_COLON = re.compile(r"\s*(?:- )?([A-Za-z_]+)(?:\s+[^:]*)?$")
PAGE = re.compile(r"[\w./]+\.md")
NO_ROOM = re.compile(r"\s*(?:- )?\w+:[^\s/]")
LOOK_BACK = 8
"""Lines above the one that the parser stopped at, in which an item may be written wrong."""
WITH_VALUE = re.compile(r"\s*\w+:\s+[^\s#]")
BESIDE = re.compile(r":\s+-(?:\s|$)")
JOINED = "tanda - tidak boleh di baris kuncinya"
CROWDED = re.compile(r"\s*(?:- )?[\w ]+:\s+[^\"'{\[#]*:\s")
NO_SPACE = re.compile(r"\s*-\w")
QUOTED = re.compile(r'"[^"]*"|#.*')
REASONS = (
    (r"character '\\t'", "ada tab", "Ganti tab dengan spasi."),
    (r"cannot start any token", "isinya diawali tanda yang berarti lain di sini", 'Tulis isinya di antara tanda kutip: "…".'),
    (r"while scanning a quoted", "tanda kutip belum ditutup", 'Tutup isinya dengan ".'),
    (r"escape", "ada tanda \\ di dalam isi", "Hapus tanda itu atau tulis dua kali."),
    (r"flow sequence|flow mapping", "tanda kurung belum ditutup", "Tutup dengan ] atau }, dan pisahkan isinya dengan koma."),
    (r"could not find expected ':'", "titik dua tidak ada", "Tulis kunci: isinya."),
    (r"mapping values", "ada titik dua di dalam isi, atau barisnya tidak sejajar",
     "Apit isinya dengan tanda kutip, atau samakan spasi di awal baris."),
    (r"block|indent", "spasi di awal baris tidak sejajar", "Samakan dengan baris lain di bagian yang sama."),
    (r"alias|anchor|tag", "isinya diawali tanda yang berarti lain di sini", 'Tulis isinya di antara tanda kutip: "…".'),
)  # fmt: skip
"""What the parser's message contains, in its words; what is wrong and what to do, in ours."""


class Settings:
    """One YAML text: `table` is what it says (empty when broken), `broken` the Problem that stopped the parser."""

    def __init__(self, text: str, file: str = FILE, first: int = 1) -> None:
        self.file = file
        self.first = first
        self.index: dict[Path, int] = {}
        self.twice: list[Path] = []
        self.table: dict[str, Any] = {}
        self.broken = unfit(file, text)
        if self.broken:
            return
        try:
            root = yaml.compose(text, Loader=yaml.SafeLoader)
            table = self.plain(root, ()) if root else {}
            if isinstance(table, dict):
                self.table = table
            else:
                self.broken = self.problem(
                    (), "Berkas tidak bisa dibaca: isinya bukan kunci: isi.", "Kembalikan dari git."
                )
        except yaml.MarkedYAMLError as error:
            self.broken = self.explain(error, text.split("\n"))
        except (yaml.YAMLError, RecursionError):
            self.broken = self.problem(
                (), "Berkas tidak bisa dibaca: ada huruf yang aneh.", "Kembalikan dari git."
            )

    def plain(self, node: yaml.Node, path: Path) -> Any:
        """Return what a node says, and note where it stands; unknown tags such as !ENV say what stands behind them."""
        self.index.setdefault(path, node.start_mark.line + self.first)
        if isinstance(node, yaml.MappingNode):
            table: dict[str, Any] = {}
            for key, value in node.value:
                name = str(key.value)
                if name in table:
                    self.twice.append((*path, name))
                self.index[*path, name] = key.start_mark.line + self.first
                table[name] = self.plain(value, (*path, name))
            return table
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(one, (*path, at)) for at, one in enumerate(node.value)]
        if node.tag in ("tag:yaml.org,2002:bool", "tag:yaml.org,2002:null"):
            return {"t": True, "y": True, "f": False, "n": False, "o": None}.get(node.value[:1].lower())
        return str(node.value)

    def line(self, path: Path) -> int:
        """Return the line of a key, or of the nearest thing that holds it."""
        while path and path not in self.index:
            path = path[:-1]
        return self.index.get(path, self.first) if path else self.first

    def problem(self, path: Path, wrong: str, right: str) -> Problem:
        """Return a Problem that stands at a key."""
        return Problem(self.file, self.line(path), wrong, right)

    def explain(self, error: yaml.MarkedYAMLError, lines: list[str]) -> Problem:
        """Return the parser's English message as a Problem in Indonesian, at the line that is to be mended."""
        message = f"{error.context or ''} {error.problem or ''}"
        here = error.problem_mark.line if error.problem_mark else 0
        if error.context_mark and re.search("quoted|flow|could not find", message):
            here = error.context_mark.line
        here = min(here, len(lines) - 1)
        reason, advice = next(
            ((why, what) for sign, why, what in REASONS if re.search(sign, message)),
            ("isinya tidak terbaca", "Bandingkan dengan baris lain di berkas ini."),
        )
        for look in (opened, dashed, joined, unpaged, crowded, colonless, roomless, laden, beyond_quotes):
            if slip := look(lines, here, message):
                here, reason, advice = slip
                break
        if self.file != FILE and reason == JOINED:
            reason, advice = REASONS[1][1:]
        return Problem(self.file, here + self.first, f"Berkas tidak bisa dibaca: {reason}.", advice)


Slip = tuple[int, str, str] | None
"""What a look at the lines finds that the parser does not say: the line from 0, what is wrong, what to write."""


def depth(line: str) -> int:
    """Return how many spaces are in front of a line."""
    return len(line) - len(line.lstrip())


def opened(lines: list[str], here: int, _: str) -> Slip:
    """Return the line above `here`, or itself, that opens a bracket and does not close it."""
    for at in range(here, -1, -1):
        plain = QUOTED.sub("", lines[at])
        if any(plain.count(left) > plain.count(right) for left, right in ("[]", "{}")):
            return at, *REASONS[4][1:]
    return None


def dashed(lines: list[str], here: int, _: str) -> Slip:
    """Return the item of a list that has no space after its sign."""
    places = (at for at in range(here, max(-1, here - LOOK_BACK), -1) if NO_SPACE.match(lines[at]))
    at = next(places, -1)
    return (at, "spasi sesudah - tidak ada", "Tulis - lalu satu spasi.") if at >= 0 else None


def joined(lines: list[str], here: int, _: str) -> Slip:
    """Return a key that has the first item of its list beside it."""
    return (here, JOINED, "Pindahkan ke baris di bawahnya.") if BESIDE.search(lines[here]) else None


def unpaged(lines: list[str], here: int, _: str) -> Slip:
    """Return a page of the menu without its sign."""
    for at in candidates(lines, here):
        if PAGE.fullmatch(name := lines[at].strip()):
            return at, "tanda - di depan halaman tidak ada", f"Tulis - {name}."
    return None


def crowded(lines: list[str], here: int, message: str) -> Slip:
    """Return a value with a colon of its own."""
    return (here, *REASONS[6][1:]) if "mapping values" in message and CROWDED.match(lines[here]) else None


def colonless(lines: list[str], here: int, message: str) -> Slip:
    """Return a key without its colon."""
    for at in candidates(lines, here) if re.search("mapping values|could not find|block", message) else ():
        if NO_COLON.fullmatch(lines[at].split(" #")[0].rstrip()):
            return at, *REASONS[5][1:]
    return None


def roomless(lines: list[str], here: int, message: str) -> Slip:
    """Return a key whose value follows the colon without a space."""
    for at in candidates(lines, here) if "mapping values" in message else ():
        if NO_ROOM.match(lines[at]):
            return at, "spasi sesudah titik dua tidak ada", "Tulis kunci: isinya."
    return None


def laden(lines: list[str], here: int, message: str) -> Slip:
    """Return a key that has a value and a part below it."""
    at, before = [*candidates(lines, here), 0, 0][:2]
    if (
        "mapping values" in message
        and WITH_VALUE.match(lines[before])
        and depth(lines[at]) > depth(lines[before])
    ):
        reason = "kunci ini punya isi, padahal baris di bawahnya menjorok"
        return before, reason, "Hapus isinya, atau sejajarkan baris di bawahnya."
    return None


def beyond_quotes(lines: list[str], here: int, _: str) -> Slip:
    """Return a value that goes on behind its closing quote."""
    if re.search(r':\s*"[^"]*"\s*[^\s#"]', lines[here]):
        return here, "ada tulisan sesudah tanda kutip", "Apit seluruh isinya dengan tanda kutip."
    return None


def candidates(lines: list[str], here: int) -> Iterator[int]:
    """Yield a line and the written one before it."""
    before = [
        at
        for at in range(min(here, len(lines) - 1), -1, -1)
        if lines[at].strip() and not lines[at].lstrip().startswith("#")
    ]
    yield from before[:2]
