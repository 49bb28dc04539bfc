"""The data of the search: pages, sections and words, and the one script that carries them."""

from __future__ import annotations

import json
import re
from collections import namedtuple
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from publish import SCRIPTS
from publish.site.search import direct, pack, page_sections, word_forms

ENGINE = tuple(SCRIPTS / name for name in ("search-pack.js", "search-words.js", "search-rank.js"))
VERSION = 2

Page = namedtuple("Page", "url title description html asked questions", defaults=((), ()))
"""What search knows of a page: its address from the root (`metode/jmo/`), front matter, final HTML, `asked`,
texts that lead to it from elsewhere (the answers of the flow), and `questions`, (anchor, text) of what it answers.
Addresses may be of any form; results link to them as they are."""


def gather(pages: Sequence[Page]) -> dict[str, list[list[Any]]]:
    """Return the texts that are searched, in plain words.

    `pages`: [url, title, description, names], `names` being what links and the flow call the page;
    `sections`: [page, anchor, heading, lines joined by line ends], in order;
    `asked`: [section, question], what people ask that the section answers.
    """
    readings = [page_sections.read(page.html) for page in pages]
    names = call(pages, readings)
    rows = [
        [number, part.anchor, part.heading, "\n".join(part.lines)]
        for number, reading in enumerate(readings)
        for part in reading.sections
    ]
    heads = [[page.url, page.title, page.description, names[page.url]] for page in pages]
    return {"pages": heads, "sections": rows, "asked": answered(pages, rows)}


PLAIN = {"pages": 1, "sections": 2, "asked": 1}
"""How many cells of each row are no text."""


NONE: Mapping[str, Any] = {"direct": (), "guesses": (), "contact": ""}


def build(
    pages: Sequence[Page], lines: Mapping[str, Any] = NONE, lists: word_forms.Words | None = None
) -> dict[str, Any]:
    """Return the data that the engine reads, JSON-ready, the same for the same pages.

    `pages`, `sections`, `asked`: as gathered, the texts coded (pack.py), by
    `lexicon`, "root form form" a line, `~` standing for the root, `spoken`, words of questions alone (the
    engine finds their roots as it does for what is typed), and `between`, `often`, `twos`;
    `stop`, `spelling`, `meaning`: as in synonyms.toml, cut into words, meanings as roots;
    `direct`: [page or -1, anchor or address, text, phrases that call for it, words that forbid it];
    `guesses`: pages to suggest when nothing is found; `contact`: whom to ask, as HTML: it comes with the data, so that
    no page changes with its hours.
    """
    lists = lists or word_forms.load()
    gathered = gather(pages)
    cells = {name: [cell for row in rows for cell in row[PLAIN[name] :]] for name, rows in gathered.items()}
    texts = [*cells["pages"], *cells["sections"]]
    vocabulary = [word for text in texts for word in (*word_forms.cut(text), *pack.words(text))]
    vocabulary += (word for text in (*lists.spelling.values(), *lists.stop) for word in text.split())
    stemmer = word_forms.Stemmer(lists.roots)
    meaning = [list(dict.fromkeys(map(stemmer.root, group))) for group in lists.meaning]
    families = stemmer.families((*vocabulary, *(word for group in lists.meaning for word in group)))
    lexicon = [word for root, forms in families.items() for word in (root, *forms)]
    spoken = sorted({word for text in cells["asked"] for word in pack.words(text)} - set(lexicon))
    packer = pack.Packer([*texts, *cells["asked"]], [*lexicon, *spoken])
    coded = {
        name: [[*row[: PLAIN[name]], *map(packer.code, row[PLAIN[name] :])] for row in rows]
        for name, rows in gathered.items()
    }
    return {
        "version": VERSION,
        **coded,
        "lexicon": "\n".join(family(root, forms) for root, forms in families.items()),
        "spoken": " ".join(spoken),
        "between": packer.signs,
        "often": packer.often,
        "twos": packer.twos,
        "stop": " ".join(sorted(lists.stop)),
        "spelling": dict(sorted(lists.spelling.items())),
        "meaning": [" ".join(group) for group in meaning],
        **direct.place(lines, pages),
        "contact": lines["contact"],
    }


def answered(pages: Sequence[Page], rows: Sequence[list[Any]]) -> list[list[Any]]:
    """Return [section, question] for each question of the pages; LookupError when its anchor is not there.

    What search leaves out of a page (a tool, the contact block) has anchors too: there the page itself answers.
    """
    places: dict[tuple[int, str], int] = {}
    for place, (number, anchor, *_) in enumerate(rows):
        places.setdefault((number, anchor), place)
        places.setdefault((number, ""), place)
    questions = []
    for number, page in enumerate(pages):
        for anchor, text in page.questions:
            if anchor and f'id="{anchor}"' not in page.html:
                raise LookupError(f'{page.url}#{anchor}: tidak ada di halaman, padahal menjawab "{text}"')
            questions.append([places.get((number, anchor), places[number, ""]), text])
    return questions


def family(root: str, forms: Iterable[str]) -> str:
    """Return one line of roots: `daftar ~an men~ pen~an`."""
    return " ".join((root, *(form.replace(root, "~", 1) for form in forms)))


def call(pages: Sequence[Page], readings: Sequence[page_sections.Reading]) -> dict[str, str]:
    """Return for each address what others call that page: texts of links to it, answers that lead to it."""
    texts: dict[str, dict[str, None]] = {page.url: dict.fromkeys(page.asked) for page in pages}
    for page, reading in zip(pages, readings, strict=True):
        for href, text in reading.links:
            address, _, fragment = href.partition("#")
            to = resolve(page.url, address) if address else ""
            if to in texts and to != page.url and not fragment:
                texts[to][text.lower()] = None
    return {url: "\n".join(names) for url, names in texts.items()}


def resolve(start: str, href: str) -> str:
    """Return the address from the root that a relative link on a page leads to."""
    base = PurePosixPath(start if start.endswith("/") else PurePosixPath(start).parent)
    parts: list[str] = []
    for part in (base / href).parts:
        if part == "..":
            parts = parts[:-1]
        elif part != ".":
            parts.append(part)
    return "/".join(parts) + ("/" if parts and href.endswith("/") else "")


def asked(table: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Return for each slug the answers of the flow that lead to a plan of that page, and the plans' titles.

    `table` is shaped like helper/data/flow.toml; markers are left out, facts stand on the pages.
    """
    texts_of: dict[str, dict[str, None]] = {}
    outcomes = table["outcome"]
    for plan in outcomes.values():
        texts_of.setdefault(plan["page"], {})[plain(plan["title"])] = None
    for question in table["question"].values():
        for answer in question["answer"]:
            if answer["goto"] in outcomes:
                for text in (answer["text"], answer.get("hint", "")):
                    texts_of[outcomes[answer["goto"]]["page"]][plain(text)] = None
    return {slug: tuple(text for text in texts if text) for slug, texts in texts_of.items()}


def plain(text: str) -> str:
    """Return a text of the flow without its markers."""
    while "{{" in text:
        before, _, rest = text.partition("{{")
        text = before + rest.partition("}}")[2]
    return text.strip()


COMMENT = re.compile(r"^\s*(?://.*|/\*\*(?:.|\n)*?\*/)\n", re.MULTILINE)
"""A comment on lines of its own; it need not reach a phone."""


def script(data: Mapping[str, Any]) -> str:
    """Return the script to ship: the engine, then its data. It may also stand inline in a page."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # `</` would end an inline script; the two separators are line ends to old browsers.
    for bare, safe in (("</", "<\\/"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029")):
        text = text.replace(bare, safe)
    engine = COMMENT.sub("", "".join(file.read_text(encoding="utf-8") for file in ENGINE))
    return f"{engine}guideSearch.load({text});\n"
