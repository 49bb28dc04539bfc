"""What the tests in old engines share: the site behind a server, the copies, and a window of each engine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.slow.lama import engines
from tests.support.drivers.devtools import DevTools, old
from tests.support.engines import NoBrowser, absent
from tests.support.server import Server, serve

ENGINES = [
    pytest.param(name, id=engines.label(name), marks=pytest.mark.xdist_group(name)) for name in engines.NAMES
]
"""All tests of one engine go to one worker: it is started once."""


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[Server]:
    """The server of the built site."""
    with serve(site) as started:
        yield started


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    """The name of each engine."""
    return str(request.param)


@pytest.fixture(scope="session")
def browser(engine: str) -> Iterator[DevTools]:
    """A window of each engine."""
    try:
        program = engines.program(engine)
    except NoBrowser as missing:
        absent(missing)
    with old(program) as started:
        yield started


@pytest.fixture
def window(browser: DevTools, server: Server) -> Iterator[DevTools]:
    """The window, a phone with scripts on and no memory of an earlier page; no script of a page may fail in it."""
    browser.fresh()
    browser.command("Storage.clearDataForOrigin", origin=server.origin, storageTypes="all")
    server.log.clear()
    yield browser
    assert browser.errors == []
