"""The flow as a file: complete plans, known names, texts with blanks, nothing typed that is a fact."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from publish.content import marker_names, people, table_shape
from publish.content.checks import blanks, claims, fact_tables
from publish.content.problem import Problem, nearest
from publish.content.reading import SIGNS, Content, prose
from publish.content.table_shape import FLAG, TABLES, TEXT, TEXTS, Field

TOP = {
    "start": Field(TEXT),
    **dict.fromkeys(("question", "outcome", "text", "pages"), Field(table_shape.TABLE)),
    **dict.fromkeys(("contact", "moved"), Field(table_shape.TABLE, needed=False)),
}
QUESTION = {"text": Field(TEXT), "hint": Field(TEXT, needed=False), "answer": Field(TABLES, needed=False)}
ANSWER = {
    **dict.fromkeys(("id", "text", "goto"), Field(TEXT)),
    "hint": Field(TEXT, needed=False),
    "picture": Field(TEXT, needed=False),
}
OUTCOME = {
    **dict.fromkeys(("title", "page", "calm"), Field(TEXT)),
    "first": Field(TEXTS),
    **dict.fromkeys(("fallback", "bring", "say", "avoid", "links"), Field(TEXTS, filled=False)),
    "check_nik": Field(FLAG, needed=False),
    "contact": Field(TEXT, needed=False),
}
TEXT_KEYS = {"label": Field(TEXT), "body": Field(TEXT), "chat": Field(FLAG, needed=False)}
NAME = re.compile(r"[a-z0-9-]+")


def check(content: Content) -> Iterator[Problem]:
    """Yield what is wrong in flow.toml, apart from the graph."""
    toml, table = content.flow, content.flow.table
    strange = [part for part, value in table.items() if part not in TOP and isinstance(value, dict)]
    absent = [
        part
        for part, field in TOP.items()
        if part not in table and field.kind is table_shape.TABLE and field.needed
    ]
    if strange and absent:  # a part by another name: what it holds is missed everywhere
        near = nearest(strange[0], absent) or f"Mungkin maksudnya {absent[0]}."
        yield toml.problem((strange[0],), f'Bagian "{strange[0]}" tidak dikenal.', near)
        return
    yield from table_shape.check(toml, (), table, TOP)
    for name, question in table_shape.tables(table, "question").items():
        yield from one_question(content, name, question)
    for name, outcome in table_shape.tables(table, "outcome").items():
        yield from table_shape.check(toml, ("outcome", name), outcome, OUTCOME)
        yield from ids(content, ("outcome", name), name)
        yield from names(content, name, outcome)
    for name, text in table_shape.tables(table, "text").items():
        yield from table_shape.check(toml, ("text", name), text, TEXT_KEYS)
        yield from blanks.check(content, name, table_shape.text(text, "body"))
    for name, rows in table_shape.tables(table, "contact").items():
        yield from table_shape.check(toml, ("contact", name), rows, dict.fromkeys(rows, Field(TEXT)))
        yield from ids(content, ("contact", name), name)
    yield from unused_texts(content)
    yield from unused_contacts(content)
    yield from pages(content)
    yield from words(content)


def ids(content: Content, path: tuple[str | int, ...], name: str) -> Iterator[Problem]:
    """Yield whether a name cannot stand in an address."""
    if name.strip() and not NAME.fullmatch(name):
        right = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
        advice = f'Tulis "{right}".' if right else "Pakai huruf kecil, angka, dan tanda -."
        wrong = f'Nama "{name}" hanya boleh memuat huruf kecil, angka, dan tanda -.'
        yield content.flow.problem(path, wrong, advice)


def one_question(content: Content, name: str, question: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong inside one question."""
    toml, here = content.flow, ("question", name)
    others = [one for one in table_shape.tables(toml.table, "question") if one != name]
    if "text" not in question and (near := nearest(name, others)):
        yield toml.problem((*here, "answer", 0), f'Pertanyaan "{name}" tidak punya text.', near)
        return
    yield from table_shape.check(toml, here, question, QUESTION)
    yield from ids(content, here, name)
    listed = question.get("answer")
    answers = listed if isinstance(listed, list) else []
    if len(answers) < 2:
        yield toml.problem(
            here,
            f'Pertanyaan "{name}" punya {len(answers)} jawaban.',
            "Tulis paling sedikit dua jawaban, atau hapus pertanyaan ini.",
            lacks=name,
        )
    ids_before: set[str] = set()
    for index, answer in enumerate(answers):
        at = (*here, "answer", index)
        yield from table_shape.check(toml, at, answer, ANSWER)
        if not isinstance(answer, dict):
            continue
        answer_id = table_shape.text(answer, "id")
        yield from ids(content, (*at, "id"), answer_id)
        if answer_id in ids_before:
            wrong = f'Jawaban "{answer_id}" ada dua kali di pertanyaan "{name}".'
            yield toml.problem((*at, "id"), wrong, "Beri nama lain.")
        ids_before.add(answer_id)
        picture = table_shape.text(answer, "picture")
        if picture.strip() and picture not in content.signs:
            wrong = f'Gambar kecil "{picture}" tidak ada.'
            advice = nearest(picture, content.signs, f"Gambar dulu {SIGNS}/{picture}.svg.")
            yield toml.problem((*at, "picture"), wrong, advice)


def names(content: Content, name: str, outcome: dict[str, Any]) -> Iterator[Problem]:
    """Yield pages, links and texts that an outcome names and that do not exist."""
    toml = content.flow
    wanted = [("page", table_shape.text(outcome, "page"))]
    wanted += [("links", slug) for slug in table_shape.texts(outcome, "links")]
    for key, slug in wanted:
        if slug.strip() and slug not in content.slugs:
            wrong = f'Halaman "{slug}" tidak ada.'
            advice = nearest(slug, content.slugs, f"Buat dulu halaman docs/{slug}.md.")
            yield toml.problem(("outcome", name, key), wrong, advice, needle=f'"{slug}"')
    for key in ("links", "say", "bring"):
        listed = table_shape.texts(outcome, key)
        for one in {entry for entry in listed if entry.strip() and listed.count(entry) > 1}:
            wrong = f'"{one}" ada dua kali di {key}.'
            yield toml.problem(("outcome", name, key), wrong, "Hapus salah satunya.", needle=f'"{one}"')
    texts = table_shape.tables(toml.table, "text")
    for text in table_shape.texts(outcome, "say"):
        if text not in texts:
            wrong, advice = f'Teks "{text}" tidak ada.', nearest(text, texts, f"Tulis dulu [text.{text}].")
            yield toml.problem(("outcome", name, "say"), wrong, advice, needle=f'"{text}"')
    contacts, contact = table_shape.tables(toml.table, "contact"), table_shape.text(outcome, "contact")
    if contact.strip() and contact not in contacts:
        advice = nearest(contact, contacts, f"Tulis dulu [contact.{contact}].")
        yield toml.problem(("outcome", name, "contact"), f'Kotak kontak "{contact}" tidak ada.', advice)


def unused_contacts(content: Content) -> Iterator[Problem]:
    """Yield contacts that no outcome names."""
    outcomes = table_shape.tables(content.flow.table, "outcome").values()
    named = {table_shape.text(outcome, "contact") for outcome in outcomes}
    for name in table_shape.tables(content.flow.table, "contact").keys() - named:
        advice = "Sebut di contact sebuah rencana, atau hapus kotak ini."
        wrong = f'Kotak kontak "{name}" tidak dipakai rencana mana pun.'
        yield content.flow.problem(("contact", name), wrong, advice, lacks=name)


def unused_texts(content: Content) -> Iterator[Problem]:
    """Yield ready texts that no outcome says and no page shows."""
    quoted = {
        text
        for outcome in table_shape.tables(content.flow.table, "outcome").values()
        for text in table_shape.texts(outcome, "say")
    }
    shown = {
        inside.partition(":")[2].strip()
        for page in content.pages.values()
        for _, line in page.body()
        for inside in marker_names.used(line)
        if inside.partition(":")[0].strip() == "teks"
    }
    for name in table_shape.tables(content.flow.table, "text").keys() - quoted - shown:
        advice = "Sebut di say sebuah rencana, atau hapus teks ini."
        yield content.flow.problem(
            ("text", name), f'Teks "{name}" tidak dipakai di mana pun.', advice, lacks=name
        )


def pages(content: Content) -> Iterator[Problem]:
    """Yield labels of pages that are missing, or that belong to no page."""
    toml, labels = content.flow, content.flow.table.get("pages")
    if not isinstance(labels, dict):
        return
    for slug, label in labels.items():
        if not isinstance(label, str) or not label.strip():
            yield toml.problem(("pages", slug), f'Nama halaman "{slug}" kosong.', f'Tulis "{slug}" = "…".')
        if slug not in content.slugs:
            advice = nearest(slug, content.slugs, "Hapus baris ini, atau buat halamannya.")
            yield toml.problem(("pages", slug), f'Halaman "{slug}" tidak ada di docs.', advice)
    for name, outcome in table_shape.tables(toml.table, "outcome").items():
        for slug in {
            table_shape.text(outcome, "page"),
            *table_shape.texts(outcome, "links"),
        } & content.slugs.keys():
            if slug not in labels:
                key = "page" if table_shape.text(outcome, "page") == slug else "links"
                wrong = f'Halaman "{slug}" belum punya nama di [pages].'
                advice = f'Tambahkan "{slug}" = "…" di bawah [pages].'
                yield toml.problem(("outcome", name, key), wrong, advice, needle=f'"{slug}"')


def words(content: Content) -> Iterator[Problem]:
    """Yield unknown markers, typed contacts and forbidden claims in the texts of the flow."""
    usable, contacts = content.names, content.contacts
    for path, text in prose(content):
        yield from fact_tables.as_shown(content.flow, path, text, lines=path[-1] == "body")
        for line in text.split("\n"):
            needle = line.strip()
            faults = list(marker_names.broken(line))
            faults += marker_names.unknowns(line, usable, "")
            faults += list(contacts.typed(line)) or people.numbers(line)
            faults += claims.check(line)
            yield from (content.flow.problem(path, wrong, right, needle=needle) for wrong, right in faults)
