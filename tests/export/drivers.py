"""Real browsers that open local files: Chromium, Firefox and WebKitGTK, with scripts or without.

Firefox and WebKit are driven by their own protocols, in the standard library alone: no driver
package relaxes their rules for local files, and both can be started with scripts switched off.
"""

from __future__ import annotations

import contextlib
import glob
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import playwright.sync_api as playwright

from tests.browser import engines

NAMES = ("chromium", "firefox", "webkit")
PATIENCE = 30.0
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ENTER = "\ue007"
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
FIREFOX, DRIVER = ("firefox-esr", "firefox"), "WebKitWebDriver"
MINIBROWSER = "/usr/lib/*/webkit2gtk-4.1/MiniBrowser"
MISSING = "{} tidak ditemukan. Pasang dengan `sudo apt-get install {}`."
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


def need(names: tuple[str, ...], package: str) -> str:
    """Return where a program is; NoBrowser, with what to install, when it is nowhere."""
    found = next(filter(None, map(shutil.which, names)), None)
    if not found:
        raise engines.NoBrowser(MISSING.format(names[0], package))
    return found


def free_port() -> int:
    """Return a port of the loopback that nobody listens at."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def connect(port: int, process: subprocess.Popen[bytes]) -> socket.socket:
    """Return a connection to a port as soon as a process listens there."""
    end = time.monotonic() + PATIENCE
    while True:
        try:
            line = socket.create_connection(("127.0.0.1", port), 1)
        except OSError:
            assert process.poll() is None, "the browser ended"
            assert time.monotonic() < end, "the browser does not listen"
            time.sleep(0.05)
        else:
            line.settimeout(PATIENCE)
            return line


@contextlib.contextmanager
def running(
    command: list[str], environment: dict[str, str] | None = None, **given: Any
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program, in silence, while the context lasts."""
    quiet: Any = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    process = subprocess.Popen(command, env={**os.environ, **(environment or {})}, **quiet, **given)
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


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


@contextlib.contextmanager
def firefox(scripts: bool) -> Iterator[Driver]:
    """Run Firefox in a profile of its own."""
    port = free_port()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        wanted = {**PREFERENCES, "marionette.port": port, "javascript.enabled": scripts}
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});\n" for name, value in wanted.items())
        (Path(profile) / "user.js").write_text("".join(lines))
        command = [
            need(FIREFOX, "firefox-esr"),
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


@contextlib.contextmanager
def display() -> Iterator[str]:
    """Run an X server that shows nothing; return its name."""
    end, start = os.pipe()
    command = [
        need(("Xvfb",), "xvfb"),
        "-displayfd",
        str(start),
        "-screen",
        "0",
        "1024x900x24",
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with running(command, pass_fds=[start]), os.fdopen(end) as answer:
        os.close(start)
        yield f":{answer.readline().strip()}"


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


START: dict[str, Callable[[bool], contextlib.AbstractContextManager[Driver]]] = {
    "chromium": chromium,
    "firefox": firefox,
    "webkit": webkit,
}
