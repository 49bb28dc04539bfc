"""The thin runtime reaching what was cut away: the whole one takes over and nothing is lost."""

from __future__ import annotations

import html
import json
import shutil
from pathlib import Path

from playwright.sync_api import Page, expect

from helper import flow, nik, view, view_nik
from publish.content import clock
from tests.browser.conftest import READY, Open
from tests.support import deployments, left_out, walk
from tests.support.server import Fault, Server, serve

SPY = "const W = Worker; window.Worker = class extends W { constructor(...a) { super(...a); window.spied = this; } };"
ANSWERS = max(walk.PLANS, key=len)[:2]
NIK = "3101991708450001"
WEEK = json.dumps({"id": 9999, "op": "check", "text": "", "today": "2026-W47-7"})
"""CPython answers it, no page asks it: the functions for weeks are cut."""


def opened(open_page: Open, server: Server, script: str = SPY) -> Page:
    """Open the page in the middle of the flow, Python ready, a NIK typed."""
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(ANSWERS)}", script=script, errors=True)
    page.wait_for_selector(READY)
    page.fill("#nik", NIK)
    return page


def whole(server: Server) -> list[str]:
    return [request.target for request in server.log if "/assets/whole/" in request.target]


def test_the_whole_runtime_takes_over_where_the_reader_is(open_page: Open, server: Server) -> None:
    page = opened(open_page, server)
    assert whole(server) == []
    page.evaluate("request => { window.old = spied; spied.postMessage({ request }); }", WEEK)
    page.wait_for_function("() => window.spied !== window.old")
    page.wait_for_selector(READY)
    assert len(whole(server)) == 3
    assert page.input_value("#nik") == NIK
    assert walk.look(page).headings == [walk.heading(ANSWERS)]
    page.press("#nik", "Enter")
    expect(page.locator("[data-part=result] h3")).to_be_visible()


def test_a_check_that_was_asked_is_answered_by_the_whole_runtime(open_page: Open, server: Server) -> None:
    page = opened(open_page, server)
    page.evaluate("request => spied.postMessage({ request })", WEEK)
    page.press("#nik", "Enter")
    expect(page.locator("[data-part=result] h3")).to_be_visible(timeout=30_000)
    assert len(whole(server)) == 3


def test_when_the_whole_runtime_cannot_come_layer_1_goes_on(open_page: Open, server: Server) -> None:
    server.faults["*/assets/whole/*"] = Fault(status=404)
    page = opened(open_page, server)
    page.evaluate("request => spied.postMessage({ request })", WEEK)
    page.wait_for_selector('[data-helper][data-state="failed"]')
    assert page.input_value("#nik") == NIK
    walk.check(page, ANSWERS)


def test_saving_data_loads_no_second_runtime_unasked(open_page: Open, server: Server) -> None:
    saving = (
        SPY
        + "window.saves = false; Object.defineProperty(navigator, 'connection', { value: { get saveData() { return window.saves; } } });"
    )
    page = opened(open_page, server, saving)
    page.evaluate("request => { window.saves = true; spied.postMessage({ request }); }", WEEK)
    page.wait_for_selector('[data-helper][data-state="failed"]')
    assert whole(server) == []


def test_a_read_of_left_out_data_cannot_go_unnoticed(open_page: Open, site: Path, tmp_path: Path) -> None:
    """Whoever reads there ends the frozen Python, and the whole one gives the answer that it would have missed."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    page_file = folder / "mulai" / "index.html"
    text = page_file.read_text(encoding="utf-8")
    written = deployments.MANIFEST.search(text)
    assert written
    manifest = json.loads(html.unescape(written[1]))
    deployments.rename(folder, manifest["files"]["wasm"], left_out.misled)
    page_file.write_text(deployments.naming(text, manifest), encoding="utf-8")
    with serve(folder) as server:
        page = opened(open_page, server)
        assert whole(server) == []
        page.press("#nik", "Enter")
        expect(page.locator("[data-part=result] h3")).to_be_visible(timeout=30_000)
        assert len(whole(server)) == 3
        right = walk.Words()
        right.feed(view_nik.result(nik.check(NIK, today=clock.today()), view.Links())["result"])
        assert "".join(page.inner_text("[data-part=result]").split()) == right.words
        assert page.input_value("#nik") == NIK
        assert walk.look(page).headings == [walk.heading(ANSWERS)]
