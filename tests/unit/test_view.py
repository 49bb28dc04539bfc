"""The view: what a reader sees of a position, the same for every layer."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helper import data, facts, flow, view

GUIDE = data.guide()
LINKS = view.Links()
VOID = {"br", "input", "img", "hr", "wbr"}
POSITIONS = list(flow.paths(GUIDE.flow))


class Balanced(HTMLParser):
    """Checks that tags close in order; collects the text and the addresses."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID:
            self.open.append(tag)
        if tag == "a":
            self.links.append(dict(attrs)["href"] or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


@given(st.text())
def test_escaped_text_is_text(text: str) -> None:
    # A parser may take any end of a line for a line feed.
    assert Balanced(f"<p>{view.escape(text)}</p>").text.splitlines() == text.splitlines()
    assert '"' not in view.escape(text)
    assert "'" not in view.escape(text)


@pytest.mark.parametrize("answers", POSITIONS, ids=flow.fragment)
def test_every_position_is_whole(answers: tuple[str, ...]) -> None:
    """Balanced HTML, its heading, no marker left, the exit, and links that stay in the guide."""
    place = flow.at(GUIDE.flow, answers)
    html = view.step(GUIDE, LINKS, place)
    parsed = Balanced(html)
    assert view.title(GUIDE, place) in parsed.text
    assert "{{" not in html
    assert "Lihat semua cara lain" in parsed.text
    for link in parsed.links:
        assert link.startswith(("#", "../", "tel:", "mailto:", "https://")), link


@pytest.mark.parametrize("answers", POSITIONS, ids=flow.fragment)
def test_answers_lead_one_step_on(answers: tuple[str, ...]) -> None:
    place = flow.at(GUIDE.flow, answers)
    if isinstance(place.node, flow.Question):
        links = Balanced(view.question(GUIDE, LINKS, place)).links
        assert links == [f"#{flow.fragment((*answers, a.id))}" for a in place.node.answers]


def test_a_plan_has_its_parts_in_order() -> None:
    plan = next(p for p in GUIDE.flow.outcomes.values() if p.check_nik and p.say and p.bring and p.avoid)
    html = view.outcome(GUIDE, LINKS, plan)
    headings = ["NIK akan ditanyakan", "Cara pertama", "Kata-kata siap pakai", view.CALLING]
    headings += ["Siapkan", "Hindari", "Kalau tidak berhasil", "Baca selengkapnya"]
    places = [
        html.index(heading if index == 0 else f"<h3>{heading}</h3>") for index, heading in enumerate(headings)
    ]
    assert places == sorted(places)


def test_changing_an_answer_keeps_the_later_ones_in_its_links() -> None:
    deep = max(POSITIONS, key=len)
    place = flow.find(GUIDE.flow, flow.fragment(deep, 0))
    links = Balanced(view.question(GUIDE, LINKS, place)).links
    assert f"#{flow.fragment(deep)}" in links


def test_a_stale_position_says_so() -> None:
    place = flow.find(GUIDE.flow, "#jawab.dulu-ada")
    assert "versi lain" in view.step(GUIDE, LINKS, place)
    assert "versi lain" not in view.step(GUIDE, LINKS, flow.find(GUIDE.flow, ""))


def test_facts_become_links_where_they_are_one() -> None:
    assert view.fact(GUIDE.facts, "call-center").startswith('<a href="tel:175"')
    assert 'href="mailto:care@' in view.fact(GUIDE.facts, "email-resmi")
    with pytest.raises(facts.UnknownFact, match="tidak-ada"):
        view.fact(GUIDE.facts, "tidak-ada")


def test_a_text_to_copy_is_plain() -> None:
    """What is copied holds the facts' values, no markup and no marker."""
    for text in GUIDE.flow.texts.values():
        body = view.plain(GUIDE, text.body)
        assert "{{" not in body
        assert "<" not in body
        shown = Balanced(view.block(GUIDE, text)).text
        assert body in shown


def test_a_chat_is_passed_on_and_every_other_text_printed() -> None:
    blocks = {text.chat: view.block(GUIDE, text) for text in GUIDE.flow.texts.values()}
    for chat, html in blocks.items():
        assert "data-copy hidden" in html
        assert ("data-share hidden" in html) is chat
        assert ("data-print hidden" in html) is not chat


def test_the_blanks_of_a_text_are_marked_for_print() -> None:
    for text in GUIDE.flow.texts.values():
        assert view.block(GUIDE, text).count(f"<u>{view.BLANK}</u>") == text.body.count(view.BLANK)


def test_links_lead_where_they_are_told() -> None:
    html = view.step(GUIDE, view.Links("../../{}/index.html", "x/"), flow.at(GUIDE.flow, ()))
    links = Balanced(html).links
    assert "../../panduan/bandingkan-cara/index.html" in links
    assert all(link.startswith(("x/#", "../../")) for link in links)
