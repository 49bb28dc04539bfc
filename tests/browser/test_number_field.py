""" "Nomor apa ini?": every example of kind_cases.toml in the browser, the field without Python, and on a page of its own."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helper import kinds, view_kinds
from helper.kinds import BY_LENGTH
from tests import ROOT
from tests.browser.conftest import READY, Open
from tests.browser.test_nik_field import TODAY, WITHOUT_PYTHON, squeeze
from tests.support.server import Server

CASES: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/support/kind_cases.toml").read_text())["case"]
KPJ = "99000000001"
ANSWER = "[data-part=named][role=status] .verdict"
ASK = """async (text) => {
  const field = document.querySelector("#nomor"), part = document.querySelector('[data-part="named"]');
  field.value = text;
  const answered = new Promise((done) => new MutationObserver((_, self) => { self.disconnect(); done(); }).observe(part, { childList: true }));
  field.form.requestSubmit();
  await answered;
  await new Promise((done) => setTimeout(done));
  const box = part.querySelector(".verdict");
  return { typed: field.value, focus: document.activeElement === box, shown: box.innerText, heading: box.querySelector("h3").innerText,
    wrong: field.getAttribute("aria-invalid"), title: document.title };
}"""


def test_each_example_is_named(ready: Page) -> None:
    for case in CASES:
        told = ready.evaluate(ASK, case["text"])
        found = kinds.identify(told["typed"], today=TODAY)
        assert told["heading"] == view_kinds.heading(found) == case["heading"], case["why"]
        assert [look.kind.name for look in found.looks] == case["kinds"], case["why"]
        for at, look in enumerate(found.looks):  # what a spreadsheet lost is named alone
            words = look.kind.name if at and found.looks[0].sure == kinds.SIGN else look.kind.words
            assert squeeze(words).lower() in squeeze(told["shown"]).lower(), case["why"]
        assert (told["focus"], told["wrong"]) == (True, "false"), case["why"]
        assert told["title"].startswith(case["heading"]), case["why"]


@pytest.mark.parametrize("text", ["\x00", "\ud800", "<b>1</b>", "1" * 1_000_000])
def test_any_text_is_answered(ready: Page, text: str) -> None:
    assert ready.evaluate(ASK, text)["focus"]
    assert ready.get_attribute("[data-helper]", "data-state") == "ready"


def test_the_two_fields_keep_their_answers_apart(ready: Page) -> None:
    ready.evaluate(ASK, KPJ)
    ready.fill("#nik", "3101991713450001")
    ready.press("#nik", "Enter")
    expect(ready.locator("[data-part=result] .verdict")).to_be_focused()
    expect(ready.locator(ANSWER)).to_contain_text("nomor KPJ")
    ready.evaluate(ASK, "99000001")
    expect(ready.locator("[data-part=result] .verdict")).to_contain_text("bulan")


def test_a_kpj_in_the_field_of_the_nik_is_good_news_and_leads_on(ready: Page) -> None:
    ready.fill("#nik", KPJ)
    ready.press("#nik", "Enter")
    box = ready.locator("[data-part=result] .verdict")
    expect(box).to_be_focused()
    assert ready.get_attribute("#nik", "aria-invalid") == "false"
    expect(ready.locator("#nik-error")).to_be_empty()
    assert box.locator("a").get_attribute("href") == "../panduan/setelah-dapat/"


@pytest.mark.parametrize("script", WITHOUT_PYTHON.values(), ids=WITHOUT_PYTHON)
def test_without_python_a_length_is_named_at_once(open_page: Open, common: Server, script: str) -> None:
    page = open_page(f"{common.origin}/mulai/", script=script, locale="en-US")
    answer = page.locator(ANSWER)
    for length in view_kinds.SHOWN:
        page.fill("#nomor", "31019917081500011990"[:length])
        page.press("#nomor", "Enter")
        expect(answer).to_be_focused()
        expect(answer).to_be_in_viewport()
        expect(answer).to_contain_text(f"{length} angka")
        expect(answer).to_contain_text(BY_LENGTH[length][0].name.partition(" atau ")[0])
        assert page.get_attribute("#nomor", "aria-invalid") == "false"
    for text in ("175", "990000*****", "9900000000A", ""):
        page.fill("#nomor", text)
        page.get_by_role("button", name="Nomor apa ini?").tap()
        expect(answer).to_contain_text("belum kami kenali")
    page.fill("#nik", KPJ)
    page.press("#nik", "Enter")
    expect(page.locator("[data-part=result] .verdict")).to_contain_text("kabar baik")
    assert page.get_attribute("#nik", "aria-invalid") == "false"


@pytest.mark.parametrize("slug", ["mulai", "panduan/kenali-nomor"])
def test_without_scripts_the_lengths_are_a_list(open_page: Open, common: Server, slug: str) -> None:
    page = open_page(f"{common.origin}/{slug}/", java_script_enabled=False)
    page.locator(".lengths summary").click()
    expect(page.locator(".lengths p:visible")).to_have_count(len(view_kinds.SHOWN) + 1)
    part = page.locator("[data-asks=identify]")
    for text, said in ((KPJ, ".html-ok"), ("99 000 000 001", ".html-ok"), ("9900000000", ".html-bad")):
        page.fill("#nomor", text)
        page.press("#nomor", "Enter")
        expect(part.locator(said)).to_be_visible()
        expect(part.locator(".html-ok:visible, .html-bad:visible")).to_have_count(1)
    assert page.url == f"{common.origin}/{slug}/"


def test_on_a_page_of_its_own_python_comes_when_the_field_is_touched(open_page: Open, server: Server) -> None:
    page = open_page(f"{server.origin}/panduan/kenali-nomor/")
    page.wait_for_load_state("networkidle")
    assert not [request for request in server.log if "/assets/runtime/" in request.target]
    page.fill("#nomor", "08990000001")
    page.press("#nomor", "Enter")
    page.wait_for_selector(READY)
    expect(page.locator(ANSWER)).to_contain_text("Nomor telepon")
    expect(page.locator(ANSWER)).to_be_focused()
    page.locator(f"{ANSWER} a").first.tap()
    page.wait_for_url(f"{server.origin}/panduan/setelah-dapat/")
