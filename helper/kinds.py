"""Name any number that people hold: which of the numbers of Indonesian papers it may be, and how sure that is.

A length alone proves nothing, and several kinds share one: every kind that a number may be is named, the likeliest first.

Source: besides those of `helper.nik`: PMK 112/2022 (NPWP of 16 digits: the NIK of a person, else 0 and the old 15),
Perka BKN 22/2007 (NIP), ISO/IEC 7812 (payment cards). No source tells the form of account and payment numbers.
"""

from __future__ import annotations

from collections import namedtuple

from helper import kind_words as words
from helper import nik, numbers
from helper.cleaning import MASKS, compact

TYPE_CHECKING = False
if TYPE_CHECKING:
    from datetime import date

    from helper.kind_words import Kind

LENGTH, FORM, SIGN = "length", "form", "sign"
"""How sure a kind is: its length fits, more digits fit, or something else than digits tells."""
BY_LENGTH: dict[int, tuple[Kind, ...]] = {
    8: (words.NPP,),
    numbers.KPJ_LENGTH - 1: (words.PAYMENT, words.SHORT_KPJ),
    numbers.KPJ_LENGTH: (words.KPJ,),
    numbers.KPJ_LENGTH + 1: (words.PAYMENT, words.LONG_KPJ),
    13: (words.JKN,),
    14: (words.PAYMENT,),
    15: (words.NPWP_OLD, words.SHORT_NIK),
    nik.LENGTH: (words.NIK_FAULTY,),
    17: (words.LONG_NIK,),
    18: (words.NIP,),
}
"""What a length alone says."""
ACCOUNTS = range(10, 17)
"""Lengths at which a number may also be one to pay with."""

_BETWEEN = {ord(sign): " " for sign in ":()"}
"""Signs of words and of telephone numbers that hide no digit."""

_LIKE_A_DIGIT = "OoIl"
"""Letters that are typed for 0 and 1: alone before a number they may be one of its digits."""

_FRONT = "ABCDEFGHIJKLMNOPQRSTUVWYZabcdefghijklmnopqrstuvwyz"
"""Letters of a word before a number; behind an X there may be a digit."""

Look = namedtuple("Look", "kind sure")
"""One kind that a number may be, and how sure that is."""


class Named(namedtuple("Named", "looks count")):
    """The answer: at least one Look, the likeliest first; how many digits the number has."""

    __slots__ = ()
    looks: tuple[Look, ...]
    count: int


def identify(text: str, *, today: date) -> Named:
    """Return what a pasted number may be. Takes any text; never raises."""
    if len(text) > numbers.LIMIT:
        return _only(words.TOO_MUCH)
    number = compact(_without_words(text))
    if not number:
        return _only(words.LETTERS if compact(text) else words.EMPTY)
    bare = number.lstrip(_FRONT)  # a field that joins lines also joins a word and its number
    front = number.removesuffix(bare)
    after_word = front and front not in _LIKE_A_DIGIT
    if after_word and bare.isascii() and bare.isdigit() and not numbers.is_old_card(number):
        number = bare
    digits = number.removeprefix("+")
    if not number.isascii():
        return _only(words.LETTERS)
    if not digits.isdigit():
        return _with_signs(number)
    looks = _forms(digits, number, text, today)
    kinds = [look.kind for look in looks]
    if digits == number and not (kinds and len(digits) == nik.LENGTH):
        lengths = [Look(kind, LENGTH) for kind in BY_LENGTH.get(len(digits), ()) if kind not in kinds]
        # A phone number can be as long as a KPJ: the number that people look for is said first.
        looks = [*lengths, *looks] if len(digits) == numbers.KPJ_LENGTH else [*looks, *lengths]
    payment = Look(words.PAYMENT, LENGTH)
    if digits == number and len(digits) in ACCOUNTS and payment not in looks:
        looks.append(payment)
    return Named(tuple(looks) or (Look(words.UNKNOWN, SIGN),), len(digits))


def _only(kind: Kind, count: int = 0) -> Named:
    return Named((Look(kind, SIGN),), count)


def _without_words(text: str) -> str:
    """Return a text without its words: what stands before a number in a chat or on a form, `No. KPJ:`."""
    kept = []
    for word in text.translate(_BETWEEN).split():
        wordy = word.isascii() and word.upper() != word.lower() and not any(map(str.isdigit, word))
        if not wordy:
            kept.append(word)
    return " ".join(kept)


def _with_signs(number: str) -> Named:
    """Answer a compact ASCII text with other signs than digits."""
    count = sum(map(str.isdigit, number))
    company, _, division = number.partition("/")
    if len(company) == 8 and len(division) == 3 and (company + division).isdigit():
        return Named((Look(words.NPP, FORM),), 8)
    power = numbers.power(number)
    if power:
        length = int(power) + 1
        lost = (words.NIK, words.KK) if length == nik.LENGTH else BY_LENGTH.get(length, ())
        return Named((Look(words.SPREADSHEET, SIGN), *(Look(kind, LENGTH) for kind in lost)), length)
    signs = {sign for sign in number if not sign.isdigit()}
    if count and signs <= set(MASKS + "xX"):
        return _only(words.MASKED, count)
    return _only(words.OLD_CARD if numbers.is_old_card(number) else words.LETTERS, count)


def _forms(digits: str, number: str, text: str, today: date) -> list[Look]:
    """Return the kinds whose form more than the length of a number fits."""
    length, looks = len(digits), list[Look]()
    if digits != number or numbers.is_mobile(digits) or (9 <= length <= 12 and digits[0] == "0" != digits[1]):
        looks.append(Look(words.PHONE, FORM))
    if length == numbers.KPJ_LENGTH and digits.endswith("000"):
        looks.append(Look(words.NPP, LENGTH))
    if length == 15 and _dotted(text):
        looks.append(Look(words.NPWP_OLD, FORM))
    if length == 18 and "01" <= digits[4:6] <= "12" and "01" <= digits[6:8] <= "31" and digits[14] in "12":
        looks.append(Look(words.NIP, FORM))
    if length == nik.LENGTH and digits == number:
        looks += _sixteen(digits, today)
    return looks


def _dotted(text: str) -> bool:
    """Return whether the groups of a number are those of an NPWP: 99.999.999.9-999.000."""
    groups = text.strip().replace("-", ".").split(".")
    return [len(group) for group in groups] == [2, 3, 3, 1, 3, 3]


def _sixteen(digits: str, today: date) -> list[Look]:
    result = nik.check(digits, today=today)
    codes = {finding.code for finding in result.findings}
    looks = []
    if result.verdict != "invalid":
        looks.append(words.NIT if digits.startswith(nik.ABROAD) else words.NIK)
        if numbers.FAMILY_CARD.code in codes:
            looks.append(words.KK)
    if digits[0] == "0":
        looks.append(words.NPWP)
    if digits[0] in "456" and _luhn(digits):
        looks.append(words.CARD)
    if digits[:2] in numbers.OLD_PROVINCES:
        looks.append(words.OLD_KTP)
    return [Look(kind, FORM) for kind in looks]


def _luhn(digits: str) -> bool:
    """Return whether the last digit is the check digit of a payment card."""
    doubled = (int(digit) * 2 for digit in digits[-2::-2])
    return sum(map(int, digits[-1::-2])) % 10 == -sum(one - 9 * (one > 9) for one in doubled) % 10
