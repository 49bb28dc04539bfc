"""Abbreviations: explained where a page uses them first, and in the list of words."""

from __future__ import annotations

import re
from pathlib import Path

from helper import data
from publish.site import abbreviations
from tests import ROOT

GUIDE = data.guide()
NAMES = abbreviations.names(GUIDE.facts)
MARK = re.compile(r'<abbr title="([^"]*)">([^<]*)</abbr>')
SHORT = re.compile(r"\b[A-Z][A-Z0-9]{1,8}\b")
TERM = re.compile(r"^([^\n:#{][^\n]*)\n: ", re.MULTILINE)
EVERYDAY = {"KTP", "HP", "SMS", "SIM", "PIN", "PDF", "PT", "WA", "TV", "OK", "URL"}
"""Known to every reader; longer in full than they are clear."""


def test_names_come_from_facts_that_are_names() -> None:
    assert NAMES["JMO"] == "Jamsostek Mobile"
    assert NAMES["SIPP"] == "Sistem Informasi Pelaporan Peserta"
    assert "NPP" not in NAMES  # its fact is a description


def test_the_first_use_in_running_text_is_explained() -> None:
    html = "<h2>JMO</h2><p><a>JMO</a> JMO-nya, JMO. <!--publish JMO--> XJMO</p>"
    assert abbreviations.explain(html, {"JMO": "A & B"}) == (
        '<h2>JMO</h2><p><a>JMO</a> <abbr title="A &amp; B">JMO</abbr>-nya, JMO. <!--publish JMO--> XJMO</p>'
    )
    assert abbreviations.explain("<p>JMO</p>", {}) == "<p>JMO</p>"


def test_every_page_explains_each_once(site: Path) -> None:
    seen = set()
    for file in site.rglob("index.html"):
        marks = MARK.findall(file.read_text(encoding="utf-8"))
        shorts = [short for _, short in marks]
        assert len(shorts) == len(set(shorts)), file
        assert all(NAMES[short] == name for name, short in marks), file
        seen |= set(shorts)
    assert {"KPJ", "JMO", "JHT", "BPU", "PMI"} <= seen


def test_every_abbreviation_stands_in_the_list_of_words() -> None:
    """Titles of `abbr` reach neither touch nor every screen reader; the list does."""
    terms = {
        term
        for line in TERM.findall((ROOT / "docs/glosarium.md").read_text(encoding="utf-8"))
        for term in SHORT.findall(line)
    }
    terms |= EVERYDAY
    for text in (*GUIDE.flow.outcomes.values(), *GUIDE.flow.questions.values(), *GUIDE.flow.texts.values()):
        assert set(SHORT.findall(re.sub(r"\{\{.*?\}\}", "", str(text)))) <= terms, text.id
