"""Firefox by Marionette, in the standard library alone."""

from __future__ import annotations

import contextlib
import json
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.support.drivers.driver import ELEMENT, Driver
from tests.support.drivers.processes import connect, free_port, need, running

PROGRAMS = ("firefox-esr", "firefox")
PREFERENCES: dict[str, object] = {
    "security.fileuri.strict_origin_policy": True,  # what readers have; drivers like to relax it
    "remote.prefs.recommended": False,
    "network.proxy.type": 1,  # the network is cut: a proxy that nobody answers at
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.page": 0,
    "startup.homepage_welcome_url": "about:blank",
    "browser.aboutwelcome.enabled": False,
    "browser.newtabpage.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "app.normandy.enabled": False,
    "extensions.update.enabled": False,
    "browser.safebrowsing.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "browser.sessionstore.interval": 1000,  # ms; what is kept for a crash is on disk soon enough to be looked at
}


class Firefox(Driver):
    """Firefox by Marionette: length-prefixed JSON on a socket."""

    def __init__(self, line: socket.socket) -> None:
        self.line, self.buffer, self.number = line, b"", 0
        self.read()
        self.command("WebDriver:NewSession")

    def read(self) -> Any:
        """Return the next message."""
        while b":" not in self.buffer:
            self.fill()
        size, _, self.buffer = self.buffer.partition(b":")
        while len(self.buffer) < int(size):
            self.fill()
        message, self.buffer = self.buffer[: int(size)], self.buffer[int(size) :]
        return json.loads(message)

    def fill(self) -> None:
        """Read on; ConnectionError when Firefox is gone."""
        more = self.line.recv(65536)
        if not more:
            raise ConnectionError("Firefox closed the connection")
        self.buffer += more

    def command(self, name: str, **given: object) -> Any:
        """Send a command and return its value; RuntimeError with Firefox's words."""
        self.number += 1
        text = json.dumps([0, self.number, name, given]).encode()
        self.line.sendall(b"%d:%s" % (len(text), text))
        _, _, error, result = self.read()
        if error:
            raise RuntimeError(f"{name}: {error['message']}")
        return result.get("value", result) if isinstance(result, dict) else result

    def go(self, url: str) -> None:
        self.command("WebDriver:Navigate", url=url)

    def js(self, body: str, *given: object) -> Any:
        return self.command("WebDriver:ExecuteScript", script=body, args=list(given), sandbox=None)

    def type(self, selector: str, keys: str) -> None:
        found = self.command("WebDriver:FindElement", using="css selector", value=selector)
        self.command("WebDriver:ElementSendKeys", id=found[ELEMENT], text=keys)


@contextlib.contextmanager
def firefox(scripts: bool) -> Iterator[Driver]:
    """Run Firefox in a profile of its own."""
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        wanted = {**PREFERENCES, "marionette.port": port, "javascript.enabled": scripts}
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items())
        (Path(profile) / "user.js").write_text("".join(lines))
        command = [
            need(PROGRAMS, "firefox-esr"),
            "--marionette",
            "--headless",
            "--no-remote",
            "--profile",
            profile,
        ]
        with running(command, {"HOME": profile}) as process, connect(port, process) as line:
            driver = Firefox(line)
            driver.home = Path(profile)
            yield driver
            with contextlib.suppress(ConnectionError, RuntimeError):
                driver.command("Marionette:Quit", flags=["eForceQuit"])
