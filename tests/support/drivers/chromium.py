"""Chromium by Playwright."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from tests.support import engines
from tests.support.drivers.driver import ENTER, PATIENCE, Driver


class Chromium(Driver):
    """Chromium by Playwright; remembers what the page asked for and complained of."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.asked: list[str] = []
        self.errors: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console", lambda message: self.errors.append(message.text) if message.type == "error" else None
        )

    def go(self, url: str) -> None:
        self.page.goto(url)

    def js(self, body: str, *given: object) -> Any:
        return self.page.evaluate(f"(given) => (function () {{ {body} }}).apply(null, given)", given)

    def type(self, selector: str, keys: str) -> None:
        self.page.locator(selector).press_sequentially(keys.replace(ENTER, "\n"))


@contextlib.contextmanager
def chromium(scripts: bool) -> Iterator[Driver]:
    """Run Chromium, its network off."""
    browser = engines.launch("chromium")
    context = browser.new_context(
        viewport={"width": 360, "height": 640}, java_script_enabled=scripts, offline=True
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE * 1000)
    yield Chromium(page)
    browser.close()
