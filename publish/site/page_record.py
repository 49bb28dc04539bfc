"""What a page is, as data: the build writes it down once; theme, metadata, cards and copies read it, and parse no page."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from markupsafe import Markup

from publish.site.metadata import cards

HOME = "index"
LONGEST_TITLE = 60
"""Letters that search engines show of a title."""
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
SCRIPT = re.compile(r"<script\b[^>]*>.*?</script>", re.DOTALL)


class PageRecord(NamedTuple):
    """A page; all texts are plain, but for `article`, its HTML without the theme around it."""

    url: str
    """From the site's root: `metode/jmo/`, and nothing for home."""
    label: str
    """What the menu calls it: the first page of a part has the part's name."""
    heading: str
    """Its own, or the longer one of its front matter (`web_title`)."""
    site_name: str
    description: str
    trail: tuple[tuple[str, str], ...]
    """The way to it by the menu, (name, address) each: home first, itself last."""
    article: str

    @property
    def slug(self) -> str:
        """Its name among the Markdown files: `metode/jmo`, and `index` for home."""
        return self.url.strip("/") or HOME

    @property
    def title(self) -> str:
        """What stands in `<title>`: the heading, with the guide's name where both fit."""
        whole = f"{self.heading} - {self.site_name}"
        return whole if len(whole) <= LONGEST_TITLE else self.heading

    @property
    def depth(self) -> int:
        """How far it is indented in a list of all pages: 0, or 1 below the first page of its part."""
        return min(1, self.url.count("/", 0, -1))

    @property
    def card(self) -> str:
        """Where its card is, from the root."""
        return cards.path(self.url)

    @property
    def content(self) -> str:
        """The article without comments and scripts: what a copy shows."""
        return SCRIPT.sub("", COMMENT.sub("", self.article)).strip()


def trail(page: Any, config: Any) -> tuple[tuple[str, str], ...]:
    """Return the way to a page of MkDocs by the menu: home, the first page of its part, itself."""
    parts = [(part.title, part.children[0].canonical_url) for part in reversed(page.ancestors)]
    way = [(config.site_name, config.site_url), *parts, (page.title, page.canonical_url)]
    return tuple((name, url) for at, (name, url) in enumerate(way) if url not in [one for _, one in way[:at]])


def of(page: Any, config: Any, article: str) -> PageRecord:
    """Return the record of a page of MkDocs, once its Markdown is HTML."""
    toc = page.toc.items
    part = page.ancestors[0] if page.ancestors else None
    heading = page.meta.get("web_title") or (toc[0].title if toc else page.title)
    return PageRecord(
        page.url,
        part.title if part and part.children[0] is page else page.title,
        str(Markup(heading).striptags()),
        config.site_name,
        page.meta.get("description", ""),
        trail(page, config),
        article,
    )
