"""The copies with scripts switched off: the whole flow and every page by plain links."""

from __future__ import annotations

from pathlib import Path

import pytest

from helper import flow
from publish import offline
from tests.support import copied, walk
from tests.support.drivers import Chromium, Driver

ONE = (offline.FULL, offline.LIGHT)
LOOK = """
const seen = (e) => e.getClientRects().length > 0;
const texts = (selector) => [...document.querySelectorAll(selector)].filter(seen).map((e) => e.textContent.trim());
const looks = {};
for (const name of arguments[0]) {
  location.hash = name;
  document.body.getClientRects();
  looks[name] = [texts(".page").length, texts(".page > h1"), texts(".flow h2")];
}
return looks;
"""


@pytest.mark.parametrize("name", ONE)
def test_every_position_shows_itself_and_nothing_else(plain: Driver, copies: Path, name: str) -> None:
    plain.get((copies / name).as_uri())
    anchors = {flow.fragment(answers): walk.heading(answers) for answers in walk.POSITIONS}
    looks = plain.js(LOOK, list(anchors))
    for anchor, heading in anchors.items():
        assert looks[anchor][0] == 1, anchor
        assert looks[anchor][2] == [heading], anchor


@pytest.mark.parametrize("name", ONE)
def test_every_page_shows_alone(plain: Driver, copies: Path, name: str) -> None:
    plain.get((copies / name).as_uri())
    assert len(plain.texts(".page")) == 1  # the first, without any fragment
    names = plain.js("return [...document.querySelectorAll('.page')].map((page) => page.id)")
    for page, (count, headings, _) in plain.js(LOOK, names).items():
        assert (count, len(headings)) == (1, 1), page


@pytest.mark.parametrize("name", ONE)
def test_links_lead_from_the_start_into_a_plan_and_back(plain: Driver, copies: Path, name: str) -> None:
    plain.get((copies / name).as_uri())
    answers = max(walk.PLANS, key=len)
    for count in range(1, len(answers) + 1):
        position = answers[:count]
        plain.js(
            "[...document.querySelectorAll(arguments[0])].find((e) => e.getClientRects().length).click()",
            f'a.answer[href="#{flow.fragment(position)}"]',
        )
        plain.until(f"return location.hash === '#{flow.fragment(position)}'")
        assert plain.texts(".flow h2") == [walk.heading(position)]
    plain.js("history.back()")
    plain.until(f"return location.hash === '#{flow.fragment(answers[:-1])}'")
    assert plain.texts(".flow h2") == [walk.heading(answers[:-1])]


@pytest.mark.parametrize("name", ONE)
def test_no_button_shows_that_does_nothing(plain: Driver, copies: Path, name: str) -> None:
    plain.get((copies / name).as_uri() + "#cek-nik")
    assert plain.texts("button") == []


def test_the_folder_leads_into_the_flow(plain: Driver, copies: Path) -> None:
    plain.get((copies / copied.FOLDER / "buka-saya.html").as_uri())
    target = plain.js("return document.querySelector('a.answer').href")
    plain.get(target)
    assert len(plain.texts(".flow h2")) == 1


def test_light_and_full_keep_the_date_in_sight(plain: Driver, copies: Path) -> None:
    for name in ONE:
        plain.get((copies / name).as_uri())
        assert "2026" in plain.texts("[data-made]")[0]
        assert plain.texts("[data-old]") == []


def test_scripts_are_really_off(plain: Driver, copies: Path) -> None:
    plain.get((copies / offline.FULL).as_uri())
    assert plain.js("return document.documentElement.className") != "js"
    if isinstance(plain, Chromium):
        assert plain.errors == []
