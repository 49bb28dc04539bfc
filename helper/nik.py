"""Check the form of a NIK (nomor induk kependudukan), the 16 digits of an Indonesian identity.

Province 2, kabupaten or kota 2, kecamatan 2, birth date DDMMYY (day + 40 for women), serial 4 from
0001. There is no check digit, and a NIK follows neither a move nor a correction nor a split of a
region: a check can say "the form is right", never "registered" or "yours". So it refuses only what
cannot be true and warns of what is only unlikely.

The law counts one more number as a NIK: the NIT of citizens abroad who had none. It begins with 99,
three digits of the country and one of the mission; date and serial follow as ever.

Source: PP 37/2007 art. 37 (composition), PP 40/2019 art. 30 (for life) and 32 (NIT), Kemendagri region codes.
"""

from __future__ import annotations

from collections import namedtuple

from helper import numbers
from helper.cleaning import MASKS, compact, has_decimals
from helper.nik_words import WORDS
from helper.regions import KNOWN, PROVINCES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

__all__ = ["Finding", "Result", "check", "compact"]

LENGTH = 16
ABROAD = "99"
"""The first digits of a NIT."""
MOST_SHOWN = 40
"""Characters of a cleaned text that a result still carries: longer ones are no number to mark."""


class Finding(namedtuple("Finding", "code positions words")):
    """One thing found: a code, the positions it is about (1 to 16; () for the whole), Indonesian words."""

    __slots__ = ()
    code: str
    positions: tuple[int, ...]
    words: str


class Result(namedtuple("Result", "verdict findings digits")):
    """The answer: "valid", "warn" or "invalid"; at least one finding; the cleaned text to mark positions in.

    `digits` is empty for a text longer than MOST_SHOWN; what cannot be printed stands in it as U+FFFD.
    """

    __slots__ = ()
    verdict: str
    findings: tuple[Finding, ...]
    digits: str

    def __repr__(self) -> str:
        """Return the answer without the digits: a NIK must not reach a log or an error text."""
        return f"Result({self.verdict}: {', '.join(finding.code for finding in self.findings)})"


# Day and month as they stand in a NIK -> month * 100 + day, the 366 days of a leap year for men and
# for women (day + 40). A table, because a NIK is checked on every keystroke of a slow phone's user.
_MONTHS = {
    "Januari": 31, "Februari": 29, "Maret": 31, "April": 30, "Mei": 31, "Juni": 30,
    "Juli": 31, "Agustus": 31, "September": 30, "Oktober": 31, "November": 30, "Desember": 31,
}  # fmt: skip
_DAYS = {
    f"{day + female:02}{month:02}": month * 100 + day
    for month, last in enumerate(_MONTHS.values(), 1)
    for day in range(1, last + 1)
    for female in (0, 40)
}
_LEAP_DAY = 229
_YEARS = {f"{year:02}": year for year in range(100)}
_RUNS = {"4567": "0123", "5678": "1234", "6543": "0987", "7654": "1098"}
"""Serial -> month and year before it, where the last eight digits count up or down."""
_FIRST_FAMILY_CARD = 2004
"""The year from which Nomor KK of today's system were given; their date is the day of recording."""


def check(text: str, *, today: date) -> Result:
    """Return whether the text has the form of a NIK, with every fault found, the most useful first.

    The year has two digits: it is read as the latest one that is not after this year. So this year's
    digits mean this year (or 100 years ago), the next ones 1900-something. From that follow two
    warnings, never a refusal: this year with a day still to come ("future-date"), and a holder who
    turned or turns 97 to 99 this year ("about-hundred"). 29 February needs YY % 4 == 0, whatever the century.

    Takes any text; never raises. A text longer than `numbers.LIMIT` characters is refused unread.
    """
    if len(text) > numbers.LIMIT:
        return Result("invalid", (_finding("too-much-text"),), "")
    digits = compact(text)
    if len(digits) != LENGTH or not (digits.isascii() and digits.isdigit()):
        return _refuse(digits, text)

    region, serial = digits[:4], digits[12:]
    faults: list[Finding] = []
    doubts: list[Finding] = []
    hint = 0  # an index of _HINTS; the common way looks up no more than it must
    if region not in KNOWN or digits[4:6] == "00":
        hint = _name_region(digits, faults, doubts)
    day = _DAYS.get(digits[6:10])
    if day is None:
        _name_date(digits, faults)
    else:
        year = _YEARS[digits[10:12]]
        age = (today.year - year) % 100
        if day == _LEAP_DAY and year % 4:
            faults.append(_finding("no-leap-year", 7, 12))
        elif age > 96 or (age == 0 and day > today.month * 100 + today.day):
            doubts.append(_finding("about-hundred", 11, 12) if age else _finding("future-date", 7, 12))
        elif age <= today.year - _FIRST_FAMILY_CARD:
            hint = hint or digits[6] < "4"
    if serial == "0000":
        faults.append(_finding("serial-zero", 13, 16))

    if faults:
        looks = [Finding(look.code, (), look.words) for look in numbers.recognise(digits)]
        return Result(
            "invalid", (*looks, *faults, *doubts, *(_HINTS[_ABROAD] if hint == _ABROAD else ())), digits
        )
    if (serial == region and digits == region * 4) or (serial in _RUNS and digits[8:12] == _RUNS[serial]):
        doubts.append(_finding("made-up"))
    if doubts:
        return Result("warn", (*doubts, *_HINTS[hint]), digits)
    return Result("valid", _VALID[hint], digits)


def _finding(code: str, first: int = 1, last: int = 0, /, **blanks: object) -> Finding:
    words = WORDS[code]
    return Finding(code, tuple(range(first, last + 1)), words.format(**blanks) if blanks else words)


_ABROAD = 2
# What to say besides: nothing, that it could be a Nomor KK, that it begins like a NIT.
_HINTS = (
    (),
    (Finding(numbers.FAMILY_CARD.code, (), numbers.FAMILY_CARD.words),),
    (_finding("looks-like-nit"),),
)
_VALID = tuple((_finding("well-formed"), *hints) for hints in _HINTS)


def _refuse(cleaned: str, text: str) -> Result:
    """Answer a text that is not 16 digits: say what it looks like, what is no digit, how long it is."""
    if not cleaned:
        return Result("invalid", (_finding("empty"),), "")
    short = len(cleaned) <= MOST_SHOWN
    shown = "".join(c if c.isprintable() else "\ufffd" for c in cleaned) if short else ""
    findings = [Finding(look.code, (), look.words) for look in numbers.recognise(cleaned)]
    others = [(place, c) for place, c in enumerate(cleaned, 1) if not (c.isascii() and c.isdigit())]
    count = len(cleaned) - len(others)
    letters = tuple(place for place, c in others if c in "OoIl")
    if letters and len(cleaned) == LENGTH:
        findings.append(Finding("letter-for-digit", letters, WORDS["letter-for-digit"]))
        others = [(place, c) for place, c in others if place not in letters]
    if others:
        hidden = count and not {c for _, c in others} - set(MASKS)
        code = "only-digits-wanted" if count == LENGTH else "digits-hidden" if hidden else "not-a-digit"
        places = tuple(place for place, _ in others if place <= LENGTH) if short else ()
        findings.append(Finding(code, places, WORDS[code]))
    if count not in (0, LENGTH) and len(cleaned) != LENGTH:
        many = count > LENGTH
        gap = abs(count - LENGTH)
        length = _finding("too-long" if many else "too-short", count=count, gap=gap)
        if findings and findings[0].code == numbers.KPJ.code:
            length = _finding("nik-is-longer")  # good news is not to end in a reproach
        findings.insert(0 if gap == 1 else len(findings), length)
        if has_decimals(text):
            findings.insert(findings.index(length) + 1, _finding("decimals-left-out"))
    return Result("invalid", tuple(findings), shown)


def _name_region(digits: str, faults: list[Finding], doubts: list[Finding]) -> int:
    """Name what is wrong with the first six digits: province, kabupaten or kota, kecamatan.

    Returns the index of a hint: _ABROAD when they are a country and a mission instead, of which nothing is known that could be wrong.
    """
    province, regency, district = digits[:2], digits[2:4], digits[4:6]
    if province == ABROAD:
        return _ABROAD
    if province not in PROVINCES:
        faults.append(_finding("unknown-province", 1, 2, code=province))
    if regency == "00":
        faults.append(_finding("regency-zero", 3, 4))
    elif province in PROVINCES and province + regency not in KNOWN:
        doubts.append(_finding("unknown-regency", 3, 4, code=regency, province=PROVINCES[province]))
    if district == "00":
        faults.append(_finding("district-zero", 5, 6))
    return 0


def _name_date(digits: str, faults: list[Finding]) -> None:
    """Name what is wrong with the digits of day and month, which no calendar has."""
    day, month = int(digits[6:8]), int(digits[8:10])
    bare = day - 40 if day > 40 else day
    real = 1 <= bare <= 31
    if not real:
        faults.append(_finding("day-out-of-range", 7, 8, code=digits[6:8]))
    if not 1 <= month <= 12:
        faults.append(_finding("month-out-of-range", 9, 10, code=digits[8:10]))
    elif real:
        faults.append(_finding("impossible-date", 7, 10, date=f"{bare} {list(_MONTHS)[month - 1]}"))
