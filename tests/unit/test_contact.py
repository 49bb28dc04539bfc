"""The contact block: all that a caller needs, from the facts, on every page that sends a reader to the telephone."""

from __future__ import annotations

import re
from html import unescape

import pytest

from helper import data, facts
from publish.content import clock, contact_block, markers, reading
from publish.content.page_source import Page
from publish.offline import light_file
from tests import ROOT

KNOWN = reading.read(ROOT, clock.today())
GUIDE = data.guide()
NEEDED = {"call-center", "jam-call-center", "biaya-call-center", "data-call-center", "jawaban-175"}
SENDS = re.compile(r"\{\{ call-center \}\}|\b[Tt]elepon(?:lah)?\b[^.]*\bpusat layanan\b", re.DOTALL)
"""Words that send a reader to the telephone."""
PAGES = [
    page
    for page in KNOWN.pages.values()
    if page.slug.startswith(("metode/", "situasi/")) and SENDS.search("\n".join(page.lines))
]


def test_the_telephone_says_all_that_a_caller_needs() -> None:
    """Number to tap, hours with their zone, cost, what to have ready and ask, what then; all from the facts."""
    shown = contact_block.block(GUIDE, "telepon")
    said = unescape(re.sub(r"<[^>]*>", " ", shown))
    quoted = set(markers.quoted(contact_block.words(GUIDE, "telepon")))
    assert quoted >= NEEDED
    assert all(facts.value(GUIDE.facts, name) in said for name in quoted)
    assert f'href="{facts.address(GUIDE.facts["call-center"])}"' in shown
    assert all(word in said for word in ("WIB", "pulsa", "nomor laporan"))
    assert f'id="{contact_block.ANCHOR}"' in shown and "data-search-exclude" in shown and "{{" not in shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_who_is_sent_to_the_telephone_finds_the_block(page: Page) -> None:
    """Once on the page itself, or one link away where the page only names the telephone among others."""
    blocks = sum(f"{{{{ {contact_block.KIND}:" in line for line in page.lines)
    linked = f"#{contact_block.ANCHOR}" in "\n".join(page.lines) or "call-center.md" in "\n".join(page.lines)
    assert blocks == 1 or (page.slug.startswith("metode/") and not blocks and linked)


def test_the_light_copy_says_it_once() -> None:
    """Elsewhere a link leads there, under the anchor that stood there; another contact is another matter."""
    block, other = (contact_block.block(GUIDE, name) for name in ("telepon", "luar-negeri"))
    slugs = ("situasi/a", "metode/call-center", "situasi/b")
    pages = (f"<p>{slug}</p>{block.replace('id="', f'id="{slug}:', 1)}" for slug in slugs)
    made = light_file.contacts("".join(pages) + other.replace('id="', 'id="situasi/pmi:', 1))
    assert made.count("<dl>") == 2
    assert made.count('href="#metode/call-center:menelepon"') == 2
    assert all(f'id="{slug}:menelepon"' in made for slug in (*slugs, "situasi/pmi"))
    assert light_file.contacts("<p>a</p>") == "<p>a</p>"
