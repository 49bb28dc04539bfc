"""For every eye: nothing moves for who asks for calm, forced colours lose nothing, colour alone says nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PHONE, READY, Open
from tests.browser.test_axe import FIELD, PAGES
from tests.support import walk
from tests.support.server import Server

MOVING = """() => [
  ...document.getAnimations().map((one) => `runs: ${one.transitionProperty || one.animationName}`),
  ...[...document.querySelectorAll("*")].flatMap((e) => ["", "::before", "::after"].map((part) => [e, part, getComputedStyle(e, part)]))
    .filter(([, , s]) => s.animationName !== "none" || s.scrollBehavior !== "auto"
      || (s.transitionProperty !== "none" && s.transitionDuration.split(", ").some((time) => time !== "0s")))
    .map(([e, part]) => e.outerHTML.slice(0, 80) + part),
]"""
BARE = """() => [...document.querySelectorAll("button, input, summary, .answer, .verdict, [role=option]")]
  .filter((e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length && !e.closest(".sr") && e.type !== "checkbox")
  .filter((e) => {
    const style = getComputedStyle(e);
    const edge = ["Top", "Right", "Bottom", "Left"].some((side) => style[`border${side}Style`] !== "none" && parseFloat(style[`border${side}Width`]) >= 1);
    const outline = style.outlineStyle !== "none";
    return !edge && !outline && !style.textDecorationLine.includes("underline") && !e.querySelector("svg");
  }).map((e) => e.outerHTML.slice(0, 120))"""
PLAIN_LINKS = """() => [...document.querySelectorAll("article p a[href], article li a[href], article dd a[href]")]
  .filter((e) => e.getClientRects().length && !getComputedStyle(e).textDecorationLine.includes("underline"))
  .filter((e) => e.parentElement.textContent.trim() !== e.textContent.trim()).map((e) => e.outerHTML.slice(0, 120))"""
MARKS = """() => {
  const verdict = document.querySelector("[data-part=result] .verdict"), mark = document.querySelector("[data-part=result] mark");
  const style = mark && getComputedStyle(mark);
  return {
    sign: getComputedStyle(verdict.querySelector("h3"), "::before").content.slice(1, 2),
    words: verdict.querySelector("h3").textContent.trim(),
    digit: mark && { underlined: parseFloat(style.borderBottomWidth) > 0 && style.borderBottomStyle !== "none", bold: Number(style.fontWeight) >= 700 },
    field: parseFloat(getComputedStyle(document.getElementById("nik")).borderTopWidth),
  };
}"""


@pytest.fixture(scope="module")
def forced(browser: Browser) -> Iterator[Page]:
    """A phone whose system chooses all colours."""
    context = browser.new_context(
        **PHONE, forced_colors="active", color_scheme="dark", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


def test_nothing_moves_for_who_asks_for_calm(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/mulai/", reduced_motion="reduce")
    page.wait_for_selector(READY)
    assert page.evaluate(MOVING) == []
    page.get_by_role("button", name="Menu").first.tap()
    assert page.evaluate(MOVING) == []
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Cari di panduan").first.tap()
    assert page.evaluate(MOVING) == []
    page.keyboard.press("Escape")
    walk.link(page, walk.PLANS[0][:1]).tap()
    assert page.evaluate(MOVING) == []


def test_something_may_move_for_the_others(open_page: Open, common: Server) -> None:
    """Else the test above would prove nothing."""
    assert open_page(f"{common.origin}/mulai/").evaluate(MOVING)


@pytest.mark.parametrize("slug", ["", "metode/jmo", "keamanan", "unduh", "panduan/kenali-nomor"])
def test_forced_colours_keep_every_edge(forced: Page, common: Server, slug: str) -> None:
    forced.goto(f"{common.origin}/{slug}{'/' * bool(slug)}")
    assert forced.evaluate("matchMedia('(forced-colors: active)').matches")
    assert forced.evaluate(BARE) == []


def test_forced_colours_keep_every_edge_of_the_helper(forced: Page, common: Server) -> None:
    forced.goto(f"{common.origin}/mulai/")
    forced.wait_for_selector(READY)
    assert forced.evaluate(BARE) == []
    for text in FIELD.values():
        forced.fill("#nik", text)
        forced.press("#nik", "Enter")
        expect(forced.locator("[data-part=result] .verdict")).to_be_focused()
        assert forced.evaluate(BARE) == []
    forced.get_by_role("button", name="Cari di panduan").first.tap()
    forced.keyboard.type("kartu hilang")
    expect(forced.get_by_role("option").first).to_be_visible()
    assert forced.evaluate(BARE) == []


def test_a_link_in_a_sentence_is_underlined(browser: Browser, common: Server) -> None:
    context = browser.new_context(**PHONE)
    page = context.new_page()
    found = {}
    for slug in PAGES:
        page.goto(f"{common.origin}/{slug.rstrip('/')}{'/' * bool(slug)}")
        found[slug] = page.evaluate(PLAIN_LINKS)
    context.close()
    assert {slug: links for slug, links in found.items() if links} == {}


def test_a_verdict_is_told_by_a_sign_and_by_words(ready: Page) -> None:
    seen = {}
    ready.clock.set_fixed_time("2026-01-15T12:00:00+07:00")
    for kind in ("right", "doubtful", "wrong"):
        ready.fill("#nik", FIELD[kind])
        ready.press("#nik", "Enter")
        expect(ready.locator("[data-part=result] .verdict")).to_be_focused()
        seen[kind] = ready.evaluate(MARKS)
    assert [one["sign"] for one in seen.values()] == ["✓", "!", "!"]
    assert len({one["words"] for one in seen.values()}) == len(seen)
    assert seen["doubtful"]["digit"] == {"underlined": True, "bold": True}
    assert seen["wrong"]["field"] > seen["right"]["field"]


def test_a_readers_own_size_of_text_counts(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/faq/")
    assert page.evaluate("getComputedStyle(document.documentElement).webkitTextSizeAdjust") == "100%"
