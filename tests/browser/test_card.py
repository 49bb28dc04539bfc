"""The plan on paper and in a chat: one small sheet, the same words as plain text, letters alone, nothing personal."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from helper import flow, view
from publish import offline
from publish.site import helper_page, reporting
from tests.browser.conftest import READY, Open
from tests.browser.test_loading import SAVING
from tests.browser.test_paper import as_published
from tests.browser.test_walk_ready import go
from tests.support import traces, walk
from tests.support.server import Fault, Server

GUIDE = walk.GUIDE
PLANS = [path for path in walk.ONE_EACH if isinstance(flow.at(walk.FLOW, path).node, flow.Outcome)]
SAYING = next(path for path in PLANS if "hrd-surat" in flow.at(walk.FLOW, path).node.say)
TEXTS = "Kata-kata siap pakai"
CARD = helper_page.card(GUIDE, "").removeprefix('<p class="card">').partition("<span>")[0].strip()
SHARE = "window.sent = []; navigator.share = async (data) => { sent.push(data); };"
NO_SHARE = "delete Navigator.prototype.share;"
NO_CLIPBOARD = f"{NO_SHARE} Object.defineProperty(navigator, 'clipboard', {{ value: undefined }});"
NO_COPY = f"{NO_CLIPBOARD} Document.prototype.execCommand = () => false;"
PRINT = (
    "window.printed = ''; window.print = () => { printed = document.querySelector('.sheet')?.textContent; };"
)


def lines(answers: walk.Answers) -> list[str]:
    """Return what a plan says, as the plain text of its card."""
    plan = flow.at(walk.FLOW, answers).node
    parts = (
        ("Cara pertama", plan.first, True),
        ("Siapkan", plan.bring, False),
        ("Hindari", plan.avoid, False),
        ("Kalau tidak berhasil", plan.fallback, True),
    )
    said = [plan.title, "", plan.calm, ""]
    for heading, texts, numbered in parts:
        if texts:
            marks = (f"{index}." if numbered else "-" for index in range(1, len(texts) + 1))
            said += [heading, *(f"{mark} {text}" for mark, text in zip(marks, texts, strict=False)), ""]
    return [view.plain(GUIDE, text) for text in said] + [CARD]


def sheets(page: Page, paper: str, folder: Path) -> list[str]:
    """Return the words of each page of a print, without spaces."""
    file = folder / "print.pdf"
    page.pdf(path=file, format=paper)
    run = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, check=True, timeout=20)
    return ["".join(sheet.split()) for sheet in run.stdout.split("\f")[:-1]]


def squeezed(text: str) -> str:
    """Return a text without spaces."""
    return "".join(text.split())


def whole_on_one_sheet(printed: list[str], answers: walk.Answers) -> None:
    """Assert that the first page holds all of a plan, and the next ones nothing but its ready texts."""
    plan = flow.at(walk.FLOW, answers).node
    first, *others = printed
    texts = (plan.title, plan.calm, *plan.first, *plan.fallback, *plan.bring, *plan.avoid)
    for text in (*(view.plain(GUIDE, text) for text in texts), CARD):
        assert squeezed(text) in first, (plan.id, text)
    assert squeezed(TEXTS) not in first, plan.id
    assert bool(others) is bool(plan.say), plan.id
    assert not others or others[0].startswith(squeezed(TEXTS)), plan.id
    assert all(others), plan.id


@pytest.mark.parametrize("paper", ["A5", "A4"])
def test_every_plan_prints_on_one_sheet_without_a_script(
    open_page: Open, common: Server, tmp_path: Path, paper: str
) -> None:
    """With the square code that leads back to a site with an address."""
    page = open_page(f"{common.origin}/tips/", java_script_enabled=False)
    as_published(page, common)
    for answers in PLANS if paper == "A5" else PLANS[::8]:
        page.goto("about:blank")
        page.goto(f"{common.origin}/mulai/#{flow.fragment(answers)}")
        whole_on_one_sheet(sheets(page, paper, tmp_path), answers)


def test_every_plan_of_python_prints_and_is_shared_as_text(
    open_page: Open, common: Server, tmp_path: Path
) -> None:
    """What the NIK field holds is neither printed nor shared."""
    shared = open_page(f"{common.origin}/mulai/", script=SHARE)
    shared.wait_for_selector(READY)
    shared.fill("#nik", traces.RIGHT)
    shared.press("#nik", "Enter")
    expect(shared.locator("[data-part=result] .verdict")).to_be_focused()
    for turn, answers in enumerate(PLANS):
        go(shared, flow.fragment(answers))
        shared.evaluate("sent.length = 0")
        shared.locator("[data-part=step] .tools [data-share]").click()
        expect(shared.locator("[data-part=step] .tools")).to_contain_text("Sudah dibagikan")
        sent = shared.evaluate("sent")
        assert list(sent[0]) == ["text"]
        address = f"{common.origin}/mulai/#{flow.fragment(answers)}"
        assert sent[0]["text"].split("\n") == [*lines(answers), address]
        assert traces.LEAK not in json.dumps(sent)
        if turn % 8 == 0:
            printed = sheets(shared, "A5", tmp_path)
            whole_on_one_sheet(printed, answers)
            assert not [sheet for sheet in printed if traces.LEAK in sheet]


def opened(open_page: Open, server: Server, script: str, **options: Any) -> Page:
    """Return the plan with a letter, in the first layer with scripts."""
    address = f"{server.origin}/mulai/#{flow.fragment(SAYING)}"
    return open_page(address, script=SAVING + script, **options)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).locator("visible=true").first.click()


def test_the_first_layer_shares_the_same_text(open_page: Open, common: Server) -> None:
    page = opened(open_page, common, SHARE)
    press(page, "Bagikan rencana ini")
    assert page.evaluate("sent[0].text").split("\n")[:-1] == lines(SAYING)


def test_without_sharing_it_is_copied_and_focus_stays(open_page: Open, common: Server) -> None:
    page = opened(open_page, common, NO_SHARE, permissions=["clipboard-read", "clipboard-write"])
    press(page, "Bagikan rencana ini")
    expect(page.locator("[data-tool-words]")).to_have_text("Teks tersalin")
    assert page.evaluate("navigator.clipboard.readText()").split("\n")[:-1] == lines(SAYING)
    expect(page.locator("[data-share]:focus")).to_have_count(1)


def test_without_a_clipboard_the_old_command_copies(open_page: Open, common: Server) -> None:
    page = opened(open_page, common, NO_CLIPBOARD)
    press(page, "Bagikan rencana ini")
    expect(page.locator("[data-tool-words]")).to_have_text("Teks tersalin")
    assert page.locator("textarea").count() == 0
    expect(page.locator("[data-share]:focus")).to_have_count(1)


def test_where_nothing_may_copy_the_text_stands_selected(open_page: Open, common: Server) -> None:
    page = opened(open_page, common, NO_COPY)
    for _ in range(2):
        press(page, "Bagikan rencana ini")
        field = page.get_by_role("textbox", name="Teks untuk disalin")
        expect(field).to_be_focused()
        assert field.input_value().split("\n")[:-1] == lines(SAYING)
        assert field.evaluate("field => field.selectionEnd - field.selectionStart === field.value.length")
        expect(page.locator("[data-tool-words]")).to_contain_text("Teks sudah dipilih")


def test_a_change_of_mind_copies_nothing(open_page: Open, common: Server) -> None:
    refused = "navigator.share = async () => { throw new DOMException('', 'AbortError'); };"
    page = opened(open_page, common, NO_COPY + refused)
    press(page, "Bagikan rencana ini")
    page.wait_for_timeout(100)
    assert page.locator("textarea").count() == 0
    assert page.locator("[data-tool-words]").text_content() == ""


def test_a_letter_prints_alone_with_lines_to_write_on(
    open_page: Open, common: Server, tmp_path: Path
) -> None:
    page = opened(open_page, common, PRINT)
    press(page, "Cetak teks")
    body = GUIDE.flow.texts["hrd-surat"].body
    assert page.evaluate("printed") == body
    assert page.locator(".sheet").is_hidden()
    page.emulate_media(media="print")
    blank = page.locator(".sheet u").first.evaluate(
        "u => [u.getBoundingClientRect().width, getComputedStyle(u).borderBottomStyle]"
    )
    assert blank[0] > 150
    assert blank[1] == "solid"
    page.emulate_media(media="null")
    words = squeezed(body.replace(view.BLANK, ""))
    assert [sheet.replace("…", "") for sheet in sheets(page, "A4", tmp_path)] == [words]
    page.keyboard.press("Shift")
    assert page.locator(".sheet").count() == 0  # the reader has gone on
    whole_on_one_sheet(sheets(page, "A5", tmp_path), SAYING)


def test_a_chat_is_shared_as_its_text(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/metode/hrd/", script=SHARE)
    press(page, "Bagikan teks")
    assert page.evaluate("sent") == [{"text": GUIDE.flow.texts["hrd-chat"].body}]


def test_without_a_script_no_button_shows(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/metode/hrd/", java_script_enabled=False)
    assert page.locator("figure.message").count() >= 3
    assert page.locator("main button:visible").count() == 0


def test_a_copy_shares_the_text_and_prints_the_plan(open_page: Open, copies: Path, tmp_path: Path) -> None:
    """A file on a device has no address to pass on."""
    address = f"{(copies / offline.FULL).as_uri()}#{flow.fragment(SAYING)}"
    page = open_page(address, script=SHARE, errors=True)  # a file's blob: belongs to no origin
    page.wait_for_selector(READY)
    press(page, "Bagikan rencana ini")
    assert page.evaluate("sent[0].text").split("\n") == lines(SAYING)
    whole_on_one_sheet(sheets(page, "A5", tmp_path), SAYING)
    page.goto(f"{(copies / offline.LIGHT).as_uri()}#{flow.fragment(SAYING)}")
    printed = sheets(page, "A5", tmp_path)
    assert len(printed) == 1
    assert squeezed(CARD) in printed[0]


def test_dark_pages_print_in_dark_ink(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/tips/", color_scheme="dark")
    page.evaluate("document.documentElement.dataset.theme = 'dark'")
    ink = "getComputedStyle(document.body).getPropertyValue('--md-typeset-color')"
    shown = page.evaluate(ink)
    page.emulate_media(media="print")
    assert page.evaluate(ink) == "#15211b" != shown


def test_the_line_to_the_maintainers_stands_under_a_plan_of_python_too(
    open_page: Open, server: Server
) -> None:
    """Every plan has its own; what is printed of a plan has none."""
    server.faults = {"*/runtime/*": Fault(hold=True)}
    page = open_page(f"{server.origin}/mulai/#{flow.fragment(SAYING)}")
    reports = reporting.Reports("panduan@contoh.id", "Panduan", date(2026, 11, 24))
    page.evaluate(
        """(lines) => document.querySelectorAll(".plan > .tools").forEach(
            (tools, index) => tools.insertAdjacentHTML("afterend", lines[index]))""",
        [reports.line(plan.id) for plan in walk.FLOW.outcomes.values()],
    )
    server.release()
    page.wait_for_selector(READY)
    line = page.locator("[data-part=step] [data-report]")
    other = next(path for path in PLANS if path[0] != SAYING[0])
    for answers in (SAYING, other):
        go(page, flow.fragment(answers))
        expect(line).to_have_count(1)
        subject = f"subject=Panduan%3A%20{flow.at(walk.FLOW, answers).node.id}&"
        assert subject in (line.locator("a").get_attribute("href") or "")
    page.emulate_media(media="print")
    expect(line).to_be_hidden()
