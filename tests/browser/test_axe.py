"""axe finds nothing: on any page, at any step, in any state of the NIK field, in light and in dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from helper import flow
from tests.browser import walk
from tests.browser.conftest import PHONE, READY
from tests.browser.server import Server

ROOT = Path(__file__).parents[2]
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
PALETTES = ("light", "dark")
PAGES = sorted(
    path.relative_to(ROOT / "docs").with_suffix("").as_posix().removesuffix("index")
    for path in (ROOT / "docs").rglob("*.md")
)
SAVING = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } });"
FIELD = {"right": "3101991708450001", "doubtful": "3101991708260001", "wrong": "310199170845000", "none": ""}

RUN = """async ([rules, where]) => {
  const found = await axe.run(where || document, { runOnly: rules, resultTypes: ["violations"] });
  return found.violations.map((v) => ({ id: v.id, help: v.help, nodes: v.nodes.map((n) => n.html.slice(0, 200) + " | " + n.failureSummary) }));
}"""


def violations(page: Page, where: str = "") -> list[dict[str, Any]]:
    """Return what axe finds on a page, or in a part of it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[dict[str, Any]] = page.evaluate(RUN, [RULES, where])
    return found


@pytest.fixture(scope="module", params=PALETTES)
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A phone in one palette that saves data, so that only layer 1 shows."""
    context = browser.new_context(**PHONE, color_scheme=request.param, reduced_motion="reduce")
    context.add_init_script(SAVING)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=PALETTES)
def python(browser: Browser, common: Server, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The helper's page in one palette, with Python running."""
    context = browser.new_context(**PHONE, color_scheme=request.param, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{common.origin}/pembantu/")
    page.wait_for_selector(READY)
    page.evaluate(
        "document.querySelector('[data-static]').replaceChildren()"
    )  # hidden; axe reads it all the same
    yield page
    context.close()


@pytest.mark.parametrize("slug", PAGES, ids=lambda slug: slug or "beranda")
def test_every_page(page: Page, common: Server, slug: str) -> None:
    page.goto(f"{common.origin}/{slug.rstrip('/')}{'/' if slug else ''}")
    assert violations(page) == []


@pytest.mark.parametrize("name", ["Menu", "Cari di panduan"])
def test_the_frame_when_it_is_open(page: Page, common: Server, name: str) -> None:
    page.goto(f"{common.origin}/metode/jmo/")
    page.get_by_role("button", name=name).first.tap()
    page.wait_for_timeout(300)
    assert violations(page) == []


def test_every_question_and_every_plan(python: Page) -> None:
    for answers in walk.ONE_EACH:
        python.evaluate("(hash) => { location.hash = hash; }", flow.fragment(answers))
        walk.settle(python, answers)
        assert violations(python, "[data-helper]") == [], answers


def test_a_stale_link_and_an_answer_being_changed(python: Page) -> None:
    answers = max(walk.PLANS, key=len)
    for odd in (flow.fragment((*answers, "lagi")), flow.fragment(answers, 1)):
        python.evaluate("(hash) => { location.hash = hash; }", odd)
        place = flow.find(walk.FLOW, odd)
        walk.settle(python, tuple(chosen.id for _, chosen in place.steps))
        assert violations(python) == [], odd


@pytest.mark.parametrize("kind", FIELD)
def test_every_state_of_the_nik_field(python: Page, kind: str) -> None:
    python.clock.set_fixed_time("2026-01-15T12:00:00+07:00")
    python.fill("#nik", FIELD[kind])
    python.press("#nik", "Enter")
    expect(python.locator("[data-part=result] .verdict")).to_be_focused()
    assert violations(python) == []


@pytest.mark.parametrize("state", ["static", "loading", "failed"])
def test_every_state_of_the_helper(page: Page, common: Server, state: str) -> None:
    page.goto(f"{common.origin}/pembantu/")
    page.evaluate("(state) => { document.querySelector('[data-helper]').dataset.state = state; }", state)
    assert violations(page) == []
    page.fill("#nik", "1")
    page.press("#nik", "Tab")
    assert violations(page, "#cek-nik") == []
