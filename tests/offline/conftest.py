"""What the tests of the copies share: the copies, and a window of each browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support import drivers, engines


def window(name: str, scripts: bool) -> Iterator[drivers.Driver]:
    """Yield a window; engines.absent says what a missing browser means."""
    try:
        with drivers.START[name](scripts) as started:
            yield started
    except engines.NoBrowser as missing:
        engines.absent(missing)


ENGINES = [pytest.param(name, marks=pytest.mark.xdist_group(f"copies in {name}")) for name in drivers.NAMES]
"""All tests of one engine go to one worker: it is started once."""


@pytest.fixture(scope="session", params=ENGINES)
def browser(request: pytest.FixtureRequest) -> Iterator[drivers.Driver]:
    """A window of each browser, fresh profile, no network."""
    yield from window(request.param, True)


@pytest.fixture(scope="session", params=ENGINES)
def plain(request: pytest.FixtureRequest) -> Iterator[drivers.Driver]:
    """The same with scripts switched off."""
    yield from window(request.param, False)
