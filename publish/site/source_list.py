"""Where the guide knows things from: the foot of a page, and the page of all sources."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from helper import data, view
from helper.facts import Fact
from publish import SCRIPTS

MONTHS = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
CONFIDENCE = {"high": "tinggi", "medium": "sedang", "low": "rendah"}
OPEN_QUESTION = "open"
DATES = SCRIPTS / "passed-dates.js"
"""The script that shows `passed`; it stands inside every page, and in every copy."""
ASK = "call-center"
"""The fact that says where a reader can make sure of something."""


def load() -> dict[str, Any]:
    """Return the sources by key, in the order of data/sources.toml."""
    return tomllib.loads(data.read("sources.toml"))


def day(when: date | str) -> str:
    """Return a date in Indonesian words: `22 November 2026`."""
    on = date.fromisoformat(str(when))
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def cite(source: Mapping[str, Any]) -> str:
    """Return one source as HTML: publisher, what it is, date; a link when it has an address."""
    name = view.escape(source["name"])
    if source.get("url"):
        name = f'<a href="{view.escape(source["url"])}" rel="noreferrer">{name}</a>'
    about = f", {view.escape(source['title'])}" if source.get("title") else ""
    return f"{name}{about} ({view.escape(source['date'])})"


def again(facts: Iterable[Fact], *days: date | str) -> date:
    """Return when something has to be looked at again: on the first review date of its facts and of these days."""
    return min(date.fromisoformat(str(day)) for day in (*days, *(fact.review for fact in facts)))


def passed(review: date, facts: Mapping[str, Fact]) -> str:
    """Return the words that a script shows once a review date has passed (passed-dates.js), as HTML."""
    ask = view.fact(facts, ASK) if ASK in facts else ""
    return (
        f'<b data-after="{review}" hidden>Tanggal itu sudah lewat'
        f"{f', jadi pastikan dulu lewat {ask}' if ask else ''}.</b>"
    )


def overdue(dated: Iterable[Fact], meta: Mapping[str, Any], today: date) -> str:
    """Return what of a page was published after its review date, as HTML; nothing when all is in time."""
    late: dict[date, list[str]] = {}
    for name, review in ("isi halaman ini", meta["review"]), *((fact.label, fact.review) for fact in dated):
        on = date.fromisoformat(str(review))
        if on < today:
            late.setdefault(on, []).append(view.escape(name))
    named = " ".join(
        f"Seharusnya diperiksa ulang {day(on)}, tetapi belum sempat: {'; '.join(late[on])}."
        for on in sorted(late)
    )
    return f"<p data-overdue>{named}</p>" if named else ""


def foot(
    quoted: Iterable[Fact],
    sources: Mapping[str, Any],
    meta: Mapping[str, Any],
    all_sources: str,
    facts: Mapping[str, Fact],
    dated: Iterable[Fact],
    late: date | None,
    tell: str = "",
) -> str:
    """Return the foot of a page: dates of review, and the sources of the facts it quotes.

    `dated` are the facts by which it grows old, `late` the day on which it is published with passed dates,
    `tell` how to tell the maintainers.
    """
    used: dict[str, list[str]] = {}
    for fact in quoted:
        for key in fact.source:
            used.setdefault(key, []).append(fact.label)
    lines = "".join(
        f"<li>{cite(sources[key])}: {view.escape('; '.join(dict.fromkeys(labels)))}</li>"
        for key, labels in used.items()
    )
    listed = (
        f"<details><summary>Sumber halaman ini ({len(used)})</summary><ul>{lines}</ul></details>"
        if used
        else ""
    )
    dates = ""
    if "checked" in meta:
        dated = list(dated)
        review = again(dated, meta["review"])
        dates = (
            f'<p>Diperiksa <time datetime="{meta["checked"]}">{day(meta["checked"])}</time>. '
            f'Diperiksa lagi paling lambat <time datetime="{review}">{day(review)}</time>. '
            f"{passed(review, facts)}</p>{overdue(dated, meta, late) if late else ''}"
        )
    return (
        '<section class="page-foot" data-search-exclude><h2 id="sumber-dan-tanggal-periksa">Sumber dan tanggal periksa</h2>'
        f"{dates}{listed}{tell}"
        "<p data-kept hidden>Tersimpan di perangkat ini: panduan bisa dibuka lagi tanpa internet.</p>"
        "<p>Panduan ini tidak resmi dan tidak mewakili BPJS Ketenagakerjaan. "
        f'<a href="{all_sources}">Lihat semua sumber</a>.</p></section>'
    )


def table(facts: Mapping[str, Fact], sources: Mapping[str, Any]) -> str:
    """Return all facts with value, source, confidence and date; then what could not be verified."""
    rows, unverified = [], []
    for fact in facts.values():
        value = view.fact(facts, fact.name)
        if fact.kind == OPEN_QUESTION:
            unverified.append(f"<li>{value}</li>")
            continue
        note = f"<br><small>{view.escape(fact.note)}</small>" if fact.note else ""
        cited = "<br>".join(cite(sources[key]) for key in fact.source)
        rows.append(
            f'<tr><th scope="row">{view.escape(fact.label)}</th><td>{value}{note}</td><td>{cited}</td>'
            f"<td>{CONFIDENCE[fact.confidence]}</td><td>{day(fact.checked)}</td></tr>"
        )
    heads = "".join(
        f'<th scope="col">{head}</th>' for head in ("Fakta", "Isi", "Sumber", "Keyakinan", "Diperiksa")
    )
    return (
        f"<div data-search-exclude><table><thead><tr>{heads}</tr></thead><tbody>{''.join(rows)}</tbody></table>"
        '<h2 id="belum-dipastikan">Yang belum bisa kami pastikan</h2>'
        f"<ul>{''.join(unverified)}</ul></div>"
    )
