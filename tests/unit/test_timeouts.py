"""A run that hangs ends, and says where it hung."""

from __future__ import annotations

import os
import re
import shlex
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests import ROOT

WORKERS = ("-n", "2", "--dist", "loadgroup", "--max-worker-restart", "0")
SIX = "import os, pytest, signal, time\n@pytest.mark.parametrize('n', range(6))\ndef test_one(n):\n    if n == 3: {}\n"


def test_a_test_that_hangs_fails_with_its_stack(pytester: pytest.Pytester) -> None:
    """The others go on."""
    pytester.makeini("[pytest]\ntimeout = 1")
    pytester.makepyfile(SIX.format("time.sleep(60)"))
    ended = pytester.runpytest_subprocess(*WORKERS, timeout=50)
    ended.assert_outcomes(passed=5, failed=1)
    assert "time.sleep(60)" in ended.stdout.str()


def test_every_test_has_a_limit(request: pytest.FixtureRequest) -> None:
    assert 0 < float(request.config.getini("timeout")) <= 600


def test_a_run_that_loses_a_worker_fails_and_names_the_test(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(SIX.format("os.kill(os.getpid(), signal.SIGKILL)"))
    ended = pytester.runpytest_subprocess(*WORKERS, timeout=50)
    assert ended.ret == pytest.ExitCode.TESTS_FAILED
    assert re.search(r"crashed while running '.*test_one\[3\]'", ended.stdout.str())


def test_make_test_ends_a_run_that_stands_still(tmp_path: Path) -> None:
    """A worker that is stopped, whose own clock stands still too."""
    (tmp_path / "test_still.py").write_text(
        SIX.format("open('stopped', 'w').write(str(os.getpid())); os.kill(os.getpid(), signal.SIGSTOP)")
    )
    stopped, log = tmp_path / "stopped", tmp_path / "log"
    found = re.search(
        r"(?m)^LIMIT := .*[ ,](timeout .* \d+)\)$", (ROOT / "Makefile").read_text(encoding="utf-8")
    )
    assert found
    command = [*shlex.split(found[1]), sys.executable, "-m", "pytest", *WORKERS]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST")}
    with log.open("w") as out:
        run = subprocess.Popen(command, cwd=tmp_path, env=environment, stdout=out, stderr=out)
        while not (stopped.exists() and stopped.read_text()):
            assert run.poll() is None, log.read_text()
            time.sleep(0.1)
        run.send_signal(signal.SIGALRM)  # what the hour's end is to `timeout`
        ended = run.wait(30)
    os.kill(int(stopped.read_text()), signal.SIGKILL)
    assert ended != 0
    assert "loop_once" in log.read_text()
