"""The view of the NIK check: the field with its plain HTML hints, and a result.

Nothing here shows more than the form needs: the digits the reader typed, those at fault
marked, and words. Sex and date appear only in the words of a fault.
"""

from __future__ import annotations

from helper.kind_words import KPJ as KPJ_KIND
from helper.kind_words import PAGES
from helper.nik_pattern import pattern
from helper.numbers import KPJ, LIMIT
from helper.view import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from helper.nik import Result
    from helper.view import Links

NOWHERE = "tanpa-skrip"
"""The id of no form."""
GROUPS = ((1, 2), (3, 4), (5, 6), (7, 12), (13, 16))
"""First and last position of the parts of a NIK: province, regency, district, date, serial."""
MANY = 32
"""Digits beyond which showing them one by one helps nobody."""
HEADINGS = {
    "valid": "Bentuknya benar",
    "warn": "Bentuknya benar, tetapi periksa sekali lagi",
    "invalid": "Ada yang perlu diperbaiki",
}
NO_MISTAKE = " nomor"
"""The class that takes the look of a mistake away."""
FOUND = "Mungkin ini nomor KPJ Anda"
"""The heading where the very number that readers look for stands in the field of the NIK."""


def field(name: str, allowed: str, described: str) -> str:
    """Return an input for a number that nothing can send or keep, whose pattern lets plain HTML judge without any script.

    It has no name. Until the shell takes its attribute `form` away it belongs to no form: Enter then neither
    reloads the page, in engines that do not know `method="dialog"`, nor brings up the browser's own words.
    """
    return f"""<input id="{name}" form="{NOWHERE}" type="text" inputmode="numeric" autocomplete="off" autocorrect="off" autocapitalize="off"
spellcheck="false" translate="no" aria-describedby="{described}" pattern="{escape(allowed)}" required>"""


def form() -> str:
    """Return the form of the NIK field, which has no address. The words of plain HTML stand below the button: they must not move it away."""
    return f"""<form class="nik-form" method="dialog" novalidate data-nik data-asks="check" data-longest="{LIMIT + 1}" autocomplete="off">
<div data-part="result" role="status" aria-live="polite"></div>
<label for="nik">NIK yang akan Anda periksa</label>
<p class="hint" id="nik-hint">16 angka di KTP. Spasi, titik, dan tanda hubung boleh ikut.
Angka ini tidak dikirim ke mana pun dan tidak disimpan.</p>
<p class="error" id="nik-error" data-part="error"></p>
{field("nik", pattern(), "nik-error nik-hint")}
<button type="submit">Periksa bentuknya</button>
<p class="html-ok" hidden>Susunannya cocok: 16 angka, dengan kode wilayah dan tanggal yang mungkin.
Ini tidak berarti NIK itu terdaftar.</p>
<p class="html-bad" hidden>Ada yang tidak cocok sebagai NIK. Hitung ulang: NIK itu 16 angka, sama persis dengan KTP Anda.</p>
<p class="html-kpj" hidden>Kalau tepat 11 angka, itu kabar baik: panjangnya sama dengan nomor KPJ yang Anda cari.
Catat nomornya, lalu tanyakan kepada HRD atau petugas apakah benar.</p>
</form>"""


def onward(links: Links, page: str) -> str:
    """Return a link to the page that goes on after a number, or nothing when there is none."""
    return (
        f'<p>Langkah berikutnya: <a href="{links.page.replace("{}", page)}">{PAGES[page]}</a>.</p>'
        if page
        else ""
    )


def digits(result: Result) -> str:
    """Return the digits in their parts, those at fault marked; nothing when there are none to mark."""
    marked = {position for finding in result.findings for position in finding.positions}
    if not marked or not 0 < len(result.digits) <= MANY:
        return ""
    ends = {last for _, last in GROUPS}
    shown = "".join(
        (f"<mark>{escape(c)}</mark>" if i in marked else escape(c)) + (" " if i in ends else "")
        for i, c in enumerate(result.digits, 1)
    )
    return f'<p class="digits" aria-hidden="true" translate="no">{shown.strip()}</p>'


def is_kpj(result: Result) -> bool:
    """Return whether the text is as long as a KPJ: no NIK, but good news and no mistake."""
    return result.findings[0].code == KPJ.code


def heading(result: Result) -> str:
    """Return the heading of a result."""
    return FOUND if is_kpj(result) else HEADINGS[result.verdict]


def is_mistake(result: Result) -> bool:
    """Return whether the field is to be marked as wrong."""
    return result.verdict == "invalid" and not is_kpj(result)


def result(result: Result, links: Links) -> dict[str, str]:
    """Return the parts of the page that show a result: `result` and `error` as HTML.

    An error stands twice, as GOV.UK's pattern has it: in a summary that links to the field,
    and in the same words beside the field. A number that may be the reader's KPJ is no error.
    """
    words = [escape(finding.words) for finding in result.findings]
    head, error, kind = heading(result), "", result.verdict
    if result.verdict == "valid":
        head, _, words[0] = words[0].partition(". ")
    lines, more = "".join(f"<li>{text}</li>" for text in words), ""
    if is_kpj(result):
        kind += NO_MISTAKE
        more = onward(links, KPJ_KIND.page)
    elif result.verdict == "invalid":
        lines = "".join(f'<li><a href="#nik">{text}</a></li>' for text in words)
        error = f"<strong>Kesalahan:</strong> {words[0]}{digits(result)}"
    body = f'<div class="verdict {kind}" tabindex="-1"><h3>{head}</h3><ul>{lines}</ul>{more}'
    return {"result": f"{body}{digits(result) if not error else ''}</div>", "error": error}
