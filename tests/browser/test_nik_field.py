"""The NIK field: every example of nik_cases.toml in the browser, and the manners of the field."""

from __future__ import annotations

import statistics
import tomllib
from datetime import date
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helper import nik, view_nik
from tests import ROOT
from tests.browser.conftest import READY, Open
from tests.support.server import Fault, Server

CASES: list[dict[str, Any]] = tomllib.loads((ROOT / "tests/support/nik_cases.toml").read_text())["case"]
TODAY = date(2026, 10, 15)
RIGHT, WRONG = "3101991708450001", "310199170845000"

CHECK = """(text) => new Promise((done, fail) => {
  setTimeout(() => fail(new Error("no answer")), 5000);
  const field = document.querySelector("#nik");
  const result = document.querySelector('[data-part="result"]');
  if (text !== null) field.value = text;
  new MutationObserver((_, self) => { self.disconnect(); done(performance.now() - begin); })
    .observe(result, { childList: true });
  const begin = performance.now();
  field.form.requestSubmit();
})"""
"""Checks what is in the field (or `text`); resolves to milliseconds until the result stands there."""


def squeeze(text: str) -> str:
    """Return a text without the differences that drawing it makes."""
    return " ".join(text.split())


def today(case: dict[str, Any]) -> date:
    """Return the day of an example."""
    day: date = case.get("today", TODAY)
    return day


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_each_example_gets_its_answer(ready: Page, case: dict[str, Any]) -> None:
    ready.clock.set_fixed_time(f"{today(case)}T12:00:00+07:00")
    ready.fill("#nik", case["text"])
    typed = ready.input_value("#nik")
    ready.evaluate(CHECK, None)
    wanted = nik.check(typed, today=today(case))
    assert (wanted.verdict, [f.code for f in wanted.findings]) == (case["verdict"], case["codes"])

    box = ready.locator("[data-part=result] .verdict")
    assert wanted.verdict in (box.get_attribute("class") or "").split()
    expect(box).to_be_focused()
    shown = squeeze(box.inner_text())
    for finding in wanted.findings:
        for sentence in squeeze(finding.words).split(". "):
            assert sentence in shown
    assert ready.input_value("#nik") == typed
    beside = squeeze(ready.locator("#nik-error").inner_text())
    invalid = view_nik.is_mistake(wanted)
    assert ready.get_attribute("#nik", "aria-invalid") == str(invalid).lower()
    assert ready.title().startswith("Kesalahan:") == invalid
    assert beside.startswith(f"Kesalahan: {squeeze(wanted.findings[0].words)}") if invalid else not beside


@pytest.mark.parametrize(
    "text", ["", " ", "\u0000", "\ud800", "<b>1</b>", "🎂" * 16, "٣١٠١٩٩١٧٠٨٤٥٠٠٠١", "1" * 1_000_000]
)
def test_any_text_is_answered(ready: Page, text: str) -> None:
    ready.evaluate(CHECK, text)
    expect(ready.locator("[data-part=result] .verdict.invalid")).to_be_focused()
    assert ready.get_attribute("[data-helper]", "data-state") == "ready"


@pytest.mark.parametrize(
    "text", [RIGHT, WRONG, "a" * 2_000, "9" * 1_000_000], ids=["right", "wrong", "text", "million digits"]
)
def test_the_answer_comes_within_50_ms(ready: Page, text: str) -> None:
    times = [ready.evaluate(CHECK, text) for _ in range(21)]
    assert statistics.median(times) < 50, times


def test_the_summary_leads_to_the_field_and_keeps_the_position(ready: Page) -> None:
    ready.fill("#nik", WRONG)
    ready.get_by_role("button", name="Periksa bentuknya").tap()
    hash_before = ready.evaluate("location.hash")
    ready.locator("[data-part=result] a").first.tap()
    expect(ready.locator("#nik")).to_be_focused()
    assert ready.evaluate("location.hash") == hash_before


def test_the_result_is_announced_and_the_field_is_named(ready: Page) -> None:
    field = ready.get_by_role("textbox", name="NIK")
    assert field.get_attribute("inputmode") == "numeric"
    assert field.get_attribute("maxlength") is None
    assert field.get_attribute("placeholder") is None
    described = (field.get_attribute("aria-describedby") or "").split()
    assert all(ready.locator(f"#{name}").count() == 1 for name in described)
    live = ready.locator("[aria-live=polite][role=status][data-part=result]")
    field.fill(RIGHT)
    field.press("Enter")
    expect(live).to_contain_text("Bentuknya benar")


def test_typing_alone_says_nothing(ready: Page) -> None:
    ready.evaluate(CHECK, RIGHT)
    before = ready.locator("[data-part=result]").inner_html()
    ready.press("#nik", "End")
    ready.locator("#nik").press_sequentially("99x")
    assert ready.locator("[data-part=result]").inner_html() == before
    assert ready.input_value("#nik") == RIGHT + "99x"


WITHOUT_PYTHON = {
    "Data Saver": 'Object.defineProperty(navigator, "connection", { value: { saveData: true } });',
    "no workers": "delete window.Worker;",
}
OK, BAD = "Susunannya cocok", "Ada yang tidak cocok"


def without_scripts(open_page: Open, common: Server) -> Page:
    """Open the field in a browser that speaks English and runs no script."""
    return open_page(f"{common.origin}/mulai/#cek-nik", java_script_enabled=False, locale="en-US")


def test_plain_html_gives_the_verdict_that_python_gives(open_page: Open, common: Server) -> None:
    """All examples; where plain HTML cannot know (regencies, length of months), it may say right."""
    page = without_scripts(open_page, common)
    lenient = {"impossible-date", "no-leap-year"}
    for case in CASES:
        page.fill("#nik", case["text"])
        if case["verdict"] != "invalid" or not set(case["codes"]) <= lenient | {"looks-like-nit"}:
            assert (page.locator("#nik:valid").count() == 1) is (case["verdict"] != "invalid"), case["why"]


def test_without_scripts_the_field_answers_in_our_words_and_keeps_the_page(
    open_page: Open, common: Server
) -> None:
    page = without_scripts(open_page, common)
    page.fill("#nik", WRONG)
    page.press("#nik", "Enter")
    expect(page.locator("[data-nik] .html-bad")).to_be_visible()
    page.fill("#nik", RIGHT)
    page.press("#nik", "Enter")
    expect(page.locator("[data-nik] .html-ok")).to_be_visible()
    expect(page.locator("[data-nik] .html-bad")).to_be_hidden()
    assert (page.url, page.input_value("#nik")) == (f"{common.origin}/mulai/#cek-nik", RIGHT)


def test_without_scripts_enter_sends_nothing_where_a_form_knows_no_dialog(
    open_page: Open, server: Server
) -> None:
    """An old engine reads `method="dialog"` as `get`: the field must belong to no form."""
    server.faults["/mulai/"] = Fault(change=lambda body: body.replace(b'method="dialog"', b'method="get"'))
    page = open_page(f"{server.origin}/mulai/#cek-nik", java_script_enabled=False)
    for text in (WRONG, RIGHT):
        page.fill("#nik", text)
        page.press("#nik", "Enter")
    expect(page.locator("[data-nik] .html-ok")).to_be_visible()
    assert (page.url, page.input_value("#nik")) == (f"{server.origin}/mulai/#cek-nik", RIGHT)


@pytest.mark.parametrize("script", WITHOUT_PYTHON.values(), ids=WITHOUT_PYTHON)
def test_without_python_a_press_is_answered_at_once_in_our_words(
    open_page: Open, common: Server, script: str
) -> None:
    """An English browser keeps its own bubble to itself: the answer stands in the live region, with focus."""
    page = open_page(f"{common.origin}/mulai/", script=script, locale="en-US")
    answer = page.locator("[data-part=result][role=status] .verdict")
    for text, words, how in (
        (WRONG, BAD, "tap"),
        (RIGHT, OK, "Enter"),
        ("", BAD, "tap"),
        ("99000000001", "KPJ", "Enter"),
    ):
        page.fill("#nik", text)
        if how == "Enter":
            page.press("#nik", how)
        else:
            page.get_by_role("button", name="Periksa bentuknya").tap()
        expect(answer).to_contain_text(words)
        expect(answer).to_be_focused()
        expect(answer).to_be_in_viewport()
        assert page.get_attribute("#nik", "aria-invalid") == str(words == BAD).lower()
        assert page.locator(".html-ok:visible, .html-kpj:visible, .html-bad:visible").count() == 1
        assert page.input_value("#nik") == text
    assert not page.url.endswith("?")


@pytest.mark.parametrize(("text", "verdict"), [(RIGHT, "valid"), (WRONG, "invalid")])
def test_what_is_asked_before_python_came_is_answered_when_it_comes(
    open_page: Open, server: Server, text: str, verdict: str
) -> None:
    server.faults["*/wasm-*"] = Fault(stall_after=1000)
    page = open_page(f"{server.origin}/mulai/")
    page.fill("#nik", text)
    page.get_by_role("button", name="Periksa bentuknya").tap()
    expect(page.locator("[data-nik] + [data-pending-words]")).to_be_visible()
    expect(page.locator("[data-pending-words]:visible")).to_have_count(1)
    expect(page.locator("[data-part=result]")).to_contain_text(OK if verdict == "valid" else BAD)
    server.release()
    page.wait_for_selector(READY)
    expect(page.locator(f"[data-part=result] .verdict.{verdict}")).to_be_focused()
    assert page.input_value("#nik") == text
