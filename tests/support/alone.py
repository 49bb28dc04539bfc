"""Tests marked `alone` have the machine to themselves: what they measure is not slowed by the other worker's test."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests import ROOT

if sys.platform != "emscripten":  # a pytest inside WebAssembly is alone
    import fcntl

PLACES = ROOT / "build" / "places"
GATE, ROOM = "gate.lock", "room.lock"
HELD = "PYTEST_PLACE_OF"


def pytest_configure(config: pytest.Config) -> None:
    """Name the mark."""
    config.addinivalue_line("markers", "alone: no other worker runs a test meanwhile")


@contextmanager
def locked(path: Path, kind: int) -> Generator[None]:
    """Hold a lock of one kind (fcntl.LOCK_SH, LOCK_EX) on a file; the system drops it when a process dies."""
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        fcntl.flock(descriptor, kind)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def place(folder: Path, alone: bool) -> Generator[None]:
    """Hold a place among the tests of a run, or all places.

    Who waits for all of them keeps the gate shut, so that no test starts before it.
    """
    if alone:
        with locked(folder / GATE, fcntl.LOCK_EX), locked(folder / ROOM, fcntl.LOCK_EX):
            yield
        return
    with ExitStack() as held:
        with locked(folder / GATE, fcntl.LOCK_EX):
            held.enter_context(locked(folder / ROOM, fcntl.LOCK_SH))
        yield


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Give each test its place, outside of its time limit; a pytest that a test starts is in that test's place."""
    if HELD in os.environ or sys.platform == "emscripten":
        return (yield)
    PLACES.mkdir(parents=True, exist_ok=True)
    os.environ[HELD] = item.nodeid
    try:
        with place(PLACES, item.get_closest_marker("alone") is not None):
            return (yield)
    finally:
        del os.environ[HELD]
