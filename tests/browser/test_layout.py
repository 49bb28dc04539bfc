"""The frame of every page at every width: no column cut, no word broken, a menu that holds, and nothing that jumps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from helper import flow
from tests.browser.conftest import READY, Open
from tests.browser.test_keyboard import FOCUS, press_until
from tests.support import built, walk
from tests.support.server import Server

WIDTHS = (320, 360, 412, 600, 768, 1024, 1220, 1280, 1366, 1920)
FEW = (320, 768, 1220, 1366)
"""For pages of text alone: a phone, a tablet, and the menu beside the page, with little room and with more."""
PAPER = (469, 703)
"""CSS pixels between the margins of A5 and A4."""
WIDE = 1220
"""From here on the menu stands beside the page."""
LEAST_SHIFT = 0.02
PLAN = max(walk.PLANS, key=len)

SPOILT = """() => {
  const spoilt = new Set(), range = document.createRange(), edge = document.documentElement.clientWidth;
  const hidden = (e) => !e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || e.closest("svg, .sr") || (e.closest("thead") && e.closest("thead").clientWidth < 2);
  const style = new Map(), of = (e) => style.get(e) || (style.set(e, getComputedStyle(e)), style.get(e));
  // What cuts an element off: its ancestors that do not let it overflow, up to one that is fixed to the screen.
  const cutters = new Map();
  const cut = (e) => {
    if (!e || e === document.body || e === document.documentElement) return [];
    if (!cutters.has(e)) cutters.set(e, [...(of(e).overflowX !== "visible" ? [e] : []), ...cut(e.parentElement)]);
    return cutters.get(e);
  };
  for (const e of document.querySelectorAll("body *"))
    if (/auto|scroll/.test(of(e).overflowX) && e.scrollWidth > e.clientWidth + 1 && !hidden(e)) spoilt.add(`slides: ${e.className}`);
  if (document.documentElement.scrollWidth > edge) spoilt.add("slides: the page");
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const header = document.querySelector(".md-header").getBoundingClientRect().bottom, sticky = ".md-header, .md-sidebar, dialog", seen = [];
  scrollTo(0, 0);
  let words = 0;
  for (let node; (node = texts.nextNode());) {
    const parent = node.parentElement;
    if (!node.data.trim() || hidden(parent)) continue;
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      const name = `${node.data.trim().slice(0, 40)} (${parent.tagName}.${parent.className})`;
      const sides = cut(parent).map((e) => e.getBoundingClientRect());
      if (box.left < -1 || box.right > edge + 1 || sides.some((side) => box.left < side.left - 1 || box.right > side.right + 1)) spoilt.add(`cut: ${name}`);
      const x = box.left + box.width / 2, y = box.top + box.height / 2;
      if (!sides.some((side) => y < side.top || y > side.bottom)) seen.push({ x, y, parent, name, still: Boolean(parent.closest(sticky)) });
    }
    for (const { 0: word, index } of node.data.matchAll(/[\\p{L}\\p{N}]{2,}/gu)) {
      words += 1;
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const boxes = range.getClientRects();
      if (boxes.length > 1 && new Set([...boxes].filter((box) => box.width > 0).map((box) => Math.round(box.top))).size > 1) spoilt.add(`broken: ${word}`);
    }
  }
  // Screen by screen, below what sticks to the top.
  for (let from = 0; from < document.documentElement.scrollHeight; from += innerHeight - header) {
    scrollTo(0, from);
    for (const { x, y, parent, name, still } of seen) {
      const at = still ? y : y - scrollY;
      if ((still && from) || (!still && at < header) || at >= innerHeight) continue;
      const top = document.elementFromPoint(x, at);
      if (top && !top.contains(parent) && !parent.contains(top)) spoilt.add(`behind ${top.tagName}.${top.getAttribute("class")}: ${name}`);
    }
  }
  return { words, spoilt: [...spoilt] };
}"""
"""What a reader cannot read: text cut off at the side, behind something, a word broken, a box that slides without a sign."""
CENTRES = """() => [...document.querySelectorAll(".answer")].filter((e) => e.getClientRects().length).map((e) => {
  const box = e.getBoundingClientRect(), text = document.createRange();
  text.setStartBefore(e.firstElementChild);
  text.setEndAfter(e.lastElementChild);
  const inner = text.getBoundingClientRect();
  return [e.childElementCount, Math.abs((inner.top + inner.bottom) - (box.top + box.bottom)) / 2];
})"""
SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map((entry) => entry.value))).observe({ type: "layout-shift", buffered: true });"""
HEADING = """() => [
  [...document.querySelectorAll("[data-part=step] h2")].find((e) => e.getClientRects().length).getBoundingClientRect().top,
  document.querySelector(".md-header").getBoundingClientRect().bottom]"""
SHAPE = """() => [...document.querySelector("[data-part=step]").children].map((e) => e.className.split(" ")[0] || e.tagName).join()
  + Boolean(document.querySelector("[data-part=step] .beside > .contact"))"""
JUMPS = "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(shifts.reduce((sum, one) => sum + one, 0)))))"
MENU = "document.querySelector('.md-sidebar--primary')"


@pytest.fixture(scope="module")
def sheet(browser: Browser) -> Iterator[Page]:
    """One page for all that only looks; its width changes."""
    context = browser.new_context(reduced_motion="reduce")
    context.add_init_script(SHIFTS)
    yield context.new_page()
    context.close()


def spoilt(page: Page, width: int) -> list[str]:
    """Return what cannot be read at a width."""
    page.set_viewport_size({"width": width, "height": 800})
    seen: dict[str, Any] = page.evaluate(SPOILT)
    assert seen["words"]
    return list(seen["spoilt"])


def found_at(page: Page, widths: Iterable[int]) -> dict[int, list[str]]:
    """Return what cannot be read, by width."""
    found = {width: spoilt(page, width) for width in widths}
    return {width: names for width, names in found.items() if names}


def test_every_page_can_be_read_at_every_width(sheet: Page, common: Server) -> None:
    """And on paper, where it has a table; and it stands still from the first paint on. A page with a wide table may need `hide: [toc]` at its head."""
    found: dict[str, Any] = {}
    jumps = {}
    for number, file in enumerate(built.pages(common.root)):
        address = file.relative_to(common.root).as_posix().removesuffix("index.html")
        sheet.set_viewport_size({"width": FEW[number % len(FEW)], "height": 640})
        sheet.goto(f"{common.origin}/{address}")
        if not sheet.locator("article").count():
            continue  # an old address that leads on
        jumps[address] = sheet.evaluate(JUMPS)
        tables = sheet.locator("article table").count()
        found[address] = found_at(sheet, WIDTHS if tables else FEW)
        if tables:
            sheet.emulate_media(media="print")
            found[f"{address} print"] = found_at(sheet, PAPER)
            sheet.emulate_media(media="screen")
    assert {address: names for address, names in found.items() if names} == {}
    assert {address: far for address, far in jumps.items() if far >= LEAST_SHIFT} == {}
    assert len(found) > 30


def test_every_step_can_be_read_at_every_width(sheet: Page, common: Server) -> None:
    """After Python has taken over; every plan on a phone, one of each shape at every width."""
    sheet.goto("about:blank")
    sheet.goto(f"{common.origin}/mulai/")
    sheet.wait_for_selector(READY)
    found, shapes = {}, set()
    for answers in walk.ONE_EACH:
        sheet.set_viewport_size({"width": WIDTHS[0], "height": 640})
        sheet.evaluate("(hash) => { location.hash = hash; }", flow.fragment(answers))
        walk.settle(sheet, answers)
        top, header = sheet.evaluate(HEADING)
        assert header <= top < 320, answers
        shape = sheet.evaluate(SHAPE)
        found[answers] = found_at(sheet, WIDTHS[:1] if shape in shapes else WIDTHS)
        shapes.add(shape)
    assert {answers: names for answers, names in found.items() if names} == {}
    assert len(shapes) > 3


def test_a_reader_who_enlarges_text_can_read_it(sheet: Page, common: Server) -> None:
    """The look that needs most room, on the pages with the widest things."""
    found = {}
    for address in ("", "mulai/", "panduan/bandingkan-cara/", "metode/jmo/"):
        sheet.goto(f"{common.origin}/{address}")
        sheet.evaluate("Object.assign(document.documentElement.dataset, { text: 'terbesar', space: 'lega' })")
        found[address] = found_at(sheet, WIDTHS)
    assert {address: names for address, names in found.items() if names} == {}


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


def test_back_closes_the_menu_and_leaves_the_page_next(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/faq/", reduced_motion="reduce")
    page.goto(f"{common.origin}/metode/jmo/")
    opened = "() => document.getElementById('__drawer').checked"
    page.locator("[data-menu]").tap()
    page.go_back()
    page.wait_for_function("() => !document.getElementById('__drawer').checked")
    assert page.url == f"{common.origin}/metode/jmo/"
    page.locator("[data-menu]").tap()
    page.wait_for_function(opened)
    page.keyboard.press("Escape")
    page.wait_for_function("() => !history.state || !history.state.menu")
    page.locator("[data-menu]").tap()
    page.locator(".md-nav--primary a", has_text="Tujuh tips").tap()
    page.wait_for_url(f"{common.origin}/tips/")
    page.go_back()
    assert page.url == f"{common.origin}/metode/jmo/" and not page.evaluate(opened)
    page.go_back()
    assert page.url == f"{common.origin}/faq/"


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
