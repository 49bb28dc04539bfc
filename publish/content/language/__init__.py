"""Plain language, measured: long sentences, unknown words, office words, spelling; each with file and line.

`run` looks at all that a reader reads and changes nothing; `python -m publish.content.checks` prints it beside
the checks of the content. It does not stop a build: a wrong phone number must never wait for a comma.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from publish.content import addresses, clock, reading
from publish.content.language import (
    composed,
    eyd,
    passages,
    plainer,
    repeats,
    sentences,
    spelling,
    words_in_code,
)
from publish.content.language.passages import Passage
from publish.content.language.sentences import Figures
from publish.content.problem import Problem

__all__ = ["LONGEST", "MEAN", "NO_DICTIONARY", "ORIGIN", "figures", "run"]

LONGEST = 22
"""Words that a sentence may have: room for a joint such as *karena* or *supaya*, none for a second thought."""
MEAN = 13
"""Words that the sentences of one page may have on average; speech with joints has 9 to 13."""
ORIGIN = 16
"""Words that the sentences of the article have on average from which the guide was made."""
ENOUGH = 10
"""Sentences below which a page has no average."""
NO_DICTIONARY = (
    "Kata-kata belum diperiksa: kamus Indonesia tidak terpasang (sudo apt-get install hunspell hunspell-id)."
)


def run(root: Path, *, today: date | None = None) -> list[Problem]:
    """Return all that is wrong with the language under a root, by file and line.

    Without the dictionary (`spelling.installed`) unknown words are not found; all else is.
    """
    content = reading.read(root, today or clock.today())
    passages_read = list(read(root, content))
    strange = spelling.unknown(passage.text for passage in passages_read)
    problems = {problem for passage in passages_read for problem in one(passage, strange)}
    published = addresses.known_slugs(root)
    new = [page.file for page in content.pages.values() if page.slug not in published]
    twice = repeats.check(passages_read, new)
    return sorted(
        problems.union(
            long_sentences(passages_read),
            long_pages(passages_read),
            twice,
            composed.check(passages_read, content.facts),
        )
    )


def figures(root: Path) -> Figures:
    """Return the reading figures of the guide under a root: its pages, and the texts of the flow."""
    return sentences.figures(
        passage.full
        for passage in read(root, reading.read(root, clock.today()))
        if passage.file.startswith("docs/") or "flow" in passage.file
    )


def read(root: Path, content: reading.Content) -> Iterator[Passage]:
    """Yield all that a reader reads: pages, flow, facts, sources, words in the code."""
    facts = content.facts.table.items()
    values = {name: str(fact.get("value", "")) for name, fact in facts if isinstance(fact, dict)}
    for page in content.pages.values():
        if not page.head:
            continue  # its keys would be read as words; another check says that it has none
        yield from passages.of_page(page, values)
    yield from passages.of_flow(content.flow, reading.prose(content), values)
    yield from passages.of_table(content.facts)
    yield from passages.of_table(content.sources)
    yield from words_in_code.read(root)


def one(passage: Passage, strange: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with the words of one passage."""
    faults = [*eyd.check(passage.text), *eyd.opening(passage.full), *plainer.check(passage.text)]
    faulty = {word for wrong, _ in faults for word in spelling.words(wrong)}
    for word in dict.fromkeys(spelling.words(passage.text)):
        if word in strange and word not in faulty:
            faults.append((f'Kata "{word}" tidak ada di kamus.', spelling.advice(word)))
    yield from (Problem(passage.file, passage.line, *fault) for fault in faults)


def long_sentences(passages_read: Iterable[Passage]) -> Iterator[Problem]:
    """Yield sentences of more words than LONGEST, each where it is written first."""
    reported: set[str] = set()
    for passage in sorted(passages_read, key=lambda one: one.text == one.full, reverse=True):
        for sentence in sentences.split(passage.full):
            words = sentences.words(sentence)
            if len(words) > LONGEST and sentence not in reported:
                reported.add(sentence)
                wrong = f'Kalimat "{" ".join(words[:4])} …" panjangnya {len(words)} kata.'
                yield Problem(passage.file, passage.line, wrong, f"Pecah: paling banyak {LONGEST} kata.")


def long_pages(passages_read: Iterable[Passage]) -> Iterator[Problem]:
    """Yield pages whose sentences have more words than MEAN on average."""
    pages = defaultdict[str, list[str]](list)
    for passage in passages_read:
        if passage.file.startswith("docs/"):
            pages[passage.file].append(passage.full)
    for file, texts in pages.items():
        measured = sentences.figures(texts)
        if measured.sentences >= ENOUGH and round(measured.mean, 1) > MEAN:
            mean = f"{measured.mean:.1f}".replace(".", ",")
            wrong = f"Kalimat di halaman ini rata-rata {mean} kata."
            yield Problem(file, 1, wrong, f"Pecah kalimat yang panjang: rata-rata paling banyak {MEAN} kata.")
