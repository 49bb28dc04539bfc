"""Whether the pages name the address under which they stand, and nothing of a maintainer's machine."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from urllib.parse import urljoin, urlsplit

from publish.content import addresses
from publish.site.metadata import icons
from publish.tools.published.finding import Finding, some
from publish.tools.published.versions import CANONICAL
from publish.tools.published.visit import CARD, WEB, Visit

LOCAL = re.compile(r"https?://(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1\])[^\s\"'<>)]*")
PLACE = re.compile(r"<loc>([^<]*)</loc>")


def problems(visit: Visit) -> Iterator[Finding]:
    """Yield which addresses in pages and lists are not those of the site."""
    again = f"Bangun lagi: SITE_URL={visit.address} make build"
    pages = visit.pages()
    old = addresses.moved()
    none, other, cardless = set(), set(), set()
    for path, answer in pages.items():
        match = CANONICAL.search(answer.text)
        to = old.get(path.rstrip("/"), path.rstrip("/"))
        if not match:
            none.add(path)
        elif match[1] != f"{visit.address}{f'{to}/' if to else ''}":
            other.add(f"{path or 'halaman awal'} ({match[1]})")
        card = CARD.search(answer.text)
        if card and getattr(visit.answers.get(card[1].removeprefix(visit.address)), "status", 0) != 200:
            cardless.add(path)
    if none:
        yield Finding(f"Tanpa alamat resmi (canonical): {some(none, 'halaman')}. {again}")
    if other:
        yield Finding(f"Alamat resmi (canonical) bukan alamat ini: {some(other, 'halaman')}. {again}")
    if cardless:
        yield Finding(
            f"Gambar untuk tautan yang dibagikan tidak ada: {some(cardless, 'halaman')}. Unggah juga assets/social/."
        )
    local = {
        path
        for path in (*pages, *visit.copies, *WEB)
        for at in LOCAL.findall(visit.text(path))
        if not at.startswith(visit.address)
    }
    if local:
        yield Finding(f"Menyebut alamat komputer pengelola (127.0.0.1): {some(local)}. {again}")
    yield from lists(visit, again)


def lists(visit: Visit, again: str) -> Iterator[Finding]:
    """Yield what is wrong with what search engines and phones read."""
    listed = PLACE.findall(visit.text("sitemap.xml"))
    addresses_of_pages = {f"{visit.address}{path}" for path in visit.version.pages}
    if not listed or not addresses_of_pages.issuperset(listed):
        yield Finding(f"sitemap.xml tidak ada atau menyebut alamat lain. {again}")
    at_root = urlsplit(visit.address).path == "/"
    if at_root and f"Sitemap: {visit.address}sitemap.xml" not in visit.text("robots.txt"):
        yield Finding(f"robots.txt tidak menyebut {visit.address}sitemap.xml. {again}")
    try:
        start = urljoin(visit.address, json.loads(visit.text(icons.MANIFEST))["start_url"])
    except (ValueError, KeyError):
        start = ""
    if not start.startswith(visit.address):
        yield Finding(
            f"{icons.MANIFEST} tidak ada atau membuka alamat lain, jadi panduan tidak bisa dipasang di HP. {again}"
        )
