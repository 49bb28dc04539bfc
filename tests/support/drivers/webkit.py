"""WebKitGTK's MiniBrowser by WebDriver, in the standard library alone."""

from __future__ import annotations

import contextlib
import glob
import json
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.support import engines
from tests.support.drivers.driver import ELEMENT, PATIENCE, Driver
from tests.support.drivers.processes import MISSING, connect, display, free_port, need, running

DRIVER = "WebKitWebDriver"
MINIBROWSER = "/usr/lib/*/webkit2gtk-4.1/MiniBrowser"


class WebKit(Driver):
    """WebKitGTK's MiniBrowser by WebDriver."""

    def __init__(self, port: int, options: dict[str, object]) -> None:
        self.base = f"http://127.0.0.1:{port}"
        capabilities = {"alwaysMatch": {"browserName": "MiniBrowser", "webkitgtk:browserOptions": options}}
        session = self.send("POST", "/session", {"capabilities": capabilities})
        self.base += f"/session/{session['sessionId']}"

    def send(self, method: str, path: str, body: object = None) -> Any:
        """Send a command and return its value; RuntimeError with WebKit's words."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(
            self.base + path, data, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=PATIENCE) as response:
                return json.load(response)["value"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"{path}: {json.load(error)['value']['message']}") from None

    def go(self, url: str) -> None:
        self.send("POST", "/url", {"url": url})

    def js(self, body: str, *given: object) -> Any:
        return self.send("POST", "/execute/sync", {"script": body, "args": list(given)})

    def type(self, selector: str, keys: str) -> None:
        found = self.send("POST", "/element", {"using": "css selector", "value": selector})
        self.send("POST", f"/element/{found[ELEMENT]}/value", {"text": keys})


@contextlib.contextmanager
def webkit(scripts: bool) -> Iterator[Driver]:
    """Run WebKitGTK's MiniBrowser with a home of its own."""
    driver, port = need((DRIVER,), "webkit2gtk-driver"), free_port()
    browser = next(iter(glob.glob(MINIBROWSER)), "")
    if not browser:
        raise engines.NoBrowser(MISSING.format("MiniBrowser", "webkit2gtk-driver"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home, display() as screen:
        environment = {
            "DISPLAY": screen,
            "GDK_BACKEND": "x11",
            "NO_AT_BRIDGE": "1",
            "GSETTINGS_BACKEND": "memory",
            "HOME": home,
        }
        environment |= {f"XDG_{kind}_HOME": f"{home}/{kind}" for kind in ("DATA", "CACHE", "CONFIG")}
        with running([driver, f"--port={port}"], environment) as process:
            connect(port, process).close()
            flags = ["--automation", *(() if scripts else ("--enable-javascript=false",))]
            window = WebKit(port, {"binary": browser, "args": flags})
            window.home = Path(home)
            yield window
            with contextlib.suppress(OSError, RuntimeError):
                window.send("DELETE", "")
