"""Python arriving: what it costs, how far it is, cancelling, saving data, and taking over quietly."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from helper import flow
from tests.browser.conftest import READY, Open, until
from tests.support import walk
from tests.support.server import Fault, Server

LINE = "Object.defineProperty(navigator, 'connection', {{ value: {} }});"
SAVING = LINE.format("{ saveData: true, effectiveType: '4g' }")
SLOW = LINE.format("{ saveData: false, effectiveType: '%s' }")
WASM = "*/wasm-*"
TYPED = "3101 99"
TEXT = "310199"


def state(page: Page) -> str | None:
    return page.get_attribute("[data-helper]", "data-state")


def asked(server: Server) -> list[str]:
    """Return which files of the runtime were asked for."""
    return [request.target for request in server.log if "/assets/runtime/" in request.target]


def runtime_size(server: Server) -> int:
    """Return the bytes of the runtime that a server has."""
    return sum(file.stat().st_size for file in (server.root / "assets/runtime").iterdir())


def cost(server: Server) -> str:
    return f"{runtime_size(server) / 1e6:.1f} MB".replace(".", ",")


def test_saving_data_loads_nothing_until_the_button(open_page: Open, server: Server) -> None:
    page = open_page(f"{server.origin}/mulai/", script=SAVING)
    expect(page.get_by_text("Mode hemat data Anda menyala")).to_be_visible()
    page.get_by_text("Cari jalan ke nomor KPJ Anda").tap()
    page.fill("#nik", "3101991708450001")
    page.press("#nik", "Enter")
    page.wait_for_timeout(300)
    assert (state(page), asked(server)) == ("static", [])
    expect(page.get_by_text("Pemeriksa masih diunduh")).to_be_hidden()
    button = page.get_by_role("button", name=f"Unduh {cost(server)}")
    button.tap()
    page.wait_for_selector(READY)
    assert len(asked(server)) == len(list((server.root / "assets/runtime").iterdir()))


@pytest.mark.parametrize("kind", ["slow-2g", "2g", "3g"])
def test_a_slow_line_loads_at_the_first_touch(open_page: Open, server: Server, kind: str) -> None:
    server.faults[WASM] = Fault(hold=True)
    page = open_page(f"{server.origin}/mulai/", script=SLOW % kind)
    page.wait_for_timeout(200)
    expect(page.get_by_role("button", name=f"Unduh {cost(server)}")).to_be_visible()
    assert (state(page), asked(server)) == ("static", [])
    walk.tap(walk.link(page, walk.PLANS[-1][:1]))
    expect(page.locator("[data-helper]")).to_have_attribute("data-state", "loading")


def test_the_bar_counts_bytes_to_the_whole(open_page: Open, server: Server) -> None:
    wasm = next((server.root / "assets/runtime").glob("wasm-*")).stat().st_size
    come = wasm // 2
    server.faults[WASM] = Fault(stall_after=come)
    page = open_page(f"{server.origin}/mulai/")
    bar, words = page.locator("progress"), page.locator("[data-bytes]")
    total = runtime_size(server)
    expect(bar).to_have_attribute("value", str(total - wasm + come))
    expect(bar).to_have_attribute("max", str(total))
    shown = f"{(total - wasm + come) / 1e6:.1f} dari {total / 1e6:.1f} MB".replace(".", ",")
    expect(words).to_have_text(shown)
    assert bar.evaluate("bar => bar.labels.length") == 1
    server.release()
    page.wait_for_selector(READY)
    expect(page.locator(".bar")).to_contain_text("siap")


def test_cancel_goes_back_and_keeps_what_was_typed(open_page: Open, server: Server) -> None:
    server.faults[WASM] = Fault(stall_after=1000)
    answers = walk.PLANS[-1][:1]
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(answers)}")
    page.fill("#nik", TYPED)
    page.get_by_role("button", name="Batal").tap()
    assert state(page) == "static"
    assert page.input_value("#nik") == TYPED
    walk.check(page, answers)
    again = page.get_by_role("button", name=re.compile("^Unduh"))
    expect(again).to_be_focused()
    server.release()
    again.tap()
    page.wait_for_selector(READY)
    assert page.input_value("#nik") == TYPED


def test_the_marks_of_start_and_ready_are_there(ready: Page) -> None:
    marks = ready.evaluate("performance.getEntriesByType('mark').map((mark) => mark.name)")
    assert [mark for mark in marks if mark.startswith("helper:")] == ["helper:start", "helper:ready"]


@pytest.fixture
def halfway(open_page: Open, server: Server) -> Page:
    """A page whose Python is on its way until the server is told to release it."""
    server.faults[WASM] = Fault(stall_after=1000)
    page = open_page(f"{server.origin}/mulai/")
    assert state(page) == "loading"
    return page


def take_over(page: Page, server: Server) -> None:
    server.release()
    page.wait_for_selector(READY)


def test_a_reader_in_the_middle_stays_there(halfway: Page, server: Server) -> None:
    answers = max(walk.PLANS, key=len)[:-1]
    for end in range(1, len(answers) + 1):
        walk.tap(walk.link(halfway, answers[:end]))
        walk.check(halfway, answers[:end])
    take_over(halfway, server)
    seen = walk.look(halfway)
    assert (seen.headings, seen.hash) == ([walk.heading(answers)], "#" + flow.fragment(answers))
    assert seen.text == walk.words(answers)
    halfway.go_back()
    walk.settle(halfway, answers[:-1])


def test_focus_stays_in_the_field(halfway: Page, server: Server) -> None:
    halfway.locator("#nik").press_sequentially(TEXT)
    take_over(halfway, server)
    expect(halfway.locator("#nik")).to_be_focused()
    halfway.keyboard.type("17")
    assert halfway.input_value("#nik") == TEXT + "17"


def test_focus_stays_on_the_same_answer(halfway: Page, server: Server) -> None:
    answer = walk.PLANS[-1][:1]
    walk.link(halfway, answer).focus()
    take_over(halfway, server)
    expect(walk.link(halfway, answer)).to_be_focused()


def test_focus_is_not_taken_when_there_was_none(halfway: Page, server: Server) -> None:
    halfway.evaluate("scrollTo(0, 200)")
    take_over(halfway, server)
    assert walk.look(halfway).focus == ""
    assert halfway.evaluate("scrollY") == 200


def test_python_is_asked_for_before_the_page_is_whole(open_page: Open, server: Server) -> None:
    """While most of the page still stands in the way, the files of Python are on theirs, each once."""
    server.faults["/mulai/"] = Fault(stall_after=8000)
    page = open_page(f"{server.origin}/blank/", errors=True)
    page.goto(f"{server.origin}/mulai/", wait_until="commit")
    until(
        page,
        "performance.getEntriesByType('resource').filter((one) => /runtime/.test(one.name)).length === 3",
    )
    server.release()
    page.wait_for_selector(READY)
    assert len(asked(server)) == len(set(asked(server))) == 3
