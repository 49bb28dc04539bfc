"""What every driver can do."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import playwright.sync_api as playwright

PATIENCE = 30.0  # s
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key of an element in WebDriver's and Marionette's answers."""
ENTER = "\ue007"
VISIBLE = (
    "return [...document.querySelectorAll(arguments[0])]"
    ".filter((e) => e.getClientRects().length && getComputedStyle(e).visibility === 'visible').map((e) => e.textContent.trim())"
)


class Driver:
    """A browser window; each engine says how to `get` an address, run `js`, and `click` what is seen first."""

    last = ""
    home = Path()
    """Where the browser keeps what it writes, for those that are given a place of their own."""

    def get(self, url: str) -> None:
        """Open an address in a fresh document."""
        file = url.partition("#")[0]
        if file == self.last:
            self.go("about:blank")  # else only the fragment would change
        self.last = file
        self.go(url)

    def go(self, url: str) -> None:
        """Lead the window to an address."""
        raise NotImplementedError

    def js(self, body: str, *given: object) -> Any:
        """Run the body of a function in the page; works with the page's own scripts off too."""
        raise NotImplementedError

    def type(self, selector: str, keys: str) -> None:
        """Press keys in an element."""
        raise NotImplementedError

    def texts(self, selector: str) -> list[str]:
        """Return the texts of the visible elements that match; a browser under load may first say nothing at all."""
        end = time.monotonic() + PATIENCE
        while (found := self.look(VISIBLE, selector)) is None:
            assert time.monotonic() < end, selector
            time.sleep(0.02)
        return list(found)

    def until(self, body: str, *given: object) -> Any:
        """Wait until the body of a function returns something true, and return that."""
        end = time.monotonic() + PATIENCE
        while not (value := self.look(body, *given)):
            assert time.monotonic() < end, (body, given, self.js("return location.href + document.title"))
            time.sleep(0.02)
        return value

    def look(self, body: str, *given: object) -> Any:
        """Run the body of a function; None while the page is on its way to another."""
        try:
            return self.js(body, *given)
        except (playwright.Error, RuntimeError):
            return None
