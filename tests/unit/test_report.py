"""The report at the end of a run: it counts by engine, says loudly what did not run, and names real tests."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from fnmatch import fnmatchcase

import pytest

from tests import ROOT
from tests.support import report

ROW = report.Row("Benar", "contoh", ("*test_walk*",), report.ENGINES)
ALL = {
    "tests/browser/test_walk.py::test_a[chromium-1]": "passed",
    "tests/browser/test_walk.py::test_a[firefox-1]@walk in firefox": "passed",
    "tests/browser/test_walk.py::test_a[webkit]": "passed",
}


def test_a_row_is_proved_when_every_engine_passed() -> None:
    assert report.state(ROW, ALL) == ("chromium 1, firefox 1, webkit 1", True)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"tests/browser/test_walk.py::test_a[webkit]": "failed"}, "webkit GAGAL 1"),
        ({"tests/browser/test_walk.py::test_a[webkit]": "skipped"}, "webkit TIDAK JALAN"),
    ],
)
def test_what_failed_or_did_not_run_is_said(change: dict[str, str], words: str) -> None:
    state, proved = report.state(ROW, ALL | change)
    assert words in state
    assert not proved
    assert "BELUM TERBUKTI" in "\n".join(report.lines(ALL | change, ()))


def test_a_row_without_any_test_is_not_proved() -> None:
    assert report.state(ROW, {}) == ("chromium TIDAK JALAN, firefox TIDAK JALAN, webkit TIDAK JALAN", False)
    assert report.state(ROW._replace(engines=()), {}) == ("TIDAK JALAN", False)


@pytest.fixture(scope="module")
def collected() -> list[str]:
    """The ids of all tests that there are."""
    command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-n", "0", "-p", "no:cacheprovider"]
    plain = {**os.environ, "PYTEST_ADDOPTS": ""}
    run = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=plain)
    return [line for line in run.stdout.splitlines() if "::" in line]


@pytest.mark.xdist_group("report")  # one worker collects
@pytest.mark.parametrize("row", report.ROWS, ids=lambda row: row.words)
def test_every_pattern_names_tests_that_exist(collected: list[str], row: report.Row) -> None:
    assert [p for p in row.tests if not any(fnmatchcase(test, p) for test in collected)] == []
    there = dict.fromkeys(collected, "passed")
    assert report.state(row, there)[1], "no test for one of the engines"


def test_a_group_of_tests_stays_with_one_worker(pytester: pytest.Pytester) -> None:
    """What tests/conftest.py mends: without it, the two workers share the group."""
    ours = (ROOT / "tests/conftest.py").read_text()
    pytester.makeconftest(re.sub(r"pytest_plugins = \([^)]*\)", "", ours))
    pytester.makepyfile(
        "import pytest\n@pytest.mark.xdist_group('g')\n@pytest.mark.parametrize('n', range(6))\ndef test(n): pass\n"
    )
    run = pytester.runpytest_subprocess("-v", "-n", "2", "--dist", "loadgroup")
    assert len({line.split("]")[0] for line in run.outlines if line.startswith("[gw")}) == 1
