"""Old Chromium: one position at a time, a heading in sight, a word on a NIK, a search that answers, nothing fetched in vain."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from helper import flow
from publish import offline
from tests.slow.lama import engines
from tests.support import walk
from tests.support.drivers import ENTER
from tests.support.drivers.devtools import DevTools
from tests.support.server import Server

PLAN = ("tidak-ada", "tutup", "ya")
SIZES = ((360, 640), (1366, 768))
SCREENS = {"site": 11, "full": 12, "light": 10}
"""Heights of a screen that a page stays below, by form; the site's field for any number is one of them. In the single file without `:has()` and scripts, its first page
stands at the end of every page."""
RIGHT, WRONG = "3101991708450001", "3101993308450001"
RUNTIME = ("/assets/runtime/", "/assets/whole/")
PLACE = """
var given = arguments;
var heads = [].slice.call(document.querySelectorAll(".flow h2")).filter(function (e) {
  return e.getClientRects().length && e.textContent.trim() === given[0];
});
var head = document.querySelector(".md-header, .copy-head").getBoundingClientRect();
return heads.map(function (e) { return [Math.max(0, head.bottom), e.getBoundingClientRect().top, innerHeight]; });
"""
LONG = "return document.documentElement.scrollHeight / innerHeight"
STATE = "var root = document.querySelector('[data-helper]'); return root && root.dataset.state"


def site(server: Server, copies: Path) -> str:
    return f"{server.origin}/"


def full(server: Server, copies: Path) -> str:
    return (copies / offline.FULL).as_uri()


def light(server: Server, copies: Path) -> str:
    return (copies / offline.LIGHT).as_uri()


def placed(window: DevTools, heading: str) -> bool:
    """Return whether one such heading is seen, between what sticks at the top and the middle of the screen."""
    seen = window.look(PLACE, heading) or []
    return len(seen) == 1 and seen[0][0] <= seen[0][1] < seen[0][2] / 2


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "plain"])
@pytest.mark.parametrize("form", [site, full, light])
def test_the_way_to_a_plan(
    window: DevTools, server: Server, copies: Path, form: Callable[[Server, Path], str], scripts: bool
) -> None:
    for size in SIZES:
        window.resize(*size)
        window.scripts(scripts)
        window.get(form(server, copies))
        for end in range(1, len(PLAN) + 1):
            window.follow(f'a.answer[href$="#{flow.fragment(PLAN[:end])}"]')
            window.wait(placed, window, walk.heading(PLAN[:end]))
            assert window.js(LONG) < SCREENS[form.__name__]
        # Without scripts and :has() the first question stays, below.
        assert len(window.texts(".flow h2, .page > h1")) <= (2 if scripts else 3)


def only(window: DevTools, shown: str) -> bool:
    """Return whether of all words on a NIK these alone are seen."""
    return len(window.texts(".verdict")) == len(window.texts(shown)) == 1


def requests(server: Server) -> list[str]:
    """Return what was fetched of the runtime."""
    return [request.target for request in server.log if request.target.startswith(RUNTIME)]


def test_a_nik_gets_a_word_and_nothing_is_fetched_in_vain(
    window: DevTools, server: Server, engine: str
) -> None:
    able, wide = engines.version(engine) >= engines.PYTHON, engines.version(engine) >= engines.WHOLE
    window.before("var W = Worker; window.Worker = function (a) { return window.spied = new W(a); };")
    window.get(f"{server.origin}/mulai/")
    window.until(f"{STATE} === arguments[0]", "ready" if able else "failed")
    for nik, verdict in ((RIGHT, "valid"), (WRONG, "invalid")):
        window.js("document.querySelector('#nik').value = ''")
        window.type("#nik", nik + ENTER)
        shown = (
            f".verdict.{verdict}"
            if able
            else {"valid": ".verdict > .html-ok", "invalid": ".verdict > .html-bad"}[verdict]
        )
        window.wait(only, window, shown)
    if able:  # something was cut away: the whole runtime is asked for where it runs
        assert len(requests(server)) == 3
        window.js("spied.dispatchEvent(new MessageEvent('message', { data: { cut: true } }))")
        window.until(f"{STATE} === arguments[0]", "ready" if wide else "failed")
        assert bool(requests(server)[3:]) == wide
    else:
        assert window.texts(".bar p") == window.texts("[data-when=unable]") != []
        assert window.texts("[data-load]") == requests(server) == []


def test_a_right_nik_gets_a_word_without_scripts(window: DevTools, server: Server) -> None:
    window.scripts(False)
    window.get(f"{server.origin}/mulai/")
    window.type("#nik", RIGHT + "\t")
    window.wait(lambda: len(window.texts(".html-ok")) == 1)
    assert window.texts(".no-script") != []


def test_python_runs_in_one_file_where_it_can(window: DevTools, copies: Path, engine: str) -> None:
    window.get((copies / offline.FULL).as_uri() + "#cek-nik")
    window.until(
        f"{STATE} === arguments[0]", "ready" if engines.version(engine) >= engines.PYTHON else "failed"
    )


@pytest.mark.parametrize("form", [site, full])
def test_the_search_answers(
    window: DevTools, server: Server, copies: Path, form: Callable[[Server, Path], str]
) -> None:
    window.get(form(server, copies))
    assert window.texts(".search") == []
    window.tap("[data-search-open]")
    window.type("[data-search-query]", "kartu ilang")
    window.wait(lambda: len(window.texts(".search-result")) > 3)
    assert "Kartu hilang" in window.texts(".search-title")[0]


def test_the_menu_opens_by_its_button(window: DevTools, server: Server) -> None:
    window.get(f"{server.origin}/faq/")
    window.tap("[data-menu]")
    window.wait(
        lambda: window.js(
            "return document.querySelector('.md-sidebar--primary').contains(document.activeElement)"
        )
    )
