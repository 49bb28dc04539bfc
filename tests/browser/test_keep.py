"""The second visit: the site from the device, one whole version at a time, Python from what was loaded before."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from publish.site import service_worker
from tests.browser.conftest import READY, Open, until
from tests.support import built
from tests.support.server import Fault, Server, serve

OURS = "nomor-kpj:/"
KEPT = "[data-kept]:not([hidden])"
SAVING = "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
FORBIDDEN = "if (self.caches) caches.open = () => Promise.reject(new DOMException('no', 'SecurityError'))"


@pytest.fixture
def copied(site: Path, tmp_path: Path) -> Iterator[Server]:
    """A server of a copy of the site, which a test may change."""
    folder = tmp_path / "site"
    shutil.copytree(site, folder)
    with serve(folder) as server:
        yield server


def kept(open_page: Open, server: Server, path: str = "/mulai/") -> Page:
    """Open a page for the first time and wait until all is kept."""
    page = open_page(f"{server.origin}{path}", errors=True)
    if path == "/mulai/":
        page.wait_for_selector(READY)
    page.wait_for_selector(KEPT)
    until(page, "Boolean(navigator.serviceWorker.controller)")
    return page


def stop(server: Server) -> None:
    """Take the server away; `set_offline` does not reach every service worker."""
    server.faults = {"*": Fault(gone=True)}


def marked(server: Server, mark: str) -> None:
    """Publish a version of which every page and script carries a mark."""
    for file in [*built.pages(server.root), *(server.root / "assets").glob("frame.js")]:
        text = file.read_text(encoding="utf-8")
        end = "</body>" if file.suffix == ".html" else None
        file.write_text(
            text.replace(end, f"<i hidden data-mark={mark}></i>{end}")
            if end
            else f"{text}\nglobalThis.mark = '{mark}';",
            encoding="utf-8",
        )
    service_worker.ship(server.root)


def seen(page: Page) -> tuple[str, str]:
    """Return the marks of the page and of its script."""
    found: list[str] = page.evaluate(
        "[document.querySelector('[data-mark]')?.dataset.mark || '', globalThis.mark || '']"
    )
    return found[0], found[1]


def names(context: BrowserContext) -> list[str]:
    """Return the names of the caches."""
    found: list[str] = context.pages[0].evaluate("caches.keys()")
    return sorted(found)


def test_every_page_opens_without_a_network(open_page: Open, copied: Server) -> None:
    page = kept(open_page, copied)
    stop(copied)
    for file in sorted(copied.root.rglob("index.html")):
        path = file.parent.relative_to(copied.root).as_posix()
        page.goto(f"{copied.origin}/{'' if path == '.' else f'{path}/'}")
        assert page.locator("h1").count() == 1, path
    page.goto(f"{copied.origin}/mulai/#jawab.tidak-ada")
    page.wait_for_selector(READY)
    page.fill("#nik", "3101991708450001")
    page.get_by_role("button", name="Periksa bentuknya").tap()
    page.wait_for_selector(".verdict.valid")
    page.goto(f"{copied.origin}/tidak-ada/")
    assert page.locator("h1").count() == 1


def test_python_is_not_fetched_again(open_page: Open, copied: Server) -> None:
    page = kept(open_page, copied)
    copied.log.clear()
    page.reload()
    page.wait_for_selector(READY)
    assert not [request.target for request in copied.log if "/runtime/" in request.target]


def test_python_is_kept_unpacked(open_page: Open, copied: Server) -> None:
    """A later start unpacks nothing: what lies on the device is the module itself, whole."""
    page = kept(open_page, copied)
    until(
        page,
        "caches.open('nomor-kpj-python:/').then((cache) => cache.keys()).then((all) => all.length === 3)",
    )
    same = page.evaluate(
        """async () => {
            const { wasm } = JSON.parse(document.querySelector("[data-helper]").dataset.runtime).files;
            const cache = await caches.open("nomor-kpj-python:/");
            const found = (await cache.keys()).find(({ url }) => url.endsWith(wasm.file));
            const bytes = await (await cache.match(found)).arrayBuffer();
            const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).toHex();
            return [bytes.byteLength - wasm.raw, hash === wasm.open];
        }"""
    )
    assert same == [0, True]


def test_a_new_version_comes_as_a_whole(open_page: Open, copied: Server) -> None:
    marked(copied, "one")
    page = kept(open_page, copied, "/tips/")
    assert seen(page) == ("one", "one")
    marked(copied, "onetwo")
    page.evaluate("navigator.serviceWorker.ready.then((found) => found.update())")
    until(page, "navigator.serviceWorker.ready.then((found) => Boolean(found.waiting))")
    assert seen(page) == ("one", "one")
    page.goto(f"{copied.origin}/faq/")
    until(page, "globalThis.mark === 'onetwo'")
    assert page.locator("[data-mark=onetwo]").count() == 1
    assert names(page.context) == [OURS]


def test_an_old_address_that_the_host_leads_on_stops_nothing(open_page: Open, copied: Server) -> None:
    """nginx, Caddy and Cloudflare Pages answer an old address with the new one, not with our page."""
    copied.faults = {"/pembantu/": Fault(status=301, headers={"Location": "/mulai/"})}
    page = kept(open_page, copied, "/tips/")
    stop(copied)
    page.goto(f"{copied.origin}/faq/")
    assert page.locator("h1").count() == 1


def test_a_version_that_does_not_come_whole_is_not_taken(open_page: Open, copied: Server) -> None:
    page = kept(open_page, copied, "/tips/")
    marked(copied, "two")
    copied.faults = {"/glosarium/": Fault(status=500, change=lambda _: b"galat")}
    page.evaluate("navigator.serviceWorker.ready.then((found) => found.update()).catch(() => {})")
    page.wait_for_function(
        "navigator.serviceWorker.ready.then((found) => !found.installing && !found.waiting)"
    )
    page.goto(f"{copied.origin}/faq/")
    assert seen(page) == ("", "")
    assert names(page.context) == [OURS]


ODD = {
    "sent as not found": Fault(status=404),
    "led elsewhere": Fault(status=308, headers={"Location": "/404"}),
    "broken": Fault(status=503, change=lambda _: b"galat"),
}


@pytest.mark.parametrize("odd", ODD)
def test_an_odd_page_for_what_is_lost_costs_nothing(open_page: Open, copied: Server, odd: str) -> None:
    shutil.copyfile(copied.root / "404.html", copied.root / "404")
    copied.faults = {"/404.html": ODD[odd], "/404": Fault(type="text/html")}
    page = kept(open_page, copied, "/tips/")
    stop(copied)
    page.goto(f"{copied.origin}/faq/")
    assert page.locator("h1").count() == 1
    if odd != "broken":
        answer = page.goto(f"{copied.origin}/tidak-ada/")
        assert answer is not None
        assert answer.status == 404
        assert page.locator("h1").inner_text() == "Halaman ini tidak ada"


@pytest.mark.parametrize("path", ["/mulai", "/mulai/index.html", "//mulai//"])
def test_an_address_beside_the_page_leads_to_it_offline(open_page: Open, copied: Server, path: str) -> None:
    page = kept(open_page, copied, "/tips/")
    stop(copied)
    page.goto(f"{copied.origin}{path}?a=b#jawab.tidak-ada")
    assert page.url == f"{copied.origin}/mulai/?a=b#jawab.tidak-ada"
    assert page.locator("[data-helper]").count() == 1


FOREIGN = {
    "situs-punya-orang": ["/punya-orang/"],
    "situs-0123456789ab": ["/b/", "/b/faq/"],
    "runtime": ["/b/assets/runtime/wasm-1.bin", "/orang.js"],
    "nomor-kpj:/b/": ["/b/?list"],
    "nomor-kpj-python:/b/": ["/b/assets/runtime/wasm-1.bin"],
}
"""Caches of others on the same origin, another copy of this guide among them."""
OLD = {
    "situs-a52778f56f38": ["/", "/faq/"],
    "runtime": ["/assets/runtime/wasm-0123456789ab.bin"],
}
"""What an earlier version of this very site kept."""
FILL = """async (all) => {
    for (const [name, urls] of Object.entries(all)) {
        const cache = await caches.open(name);
        for (const url of urls) await cache.put(url, new Response("x"));
    }
}"""
HELD = """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) =>
    [name, (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname + new URL(url).search).sort()])))"""


@pytest.mark.parametrize("leaving", [False, True], ids=["keeping", "make serve"])
def test_caches_of_others_are_left_alone(open_page: Open, copied: Server, leaving: bool) -> None:
    page = open_page(f"{copied.origin}/robots.txt", errors=True)
    page.evaluate(FILL, OLD)
    page.evaluate(FILL, FOREIGN)
    page.evaluate(FILL, {"nomor-kpj:/": ["/?list"], "nomor-kpj-python:/": ["/x"]} if leaving else {})
    if leaving:
        service_worker.leave(copied.root)
    page.evaluate("navigator.serviceWorker.register('/sw.js').then(() => true)")
    if not leaving:
        until(page, "Boolean(navigator.serviceWorker.controller)")
    if leaving:
        until(page, "navigator.serviceWorker.getRegistrations().then((all) => !all.length)")
    held = page.evaluate(HELD)
    assert {name: urls for name, urls in held.items() if name != OURS} == FOREIGN
    assert (OURS in held) is not leaving


def test_saving_data_keeps_nothing(open_page: Open, copied: Server) -> None:
    page = open_page(f"{copied.origin}/", script=SAVING)
    page.wait_for_load_state("networkidle")
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.locator(KEPT).count() == 0


def test_a_glance_keeps_nothing(open_page: Open, copied: Server) -> None:
    page = open_page(f"{copied.origin}/")
    page.wait_for_timeout(3000)
    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_forbidden_storage_harms_nothing(open_page: Open, copied: Server) -> None:
    page = open_page(f"{copied.origin}/mulai/", script=FORBIDDEN)
    page.wait_for_selector(READY)


HIRED = """window.hired = [];
window.Worker = class extends Worker { constructor(...given) { super(...given); hired.push(/at (?!async )[^(]*\\(\\S*shell\\.js/.test(new Error().stack)); } };"""


def python_kept(open_page: Open, server: Server) -> Page:
    """Open the helper's page and wait until Python is kept too."""
    page = open_page(f"{server.origin}/mulai/", errors=True, script=HIRED)
    page.wait_for_selector(READY)
    until(
        page,
        "caches.open('nomor-kpj-python:/').then((cache) => cache.keys()).then((keys) => keys.length === 3)",
    )
    return page


def test_what_is_kept_wakes_beside_the_page(open_page: Open, copied: Server) -> None:
    """The head of the page hires the worker, and the shell takes that one over; the first time it hires its own."""
    page = python_kept(open_page, copied)
    assert page.evaluate("hired") == [True]
    page.reload()
    page.wait_for_selector(READY)
    assert page.evaluate("hired") == [False]


@pytest.mark.parametrize("part", ["python", "wasm", "content"])
def test_what_was_damaged_on_the_device_is_fetched_once_more(
    open_page: Open, copied: Server, part: str
) -> None:
    page = python_kept(open_page, copied)
    page.evaluate(
        """async (part) => {
            const cache = await caches.open("nomor-kpj-python:/");
            const address = (await cache.keys()).find(({ url }) => url.includes(`/${part}-`)).url;
            const bytes = new Uint8Array(await (await cache.match(address)).arrayBuffer());
            bytes[bytes.length >> 1] ^= 1;
            await cache.put(address, new Response(bytes));
        }""",
        part,
    )
    copied.log.clear()
    page.reload()
    page.wait_for_selector(READY)
    assert any(f"/{part}-" in request.target for request in copied.log)


def changed(content: bytes, at: int) -> bytes:
    """Return content with one bit of one byte turned."""
    return content[:at] + bytes([content[at] ^ 0x40]) + content[at + 1 :]


@pytest.mark.parametrize("kind", ["truncated", "changed", "longer"])
def test_a_file_that_fails_once_is_asked_for_again(open_page: Open, copied: Server, kind: str) -> None:
    file = next((copied.root / "assets" / "runtime").glob("wasm-*"))
    whole = file.read_bytes()
    kinds = {"truncated": whole[:-1000], "changed": changed(whole, 60), "longer": whole + b"x"}
    broken = iter([kinds[kind]])
    copied.faults = {f"*/{file.name}": Fault(change=lambda body: next(broken, whole))}
    page = open_page(f"{copied.origin}/mulai/", errors=True)
    page.wait_for_selector(READY)
    assert sum(file.name in request.target for request in copied.log) == 2


def test_bytes_that_cannot_be_unpacked_are_asked_for_again_at_once(open_page: Open, copied: Server) -> None:
    """On a slow line nobody waits for the rest of a file whose beginning is broken."""
    file = next((copied.root / "assets" / "runtime").glob("wasm-*"))
    broken = changed(file.read_bytes(), 60)
    copied.faults = {f"*/{file.name}": Fault(change=lambda _: broken, stall_after=100_000)}
    page = open_page(f"{copied.origin}/mulai/", errors=True)
    end = time.monotonic() + 15
    while sum(file.name in request.target for request in copied.log) < 2 and time.monotonic() < end:
        page.wait_for_timeout(50)
    assert sum(file.name in request.target for request in copied.log) == 2
