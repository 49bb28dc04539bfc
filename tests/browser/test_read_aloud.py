"""Reading aloud: with made-up voices for the cases, and once with a real engine (speech-dispatcher, espeak-ng)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helper import flow
from publish import SCRIPTS
from tests.browser.conftest import PHONE, READY, Open, Watch, until
from tests.support import engines, walk
from tests.support.server import Server

MOST = 3 * 1024
"""Bytes of the script, gzip."""
STUB = """
window.said = []; window.cancelled = 0;
class Utterance { constructor(text) { this.text = text; } }
let voices = VOICES, current = null;
const listeners = [];
Object.defineProperty(window, "SpeechSynthesisUtterance", { value: Utterance });
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => voices,
  speak: (one) => { current = one; said.push({ text: one.text, rate: one.rate, voice: one.voice.name, lang: one.lang }); },
  cancel: () => { cancelled += 1; const old = current; current = null; if (old && old.onerror) setTimeout(() => old.onerror({ error: "interrupted" })); },
  addEventListener: (type, what) => listeners.push(what),
} });
window.finish = () => { const old = current; current = null; old.onend(); };
window.arrive = (more) => { voices = more; for (const one of listeners) one(); };
"""
MARKED = "[...CSS.highlights.get('heard')][0].toString()"
"""The sentence that is marked."""
LOCAL = {"name": "Suara", "lang": "id-ID", "localService": True}
REMOTE = {"name": "Awan", "lang": "id-ID", "localService": False}
MALAY = {"name": "Melayu", "lang": "ms_MY", "localService": True}
ENGLISH = {"name": "English", "lang": "en-US", "localService": True}
OLD = {"name": "Lama", "lang": "in_ID", "localService": True}


def stub(*voices: object) -> str:
    return STUB.replace("VOICES", json.dumps(voices))


def start(page: Page) -> None:
    page.locator("[data-listen]:visible").first.tap()
    expect(page.locator("[data-listen-bar]")).to_be_visible()


def said(page: Page) -> list[str]:
    texts: list[str] = page.evaluate("said.map((one) => one.text)")
    return texts


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        ((ENGLISH, REMOTE), None),
        ((), None),
        ((ENGLISH, MALAY, REMOTE), "Melayu"),
        ((MALAY, LOCAL), "Suara"),
        ((MALAY, OLD), "Lama"),
    ],
    ids=["only from elsewhere", "none", "Malay", "Indonesian before Malay", "the old code"],
)
def test_only_a_voice_of_the_device_is_used(
    open_page: Open, common: Server, voices: tuple[object, ...], chosen: str | None
) -> None:
    page = open_page(f"{common.origin}/metode/hrd/", script=stub(*voices))
    if chosen is None:
        page.wait_for_load_state("networkidle")
        assert page.locator("[data-listen]:visible").count() == 0
        return
    start(page)
    assert page.evaluate("said[0].voice") == chosen


def test_a_page_is_read_sentence_by_sentence_and_marked(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/panduan/kenali-nomor/", script=stub(LOCAL))
    start(page)
    expect(page.locator("[data-listen-pause]")).to_be_focused()
    marked: list[str] = []
    while page.locator("[data-listen-bar]").is_visible():
        shown = page.evaluate("[...[...CSS.highlights.get('heard')][0].getClientRects()].length")
        assert shown > 0
        assert page.locator("[data-heard]").count() == 1
        marked.append(page.evaluate(MARKED))
        page.evaluate("finish()")
    texts = said(page)
    assert texts[0] == "Kenali nomor K P J"
    assert len(texts) == len(marked) > 40
    whole = " ".join(" ".join(marked).split())
    assert "Hitung saja: nomor KPJ terdiri dari 11 angka." in whole
    assert "Sumber dan tanggal periksa" not in whole
    assert page.locator("[data-heard]").count() == 0
    expect(page.locator("[data-listen]").first).to_be_focused()


def test_figures_and_abbreviations_are_said_as_people_say_them(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/metode/hrd/", script=stub(LOCAL))
    page.evaluate(
        "document.querySelector('h1').nextElementSibling.textContent = "
        "'NIK 3101991708450001 dan KPJ ada di JMO. Hubungi 175, PIN rahasia. Batasnya Rp15 juta ……'"
    )
    start(page)
    for _ in range(3):
        page.evaluate("finish()")
    assert said(page)[1:4] == [
        "nik 3 1 0 1 9 9 1 7 0 8 4 5 0 0 0 1 dan K P J ada di J M O.",
        "Hubungi 175, pin rahasia.",
        "Batasnya 15 juta rupiah ,",
    ]


def test_pause_goes_on_where_it_was_and_slower_is_slower(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/metode/hrd/", script=stub(LOCAL))
    start(page)
    page.evaluate("finish()")
    page.get_by_role("button", name="Jeda").tap()
    page.wait_for_timeout(50)  # the interruption's own event must not go on
    assert len(said(page)) == 2
    page.get_by_role("button", name="Lanjut").tap()
    assert said(page)[2] == said(page)[1]
    page.get_by_role("button", name="Lebih pelan").tap()
    page.wait_for_timeout(50)
    assert page.evaluate("said[3]") == {**page.evaluate("said[2]"), "rate": 0.7}
    page.get_by_role("button", name="Berhenti").tap()
    expect(page.locator("[data-listen-bar]")).to_be_hidden()
    assert len(said(page)) == 4
    assert page.locator("[data-heard]").count() == 0


LEAVING = {
    "Escape": "document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))",
    "the page is hidden": "Object.defineProperty(document, 'hidden', { value: true }); document.dispatchEvent(new Event('visibilitychange'))",
    "the reader leaves": "dispatchEvent(new PageTransitionEvent('pagehide'))",
    "focus moves on": "document.querySelector('article a').focus()",
    "another place": "location.hash = 'langkah'",
    "the voice goes": "arrive([])",
}


@pytest.mark.parametrize("how", LEAVING.values(), ids=LEAVING)
def test_reading_stops_when(open_page: Open, common: Server, how: str) -> None:
    page = open_page(f"{common.origin}/metode/hrd/", script=stub(LOCAL))
    start(page)
    before = page.evaluate("cancelled")
    page.evaluate(how)
    expect(page.locator("[data-listen-bar]")).to_be_hidden()
    page.wait_for_timeout(50)
    assert page.evaluate("cancelled") > before
    assert len(said(page)) == 1


@pytest.mark.parametrize(
    ("python", "late"), [(True, True), (True, False), (False, False)], ids=["late", "early", "no Python"]
)
def test_every_question_and_plan_has_its_own_button(
    open_page: Open, common: Server, python: bool, late: bool
) -> None:
    script = stub(*(() if late else (LOCAL,))) + ("" if python else "delete window.Worker;")
    page = open_page(f"{common.origin}/mulai/", script=script)
    if python:
        page.wait_for_selector(READY)
    if late:
        page.evaluate(f"arrive([{json.dumps(LOCAL)}])")  # late, as in Chrome
    for answers in ((), walk.PLANS[0]):
        page.evaluate("(to) => { location.hash = to; }", flow.fragment(answers))
        until(
            page,
            f"[...document.querySelectorAll('[data-helper] .flow h2')].some((e) => e.getClientRects().length && e.innerText.trim() === {json.dumps(walk.heading(answers))})",
            30,
        )
        button = page.locator(".flow [data-listen]:visible")
        expect(button).to_have_count(1)
        page.evaluate("said.length = 0")
        for width in (360, 1366):
            page.set_viewport_size({"width": width, "height": 768})
            assert page.evaluate(BESIDE), (answers, width)
        button.tap()
        heading = page.evaluate(MARKED)
        assert " ".join(heading.split()) in walk.heading(answers)
        page.keyboard.press("Escape")


BESIDE = """() => {
  const shown = (e) => e.getClientRects().length > 0, box = (e) => e.getBoundingClientRect();
  const button = [...document.querySelectorAll(".flow [data-listen]")].find(shown);
  const words = document.createRange();
  words.selectNodeContents([...document.querySelectorAll("[data-helper] .flow h2")].find(shown));
  words.setEndBefore(button);
  button.scrollIntoView({ block: "center" });
  const { width, top, bottom, left } = box(button), seen = document.elementFromPoint(left + width / 2, (top + bottom) / 2);
  return button.contains(seen) && width < 60 && bottom > box(words).top - 10 && top < box(words).bottom && left >= box(words).right;
}"""
"""Whether the button of a step stands beside its heading, as small as it is, over none of its words and under nothing."""


def test_a_late_voice_moves_nothing(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/metode/hrd/", script=stub())
    places = "[...document.querySelectorAll('article h1, article p, article li')].map((e) => JSON.stringify(e.getBoundingClientRect()))"
    before = page.evaluate(places)
    page.evaluate(f"arrive([{json.dumps(LOCAL)}])")
    expect(page.locator("[data-listen]:visible")).to_have_count(1)
    assert page.evaluate(places) == before


def test_without_scripts_there_is_no_button(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/metode/hrd/", java_script_enabled=False)
    assert page.locator("[data-listen]:visible, [data-listen-bar]:visible").count() == 0


def test_the_script_is_small() -> None:
    script = SCRIPTS / "read-aloud.js"
    assert len(gzip.compress(script.read_bytes(), 9)) <= MOST


DISPATCHER = """
AudioOutputMethod "alsa"
AudioALSADevice "null"
DefaultModule espeak-ng
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
Timeout 5
"""
"""Sound that goes nowhere: a machine without a loudspeaker speaks too."""


@pytest.fixture
def speaking(tmp_path: Path) -> Iterator[Page]:
    """A page in a Chromium that speaks through a speech-dispatcher of its own, which ends some seconds after it."""
    folder = tmp_path / "speech-dispatcher"
    folder.mkdir()
    (folder / "speechd.conf").write_text(DISPATCHER)
    own = {name: str(tmp_path) for name in ("XDG_CONFIG_HOME", "XDG_RUNTIME_DIR", "XDG_CACHE_HOME")}
    browser = engines.launch("chromium", "--enable-speech-dispatcher", **own)
    yield browser.new_context(**PHONE).new_page()
    browser.close()


def test_a_real_voice_of_the_device_reads(speaking: Page, common: Server) -> None:
    watch = Watch(speaking.context, common.origin)
    speaking.goto(f"{common.origin}/metode/hrd/")
    until(speaking, "speechSynthesis.getVoices().length > 0", 30)
    button = speaking.locator("[data-listen]:visible")
    expect(button).to_have_count(1)
    button.tap()
    until(speaking, "speechSynthesis.speaking", 30)
    first = speaking.evaluate(MARKED)
    until(speaking, f"{MARKED} !== {json.dumps(first)}", 30)
    speaking.get_by_role("button", name="Berhenti").tap()
    until(speaking, "!speechSynthesis.speaking", 30)
    assert watch.errors == []
