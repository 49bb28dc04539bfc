"""How a reader tells the maintainers that something is wrong or has changed: a link with all but that filled in.

It leads to an e-mail address or a form, the setting `extra: report` in mkdocs.yml; without it there is no line.
It is written at build, so that nothing that is typed can be in it.
"""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple
from urllib.parse import quote, urlsplit, urlunsplit

from helper import view
from publish.content.checks.site_menu import MAIL
from publish.site.source_list import day

LINE = re.compile(r"<p data-report>.*?</p>", re.DOTALL)
KEEP_OUT = "Jangan menulis NIK, nomor KPJ, atau nomor lain milik Anda."


class Reports(NamedTuple):
    """Where reports go ("" for nowhere), the guide's name, and the day up to which its facts were checked."""

    to: str
    name: str
    made: date

    def line(self, what: str, place: str = "", dates: str = "") -> str:
        """Return the line under `what`, which stands at `place` and has these dates of review, as HTML."""
        if not self.to:
            return ""
        lines = (what, place, dates, f"Versi panduan: {day(self.made)}.")
        body = "\n".join(filter(None, lines)) + f"\n\n{KEEP_OUT}\nYang salah atau sudah berubah:\n\n"
        return (
            "<p data-report>Ada yang salah atau sudah berubah? "
            f"{link(self.to, f'{self.name}: {what}', body)} {KEEP_OUT}</p>"
        )


def dates(checked: date | str, review: date | str) -> str:
    """Return the two dates of review in words."""
    return f"Diperiksa {day(checked)}. Diperiksa lagi paling lambat {day(review)}."


def link(to: str, subject: str, body: str) -> str:
    """Return a sentence with a link that carries a subject and a body, to an address or to a form that takes both."""
    if MAIL.fullmatch(to):
        href = f"mailto:{to}?{query(subject=subject, body=body.replace('\n', '\r\n'))}"
        return f'Tulis ke <a href="{view.escape(href)}">{view.seams(to)}</a>.'
    form = urlsplit(to)
    filled = "&".join(filter(None, (form.query, query(title=subject, body=body))))
    href = urlunsplit(form._replace(query=filled))
    return f'Isi <a href="{view.escape(href)}" rel="noreferrer" data-at="{view.escape(to)}">formulir laporan</a>.'


def query(**fields: str) -> str:
    """Return fields as the end of an address."""
    return "&".join(f"{name}={quote(text, safe='')}" for name, text in fields.items())
