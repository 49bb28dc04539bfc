"""What only paper shows of a page: the addresses behind its links, and a square code that leads back to it."""

from __future__ import annotations

import re
from urllib.parse import urljoin

import segno

from helper import view

ARTICLE = re.compile(r"(<article\b[^>]*>)(.*)(</article>)", re.DOTALL)
LINK = re.compile(r'(<a href="([^"]*)"[^>]*)(>(.*?)</a>)', re.DOTALL)
SCHEME = re.compile(r"^https?://")
TAG = re.compile(r"<[^>]*>")
KEPT = "<p data-kept"
"""What stands at the foot of a page, and the code before it."""
CARD = re.compile(r'(<p class="card"[^>]*>.*?)(</p>)', re.DOTALL)
"""What stands on a printed plan instead of the foot, and the code at its end."""


def complete(html: str, url: str, site: str) -> str:
    """Return a built page that can be printed; `url` is its address from the root of `site`, which may be "".

    Plans have one sheet, so no addresses in their text.
    """

    def article(match: re.Match[str]) -> str:
        start, inside, end = match.groups()
        code = square(site + url) if site else ""
        inside, plans = CARD.subn(rf"\1{code}\2", inside)
        if not plans:
            foot = f"<p data-paper>{code} Halaman ini: {view.escape(site + url)}</p>" if site else ""
            inside = LINK.sub(lambda link: addressed(link, site and site + url), inside)
            inside = inside.replace(KEPT, foot + KEPT, 1)
        return start + inside + end

    return ARTICLE.sub(article, html)


def addressed(link: re.Match[str], here: str) -> str:
    """Return a link with what paper shows behind it: an empty mark where its words are the address already.

    A link to another site needs none: it has its address. One inside the site needs that of the page, `here`.
    """
    start, href, rest, words = link.groups()
    if href.startswith("http"):
        shown = TAG.sub("", words).strip() in href
        return f"{start} data-at{rest}" if shown and "data-at" not in start else link[0]
    if not here or ":" in href or href.startswith("#"):
        return link[0]
    return f'{start} data-at="{view.escape(SCHEME.sub("", urljoin(here, href)))}"{rest}'


def square(address: str) -> str:
    """Return the code of an address as a small picture in itself, a point for each of its squares."""
    code = segno.make(address, error="l", micro=False)
    size = code.symbol_size(border=0)[0]
    return f'<img data-code width="{size}" height="{size}" alt="" src="{code.png_data_uri(border=0)}">'
