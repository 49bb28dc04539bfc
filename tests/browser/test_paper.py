"""Every page on paper: the addresses behind its links, its dates, and a square code that leads back to it."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from helper import flow
from publish.site import helper_page, paper
from tests.browser.conftest import Open
from tests.support import walk
from tests.support.server import Server

SITE = "https://nomor-kpj.example/"
SLUGS = (
    "",
    "situasi/belum-punya-akun-jmo/",
    "faq/",
    "metode/jmo/",
    "panduan/bandingkan-cara/",
    "sumber/",
    "unduh/",
)
"""The home page, the longest address, questions, steps, tables, the most addresses, files."""
EDGE = 28.3 - 1
"""Points of a margin of 10 mm, but for rounding."""
CARD = re.compile(r'<p class="card">.*?</p>')
LEAST = 9.2
"""Points of the height of small type; a browser makes all of a page smaller when something on it is too wide."""
WORD = re.compile(r'<word xMin="[\d.]+" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')
WIDTH = re.compile(r'<page width="([\d.]+)"')
LINKS = """(site) => [...document.querySelectorAll("article a[href]:not(.answer)")]
  .filter((link) => link.getClientRects().length)
  .map((link) => [link.getAttribute("href"), link.href.replace(`${location.origin}/`, site)])
  .filter(([href]) => !/^(#|tel:|mailto:)/.test(href))
  .map(([href, whole]) => /^http/.test(href) ? href : whole.replace("https://", ""))"""


def squeezed(text: str) -> str:
    """Return a text without spaces, and without hyphens: pdftotext takes those at the end of a line away."""
    return "".join(text.split()).replace("-", "")


def as_published(page: Page, server: Server) -> None:
    """Let a browser get each page as it is on a site that has an address of its own."""

    def answer(route: Route) -> None:
        url = route.request.url.removeprefix(f"{server.origin}/")
        html = (server.root / url / "index.html").read_text(encoding="utf-8")
        html = CARD.sub(helper_page.card(walk.GUIDE, SITE), html)
        route.fulfill(body=paper.complete(html, url, SITE), content_type="text/html; charset=utf-8")

    page.route(re.compile(rf"^{server.origin}/([\w/-]+/)?$"), answer)


def run(*command: Any) -> str:
    """Return what a command prints."""
    done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=True, timeout=20)
    return done.stdout


def code(pdf: Path, sheet: int) -> str:
    """Return the address in the square code on a sheet, read from a picture of it."""
    run("pdftoppm", "-r", 200, "-f", sheet, "-l", sheet, "-singlefile", "-png", pdf, pdf.with_suffix(""))
    return run("zbarimg", "--nodbus", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", pdf.with_suffix(".png"))


def test_a_page_prints_whole_with_addresses_and_dates(
    open_page: Open, common: Server, tmp_path: Path
) -> None:
    page = open_page(f"{common.origin}/tips/", java_script_enabled=False)
    as_published(page, common)
    page.emulate_media(media="print")
    pdf, told = tmp_path / "page.pdf", 0
    for slug in SLUGS:
        page.goto(f"{common.origin}/{slug}")
        page.pdf(path=pdf, format="A5")
        boxes = run("pdftotext", "-bbox", pdf, "-")
        right = float(WIDTH.findall(boxes)[0]) - EDGE
        words = WORD.findall(boxes)
        assert [word for _, edge, _, word in words if float(edge) > right] == [], slug
        small = [float(end) - float(top) for top, _, end, word in words if word == "Diperiksa"]
        assert min(small) > LEAST, slug
        sheets = run("pdftotext", "-raw", pdf, "-").split("\f")
        text = squeezed("".join(sheets))
        addresses = page.evaluate(LINKS, SITE)
        missing = [one for one in addresses if squeezed(one) not in text]
        assert [one for one in missing if not own_words(page, one)] == [], slug
        told += len(addresses) - len(missing)
        dates = page.locator(".page-foot time").all_inner_texts()
        assert len(dates) == 2 and all(squeezed(date) in text for date in dates), slug
        (at,) = [
            at
            for at, sheet in enumerate(sheets, 1)
            if squeezed(f"Halaman ini: {SITE}{slug}") in squeezed(sheet)
        ]
        if slug in SLUGS[:2]:
            assert code(pdf, at) == f"{SITE}{slug}\n"
    assert told > 100


def own_words(page: Page, address: str) -> bool:
    """Return whether the words of a link to another site are its address already."""
    links = page.locator(f'a[href="{address}"]').all()
    return bool(links) and all(squeezed(link.inner_text()) in squeezed(address) for link in links)


def test_a_plan_leads_back_to_the_site(open_page: Open, common: Server, tmp_path: Path) -> None:
    page = open_page(f"{common.origin}/tips/", java_script_enabled=False)
    as_published(page, common)
    plan = next(path for path in walk.ONE_EACH if isinstance(flow.at(walk.FLOW, path).node, flow.Outcome))
    page.goto(f"{common.origin}/mulai/#{flow.fragment(plan)}")
    pdf = tmp_path / "plan.pdf"
    page.pdf(path=pdf, format="A5")
    assert code(pdf, 1) == f"{SITE}mulai/\n"
