"""Where a reader stands when they arrive, and while Python takes over under their eyes.

Looked at when the page is ready: the heading of the step is below the sticky header and in the upper
half of the screen with no words between, nothing that the reader looks at has moved, and focus is on the heading where it moves.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from helper import flow
from publish import offline
from tests.browser.conftest import PHONE, READY, Open
from tests.browser.test_engines import OTHERS, window
from tests.support import walk
from tests.support.drivers import Driver
from tests.support.server import Fault, Server

WIDE: dict[str, Any] = {
    "viewport": {"width": 1366, "height": 768},
    "device_scale_factor": 1,
    "is_mobile": False,
    "has_touch": False,
}
SCREENS = [pytest.param(PHONE, id="phone"), pytest.param(WIDE, id="wide")]
QUESTION, PLAN = ("tidak-ada", "bekerja"), ("tidak-ada", "tutup", "ya")
POSITIONS = [pytest.param(QUESTION, id="question"), pytest.param(PLAN, id="plan")]

PLACES = """(() => {
  const shown = (e) => e.getClientRects().length > 0;
  const headings = [...document.querySelectorAll("[data-helper] .flow h2")].filter(shown);
  const header = document.querySelector(".md-header, .copy-head").getBoundingClientRect();
  const text = document.createTreeWalker(headings[0].closest("article, .page"), NodeFilter.SHOW_TEXT), above = [];
  while (text.nextNode() && text.currentNode.parentNode !== headings[0]) {
    const range = document.createRange();
    range.selectNodeContents(text.currentNode);
    const top = headings[0].getBoundingClientRect().top;
    if ([...range.getClientRects()].some((box) => box.width > 1 && box.bottom > Math.max(0, header.bottom) + 1 && box.bottom <= top)) above.push(text.currentNode.data.trim());
  }
  return {
    above: above.filter(Boolean),
    headings: headings.map((e) => e.textContent.trim()),
    top: headings[0].getBoundingClientRect().top,
    header: Math.max(0, header.bottom),
    screen: innerHeight,
    field: document.querySelector("#nik").getBoundingClientRect().top,
    check: document.querySelector("#cek-nik").getBoundingClientRect().top,
    foot: document.querySelector(".page-foot").getBoundingClientRect().top,
    focus: document.activeElement.tagName,
    hash: location.hash,
  };
})()"""


def places(page: Page) -> dict[str, Any]:
    """Return where things are on the screen, once two frames have passed without a move."""
    found: dict[str, Any] = page.evaluate(
        f"new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done({PLACES}))))"
    )
    return found


def in_sight(found: dict[str, Any], answers: walk.Answers) -> None:
    """Assert that the heading of a position is what the reader sees first."""
    assert found["headings"] == [walk.heading(answers)]
    assert found["above"] == []
    assert found["header"] <= found["top"] < found["screen"] / 2, found


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("answers", POSITIONS)
def test_a_link_arrives_at_its_heading_and_stays(
    open_page: Open, server: Server, screen: dict[str, Any], answers: walk.Answers
) -> None:
    server.faults = {"*/runtime/*": Fault(hold=True)}
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(answers)}", **screen)
    page.wait_for_selector('[data-helper][data-state="loading"]')
    before = places(page)
    in_sight(before, answers)
    server.release()
    page.wait_for_selector(READY)
    after = places(page)
    in_sight(after, answers)
    assert after["top"] == pytest.approx(before["top"], abs=1)


@pytest.mark.parametrize("screen", SCREENS)
def test_the_first_answer_on_the_home_page_leads_to_a_question_in_sight(
    open_page: Open, common: Server, screen: dict[str, Any]
) -> None:
    page = open_page(f"{common.origin}/", **screen)
    page.locator("a.answer[href$='#jawab.tidak-ada']").click()
    page.wait_for_selector(READY)
    in_sight(places(page), ("tidak-ada",))
    for end in range(2, len(PLAN) + 1):
        walk.link(page, PLAN[:end]).click()
        walk.settle(page, PLAN[:end])
        found = places(page)
        in_sight(found, PLAN[:end])
        assert found["focus"] == "H2"


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("looked_at", ["field", "foot"])
def test_who_looks_further_down_keeps_their_place(
    open_page: Open, server: Server, screen: dict[str, Any], looked_at: str
) -> None:
    """A plan's answers are folded in the first layer and open in Python's: what stands below must not move."""
    selector = {"field": "#nik", "foot": ".page-foot"}[looked_at]
    server.faults = {"*/runtime/*": Fault(hold=True)}
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(PLAN)}", **screen)
    page.wait_for_selector('[data-helper][data-state="loading"]')
    page.evaluate(
        "(selector) => scrollTo(0, document.querySelector(selector).getBoundingClientRect().top + scrollY - 200)",
        selector,
    )
    before = places(page)
    server.release()
    page.wait_for_selector(READY)
    assert places(page)[looked_at] == pytest.approx(before[looked_at], abs=1)


def test_an_answer_tapped_while_python_starts_is_answered(open_page: Open, server: Server) -> None:
    """The tap comes between the worker's `started` and its first reply."""
    late = """
    const { postMessage } = Worker.prototype;
    let tapped = false;
    Worker.prototype.postMessage = function (message, ...rest) {
      const first = /"op":"show"/.test(message.request) && !tapped;
      if (!first) return postMessage.call(this, message, ...rest);
      tapped = true;
      document.querySelector("[data-static] a.answer[href$='#jawab.tidak-ada']").click();
      setTimeout(() => postMessage.call(this, message, ...rest), 100);
    };
    """
    page = open_page(f"{server.origin}/mulai/", script=late)
    page.wait_for_selector(READY)
    walk.settle(page, ("tidak-ada",))
    in_sight(places(page), ("tidak-ada",))
    walk.tap(walk.link(page, QUESTION))
    walk.settle(page, QUESTION)


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest) -> Iterator[Driver]:
    """Firefox, then WebKitGTK, in a window of their own size."""
    yield from window(request.param, True)


@pytest.mark.parametrize("answers", POSITIONS)
def test_other_engines_arrive_at_the_heading(other: Driver, common: Server, answers: walk.Answers) -> None:
    other.get(f"{common.origin}/mulai/#{flow.fragment(answers)}")
    other.until("return document.querySelector('[data-helper]')?.dataset.state === 'ready'")
    in_sight(json.loads(other.js(f"return JSON.stringify({PLACES})")), answers)


@pytest.mark.parametrize("answers", POSITIONS)
def test_a_copy_arrives_at_the_heading(open_page: Open, copies: Path, answers: walk.Answers) -> None:
    page = open_page(f"{(copies / offline.FULL).as_uri()}#{flow.fragment(answers)}", errors=True)
    page.wait_for_selector(READY)
    in_sight(places(page), answers)


@pytest.mark.parametrize("screen", SCREENS)
def test_without_a_script_the_heading_comes_first(
    open_page: Open, common: Server, copies: Path, screen: dict[str, Any]
) -> None:
    for address in (f"{common.origin}/mulai/", (copies / offline.LIGHT).as_uri()):
        page = open_page(f"{address}#{flow.fragment(PLAN)}", java_script_enabled=False, **screen)
        in_sight(page.evaluate(PLACES), PLAN)  # no frame is asked for without scripts


@pytest.mark.parametrize("screen", SCREENS)
def test_who_loads_a_plan_anew_or_comes_back_is_where_they_were(
    common: Server, open_page: Open, screen: dict[str, Any]
) -> None:
    """Python's plan has other heights than the first layer's, to which the browser brings them back."""
    page = open_page(f"{common.origin}/mulai/#{flow.fragment(PLAN)}", **screen)
    page.wait_for_selector(READY)
    for way in ("top", "further down"):
        if way != "top":
            page.mouse.wheel(0, 700)
        page.wait_for_timeout(600)  # the place is kept once the page rests
        top = page.evaluate(PLACES)["top"]
        page.reload()
        page.wait_for_selector(READY)
        page.wait_for_timeout(300)
        assert page.evaluate(PLACES)["top"] == pytest.approx(top, abs=2)
    page.goto(f"{common.origin}/tips/")
    page.go_back()
    page.wait_for_selector(READY)
    page.wait_for_timeout(300)
    assert page.evaluate(PLACES)["top"] == pytest.approx(top, abs=2)
