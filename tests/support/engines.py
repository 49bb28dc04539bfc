"""The browsers that the tests drive: installed ones, never downloaded ones."""

from __future__ import annotations

import atexit
import os
import shutil
from functools import cache
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, Playwright, sync_playwright

NAMES = ("chromium",)
CHROMIUM = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MISSING = (
    "Chromium tidak ditemukan. Pasang dengan `sudo apt-get install chromium`, "
    "atau isi variabel CHROMIUM dengan letak Chrome atau Chromium Anda."
)
FAST_LINE = "--force-effective-connection-type=4G"
"""What the line is taken for: a busy machine answers as late as a slow line, on which the guide asks for nothing unasked."""
ONLY_LOOPBACK = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost"
"""No name outside this machine resolves: neither the page nor the browser itself can phone home."""


class NoBrowser(Exception):
    """A browser is not installed; the words say what to install."""


def absent(missing: NoBrowser) -> NoReturn:
    """End a test whose browser is not there: under CI=true it fails; elsewhere the report says loudly what did not run."""
    if os.environ.get("CI") == "true":
        pytest.fail(str(missing), pytrace=False)
    pytest.skip(str(missing))


def chromium() -> str:
    """Return where Chromium is; NoBrowser when it is nowhere."""
    named = os.environ.get("CHROMIUM")
    found = shutil.which(named) if named else next(filter(None, map(shutil.which, CHROMIUM)), None)
    if not found:
        raise NoBrowser(MISSING)
    return found


@cache
def playwright() -> Playwright:
    """Return Playwright, started once: two of it cannot run in one process."""
    started = sync_playwright().start()
    atexit.register(started.stop)
    return started


def launch(name: str, *options: str, **env: str) -> Browser:
    """Start the browser of this name (one of NAMES), with more options on its command line and more environment."""
    assert name == "chromium"
    return playwright().chromium.launch(
        executable_path=chromium(), args=[ONLY_LOOPBACK, FAST_LINE, *options], env={**os.environ, **env}
    )
