"""The two lists that send a reader to a page or a heading: direct lines of the search, and questions with their answers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from helper import flow
from publish.content import addresses, table_shape
from publish.content.checks import internal_links, markup, word_lists
from publish.content.located_toml import Path, Toml
from publish.content.problem import Problem, nearest
from publish.content.reading import Content, read_text
from publish.content.table_shape import TEXT, TEXTS, Field

DIRECT, QUESTIONS = "publish/site/search/direct.toml", "docs-maintainer/questions.toml"
CALL = "tel:"
LINE = {
    "text": Field(TEXT),
    "to": Field(TEXT),
    "asked": Field(TEXTS),
    "without": Field(TEXTS, needed=False),
}
QUESTION = {"asked": Field(TEXT), "page": Field(TEXT), "anchor": Field(TEXT)}
NONE = "Tulis halaman yang ada di docs."
PARTS = {DIRECT: ("direct", "guesses"), QUESTIONS: ("question", "more")}


class Place(NamedTuple):
    """Where an entry leads, and the keys that say so: of the page, and of the heading where that is another key."""

    to: str
    page: Path
    anchor: Path = ()
    needle: str = ""


def check(content: Content) -> Iterator[Problem]:
    """Yield what leads nowhere in the two lists, and what is no list."""
    anchors = internal_links.anchors(content)
    for file, parts in PARTS.items():
        if not (content.root / file).exists():
            yield word_lists.gone(file)
            continue
        toml = Toml(file, read_text(content.root / file))
        if toml.broken:
            yield toml.broken
            continue
        yield from word_lists.unknown(toml, parts)
        yield from shapes(toml)
        if content.facts.broken or content.flow.broken:
            continue  # headings quote facts
        for place in (direct if file == DIRECT else questions)(toml):
            if fault := nowhere(content, anchors, place):
                yield toml.problem(*fault, needle=place.needle, lacks=place.to.partition("#")[2])


def shapes(toml: Toml) -> Iterator[Problem]:
    """Yield entries that lack a key or have another."""
    part, fields = ("direct", LINE) if toml.file == DIRECT else ("question", QUESTION)
    for at, entry in enumerate(entries(toml, part)):
        yield from table_shape.check(toml, (part, at), entry, fields)


def entries(toml: Toml, part: str) -> list[Any]:
    """Return the entries of one part; none when it is no list."""
    listed = toml.table.get(part)
    return listed if isinstance(listed, list) else []


def direct(toml: Toml) -> Iterator[Place]:
    """Yield where the lines of the search lead; a number to call is no place."""
    for at, entry in enumerate(entries(toml, "direct")):
        to = table_shape.text(entry, "to") if isinstance(entry, dict) else ""
        if to.strip() and not to.startswith(CALL):
            yield Place(to, ("direct", at, "to"))
    for slug in table_shape.texts(toml.table, "guesses"):
        yield Place(slug, ("guesses",), needle=f'"{slug}"')


def questions(toml: Toml) -> Iterator[Place]:
    """Yield where the questions that people ask are answered."""
    for at, entry in enumerate(entries(toml, "question")):
        if isinstance(entry, dict) and table_shape.text(entry, "page").strip():
            to = f"{entry['page']}#{table_shape.text(entry, 'anchor')}"
            yield Place(to, ("question", at, "page"), ("question", at, "anchor"))
    more = toml.table.get("more")
    for to in more if isinstance(more, dict) else ():
        yield Place(to, ("more", to))


def nowhere(content: Content, anchors: dict[str, set[str]], place: Place) -> tuple[Path, str, str] | None:
    """Return (keys, what is wrong, what to write) when a place is no page, or no heading of it."""
    slug, _, anchor = place.to.partition("#")
    path = content.slugs.get(slug)
    if not path:
        plain = slug.strip("/ ").removesuffix(".md").removesuffix("/index")
        slugs = {**addresses.listed(content.root), **{one: one for one in content.slugs}}
        advice = f"Tulis {slugs[plain]}." if plain in slugs else nearest(plain, content.slugs, NONE)
        return place.page, f'Halaman "{slug}" tidak ada.', advice
    if not anchor or anchor in anchors[path] or anchor.partition(".")[0] == flow.PREFIX:
        return None
    if content.pages[path].broken or markup.unclosed(content.pages[path]):
        return None  # its headings cannot be read
    advice = nearest(anchor, anchors[path], f"Lihat judul yang ada di docs/{path}.")
    return place.anchor or place.page, f'Judul "#{anchor}" tidak ada di docs/{path}.', advice
