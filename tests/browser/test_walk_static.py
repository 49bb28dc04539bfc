"""The first layer: the whole flow by plain links, with no script at all."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from helper import flow
from tests.browser.conftest import Open
from tests.support import walk
from tests.support.odd_fragments import ODD
from tests.support.server import Server


@pytest.fixture
def page(open_page: Open, common: Server) -> Page:
    return open_page(f"{common.origin}/mulai/", java_script_enabled=False)


def test_every_path_ends_in_its_plan(page: Page) -> None:
    def press(answers: walk.Answers) -> None:
        walk.link(page, answers).click()

    def arrived(answers: walk.Answers) -> None:
        walk.check(page, answers)

    assert walk.everywhere(page, press, arrived) == walk.PLANS


def test_the_keyboard_follows_the_links_too(page: Page) -> None:
    answers = max(walk.PLANS, key=len)
    for end in range(1, len(answers) + 1):
        walk.link(page, answers[:end]).focus()
        page.keyboard.press("Enter")
        walk.check(page, answers[:end])


@pytest.mark.parametrize("answers", [walk.PLANS[0], walk.PLANS[-1]], ids=".".join)
def test_a_shared_link_opens_at_its_plan(open_page: Open, common: Server, answers: walk.Answers) -> None:
    address = f"{common.origin}/mulai/#{flow.fragment(answers)}"
    page = open_page(address, java_script_enabled=False)
    walk.check(page, answers)
    heading = page.locator("h2", has_text=walk.heading(answers)).locator("visible=true")
    assert heading.bounding_box()["y"] < page.viewport_size["height"]  # type: ignore[index]


def test_an_answer_can_be_changed_and_all_begun_again(page: Page, common: Server) -> None:
    answers = max(walk.PLANS, key=len)
    page.goto(f"{common.origin}/mulai/#{flow.fragment(answers)}")
    page.locator("details.trail:visible summary").click()
    page.locator(".trail:visible dl a").nth(1).click()
    walk.check(page, answers[:1])
    page.get_by_role("link", name="Mulai lagi dari awal").locator("visible=true").click()
    walk.check(page, ())


@pytest.mark.parametrize("fragment", ODD.values(), ids=ODD.keys())
def test_an_odd_link_gives_a_working_page(open_page: Open, common: Server, fragment: str) -> None:
    page = open_page(f"{common.origin}/mulai/{fragment}", java_script_enabled=False)
    assert len(walk.look(page).headings) == 1
    if page.locator("a.answer:visible").count():
        page.locator("a.answer:visible").first.click()
    else:
        page.locator("details.trail:visible summary").click()
        page.locator(".trail:visible dl a").first.click()
    assert walk.look(page).hash.startswith("#jawab")
    assert len(walk.look(page).headings) == 1


def test_no_button_shows_that_does_nothing(page: Page, common: Server) -> None:
    for answers in walk.ONE_EACH:
        page.goto(f"{common.origin}/mulai/#{flow.fragment(answers)}")
        assert page.locator("[data-helper] button:visible").count() == 0
