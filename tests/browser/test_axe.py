"""axe finds nothing: on any page, at any step, in any state of the NIK field; light, dark, small and magnified."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from helper import flow
from tests import ROOT
from tests.browser.conftest import PHONE, READY
from tests.support import walk
from tests.support.server import Server

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
ALL = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
SEEN = {
    "type": "rule",
    "values": [
        "color-contrast",
        "color-contrast-enhanced",
        "link-in-text-block",
        "target-size",
        "scrollable-region-focusable",
    ],
}
"""The rules whose answer can change with the palette or the width; the others look at the same tree."""
PHONE_SIZE, MAGNIFIED = (360, 640), (320, 256)
"""The second is 1280 x 1024 at 400 %, and the narrowest phone."""
OTHERWISE = ("dark", MAGNIFIED)
"""The other look: contrast hangs on the palette, size on the width, so one look with both changed tries both."""
EVERY_LOOK = (OTHERWISE, ("dark", PHONE_SIZE), ("light", MAGNIFIED))
PAGES = sorted(
    path.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index")
    for path in (ROOT / "docs").rglob("*.md")
)
SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
FIELD = {"right": "3101991708450001", "doubtful": "3101991708260001", "wrong": "310199170845000", "none": ""}
THEME = "(theme) => { document.documentElement.dataset.theme = theme; }"
COLOURS = "[...document.styleSheets[0].cssRules].length && getComputedStyle(document.body).backgroundColor + getComputedStyle(document.querySelector('a.answer')).borderColor"

# Of level AAA, the contrast of text is promised: 7:1.
RUN = """async ([rules, where]) => {
  const found = await axe.run(where || document, { runOnly: rules, rules: { "color-contrast-enhanced": { enabled: true } }, resultTypes: ["violations"], preload: false });
  return found.violations.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.map((n) => n.html.slice(0, 200) + " | " + n.failureSummary) }));
}"""


def look(page: Page, rules: dict[str, Any], where: str) -> list[dict[str, Any]]:
    """Return what axe finds by some rules on a page, or in a part of it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN, [rules, where])
    return found


def show(page: Page, theme: str, size: tuple[int, int]) -> None:
    """Show a page in a palette and a size, as the reader's own switch and zoom do."""
    page.evaluate(THEME, theme)
    page.set_viewport_size({"width": size[0], "height": size[1]})


def violations(
    page: Page, where: str = "", looks: Sequence[tuple[str, tuple[int, int]]] = (OTHERWISE,)
) -> dict[str, list[dict[str, Any]]]:
    """Return what axe finds, by palette and width; all rules once, then those that the look can change."""
    found = {"light": look(page, ALL, where)}
    for theme, size in looks:
        show(page, theme, size)
        found[f"{theme} {size}"] = look(page, SEEN, where)
    show(page, "light", PHONE_SIZE)
    return {name: list_ for name, list_ in found.items() if list_}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """A phone that saves data, so that only layer 1 shows."""
    context = browser.new_context(**PHONE, reduced_motion="reduce")
    context.add_init_script(SAVING)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def python(browser: Browser, common: Server) -> Iterator[Page]:
    """The helper's page with Python running."""
    context = browser.new_context(**PHONE, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{common.origin}/mulai/")
    page.wait_for_selector(READY)
    page.evaluate(
        "document.querySelector('[data-static]').replaceChildren()"
    )  # hidden; axe reads it all the same
    yield page
    context.close()


@pytest.mark.parametrize("slug", PAGES, ids=lambda slug: slug or "beranda")
def test_every_page(page: Page, common: Server, slug: str, access: Callable[..., None]) -> None:
    page.goto(f"{common.origin}/{slug.rstrip('/')}{'/' if slug else ''}")
    assert violations(page) == {}
    access("pages")


def test_the_device_and_the_switch_give_the_same_palette(page: Page, common: Server) -> None:
    """So what axe says of the one holds for the other."""
    page.goto(f"{common.origin}/")
    seen = {}
    for scheme, other in (("light", "dark"), ("dark", "light")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]  # both are of its literals
        page.evaluate("delete document.documentElement.dataset.theme")
        seen[scheme] = page.evaluate(COLOURS)
        page.emulate_media(color_scheme=other)  # type: ignore[arg-type]
        page.evaluate(THEME, scheme)
        assert page.evaluate(COLOURS) == seen[scheme]
    page.emulate_media(color_scheme=None)
    assert seen["light"] != seen["dark"]


@pytest.mark.parametrize("name", ["Menu", "Cari di panduan"])
def test_the_frame_when_it_is_open(page: Page, common: Server, name: str) -> None:
    page.goto(f"{common.origin}/metode/jmo/")
    page.get_by_role("button", name=name).first.tap()
    page.wait_for_timeout(300)
    assert violations(page, looks=EVERY_LOOK) == {}


def test_every_question_and_every_plan(python: Page, access: Callable[..., None]) -> None:
    for answers in walk.ONE_EACH:
        python.evaluate("(hash) => { location.hash = hash; }", flow.fragment(answers))
        walk.settle(python, answers)
        assert violations(python, "[data-helper]") == {}, answers
    access("steps", len(walk.ONE_EACH))


def test_a_stale_link_and_an_answer_being_changed(python: Page) -> None:
    answers = max(walk.PLANS, key=len)
    for odd in (flow.fragment((*answers, "lagi")), flow.fragment(answers, 1)):
        python.evaluate("(hash) => { location.hash = hash; }", odd)
        place = flow.find(walk.FLOW, odd)
        walk.settle(python, tuple(chosen.id for _, chosen in place.steps))
        assert violations(python) == {}, odd


@pytest.mark.parametrize("kind", FIELD)
def test_every_state_of_the_nik_field(python: Page, kind: str, access: Callable[..., None]) -> None:
    python.clock.set_fixed_time("2026-01-15T12:00:00+07:00")
    python.fill("#nik", FIELD[kind])
    python.press("#nik", "Enter")
    expect(python.locator("[data-part=result] .verdict")).to_be_focused()
    assert violations(python, looks=EVERY_LOOK) == {}
    access("nik")


@pytest.mark.parametrize("text", ["99000000001", "3,17E+15", "990000*****"])
def test_what_a_number_is_named(python: Page, text: str) -> None:
    python.fill("#nomor", text)
    python.press("#nomor", "Enter")
    expect(python.locator("[data-part=named] .verdict")).to_be_focused()
    assert violations(python, looks=EVERY_LOOK) == {}


@pytest.mark.parametrize("state", ["static", "loading", "failed"])
def test_every_state_of_the_helper(page: Page, common: Server, state: str) -> None:
    page.goto(f"{common.origin}/mulai/")
    page.evaluate("(state) => { document.querySelector('[data-helper]').dataset.state = state; }", state)
    assert violations(page) == {}
    page.fill("#nik", "1")
    page.press("#nik", "Tab")
    assert violations(page, "#cek-nik") == {}
