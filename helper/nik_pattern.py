"""The NIK field's HTML `pattern`: what plain HTML can judge before Python is there, and where it never comes.

It reads what surrounds a number exactly as `helper.cleaning` does, so that a verdict does not turn
over when Python arrives; it takes time in proportion to the length.
"""

from __future__ import annotations

from helper.cleaning import AROUND, BLANKS, COMMAS, GAPS, MASKS, POINTS
from helper.numbers import LIMIT
from helper.regions import PROVINCES


def wide(digit: str) -> str:
    """Return the full-width form of a digit, which some keyboards write."""
    return chr(0xFF10 + int(digit))


def one_of(digits: str) -> str:
    """Return a class of a pattern: one of these digits, of either width."""
    return f"[{digits}{''.join(map(wide, digits))}]"


def among(signs: str) -> str:
    """Return what a class of a pattern needs to hold these signs: ranges, in escapes that `u`, `v` and Python read alike."""
    codes, runs = sorted(set(map(ord, signs))), list[list[int]]()
    for code in codes:
        if runs and runs[-1][-1] == code - 1:
            runs[-1].append(code)
        else:
            runs.append([code])
    ends = ("-".join(map(_escaped, dict.fromkeys((run[0], run[-1])))) for run in runs)
    return "".join(ends)


def _escaped(code: int) -> str:
    return chr(code) if code > 0xFFFF or chr(code).isalnum() else f"\\u{code:04x}"


def pattern() -> str:
    """Return an HTML `pattern` that well-formed NIKs match, with just the signs around them that Python drops too.

    It knows the provinces but not the regencies or the length of months: plain HTML may say "right"
    a little too often, never "wrong" to a right one.
    """
    ends: dict[str, str] = {}
    for province in sorted(PROVINCES):
        ends[province[0]] = ends.get(province[0], "") + province[1]
    digits = f"0-9{wide('0')}-{wide('9')}"
    between, digit = f"[^{digits}]*", f"[{digits}]"
    zero = one_of("0")
    not_zero = f"(?!{zero}{between}{zero}){digit}"
    region = (
        "(?:" + "|".join(f"{one_of(first)}{between}{one_of(last)}" for first, last in ends.items()) + ")",
        not_zero,
        digit,
        not_zero,
        digit,
    )
    abroad = (one_of("9"), one_of("9"), *(digit,) * 4)
    parts = (
        f"(?:{between.join(region)}|{between.join(abroad)})",
        f"(?:{one_of('04')}{between}{one_of('123456789')}|{one_of('1256')}{between}{digit}"
        f"|{one_of('37')}{between}{one_of('01')})",
        f"(?:{zero}{between}{one_of('123456789')}|{one_of('1')}{between}{one_of('012')})",
        digit,
        digit,
        f"(?!{zero}{between}{zero}{between}{zero}{between}{zero}){digit}",
        *(digit,) * 3,
    )
    lone, after = _decimals(digits)
    return f"{_decorated(digits)}{lone}{between}{between.join(parts)}{after}{between}"


def of_length(count: int) -> str:
    """Return an HTML `pattern` that numbers of so many digits match, with the signs around them that Python drops too."""
    digits = f"0-9{wide('0')}-{wide('9')}"
    return f"{_decorated(digits)}[^{digits}]*(?:[{digits}][^{digits}]*){{{count}}}"


def _decorated(digits: str) -> str:
    """Return a lookahead: no sign but those that may be there, and those that only surround a number around it."""
    outside = among(AROUND + MASKS)
    apart = among("".join(set(AROUND + MASKS) - set(BLANKS)))
    allowed = f"[{digits}{among(GAPS + POINTS + COMMAS)}{outside}]{{1,{LIMIT}}}"
    inside = f"[^{digits}]*[{digits}](?:[^{digits}{apart}]*[{digits}])*[^{digits}]*"
    return f"(?={allowed}$)(?={inside}$)"


def _decimals(digits: str) -> tuple[str, str]:
    """Return what refuses a number that has its 16 digits only with the zeros of a decimal part, and what allows one after 16."""
    zeros = f"(?:[^{digits}{among(POINTS + COMMAS + AROUND + MASKS)}]*{one_of('0')})"
    lone = (
        f"(?![^{digits}]*(?:[{digits}][^{digits}{among(signs)}]*){{14,15}}[{among(signs)}]{zeros}{{1,2}}[^{digits}]*$)"
        for signs in (POINTS, COMMAS)
    )
    return "".join(lone), f"(?:[^{digits}]*[{among(POINTS + COMMAS)}]{zeros}+)?"
