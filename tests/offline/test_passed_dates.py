"""What a reader sees once a date has passed in Jakarta: on a page, on a printed plan, in every copy."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from publish import offline
from publish.offline import copy_words
from tests.support import copied, engines, walk
from tests.support.server import Server, serve

COPIES = (offline.FULL, offline.LIGHT, f"{copied.FOLDER}/buka-saya.html")
PASSED = ".page-foot [data-after]:visible"
Look = Callable[[str, date, str], Page]


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """One Chromium for all of them."""
    started = engines.launch("chromium")
    yield started
    started.close()


@pytest.fixture
def look(chromium: Browser) -> Iterator[Look]:
    """Open an address in the `last` minute of a day in Jakarta, or right `after` it, on a phone in California."""
    context = chromium.new_context(timezone_id="America/Los_Angeles")

    def open_(address: str, day: date, when: str) -> Page:
        page = context.new_page()
        end = datetime.combine(day + timedelta(days=1), time(), UTC) - timedelta(hours=7)
        page.clock.set_fixed_time(end if when == "after" else end - timedelta(minutes=1))
        page.goto(address)
        return page

    yield open_
    context.close()


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    """The built site."""
    with serve(site) as started:
        yield started


def due(page: Page) -> date:
    """Return the review date of the first page in a document."""
    return date.fromisoformat(str(page.locator(".page-foot [data-after]").first.get_attribute("data-after")))


def test_a_page_says_that_its_date_has_passed(look: Look, server: Server) -> None:
    """On the day itself there is still time; then the foot says so, and whom to call."""
    address = f"{server.origin}/metode/call-center/"
    review = due(look(address, copy_words.made(), "last"))
    assert look(address, review, "last").locator(PASSED).count() == 0
    page = look(address, review, "after")
    assert page.locator(PASSED).inner_text().startswith("Tanggal itu sudah lewat")
    assert page.locator(f"{PASSED} a").get_attribute("href") == "tel:175"
    assert page.locator(".page-foot time").last.get_attribute("datetime") == str(review)


def test_a_printed_plan_says_so_too(look: Look, server: Server) -> None:
    """Both dates stand on the paper, and after the second one that it has passed."""
    address = f"{server.origin}/mulai/#jawab.{'.'.join(walk.ONE_EACH[-1])}"
    review = due(look(address, copy_words.made(), "last"))
    for when, passed in (("last", False), ("after", True)):
        page = look(address, review, when)
        page.emulate_media(media="print")
        assert "Diperiksa lagi paling lambat" in page.locator(".card").inner_text()
        assert page.locator(".card [data-after]").is_visible() is passed


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_says_so_and_when_it_is_old(look: Look, copies: Path, name: str) -> None:
    """The page's own date, and half a year after the copy was made the whole copy."""
    address = (copies / name).as_uri()
    review, old = due(look(address, copy_words.made(), "last")), copy_words.made() + copy_words.FRESH
    for day, when, passed, aged in (
        (review, "last", 0, False),
        (review, "after", 1, False),
        (old, "last", 1, False),
        (old, "after", 1, True),
    ):
        page = look(address, day, when)
        assert page.locator(PASSED).count() == passed, (day, when)
        assert page.locator("[data-old]").is_visible() is aged, (day, when)
    page.emulate_media(media="print")
    assert page.locator(PASSED).count() == 1
    assert not page.locator("[data-old]").is_visible()
