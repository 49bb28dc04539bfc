"""Each question that people really ask has its answer: a page, and a heading on it with words below."""

from __future__ import annotations

import re
import tomllib

import pytest

from helper import facts
from publish.content import clock, contact_block, reading
from publish.content.language import sentences
from publish.content.page_source import Page
from tests import ROOT

FILE = ROOT / "docs-maintainer" / "questions.toml"
WANTED = 85
"""Questions that were collected: half before the guide was first written, half from the reviews to May 2026."""
QUESTIONS = tomllib.loads(FILE.read_text(encoding="utf-8"))["question"]
DIGITS = re.compile(r"\d{7,}")


@pytest.fixture(scope="module")
def known() -> reading.Content:
    return reading.read(ROOT, clock.today())


def answers(page: Page, known: reading.Content) -> dict[str, str]:
    """Return the words below each heading of a page by its anchor, and those of its contact block."""

    def value(name: str) -> str:
        return str(known.facts.table.get(name, {}).get("value", ""))

    found: dict[str, str] = {}
    ends = [heading.line for heading in page.headings[1:]] + [len(page.lines) + 1]
    for heading, end in zip(page.headings, ends, strict=True):
        (anchor,) = Page(page.path, "#" * heading.level + " " + heading.text).anchors(value)
        found[anchor] = facts.fill("\n".join(page.lines[heading.line : end - 1]), value)
    if any(f"{{{{ {contact_block.KIND}:" in line for line in page.lines):
        found[contact_block.ANCHOR] = "\n".join(known.flow.table["contact"]["telepon"].values())
    return found


def test_all_questions_are_here() -> None:
    asked = [one["asked"].casefold() for one in QUESTIONS]
    assert len(asked) >= WANTED
    assert len(set(asked)) == len(asked)
    assert not [one for one in asked if DIGITS.search(one)], "a number could be somebody's"


@pytest.mark.parametrize("one", QUESTIONS, ids=lambda one: one["asked"][:40])
def test_a_question_has_its_answer(one: dict[str, str], known: reading.Content) -> None:
    """The page is there, the heading is on it, and at least a sentence stands below the heading."""
    path = known.slugs.get(one["page"])
    assert path, f"no page {one['page']}"
    below = answers(known.pages[path], known)
    assert one["anchor"] in below, f"no heading #{one['anchor']} on {path}"
    assert len(sentences.words(below[one["anchor"]])) >= 8
