"""How many sites a run built and how often it froze Python; a run of too many has failed.

built.py leaves a line for each; here the process that hands out the tests counts them. The fixtures `site`
and `copies` are what all tests share.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from publish.frozen.paths import CACHE
from tests import ROOT
from tests.support import built, copied

MOST = {"site": built.MOST, "freeze": 1}
"""What a run may take; the freeze of this tree, whose runtime stays in build/, is none of the run's."""
WORDS = {"site": "situs dibangun", "freeze": "Python dibekukan"}


def runtimes(cache: Path = CACHE) -> set[str]:
    """Return the names of the frozen runtimes that a tree keeps."""
    return {path.parent.name for path in cache.glob("*/manifest.json")}


@contextlib.contextmanager
def freezing(root: Path) -> Iterator[None]:
    """Count what is frozen meanwhile in another tree."""
    cache = root / CACHE.relative_to(ROOT)
    before = runtimes(cache)
    try:
        yield
    finally:
        for name in runtimes(cache) - before:
            built.counted(f"freeze {name} {root}")


def count(lines: str) -> Counter[str]:
    """Return how often each of MOST took place."""
    return Counter(line.partition(" ")[0] for line in lines.splitlines())


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built site."""
    return built.once(tmp_path_factory.getbasetemp(), worker_id)


@pytest.fixture(scope="session")
def copies(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the copies."""
    return copied.once(tmp_path_factory.getbasetemp(), worker_id)


def pytest_configure(config: pytest.Config) -> None:
    """Begin to count, for this process and the workers that it starts."""
    if not hasattr(config, "workerinput") and built.COUNTER not in os.environ:
        handle, name = tempfile.mkstemp(prefix="guide-builds-")
        os.close(handle)
        os.environ[built.COUNTER] = name
        config.stash[OURS] = Path(name)


OURS = pytest.StashKey[Path]()


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Too many fail the run."""
    ours = session.config.stash.get(OURS, None)
    if ours and any(times > MOST[what] for what, times in count(ours.read_text()).items()):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say how many there were, and where when there were too many."""
    ours = config.stash.get(OURS, None)
    if not ours:
        return
    text = ours.read_text()
    for what, times in sorted(count(text).items()):
        many = times > MOST[what]
        terminalreporter.write_line(f"{WORDS[what]}: {times} kali, paling banyak {MOST[what]}", red=many)
        if many:
            terminalreporter.write_line(text)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Forget the file."""
    if ours := config.stash.get(OURS, None):
        ours.unlink(missing_ok=True)
        del os.environ[built.COUNTER]
