"""The copies read aloud too, with made-up voices, opened from file://."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish import offline
from publish.offline import rewrite_links
from tests.browser.conftest import PHONE
from tests.browser.test_read_aloud import LOCAL, said, start, stub
from tests.support import copied, engines

PLACES = {
    "single file": f"{offline.FULL}#{rewrite_links.section('metode/hrd')}",
    "folder": f"{copied.FOLDER}/isi/metode/hrd/index.html",
}


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_a_copy_reads_its_page_aloud(copies: Path, place: str) -> None:
    browser = engines.launch("chromium")
    page = browser.new_context(**PHONE, offline=True).new_page()
    page.add_init_script(stub(LOCAL))
    page.goto(f"{copies.as_uri()}/{place}")
    assert page.locator("[data-listen-bar]").count() == 1
    start(page)
    page.evaluate("finish()")
    assert said(page)[0].startswith("Tanya H R D")
    assert len(said(page)) == 2
    page.get_by_role("button", name="Berhenti").tap()
    assert page.locator("[data-listen]:visible").count() == 1
    browser.close()


def test_the_light_copy_has_no_button(copies: Path) -> None:
    assert b"data-listen" not in (copies / offline.LIGHT).read_bytes()
