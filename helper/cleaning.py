"""Clean what people paste into a number field: drop what can only be decoration, keep everything else.

Spreadsheets, lists, chats and bold type leave signs in and around a number. Some go wherever they
stand; some only around the number, because between digits they could part two numbers or hide some.
"""

from __future__ import annotations

# By hand and code point by code point: str.isdigit() and NFKC also let superscripts, circled and
# Arabic-Indic digits through, which are no digits of a NIK.
GAPS = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680"
    "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"  # spaces and line ends
    "\u180e\u200b\u200c\u200d\u2060\u2061\u2062\u2063\u2064\ufeff"  # no width
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"  # direction
    "\xb7\u2024\u2027\u2219\u22c5\u3002\ufe52\uff61"  # dots that no table writes
    "-\xad\u058a\u05be\u1400\u1806\u2010\u2011\u2012\u2013\u2014\u2015\u2043\u2212\u2e17\u2e1a\u2e3a\u2e3b\u2e40\u2e5d"
    "\u301c\u3030\u30a0\ufe31\ufe32\ufe58\ufe63\uff0d\U00010d6e\U00010ead"  # dashes, the soft hyphen too
    "'`\xb4\u02bb\u02bc\u2018\u2019\u201a\u201b\u2032\uff07"  # apostrophes: a table's text mark, Swiss groups
)
"""Dropped wherever they stand."""
POINTS, COMMAS = ".\uff0e", ",\uff0c"
"""Dropped too; the only one of its kind, before a last 0 or 00, begins a decimal part."""
AROUND = (
    '"\u201c\u201d\u201e\u201f\u2033\xab\xbb\u2039\u203a\uff02'
    "()[]{}<>\uff08\uff09"
    ":;=|!\uff1a\uff1b\uff1d\uff5c\uff01"
)
"""Quotation marks, brackets and signs of lists, formulas and sentences: dropped only around a number."""
MASKS = "*_~#?\u2022\u25cf\u25e6\u25aa\uff0a\uff3f"
"""Bold, italics, list marks; but people also hide digits behind them."""
BLANKS = "_\uff3f"
"""Masks that may part the digits of a number that has them all."""

_TABLE: dict[int, str | None] = {
    **dict.fromkeys(map(ord, GAPS)),
    **{0xFF10 + digit: str(digit) for digit in range(10)},  # full-width digits
    ord(POINTS[1]): POINTS[0],
    ord(COMMAS[1]): COMMAS[0],
}
_OUTSIDE = AROUND + ".,"
_SURROUNDING = dict.fromkeys(map(ord, _OUTSIDE))
WHOLE = 16
"""Digits of a NIK: a text that has them all can hide none."""


def compact(text: str) -> str:
    """Return the text without spaces, line ends, marks without width, signs that group or surround, and decimals.

    Full-width digits become digits. All else stays as it is, even what is no digit: the caller has
    to see it. Idempotent; takes time in proportion to the length.
    """
    if text.isascii() and text.isdigit():
        return text
    text = text.translate(_TABLE)
    core = text.strip(_OUTSIDE + MASKS)
    number = _ungrouped(core[: len(core) - _decimals(core)], BLANKS)
    if len(number) == WHOLE and number.isascii() and number.isdigit():
        return number
    core = _unwrap(text)
    return _ungrouped(core[: len(core) - _decimals(core)])


def has_decimals(text: str) -> bool:
    """Return whether `compact` takes the end of a text for a decimal part, as a table adds it: `,0` or `.00`."""
    return _decimals(_unwrap(text.translate(_TABLE))) > 0


def _ungrouped(text: str, blanks: str = "") -> str:
    for sign in ".," + blanks:
        text = text.replace(sign, "")
    return text


def _decimals(core: str) -> int:
    """Return the length of the decimal part of a text without gaps, 0 if there is none.

    A table writes one sign for groups and another for decimals. So the last sign, when it also stands
    before, parts groups, unless all digits of a NIK precede it.
    """
    sign = max(core.rfind("."), core.rfind(","))
    zeros = core[sign + 1 :]
    if sign < 0 or not zeros or zeros.strip("0"):
        return 0
    before = core[:sign]
    lone = core[sign] not in before and len(zeros) <= 2
    if lone or len(_ungrouped(before, BLANKS)) == WHOLE:
        return len(core) - sign
    return 0


def _unwrap(text: str) -> str:
    """Return what stands inside quotation marks, brackets, bold type: masks only in pairs, or one alone in front."""
    core = text.strip(_OUTSIDE + MASKS)
    front, _, back = text.partition(core) if core else (text, "", "")
    front, back = front.translate(_SURROUNDING), back.translate(_SURROUNDING)
    if core and (front == back[::-1] or (len(front) == 1 and not back)):
        return core
    return text.strip(_OUTSIDE)
