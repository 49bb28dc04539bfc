"""A contact of the flow as a block on a page: number, hours, cost, what to have ready and what to ask.

It is written once, in `[contact.nama]` of flow.toml, for plans and pages; a page asks for it by `{{ kontak: nama }}`.
"""

from __future__ import annotations

from helper import view

KIND = "kontak"
ANCHOR = "menelepon"
PLAIN = '<section class="contact"'


def block(guide: view.Guide, name: str) -> str:
    """Return a contact as HTML that a page can link to and that search leaves alone; KeyError when it does not exist.

    Search leaves it alone because it stands on many pages: the page about calling says it in words of its own.
    """
    made = view.contact(guide, guide.flow.contacts[name])
    return made.replace(PLAIN, f'{PLAIN} id="{ANCHOR}" data-search-exclude', 1)


BRIEF = ("Nomor", "Jam", "Biaya")
"""What is said of a contact where there is room for little."""


def brief(guide: view.Guide, name: str) -> str:
    """Return number, hours and cost of a contact as an HTML list; KeyError when it does not exist."""
    rows = dict(guide.flow.contacts[name].rows)
    body = "".join(f"<div><dt>{head}</dt><dd>{view.prose(guide, rows[head])}</dd></div>" for head in BRIEF)
    return f"<dl>{body}</dl>"


def words(guide: view.Guide, name: str) -> str:
    """Return the words of a contact with their markers, for those who look for the facts it quotes."""
    return "\n".join(f"{head}: {text}" for head, text in guide.flow.contacts[name].rows)
