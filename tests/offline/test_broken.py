"""Copies that were damaged on the way, or that came to a browser too old: the guide stays, the helper says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish import offline
from publish.offline import copy_words
from tests.support import engines, server
from tests.support.drivers import Driver

FAILED = "return document.querySelector('[data-helper]').dataset.state === 'failed'"
STATE = "document.querySelector('[data-helper]').dataset.state"
HERE = b'data-file="'
TOLD = copy_words.MISREAD.partition(">")[2].removesuffix("</span>")
CARRIED = b'<script type="application/octet-stream" '


def payload(raw: bytes) -> tuple[int, int]:
    """Return where the largest payload begins and ends."""
    start = raw.index(b">", raw.index(HERE, raw.index(CARRIED + b'data-file="wasm'))) + 1
    return start, raw.index(b"</script>", start)


def cut(raw: bytes) -> bytes:
    """Lose the end."""
    start, end = payload(raw)
    return raw[: (start + end) // 2]


def cut_before(raw: bytes) -> bytes:
    """Lose all that is carried."""
    return raw[: raw.index(CARRIED)]


def change(raw: bytes) -> bytes:
    """Change one byte of what is carried."""
    start, end = payload(raw)
    at = (start + end) // 2
    other = b"A" if raw[at : at + 1] != b"A" else b"B"
    return raw[:at] + other + raw[at + 1 :]


@pytest.mark.parametrize("damage", [cut, cut_before, change], ids=lambda damage: damage.__name__)
def test_a_damaged_file_shows_the_guide_and_says_so(
    browser: Driver, copies: Path, tmp_path: Path, damage: object
) -> None:
    file = tmp_path / "rusak.html"
    assert callable(damage)
    file.write_bytes(damage((copies / offline.FULL).read_bytes()))
    browser.get(f"{file.as_uri()}#jawab")
    browser.until(FAILED)
    assert browser.texts(".flow h2")
    assert browser.texts('[data-when="failed"]')[0].startswith(" ".join(copy_words.FAILED.split()[:6]))
    browser.js("location.hash = 'hal.metode/jmo'")
    assert len(browser.texts("h1")) == 1


def misread(raw: bytes) -> bytes:
    """Have it read as UTF-8, by the mark that some programs put in front."""
    return b"\xef\xbb\xbf" + raw


def test_a_file_read_as_utf_8_says_how_to_open_it(browser: Driver, copies: Path, tmp_path: Path) -> None:
    """Its bytes are lost then, not damaged: no button that cannot help, and the guide is whole."""
    file = tmp_path / "salah-baca.html"
    file.write_bytes(misread((copies / offline.FULL).read_bytes()))
    browser.get(f"{file.as_uri()}#jawab")
    browser.until(FAILED)
    assert browser.texts('[data-when="failed"]') == [TOLD]
    assert browser.texts(".flow h2")


def test_a_server_that_names_utf_8_is_told_from_damage(copies: Path) -> None:
    browser = engines.launch("chromium")
    with server.serve(copies) as host:
        page = browser.new_page()
        page.goto(f"{host.origin}/{offline.FULL}#jawab")
        page.wait_for_function(f"() => {STATE} === 'failed'")
        assert page.evaluate("document.characterSet") == "UTF-8"
        assert page.locator('[data-when="failed"]').inner_text() == TOLD
        assert page.locator("[data-load]:visible").count() == 0
    browser.close()


@pytest.mark.parametrize("missing", ["WebAssembly", "Worker", "DecompressionStream"])
def test_a_browser_without_what_it_takes_shows_the_guide(copies: Path, missing: str) -> None:
    browser = engines.launch("chromium")
    page = browser.new_page()
    page.add_init_script(f"delete window.{missing}")
    page.goto((copies / offline.FULL).as_uri() + "#jawab")
    page.wait_for_function(f"() => {STATE} === 'failed'")
    assert page.locator('[data-when="unable"]').is_visible()
    page.locator("a.answer:visible").first.click()
    assert page.locator(".flow h2:visible").count() == 1
    browser.close()


def test_without_crypto_the_bytes_are_checked_all_the_same(copies: Path, tmp_path: Path) -> None:
    """Some viewers give a local file no crypto.subtle."""
    file = tmp_path / "rusak.html"
    file.write_bytes(change((copies / offline.FULL).read_bytes()))
    browser = engines.launch("chromium")
    for address, state in (((copies / offline.FULL).as_uri(), "ready"), (file.as_uri(), "failed")):
        page = browser.new_page()
        page.add_init_script("Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined })")
        page.goto(address)
        page.wait_for_function(f"() => {STATE} === '{state}'")
    browser.close()
