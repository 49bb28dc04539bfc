"""Links of before an answer was renamed, on the page as it is without scripts."""

from __future__ import annotations

from helper import flow
from publish.site import helper_page
from tests.unit.test_flow import SMALL


def test_an_old_link_is_an_anchor_without_scripts() -> None:
    """What a position was called before stands beside what it is called now, once, at every depth below it."""
    moved = {"satu": "1", "1.dulu": "1.x", "2.x.lama": "2.x.y"}
    known = SMALL._replace(moved=moved)
    for answers in flow.paths(known):
        for old in helper_page.former(known, answers):
            assert flow.find(known, flow.fragment(old)) == flow.at(known, answers)
    assert helper_page.former(known, ("1", "x")) == [("satu", "x"), ("1", "dulu"), ("satu", "dulu")]
    assert helper_page.former(known, ("2", "x", "y")) == [("2", "x", "lama")]
    assert helper_page.former(SMALL, ("1", "x")) == []
