"""By keys alone: everything is reached, its focus is seen and not covered, and nothing holds it."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page

from helper import flow
from tests.browser.conftest import READY, Open
from tests.support import walk
from tests.support.server import Server

PHONE_OR_DESK = {"phone": {"width": 360, "height": 640}, "desk": {"width": 1280, "height": 800}}
FOCUS = """async () => {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const e = document.activeElement, style = getComputedStyle(e), box = e.getClientRects()[0] || e.getBoundingClientRect();
  const top = document.elementFromPoint(
    Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1), Math.min(Math.max(box.top + Math.min(box.height / 2, 20), 0), innerHeight - 1));
  return {
    name: e === document.body ? "" : e.outerHTML.slice(0, 120),
    id: e.dataset.stop ||= String(window.stops = (window.stops || 0) + 1),
    ring: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    seen: Boolean(top) && (e.contains(top) || top.contains(e)) && box.bottom > 0 && box.top < innerHeight,
  };
}"""
REACHABLE = """() => [...document.querySelectorAll("a[href], button, summary, input, label[tabindex='0'], [tabindex='0']")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length && e.tabIndex >= 0 && !e.disabled && !e.closest("dialog:not([open])"))
  .filter((e) => !e.dataset.stop).map((e) => e.outerHTML.slice(0, 120))"""


def walk_by_tab(page: Page) -> list[dict[str, Any]]:
    """Press Tab until it has come around the page; return every stop."""
    stops: list[dict[str, Any]] = []
    for _ in range(400):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUS)
        if stops and stop["id"] == stops[0]["id"]:
            return stops
        if stop["name"]:
            stops.append(stop)
    raise AssertionError("Tab never comes to an end")


def assert_all_is_seen(page: Page) -> None:
    """Assert that Tab reaches everything, and that each stop has a ring and is not covered."""
    stops = walk_by_tab(page)
    assert len(stops) > 5
    assert [stop for stop in stops if not (stop["ring"] and stop["seen"])] == []
    assert page.evaluate(REACHABLE) == []


@pytest.mark.parametrize(
    ("address", "size"),
    [("", "phone"), ("", "desk"), ("metode/jmo/", "phone"), ("404.html", "phone"), ("sumber/", "desk")],
)
def test_every_stop_on_a_page(open_page: Open, common: Server, address: str, size: str) -> None:
    assert_all_is_seen(
        open_page(
            f"{common.origin}/{address}",
            viewport=PHONE_OR_DESK[size],
            is_mobile=False,
            reduced_motion="reduce",
        )
    )


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_whole_helper(open_page: Open, common: Server, theme: str) -> None:
    """From the first question to a plan, back by a changed answer, and a NIK judged: no hand on the screen."""
    page = open_page(f"{common.origin}/mulai/", is_mobile=False, reduced_motion="reduce", color_scheme=theme)
    page.wait_for_selector(READY)
    press_until(page, "document.activeElement.matches('a.answer')")
    answers = max(walk.PLANS, key=len)
    for end in range(1, len(answers) + 1):
        wanted = flow.fragment(answers[:end])
        press_until(page, f"document.activeElement.getAttribute('href') === '#{wanted}'")
        page.keyboard.press("Enter")
        walk.settle(page, answers[:end])
    assert_all_is_seen(page)
    press_until(page, "document.activeElement.id === 'nik'")
    page.keyboard.type("3101991708450001")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-part=result] .verdict.valid:focus")
    assert page.evaluate(FOCUS)["ring"]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.check') !== null"), (
        "on to the form, not to the top"
    )


def press_until(page: Page, there: str) -> None:
    """Press Tab until an expression is true."""
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(there):
            return
    raise AssertionError(f"Tab never gets there: {there}")


def test_the_menu_opens_gives_way_and_closes(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/metode/jmo/", is_mobile=False, reduced_motion="reduce")
    press_until(page, "document.activeElement.matches('[data-menu]')")
    page.keyboard.press("Enter")
    page.wait_for_function("document.querySelector('.md-sidebar--primary').contains(document.activeElement)")
    press_until(page, "document.activeElement.matches('.md-nav__container label')")
    assert page.evaluate(FOCUS)["ring"]
    page.keyboard.press("Enter")
    press_until(page, "document.activeElement.closest('.md-nav__toggle:checked ~ nav')")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-menu][aria-expanded=false]')")
