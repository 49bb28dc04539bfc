"""The helper page before any script: the whole flow, every plan, the NIK field.

Every position of the flow is an anchor here, with the very fragment that Python would
answer to; so a link works in both layers, and either can take over from the other.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from helper import facts, flow, view, view_kinds, view_nik
from publish import SCRIPTS, frozen
from publish.site import reporting, source_list

NOTE = re.compile(r"^ *(?://|/?\*).*\n", re.MULTILINE)
"""A line of a script that is only a comment."""
HELPER = "mulai"
"""The slug of the helper's page."""
TAILS = ".,)"
"""Signs of a sentence that chat programs take into the link before them; a shared plan opens all the same."""


NO_SCRIPT = (
    '<p class="no-script">Pemeriksaan lengkap tidak jalan di sini, karena JavaScript mati. '
    "Hitung juga sendiri: 16 angka, sama persis dengan KTP Anda.</p>"
)
"""Stands at the NIK field until a script runs."""


def positions(guide: view.Guide, links: view.Links, tell: Callable[[str], str]) -> str:
    """Return all questions, one section a position, then all plans, one section a plan; `tell` says where to report one.

    What an address names takes focus, so that a screen reader goes on there without a script too.
    """
    questions, trails = [], dict[str, list[str]]()
    for answers in flow.paths(guide.flow):
        place, anchor = flow.at(guide.flow, answers), flow.fragment(answers)
        is_question = isinstance(place.node, flow.Question)
        past = view.trail(guide, links, place, keep=False, folded=not is_question)
        olds = "".join(f'<i id="{flow.fragment(old)}"></i>' for old in former(guide.flow, answers))
        if is_question:
            asked = view.question(guide, links, place)
            questions.append(
                f'<section id="{anchor}" tabindex="-1">{olds}{asked}{past}{view.ways_out(links)}</section>'
            )
        else:
            tails = "".join(f'<i id="{anchor}{sign}"></i>' for sign in TAILS)
            trails.setdefault(place.node.id, []).append(
                f'<div class="past" id="{anchor}" tabindex="-1">{tails}{olds}{past}</div>'
            )
    plans = [
        f'<section class="plan">{"".join(trails[name])}{view.outcome(guide, links, plan)}{tell(view.plain(guide, plan.title))}{view.ways_out(links)}</section>'
        for name, plan in guide.flow.outcomes.items()
    ]
    return "".join(questions + plans)


def early(manifest: dict[str, Any], base: str, *, at_once: bool) -> str:
    """Return what stands in the head of a page that can ask Python; `at_once`: its files are asked for then and there."""
    plan: dict[str, Any] = {"base": base, "files": [entry["file"] for entry in manifest["files"].values()]}
    plan |= {"script": manifest["files"]["python"]["open"]} if frozen.is_frozen(manifest) else {"whole": True}
    files = f'<meta name="python-files" content="{view.escape(json.dumps(plan))}">' if at_once else ""
    script = NOTE.sub("", (SCRIPTS / "python-early.js").read_text(encoding="utf-8"))
    return f"{files}<script>{script}</script>"


def former(table: flow.Flow, answers: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return what a position was called before its answers were renamed: links that were passed on still say so."""
    former_names: list[tuple[str, ...]] = []
    todo = [answers]
    while todo:
        here = todo.pop()
        for old, new in table.moved.items():
            parts = tuple(new.split("."))
            other = (*old.split("."), *here[len(parts) :])
            same = here[: len(parts)] == parts and tuple(flow.follow(table, other)) == answers
            if same and other not in former_names and other != answers:
                former_names.append(other)
                todo.append(other)
    return former_names


def megabytes(manifest: dict[str, Any]) -> str:
    """Return what the runtime costs on the wire, in Indonesian figures: `4,1 MB`."""
    size = sum(entry["size"] for entry in manifest["files"].values())
    return f"{size / 1e6:.1f} MB".replace(".", ",")


REST = "Pertanyaan dan rencana di atas tetap lengkap."
PENDING = (
    "<p data-pending-words hidden>Python masih diunduh. Hasil lengkapnya muncul di sini begitu siap.</p>"
)
"""Follows a form: what was asked there before Python came."""
NUMBER = "nomor-apa"
"""The anchor of the field that names a number."""


def bar(cost: str, tool: str = "Pemeriksa NIK", rest: str = REST) -> str:
    """Return the line that says what Python costs, how far it is, what went wrong, and what goes on without it."""
    small = tool[0].lower() + tool[1:]
    return f"""<div class="bar" role="status" tabindex="-1">
<p data-when="static" hidden>{tool} berjalan di perangkat Anda sendiri. Untuk itu perlu unduhan {cost}, sekali saja.
<span data-saving-words>Mode hemat data Anda menyala, jadi tidak ada yang diunduh tanpa izin.</span>
<button type="button" data-load>Unduh {cost}</button></p>
<p data-when="loading" hidden><label for="helper-progress">Mengunduh {small}. Anda tidak perlu menunggu: isi saja dulu.</label>
<progress id="helper-progress" value="0" max="1"></progress>
<span data-bytes aria-live="off" data-words="{{}} dari {{}} MB">0,0 dari {cost}</span> <button type="button" data-cancel>Batal</button></p>
<p data-when="ready" hidden>{tool} siap. Yang Anda ketik tidak meninggalkan perangkat ini.</p>
<p data-when="failed" hidden>{tool} tidak bisa dimulai di sini. {rest}
<button type="button" data-load>Coba lagi</button></p>
<p data-when="unable" hidden>Browser ini tidak bisa menjalankan {small}: versinya terlalu lama, atau dibatasi.
{rest} Kolom di bawah tetap memeriksa {"susunan" if rest == REST else "jumlah"} angkanya.</p>
</div>"""


def quoted(guide: view.Guide) -> set[str]:
    """Return the names of the facts that the plans and their contacts quote."""
    plans: Iterable[str] = (
        text
        for plan in guide.flow.outcomes.values()
        for text in (plan.calm, *plan.first, *plan.fallback, *plan.bring, *plan.avoid)
    )
    contacts = (text for contact in guide.flow.contacts.values() for _, text in contact.rows)
    return {name for text in (*plans, *contacts) for _, _, name in facts.markers(text)}


def days(guide: view.Guide) -> tuple[date, date]:
    """Return when the plans were checked, by the fact that was so longest ago, and when the next one is to be."""
    dated = [guide.facts[name] for name in quoted(guide)]
    return min(fact.checked for fact in dated), source_list.again(dated)


def card(guide: view.Guide, address: str) -> str:
    """Return what stands on a plan that is printed or passed on: whose it is, how old, and where to find it.

    `data-site` is the helper's page at the site's `address`, for a copy to pass on.
    """
    oldest, review = days(guide)
    shown = view.escape(address)
    site = f' data-site="{shown}{HELPER}/"' if shown else ""
    return (
        f'<p class="card"{site}>Panduan Nomor KPJ, tidak resmi. Diperiksa {source_list.day(oldest)}. '
        f"Diperiksa lagi paling lambat {source_list.day(review)}. "
        f"<span>{shown}</span> {source_list.passed(review, guide.facts)}</p>"
    )


def first_question(guide: view.Guide, links: view.Links, picture: str = "") -> str:
    """Return the first question, for the home page, with a picture to stand beside it."""
    place = flow.at(guide.flow, ())
    asked = f'<div class="flow" id="mulai">{view.question(guide, links, place)}</div>'
    return f'<div class="start">{asked}{picture}</div>' if picture else asked


def root(manifest: dict[str, Any], base: str, links: view.Links) -> str:
    """Return the attributes of a root element: where the runtime's files are, and where Python's links lead."""
    plan = {name: manifest[name] for name in ("lock", "files", "whole")}
    return (
        f'data-helper data-state="static" data-base="{base}" data-page="{view.escape(links.page)}"\n'
        f'data-runtime="{view.escape(json.dumps(plan, separators=(",", ":")))}"'
    )


def helper(
    guide: view.Guide,
    manifest: dict[str, Any],
    base: str,
    links: view.Links,
    address: str,
    reports: reporting.Reports,
) -> str:
    """Return the root element of the helper; `base` is where the runtime's files are, `address` the site's own."""
    oldest, review = days(guide)

    def tell(title: str) -> str:
        return reports.line(f"Rencana: {title}", f"{address}{HELPER}/", reporting.dates(oldest, review))

    return f"""<div {root(manifest, base, links)}>
{card(guide, address)}
<div class="flow" data-part="step"></div>
<div class="flow" data-static data-search-exclude>{positions(guide, links, tell)}</div>
<section class="check" id="cek-nik" tabindex="-1"><h2>Periksa bentuk NIK</h2>
<p>NIK sering ditanyakan saat mencari nomor KPJ. Periksa dulu supaya tidak bolak-balik karena satu angka.</p>
{bar(megabytes(manifest))}
{NO_SCRIPT}
{view_nik.form()}
{PENDING}
</section>
<section class="check" id="{NUMBER}" tabindex="-1"><h2>Nomor apa ini?</h2>
<p>Punya nomor, tetapi tidak tahu itu nomor apa? Tempel di sini, lalu baca kemungkinannya.</p>
{view_kinds.form()}
{PENDING}
</section>
</div>"""


def number(manifest: dict[str, Any], base: str, links: view.Links) -> str:
    """Return the field that names a number, for a page without the flow: Python comes when the field is touched.

    It stands in an element of its own: to what is printed such a page is a page, not a plan.
    """
    rest = "Nomornya tetap dikenali dari panjangnya."
    return f"""<div><div {root(manifest, base, links)} data-lazy>
<section class="check" id="{NUMBER}" tabindex="-1">
{bar(megabytes(manifest), "Pengenal nomor", rest)}
{view_kinds.form()}
{PENDING}
</section>
</div></div>"""
