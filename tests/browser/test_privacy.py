"""Nothing a reader does or types leaves the page: one whole session, then a look at every trace of it."""

from __future__ import annotations

import json
import urllib.parse

import pytest
from playwright.sync_api import Browser, Page, expect

from helper import flow
from tests.browser.conftest import PHONE, READY, Watch
from tests.support import traces, walk
from tests.support.server import Server

WRONG, RIGHT = "310199170845000", "3101991708450001"
LEAK = RIGHT[:9]
"""Enough of the digits to know them by; what is typed begins with it each time."""

STUBS = """
window.sent = [];
window.print = () => {};
navigator.share = async (data) => { sent.push(JSON.stringify(data)); };
navigator.sendBeacon = (...all) => { sent.push(all.join()); return true; };
"""

TRACES = """async () => {
  const all = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie];
  all.push(JSON.stringify(history.state), location.href, window.name, document.referrer, document.title);
  for (const { name, version } of await indexedDB.databases()) all.push(`database ${name} ${version}`);
  for (const key of await caches.keys())
    for (const request of await (await caches.open(key)).keys()) all.push(`cache ${key} ${request.url}`);
  all.push((await navigator.serviceWorker.getRegistrations()).map((r) => r.scope).join());
  all.push(...performance.getEntries().map((entry) => entry.name), ...window.sent);
  return all;
}"""


def session(page: Page, origin: str) -> list[str]:
    """Do all that a reader can do; return the traces that the browser keeps, at three moments."""
    page.goto(f"{origin}/mulai/")
    page.locator("#nik").press_sequentially(WRONG)
    page.get_by_role("button", name="Periksa bentuknya").tap()
    page.wait_for_selector(READY)
    expect(page.locator("[data-part=result] .verdict.invalid")).to_be_focused()
    traces: list[str] = page.evaluate(TRACES)
    page.locator("[data-part=result] a").first.tap()
    page.fill("#nik", RIGHT)
    page.press("#nik", "Enter")
    expect(page.locator("[data-part=result] .verdict.valid")).to_be_focused()
    for text in (RIGHT, WRONG, RIGHT[:11]):
        page.fill("#nomor", text)
        page.press("#nomor", "Enter")
        expect(page.locator("[data-part=named] .verdict")).to_be_focused()

    plan = next(p for p in walk.PLANS if flow.at(walk.FLOW, p).node.say)
    for end in range(1, len(plan) + 1):
        walk.link(page, plan[:end]).tap()
        walk.settle(page, plan[:end])
    for name in ("Salin teks", "Cetak rencana ini", "Bagikan rencana ini"):
        page.locator("[data-part=step]").get_by_role("button", name=name).first.tap()
    page.locator("[data-part=step] .more a").first.tap()
    page.wait_for_url(lambda url: "/mulai/" not in url)
    page.go_back()
    page.wait_for_selector(READY)
    traces += page.evaluate(TRACES)
    for field in ("#nik", "#nomor"):
        page.fill(field, RIGHT)
    page.reload()
    page.wait_for_selector(READY)
    assert (page.input_value("#nik"), page.input_value("#nomor")) == ("", "")
    return traces + page.evaluate(TRACES)  # type: ignore[no-any-return]


@pytest.fixture
def page(browser: Browser, server: Server) -> Page:
    return browser.new_context(**PHONE).new_page()


def test_a_whole_session_leaves_no_trace_of_the_digits(page: Page, server: Server) -> None:
    context = page.context
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server.origin)
    context.add_init_script(STUBS)
    watch = Watch(context, server.origin)
    asked: list[str] = []
    context.on(
        "request", lambda request: asked.append(f"{request.url} {request.headers} {request.post_data}")
    )
    traces = session(page, server.origin)
    kept = json.dumps(context.storage_state(indexed_db=True))
    context.close()

    assert watch.errors == []
    assert all(request.method == "GET" and not request.body for request in server.log)
    everything = [*traces, *asked, *watch.console, *map(repr, server.log), kept]
    assert not [text for text in everything if LEAK in urllib.parse.unquote(text)]


def test_the_policy_refuses_every_way_out(page: Page, server: Server) -> None:
    page.goto(f"{server.origin}/mulai/")
    page.wait_for_selector(READY)
    page.evaluate(f"() => {{ {traces.ESCAPES} }}")
    page.wait_for_timeout(500)
    assert set(page.evaluate("window.refused")) == traces.REFUSED
    assert page.evaluate("window.escaped === undefined")
    page.context.close()


def test_the_session_keeps_nothing_at_all(page: Page, server: Server) -> None:
    page.goto(f"{server.origin}/mulai/")
    page.wait_for_selector(READY)
    page.fill("#nik", RIGHT)
    page.press("#nik", "Enter")
    expect(page.locator("[data-part=result] .verdict.valid")).to_be_focused()
    state = page.context.storage_state(indexed_db=True)
    page.context.close()
    assert state["cookies"] == []
    assert not [item for origin in state["origins"] for item in origin["localStorage"]]


def test_the_field_cannot_be_sent_and_is_not_remembered(page: Page, server: Server) -> None:
    for address, name in (("mulai/", "#nik"), ("mulai/", "#nomor"), ("panduan/kenali-nomor/", "#nomor")):
        page.goto(f"{server.origin}/{address}")
        field = page.locator(name)
        assert field.get_attribute("name") is None
        assert field.get_attribute("autocomplete") == "off"
        assert field.evaluate("field => [field.form.method, field.form.getAttribute('action')]") == [
            "dialog",
            None,
        ]
    page.context.close()
