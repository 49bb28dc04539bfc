"""The facts and their sources: complete, dated, cited, used, and each written once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from helper.facts import Fact, address
from publish.content import marker_names, table_shape, typed_contacts
from publish.content.checks import markup
from publish.content.located_toml import Toml
from publish.content.problem import Problem, nearest, one_of
from publish.content.reading import Content, prose
from publish.content.table_shape import DATE, TEXT, TEXTS, Field

FACT = {
    **dict.fromkeys(("value", "label", "kind"), Field(TEXT)),
    "source": Field(TEXTS),
    **dict.fromkeys(("checked", "review"), Field(DATE)),
    "confidence": Field(TEXT),
    **dict.fromkeys(("href", "note"), Field(TEXT, needed=False)),
}
SOURCE = {
    **dict.fromkeys(("name", "date", "kind"), Field(TEXT)),
    **dict.fromkeys(("title", "url"), Field(TEXT, needed=False)),
}
CONTACT_MONTHS, RULE_MONTHS = 6, 18
"""Months after a check by which a contact, and anything else, is looked at again."""
SOON = ("phone", "email", "url", "account", "hours")
KINDS = ("phone", "email", "url", "account", "hours", "number", "date", "rule", "word", "open")
CONFIDENCES = ("high", "medium", "low")
SOURCE_KINDS = ("agency", "press", "law", "unofficial")
DIGITS_ONLY = re.compile(r"\d+[-/. ]\d+(?:[-/. ]\d+)?")
"""A date of publication that nobody says like this; years alone may stand."""
PIECE = re.compile(r"[a-z][^.!?]* [^.!?]*\.")
NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check(content: Content) -> Iterator[Problem]:
    """Yield what is wrong in facts.toml and sources.toml."""
    table = content.facts.table
    for name, fact in table.items():
        if not NAME.fullmatch(name):
            wrong = f'Nama fakta "{name}" memuat selain huruf kecil, angka, dan tanda -.'
            right = marker_names.spelt(name) or "nama-fakta"
            yield content.facts.problem((name,), wrong, f"Mungkin maksudnya {right}.")
        yield from table_shape.check(content.facts, (name,), fact, FACT)
        if isinstance(fact, dict):
            yield from one_fact(content, name, fact)
    yield from twice(content)
    yield from same_label(content)
    if not (content.flow.broken or content.facts.broken):
        yield from unused(content)
    yield from sources(content)


def one_fact(content: Content, name: str, fact: dict[str, Any]) -> Iterator[Problem]:
    """Yield what is wrong inside one fact, beyond its shape."""
    toml = content.facts
    for key, choices in (("kind", KINDS), ("confidence", CONFIDENCES)):
        value = table_shape.text(fact, key)
        if value.strip() and value not in choices:
            advice = nearest(value, choices, one_of(choices))
            yield toml.problem((name, key), f'{key} = "{value}" tidak dikenal.', advice)
    if not content.sources.broken:
        for source in table_shape.texts(fact, "source"):
            if source not in content.sources.table:
                wrong = f'Sumber "{source}" tidak ada.'
                near = nearest(source, content.sources.table)
                advice = f"{near} Sumber baru dicatat dulu di helper/data/sources.toml.".strip()
                yield toml.problem((name, "source"), wrong, advice, needle=f'"{source}"')
    for key in ("value", "label", "note"):
        if "{{" in table_shape.text(fact, key):
            wrong = "Fakta tidak bisa memuat penanda {{ }}."
            yield toml.problem((name, key), wrong, "Tulis isinya langsung.")
    value = table_shape.text(fact, "value")
    if PIECE.fullmatch(value):
        right = "Hapus titiknya, atau tulis kalimat utuh yang diawali huruf besar."
        yield toml.problem((name, "value"), "Nilai ini potongan kalimat, tetapi diakhiri titik.", right)
    for key in ("value", "label", "note", "href"):
        yield from as_shown(toml, (name, key), table_shape.text(fact, key))
    months = CONTACT_MONTHS if fact.get("kind") in SOON else RULE_MONTHS
    for key, wrong, right in dates(fact.get("checked"), fact.get("review"), content.today, months):
        yield toml.problem((name, key), wrong, right)
    yield from contact(content, name, fact)


def as_shown(toml: Toml, path: tuple[str | int, ...], text: str, *, lines: bool = False) -> Iterator[Problem]:
    """Yield what a reader would see as a sign in a text that is shown as it is; `lines` when it may have several."""
    key = [part for part in path if isinstance(part, str)][-1]
    if not lines and "\n" in text.strip("\n"):
        yield toml.problem(path, f'Isi "{key}" lebih dari satu baris.', "Tulis dalam satu baris.")
    elif not lines and text.strip() and text != text.strip():
        yield toml.problem(path, f'Isi "{key}" diawali atau diakhiri spasi.', "Hapus spasinya.")
    if any(sign < " " and sign != "\n" for sign in text):
        yield toml.problem(
            path, f'Isi "{key}" memuat tab atau tanda yang tidak terlihat.', "Ganti dengan spasi."
        )
    for line in text.split("\n"):
        if fault := markup.plain(line):
            yield toml.problem(path, *fault, needle=line.strip())


def dates(checked: Any, review: Any, today: date, months: int) -> Iterator[tuple[str, str, str]]:
    """Yield (key, what is wrong, what to write) for the two dates of a fact or page; passed ones are no mistake (review.py)."""
    if not all(isinstance(day, date) and not isinstance(day, datetime) for day in (checked, review)):
        return
    if checked > today:
        yield "checked", f"Tanggal periksa {checked} belum terjadi.", "Tulis tanggal terakhir diperiksa."
    if review <= checked:
        wrong = f"Tanggal periksa ulang {review} tidak sesudah {checked}."
        yield "review", wrong, "Tulis tanggal yang lebih akhir."
    if (review - checked).days > months * 31:
        wrong = f"Tanggal periksa ulang {review} terlalu jauh: lebih dari {months} bulan sesudah {checked}."
        yield "review", wrong, f"Tulis tanggal paling lambat {months} bulan sesudah checked."


def contact(content: Content, name: str, fact: dict[str, Any]) -> Iterator[Problem]:
    """Yield whether a phone number, e-mail or address cannot be one."""
    value, href, kind = table_shape.text(fact, "value"), table_shape.text(fact, "href"), fact.get("kind")
    if kind == "phone" and value.strip():
        digits = sum(char.isascii() and char.isdigit() for char in value)
        if not 3 <= digits <= 15 or value.strip("+0123456789 ()-."):
            wrong = f'"{value}" bukan nomor telepon.'
            yield content.facts.problem((name, "value"), wrong, "Tulis angkanya saja.")
    if kind == "email" and value.strip() and not typed_contacts.EMAIL.fullmatch(value):
        advice = "Tulis seperti nama@contoh.go.id, tanpa kata lain."
        yield content.facts.problem((name, "value"), f'"{value}" bukan alamat email.', advice)
    if kind in ("url", "account"):
        target = href or value
        if not (target.startswith("https://") and typed_contacts.ADDRESS.fullmatch(target) and "." in target):
            key = "href" if href else "value"
            advice = "Tulis alamat lengkap di href, diawali https://."
            yield content.facts.problem((name, key), f'"{target}" bukan alamat yang bisa dibuka.', advice)
    elif href:
        advice = "Hapus href, atau ganti kind menjadi url atau account."
        yield content.facts.problem((name, "href"), "href hanya untuk fakta url dan account.", advice)


def twice(content: Content) -> Iterator[Problem]:
    """Yield contacts that stand in two facts."""
    holders: dict[str, str] = {}
    for name, fact in content.facts.table.items():
        contact_fact = isinstance(fact, dict) and fact.get("kind") in typed_contacts.KINDS
        if not contact_fact or not table_shape.text(fact, "value"):
            continue
        where = address(
            Fact(name, value=fact["value"], kind=fact["kind"], href=table_shape.text(fact, "href"))
        )
        first = holders.setdefault(str(where).rstrip("/").casefold(), name)
        if first != name:
            wrong = f'"{fact["value"]}" sudah ada di fakta {first}.'
            advice = f"Hapus salah satunya dan pakai {{{{ {first} }}}}."
            yield content.facts.problem((name, "value"), wrong, advice)


def same_label(content: Content) -> Iterator[Problem]:
    """Yield labels that another fact has: the list of sources would name two facts alike."""
    holders: dict[str, str] = {}
    for name, fact in content.facts.table.items():
        label = table_shape.text(fact, "label").strip() if isinstance(fact, dict) else ""
        if label and (first := holders.setdefault(label.casefold(), name)) != name:
            wrong = f'Nama "{label}" sudah dipakai fakta {first}.'
            yield content.facts.problem(
                (name, "label"), wrong, "Tulis label yang hanya cocok untuk fakta ini."
            )


def unused(content: Content) -> Iterator[Problem]:
    """Yield facts that no page and no text of the flow quotes."""
    texts = [text for _, text in prose(content)]
    texts += [line for page in content.pages.values() for _, line in page.body()]
    quoted = {inside for text in texts for inside in marker_names.used(text)}
    for name in [one for one in content.facts.table if not quoted & {one, marker_names.spelt(one)}]:
        advice = f"Tulis {{{{ {name} }}}} di halaman yang menyebutnya, atau hapus fakta ini."
        yield content.facts.problem((name,), f'Fakta "{name}" tidak dipakai di mana pun.', advice, lacks=name)


def sources(content: Content) -> Iterator[Problem]:
    """Yield what is wrong in sources.toml."""
    toml = content.sources
    cited = {
        source
        for fact in content.facts.table.values()
        if isinstance(fact, dict)
        for source in table_shape.texts(fact, "source")
    }
    for key, source in toml.table.items():
        yield from table_shape.check(toml, (key,), source, SOURCE)
        if not isinstance(source, dict):
            continue
        if DIGITS_ONLY.fullmatch(table_shape.text(source, "date").strip()):
            wrong = f'Tanggal terbit "{source["date"]}" hanya angka.'
            yield toml.problem((key, "date"), wrong, "Tulis seperti dibaca orang: 22 November 2026.")
        for field in ("name", "title", "date"):
            yield from as_shown(toml, (key, field), table_shape.text(source, field))
        kind, url = table_shape.text(source, "kind"), table_shape.text(source, "url")
        if kind.strip() and kind not in SOURCE_KINDS:
            advice = nearest(kind, SOURCE_KINDS, one_of(SOURCE_KINDS))
            yield toml.problem((key, "kind"), f'kind = "{kind}" tidak dikenal.', advice)
        if url and not (url.startswith("https://") and typed_contacts.ADDRESS.fullmatch(url)):
            advice = "Tulis alamat lengkap yang diawali https://, atau hapus url."
            yield toml.problem((key, "url"), f'"{url}" bukan alamat yang bisa dibuka.', advice)
        if key not in cited and not content.facts.broken:
            advice = "Sebut di source sebuah fakta, atau hapus sumber ini."
            yield toml.problem((key,), f'Sumber "{key}" tidak dipakai fakta mana pun.', advice, lacks=key)
