"""How the web knows the guide: cards for shared links, icons, a manifest, data for search engines, old addresses.

All of it is for the site only: no copy of the guide carries it, and the service worker does not keep it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from publish.content import addresses
from publish.site import redirects
from publish.site.metadata import cards, icons, open_search
from publish.site.metadata.json_ld import describe

__all__ = ["FILES", "HEAD", "describe", "ship", "strip"]

FILES = r"_redirects|robots\.txt|opensearch\.xml|manifest\.webmanifest|assets/social/.*|assets/icons/.*\.png"
"""Pattern of the files that only the web needs, by address from the root."""
SITEMAP = "sitemap.xml"
HEAD = re.compile(
    r'\s*<(?:meta (?:property="og:|name="twitter:)|link rel="(?:manifest|search|apple-touch-icon)")[^>]*>'
    r'|<script type="application/ld\+json">.*?</script>',
    re.DOTALL,
)
"""What stands in the head of a page for the web only."""


def strip(html: str) -> str:
    """Return a page without what is for the web only."""
    return HEAD.sub("", html)


def robots(address: str) -> str:
    """Return `robots.txt`: all may be read. The copies say themselves that they are not to be listed: that must be read too,
    and nobody reads this file where the site is a folder of its host."""
    listed = f"\nSitemap: {address}{SITEMAP}\n" if address else ""
    return f"User-agent: *\nAllow: {urlsplit(address).path or '/'}\n{listed}"


def ship(site: Path, address: str, name: str, description: str, headings: Mapping[str, str]) -> None:
    """Write all of it into a built site that is meant for this address ("" when it has none).

    `headings` are those of the cards to draw, by where each is; none under `make serve`.
    """
    icons.ship(site, name, description)
    if address:
        cards.ship(site, headings)
        open_search.ship(site, address, name, description)
    redirects.ship(site, address, addresses.moved())
    if not address:
        for path in site.glob(f"{SITEMAP}*"):
            path.unlink()
    (site / "robots.txt").write_text(robots(address), encoding="utf-8")
