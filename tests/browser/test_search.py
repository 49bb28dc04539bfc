"""The search dialog on a phone: opened, typed into, moved in by keyboard and touch, and when it cannot come."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_axe import violations
from tests.site.test_search import SEALED, rows
from tests.support.server import Fault, Server

NIK = "3101991708450001"
FIELD, OPENER, OPTION = "[data-search-query]", "[data-search-open]", "[data-search-results] [role=option]"
LOST = "kartu-hilang"
SLOWER, MOST_MS, AGAIN = 4, 30, 3
"""A processor so many times slower still answers within so many milliseconds, 95 times in 100;
each is asked again, because others may use this processor too."""


def search(page: Page, query: str) -> None:
    page.locator(OPENER).tap()
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.type(query)
    expect(page.locator(OPTION).first).to_be_visible()


def active(page: Page) -> Any:
    """Return the text of the option that assistive technology is told of."""
    return page.evaluate(
        f"(document.getElementById(document.querySelector('{FIELD}').getAttribute('aria-activedescendant')) || {{}}).textContent"
    )


def test_nothing_is_loaded_before_a_reader_opens_it(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/faq/")
    page.wait_for_load_state("networkidle")
    loaded = "performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => /search-/.test(name))"
    assert page.evaluate(loaded) == []
    search(page, "kartu")
    assert len(page.evaluate(loaded)) == 1


def test_the_count_is_said_and_the_words_are_marked(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/faq/")
    search(page, "kartu ilang")
    expect(page.locator("[data-search-status]")).to_have_text(
        "8 halaman ditemukan. Teratas: Kartu hilang atau rusak."
    )
    expect(page.locator(FIELD)).to_have_attribute("aria-expanded", "true")
    assert page.locator(f"{OPTION} mark").count() > 3
    assert violations(page, "dialog[open]") == {}


def test_arrows_choose_enter_opens_and_escape_leaves(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/faq/")
    search(page, "kartu hilang")
    titles = page.locator(OPTION).all_text_contents()
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0), ("ArrowUp", -1), ("ArrowDown", 0)):
        page.keyboard.press(key)
        assert active(page) == titles[at]
        assert page.locator(f"{OPTION}[aria-selected=true]").count() == 1
    page.keyboard.press("Escape")
    expect(page.locator("dialog[data-search]")).to_be_hidden()
    expect(page.locator(OPENER)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.type("kartu hilang")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**/{LOST}/**")


def test_a_touch_opens_a_result_and_the_list_fits(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/metode/jmo/")
    search(page, "kartu hilang")
    page.keyboard.press("Enter")
    expect(page.locator(FIELD)).not_to_be_focused()
    assert page.evaluate("document.querySelector('dialog[open]').scrollWidth <= innerWidth")
    for target in (page.locator(OPTION).first, page.locator("[data-search-close]"), page.locator(FIELD)):
        box = target.bounding_box()
        assert box
        assert box["height"] >= 44
    page.locator(OPTION).first.tap()
    page.wait_for_url(f"**/situasi/{LOST}/**")


def test_what_is_typed_stays_in_the_field(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(f"{request.url} {request.post_data}"))
    search(page, NIK)
    page.keyboard.press("Enter")
    kept = page.evaluate(
        "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, history.state, location.href])"
    )
    page.locator(OPTION).first.tap()
    page.wait_for_url("**/mulai/**")
    assert asked
    assert not [trace for trace in (*asked, kept, page.url) if NIK[:9] in trace]


def test_a_search_that_finds_nothing_leads_on(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/")
    page.locator(OPENER).tap()
    page.keyboard.type("zzqqxx")
    expect(page.locator("[data-search-status]")).to_contain_text("Tidak ada halaman yang cocok")
    expect(page.locator(OPTION)).to_have_count(3)
    expect(page.locator("[data-search-help] a[href$='mulai/']")).to_be_visible()
    expect(page.locator("[data-search-help] a[href^='tel:']")).to_be_visible()
    assert violations(page, "dialog[open]") == {}


def test_a_clear_intent_is_the_first_choice(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/faq/")
    search(page, "cek nik")
    expect(page.locator("[data-search-status]")).to_contain_text("Langsung: Periksa angka NIK di sini.")
    page.keyboard.press("ArrowDown")
    assert active(page).strip() == "Periksa angka NIK di sini"
    assert violations(page, "dialog[open]") == {}
    page.keyboard.press("Enter")
    page.wait_for_url("**/mulai/#cek-nik")


def test_back_closes_the_search_and_brings_its_words_back(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/faq/")
    dialog = page.locator("dialog[data-search]")
    search(page, "kartu hilang")
    page.go_back()
    expect(dialog).to_be_hidden()
    assert page.url == f"{common.origin}/faq/"
    search(page, "kartu ilang")
    page.locator(OPTION).first.tap()
    page.wait_for_url(f"**/situasi/{LOST}/**")
    page.go_back()
    page.wait_for_url("**/faq/")
    expect(page.locator(FIELD)).to_have_value("kartu ilang")
    expect(page.locator(OPTION).first).to_be_visible()
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    page.wait_for_function("() => !(history.state && 'search' in history.state)")


def test_words_of_the_address_are_searched_and_leave_it(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/?q=lupa+akun")
    expect(page.locator(OPTION).first).to_contain_text("Lupa akun JMO")
    expect(page.locator(FIELD)).to_have_value("lupa akun")
    assert page.url == f"{common.origin}/"


@pytest.mark.alone
def test_a_slow_phone_answers_at_once(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/")
    search(page, "kartu")
    slow = page.context.new_cdp_session(page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    took = page.evaluate(
        """([asked, times]) => {
          const took = asked.map(() => Infinity);
          for (let again = 0; again < times; again++) asked.forEach((query, at) => {
            const start = performance.now();
            guideSearch.search(query);
            guideSearch.direct(query);
            took[at] = Math.min(took[at], performance.now() - start);
          });
          return took;
        }""",
        [[row[0] for row in rows(SEALED)], AGAIN],
    )
    assert sorted(took)[len(took) * 95 // 100] < MOST_MS


def test_a_search_that_cannot_come_says_so_and_tries_again(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/", errors=True)
    page.route("**/assets/search-*.js", lambda route: route.abort())
    page.locator(OPENER).tap()
    page.keyboard.type("kartu")
    expect(page.locator("[data-search-note]")).to_have_text(
        "Pencarian tidak bisa dimuat. Pilih halaman dari menu."
    )
    page.unroute("**/assets/search-*.js")
    page.keyboard.type(" hilang")
    expect(page.locator(OPTION).first).to_be_visible()


def test_a_field_cleared_while_the_search_comes_is_an_empty_field(server: Server, open_page: Open) -> None:
    server.faults["*/assets/search-*"] = Fault(hold=True)
    page = open_page(f"{server.origin}/")
    page.locator(OPENER).tap()
    page.keyboard.type("zzqqxx")
    expect(page.locator("[data-search-note]")).to_be_visible()
    page.locator(FIELD).fill("")
    server.release()
    page.wait_for_function("() => window.guideSearch")
    page.evaluate("() => new Promise((next) => setTimeout(next))")
    expect(page.locator("[data-search-note]")).to_be_hidden()
    expect(page.locator("[data-search-help]")).to_be_visible()


@pytest.mark.parametrize("path", ["", "metode/jmo/", "404.html"])
def test_results_lead_on_from_any_depth(common: Server, open_page: Open, path: str) -> None:
    page = open_page(f"{common.origin}/{path}")
    search(page, "kartu hilang")
    page.locator(OPTION).first.tap()
    page.wait_for_url(f"{common.origin}/situasi/{LOST}/**")


def test_without_a_script_there_is_no_dead_button(common: Server, open_page: Open) -> None:
    page = open_page(f"{common.origin}/", java_script_enabled=False)
    expect(page.locator(OPENER)).to_be_hidden()
