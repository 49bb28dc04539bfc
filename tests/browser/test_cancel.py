"""Python called off and asked for again: what was given up says nothing more, and each wait has its own end."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.conftest import READY, Open, until
from tests.browser.test_faults import impatient
from tests.support.server import Fault, Server

STALL = 1500  # ms, as `impatient` says
NOTED = """
window.states = [];
new MutationObserver(() => {
  const helper = document.querySelector("[data-helper]");
  if (helper && states[states.length - 1] !== helper.dataset.state) states.push(helper.dataset.state);
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
"""
SPY = """
const W = Worker;
window.workers = [];
window.Worker = class extends W {
  constructor(...given) { super(...given); this.got = 0; workers.push(this); }
  postMessage(message, ...rest) { if (message.chunk) this.got += message.chunk.length; super.postMessage(message, ...rest); }
};
"""
AT_ONCE = """
new MutationObserver((_, self) => {
  if (!document.querySelector("[data-helper][data-state=loading]")) return;
  self.disconnect();
  %s;
}).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-state"] });
"""
CANCEL, LOAD = (
    "document.querySelector('[data-cancel]').click()",
    "document.querySelector('[data-load]').click()",
)


def state(page: Page) -> str | None:
    return page.get_attribute("[data-helper]", "data-state")


def sizes(server: Server) -> list[int]:
    return [file.stat().st_size for file in (server.root / "assets/runtime").iterdir()]


def again(open_page: Open, server: Server, press: str, script: str) -> Page:
    """Open the helper as a reader whose device keeps Python, and press something as soon as it loads."""
    page = open_page(f"{server.origin}/mulai/", errors=True)
    page.wait_for_selector(READY)
    until(
        page,
        "caches.open('nomor-kpj-python:/').then((cache) => cache.keys()).then((all) => all.length === 3)",
    )
    page.context.add_init_script(f"{script}; {AT_ONCE % press}")
    page.reload()
    return page


def test_cancelled_at_once_from_the_device_stays_cancelled(open_page: Open, server: Server) -> None:
    server.faults["/mulai/"] = Fault(change=impatient)
    page = again(open_page, server, CANCEL, NOTED)
    page.wait_for_timeout(2 * STALL)
    assert state(page) == "static"
    assert "failed" not in page.evaluate("states")


def test_cancelled_and_asked_for_in_one_breath_counts_once(open_page: Open, server: Server) -> None:
    """The bar never shows more than the whole, and the new worker gets the bytes of one load."""
    page = again(open_page, server, f"{CANCEL}; {LOAD}", SPY)
    page.wait_for_selector(READY)
    whole = sum(sizes(server))
    value, most = page.locator("progress").evaluate("bar => [bar.value, bar.max]")
    assert (round(value), most) == (whole, whole)
    shown = f"{whole / 1e6:.1f}".replace(".", ",")
    expect(page.locator("[data-bytes]")).to_have_text(f"{shown} dari {shown} MB")
    page.wait_for_timeout(500)
    manifest = page.evaluate("JSON.parse(document.querySelector('[data-helper]').dataset.runtime)")
    assert page.evaluate("workers[workers.length - 1].got") == manifest["files"]["wasm"]["raw"]


def test_each_request_is_waited_for_by_itself(open_page: Open, server: Server) -> None:
    """An answer to the second does not call off the watch over the first, which never comes."""
    server.faults["/mulai/"] = Fault(change=impatient)
    deaf = SPY.replace(
        "super.postMessage(message", "if (!(window.deaf && window.deaf(message))) super.postMessage(message"
    )
    page = open_page(f"{server.origin}/mulai/", script=deaf, errors=True)
    page.wait_for_selector(READY)
    page.evaluate("() => { window.deaf = ({ request }) => request && /check/.test(request); }")
    page.fill("#nik", "3101991708450001")
    page.press("#nik", "Enter")
    page.wait_for_timeout(STALL / 3)
    page.evaluate("location.hash = 'jawab.tidak-ada'")
    page.wait_for_selector('[data-helper][data-state="failed"]', timeout=2 * STALL)


def test_a_second_try_is_forgotten_once_python_runs(open_page: Open, server: Server) -> None:
    """A load that had to ask twice leaves the next one, of the whole runtime, its own second try."""
    broken = iter([b"x"])
    server.faults["*/assets/runtime/wasm-*"] = Fault(change=lambda body: next(broken, body))
    page = open_page(f"{server.origin}/mulai/", script=SPY, errors=True)
    page.wait_for_selector(READY)
    server.faults["*/assets/whole/*"] = Fault(status=404)
    page.evaluate("workers[workers.length - 1].onmessage({ data: { cut: true } })")
    page.wait_for_selector('[data-helper][data-state="failed"]', timeout=30_000)
    assert len([request for request in server.log if "/whole/wasm-" in request.target]) == 2


def test_what_was_called_off_stays_so_when_the_page_is_loaded_anew(open_page: Open, server: Server) -> None:
    """Until it is asked for: data cost money. Then it comes by itself again."""
    server.faults["*/assets/runtime/*"] = Fault(hold=True)
    page = open_page(f"{server.origin}/mulai/", errors=True)
    page.wait_for_selector("[data-helper][data-state=loading]")
    page.click("[data-cancel]")
    server.faults.clear()
    server.release()
    server.log.clear()
    page.reload()
    page.wait_for_timeout(1500)
    assert state(page) == "static"
    assert not [request for request in server.log if "/assets/runtime/" in request.target]
    page.click("[data-when=static] [data-load]")
    page.wait_for_selector(READY)
    page.reload()
    page.wait_for_selector(READY)
