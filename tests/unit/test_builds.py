"""A run that builds more sites, or freezes Python more often, than it may has failed, and says where it did."""

from __future__ import annotations

import pytest

from tests import ROOT
from tests.support import built

BUILDS = "from tests.support import built\n\ndef test_one():\n    for line in {}: built.counted(line)\n"


@pytest.mark.parametrize(
    ("lines", "right"),
    [
        (["site a"] * built.MOST + ["freeze b"], True),
        (["site a"] * built.MOST + ["site one-more"], False),
        (["freeze b", "freeze one-more"], False),
    ],
)
def test_too_many_builds_fail_the_run(
    pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch, lines: list[str], right: bool
) -> None:
    monkeypatch.delenv(built.COUNTER, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    pytester.makepyfile(BUILDS.format(lines))
    ended = pytester.runpytest_subprocess("-p", "tests.support.builds", "-n", "2", timeout=100)
    assert ended.ret == (pytest.ExitCode.OK if right else pytest.ExitCode.TESTS_FAILED)
    assert ("one-more" in ended.stdout.str()) is not right
