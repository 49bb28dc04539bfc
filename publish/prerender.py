"""The helper page before any script: the whole flow, every plan, the NIK field.

Every position of the flow is an anchor here, with the very fragment that Python would
answer to; so a link works in both layers, and either can take over from the other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from helper import facts, flow, view, view_nik
from publish import sources


def positions(guide: view.Guide, links: view.Links) -> str:
    """Return all questions, one section a position, then all plans, one section a plan."""
    questions, trails = [], dict[str, list[str]]()
    for answers in flow.paths(guide.flow):
        place, anchor = flow.at(guide.flow, answers), flow.fragment(answers)
        is_question = isinstance(place.node, flow.Question)
        past = view.trail(guide, links, place, keep=False, folded=not is_question)
        if is_question:
            asked = view.question(guide, links, place)
            questions.append(f'<section id="{anchor}">{asked}{past}{view.ways_out(links)}</section>')
        else:
            trails.setdefault(place.node.id, []).append(f'<div class="past" id="{anchor}">{past}</div>')
    plans = [
        f'<section class="plan">{"".join(trails[name])}{view.outcome(guide, links, plan)}{view.ways_out(links)}</section>'
        for name, plan in guide.flow.outcomes.items()
    ]
    return "".join(questions + plans)


def megabytes(manifest: dict[str, Any]) -> str:
    """Return what the runtime costs on the wire, in Indonesian figures: `4,1 MB`."""
    size = sum(entry["size"] for entry in manifest["files"].values())
    return f"{size / 1e6:.1f} MB".replace(".", ",")


def bar(cost: str) -> str:
    """Return the line that says what the helper costs, how far it is, and what went wrong."""
    return f"""<div class="bar" role="status" tabindex="-1">
<p data-when="static">Pemeriksa NIK berjalan di perangkat Anda sendiri. Untuk itu perlu unduhan {cost}, sekali saja.
<span data-saving-words>Mode hemat data Anda menyala, jadi tidak ada yang diunduh tanpa izin.</span>
<button type="button" data-load>Unduh {cost}</button></p>
<p data-when="loading"><label for="helper-progress">Mengunduh pemeriksa NIK. Anda tidak perlu menunggu: jawab saja.</label>
<progress id="helper-progress" value="0" max="1"></progress>
<span data-bytes aria-live="off" data-words="{{}} dari {{}} MB"></span> <button type="button" data-cancel>Batal</button></p>
<p data-when="ready">Pemeriksa NIK siap. Yang Anda ketik tidak meninggalkan perangkat ini.</p>
<p data-when="failed">Pemeriksa NIK tidak bisa dimulai di sini. Pertanyaan dan rencana di bawah tetap lengkap.
<button type="button" data-load>Coba lagi</button></p>
</div>"""


def quoted(guide: view.Guide) -> set[str]:
    """Return the names of the facts that the plans and their contacts quote."""
    plans: Iterable[str] = (
        text
        for plan in guide.flow.outcomes.values()
        for text in (plan.calm, *plan.first, *plan.fallback, *plan.bring, *plan.avoid)
    )
    contacts = (said for contact in guide.flow.contacts.values() for _, said in contact.rows)
    return {name for text in (*plans, *contacts) for _, _, name in facts.markers(text)}


def card(guide: view.Guide, address: str) -> str:
    """Return what stands on a plan that is printed or passed on: whose it is, how old, and where to find it.

    The day is that of the fact that was checked longest ago. An `address` of this machine is no address.
    """
    oldest = min(guide.facts[name].checked for name in quoted(guide))
    shown = "" if urlsplit(address).hostname in {None, "localhost", "127.0.0.1"} else address
    return (
        f'<p class="card">Panduan Nomor KPJ, tidak resmi. Diperiksa {sources.day(oldest)}. '
        f"<span>{view.escape(shown)}</span></p>"
    )


def first_question(guide: view.Guide, links: view.Links) -> str:
    """Return the first question, for the home page."""
    place = flow.at(guide.flow, ())
    return f'<div class="flow" id="mulai">{view.question(guide, links, place)}</div>'


def helper(guide: view.Guide, manifest: dict[str, Any], base: str, links: view.Links, address: str) -> str:
    """Return the root element of the helper; `base` is where the runtime's files are, `address` the site's own."""
    plan = {name: manifest[name] for name in ("lock", "files", "whole")}
    return f"""<div data-helper data-state="static" data-base="{base}" data-page="{view.escape(links.page)}"
data-runtime="{view.escape(json.dumps(plan, separators=(",", ":")))}">
{bar(megabytes(manifest))}
{card(guide, address)}
<div class="flow" data-part="step"></div>
<div class="flow" data-static data-search-exclude>{positions(guide, links)}</div>
<section class="check" id="cek-nik"><h2>Periksa bentuk NIK</h2>
<p>NIK sering ditanyakan saat mencari nomor KPJ. Periksa dulu supaya tidak bolak-balik karena satu angka.</p>
{view_nik.form()}
<p data-pending-words>Pemeriksa masih diunduh. Hasilnya muncul di sini begitu siap.</p>
</section>
</div>"""
