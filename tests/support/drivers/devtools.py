"""Old Chromium by the DevTools protocol, in the standard library alone: no driver package still speaks to them all."""

from __future__ import annotations

import base64
import contextlib
import itertools
import json
import os
import socket
import struct
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from tests.support.drivers.driver import ENTER, PATIENCE, Driver
from tests.support.drivers.processes import connect, free_port, running

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
)
TEXT, FIN, MASK = 1, 0x80, 0x80


class Line:
    """A WebSocket (RFC 6455), as far as one client of a browser on this machine needs it: text frames."""

    def __init__(self, url: str) -> None:
        where = urlsplit(url)
        self.socket = socket.create_connection((where.hostname or "", where.port or 0), PATIENCE)
        self.socket.settimeout(PATIENCE)
        self.file = self.socket.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall(
            f"GET {where.path} HTTP/1.1\r\nHost: {where.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        answer = list(iter(self.file.readline, b"\r\n"))
        if b" 101 " not in answer[0]:
            raise ConnectionError(answer[0].decode())

    def send(self, text: str) -> None:
        """Send a text as one frame, masked by zeros, which leave it as it is."""
        data = text.encode()
        size = (
            struct.pack("!BQ", MASK | 127, len(data))
            if len(data) > 0xFFFF
            else struct.pack("!BH", MASK | 126, len(data))
        )
        self.socket.sendall(bytes((FIN | TEXT,)) + size + bytes(4) + data)

    def receive(self) -> str:
        """Return the next message."""
        whole, last = b"", 0
        while not last:
            head, size = self.file.read(2)
            last = head & FIN
            if size > 125:
                size = int.from_bytes(self.file.read(2 if size == 126 else 8), "big")
            whole += self.file.read(size)
        return whole.decode()

    def close(self) -> None:
        """Hang up."""
        self.file.close()
        self.socket.close()


class DevTools(Driver):
    """A window of an old Chromium, 360 x 640 with a finger for a mouse; remembers the errors of the page."""

    def __init__(self, port: int) -> None:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json", timeout=PATIENCE) as answer:
            page = next(target for target in json.load(answer) if target["type"] == "page")
        self.line = Line(page["webSocketDebuggerUrl"])
        self.numbers = itertools.count(1)
        self.errors: list[str] = []
        self.added: list[str] = []
        for domain in ("Page", "Runtime", "Network"):
            self.command(f"{domain}.enable")
        self.resize(360, 640)

    def resize(self, width: int, height: int) -> None:
        """Give the window a size in CSS pixels; a narrow one is a phone."""
        phone = width < 500
        self.command(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=2 if phone else 1,
            mobile=phone,
        )
        self.command("Emulation.setTouchEmulationEnabled", enabled=phone)

    def scripts(self, on: bool) -> None:
        """Switch the scripts of pages on or off, from the next page on."""
        self.command("Emulation.setScriptExecutionDisabled", value=not on)

    def command(self, name: str, **given: object) -> Any:
        """Send a command and return its result; RuntimeError with the browser's words."""
        number = next(self.numbers)
        self.line.send(json.dumps({"id": number, "method": name, "params": given}))
        while True:
            message = json.loads(self.line.receive())
            if message.get("id") == number:
                break
            self.heard(message)
        if "error" in message:
            raise RuntimeError(f"{name}: {message['error']['message']}")
        return message["result"]

    def heard(self, message: Any) -> None:
        """Keep what a page complains of."""
        if message.get("method") == "Runtime.exceptionThrown":
            details = message["params"]["exceptionDetails"]
            self.errors.append(details.get("exception", {}).get("description") or details["text"])

    def go(self, url: str) -> None:
        loaded = self.command("Page.navigate", url=url)
        if loaded.get("errorText"):
            raise RuntimeError(loaded["errorText"])
        self.until("return location.href === arguments[0] && document.readyState === 'complete'", url)

    def js(self, body: str, *given: object) -> Any:
        call = f"(function () {{ {body} }}).apply(null, {json.dumps(given)})"
        result = self.command("Runtime.evaluate", expression=call, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(str(result["exceptionDetails"]))
        return result["result"].get("value")

    def type(self, selector: str, keys: str) -> None:
        self.js("document.querySelector(arguments[0]).focus()", selector)
        for part in keys.partition(ENTER):
            if part == ENTER:
                self.press("Enter", 13, "\r")
            elif part:
                for sign in part:
                    self.command("Input.dispatchKeyEvent", type="char", text=sign)

    def press(self, key: str, code: int, text: str = "") -> None:
        """Press a key of the keyboard."""
        given = {"key": key, "code": key, "windowsVirtualKeyCode": code}
        self.command("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", text=text, **given)
        self.command("Input.dispatchKeyEvent", type="keyUp", **given)

    def tap(self, selector: str) -> None:
        """Touch the first element that is seen, brought to the middle of the screen, once it stands still."""
        place = None
        while place != (now := self.until(SEEN, selector)):
            place = now
            time.sleep(0.05)
        x, y = place
        for kind in ("mousePressed", "mouseReleased"):
            self.command("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)

    def follow(self, selector: str) -> None:
        """Tap a link until it has led elsewhere: a busy old engine may lose a touch that it gets while it draws."""
        start = self.js("return location.href")
        end = time.monotonic() + PATIENCE
        while self.look("return location.href") in {start, None}:
            assert time.monotonic() < end, start
            with contextlib.suppress(AssertionError):  # the link is gone: the page is on its way
                self.tap(selector)
            again = time.monotonic() + TOUCH
            while time.monotonic() < again and self.look("return location.href") in {start, None}:
                time.sleep(0.05)

    def before(self, script: str) -> None:
        """Let a script run before those of the next pages, until `fresh`."""
        self.added.append(self.command("Page.addScriptToEvaluateOnNewDocument", source=script)["identifier"])

    def fresh(self) -> None:
        """Forget what the last page was given, and what it complained of."""
        while self.added:
            self.command("Page.removeScriptToEvaluateOnNewDocument", identifier=self.added.pop())
        self.go("about:blank")
        self.resize(360, 640)
        self.scripts(True)
        self.errors.clear()

    def wait(self, true: Callable[..., object], *given: object) -> None:
        """Wait until something is true of the page."""
        end = time.monotonic() + PATIENCE
        while not true(*given):
            assert time.monotonic() < end, self.js("return location.href + ' ' + document.title")
            time.sleep(0.05)

    def picture(self, file: Path) -> None:
        """Write what is on the screen to a file."""
        file.write_bytes(base64.b64decode(self.command("Page.captureScreenshot")["data"]))


SEEN = """
var found = [].slice.call(document.querySelectorAll(arguments[0])).filter(function (e) { return e.getClientRects().length; })[0];
if (!found) return null;
found.scrollIntoView({ block: "center" });
var box = found.getClientRects()[0];
return [box.left + box.width / 2, box.top + box.height / 2];
"""


TOUCH = 5.0  # s after which a touch that led nowhere is lost
STARTS = 3
"""Tries to start an old engine: on a busy machine one may end before it listens, or listen before it has a page."""


@contextlib.contextmanager
def old(binary: Path) -> Iterator[DevTools]:
    """Run an old Chromium in a profile of its own."""
    for attempt in range(1, STARTS + 1):
        with contextlib.ExitStack() as stack:
            home = stack.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
            port = free_port()
            own = [f"--remote-debugging-port={port}", f"--user-data-dir={home}", "about:blank"]
            process = stack.enter_context(running([str(binary), *FLAGS, *own], {"HOME": home}))
            try:
                connect(port, process).close()
                window = DevTools(port)
            except (AssertionError, StopIteration, OSError, RuntimeError):
                if attempt == STARTS:
                    raise
                continue
            yield window
            window.line.close()
            return
