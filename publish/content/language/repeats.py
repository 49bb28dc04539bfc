"""What is said twice: a sentence that comes again on its page, and pages that mostly say what others say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from publish.content.language import sentences
from publish.content.language.passages import Passage
from publish.content.problem import Problem

MOST = 12
"""Sentences in a hundred of one page that may stand on other pages too; it was 22 to 35 on those that matter."""
ENOUGH = 10
"""Sentences below which a page has no share."""
SHORT = 5
"""Words below which a sentence may come again on its page: "Tidak bisa?", "Catat semuanya."."""

Sentences = dict[str, list[tuple[int, str]]]
"""(line, sentence) of each page."""


def check(passages: Iterable[Passage], new: Collection[str] = ()) -> Iterator[Problem]:
    """Yield what is said twice in the pages; what stands on a `new` page, too, is said of that one alone."""
    pages = whole(passages)
    old = elsewhere({file: lines for file, lines in pages.items() if file not in new})
    for file, again in {**elsewhere(pages), **old}.items():
        lines = pages[file]
        yield from twice(file, lines)
        if len(lines) >= ENOUGH and 100 * len(again) > MOST * len(lines):
            line, sentence = again[0]
            wrong = f"{100 * len(again) // len(lines)} % kalimat di halaman ini ada juga di halaman lain."
            right = f'Tulis sekali, lalu tautkan: paling banyak {MOST} %. Mulai dari "{start(sentence)} …".'
            yield Problem(file, line, wrong, right)


def shares(passages: Iterable[Passage]) -> dict[str, float]:
    """Return for each page of ENOUGH sentences the share of those that stand on other pages too, from 0 to 1."""
    pages = whole(passages)
    return {
        file: len(again) / len(pages[file])
        for file, again in elsewhere(pages).items()
        if len(pages[file]) >= ENOUGH
    }


def elsewhere(pages: Sentences) -> Sentences:
    """Return of each page the sentences that stand on another page too."""
    homes = defaultdict[str, set[str]](set)
    for file, lines in pages.items():
        for _, sentence in lines:
            homes[plain(sentence)].add(file)
    return {
        file: [(line, one) for line, one in lines if len(homes[plain(one)]) > 1]
        for file, lines in pages.items()
    }


def twice(file: str, lines: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Yield each sentence of one page that stood on it before."""
    first_lines: dict[str, int] = {}
    for line, sentence in lines:
        if len(sentences.words(sentence)) < SHORT:
            continue
        first = first_lines.setdefault(plain(sentence), line)
        if first != line:
            wrong = f'Kalimat "{start(sentence)} …" sudah ada di baris {first}.'
            yield Problem(file, line, wrong, "Tulis sekali saja, atau tautkan ke bagian itu.")


def whole(passages: Iterable[Passage]) -> Sentences:
    """Return (line, sentence) of the whole sentences of each page, facts filled in."""
    pages = defaultdict[str, list[tuple[int, str]]](list)
    for passage in passages:
        if passage.file.startswith("docs/"):
            pages[passage.file] += [
                (passage.line, one) for one in sentences.split(passage.full) if sentences.whole(one)
            ]
    return pages


def plain(sentence: str) -> str:
    """Return a sentence as it is compared: its words alone."""
    return " ".join(sentences.words(sentence)).casefold()


def start(sentence: str) -> str:
    """Return the first words of a sentence, to find it by."""
    return " ".join(sentences.words(sentence)[:4])
