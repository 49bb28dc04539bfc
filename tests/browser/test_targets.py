"""Whatever is touched is at least 44 by 44 pixels on a phone: buttons, menu entries, answers, links that stand alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, Page, expect

from helper import flow
from tests.browser.conftest import PHONE, Open
from tests.browser.test_axe import FIELD
from tests.support import built, walk
from tests.support.server import Server

LEAST = 44
"""CSS pixels; WCAG 2.5.5, which is stricter than the 24 of 2.5.8 in level AA."""

SMALL = """(least) => {
  const shown = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0 && !e.closest(".sr");
  const inline = (e) => getComputedStyle(e).display === "inline";
  // A link inside a sentence is as high as its line (WCAG excepts it): something else stands in its block.
  const sentence = (e) => {
    let block = e;
    while (inline(block)) block = block.parentElement;
    return block !== e && block.textContent.trim() !== e.textContent.trim();
  };
  // The words of a field lead to the field, which is large enough; other labels are switches.
  const words = (e) => e.control && e.control.checkVisibility() && e.control.matches("input:not([type=checkbox], [type=radio])");
  const all = [...document.querySelectorAll("a[href], button, summary, input, select, textarea, label[for], [role=option], [tabindex='0']")];
  const touched = all.filter((e) => shown(e) && !(e.matches("a") && sentence(e)) && !(e.matches("label") && words(e)));
  return {
    count: touched.length,
    small: touched.map((e) => [e, e.getBoundingClientRect()])
      .filter(([, box]) => (box.width || box.height) && (box.width < least - 0.01 || box.height < least - 0.01))
      .map(([e, box]) => `${e.outerHTML.slice(0, 120)}: ${box.width.toFixed(1)} x ${box.height.toFixed(1)}`),
  };
}"""
OPEN_ALL = "for (const one of document.querySelectorAll('details')) one.open = true;"


def small(page: Page) -> list[str]:
    """Return what is shown and too small to touch."""
    page.evaluate(OPEN_ALL)
    found: dict[str, Any] = page.evaluate(SMALL, LEAST)
    assert found["count"]
    return list(found["small"])


def test_on_every_page(browser: Browser, common: Server, access: Callable[..., None]) -> None:
    context = browser.new_context(**PHONE, reduced_motion="reduce")
    page = context.new_page()
    found = {}
    for file in built.pages(common.root):
        address = file.relative_to(common.root).as_posix().removesuffix("index.html")
        page.goto(f"{common.origin}/{address}")
        found[address] = small(page)
    context.close()
    assert {address: names for address, names in found.items() if names} == {}
    access("touch", LEAST)


def test_in_the_menu_and_all_its_parts(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/metode/jmo/", reduced_motion="reduce")
    page.get_by_role("button", name="Menu").first.tap()
    assert small(page) == []
    parts = page.locator(".md-nav__toggle:not(#__toc)")
    assert parts.count() == 3
    for part in range(3):
        parts.evaluate_all("(all, which) => all.forEach((e, n) => { e.checked = n === which; })", part)
        assert small(page) == []


def test_in_the_search(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/", reduced_motion="reduce")
    page.get_by_role("button", name="Cari di panduan").first.tap()
    assert small(page) == []
    page.keyboard.type("kartu hilang")
    expect(page.get_by_role("option").first).to_be_visible()
    assert small(page) == []


def test_in_every_step_and_result_of_the_helper(ready: Page) -> None:
    for answers in walk.ONE_EACH:
        ready.evaluate("(hash) => { location.hash = hash; }", flow.fragment(answers))
        walk.settle(ready, answers)
        assert small(ready) == [], answers
    for text in FIELD.values():
        ready.fill("#nik", text)
        ready.press("#nik", "Enter")
        expect(ready.locator("[data-part=result] .verdict")).to_be_focused()
        assert small(ready) == [], text
    ready.fill("#nomor", "0899000000001")
    ready.press("#nomor", "Enter")
    expect(ready.locator("[data-part=named] .verdict")).to_be_focused()
    assert small(ready) == []


def test_in_every_state_without_python(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/mulai/", script="delete window.Worker;")
    for state in ("static", "loading", "failed"):
        page.evaluate("(state) => { document.querySelector('[data-helper]').dataset.state = state; }", state)
        assert small(page) == [], state
