"""Firefox and WebKitGTK: the walk, the NIK table, a session that leaves no trace, scripts off, coming back.

Chromium has fuller tests of the same (test_walk_ready, test_nik_field, test_privacy, test_walk_static,
test_unbroken). These two are driven without any package that changes them (tests/support/drivers).
"""

from __future__ import annotations

import time
import urllib.parse
from collections.abc import Iterator
from typing import Any, cast

import pytest
from playwright.sync_api import Page

from helper import flow, nik, view_nik
from tests.browser.test_nik_field import CASES, TODAY, squeeze, today
from tests.browser.test_number_field import CASES as KINDS
from tests.support import drivers, engines, traces, walk
from tests.support.drivers import ENTER, Driver
from tests.support.server import Server

OTHERS = [
    pytest.param(name, marks=pytest.mark.xdist_group(f"pages in {name}")) for name in ("firefox", "webkit")
]
READY = "return document.querySelector('[data-helper]')?.dataset.state === 'ready'"
VERDICT = "return document.activeElement.matches(`[data-part=result] .verdict.${arguments[0]}`)"
CLICK = (
    "const seen = [...document.querySelectorAll(arguments[0])].find((e) => e.getClientRects().length);"
    "if (seen) seen.click(); return Boolean(seen)"
)
ALL_PLANS = [path for path in walk.ONE_EACH if isinstance(flow.at(walk.FLOW, path).node, flow.Outcome)]
TABLE = """
const cases = arguments[0], Real = Date;
let day = "";
window.Date = class extends Real { constructor(...given) { super(...(given.length ? given : [`${day}T12:00:00`])); } };
const [field, result] = arguments[1].map((name) => document.querySelector(name));
const answer = () => new Promise((done) => {
  new MutationObserver((_, self) => { self.disconnect(); setTimeout(done); }).observe(result, { childList: true });
  field.form.requestSubmit();
});
window.told = null;
(async () => {
  const told = [];
  for (const one of cases) {
    day = one.day;
    field.value = one.text;
    const typed = field.value;
    await answer();
    const box = result.querySelector(".verdict");
    told.push({ typed, kinds: [...box.classList], focus: document.activeElement === box, shown: box.innerText,
      kept: field.value, wrong: field.getAttribute("aria-invalid"), title: document.title });
  }
  window.Date = Real;
  window.told = told;
})();
"""


class Eyes:
    """A driver's window for tests/support/walk.py, which looks at pages by evaluating."""

    def __init__(self, driver: Driver) -> None:
        self.driver = driver

    def evaluate(self, script: str, *given: object) -> Any:
        """Return what a function returns in the page."""
        return self.driver.js(f"return ({script})(...arguments)", *given)


def seen(driver: Driver) -> Page:
    """Return a window as what walk.py wants."""
    return cast("Page", Eyes(driver))


def window(name: str, scripts: bool) -> Iterator[Driver]:
    """Yield a window of a browser."""
    try:
        with drivers.START[name](scripts) as started:
            yield started
    except engines.NoBrowser as missing:
        engines.absent(missing)


@pytest.fixture(scope="module", params=OTHERS)
def other(request: pytest.FixtureRequest) -> Iterator[Driver]:
    """Firefox, then WebKitGTK."""
    yield from window(request.param, True)


@pytest.fixture(scope="module", params=OTHERS)
def plain(request: pytest.FixtureRequest) -> Iterator[Driver]:
    """The same with scripts switched off."""
    yield from window(request.param, False)


def opened(driver: Driver, server: Server) -> Driver:
    """Open the helper's page and wait for Python."""
    driver.get(f"{server.origin}/mulai/")
    driver.until(READY)
    return driver


def walk_to(driver: Driver, answers: walk.Answers) -> None:
    """Click from where the reader is, the first question, to a position; every step is looked at."""
    for end in range(1, len(answers) + 1):
        assert driver.js(CLICK, f'a.answer[href="#{flow.fragment(answers[:end])}"]'), answers[:end]
        walk.settle(seen(driver), answers[:end])
        walk.check(seen(driver), answers[:end])


def test_every_plan_is_reached(other: Driver, common: Server) -> None:
    opened(other, common)
    for answers in ALL_PLANS:
        other.js("history.replaceState(null, '', '#lain'); location.hash = 'jawab'")
        walk.settle(seen(other), ())
        walk_to(other, answers)
    other.js("history.back()")
    walk.settle(seen(other), answers[:-1])


def test_the_nik_table_gets_its_answers(other: Driver, common: Server) -> None:
    opened(other, common).js(
        TABLE,
        [{"text": case["text"], "day": str(today(case))} for case in CASES],
        ["#nik", "[data-part=result]"],
    )
    told = other.until("return window.told")
    assert len(told) == len(CASES) > 80
    for case, got in zip(CASES, told, strict=True):
        wanted = nik.check(got["typed"], today=today(case))
        assert (wanted.verdict, [f.code for f in wanted.findings]) == (case["verdict"], case["codes"])
        assert (wanted.verdict in got["kinds"], got["focus"]) == (True, True), case["why"]
        for finding in wanted.findings:
            for sentence in squeeze(finding.words).split(". "):
                assert sentence in squeeze(got["shown"]), case["why"]
        assert got["kept"] == got["typed"]
        mistaken = view_nik.is_mistake(wanted)
        assert got["wrong"] == str(mistaken).lower()
        assert got["title"].startswith("Kesalahan:") == mistaken


def test_the_table_of_kinds_gets_its_answers(other: Driver, common: Server) -> None:
    cases = [{"text": case["text"], "day": str(TODAY)} for case in KINDS]
    opened(other, common).js(TABLE, cases, ["#nomor", "[data-part=named]"])
    for case, got in zip(KINDS, other.until("return window.told"), strict=True):
        assert case["heading"] in squeeze(got["shown"]), case["why"]
        assert (got["focus"], got["wrong"], got["kept"]) == (True, "false", got["typed"]), case["why"]
        for name in case["kinds"][1:]:
            assert name[1:] in squeeze(got["shown"]), case["why"]


def test_a_whole_session_leaves_no_trace_of_the_digits(other: Driver, server: Server) -> None:
    opened(other, server).js(traces.SPY)
    other.type("#nik", traces.WRONG + ENTER)
    other.until(VERDICT, "invalid")
    kept = traces.of(other)
    other.js("const field = document.querySelector('#nik'); field.value = ''; field.focus()")
    other.type("#nik", traces.RIGHT + ENTER)
    other.until(VERDICT, "valid")
    plan = next(path for path in walk.PLANS if flow.at(walk.FLOW, path).node.say)
    walk_to(other, plan)
    for selector in ("[data-copy]", "[data-print]", "[data-share]"):
        other.js(CLICK, selector)
    kept += traces.of(other)
    assert other.js(CLICK, "[data-part=step] .more a")
    other.until("return !location.pathname.endsWith('/mulai/') && document.readyState === 'complete'")
    kept += traces.of(other)
    other.js("history.back()")
    other.until(READY)
    kept += traces.of(other)
    other.js("location.reload()")
    other.until(f"{READY} && performance.getEntriesByType('navigation')[0].type === 'reload'")
    assert other.js("return document.querySelector('#nik').value") == ""
    kept += traces.of(other)
    assert all(request.method == "GET" and not request.body for request in server.log)
    everything = [*kept, *map(repr, server.log)]
    assert len(everything) > 40
    assert not [text for text in everything if traces.LEAK in urllib.parse.unquote(text)]


def test_the_policy_refuses_every_way_out(other: Driver, common: Server) -> None:
    opened(other, common).js(traces.ESCAPES)
    other.until("return new Set(window.refused).size > 4")
    assert set(other.js("return window.refused")) == traces.REFUSED
    assert other.js("return window.escaped === undefined")


@pytest.mark.parametrize("other", OTHERS[:1], indirect=True)
def test_nothing_on_disk_holds_the_digits(other: Driver, common: Server) -> None:
    """Not in what is kept for a crash, for forms, for history: the profile as it lies there while the page is open.

    WebKitGTK is not asked: driven from outside it keeps nothing at all, so that there is nothing to see.
    """
    opened(other, common).type("#nik", traces.RIGHT)
    other.type("#nik", ENTER)
    other.until(VERDICT, "valid")
    other.js("localStorage.setItem('kontrol', arguments[0])", traces.PLANTED)
    time.sleep(9)  # s; Firefox writes its session after one, storage after some more
    assert traces.on_disk(other.home, traces.PLANTED)[1]
    assert traces.on_disk(other.home, traces.LEAK)[1] == []


def test_without_scripts_the_links_lead_to_the_plan(plain: Driver, common: Server) -> None:
    plain.get(f"{common.origin}/mulai/")
    for answers in (walk.PLANS[0], max(walk.PLANS, key=len)):
        plain.js("location.hash = 'jawab'")
        for end in range(1, len(answers) + 1):
            assert plain.js(CLICK, f'a.answer[href="#{flow.fragment(answers[:end])}"]')
            assert plain.texts(".flow h2") == [walk.heading(answers[:end])]
    assert plain.texts("button") == []
    assert plain.js("return document.querySelector('[data-helper]').dataset.state") == "static"


def test_coming_back_by_the_browsers_button_the_helper_answers(other: Driver, common: Server) -> None:
    """From the back-forward cache or anew: the position is kept, Python answers, the field works."""
    answers = ALL_PLANS[0][:1]
    opened(other, common)
    walk_to(other, answers)
    other.js("location.href = '../tips/'")
    other.until("return location.pathname.endsWith('/tips/') && document.readyState === 'complete'")
    other.js("history.back()")
    other.until(READY)
    assert walk.look(seen(other)).headings == [walk.heading(answers)]
    other.js("document.querySelector('#nik').value = ''")
    other.type("#nik", traces.WRONG + ENTER)
    other.until(VERDICT, "invalid")
    other.js("history.back()")
    walk.settle(seen(other), ())
