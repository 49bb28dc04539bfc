"""What search engines are told of a page, as schema.org's JSON-LD: read from the built page, so it never differs.

A `<script>` of this type is a data block: no browser runs it, and the page's policy is not about it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from html import unescape
from typing import Any

from publish.site import search

CONTEXT = "https://schema.org"
ARTICLE = re.compile(r"<article\b[^>]*>(.*)</article>", re.DOTALL)
STEPS = re.compile(r'<h2 id="langkah">(?:(?!<h2\b).)*?<ol>(.*?)</ol>', re.DOTALL)
STEP = re.compile(r"<li>(.*?)</li>", re.DOTALL)
META = '<meta {}="{}" content="([^"]*)">'
FAQ, METHODS = "faq/", "metode/"
Trail = Sequence[tuple[str, str]]
"""The way to a page, (name, address) each: the home page first, the page itself last."""


def describe(html: str, url: str, trail: Trail, about: str) -> str:
    """Return a page with its data block, at the end of its head.

    `url` is its address from the root, `about` what the guide says of itself at the foot of every page.
    A build without an address gets none: it would have to name addresses.
    """
    if not trail[0][1]:
        return html
    found = list(graph(html, url, trail, about))
    text = json.dumps({"@context": CONTEXT, "@graph": found}, ensure_ascii=False, separators=(",", ":"))
    block = f'<script type="application/ld+json">{text.replace("<", r"\u003c")}</script>'
    return html.replace("</head>", f"{block}</head>", 1)


def graph(html: str, url: str, trail: Trail, about: str) -> list[dict[str, Any]]:
    """Return the things that a page is."""
    inside = ARTICLE.search(html)
    article = inside[1] if inside else ""
    if not url:
        return [site(html, trail, about)]
    things = [crumbs(trail)]
    if url == FAQ:
        things.append(questions(article))
    elif url.startswith(METHODS) and (listed := STEPS.search(article)):
        things.append(steps(html, listed[1]))
    return things


def meta(html: str, kind: str, name: str) -> str:
    """Return the content of a meta tag; nothing when it is not there."""
    found = re.search(META.format(kind, name), html)
    return unescape(found[1]) if found else ""


def site(html: str, trail: Trail, about: str) -> dict[str, Any]:
    """Return the guide as a WebSite. It names no publisher: it is nobody's official site, and says so."""
    name, address = trail[0]
    return {
        "@type": "WebSite",
        "name": meta(html, "property", "og:site_name") or name,
        "url": address,
        "inLanguage": "id",
        "description": meta(html, "name", "description"),
        "disambiguatingDescription": about,
    }


def crumbs(trail: Trail) -> dict[str, Any]:
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


def steps(html: str, listed: str) -> dict[str, Any]:
    """Return the numbered steps of a method, the inside of its list, as a HowTo."""
    texts = [search.read(one).sections[0].lines for one in STEP.findall(listed)]
    return {
        "@type": "HowTo",
        "name": meta(html, "property", "og:title"),
        "description": meta(html, "name", "description"),
        "inLanguage": "id",
        "step": [
            {"@type": "HowToStep", "position": place, "name": lines[0], "text": " ".join(lines)}
            for place, lines in enumerate(texts, 1)
        ],
    }
