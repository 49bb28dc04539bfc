"""The view: a question or a plan as an HTML fragment.

The same functions prerender the page at build time, answer in the reader's browser, and
fill the offline exports; only `Links` differs.
"""

from __future__ import annotations

from collections import namedtuple

from helper import facts, flow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

Links = namedtuple("Links", "page helper", defaults=("../{}/", ""))
"""Where links lead: `page` is a pattern for a slug, `helper` what stands before a fragment."""

Guide = namedtuple("Guide", "flow facts pages")
"""What is shown: the Flow, the facts by name, and the label of each page by slug."""


def build(content: Mapping[str, Any]) -> Guide:
    """Return the guide of its content: `flow` and `facts`, shaped like the tables of data/."""
    return Guide(flow.build(content["flow"]), facts.build(content["facts"]), content["flow"]["pages"])


def escape(text: str) -> str:
    """Return text made safe for HTML content and quoted attributes."""
    return (
        text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace('"', "&quot;")
        .replace("'", "&#39;")
    )


def seams(text: str) -> str:
    """Return an address, as HTML, that may go on in a new line at its marks and nowhere else; other text as it is."""
    if " " in text:
        return text
    for mark in "/@_":
        text = text.replace(mark, f"{mark}<wbr>")
    return text.replace(".", "<wbr>.").replace("www<wbr>", "www")


def fact(facts_by_name: Mapping[str, facts.Fact], name: str) -> str:
    """Return a fact's value as HTML, a link where it is one; UnknownFact when there is none."""
    shown, to = escape(facts.value(facts_by_name, name)), facts.address(facts_by_name[name])
    return f'<a href="{escape(to)}" rel="noreferrer">{seams(shown)}</a>' if to else shown


def prose(guide: Guide, text: str) -> str:
    """Return a text of the flow as HTML, its markers replaced by facts."""
    return facts.fill(text, lambda name: fact(guide.facts, name), escape)


def plain(guide: Guide, text: str) -> str:
    """Return a text of the flow as plain text, its markers replaced by facts."""
    return facts.fill(text, lambda name: facts.value(guide.facts, name))


def question(guide: Guide, links: Links, place: flow.Place) -> str:
    """Return the question a reader stands at; its answers are links, so that they need no script."""
    asked = place.node
    before = tuple(chosen.id for _, chosen in place.steps)

    def to(choice: flow.Answer) -> str:
        if place.changing is None:
            return flow.fragment((*before, choice.id))
        return flow.fragment(flow.change(guide.flow, place.changing, len(before), choice.id))

    choices = "".join(
        f'<li><a class="answer" {drawn(choice)}href="{links.helper}#{to(choice)}"><span>{prose(guide, choice.text)}</span>'
        + (f" <small>{prose(guide, choice.hint)}</small>" if choice.hint else "")
        + "</a></li>"
        for choice in asked.answers
    )
    hint = f'<p class="hint">{prose(guide, asked.hint)}</p>' if asked.hint else ""
    return f'<h2 tabindex="-1">{prose(guide, asked.text)}</h2>{hint}<ul class="answers">{choices}</ul>'


def drawn(choice: flow.Answer) -> str:
    """Return the attribute by which the stylesheet draws a small picture, or nothing."""
    return f'data-picture="{choice.picture}" ' if choice.picture else ""


def trail(guide: Guide, links: Links, place: flow.Place, *, keep: bool, folded: bool = False) -> str:
    """Return "Jawaban Anda": each answer so far with a link that changes it.

    With `keep` the link remembers the later answers (the browser's Python resolves it);
    without, it leads to the prerendered question. `folded` puts all behind one line.
    """
    if not place.steps:
        return ""
    ids = tuple(chosen.id for _, chosen in place.steps)
    rows = []
    for index, (asked, chosen) in enumerate(place.steps):
        to = flow.fragment(ids, index) if keep else flow.fragment(ids[:index])
        text = plain(guide, asked.text)
        rows.append(
            f"<div><dt>{prose(guide, asked.text)}</dt><dd>{prose(guide, chosen.text)}</dd>"
            f'<dd><a href="{links.helper}#{to}">Ubah<span class="sr"> jawaban: {escape(text)}</span></a></dd></div>'
        )
    again = f'<p><a href="{links.helper}#{flow.PREFIX}">Mulai lagi dari awal</a></p>'
    inside = f"<dl>{''.join(rows)}</dl>{again}"
    if folded:
        return f'<details class="trail"><summary>Jawaban Anda ({len(rows)})</summary>{inside}</details>'
    return f'<div class="trail"><h3>Jawaban Anda</h3>{inside}</div>'


def ways_out(links: Links) -> str:
    """Return the exit that stands under every step."""
    page = links.page.replace("{}", "panduan/bandingkan-cara")
    return f'<p class="ways-out">Tidak ada yang cocok? <a href="{page}">Lihat semua cara lain</a>.</p>'


BLANK = "……"
"""What a reader fills in, in a ready text; print makes a line of it."""


def block(guide: Guide, text: flow.Text) -> str:
    """Return a text to copy, and to pass on (a chat) or print (all others); scripts unveil the buttons."""
    body = escape(plain(guide, text.body)).replace(BLANK, f"<u>{BLANK}</u>")
    other = "data-share hidden>Bagikan teks" if text.chat else "data-print hidden>Cetak teks"
    return (
        f'<figure class="message"><figcaption>{escape(text.label)}</figcaption><pre tabindex="0">{body}</pre>'
        f'<button type="button" data-copy hidden>Salin teks</button><button type="button" {other}</button></figure>'
    )


def items(guide: Guide, heading: str, texts: Iterable[str], tag: str, kind: str) -> str:
    """Return one part of a plan, or nothing when it has no lines."""
    lines = "".join(f"<li>{prose(guide, text)}</li>" for text in texts)
    return f'<section class="{kind}"><h3>{heading}</h3><{tag}>{lines}</{tag}></section>' if lines else ""


def contact(guide: Guide, entry: flow.Contact) -> str:
    """Return what to know before calling: number, hours, cost, what to have ready and to ask."""
    rows = "".join(
        f"<div><dt>{escape(head)}</dt><dd>{prose(guide, text)}</dd></div>" for head, text in entry.rows
    )
    return f'<section class="contact" data-contact="{entry.id}"><h3>{CALLING}</h3><dl>{rows}</dl></section>'


CALLING = "Sebelum bertanya ke pusat layanan"
NIK_FIRST = (
    '<p class="nik-first">NIK akan ditanyakan. <a href="{}#cek-nik">Periksa dulu angka NIK-nya</a>: '
    "satu angka salah bisa membuat Anda bolak-balik.</p>"
)


def outcome(guide: Guide, links: Links, plan: flow.Outcome) -> str:
    """Return a plan: first way, what to say, whom to call, what to bring and avoid (beside it on a wide screen), fallback, where to read on."""
    says = "".join(block(guide, guide.flow.texts[name]) for name in plan.say)
    beside = "".join(
        (
            contact(guide, guide.flow.contacts[plan.contact]) if plan.contact else "",
            items(guide, "Siapkan", plan.bring, "ul", "bring"),
            items(guide, "Hindari", plan.avoid, "ul", "avoid"),
        )
    )
    more = "".join(
        f'<li><a href="{links.page.replace("{}", slug)}">{escape(guide.pages[slug])}</a></li>'
        for slug in (plan.page, *plan.links)
    )
    return "".join(
        (
            f'<h2 tabindex="-1">{prose(guide, plan.title)}</h2><p class="calm">{prose(guide, plan.calm)}</p>',
            NIK_FIRST.format(links.helper) if plan.check_nik else "",
            items(guide, "Cara pertama", plan.first, "ol", "first"),
            f'<section class="say"><h3>Kata-kata siap pakai</h3>{says}</section>' if says else "",
            f'<div class="beside">{beside}</div>' if beside else "",
            items(guide, "Kalau tidak berhasil", plan.fallback, "ol", "fallback"),
            f'<section class="more"><h3>Baca selengkapnya</h3><ul>{more}</ul></section>',
            TOOLS,
        )
    )


TOOLS = (
    '<p class="tools"><button type="button" data-print hidden>Cetak rencana ini</button> '
    '<button type="button" data-share hidden>Bagikan rencana ini</button></p>'
)
STALE = '<p class="notice">Tautan ini dari panduan versi lain. Jawaban yang masih berlaku tetap dipakai.</p>'


def step(guide: Guide, links: Links, place: flow.Place) -> str:
    """Return everything for one position: the question or the plan, the answers so far, the exit."""
    is_question = isinstance(place.node, flow.Question)
    main = question(guide, links, place) if is_question else outcome(guide, links, place.node)
    return (STALE if place.stale else "") + main + trail(guide, links, place, keep=True) + ways_out(links)


def title(guide: Guide, place: flow.Place) -> str:
    """Return the document title of a position."""
    is_question = isinstance(place.node, flow.Question)
    return plain(guide, place.node.text if is_question else place.node.title)
