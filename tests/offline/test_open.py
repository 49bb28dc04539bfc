"""The copies opened from file://, network cut, fresh profile, in every engine: pages, search, flow, NIK check."""

from __future__ import annotations

from pathlib import Path

import pytest

from helper import flow
from publish import offline
from publish.offline import rewrite_links
from tests.support import copied, walk
from tests.support.drivers import Chromium, Driver

READY = "return document.querySelector('[data-helper]')?.dataset.state === 'ready'"
CLICK = (
    "const seen = [...document.querySelectorAll(arguments[0])].find((e) => e.getClientRects().length);"
    "if (seen) seen.click(); return Boolean(seen)"
)
TYPE = (
    "const field = document.querySelector(arguments[0]); field.focus(); field.value = arguments[1];"
    "field.dispatchEvent(new Event('input', { bubbles: true })); return true"
)
LOADED = "return performance.getEntriesByType('resource').map((entry) => entry.name)"
SECTIONS = "return [...document.querySelectorAll('.page')].map((page) => [page.id, page.dataset.title])"
SHOWN = (
    "return JSON.stringify([...document.querySelectorAll('.page')].filter((page) => page.getClientRects().length)"
    ".map((page) => page.id)) + document.title"
)
RIGHT, WRONG = "3101991708450001", "310199170845000"
LONGEST = max(walk.PLANS, key=len)
HELPER = rewrite_links.section("mulai")


def local(driver: Driver) -> None:
    """Assert that nothing was asked of any origin, and that no script complained."""
    assert all(name.startswith(("file:", "blob:", "data:")) for name in driver.js(LOADED))
    if isinstance(driver, Chromium):
        assert all(address.startswith(("file:", "blob:", "data:", "about:")) for address in driver.asked)
        assert driver.errors == []


def check_nik(driver: Driver) -> None:
    """Have Python judge two numbers."""
    for text, verdict in ((WRONG, "invalid"), (RIGHT, "valid")):
        driver.js(TYPE, "#nik", text)
        assert driver.js(CLICK, "[data-nik] button[type=submit]")
        driver.until("return document.querySelector(`[data-part=result] .${arguments[0]}`) !== null", verdict)


def check_number(driver: Driver) -> None:
    """Have Python name a number."""
    driver.js(TYPE, "#nomor", "08990000001")
    assert driver.js(CLICK, "[data-asks=identify] button[type=submit]")
    driver.until("return /telepon/.test(document.querySelector('[data-part=named]').textContent)")


def walk_to(driver: Driver, answers: walk.Answers) -> None:
    """Click from the first question to a plan, where Python answers."""
    for count in range(1, len(answers) + 1):
        position = answers[:count]
        assert driver.js(CLICK, f'a.answer[href$="#{flow.fragment(position)}"]'), position
        driver.until(
            "return [...document.querySelectorAll('.flow h2')].filter((e) => e.getClientRects().length)"
            ".map((e) => e.textContent.trim()).join() === arguments[0]",
            walk.heading(position),
        )


@pytest.fixture
def full(browser: Driver, copies: Path) -> Driver:
    """The full file, opened anew, with Python ready."""
    browser.get((copies / offline.FULL).as_uri())
    browser.until(READY)
    return browser


def test_python_answers_in_the_single_file(full: Driver) -> None:
    full.js("location.hash = 'jawab'")
    walk_to(full, LONGEST)
    full.js("history.back()")
    full.until("return document.title.startsWith(arguments[0])", walk.heading(LONGEST[:-1]))
    full.js("location.hash = 'cek-nik'")
    check_nik(full)
    check_number(full)
    assert full.js("return document.activeElement.closest('.verdict') !== null")
    local(full)


def test_an_answer_is_changed_in_the_single_file(full: Driver) -> None:
    """A change is a fragment that only Python knows: no element has it as its name."""
    full.js("location.hash = arguments[0]", flow.fragment(LONGEST, 0))
    full.until("return document.title.startsWith(arguments[0])", walk.heading(()))
    assert full.js(SHOWN).startswith(f'["{HELPER}"]')
    assert walk.heading(()) in full.texts(".flow h2")


def test_every_page_of_the_single_file_opens_alone(full: Driver) -> None:
    for name, title in full.js(SECTIONS):
        if name == HELPER:
            continue  # reached by its positions
        full.js("location.hash = arguments[0]", name)
        full.until(f"{SHOWN.replace('return', 'return (')}) === arguments[0]", f'["{name}"]{title}')
        assert len(full.texts("h1")) == 1
    full.js("history.back()")
    full.until("return !document.title.startsWith('Menu')")
    local(full)


def test_search_finds_in_the_single_file(full: Driver) -> None:
    assert full.js(CLICK, "[data-search-open]")
    full.js(TYPE, "[data-search-query]", "kartu hilang")
    full.until("return document.querySelectorAll('.search-result').length > 2")
    assert full.js(CLICK, '.search-result[href*="situasi/kartu-hilang"]')
    full.until(
        f"{SHOWN.replace('return', 'return (')}).startsWith(arguments[0])",
        f'["{rewrite_links.section("situasi/kartu-hilang")}"]',
    )
    assert not full.js("return document.querySelector('dialog').open")


def test_the_folder_opens_page_by_page(browser: Driver, copies: Path) -> None:
    browser.get((copies / copied.FOLDER / "buka-saya.html").as_uri())
    menu = browser.js(
        "return [...new Set([...document.querySelectorAll('.md-nav--primary a[href]')].map((a) => a.href.split('#')[0]))]"
    )
    assert len(menu) > 25
    for address in menu:
        browser.get(address)
        assert len(browser.texts("h1")) == 1, address
        assert browser.js("return getComputedStyle(document.body).margin") == "0px", f"no styles: {address}"
        assert browser.texts("[data-made]"), address
    local(browser)


def test_search_finds_in_the_folder(browser: Driver, copies: Path) -> None:
    for start in ("buka-saya.html", "isi/metode/jmo/index.html"):
        browser.get((copies / copied.FOLDER / start).as_uri())
        assert browser.js(CLICK, "[data-search-open]")
        browser.js(TYPE, "[data-search-query]", "kartu hilang")
        browser.until("return document.querySelectorAll('.search-result').length > 2")
        assert browser.js(CLICK, '.search-result[href*="situasi/kartu-hilang"]')
        browser.until(
            "return location.pathname.endsWith('/isi/situasi/kartu-hilang/index.html') && document.querySelector('h1')"
        )


def test_python_answers_in_the_folder(browser: Driver, copies: Path) -> None:
    browser.get((copies / copied.FOLDER / "buka-saya.html").as_uri())
    assert browser.js(CLICK, f'a.answer[href$="#{flow.fragment(LONGEST[:1])}"]')
    browser.until(READY)
    browser.until("return document.title.startsWith(arguments[0])", walk.heading(LONGEST[:1]))
    browser.js("location.hash = 'jawab'")
    browser.until("return document.title.startsWith(arguments[0])", walk.heading(()))
    walk_to(browser, LONGEST)
    check_nik(browser)
    check_number(browser)
    local(browser)
