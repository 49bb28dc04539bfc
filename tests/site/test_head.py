"""The policy in the head of every page: strict, and by hash for the inline scripts that are really there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publish.site import csp
from tests.site.test_site import PAGES

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
SCRIPT = re.compile(
    r"<script(?![^>]*\b(?:src=|type=\"application/ld\+json\"))[^>]*>(.*?)</script>", re.DOTALL
)
"""What runs: not a data block."""


def rules(html: str) -> dict[str, set[str]]:
    """Return the policy of a page by directive."""
    found = POLICY.findall(html)
    assert len(found) == 1
    return {rule.split()[0]: set(rule.split()[1:]) for rule in found[0].split(";")}


@pytest.mark.parametrize("name", [*PAGES, "404.html"])
def test_every_page_has_a_strict_policy_before_anything_else(site: Path, name: str) -> None:
    html = (site / name).read_text(encoding="utf-8")
    found = rules(html)
    scripts = set(map(csp.seal, SCRIPT.findall(html)))
    assert found["default-src"] == {"'none'"}
    assert found["script-src"] == {"'self'", "'wasm-unsafe-eval'", *scripts}
    assert found["connect-src"] == found["style-src"] == {"'self'"}
    assert found["base-uri"] == found["form-action"] == {"'none'"}
    assert html.index("Content-Security-Policy") < min(html.index("<script"), html.index("<link"))
    assert not [
        source for sources in found.values() for source in sources if "http" in source or "*" in source
    ]
    assert not re.search(r"<[a-z][^>]*\s(on[a-z]+|style)=", html)


def test_the_labels_that_open_a_part_of_the_menu_have_words() -> None:
    """The theme leaves them empty; a copy completes a page twice."""
    html = (
        '<label class="md-nav__link " for="__nav_3" id="__nav_3_label" tabindex="0">\n <span class="md-nav__icon md-icon"></span></label>'
        '<nav class="md-nav" aria-labelledby="__nav_3_label"><label class="md-nav__title" for="__nav_3">'
        '<span class="md-nav__icon md-icon"></span>\n Cara\n</label></nav>'
    )
    named = csp.name_sections(html)
    assert '<span class="sr">Isi bagian Cara</span>' in named
    assert 'aria-labelledby="__nav_3_title"' in named
    assert csp.name_sections(named) == named


def test_icons_are_silent_and_pictures_are_not(site: Path) -> None:
    html = (site / "panduan/kenali-nomor/index.html").read_text(encoding="utf-8")
    assert not re.search(r'<svg xmlns="[^"]*" viewBox', html)
    assert re.search(r'<svg[^>]*class="gambar"[^>]*role="img"', html) or re.search(
        r'<svg[^>]*role="img"[^>]*class="gambar"', html
    )
    assert csp.hide_icons(html) == html
