"""The maintainers' page, under `make serve` only: the flow drawn, its paths, the facts with age and use, what is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from helper import flow
from helper.view import escape
from publish.content import checks, problem
from publish.content import reading as content_files
from publish.content.checks import review_dates
from publish.content.reading import Content
from publish.tools import due, fact_uses
from publish.tools.flow_picture import picture

HEAD = """<!doctype html><html lang="id"><head><meta charset="utf-8"><title>Pengelola</title>
<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="desk.css"></head>
<body class="desk-page"><h1>Halaman pengelola</h1>
<p>Hanya ada saat <code>make serve</code>; tidak ikut diterbitkan. <a href="../">Ke panduan</a>.</p>
<nav><a href="#alur">Alur</a> <a href="#jalan">Semua jalan</a> <a href="#fakta">Fakta</a> <a href="#halaman">Halaman</a></nav>
"""


def render(root: Path, today: date) -> str:
    """Return the whole page for the content under a root, broken or not."""
    content = content_files.read(root, today)
    problems = checks.of_flow(content)
    parts = [HEAD, *flow_parts(content, problems), facts(content), pages(content), "</body></html>\n"]
    return "\n".join(parts)


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Return a table; its cells are HTML already."""
    top = "".join(f'<th scope="col">{head}</th>' for head in heads)
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def flow_parts(content: Content, problems: Iterable[problem.Problem]) -> Iterable[str]:
    """Yield the picture and the paths of the flow, or why there are none."""
    yield f'<h2 id="alur">Alur</h2><p>Dibuat dari <code>{content.flow.file}</code>.</p>'
    if any(one.file == content.flow.file for one in problems):
        yield "<p>Alur belum bisa digambar: bereskan dulu masalah di flow.toml.</p>"
        return
    whole = flow.build(content.flow.table)
    yield f'<div class="scroll" tabindex="0">{picture(whole)}</div>'
    rows = []
    for answers in flow.paths(whole):
        place = flow.at(whole, answers)
        if isinstance(place.node, flow.Outcome):
            words = " &rsaquo; ".join(escape(answer.text) for _, answer in place.steps)
            link = f'<a href="../mulai/#{escape(flow.fragment(answers))}">{words}</a>'
            page = f'<a href="../{escape(place.node.page)}/">{escape(place.node.page)}</a>'
            rows.append((str(len(answers)), link, escape(place.node.title), page))
    yield f'<h2 id="jalan">Semua jalan ({len(rows)})</h2>'
    yield table(("Pertanyaan", "Jawaban", "Rencana", "Halaman"), rows)


def facts(content: Content) -> str:
    """Return all facts: value, age in days since the last check, when again, where used."""
    used, rows = fact_uses.uses(content), []
    for name, fact in content.facts.table.items():
        if not isinstance(fact, dict):
            continue
        checked, again = review_dates.day(fact.get("checked")), review_dates.day(fact.get("review"))
        rows.append(
            (
                f"<code>{escape(name)}</code><br>{content.facts.file}:{content.facts.line(name)}",
                escape(str(fact.get("value", ""))),
                f"{(content.today - checked).days} hari" if checked else "?",
                f"{again}<br>{due.when(again, content.today)}" if again else "?",
                escape(str(fact.get("confidence", "?"))),
                f"{len(used[name])}: {escape(', '.join(used[name]))}",
            )
        )
    heads = ("Fakta", "Isi", "Umur", "Periksa ulang", "Keyakinan", "Dipakai di")
    return f'<h2 id="fakta">Fakta ({len(rows)})</h2>{table(heads, rows)}'


def pages(content: Content) -> str:
    """Return the pages by review date."""
    rows = [
        (
            str(one.review),
            due.when(one.review, content.today),
            f"<code>{escape(one.file)}</code>",
            escape(one.label),
        )
        for one in review_dates.due(content)
        if one.file.startswith("docs/")
    ]
    heads = ("Periksa ulang", "Waktu", "Berkas", "Judul")
    return f'<h2 id="halaman">Halaman menurut tanggal periksa ulang ({len(rows)})</h2>{table(heads, rows)}'
