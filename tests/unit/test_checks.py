"""The checks of the content: each mistake is found, on its line, in words that say what to write.

The mistakes are those of tests/support/mistakes.py, made in the small tree of tests/support/content.py.
"""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown.extensions.toc import slugify as markdown_slugify  # type: ignore[import-untyped]

from publish.content import checks, clock, located_toml, page_source, typed_contacts
from publish.content.checks import claims
from tests import ROOT
from tests.support import content
from tests.support.mistakes import CASES, FACTS, FLOW, MENU, SOURCES, Case, Found

SENTENCES = re.compile(r"[^:]+:\d+: \S.*[.!?}]")


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small tree, whole; a test that edits it puts it back."""
    root = tmp_path_factory.mktemp("content")
    content.write(root)
    return root


def line_of(root: Path, found: Found) -> int:
    """Return the line on which `found` must be."""
    if isinstance(found.at, int):
        return found.at
    lines = (root / found.file).read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if found.at in line)


def test_the_small_tree_is_right(tree: Path) -> None:
    """Without a mistake nothing is said."""
    assert checks.run(tree, today=content.TODAY) == []


@pytest.mark.parametrize("mistake", CASES, ids=lambda mistake: mistake.name)
def test_mistake(tree: Path, mistake: Case) -> None:
    """One edit: exactly the expected problems, on their lines, with their words, in order."""
    path = tree / mistake.file
    right = path.read_text(encoding="utf-8")
    assert right.count(mistake.old) >= 1, "the case does not fit the tree"
    path.write_text(right.replace(mistake.old, mistake.new, 1), encoding="utf-8")
    try:
        problems = checks.run(tree, today=content.TODAY)
        wanted = sorted((found.file, line_of(tree, found), found.words) for found in mistake.found)
    finally:
        path.write_text(right, encoding="utf-8")
    said = "\n".join(map(str, problems))
    assert [problem[:2] for problem in problems] == [where[:2] for where in wanted], said
    for problem in problems:
        assert SENTENCES.fullmatch(str(problem)), problem
    for file, line, words in wanted:
        here = "\n".join(str(problem) for problem in problems if problem[:2] == (file, line))
        assert all(word in here for word in words), f"{words} not all in: {here}"


def test_there_are_many_mistakes() -> None:
    """The table is not cut short, and each case has its own name in its file."""
    assert len(CASES) >= 100
    assert len({(case.name, case.file) for case in CASES}) == len(CASES)


def test_the_real_content_is_right() -> None:
    """The guide as it stands has no problem; passed dates are not this test's matter."""
    problems = checks.run(ROOT)
    assert not problems, "\n".join(map(str, problems))


def test_the_day_of_review_comes(tree: Path) -> None:
    """After the review day of the first fact it is named as late; on that day it is not, and it is never wrong."""
    assert checks.late(tree, today=date(2027, 2, 22)) == []
    (late,) = checks.late(tree, today=date(2027, 2, 23))
    assert (late.file, late.line) == (FACTS, 9)
    assert checks.run(tree, today=date(2099, 1, 1)) == []


def test_all_problems_at_once(tmp_path: Path) -> None:
    """Several mistakes in several files are all reported, sorted by file and line."""
    content.write(tmp_path)
    for mistake in (
        case for case in CASES if case.name in ("dead link", "no calm", "unused source", "claim")
    ):
        path = tmp_path / mistake.file
        path.write_text(path.read_text().replace(mistake.old, mistake.new, 1))
    problems = checks.run(tmp_path, today=content.TODAY)
    assert [problem.file for problem in problems] == [
        "docs/faq.md", "docs/index.md", "helper/data/flow.toml", "helper/data/sources.toml",
    ]  # fmt: skip
    assert problems == sorted(problems)


def test_an_empty_tree_is_answered(tmp_path: Path) -> None:
    """Without any file there are problems, not an exception."""
    assert checks.run(tmp_path, today=content.TODAY)


FILES = sorted([FACTS, SOURCES, FLOW, MENU, *(f"docs/{path}" for path in content.PAGES)])
JUNK = [
    "[",
    "]",
    "{{",
    "}}",
    '"',
    '"""',
    "'''",
    "= 1",
    "x = [1, {a = 2}]",
    "[a.b]",
    "[[question]]",
    "question = 3",
    "[call.x]",
    "start = []",
    "answer = [1]",
    "```",
    "#",
    "---",
    "[x](",
    "[x]: #y",
    "\x00",
    "|",
    "{{ : }}",
    "[outcome]",
    "[text.hrd.body]",
    "pages = 1",
    "text = 1",
    "[[outcome.baca]]",
    "first = [1, [2]]",
]


@settings(max_examples=300, deadline=None)
@given(
    st.sampled_from(FILES),
    st.lists(
        st.tuples(
            st.integers(0, 80),
            st.sampled_from(["insert", "delete", "append"]),
            st.sampled_from(JUNK) | st.text(max_size=9),
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_any_file_is_answered(tree: Path, file: str, edits: list[tuple[int, str, str]]) -> None:
    """However a file is damaged, the checks come to an end, and each problem stands on a line that exists."""
    path = tree / file
    right = path.read_text(encoding="utf-8")
    lines = right.split("\n")
    for where, edit, junk in edits:
        at = where % len(lines)
        text = junk.encode("utf-8", "replace").decode()
        changed = {"insert": [text, lines[at]], "delete": [], "append": [lines[at] + text]}
        lines[at : at + 1] = changed[edit] if len(lines) > 1 else [text]
    try:
        path.write_text("\n".join(lines), encoding="utf-8", newline="")
        problems = checks.run(tree, today=content.TODAY)
        files = {problem.file for problem in problems}
        lengths = {name: len((tree / name).read_text(encoding="utf-8").split("\n")) for name in files}
    finally:
        path.write_text(right, encoding="utf-8")
    assert all(1 <= problem.line <= lengths[problem.file] for problem in problems)


@pytest.mark.parametrize("name", ["facts", "sources", "flow"])
def test_every_key_is_on_its_line(name: str) -> None:
    """For each value of the real files, the line found holds its key (or its table's name)."""
    text = (ROOT / "helper/data" / f"{name}.toml").read_text(encoding="utf-8")
    source = located_toml.Toml(f"{name}.toml", text)
    lines = text.split("\n")

    def walk(value: object, path: tuple[str | int, ...]) -> int:
        if isinstance(value, dict):
            return sum(walk(one, (*path, key)) for key, one in value.items())
        if isinstance(value, list) and value and isinstance(value[0], dict):
            return sum(walk(one, (*path, index)) for index, one in enumerate(value))
        line = lines[source.line(*path) - 1]
        assert re.match(rf'"?{re.escape(str(path[-1]))}"?\s*=', line), (path, line)
        first = value[0] if isinstance(value, list) and value else value
        if isinstance(first, str) and not line.endswith(("[", '"""')):
            assert first in line.replace('\\"', '"'), (path, line)
        return 1

    assert walk(source.table, ()) > 100


@pytest.mark.parametrize(
    "text",
    [
        "Kartu 11 angka, ke-177, 1.177, 177,5 atau Rp177.000.",
        "Pukul 08.00 sampai 15.00, atau 08.00-15.00, tanggal 01-02-2026.",
        "NIK contoh 3101991708450001 dan susunannya 31 01 99 170845 0001.",
        "Baca ../metode/kartu.md atau panduan/index.md.",
        "Pasal 67 ayat 1, UU 27 Tahun 2022, 19 juta data.",
        "Telepon {{ call }}, surel {{ surel }}, situs {{ situs }}.",
        "Hubungi 3 orang. Telepon 2 kali.",
    ],
)
def test_no_contact_is_seen_where_there_is_none(tree: Path, text: str) -> None:
    """Figures, hours, dates and file names are no contacts."""
    path = tree / "docs/faq.md"
    right = path.read_text(encoding="utf-8")
    try:
        path.write_text(right.replace("Bukan, itu NIK.", text), encoding="utf-8")
        assert checks.run(tree, today=content.TODAY) == []
    finally:
        path.write_text(right, encoding="utf-8")


def forbidden() -> list[tuple[str, str]]:
    """Return (words, advice) of all forbidden claims."""
    table = located_toml.Toml("forbidden.toml", claims.FILE.read_text(encoding="utf-8")).table
    return [(words, claim["say"]) for claim in table["claim"] for words in claim["words"]]


@pytest.mark.parametrize(("words", "say"), forbidden())
def test_each_forbidden_claim(words: str, say: str) -> None:
    """Each claim is found in a plain sentence, not in a question, and its advice names facts that exist."""
    made = words.replace(" ... ", " begitu saja ")
    assert say in [advice for _, advice in claims.check(f"Ingat, {made}.")]
    assert not list(claims.check(f"Benarkah {made}?"))
    assert not list(claims.check(f"Itu keliru: {made}."))
    known = located_toml.Toml(FACTS, (ROOT / FACTS).read_text(encoding="utf-8")).table
    assert all(name in known for name in re.findall(r"\{\{ (\S+) \}\}", say))


@settings(deadline=None)
@given(st.text(st.sampled_from("abc ABC 123 éü-–_.,?!()/\"'&"), max_size=40))
def test_anchors_are_those_of_markdown(text: str) -> None:
    """A heading's id is the one that the site will have."""
    assert page_source.slugify(text) == markdown_slugify(text, "-")


def test_anchors_of_a_page() -> None:
    """Same headings are numbered, facts are filled in, marks do not count, and code is no heading."""
    page = page_source.Page(
        "a.md", "# Satu\n\n## Dua *kali*\n\n## Dua kali\n\n```\n## Bukan\n```\n\n## Ke {{ x }} { #sendiri }\n"
    )
    assert page.anchors(lambda name: f"{name}7") == {"satu", "dua-kali", "dua-kali_1", "ke-x7", "sendiri"}


def test_the_command(tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints every problem and fails, or says in one line that all is well."""
    command = __import__("publish.content.checks.__main__", fromlist=["main"])
    monkeypatch.setattr(command, "ROOT", tree)
    monkeypatch.setenv(clock.TODAY, str(content.TODAY))
    monkeypatch.setattr(command.language, "run", lambda root: [])  # tests/unit/test_language.py looks at that
    assert command.main() == 0
    assert capsys.readouterr().out.endswith("Isi panduan beres: tidak ada yang perlu diperbaiki.\n")
    monkeypatch.setenv(clock.TODAY, "2027-02-23")
    assert command.main() == 0
    late, warning, *_, last = capsys.readouterr().out.splitlines()
    assert late == f'{FACTS}:9: Tanggal periksa ulang "call" sudah lewat (2027-02-22).'
    assert warning.startswith("Peringatan: 1 tanggal periksa ulang")
    assert last.startswith("Isi panduan beres")
    word = checks.Problem(FLOW, 7, "Kata ini tidak ada di kamus.", "Perbaiki ejaannya.")
    wrong = checks.Problem(FLOW, 7, "Tautan di baris ini belum utuh.", "Tulis lengkap.")
    monkeypatch.setattr(command.language, "run", lambda root: [word])
    assert (command.main(), capsys.readouterr().out.splitlines()[-1]) == (1, str(word))
    monkeypatch.setattr(
        command.checks, "run", lambda root: [wrong]
    )  # its words are not read while it is broken
    assert (command.main(), capsys.readouterr().out.splitlines()[-1]) == (1, str(wrong))
    monkeypatch.undo()
    monkeypatch.setattr(command, "ROOT", tree / "docs")
    assert command.main() == 1
    assert len(capsys.readouterr().out.splitlines()) > 1


def test_the_command_runs_alone() -> None:
    """`python -m publish.content.checks` can be run from anywhere."""
    run = subprocess.run(
        [sys.executable, "-m", "publish.content.checks"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode in (0, 1), run.stderr
    assert run.stderr == ""
    assert run.stdout.strip()


def test_a_domain_that_is_a_fact_is_named() -> None:
    """A fact of kind word whose value is a domain is a contact too."""
    known = typed_contacts.Contacts(
        {"akhiran": {"kind": "word", "value": "contoh.go.id"}, "x": {"kind": "word", "value": "JMO"}}
    )
    assert [advice for _, advice in known.typed("Alamat resmi berakhiran contoh.go.id, bukan JMO.")] == [
        "Tulis {{ akhiran }}."
    ]


def test_a_copied_page_is_to_blame_for_itself(tree: Path) -> None:
    """A page that was never published says the same as an older one: the older one is right, whatever their names."""
    copy = tree / "docs" / "metode" / "a-kartu.md"
    copy.write_text((tree / "docs/metode/kartu.md").read_text(encoding="utf-8"), encoding="utf-8")
    try:
        problems = checks.run(tree, today=content.TODAY)
    finally:
        copy.unlink()
    said = [one.wrong for one in problems if "sama dengan milik docs/metode/kartu.md" in one.wrong]
    assert len(said) == 2, "\n".join(map(str, problems))
    assert {one.file for one in problems} == {"docs/metode/a-kartu.md"}


def test_a_file_among_the_pages_is_no_page(tree: Path) -> None:
    """What is no page would be published all the same; hidden files are not, and pictures have their own folder."""
    docs = tree / "docs"
    odd = [docs / "catatan.txt", docs / ".simpanan.txt", docs / "assets" / "lain.txt"]
    for path in odd:
        path.write_text("Jangan dibaca.", encoding="utf-8")
    try:
        problems = checks.run(tree, today=content.TODAY)
    finally:
        for path in odd:
            path.unlink()
    assert [(one.file, one.wrong) for one in problems] == [
        ("docs/catatan.txt", "Berkas ini bukan halaman, tetapi ikut terbit di situs."),
    ]


def test_an_empty_page_is_one_problem(tree: Path) -> None:
    """Nothing else is said of it, and nothing of the facts and headings that it had."""
    page = tree / "docs" / "faq.md"
    right = page.read_text(encoding="utf-8")
    page.write_text("", encoding="utf-8")
    try:
        problems = checks.run(tree, today=content.TODAY)
    finally:
        page.write_text(right, encoding="utf-8")
    assert [(one.file, one.wrong) for one in problems] == [("docs/faq.md", "Halaman ini kosong.")]
