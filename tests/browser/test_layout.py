"""The frame of every page at every width: no column cut, no word broken, a menu that holds, and nothing that jumps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from helper import flow
from tests.browser.conftest import READY, Open
from tests.browser.test_keyboard import FOCUS, press_until
from tests.support import walk
from tests.support.server import Server

WIDTHS = (320, 360, 412, 600, 720, 768, 1024, 1060, 1220, 1280, 1366, 1920)
PAPER = (469, 703)
"""CSS pixels between the margins of A5 and A4."""
WIDE = 1220
"""From here on the menu stands beside the page."""
LEAST_SHIFT = 0.02
PLAN = max(walk.PLANS, key=len)

SPOILT = """() => {
  const article = document.querySelector("article");
  if (!article) return { cells: 0, words: 0, spoilt: [] }; // an old address that leads on
  const edge = article.getBoundingClientRect().right, spoilt = new Set(), range = document.createRange();
  const hidden = (e) => !e.checkVisibility() || e.closest("svg, .sr") || (e.closest("thead") && e.closest("thead").clientWidth < 2);
  const cells = [...article.querySelectorAll("th, td")].filter((e) => !hidden(e));
  for (const cell of cells)
    if (cell.getBoundingClientRect().right > edge + 1 || cell.scrollWidth > cell.clientWidth + 1) spoilt.add(`cut: ${cell.textContent.slice(0, 40)}`);
  const texts = document.createTreeWalker(article, NodeFilter.SHOW_TEXT);
  let words = 0;
  for (let node; (node = texts.nextNode());) {
    if (hidden(node.parentElement)) continue;
    for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\p{N}]{2,}/gu)) {
      words += 1;
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].filter((box) => box.width > 0).map((box) => Math.round(box.top)));
      if (lines.size > 1) spoilt.add(`broken: ${word}`);
    }
  }
  return { cells: cells.length, words, spoilt: [...spoilt] };
}"""
CENTRES = """() => [...document.querySelectorAll(".answer")].filter((e) => e.getClientRects().length).map((e) => {
  const box = e.getBoundingClientRect(), text = document.createRange();
  text.setStartBefore(e.firstElementChild);
  text.setEndAfter(e.lastElementChild);
  const inner = text.getBoundingClientRect();
  return [e.childElementCount, Math.abs((inner.top + inner.bottom) - (box.top + box.bottom)) / 2];
})"""
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: "layout-shift", buffered: true });"""
MENU = "document.querySelector('.md-sidebar--primary')"


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """One page for all that only looks; its width changes."""
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


def test_no_column_is_cut_and_no_word_is_broken(sheet: Page, common: Server) -> None:
    """On no screen, and on no paper. A page with a wide table may need `hide: [toc]` at its head."""
    found, cells, words = {}, 0, 0
    for file in sorted(common.root.rglob("*.html")):
        address = file.relative_to(common.root).as_posix().removesuffix("index.html")
        sheet.goto(f"{common.origin}/{address}")
        tables = sheet.locator("article table").count()
        for medium, widths in (("screen", WIDTHS), ("print", PAPER)) if tables else (("screen", WIDTHS[:2]),):
            sheet.emulate_media(media="print" if medium == "print" else "screen")
            for width in widths:
                sheet.set_viewport_size({"width": width, "height": 800})
                seen: dict[str, Any] = sheet.evaluate(SPOILT)
                cells, words = cells + seen["cells"], words + seen["words"]
                if seen["spoilt"]:
                    found[f"{address} {medium} {width}"] = seen["spoilt"]
    sheet.emulate_media(media="screen")
    assert found == {}
    assert cells and words


def test_the_menu_has_a_button_only_where_it_opens(sheet: Page, common: Server) -> None:
    sheet.goto(f"{common.origin}/metode/jmo/")
    for width in WIDTHS:
        sheet.set_viewport_size({"width": width, "height": 800})
        shown = [
            one.is_visible() for one in sheet.locator("header [data-menu], header [data-menu-plain]").all()
        ]
        assert sum(shown) == (width < WIDE), width
        assert sheet.locator(".md-nav--primary").is_visible() == (width >= WIDE), width


def test_an_answer_stands_in_the_middle_with_and_without_a_hint(sheet: Page, common: Server) -> None:
    sheet.set_viewport_size({"width": 360, "height": 640})
    seen = []
    for answers in ((), PLAN[:1], PLAN[:2]):
        sheet.goto("about:blank")
        sheet.goto(f"{common.origin}/mulai/#{flow.fragment(answers)}")
        seen += sheet.evaluate(CENTRES)
    assert {parts for parts, _ in seen} == {1, 2}
    assert [off for _, off in seen if off > 1] == []


@pytest.mark.parametrize("inert", [True, False], ids=["inert", "no inert"])
def test_the_open_menu_is_all_there_is(open_page: Open, common: Server, inert: bool) -> None:
    page = open_page(
        f"{common.origin}/metode/jmo/",
        is_mobile=False,
        reduced_motion="reduce",
        script="" if inert else "delete HTMLElement.prototype.inert;",
    )
    press_until(page, "document.activeElement.matches('[data-menu]')")
    page.keyboard.press("Enter")
    stops = []
    for _ in range(60):
        stops.append(page.evaluate(FOCUS))
        page.keyboard.press("Tab")
        outside = page.evaluate(
            f"document.activeElement !== document.body && !{MENU}.contains(document.activeElement)"
        )
        assert not outside
    assert [stop for stop in stops if stop["name"] and not (stop["ring"] and stop["seen"])] == []
    around = [stop["id"] for stop in stops if stop["name"]]
    links = page.evaluate(
        f"[...{MENU}.querySelectorAll('a')].filter((e) => e.getClientRects().length).length"
    )
    assert links < len(set(around)) < len(around), "all of it, and around"
    page.mouse.move(340, 300)
    page.mouse.wheel(0, 400)
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.matches('[data-menu][aria-expanded=false]')")
    assert page.evaluate(f"[scrollY, {MENU}.scrollLeft, document.querySelectorAll('[inert]').length]") == [
        0,
        0,
        0,
    ]
    page.mouse.wheel(0, 400)
    page.wait_for_function("() => scrollY > 0")


def test_the_menu_gives_the_page_back(open_page: Open, common: Server) -> None:
    """By its own button, by a touch beside it, on a screen that became wide, by a link to a place of this page."""
    page = open_page(f"{common.origin}/metode/jmo/", is_mobile=False, reduced_motion="reduce")

    def link() -> None:
        page.locator(".md-nav--primary label[for=__toc]").first.press("Enter")
        page.locator(".md-nav--primary .md-nav--secondary a").first.click()

    ways: tuple[Callable[[], object], ...] = (
        lambda: page.get_by_role("button", name="Tutup menu").click(),
        lambda: page.mouse.click(340, 300),
        lambda: page.set_viewport_size({"width": WIDE, "height": 640}),
        link,
    )
    for way in ways:
        page.set_viewport_size({"width": 360, "height": 640})
        page.locator("[data-menu]").click()
        assert page.evaluate("document.querySelectorAll('[inert]').length")
        way()
        page.wait_for_function(
            "() => !document.querySelector('[inert]') && !document.getElementById('__drawer').checked"
        )


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (360, 640)], ids=lambda size: str(size[0]))
def test_a_plan_stands_still_while_it_arrives(open_page: Open, server: Server, size: tuple[int, int]) -> None:
    page = open_page(
        f"{server.origin}/mulai/#{flow.fragment(PLAN)}",
        viewport={"width": size[0], "height": size[1]},
        is_mobile=False,
        script=SHIFTS,
    )
    page.wait_for_selector(READY)
    page.wait_for_function(
        "() => performance.now() - performance.getEntriesByName('helper:ready')[0].startTime > 300"
    )
    assert sum(page.evaluate("shifts")) < LEAST_SHIFT


def test_a_table_drawn_as_cards_is_still_a_table(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/panduan/bandingkan-cara/")
    table = page.get_by_role("table").first
    rows = table.get_by_role("row")
    heads = table.get_by_role("columnheader").count()
    assert heads > 5
    assert rows.count() == 1 + table.get_by_role("rowheader").count() > 5
    for row in rows.all()[1:]:
        assert row.get_by_role("rowheader").count() + row.get_by_role("cell").count() == heads
    roles = [
        node["role"]["value"]
        for node in page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    ]
    assert roles.count("row") == rows.count()
    assert roles.count("cell") + roles.count("gridcell") == (rows.count() - 1) * (heads - 1)


def test_without_a_script_an_answer_takes_focus_to_where_it_leads(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/mulai/", java_script_enabled=False)
    for end in range(1, len(PLAN) + 1):
        there = flow.fragment(PLAN[:end])
        page.locator(f"a.answer[href='#{there}']:visible").press("Enter")
        assert page.evaluate("document.activeElement.id") == there
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "none"


def test_letters_grow_with_the_readers_own_setting(common: Server) -> None:
    """A desktop browser does not tell; the last word in the stylesheet counts."""
    css = (common.root / "assets/site.css").read_text(encoding="utf-8")
    said = re.findall(r"[{;\s]((?:-\w+-)?text-size-adjust):\s*([^;}]+)", css)
    assert dict(said) == dict.fromkeys(
        ("-webkit-text-size-adjust", "-moz-text-size-adjust", "text-size-adjust"), "100%"
    )
