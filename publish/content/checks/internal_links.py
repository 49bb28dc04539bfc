"""Links between pages: each leads to a page, a heading or a file that exists."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator

from helper import facts, flow
from publish.content import addresses, contact_block, marker_names, table_shape
from publish.content.checks import markup
from publish.content.page_source import CODE, Page
from publish.content.problem import Problem, nearest
from publish.content.reading import Content, read_text

INLINE = re.compile(r"\[((?:[^\[\]]|\[[^\]]*\])*)\]\(\s*(\{\{.*?\}\}|<[^>]*>|[^)\s]*)")
REFERENCE = re.compile(r"\s{0,3}\[([^\]^][^\]]*)\]:\s*(\S+)")
UNNAMED = re.compile(r"(?<!!)\[\s*\]\([^)]")
NO_WORDS = re.compile(r"!\[\s*\]\(")
PICTURE = re.compile(r"!\[[^\]]*\]\([^)\s]*\bassets/gambar/([\w-]+)\.svg")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
HELPER = "mulai.md"
MADE = {
    "": {"sumber-dan-tanggal-periksa"},
    HELPER: {"cek-nik", "nomor-apa"},
    "index.md": {"mulai"},
    "sumber.md": {"belum-dipastikan"},
}
"""Anchors that the build makes: on every page, and on one."""


def anchors(content: Content) -> dict[str, set[str]]:
    """Return the ids that links can lead to, of each page by its path."""
    anchors_of = {
        path: page.anchors(lambda name: value(content, name)) for path, page in content.pages.items()
    }
    for path, ids in anchors_of.items():
        ids.update(MADE[""], MADE.get(path, ()))
        if any(f"{{{{ {contact_block.KIND}:" in line for _, line in content.pages[path].body()):
            ids.add(contact_block.ANCHOR)
    return anchors_of


def check(content: Content) -> Iterator[Problem]:
    """Yield links and anchors that lead nowhere."""
    anchors_of = anchors(content)
    yield from unlisted(content)
    for page in content.pages.values():
        for number, line in page.prose():
            plain = CODE.sub(lambda code: " " * len(code[0]), line)
            if NO_WORDS.search(plain) and not PICTURE.search(plain):
                wrong = "Gambar tidak punya keterangan untuk pembaca layar."
                yield Problem(
                    page.file, number, wrong, "Tulis isinya di antara [ ]: ![Kartu dengan nomor](…)."
                )
            if UNNAMED.search(plain):
                yield Problem(
                    page.file, number, "Tautan ini tidak punya kata.", "Tulis katanya di antara [ ]."
                )
            for name in PICTURE.findall(plain):
                if name in content.names.pictures:
                    wrong = f'Gambar "{name}" ditulis sebagai tautan.'
                    yield Problem(page.file, number, wrong, f"Tulis lengkap: {{{{ gambar: {name} }}}}.")
            for pattern in (INLINE, REFERENCE):
                for words, target in pattern.findall(plain):
                    if fault := one(content, page, words, target.strip("<>"), anchors_of):
                        yield Problem(page.file, number, *fault, target.partition("#")[2])


def unlisted(content: Content) -> Iterator[Problem]:
    """Yield pages that the first page of their folder does not lead to: readers who choose for themselves look there."""
    for path, page in content.pages.items():
        folder, _, name = path.rpartition("/")
        first = content.pages.get(f"{folder}/index.md") if folder else None
        if not first or first is page or first.broken or markup.unclosed(first):
            continue
        targets = {
            target.partition("#")[0] for _, line in first.prose() for _, target in INLINE.findall(line)
        }
        if name not in targets and marker_names.spelt(name.removesuffix(".md")) == name.removesuffix(".md"):
            wrong = f'Halaman "{path}" belum disebut di {first.file}.'
            yield Problem(page.file, 1, wrong, f"Tulis tautannya di sana: [kata]({name}).", name)


def value(content: Content, name: str) -> str:
    """Return the value of a fact, or nothing."""
    fact = content.facts.table.get(name)
    shown = fact.get("value") if isinstance(fact, dict) else ""
    return "" if isinstance(shown, list | dict) else str(shown)


def one(
    content: Content, page: Page, words: str, target: str, anchors: dict[str, set[str]]
) -> tuple[str, str] | None:
    """Return (what is wrong, what to write) for one link, or None."""
    if target.startswith("{{"):
        return f"Penanda {target} sudah menjadi tautan sendiri.", f"Tulis {target} saja, tanpa [ ] dan ( )."
    for _, _, inside in facts.markers(words):
        if content.facts.table.get(inside, {}).get("kind") in ("phone", "email", "url", "account"):
            return f"Penanda {{{{ {inside} }}}} sudah menjadi tautan sendiri.", "Keluarkan dari tautan ini."
    if ELSEWHERE.match(target):
        return None  # typed addresses are found by another check
    path, _, anchor = target.partition("#")
    if not target or target == "#":
        return f'Tautan "{words}" tidak punya tujuan.', "Tulis tujuannya di antara ( )."
    if path.startswith("/"):
        return f'Tautan "{target}" diawali /.', "Tulis jalan dari halaman ini, misalnya ../faq.md."
    full = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), path)) if path else page.path
    if full not in content.pages:
        if path.endswith(".md") or not (content.root / "docs" / full).is_file():
            return missing(content, page, target, full)
        return None
    if content.facts.broken or content.flow.broken:
        return None  # headings quote facts, and the helper's anchors are answers of the flow
    if markup.unclosed(content.pages[full]):
        return None  # the headings below are no headings until it is closed
    leads = not anchor or anchor in anchors[full] or (full == HELPER and is_position(content, anchor))
    if not leads:
        advice = nearest(anchor, anchors[full], "Hapus # dan sesudahnya.")
        return f'Judul "#{anchor}" tidak ada di docs/{full}.', advice
    return None


def missing(content: Content, page: Page, target: str, full: str) -> tuple[str, str]:
    """Return what to say of a link to a page or file that does not exist."""
    here = posixpath.dirname(page.path) or "."
    as_page = full.rstrip("/").removesuffix(".html").removesuffix(".md")
    for guess in (f"{as_page}.md", f"{as_page}/index.md"):
        if guess in content.pages:
            return f'Tautan "{target}" tidak menuju berkas.', f"Tulis {posixpath.relpath(guess, here)}."
    wrong = f'Tautan "{target}" tidak menuju halaman mana pun.'
    moved = addresses.listed(content.root).get(as_page.removesuffix("index").rstrip("/"))
    if moved in content.slugs:
        return wrong, f"Tulis {posixpath.relpath(content.slugs[moved], here)}, karena halaman itu pindah."
    near = {posixpath.relpath(path, here) for path in content.pages}
    return wrong, nearest(target.partition("#")[0], near, "Buat dulu halamannya.")


def is_position(content: Content, anchor: str) -> bool:
    """Return whether an anchor of the helper's page is a position of the flow that still exists."""
    head, *answers = anchor.split(".")
    here = table_shape.text(content.flow.table, "start")
    questions = table_shape.tables(content.flow.table, "question")
    outcomes = table_shape.tables(content.flow.table, "outcome")
    for answer_id in answers:
        if here not in questions and here not in outcomes:
            return True  # another check says that it leads nowhere
        answers_here = questions.get(here, {}).get("answer")
        chosen = [
            answer
            for answer in (answers_here if isinstance(answers_here, list) else [])
            if isinstance(answer, dict) and answer.get("id") == answer_id
        ]
        if not chosen:
            listed = content.root / "publish/content" / addresses.ANSWERS
            # A position that was published and is lost is told where the flow lost it.
            return listed.exists() and ".".join(answers) in read_text(listed).split("\n")
        here = table_shape.text(chosen[0], "goto")
    return head == flow.PREFIX
