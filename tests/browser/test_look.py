"""The panel for size of text, space, contrast and colours: found, used by hand and key, remembered, and nothing else kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from publish import offline
from tests.browser.conftest import Open
from tests.browser.test_axe import violations
from tests.browser.test_targets import small
from tests.support.server import Server

OPEN = "Ukuran huruf dan tampilan"
CHOICES = {"text": "Paling besar", "space": "Lega", "contrast": "Kuat", "theme": "Gelap"}
CHOSEN = {"text": "terbesar", "space": "lega", "contrast": "kuat", "theme": "dark"}
SIZE = "getComputedStyle(document.documentElement).fontSize"
KEPT = "JSON.stringify(Object.entries(localStorage))"
EARLY = """new MutationObserver((_, self) => {
  if (!document.body) return;
  self.disconnect();
  window.early = JSON.stringify([{ ...document.documentElement.dataset }, getComputedStyle(document.documentElement).fontSize]);
}).observe(document, { childList: true, subtree: true });"""
"""What the page knows when its body begins, before anything of it is painted."""


def choose(page: Page) -> None:
    """Open the panel and take another choice of each kind."""
    page.get_by_role("button", name=OPEN).click()
    for name, words in CHOICES.items():
        page.locator(f"[data-look] [name={name}] + span", has_text=words).locator("..").click()


def looks(page: Page) -> dict[str, Any]:
    """Return what the look changes."""
    found: dict[str, Any] = page.evaluate(
        """() => {
          const text = getComputedStyle(document.querySelector(".md-typeset p"));
          return { size: parseFloat(text.fontSize), line: parseFloat(text.lineHeight) / parseFloat(text.fontSize),
            paper: getComputedStyle(document.body).backgroundColor };
        }"""
    )
    return found


def test_a_look_is_remembered_from_the_first_paint_on(open_page: Open, server: Server) -> None:
    """And only the look: four words, gone again with the last other choice."""
    page = open_page(f"{server.origin}/", script=EARLY, color_scheme="light")
    before = looks(page)
    choose(page)
    after = looks(page)
    assert after["size"] > 1.3 * before["size"] and after["line"] > 1.1 * before["line"]
    assert (before["paper"], after["paper"]) == ("rgb(251, 250, 246)", "rgb(0, 0, 0)")
    page.goto(f"{server.origin}/metode/jmo/")
    assert page.evaluate("JSON.parse(early)") == [CHOSEN, page.evaluate(SIZE)]
    assert page.evaluate(KEPT) == '[["tampilan","dark|terbesar|lega|kuat"]]'
    page.get_by_role("button", name=OPEN).click()
    for name in CHOICES:
        expect(page.locator(f"[data-look] [name={name}][value={CHOSEN[name]}]")).to_be_checked()
        page.locator(f"[data-look] [name={name}]").first.check()
    assert page.evaluate(KEPT) == "[]"
    large = page.evaluate("JSON.parse(early)[1]")
    page.reload()
    assert page.evaluate("JSON.parse(early)[1]") == page.evaluate(SIZE) != large


@pytest.mark.parametrize("kept", ["light", "x|y|z|<b>|more|" * 9, "|||", "dark\nkuat"])
def test_whatever_is_kept_the_page_stands(open_page: Open, server: Server, kept: str) -> None:
    """The first is what earlier versions kept."""
    page = open_page(f"{server.origin}/")
    page.evaluate("text => localStorage.setItem('tampilan', text)", kept)
    page.reload()
    choose(page)
    assert page.evaluate("({ ...document.documentElement.dataset })").items() >= CHOSEN.items()


def test_the_panel_by_keys_and_beside_it(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/faq/", is_mobile=False)
    button, panel = page.get_by_role("button", name=OPEN), page.locator("[data-look]")
    button.press("Enter")
    assert page.evaluate("document.activeElement.matches('[name=text][value=\"\"]')")
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.documentElement.dataset.text") == "besar"
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")
    button.click()
    page.mouse.click(180, 730)
    expect(panel).to_be_hidden()
    button.click()
    page.get_by_role("button", name="Tutup", exact=True).click()
    expect(button).to_be_focused()


def test_the_panel_is_for_every_finger_and_eye(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/", reduced_motion="reduce", color_scheme="light")
    assert violations(page) == {}
    page.get_by_role("button", name=OPEN).tap()
    assert small(page) == []
    assert violations(page) == {}
    page.evaluate("Object.assign(document.documentElement.dataset, { contrast: 'kuat', text: 'terbesar' })")
    assert violations(page) == {}
    assert small(page) == []


def test_without_a_script_there_is_no_button(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/", java_script_enabled=False)
    assert page.get_by_role("button").count() == 0


def test_the_copies(open_page: Open, copies: Path) -> None:
    """The full file has the panel; the light one, which has no script for it, does not."""
    page = open_page((copies / offline.FULL).as_uri(), errors=True)
    size = looks(page)["size"]
    choose(page)
    assert looks(page)["size"] > 1.3 * size
    page.goto((copies / offline.LIGHT).as_uri())
    assert page.get_by_role("button").count() == 0
