"""What goes wrong on the way: the page says so in one sentence and goes on by plain links."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from helper import flow
from tests.browser.conftest import READY, Open
from tests.support import walk
from tests.support.server import Fault, Server

FAILED = '[data-helper][data-state="failed"]'
SENTENCE = "Pemeriksa NIK tidak bisa dimulai di sini."
UNABLE = "Browser ini tidak bisa menjalankan pemeriksa NIK"
FILES = ("python", "wasm", "content")
ANSWERS = max(walk.PLANS, key=len)[:2]
TYPED = "310199"


def flip(body: bytes) -> bytes:
    """Change one byte in the middle."""
    at = len(body) // 2
    return body[:at] + bytes([body[at] ^ 0x40]) + body[at + 1 :]


def impatient(body: bytes) -> bytes:
    """Let the shell give up after 1.5 seconds instead of 30."""
    return body.replace(b" data-helper ", b' data-helper data-stall="1500" ', 1)


FAULTS = {
    "missing": Fault(status=404),
    "truncated": Fault(change=lambda body: body[:-1000]),
    "empty": Fault(change=lambda body: b""),
    "changed": Fault(change=flip),
    "longer": Fault(change=lambda body: body + b"\0"),
    "dropped": Fault(drop_after=500),
    "a page instead": Fault(type="text/html", change=lambda body: b"<!doctype html><title>Masuk</title>"),
}


def goes_on(page: Page, sentence: str = SENTENCE) -> None:
    """Assert that a page whose Python failed says so, and that layer 1 works where the reader is."""
    page.wait_for_selector(FAILED)
    expect(page.get_by_text(sentence)).to_be_visible()
    assert page.input_value("#nik") == TYPED
    walk.check(page, ANSWERS)
    plan = next(path for path in walk.PLANS if path[:2] == ANSWERS)
    for end in range(3, len(plan) + 1):
        walk.link(page, plan[:end]).tap()
        walk.check(page, plan[:end])


def begin(open_page: Open, server: Server) -> Page:
    """Open the page in the middle of the flow, and type, before the runtime's fault shows."""
    held = dict(server.faults)
    server.faults = {"*/assets/runtime/*": Fault(hold=True)}
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(ANSWERS)}", errors=True)
    page.fill("#nik", TYPED)
    page.get_by_role("button", name="Batal").tap()
    server.faults = held
    page.locator("[data-when=static] [data-load]").tap()
    return page


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("kind", FAULTS)
def test_a_broken_file_leaves_layer_1(open_page: Open, server: Server, file: str, kind: str) -> None:
    server.faults[f"*/{file}-*"] = FAULTS[kind]
    goes_on(begin(open_page, server))


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_stalls_is_given_up(open_page: Open, server: Server, file: str) -> None:
    server.faults = {f"*/{file}-*": Fault(stall_after=500), "/mulai/": Fault(change=impatient)}
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(ANSWERS)}")
    page.fill("#nik", TYPED)
    goes_on(page)


def test_a_site_that_forbids_wasm_does_not_hang(open_page: Open, server: Server) -> None:
    policy = "script-src 'self' 'unsafe-inline'; worker-src 'self' blob:"
    server.faults["/mulai/"] = Fault(change=impatient, headers={"Content-Security-Policy": policy})
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(ANSWERS)}", errors=True)
    page.fill("#nik", TYPED)
    goes_on(page)


def fetched(server: Server) -> list[str]:
    """Return what was asked for of the runtime, thin or whole."""
    return [r.target for r in server.log if r.target.startswith(("/assets/runtime/", "/assets/whole/"))]


@pytest.mark.parametrize(
    "missing",
    [
        "delete window.WebAssembly",
        "delete window.Worker",
        "delete window.DecompressionStream",
        "delete Crypto.prototype.subtle",
        "WebAssembly.validate = () => false",
    ],
)
def test_a_browser_too_old_is_told_so_at_once(open_page: Open, server: Server, missing: str) -> None:
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(ANSWERS)}", script=missing)
    page.fill("#nik", TYPED)
    goes_on(page, UNABLE)
    for nik, words in (("3101991708450001", ".html-ok"), ("3101993308450001", ".html-bad")):
        page.fill("#nik", nik)
        page.get_by_role("button", name="Periksa bentuknya").tap()
        expect(page.locator(".html-ok:visible, .html-bad:visible")).to_have_class([words[1:]])
    assert page.locator("[data-load]:visible").count() == 0
    assert fetched(server) == []


NO_MEMORY = """
const made = Blob, short = `const real = WebAssembly.instantiate;
WebAssembly.instantiate = (m, i) => i && "" in i ? Promise.reject(new RangeError("memory")) : real(m, i);`;
window.Blob = function (parts, options) {
  return new made(options && options.type === "text/javascript" ? [short, ...parts] : parts, options);
};
"""


def test_a_phone_without_memory_for_python_is_asked_for_no_more(open_page: Open, server: Server) -> None:
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(ANSWERS)}", script=NO_MEMORY)
    page.fill("#nik", TYPED)
    goes_on(page)
    assert len(fetched(server)) == len(FILES)


def test_trying_again_works_once_the_fault_is_gone(open_page: Open, server: Server) -> None:
    server.faults["*/wasm-*"] = Fault(status=404)
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(ANSWERS)}", errors=True)
    page.wait_for_selector(FAILED)
    server.faults.clear()
    page.get_by_role("button", name="Coba lagi").tap()
    page.wait_for_selector(READY)
    assert walk.look(page).headings == [walk.heading(ANSWERS)]


def test_a_wrong_type_of_file_does_no_harm(open_page: Open, server: Server) -> None:
    server.faults["*/assets/runtime/*"] = Fault(type="text/plain")
    page = open_page(f"{server.origin}/mulai/")
    page.wait_for_selector(READY)


@pytest.mark.parametrize("fault", [Fault(status=404), Fault(type="text/html"), Fault(drop_after=100)])
def test_without_the_shell_the_links_still_lead(open_page: Open, server: Server, fault: Fault) -> None:
    server.faults["*/shell.js"] = fault
    nosniff = {"X-Content-Type-Options": "nosniff"}
    server.faults["*/shell.js"] = Fault(fault.status, fault.type, nosniff, drop_after=fault.drop_after)
    page = open_page(f"{server.origin}/mulai/", errors=True)
    for end in range(1, len(ANSWERS) + 1):
        walk.link(page, ANSWERS[:end]).tap()
        walk.check(page, ANSWERS[:end])


def test_python_dying_later_leaves_the_reader_where_they_are(open_page: Open, server: Server) -> None:
    spy = "const W = Worker; window.Worker = class extends W { constructor(...a) { super(...a); window.spied = this; } };"
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(ANSWERS)}", script=spy, errors=True)
    page.wait_for_selector(READY)
    page.fill("#nik", TYPED)
    page.locator("[data-part=step] .trail dl a").nth(1).tap()
    walk.settle(page, ANSWERS[:1])
    page.evaluate("spied.dispatchEvent(new ErrorEvent('error'))")
    goes_on(page)
