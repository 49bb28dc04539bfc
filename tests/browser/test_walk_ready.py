"""The third layer: Python answers, one step at a time, by keyboard and by touch."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from helper import flow
from tests.browser.conftest import READY, Open
from tests.support import walk
from tests.support.odd_fragments import ODD
from tests.support.server import Server

LONGEST = max(walk.PLANS, key=len)
DECODED = "() => { try { return decodeURIComponent(location.hash) } catch { return location.hash } }"


def go(page: Page, fragment: str) -> None:
    """Change the fragment, by way of another one, and wait for the step to be drawn anew."""
    page.evaluate(
        """(to) => new Promise((done, fail) => {
          setTimeout(() => fail(new Error("no answer")), 5000);
          const step = document.querySelector('[data-part="step"]');
          new MutationObserver((_, self) => { self.disconnect(); done(); }).observe(step, { childList: true });
          history.replaceState(null, "", "#lain");
          location.hash = to;
        })""",
        fragment,
    )


def at(page: Page, answers: walk.Answers) -> None:
    """Assert that Python shows this position, with focus on its heading."""
    walk.settle(page, answers)
    walk.check(page, answers)


def start(page: Page) -> Page:
    """Bring a page that is ready to the first question."""
    go(page, "#jawab")
    at(page, ())
    return page


@pytest.mark.parametrize("hand", ["keyboard", "touch"])
def test_every_path_ends_in_its_plan(ready: Page, hand: str) -> None:
    def press(answers: walk.Answers) -> None:
        answer = walk.link(ready, answers)
        if hand == "touch":
            walk.tap(answer)
        else:
            answer.focus()
            ready.keyboard.press("Enter")

    start(ready)
    assert walk.everywhere(ready, press, lambda answers: at(ready, answers)) == walk.PLANS


def test_the_tab_key_alone_goes_from_question_to_plan(ready: Page) -> None:
    start(ready)
    for end in range(1, len(LONGEST) + 1):
        wanted = "#" + flow.fragment(LONGEST[:end])
        for _ in range(20):
            ready.keyboard.press("Tab")
            if ready.evaluate("document.activeElement.getAttribute('href')") == wanted:
                break
        ready.keyboard.press("Enter")
        at(ready, LONGEST[:end])


def test_back_and_forward_move_through_the_answers(ready: Page) -> None:
    start(ready)
    for end in range(1, len(LONGEST) + 1):
        walk.tap(walk.link(ready, LONGEST[:end]))
        at(ready, LONGEST[:end])
    for end in reversed(range(len(LONGEST))):
        ready.go_back()
        at(ready, LONGEST[:end])
    for end in range(1, len(LONGEST) + 1):
        ready.go_forward()
        at(ready, LONGEST[:end])
    assert ready.title().startswith(walk.heading(LONGEST))


def changes() -> list[tuple[walk.Answers, int, str, walk.Answers]]:
    """Return changes of one earlier answer after which a later one still fits."""
    found = []
    for answers in walk.PLANS:
        for index, (asked, chosen) in enumerate(flow.at(walk.FLOW, answers).steps[:-1]):
            for other in asked.answers:
                then = flow.change(walk.FLOW, answers, index, other.id)
                if other is not chosen and len(then) > index + 1:
                    found.append((answers, index, other.id, then))
    return found


def test_a_changed_answer_keeps_the_later_ones_that_still_fit(ready: Page) -> None:
    answers, index, other, then = max(changes(), key=lambda change: len(change[3]) - change[1])
    start(ready)
    go(ready, "#" + flow.fragment(answers))
    at(ready, answers)
    ready.locator("[data-part=step] .trail dl a").nth(index).tap()
    walk.settle(ready, answers[:index])
    ready.locator(f'[data-part=step] a.answer[href="#{flow.fragment(then)}"]').tap()
    at(ready, then)
    before, after = (flow.at(walk.FLOW, way).steps for way in (answers, then))
    assert after[index][1].id == other
    assert after[index + 1 :]
    assert set(after[index + 1 :]) <= set(before[index + 1 :])


def test_all_can_be_begun_again(ready: Page) -> None:
    go(ready, "#" + flow.fragment(LONGEST))
    at(ready, LONGEST)
    ready.locator("[data-part=step]").get_by_role("link", name="Mulai lagi dari awal").tap()
    at(ready, ())


@pytest.mark.parametrize("answers", [walk.PLANS[0], LONGEST], ids=".".join)
def test_a_shared_link_opens_at_its_plan(open_page: Open, common: Server, answers: walk.Answers) -> None:
    page = open_page(f"{common.origin}/mulai/#{flow.fragment(answers)}")
    page.wait_for_selector(READY)
    seen = walk.look(page)
    assert (seen.headings, seen.text) == ([walk.heading(answers)], walk.words(answers))
    assert page.title().startswith(walk.heading(answers))
    assert seen.focus == walk.heading(answers)  # what the address named had it in the first layer


@pytest.mark.parametrize("fragment", ODD.values(), ids=ODD.keys())
def test_an_odd_link_leads_to_the_last_valid_step(ready: Page, fragment: str) -> None:
    start(ready)
    go(ready, fragment)
    place = flow.find(walk.FLOW, ready.evaluate(DECODED))
    steps = tuple(chosen.id for _, chosen in place.steps)
    walk.settle(ready, steps)
    seen = walk.look(ready)
    assert seen.headings == [walk.heading(steps)]
    assert (ready.locator("[data-part=step] .notice").count() == 1) == place.stale
    start(ready)


@pytest.mark.parametrize("name", ["percent", "half of a letter", "very long", "scripts and signs"])
def test_an_odd_link_opened_fresh_gets_ready(open_page: Open, common: Server, name: str) -> None:
    page = open_page(f"{common.origin}/mulai/{ODD[name]}")
    page.wait_for_selector(READY)
    assert len(walk.look(page).headings) == 1
