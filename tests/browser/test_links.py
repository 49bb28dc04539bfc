"""Links as people really pass them on and press them: with a sign behind, twice at once, from inside a plan."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from helper import flow
from tests.browser.conftest import READY, Open
from tests.browser.test_card import SAYING, SHARE, press
from tests.browser.test_loading import SAVING
from tests.support import walk
from tests.support.server import Server

PLAN = ("tidak-ada", "tutup", "ya")
ADDRESS = flow.fragment(PLAN)
TAILS = (
    *(".", ",", ")", ").", "]", "}", ">", ";", ":", "!", "?", "'", '"', "”", "*", "_", "…", "-"),
    *("&fbclid=x.1", "?utm_source=wa", "%20", "%29", "%252E", "%E2%80%9D"),
)
"""What chat programs and people leave behind a link."""


@pytest.mark.parametrize("layer", ["python", "first layer"])
def test_a_sign_behind_a_link_does_no_harm(open_page: Open, common: Server, layer: str) -> None:
    script = "" if layer == "python" else SAVING
    page = open_page(f"{common.origin}/mulai/#jawab", script=script)
    if layer == "python":
        page.wait_for_selector(READY)
    for tail in TAILS:
        page.evaluate("(to) => { location.hash = to; }", f"lain{tail}")
        page.evaluate("(to) => { location.hash = to; }", ADDRESS + tail)
        expect(page.locator(".flow h2").locator("visible=true")).to_have_text(walk.heading(PLAN))
        assert page.locator(".notice").locator("visible=true").count() == 0, tail
        assert page.evaluate("location.hash") == f"#{ADDRESS}", tail
    page.goto("about:blank")
    page.goto(f"{common.origin}/mulai/#{ADDRESS}).")
    expect(page.locator(".flow h2").locator("visible=true")).to_have_text(walk.heading(PLAN))


def test_the_commonest_signs_do_no_harm_without_scripts(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/mulai/", java_script_enabled=False)
    for sign in ".,)":
        page.goto("about:blank")
        page.goto(f"{common.origin}/mulai/#{ADDRESS}{sign}")
        walk.check(page, PLAN)


def test_a_fragment_that_became_a_part_of_the_path_is_found(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/mulai/%23{ADDRESS}", script=SAVING, errors=True)
    expect(page).to_have_url(f"{common.origin}/mulai/#{ADDRESS}")


def test_an_old_address_leads_on_with_its_answers(open_page: Open, common: Server) -> None:
    """The helper's page was once called otherwise, and plans were shared from there."""
    page = open_page(f"{common.origin}/pembantu/#{ADDRESS}", script=SAVING)
    expect(page).to_have_url(f"{common.origin}/mulai/#{ADDRESS}")
    assert walk.look(page).headings == [walk.heading(PLAN)]


def twice(page: Page, selector: str, wait: int) -> None:
    """Press the mouse twice at one place, as a hand does that is used to double clicks."""
    answer = page.locator(selector).locator("visible=true").first
    answer.scroll_into_view_if_needed()
    box = answer.bounding_box()
    assert box
    at = (box["x"] + 20, box["y"] + box["height"] / 2)
    page.mouse.move(*at)
    for count in (1, 2):
        page.mouse.down(click_count=count)
        page.mouse.up(click_count=count)
        page.wait_for_timeout(wait)


@pytest.mark.parametrize("wait", [30, 150, 300])
@pytest.mark.parametrize("layer", ["python", "first layer"])
def test_a_double_click_answers_one_question(open_page: Open, common: Server, layer: str, wait: int) -> None:
    page = open_page(f"{common.origin}/mulai/#jawab", script="" if layer == "python" else SAVING)
    if layer == "python":
        page.wait_for_selector(READY)
    twice(page, "a.answer[href='#jawab.tidak-ada']", wait)
    page.wait_for_timeout(300)
    assert page.evaluate("location.hash") == "#jawab.tidak-ada"
    assert walk.look(page).headings == [walk.heading(("tidak-ada",))]


@pytest.mark.parametrize("layer", ["python", "first layer"])
def test_a_link_inside_the_page_keeps_the_plan(open_page: Open, common: Server, layer: str) -> None:
    """From a plan to the NIK field and to the content: the plan stays, is shared, and is there after a reload."""
    script = SHARE if layer == "python" else SHARE + SAVING
    page = open_page(f"{common.origin}/mulai/?fbclid=abc#{ADDRESS}", script=script)
    if layer == "python":
        page.wait_for_selector(READY)
    page.locator(".nik-first a").locator("visible=true").click()
    expect(page.locator("#cek-nik")).to_be_focused()
    expect(page.locator("#cek-nik")).to_be_in_viewport(ratio=0.3)
    page.locator(".md-skip").evaluate("(link) => link.click()")
    assert page.evaluate("location.hash") == f"#{ADDRESS}"
    assert walk.look(page).headings == [walk.heading(PLAN)]
    press(page, "Bagikan rencana ini")
    assert page.evaluate("sent[0].text").endswith(f"\n{common.origin}/mulai/#{ADDRESS}")


def test_a_second_tap_while_sharing_does_nothing(open_page: Open, common: Server) -> None:
    script = (
        "window.sent = []; navigator.share = (data) => { sent.push(data); return new Promise(() => {}); };"
        "window.written = 0; if (navigator.clipboard) navigator.clipboard.writeText = async () => { written++; };"
    )
    page = open_page(f"{common.origin}/mulai/#{ADDRESS}", script=SAVING + script)
    for _ in range(3):
        press(page, "Bagikan rencana ini")
    assert page.evaluate("[sent.length, written]") == [1, 0]


@pytest.mark.parametrize("kind", ["missing", "silent", "early", "never"])
def test_print_where_browsers_print_badly(open_page: Open, common: Server, kind: str) -> None:
    """No `print` at all; one that does nothing; `afterprint` at once; `afterprint` never."""
    begins = "dispatchEvent(new Event('beforeprint'));"
    print_ = {
        "missing": "delete window.print; window.print = undefined;",
        "silent": "window.print = () => {};",
        "early": f"window.print = () => {{ {begins} dispatchEvent(new Event('afterprint')); printed.push(document.querySelectorAll('.sheet').length); }};",
        "never": f"window.print = () => {{ {begins} printed.push(document.querySelectorAll('.sheet').length); }};",
    }[kind]
    page = open_page(
        f"{common.origin}/mulai/#{flow.fragment(SAYING)}",
        script=f"{SAVING}; window.printed = []; {print_}",
    )
    letters = page.get_by_role("button", name="Cetak teks").locator("visible=true")
    if kind == "missing":
        assert letters.count() == 0
        assert page.get_by_role("button", name="Cetak rencana ini").locator("visible=true").count() == 0
        return
    letters.first.click()
    letters.first.click()
    if kind == "silent":
        expect(page.locator("[data-tool-words]")).to_contain_text("menu browser")
    assert page.locator(".sheet").count() == 1
    press(page, "Cetak rencana ini")
    assert page.locator(".sheet").count() == 0
    if kind != "silent":
        assert page.evaluate("printed") == [1, 1, 0]
