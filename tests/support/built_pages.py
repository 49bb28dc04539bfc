"""The pages of a built site, read from its files: by another way than the copies, which never parse them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from publish.content import addresses

ARTICLE = re.compile(r"<article[^>]*>(.*)</article>", re.DOTALL)
NEEDLESS = re.compile(r"<!--.*?-->|<script\b[^>]*>.*?</script>", re.DOTALL)


class Page(NamedTuple):
    """A page: its slug (`metode/jmo`, home is `index`), and the inside of its article without comments and scripts."""

    slug: str
    article: str


def read(site: Path) -> list[Page]:
    """Return all pages of a built site that are not only a way to another."""
    pages = []
    for file in sorted(site.rglob("index.html")):
        slug = file.parent.relative_to(site).as_posix().replace(".", "index", 1)
        if slug not in addresses.moved():
            article = ARTICLE.findall(file.read_text(encoding="utf-8"))[0]
            pages.append(Page(slug, NEEDLESS.sub("", article).strip()))
    return pages
