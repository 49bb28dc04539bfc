"""A deployment seen from a phone: whatever a reader holds of the old version, the new one comes whole, and Python with it."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Error, Page
from playwright.sync_api import TimeoutError as Late

from helper import flow
from publish.site import service_worker
from tests.browser.conftest import READY, Open, until
from tests.support import drivers, engines, walk
from tests.support.deployments import WHICH, Host, host, version
from tests.support.server import Fault

ANSWERS = max(walk.PLANS, key=len)[:2]
HERE = f"#{flow.fragment(ANSWERS)}"
CODE = {"A": "1", "B": "1", "C": "2"}
"""B differs from A in a fact, C in the code too."""
KEEP = "navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' }).then(() => navigator.serviceWorker.ready).then(() => true)"
CONTROLLED = "Boolean(navigator.serviceWorker.controller)"
SAVING = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
NO_WORKER = "delete Navigator.prototype.serviceWorker"
ONCE, LATER = 300, 1500  # ms: a reader's look at a page; a host's rest once a version has arrived
ARRIVED = """
async (hash) => {
  const store = await caches.open(`nomor-kpj:/`), list = await store.match(`${location.origin}/?list`);
  return list ? (await list.json()).now["tips/"] === hash : false;
}
"""
"""Whether the version that is kept has a page of this hash."""
CONDITION = """() => JSON.stringify([document.querySelector("[data-helper]").dataset, history.state, navigator.connection && navigator.connection.effectiveType,
  performance.getEntriesByType("mark").map(({ name, startTime }) => [name, startTime]), performance.now()])"""
"""What a helper's page says of itself when Python did not come."""


@pytest.fixture(scope="session")
def versions(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Versions A, B and C of the site."""
    folder = tmp_path_factory.mktemp("versions")
    return {name: version(site, folder / name, name, code) for name, code in CODE.items()}


@pytest.fixture
def kind() -> str:
    """What the host does with old files, where a test does not say."""
    return "drop"


@pytest.fixture
def folder(versions: dict[str, Path], kind: str, tmp_path: Path) -> Iterator[Host]:
    """A host of version A."""
    if kind == "keep":  # it adds old files to new versions
        versions = {name: shutil.copytree(root, tmp_path / name) for name, root in versions.items()}
    with host(versions["A"], kind) as server:
        yield server


def deploy(server: Host, name: str) -> None:
    server.deploy(server.root.parent / name)


def quiet(server: Host) -> None:
    """Wait until a host was asked for nothing for a while."""
    seen = -1
    while seen != len(server.log):
        seen = len(server.log)
        time.sleep(LATER / 1000)


def look(page: Page) -> dict[str, Any]:
    """Return what stands in a page, once it stands still."""
    end = time.monotonic() + 15
    while True:
        try:
            found: dict[str, Any] = page.evaluate(f"() => {{ {WHICH} }}")
            if found["count"] >= 3:
                return found
        except Error:
            pass  # on its way to another
        assert time.monotonic() < end
        page.wait_for_timeout(50)


def whole(page: Page, *names: str) -> str:
    """Return the version of a page, one of `names`; its scripts must be of the same."""
    seen = look(page)
    assert seen["page"] in names
    assert seen["scripts"] == [CODE[seen["page"]]]
    return str(seen["page"])


def served(page: Page, *names: str) -> str:
    """Return the version of a helper's page that ends well: Python answers, the reader is where they were."""
    try:
        page.wait_for_selector(READY, timeout=40_000)
    except Late as late:
        raise AssertionError(page.evaluate(CONDITION)) from late
    name = whole(page, *names)
    seen = look(page)
    assert (seen["hash"], seen["heading"]) == (HERE, walk.heading(ANSWERS))
    return name


def keeper(open_page: Open, server: Host, *, python: bool = False, script: str = "") -> Page:
    """Open version A as a reader whose device keeps it, with Python or without."""
    page = open_page(f"{server.origin}/{'mulai/' if python else 'tips/'}", errors=True, script=script)
    if python:
        page.wait_for_selector(READY)
        until(page, "caches.keys().then((all) => all.some((name) => /python|runtime/.test(name)))")
    page.evaluate(KEEP)
    until(page, CONTROLLED)
    return page


def rest(page: Page, server: Host) -> None:
    """Look at a page until the version of the host has arrived: in a blink, but where a machine has too much to do."""
    page.wait_for_timeout(ONCE)  # never less: who leaves within a blink has looked at nothing
    newest = service_worker.name((server.root / "tips" / "index.html").read_bytes())
    until(page, f"({ARRIVED})('{newest}')")


def visit(page: Page, server: Host, path: str = f"/mulai/{HERE}") -> None:
    """Go to a page; one that Chromium never ends, because a worker took over just then (record 18), is loaded anew, as a reader would."""
    page.goto("about:blank")
    try:
        page.goto(f"{server.origin}{path}")
    except Late:
        page.goto(f"{server.origin}{path}")


@pytest.mark.parametrize(
    ("kind", "new", "python", "pause"),
    [
        ("drop", "B", False, ONCE),
        ("drop", "C", False, LATER),
        ("drop", "C", True, ONCE),
        ("keep", "B", False, ONCE),
        ("both", "B", False, ONCE),
        ("both", "C", True, LATER),
    ],
)
def test_a_reader_who_comes_back(open_page: Open, folder: Host, new: str, python: bool, pause: int) -> None:
    page = keeper(open_page, folder, python=python)
    deploy(folder, new)
    visit(page, folder)
    served(page, "A", new)
    if folder.kind == "both":
        folder.settle()
        visit(page, folder)
        served(page, "A", new)
    rest(page, folder)
    if pause > ONCE:
        quiet(folder)
    visit(page, folder)
    served(page, new)


@pytest.mark.parametrize(("path", "tabs"), [("/faq/", 1), (f"/mulai/{HERE}", 1), ("/faq/#x", 2)])
def test_every_link_gives_the_new_page(open_page: Open, folder: Host, path: str, tabs: int) -> None:
    """With one tab or two, with # in the address or without: never blank, new at the second view."""
    page = keeper(open_page, folder)
    others = [page.context.new_page() for _ in range(tabs - 1)]
    for other in others:
        other.goto(f"{folder.origin}/glosarium/")
    for new in ("B", "C"):
        deploy(folder, new)
        page.goto(f"{folder.origin}/")
        whole(page, "A", "B", "C")
        rest(page, folder)
        page.evaluate(f"location.href = '{path}'")
        page.wait_for_url(f"**{path}")
        whole(page, new)
    names = page.evaluate("caches.keys()")
    assert len([name for name in names if "python" not in name]) == 1


def test_a_page_waits_for_a_version_that_is_arriving(open_page: Open, folder: Host) -> None:
    page = keeper(open_page, folder)
    deploy(folder, "B")
    folder.faults["/sumber/"] = Fault(hold=True)
    visit(page, folder, "/faq/")
    page.wait_for_timeout(ONCE)
    threading.Timer(1, folder.release).start()
    visit(page, folder, "/glosarium/")
    whole(page, "B")


def test_an_open_page_is_served_to_its_end(open_page: Open, folder: Host) -> None:
    """A page of A stays whole while B and C come: its search, and Python on request."""
    page = open_page(f"{folder.origin}/mulai/{HERE}", errors=True, script=SAVING)
    page.evaluate(KEEP)
    until(page, CONTROLLED)
    deploy(folder, "C")
    other = page.context.new_page()
    for _ in range(2):
        other.goto(f"{folder.origin}/faq/")
        quiet(folder)
    whole(other, "C")
    page.evaluate("document.querySelector('[data-search-open]').click()")
    page.fill("[data-search-query]", "kartu hilang")
    page.wait_for_selector("[data-search-results] [role=option]")
    page.get_by_role("button", name="Tutup").click()
    page.locator("[data-when=static] [data-load]").tap()
    served(page, "C")


def test_a_number_that_was_typed_is_not_thrown_away(open_page: Open, folder: Host) -> None:
    page = open_page(f"{folder.origin}/mulai/{HERE}", errors=True, script=SAVING)
    page.fill("#nik", "310199")
    deploy(folder, "B")
    page.locator("[data-when=static] [data-load]").tap()
    page.wait_for_selector('[data-helper][data-state="failed"]')
    assert page.input_value("#nik") == "310199"
    page.get_by_role("button", name="Coba lagi").tap()
    served(page, "B")


@pytest.mark.parametrize(("new", "seconds"), [("B", 300), ("C", 86_400)])
def test_without_a_service_worker_but_a_cache(open_page: Open, folder: Host, new: str, seconds: int) -> None:
    folder.remember(seconds)
    page = open_page(f"{folder.origin}/mulai/{HERE}", errors=True, script=NO_WORKER + ";" + SAVING)
    look(page)
    deploy(folder, new)
    visit(page, folder)
    page.locator("[data-when=static] [data-load]").tap()
    served(page, new)
    visit(page, folder)
    whole(page, new)


def test_it_reloads_once_and_no_more(open_page: Open, folder: Host) -> None:
    """A host whose new version has no Python either: the page fails, quietly, and stays."""
    page = keeper(open_page, folder)
    deploy(folder, "B")
    folder.faults["*/assets/runtime/*"] = Fault(status=404)
    visit(page, folder)
    page.wait_for_selector('[data-helper][data-state="failed"]', timeout=20_000)
    page.wait_for_timeout(2000)
    asked = [request for request in folder.log if request.target.startswith("/assets/runtime/python-")]
    assert len(asked) <= 4
    assert whole(page, "A", "B")
    folder.faults.clear()
    page.get_by_role("button", name="Coba lagi").tap()
    served(page, "B")


def test_a_deployment_in_the_middle_of_a_download(open_page: Open, folder: Host) -> None:
    folder.faults["*/wasm-*"] = Fault(drop_after=200_000)
    page = keeper(open_page, folder)
    folder.faults["*/wasm-*"] = Fault(hold=True)
    page.goto(f"{folder.origin}/mulai/{HERE}")
    page.wait_for_timeout(300)
    deploy(folder, "C")
    folder.faults.clear()
    folder.release()
    served(page, "A", "C")
    visit(page, folder)
    served(page, "A", "C")
    rest(page, folder)
    visit(page, folder)
    served(page, "C")


def test_offline_and_back(open_page: Open, folder: Host) -> None:
    page = keeper(open_page, folder, python=True)
    folder.faults["*"] = Fault(gone=True)
    deploy(folder, "B")
    visit(page, folder)
    served(page, "A")
    folder.faults.clear()
    visit(page, folder)
    served(page, "A", "B")
    quiet(folder)
    visit(page, folder)
    served(page, "B")


def test_an_old_page_sent_by_a_cdn_is_no_part_of_the_new_version(open_page: Open, folder: Host) -> None:
    """While B is taken, some answers are still A's: they are asked for once more; while they stay wrong, A stays whole."""
    page = keeper(open_page, folder)
    stale = (folder.root / "mulai" / "index.html").read_bytes()
    deploy(folder, "C")
    folder.faults["/mulai/"] = Fault(change=lambda _: stale)
    for _ in range(2):
        visit(page, folder, "/faq/")
        whole(page, "A")
        quiet(folder)
    folder.faults.clear()
    visit(page, folder, "/faq/")
    rest(page, folder)
    visit(page, folder)
    served(page, "C")


def test_an_update_fetches_what_changed_and_nothing_else(open_page: Open, folder: Host) -> None:
    page = keeper(open_page, folder)
    changed = {"/faq/", "/"}
    other = shutil.copytree(folder.root, folder.root.parent / "D", dirs_exist_ok=True)
    for path in changed:
        with (other / path.lstrip("/") / "index.html").open("a", encoding="utf-8") as file:
            file.write("<!-- D -->")
    service_worker.ship(other)
    folder.deploy(other)
    folder.log.clear()
    visit(page, folder, "/faq/")
    until(
        page,
        "navigator.serviceWorker.getRegistration().then((found) => Boolean(found.installing || found.waiting))",
    )
    quiet(folder)
    assert {request.target for request in folder.log} == {"/sw.js", *changed}


@pytest.mark.parametrize(
    "engine",
    [pytest.param(name, marks=pytest.mark.xdist_group(f"pages in {name}")) for name in ("firefox", "webkit")],
)
def test_other_engines(engine: str, folder: Host) -> None:
    """The main way of a reader whose device keeps A: B, then C, each whole, with Python, by the second view."""
    try:
        with drivers.START[engine](True) as browser:
            browser.get(f"{folder.origin}/tips/")
            browser.js(f"window.kept = null; {KEEP}.then(() => {{ window.kept = true; }})")
            browser.until(f"return window.kept && {CONTROLLED}")
            for old, new in (("A", "B"), ("B", "C")):
                deploy(folder, new)
                for names in ((old, new), (new,)):
                    browser.get(f"{folder.origin}/mulai/{HERE}")
                    seen = browser.until(
                        f"const seen = (() => {{ {WHICH} }})(); return seen.state === 'ready' && seen"
                    )
                    assert seen["page"] in names
                    assert seen["scripts"] == [CODE[seen["page"]]]
                    assert (seen["hash"], seen["heading"]) == (HERE, walk.heading(ANSWERS))
                    quiet(folder)
    except engines.NoBrowser as missing:
        engines.absent(missing)
