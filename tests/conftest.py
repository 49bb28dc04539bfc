"""Options of the test run, its groups, and the report at its end."""

from __future__ import annotations

import pytest

pytest_plugins = (
    "tests.support.access",
    "tests.support.alone",
    "tests.support.builds",
    "tests.support.day",
    "tests.support.report",
    "pytester",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the one option of this project."""
    parser.addoption(
        "--rewrite-golden",
        action="store_true",
        help="write tests/unit/golden/*.txt anew; read the difference in git",
    )


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Name the group of each test behind its id, where pytest-xdist looks for it.

    pytest-xdist 3.8 does so itself, but by an attribute that pytest 9.2 no longer reads: without this
    every worker starts every browser. Goes when the two agree again (a test in tests/unit/test_report.py says so).
    """
    if not hasattr(config, "workerinput"):
        return
    for item in items:
        mark = item.get_closest_marker("xdist_group")
        if mark and "@" not in item.nodeid.rpartition("]")[2]:
            item._id = type(item._id).parse(f"{item.nodeid}@{mark.args[0]}")
