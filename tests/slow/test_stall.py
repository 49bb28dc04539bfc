"""A run that hangs ends, and says where it hung."""

from __future__ import annotations

import re

import pytest

from tests import ROOT
from tests.support import stall

HANGS = "import time, pytest\n@pytest.mark.parametrize('n', range(6))\ndef test_waits(n): time.sleep(60 * (n in {}))\n"
WORKERS = ("-p", "tests.support.stall", "-n", "2", "--dist", "loadgroup", "--max-worker-restart", "0")


def run(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, ini: str, hang: str) -> pytest.RunResult:
    """Run six tests, of which some hang, in two workers."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makeini(f"[pytest]\n{ini}")
    pytester.makepyfile(HANGS.format(hang))
    return pytester.runpytest_subprocess(*WORKERS, timeout=50)


def test_a_run_that_stands_still_is_ended_with_its_stacks(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended = run(pytester, monkeypatch, "stall_timeout = 4", "(0, 1)")
    assert ended.ret == stall.STALLED
    assert "Tidak ada tes yang selesai selama 4 detik" in ended.stdout.str()
    assert "loop_once" in ended.stdout.str()
    assert "Abort" in ended.stderr.str()  # on a busy machine two processes may speak at the same time


def test_a_test_that_hangs_is_named(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """By pytest itself; the run goes no further, as a crashed worker is not replaced."""
    ini = "stall_timeout = 40\nfaulthandler_timeout = 2\nfaulthandler_exit_on_timeout = true"
    ended = run(pytester, monkeypatch, ini, "(3,)")
    assert ended.ret == stall.STALLED
    assert re.search(r"crashed while running '.*test_waits\[3\]'", ended.stdout.str())
    assert "in test_waits" in ended.stderr.str()


def test_a_run_that_only_fails_says_so(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = run(pytester, monkeypatch, "stall_timeout = 40", "'nothing'")
    assert ended.ret == pytest.ExitCode.TESTS_FAILED


def test_make_test_repeats_such_a_run() -> None:
    """Only such: the Makefile knows the exit code."""
    assert f"test $$? -eq {stall.STALLED} &&" in (ROOT / "Makefile").read_text(encoding="utf-8")
