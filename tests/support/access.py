"""What the accessibility tests measured, for the statement: a run of all of them writes build/access.json.

`make access` makes such a run and keeps its figures, with the day (publish/site/accessibility_table.py).
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests import ROOT

FILE = ROOT / "build" / "access.json"
TOOLS = ("axe-core", "lighthouse")
PARTS = {"pages", "steps", "nik", "touch", "lighthouse"}
"""What a run has to measure to count."""

_found: dict[str, Any] = {}


def versions() -> dict[str, str]:
    """Return the locked versions of the tools that judge."""
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    return {name: locked[f"node_modules/{name}"]["version"] for name in TOOLS}


def add(found: dict[str, Any], part: str, value: Any) -> None:
    """Join a figure to those there are: counts add up, tables join."""
    if isinstance(value, dict):
        found[part] = found.get(part, {}) | value
    else:
        found[part] = found.get(part, 0) + value


@pytest.fixture
def access(record_property: Callable[[str, object], None]) -> Callable[..., None]:
    """Note a figure of one of PARTS, if the test passes: `access(part, value=1)`."""
    return lambda part, value=1: record_property("access", [part, value])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep the figures of a test that passed, from whichever worker."""
    if report.when == "call" and report.passed:
        for name, value in report.user_properties:
            if name == "access" and isinstance(value, list):
                add(_found, *value)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Write the figures when all of them are there."""
    if hasattr(session.config, "workerinput") or not _found.keys() >= PARTS:
        return
    FILE.parent.mkdir(exist_ok=True)
    figures = {"tools": versions(), **_found}
    FILE.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")
