"""The first visit: what the home page really asks for, and how much that is."""

from __future__ import annotations

import gzip
import urllib.parse
from pathlib import Path

from publish import offline
from tests.browser.conftest import Open
from tests.support import walk
from tests.support.server import Server

MOST = 75_000
"""Bytes, gzip, of HTML, CSS and JavaScript together (issue: 75 KB)."""
COUNTED = (".html", ".css", ".js")


def file_of(root: Path, target: str) -> Path:
    """Return the file that answers a request."""
    path = root / urllib.parse.urlsplit(target).path.lstrip("/")
    return path / "index.html" if path.is_dir() else path


def weigh(root: Path, targets: list[str]) -> dict[str, int]:
    """Return bytes after gzip by target."""
    return {
        target: len(gzip.compress(file_of(root, target).read_bytes(), 9)) for target in dict.fromkeys(targets)
    }


def test_the_home_page_is_light(open_page: Open, server: Server) -> None:
    page = open_page(f"{server.origin}/")
    page.wait_for_load_state("networkidle")
    sizes = weigh(server.root, [request.target for request in server.log])
    counted = {
        target: size for target, size in sizes.items() if file_of(server.root, target).suffix in COUNTED
    }
    assert 0 < sum(counted.values()) <= MOST, counted
    assert not [target for target in sizes if "/assets/runtime/" in target]


def test_the_home_page_asks_and_leads_on(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/")
    first = walk.FLOW.questions[walk.FLOW.start].answers[0].id
    answer = page.locator("a.answer").first
    box = answer.bounding_box()
    assert box
    assert box["y"] + box["height"] <= 640
    answer.tap()
    page.wait_for_url(f"{common.origin}/mulai/#jawab.{first}")
    assert walk.look(page).headings == [walk.heading((first,))]


def test_a_page_that_does_not_exist_leads_home(open_page: Open, common: Server) -> None:
    page = open_page(f"{common.origin}/metode/tidak-ada/", errors=True)
    page.get_by_role("link", name="Nomor KPJ").first.tap()
    page.wait_for_url(f"{common.origin}/")


def test_every_first_answer_has_its_picture(open_page: Open, common: Server, copies: Path) -> None:
    """A drawing of its own each, on the site and in the copy; an attribute without a drawing would show none."""
    names = [answer.picture for answer in walk.FLOW.questions[walk.FLOW.start].answers]
    for address in (f"{common.origin}/", f"{common.origin}/mulai/", (copies / offline.FULL).as_uri()):
        page = open_page(address, errors=True)
        shown = page.evaluate(
            "[...document.querySelectorAll('.answer')].filter((e) => e.getClientRects().length)"
            ".map((e) => [e.dataset.picture, getComputedStyle(e, '::before').webkitMaskImage])"
        )
        assert [name for name, _ in shown] == names and all(names)
        drawings = {drawing for _, drawing in shown}
        assert len(drawings) == len(names) and all("data:image/svg+xml" in one for one in drawings)
