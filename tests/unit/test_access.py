"""The figures of the accessibility statement are those of the tests: nothing is claimed that is not tried."""

from __future__ import annotations

from typing import Any

import pytest

from publish.site import accessibility_table
from tests.browser import test_axe, test_lighthouse, test_targets
from tests.support import access as gathered
from tests.support import walk

AGAIN = "angka di halaman aksesibilitas bukan dari pemeriksaan yang sekarang: jalankan make access"
KEPT = accessibility_table.load()


def test_they_are_of_what_is_tried_now() -> None:
    """The same pages, steps and states, by the same tools."""
    assert KEPT.keys() >= gathered.PARTS
    now = (len(test_axe.PAGES), len(walk.ONE_EACH), len(test_axe.FIELD), test_targets.LEAST)
    assert tuple(KEPT[part] for part in ("pages", "steps", "nik", "touch")) == now, AGAIN
    assert KEPT["tools"] == gathered.versions(), AGAIN
    assert KEPT["lighthouse"].keys() == accessibility_table.PAGES.keys(), AGAIN


@pytest.mark.parametrize("slug", accessibility_table.PAGES, ids=lambda slug: slug or "beranda")
def test_the_scores_are_those_that_every_run_must_reach(slug: str) -> None:
    """Speed hangs on the machine, so a run need not meet the figure, only the promise."""
    found = KEPT["lighthouse"][slug]
    assert {name: found[name] for name in test_lighthouse.MOST} == test_lighthouse.MOST
    assert test_lighthouse.FAST <= found["performance"] <= 100


def test_figures_of_several_tests_join() -> None:
    found: dict[str, Any] = {}
    for part, value in (("pages", 1), ("pages", 2), ("lighthouse", {"a": 1}), ("lighthouse", {"b": 2})):
        gathered.add(found, part, value)
    assert found == {"pages": 3, "lighthouse": {"a": 1, "b": 2}}


def test_the_table_says_them_all() -> None:
    words = accessibility_table.table(KEPT | {"pages": 901, "steps": 902, "nik": 903, "date": "2026-01-02"})
    assert all(said in words for said in ("901 halaman", "902 langkah", "903 hasil", "2 Januari 2026"))
    assert words.count("<td>") == len(accessibility_table.PAGES) * len(accessibility_table.JUDGED)
