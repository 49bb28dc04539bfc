"""The view of the NIK check: the field with its plain HTML hints, and a result.

Nothing here shows more than the form needs: the digits the reader typed, those at fault
marked, and words. Sex and date appear only in the words of a fault.
"""

from __future__ import annotations

from helper.numbers import LIMIT
from helper.regions import PROVINCES
from helper.view import escape

TYPE_CHECKING = False
if TYPE_CHECKING:
    from helper.nik import Result

GROUPS = ((1, 2), (3, 4), (5, 6), (7, 12), (13, 16))
"""First and last position of the parts of a NIK: province, regency, district, date, serial."""
MANY = 32
"""Digits beyond which showing them one by one helps nobody."""
HEADINGS = {
    "valid": "Bentuknya benar",
    "warn": "Bentuknya benar, tetapi periksa sekali lagi",
    "invalid": "Ada yang perlu diperbaiki",
}


def form() -> str:
    """Return the NIK field, whose pattern lets plain HTML judge without any script.

    The input has no name and the form no address, so that nothing can be sent. The words of plain
    HTML stand below the button: they appear while it is pressed, and must not move it away.
    """
    return f"""<form class="nik-form" method="dialog" data-nik data-longest="{LIMIT + 1}" autocomplete="off">
<div data-part="result" role="status" aria-live="polite"></div>
<label for="nik">NIK yang akan Anda periksa</label>
<p class="hint" id="nik-hint">16 angka di KTP. Spasi, titik, dan tanda hubung boleh ikut.
Angka ini tidak dikirim ke mana pun dan tidak disimpan.</p>
<p class="error" id="nik-error" data-part="error"></p>
<input id="nik" type="text" inputmode="numeric" autocomplete="off" autocorrect="off" autocapitalize="off"
spellcheck="false" translate="no" aria-describedby="nik-error nik-hint" pattern="{escape(pattern())}" required>
<button type="submit">Periksa bentuknya</button>
<p class="html-ok" hidden>Susunannya cocok: 16 angka, dengan kode provinsi dan tanggal yang mungkin.
Ini tidak berarti NIK itu terdaftar.</p>
<p class="html-bad" hidden>Ada yang tidak cocok. Hitung ulang: harus 16 angka, sama persis dengan KTP Anda.</p>
</form>"""


def wide(digit: str) -> str:
    """Return the full-width form of a digit, which some keyboards write."""
    return chr(0xFF10 + int(digit))


def one_of(digits: str) -> str:
    """Return a class of a pattern: one of these digits, of either width."""
    return f"[{digits}{''.join(map(wide, digits))}]"


def pattern() -> str:
    """Return an HTML `pattern` that well-formed NIKs match, separators and all.

    It knows the provinces but not the regencies or the length of months, and lets any sign but a
    letter stand between: plain HTML may say "right" a little too often, never "wrong" to a right one.
    """
    ends: dict[str, str] = {}
    for province in sorted(PROVINCES):
        ends[province[0]] = ends.get(province[0], "") + province[1]
    digits = f"0-9{wide('0')}-{wide('9')}"
    between, digit = f"[^{digits}A-Za-z]*", f"[{digits}]"
    zero = one_of("0")
    not_zero = f"(?!{zero}{between}{zero}){digit}"
    parts = (
        "(?:" + "|".join(f"{one_of(first)}{between}{one_of(last)}" for first, last in ends.items()) + ")",
        not_zero,
        digit,
        not_zero,
        digit,
        f"(?:{one_of('04')}{between}{one_of('123456789')}|{one_of('1256')}{between}{digit}"
        f"|{one_of('37')}{between}{one_of('01')})",
        f"(?:{zero}{between}{one_of('123456789')}|{one_of('1')}{between}{one_of('012')})",
        digit,
        digit,
        f"(?!{zero}{between}{zero}{between}{zero}{between}{zero}){digit}",
        *(digit,) * 3,
    )
    return between + between.join(parts) + between


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


def result(result: Result) -> dict[str, str]:
    """Return the parts of the page that show a result: `result` and `error` as HTML.

    An error stands twice, as GOV.UK's pattern has it: in a summary that links to the field,
    and in the same words beside the field.
    """
    words = [escape(finding.words) for finding in result.findings]
    heading, error = HEADINGS[result.verdict], ""
    if result.verdict == "valid":
        heading, _, words[0] = words[0].partition(". ")
    lines = "".join(f"<li>{text}</li>" for text in words)
    if result.verdict == "invalid":
        lines = "".join(f'<li><a href="#nik">{text}</a></li>' for text in words)
        error = f"<strong>Kesalahan:</strong> {words[0]}{digits(result)}"
    body = f'<div class="verdict {result.verdict}" tabindex="-1"><h3>{heading}</h3><ul>{lines}</ul>'
    return {"result": f"{body}{digits(result) if not error else ''}</div>", "error": error}
