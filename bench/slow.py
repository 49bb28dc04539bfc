"""A slower processor for a page and its workers: DevTools can slow the page alone."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

PERIOD = 0.02


def renderers(browser: Browser) -> list[int]:
    """Return the process ids of this browser's own renderers."""
    session = browser.new_browser_cdp_session()
    try:
        processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
        return [process["id"] for process in processes if process["type"] == "renderer"]
    finally:
        session.detach()


@contextmanager
def slowed(processes: list[int], rate: float) -> Iterator[None]:
    """Let processes run 1/rate of the time."""
    done = threading.Event()

    def signalled(number: int) -> None:
        for process in processes:
            try:
                os.kill(process, number)
            except ProcessLookupError:
                continue

    def run() -> None:
        while not done.is_set():
            signalled(signal.SIGSTOP)
            time.sleep(PERIOD * (1 - 1 / rate))
            signalled(signal.SIGCONT)
            time.sleep(PERIOD / rate)

    thread = threading.Thread(target=run, daemon=True)
    if rate > 1:
        thread.start()
    try:
        yield
    finally:
        done.set()
        if rate > 1:
            thread.join()
            signalled(signal.SIGCONT)
