"""What the browser tests share: the built site, its server, a browser, and pages that are watched."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.support import engines
from tests.support.server import Server, serve

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
    "locale": "id-ID",
    "timezone_id": "Asia/Jakarta",
}
READY = '[data-helper][data-state="ready"]'

Open = Callable[..., Page]


class Watch:
    """What a page must not do: errors in the console or of scripts, requests to another origin."""

    def __init__(self, context: BrowserContext, origin: str) -> None:
        self.errors: list[str] = []
        self.console: list[str] = []
        context.on("console", lambda message: self.heard(message.type, message.text))
        context.on("weberror", lambda error: self.errors.append(str(error.error)))
        context.on("request", lambda request: self.asked(request.url, origin))

    def heard(self, kind: str, text: str) -> None:
        """Keep a line of the console."""
        self.console.append(text)
        if kind in ("error", "warning"):
            self.errors.append(text)

    def asked(self, url: str, origin: str) -> None:
        """Keep a request that left the origin."""
        if not url.startswith((f"{origin}/", f"blob:{origin}/", "data:")):
            self.errors.append(f"left the origin: {url}")


def until(page: Page, expression: str, seconds: float = 15) -> None:
    """Wait until an expression is true; the page's policy forbids Playwright's own way."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with contextlib.suppress(Error):  # a page may be leaving at this very moment
            if page.evaluate(expression):
                return
        page.wait_for_timeout(50)
    pytest.fail(expression)


@pytest.fixture(scope="session")
def common(site: Path) -> Iterator[Server]:
    """The server of tests that only read."""
    with serve(site) as server:
        yield server


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """A server, so an origin, of one test: with its own log and faults."""
    with serve(site) as own:
        yield own


@pytest.fixture(scope="session", params=engines.NAMES)
def browser(request: pytest.FixtureRequest) -> Iterator[Browser]:
    """The browser; engines.absent says what a missing one means."""
    try:
        started = engines.launch(request.param)
    except engines.NoBrowser as missing:
        engines.absent(missing)
    yield started
    started.close()


@pytest.fixture
def open_page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Open]:
    """Open an address on a phone: `open_page(url, script="", errors=False, **context options)`.

    `script` runs before those of the page. A page may not report an error, unless `errors` allows it.
    """
    for name in {"server", "folder"} & set(request.fixturenames):
        request.getfixturevalue(name)  # a server outlives its pages: what still loads then is no error
    opened: list[tuple[BrowserContext, Watch, bool]] = []

    def open_(url: str, *, script: str = "", errors: bool = False, **options: Any) -> Page:
        context = browser.new_context(**{**PHONE, **options})
        opened.append((context, Watch(context, "/".join(url.split("/")[:3])), errors))
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto(url)
        return page

    yield open_
    for context, watch, errors in opened:
        context.close()
        assert errors or not watch.errors


@pytest.fixture(scope="module")
def ready(browser: Browser, common: Server) -> Iterator[Page]:
    """The helper's page with Python running, for a whole module: tests move on it, none reloads it."""
    context = browser.new_context(**PHONE)
    watch = Watch(context, common.origin)
    page = context.new_page()
    page.set_default_timeout(15_000)
    page.goto(f"{common.origin}/mulai/")
    page.wait_for_selector(READY)
    yield page
    context.close()
    assert not watch.errors
