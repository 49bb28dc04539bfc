"""What a screen reader says: everything has a name, decoration is silent, figures sound as they are meant."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from helper import flow
from tests.browser.conftest import PHONE, READY
from tests.browser.test_axe import PAGES
from tests.support import listen, walk
from tests.support.server import Server

DECORATION = re.compile(r"[›→↗✓✔·|]|^(judul|tautan|tombol): !", re.MULTILINE)
LONG = re.compile(r"(?<![\d.,@/-])\d{5,15}(?!\d)")
"""Figures that are read as one huge number. Sixteen digits and more are read one by one by every voice tried."""
SOME = walk.ONE_EACH[::6]


@pytest.fixture(scope="module")
def page(browser: Browser, common: Server) -> Iterator[Page]:
    context = browser.new_context(**PHONE, reduced_motion="reduce")
    page = context.new_page()
    page.set_default_timeout(15_000)
    yield page
    context.close()


def sounds_right(page: Page) -> None:
    """Assert what holds for everything that is heard."""
    said = listen.script(page)
    assert listen.nameless(page) == []
    assert DECORATION.findall(said) == []
    assert LONG.findall(said) == []
    assert "Footer" not in said


@pytest.mark.parametrize("slug", PAGES, ids=lambda slug: slug or "beranda")
def test_every_page_sounds_right(page: Page, common: Server, slug: str) -> None:
    page.goto(f"{common.origin}/{slug.rstrip('/')}{'/' if slug else ''}")
    sounds_right(page)


@pytest.mark.parametrize("name", ["Menu", "Cari di panduan"])
def test_the_frame_sounds_right_when_it_is_open(page: Page, common: Server, name: str) -> None:
    page.goto(f"{common.origin}/metode/jmo/")
    page.get_by_role("button", name=name).first.tap()
    page.wait_for_timeout(300)
    sounds_right(page)
    if name == "Menu":
        assert "Isi bagian Keadaan Anda" in listen.script(page)


def test_steps_and_results_sound_right(page: Page, common: Server) -> None:
    page.goto(f"{common.origin}/mulai/")
    page.wait_for_selector(READY)
    for answers in SOME:
        page.evaluate("(to) => { location.hash = to; }", flow.fragment(answers))
        walk.settle(page, answers)
        sounds_right(page)
    for text in listen.NIKS.values():
        page.fill("#nik", text)
        page.press("#nik", "Enter")
        page.wait_for_selector("[data-part=result] .verdict:focus")
        page.fill("#nik", "")
        sounds_right(page)
    page.fill("#nomor", "0899000000001")
    page.press("#nomor", "Enter")
    page.wait_for_selector("[data-part=named] .verdict:focus")
    page.fill("#nomor", "")
    sounds_right(page)


def test_the_words_come_in_reading_order(page: Page, common: Server) -> None:
    page.goto(f"{common.origin}/metode/hrd/")
    said = listen.script(page)
    order = [
        "Lewati ke isi",
        "tombol: Menu",
        "judul: Tanya HRD",
        "judul: Langkah",
        "1. Cari kontak HRD",
        "tombol: Salin teks",
    ]
    order += ["judul: Kalau gagal", "Selanjutnya:"]
    places = [said.index(words) for words in order]
    assert places == sorted(places)
