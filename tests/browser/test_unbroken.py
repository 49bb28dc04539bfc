"""The rest of what can go wrong around a reader: networks, storage, switches of the browser, small screens, long use."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from helper import flow
from tests.browser.conftest import PHONE, READY, Open, Watch
from tests.browser.test_faults import ANSWERS, TYPED, UNABLE, begin, goes_on, impatient
from tests.browser.test_loading import SAVING
from tests.browser.test_nik_field import CHECK, RIGHT, WRONG
from tests.support import engines, traces, walk
from tests.support.server import Fault, Server

SPY = "const W = Worker; window.Worker = class extends W { constructor(...a) { super(...a); window.spied = this; } };"
LONGEST = max(walk.PLANS, key=len)
HERE = f"#{flow.fragment(ANSWERS)}"
FORBIDDEN = """
const no = () => { throw new DOMException("no", "SecurityError"); };
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"]) Object.defineProperty(window, name, { get: no });
"""
FULL = """
Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
if (self.Cache) Cache.prototype.put = Cache.prototype.add = Cache.prototype.addAll = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
"""
WIDTH = "document.scrollingElement.scrollWidth"


def answers_a_nik(page: Page) -> None:
    """Assert that Python judges two numbers."""
    for text, verdict in ((WRONG, "invalid"), (RIGHT, "valid")):
        page.fill("#nik", text)
        page.press("#nik", "Enter")
        expect(page.locator(f"[data-part=result] .verdict.{verdict}")).to_be_focused()


def walks(page: Page, answers: walk.Answers = LONGEST) -> None:
    """Assert that Python leads from the first question to a plan."""
    for end in range(1, len(answers) + 1):
        walk.link(page, answers[:end]).click()
        walk.settle(page, answers[:end])
        walk.check(page, answers[:end])


def test_a_server_that_stops_leaves_what_the_page_holds(open_page: Open, server: Server) -> None:
    server.faults = {"*/wasm-*": Fault(drop_after=500_000), "*": Fault(gone=True)}
    goes_on(begin(open_page, server))


def test_a_line_that_stalls_3_seconds_is_waited_for(open_page: Open, server: Server) -> None:
    server.faults["*/wasm-*"] = Fault(stall_after=500_000)
    page = open_page(f"{server.origin}/mulai/")
    page.wait_for_timeout(3000)
    expect(page.locator("[data-helper]")).to_have_attribute("data-state", "loading")
    walk.link(page, LONGEST[:1]).tap()
    walk.check(page, LONGEST[:1])
    server.release()
    page.wait_for_selector(READY)
    assert walk.look(page).headings == [walk.heading(LONGEST[:1])]
    assert sum("/wasm-" in request.target for request in server.log) == 1


def test_offline_before_loading(open_page: Open, server: Server) -> None:
    page = open_page(f"{server.origin}/mulai/{HERE}", script=SAVING, errors=True)
    page.fill("#nik", TYPED)
    page.context.set_offline(True)
    page.locator("[data-when=static] [data-load]").tap()
    goes_on(page)
    page.context.set_offline(False)
    page.get_by_role("button", name="Coba lagi").tap()
    page.wait_for_selector(READY)
    answers_a_nik(page)


def test_offline_while_loading(open_page: Open, server: Server) -> None:
    server.faults = {"*/wasm-*": Fault(stall_after=500_000), "/mulai/": Fault(change=impatient)}
    page = open_page(f"{server.origin}/mulai/{HERE}", errors=True)
    page.fill("#nik", TYPED)
    page.context.set_offline(True)
    goes_on(page)
    page.context.set_offline(False)
    server.faults = {}
    page.get_by_role("button", name="Coba lagi").tap()
    page.wait_for_selector(READY)
    answers_a_nik(page)


def test_offline_after_loading(open_page: Open, server: Server) -> None:
    page = open_page(f"{server.origin}/mulai/", errors=True)
    page.wait_for_selector(READY)
    page.context.set_offline(True)
    server.faults = {"*": Fault(gone=True)}
    walks(page)
    answers_a_nik(page)


def test_a_worker_that_is_killed_is_noticed(open_page: Open, server: Server) -> None:
    """No event tells of it: the watch over the next question does."""
    server.faults["/mulai/"] = Fault(change=impatient)
    page = open_page(f"{server.origin}/mulai/{HERE}", script=SPY, errors=True)
    page.wait_for_selector(READY)
    page.fill("#nik", TYPED)
    page.evaluate("spied.terminate()")
    page.press("#nik", "Enter")
    goes_on(page)
    page.get_by_role("button", name="Coba lagi").tap()
    page.wait_for_selector(READY)
    answers_a_nik(page)


@pytest.mark.parametrize("script", [FORBIDDEN, FULL], ids=["forbidden", "full"])
def test_storage_forbidden_or_full_changes_nothing(open_page: Open, server: Server, script: str) -> None:
    page = open_page(f"{server.origin}/mulai/", script=script)
    page.wait_for_selector(READY)
    walks(page)
    answers_a_nik(page)
    page.locator("[data-look-open]").click()
    page.get_by_label("Gelap").check()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"


@pytest.fixture
def switched(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Browser]:
    """Chromium started otherwise: `args` more, `without` fewer."""
    args, without = request.param
    own = browser.browser_type.launch(
        executable_path=engines.chromium(), args=[engines.ONLY_LOOPBACK, *args], ignore_default_args=without
    )
    yield own
    own.close()


@pytest.mark.parametrize("switched", [(["--js-flags=--jitless"], [])], ids=["no wasm"], indirect=True)
def test_wasm_off_is_told_at_once(switched: Browser, server: Server) -> None:
    page = switched.new_context(**PHONE).new_page()
    page.goto(f"{server.origin}/mulai/{HERE}")
    assert page.evaluate("typeof WebAssembly") == "undefined"
    page.fill("#nik", TYPED)
    goes_on(page, UNABLE)
    assert not [request for request in server.log if "/assets/runtime/" in request.target]


@pytest.mark.parametrize("switched", [([], ["--disable-back-forward-cache"])], ids=["bfcache"], indirect=True)
def test_back_forward_cache_gives_the_page_back_alive(switched: Browser, server: Server) -> None:
    # A service worker that takes over meanwhile empties this cache: pages are then loaded, which others try.
    context = switched.new_context(**PHONE)
    watch = Watch(context, server.origin)
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    context.add_init_script("addEventListener('pageshow', (event) => { window.back = event.persisted; });")
    page = context.new_page()
    page.goto(f"{server.origin}/mulai/")
    page.wait_for_selector(READY)
    walks(page, LONGEST[:2])
    page.goto(f"{server.origin}/tips/")
    page.go_back(wait_until="commit")
    page.wait_for_selector(READY)
    assert page.evaluate("window.back") is True
    assert walk.look(page).headings == [walk.heading(LONGEST[:2])]
    answers_a_nik(page)
    page.go_back(wait_until="commit")
    walk.settle(page, LONGEST[:1])
    assert watch.errors == []


@pytest.mark.parametrize(("height", "ratio"), [(256, 4), (640, 2)], ids=["zoom 400 %", "phone"])
def test_all_pages_fit_320_pixels(browser: Browser, common: Server, height: int, ratio: int) -> None:
    """1280 x 1024 at 400 % is 320 x 256 (WCAG 1.4.10): nothing is read by scrolling sideways."""
    context = browser.new_context(viewport={"width": 320, "height": height}, device_scale_factor=ratio)
    page = context.new_page()
    wide = {}
    for file in sorted(common.root.rglob("index.html")):
        page.goto(f"{common.origin}/{file.parent.relative_to(common.root).as_posix()}/")
        if page.evaluate(WIDTH) > 320:
            wide[file.parent.name] = page.evaluate(WIDTH)
    assert wide == {}
    page.goto(f"{common.origin}/mulai/")
    page.wait_for_selector(READY)
    walks(page)
    assert page.evaluate(WIDTH) == 320
    answers_a_nik(page)
    assert page.evaluate(WIDTH) == 320
    context.close()


def test_two_tabs_do_not_know_of_each_other(open_page: Open, common: Server) -> None:
    one = open_page(f"{common.origin}/mulai/")
    two = one.context.new_page()
    two.goto(f"{common.origin}/mulai/")
    for page in (one, two):
        page.wait_for_selector(READY)
    walks(one, LONGEST)
    walks(two, walk.PLANS[0])
    answers_a_nik(two)
    assert one.input_value("#nik") == ""
    assert walk.look(one).headings == [walk.heading(LONGEST)]
    one.go_back()
    walk.settle(one, LONGEST[:-1])
    one.close()
    two.go_back()
    walk.settle(two, walk.PLANS[0][:-1])
    answers_a_nik(two)


def test_500_checks_leave_the_page_as_small_as_before(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/mulai/")
    page.wait_for_selector(READY)
    devtools = page.context.new_cdp_session(page)
    devtools.send("Performance.enable")

    def check(times: int) -> dict[str, float]:
        for turn in range(times):
            page.evaluate(CHECK, (RIGHT, WRONG)[turn % 2])
        devtools.send("HeapProfiler.collectGarbage")
        metrics = devtools.send("Performance.getMetrics")["metrics"]
        return {entry["name"]: entry["value"] for entry in metrics}

    before, after = check(50), check(500)
    assert after["Nodes"] <= before["Nodes"] + 20
    assert after["JSEventListeners"] <= before["JSEventListeners"]
    assert after["JSHeapUsedSize"] < before["JSHeapUsedSize"] + 500_000


def test_nothing_on_disk_holds_the_digits(browser: Browser, server: Server) -> None:
    """Chromium's own files of a profile, while the page is open and after."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        home = Path(name)
        context = browser.browser_type.launch_persistent_context(
            name, executable_path=engines.chromium(), args=[engines.ONLY_LOOPBACK], **PHONE
        )
        page = context.new_page()
        page.goto(f"{server.origin}/mulai/")
        page.wait_for_selector(READY)
        page.locator("#nik").press_sequentially(traces.RIGHT)
        page.press("#nik", "Enter")
        expect(page.locator("[data-part=result] .verdict.valid")).to_be_focused()
        page.evaluate("text => localStorage.setItem('kontrol', text)", traces.PLANTED)
        page.goto(f"{server.origin}/tips/")
        page.go_back()
        page.wait_for_timeout(3000)
        found = traces.on_disk(home, traces.LEAK)[1]
        context.close()
        later = traces.on_disk(home, traces.LEAK)[1]
        planted = traces.on_disk(home, traces.PLANTED)[1]
    assert planted
    assert (found, later) == ([], [])
