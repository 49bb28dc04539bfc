"""What search engines are told of a page, as schema.org's JSON-LD: made of what the page shows, so it never differs.

A `<script>` of this type is a data block: no browser runs it, and the page's policy is not about it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from publish.site import search

if TYPE_CHECKING:  # it asks metadata where a card is
    from publish.site.page_record import PageRecord

CONTEXT = "https://schema.org"
STEPS = re.compile(r'<h2 id="langkah">(?:(?!<h2\b).)*?<ol>(.*?)</ol>', re.DOTALL)
STEP = re.compile(r"<li>(.*?)</li>", re.DOTALL)
FAQ, METHODS = "faq/", "metode/"


def describe(html: str, page: PageRecord, about: str) -> str:
    """Return a page's HTML with its data block, at the end of its head; `about` is what the guide says of itself.

    A build without an address gets none: it would have to name addresses.
    """
    if not page.trail[0][1]:
        return html
    nodes = list(graph(page, about))
    text = json.dumps({"@context": CONTEXT, "@graph": nodes}, ensure_ascii=False, separators=(",", ":"))
    block = f'<script type="application/ld+json">{text.replace("<", r"\u003c")}</script>'
    return html.replace("</head>", f"{block}</head>", 1)


def graph(page: PageRecord, about: str) -> list[dict[str, Any]]:
    """Return the things that a page is."""
    if not page.url:
        return [site(page, about)]
    things = [crumbs(page.trail)]
    if page.url == FAQ:
        things.append(questions(page.article))
    elif page.url.startswith(METHODS) and (listed := STEPS.search(page.article)):
        things.append(steps(page, listed[1]))
    return things


def site(page: PageRecord, about: str) -> dict[str, Any]:
    """Return the guide as a WebSite. It names no publisher: it is nobody's official site, and says so."""
    return {
        "@type": "WebSite",
        "name": page.site_name,
        "url": page.trail[0][1],
        "inLanguage": "id",
        "description": page.description,
        "disambiguatingDescription": about,
    }


def crumbs(trail: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """Return the way to a page as a BreadcrumbList."""
    items = [
        {"@type": "ListItem", "position": place, "name": name, "item": address}
        for place, (name, address) in enumerate(trail, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def questions(article: str) -> dict[str, Any]:
    """Return the headings that ask, with what stands below each, as a FAQPage."""
    asked = [
        {
            "@type": "Question",
            "name": part.heading,
            "acceptedAnswer": {"@type": "Answer", "text": " ".join(part.lines)},
        }
        for part in search.read(article).sections
        if part.heading.endswith("?") and part.lines
    ]
    return {"@type": "FAQPage", "inLanguage": "id", "mainEntity": asked}


def steps(page: PageRecord, listed: str) -> dict[str, Any]:
    """Return the numbered steps of a method, the inside of its list, as a HowTo."""
    texts = [search.read(one).sections[0].lines for one in STEP.findall(listed)]
    return {
        "@type": "HowTo",
        "name": page.heading,
        "description": page.description,
        "inLanguage": "id",
        "step": [
            {"@type": "HowToStep", "position": place, "name": lines[0], "text": " ".join(lines)}
            for place, lines in enumerate(texts, 1)
        ],
    }
