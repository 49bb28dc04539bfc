"""A run that stands still, or loses a worker, ends with STALLED, and `make test` begins it anew, once.

A test that hangs is shown by pytest (`faulthandler_timeout`), which ends its worker. The guard is for the
run: no test ended for long, whoever is to blame; it shows where each process stood. Time in which the
machine itself stood still does not count.
"""

from __future__ import annotations

import faulthandler
import os
import signal
import threading
import time
from typing import Any

import pytest

STALLED = 75
"""The exit code of a run that says nothing of the code (EX_TEMPFAIL of sysexits.h); the Makefile knows it."""
TICK = 0.25  # s


class Guard(threading.Thread):
    """Counts the ticks since a test ended last; at the limit it shows all stacks and ends the run."""

    def __init__(self, config: pytest.Config, limit: float) -> None:
        super().__init__(daemon=True)
        self.out: Any = config.get_terminal_writer()._file
        self.limit, self.ticks = limit, 0
        self.workers: list[int] = []
        self.lost = False

    def pytest_testnodeready(self, node: Any) -> None:
        """Remember the process of a worker."""
        self.workers.append(node.gateway._io.popen.pid)

    def pytest_testnodedown(self, error: object) -> None:
        """Remember that a worker died."""
        self.lost |= bool(error)

    @pytest.hookimpl(trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        """A run that lost a worker has no result."""
        if self.lost:
            session.exitstatus = STALLED

    def pytest_runtest_logreport(self) -> None:
        """Begin to count anew: something moves."""
        self.ticks = 0

    def run(self) -> None:
        """Count."""
        while self.ticks * TICK < self.limit:
            time.sleep(TICK)
            self.ticks += 1
        threading.Thread(
            target=self.show, daemon=True
        ).start()  # if nobody reads on, the run ends all the same
        time.sleep(1)
        for worker in self.workers:
            os.kill(worker, signal.SIGABRT)  # pytest has each of them show its stacks then
            time.sleep(1)
        os._exit(STALLED)

    def show(self) -> None:
        """Say what happened, and where this process stands."""
        self.out.write(f"\nTidak ada tes yang selesai selama {self.limit:g} detik: jalan ini dihentikan.\n")
        self.out.flush()
        faulthandler.dump_traceback(self.out)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the limit."""
    parser.addini(
        "stall_timeout", "seconds without a test that ends, after which a run is ended", default="600"
    )


def pytest_sessionstart(session: pytest.Session) -> None:
    """Guard the process that hands out the tests."""
    config = session.config
    if hasattr(config, "workerinput") or not config.getoption("numprocesses", None):
        return
    guard = Guard(config, float(config.getini("stall_timeout")))
    config.pluginmanager.register(guard)
    guard.start()
