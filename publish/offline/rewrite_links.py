"""Links between pages, rewritten for a form of the guide that has other addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Collection, Mapping

from helper import flow
from publish.site.helper_page import HELPER

TAG = re.compile(r"""<[a-zA-Z](?:[^>"']|"[^"]*"|'[^']*')*>""")
LINK = re.compile(r'(\s(?:href|src|data-source)=")([^"]*)(")')
NAME = re.compile(r'(\s(?:id|for|headers|aria-labelledby|aria-describedby|aria-controls)=")([^"]*)(")')
PAINT = re.compile(r"url\(#([^)]+)\)")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
FOOT = "sumber-dan-tanggal-periksa"
INSIDE = "isi"
"""In a folder to unzip: what holds everything but the page to open first."""
TOP = {"": "buka-saya.html"}
"""The home page stands alone at the top of that folder."""

Point = Callable[[str, str], str]
"""Where a link leads: `point(path from the site's root, fragment)`."""


def resolve(url: str, href: str) -> tuple[str, str]:
    """Return (path from the site's root, fragment) of a link that stands on the page at `url`."""
    path, _, fragment = href.partition("#")
    if not path:
        return url, fragment
    joined = posixpath.normpath(posixpath.join("/", url, path)).lstrip("/")
    return (joined + "/" if path.endswith(("/", ".")) and joined else joined), fragment


def in_tags(html: str, change: Callable[[str], str]) -> str:
    """Return HTML with `change` applied to each start tag, and to nothing else."""
    return TAG.sub(lambda match: change(match[0]), html)


def repoint(html: str, url: str, point: Point) -> str:
    """Return the HTML of the page at `url` with every link inside the site led through `point`."""

    def link(match: re.Match[str]) -> str:
        if ELSEWHERE.match(match[2]):
            return match[0]
        return match[1] + point(*resolve(url, match[2])) + match[3]

    return in_tags(html, lambda tag: LINK.sub(link, tag))


# --- one document -----------------------------------------------------------------------------


def name(slug: str, anchor: str) -> str:
    """Return the id that an anchor of a page has in one document: `metode/jmo:langkah`.

    Those of the helper keep their names: the flow's fragments are the same everywhere.
    """
    return anchor if slug == HELPER and anchor != FOOT else f"{slug}:{anchor}"


def section(slug: str) -> str:
    """Return the id of the section that holds a page: `hal.metode/jmo`."""
    return f"hal.{slug}"


def fragment(slugs: Mapping[str, str]) -> Point:
    """Return the Point of one document; `slugs` maps addresses of pages to slugs.

    The page of the helper is its first question. KeyError for what is not a page.
    """

    def point(path: str, anchor: str) -> str:
        slug = slugs[path]
        if anchor:
            return "#" + name(slug, anchor)
        return "#" + (flow.PREFIX if slug == HELPER else section(slug))

    return point


def own(html: str, slug: str) -> str:
    """Return the HTML of a page with ids that no other page of the document has."""

    def names(match: re.Match[str]) -> str:
        return match[1] + " ".join(name(slug, one) for one in match[2].split()) + match[3]

    def paint(match: re.Match[str]) -> str:
        return f"url(#{name(slug, match[1])})"

    return in_tags(html, lambda tag: PAINT.sub(paint, NAME.sub(names, tag)))


# --- a folder ---------------------------------------------------------------------------------


def relative(here: str, pages: Collection[str], files: Mapping[str, str]) -> Point:
    """Return the Point of a page in a folder that is opened without a server.

    `here` is the page's file; `pages` are the addresses of pages; `files` maps an address
    to its file where that is not `address/index.html`. All paths are from the folder's top.
    """

    def point(path: str, anchor: str) -> str:
        file = files.get(path) or (f"{INSIDE}/{path}index.html" if path in pages else f"{INSIDE}/{path}")
        to = posixpath.relpath(file, posixpath.dirname(here))
        if not anchor:
            return to
        return f"#{anchor}" if file == here else f"{to}#{anchor}"

    return point
