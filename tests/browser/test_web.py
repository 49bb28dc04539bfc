"""What the web needs, in a real browser: the guide can be installed, data blocks break no policy, old addresses lead on."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from publish.site import headers, redirects
from publish.site.metadata import icons
from tests.browser.conftest import Open
from tests.browser.test_engines import other  # noqa: F401  (a fixture)
from tests.support.drivers import Driver
from tests.support.server import Fault, Server, serve

FOLDER = "panduan"
OLD = {"bantuan/lama": "mulai", "kartu-rusak": "situasi/kartu-hilang", "awal": ""}
REFUSED = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
TYPES = "return [...document.scripts].filter((s) => s.type === 'application/ld+json').map((s) => JSON.parse(s.text)['@graph'].map((t) => t['@type']).join()).join()"


@pytest.fixture
def folder(site: Path, tmp_path: Path) -> Iterator[Server]:
    """The site in a folder of a server, with some pages that moved."""
    shutil.copytree(site, tmp_path / FOLDER)
    redirects.ship(tmp_path / FOLDER, "https://contoh.example/panduan/", OLD)
    with serve(tmp_path) as server:
        server.faults = {"*.webmanifest": Fault(type=headers.MANIFEST_TYPE)}
        yield server


def ask(page: Page, method: str) -> dict[str, Any]:
    """Return what Chromium answers to a command of its protocol."""
    return dict(page.context.new_cdp_session(page).send(method))


@pytest.mark.parametrize("path", ["", "metode/jmo/"])
def test_the_guide_can_be_installed(open_page: Open, folder: Server, path: str) -> None:
    """Chromium finds nothing against it, from any page, in a folder; it starts where it should and shows our icons."""
    page = open_page(f"{folder.origin}/{FOLDER}/{path}")
    told = ask(page, "Page.getAppManifest")
    assert told["errors"] == []
    assert told["url"] == f"{folder.origin}/{FOLDER}/{icons.MANIFEST}"
    assert told["manifest"]["startUrl"] == told["manifest"]["scope"] == f"{folder.origin}/{FOLDER}/"
    assert json.loads(told["data"])["name"] == "Nomor KPJ"
    assert [one["url"] for one in told["manifest"]["shortcuts"]] == [
        f"{folder.origin}/{FOLDER}/{url}" for _, url in icons.SHORTCUTS
    ]
    # Playwright's windows are private ones, which install nothing, whatever the page.
    against = [one["errorId"] for one in ask(page, "Page.getInstallabilityErrors")["installabilityErrors"]]
    assert [one for one in against if one != "in-incognito"] == []


def test_what_is_wrong_with_a_manifest_is_seen(open_page: Open, folder: Server) -> None:
    """The test above would notice: without its large icons nothing can be installed."""
    file = folder.root / FOLDER / icons.MANIFEST
    file.write_text(file.read_text(encoding="utf-8").replace("x192", "x9").replace("x512", "x9"))
    page = open_page(f"{folder.origin}/{FOLDER}/", errors=True)
    against = ask(page, "Page.getInstallabilityErrors")["installabilityErrors"]
    assert "manifest-missing-suitable-icon" in [one["errorId"] for one in against]


def test_no_picture_for_the_web_is_loaded_with_a_page(open_page: Open, folder: Server) -> None:
    page = open_page(f"{folder.origin}/{FOLDER}/")
    page.wait_for_load_state("networkidle")
    assert [request.target for request in folder.log if request.target.endswith(".png")] == []


@pytest.mark.parametrize("path", ["", "faq/", "metode/hrd/"])
def test_data_blocks_break_no_policy(open_page: Open, common: Server, path: str) -> None:
    page = open_page(f"{common.origin}/{path}", script=REFUSED)
    assert page.evaluate(f"(() => {{ {TYPES} }})()")
    assert page.evaluate("refused") == []


def test_data_blocks_break_no_policy_elsewhere(other: Driver, common: Server) -> None:  # noqa: F811
    """Firefox and WebKitGTK: a script in the head would be refused by now; what reports it is added by hand."""
    for path, kinds in (("", "WebSite"), ("faq/", "BreadcrumbList,FAQPage"), ("metode/hrd/", "BreadcrumbList,HowTo")):  # fmt: skip
        other.get(f"{common.origin}/{path}")
        assert other.js(TYPES) == kinds
        other.js(
            REFUSED + "const again = document.createElement('script'); again.type = 'application/ld+json';"
            "again.text = '{}'; document.head.append(again);"
            "const bad = document.createElement('script'); bad.text = '1'; document.head.append(bad);"
        )
        # The block that is added is not refused; the script beside it, which runs, is: so refusals are heard.
        other.until("return window.refused.length === 1 && window.refused[0].startsWith('script-src')")


@pytest.mark.parametrize("scripts", [True, False])
def test_an_old_address_leads_on(open_page: Open, folder: Server, scripts: bool) -> None:
    """With scripts the answers behind # come along; without, the page itself."""
    site = f"{folder.origin}/{FOLDER}"
    page = open_page(f"{site}/bantuan/lama/#jawab.tidak-ada", java_script_enabled=scripts)
    page.wait_for_url(f"{site}/mulai/{'#jawab.tidak-ada' if scripts else '**'}")
    assert page.locator("h1").count() >= 1
    page.goto(f"{site}/kartu-rusak/")
    page.wait_for_url(f"{site}/situasi/kartu-hilang/**")
    page.goto(f"{site}/awal/")
    page.wait_for_url(f"{site}/")


def test_back_from_a_moved_page_does_not_go_in_circles(open_page: Open, folder: Server) -> None:
    site = f"{folder.origin}/{FOLDER}"
    page = open_page(f"{site}/faq/")
    page.goto(f"{site}/kartu-rusak/")
    page.wait_for_url(f"{site}/situasi/kartu-hilang/**")
    page.go_back()
    page.wait_for_url(f"{site}/faq/")
