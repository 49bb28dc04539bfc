"""Recognise the numbers that people paste into the NIK field, and say kindly which one a text looks like.

A length proves nothing: the words say "sama panjang", never "ini adalah".
"""

from __future__ import annotations

from collections import namedtuple

from helper.cleaning import compact

__all__ = ["FAMILY_CARD", "KPJ", "KPJ_LENGTH", "LIMIT", "Look", "compact", "recognise"]

LIMIT = 2000
"""Characters; a longer text is not looked into, so that every answer comes in bounded time."""


class Look(namedtuple("Look", "code words")):
    """What a text looks like: a stable code and words in Indonesian."""

    __slots__ = ()
    code: str
    words: str


KPJ = Look(
    "looks-like-kpj",
    "Isian Anda 11 angka, sama panjang dengan nomor KPJ, bukan NIK. Mungkin ini nomor yang Anda cari. "
    "Catat nomor ini. Tanyakan kepada HRD atau petugas apakah benar ini nomor KPJ Anda.",
)
OLD_CARD = Look(
    "looks-like-old-card",
    "Isian Anda 11 karakter dan memuat huruf. Kami tidak bisa memastikan ini nomor apa. "
    "Kalau begitu tertulis di kartu lama, tunjukkan apa adanya kepada HRD atau petugas.",
)
NPP = Look(
    "looks-like-npp",
    "Isian Anda 8 angka, sama panjang dengan NPP. NPP adalah nomor perusahaan, bukan nomor Anda.",
)
BPJS_KESEHATAN = Look(
    "looks-like-bpjs-kesehatan",
    "Isian Anda 13 angka, sama panjang dengan nomor BPJS Kesehatan. Itu lembaga lain. "
    "Nomor itu bukan NIK dan bukan nomor KPJ.",
)
PHONE = Look("looks-like-phone", "Isian Anda mirip nomor HP. Kolom ini untuk NIK.")
SPREADSHEET = Look(
    "looks-like-spreadsheet",
    "Kalau isian ini dari tabel seperti Excel, nomornya bisa sudah berubah di sana. "
    "Jangan menebak angka yang hilang. Salin NIK langsung dari KTP-el.",
)
NPWP_OLD = Look("looks-like-npwp", "NPWP lama juga 15 angka. Pastikan yang Anda salin adalah NIK.")
NPWP = Look(
    "looks-like-npwp",
    "Nomor 16 angka yang diawali 0 bisa jadi NPWP perusahaan. Pastikan yang Anda salin adalah NIK.",
)
OLD_KTP = Look(
    "looks-like-old-ktp",
    "Isian Anda mirip nomor KTP lama yang dari kertas. Pakai NIK yang tertulis di KTP-el Anda.",
)
FAMILY_CARD = Look(
    "looks-like-family-card",
    "Nomor KK juga 16 angka dan susunannya mirip. Pastikan Anda menyalin baris NIK, bukan Nomor KK.",
)
ONE_TOO_MANY = Look(
    "one-digit-too-many",
    "Dengan 17 angka, mungkin ada satu angka NIK yang terketik dua kali.",
)
NIP = Look(
    "looks-like-nip",
    "Isian Anda 18 angka, sama panjang dengan NIP. NIP adalah nomor pegawai negeri, bukan NIK.",
)

KPJ_LENGTH = 11
_BY_LENGTH = {8: NPP, KPJ_LENGTH: KPJ, 13: BPJS_KESEHATAN, 17: ONE_TOO_MANY, 18: NIP}
OLD_PROVINCES = frozenset(f"{code:02}" for code in (*range(1, 11), 20, *range(22, 31)))


def recognise(text: str) -> tuple[Look, ...]:
    """Return what a text looks like, most likely first; nothing for a NIK and for what nobody can name.

    Takes the text as pasted, of any length and any characters. FAMILY_CARD is not among the answers:
    it needs the date inside the number, and `helper.nik` reads that.
    """
    number = compact(text) if len(text) <= LIMIT else ""
    if not number.isascii():
        return ()
    digits = number.removeprefix("+")
    if not digits.isdigit():
        return _recognise_letters(number)
    length = len(digits)
    mobile = is_mobile(digits)
    looks = [PHONE] if mobile else []
    if digits != number:  # a plus sign: a phone number or nothing
        return tuple(looks)
    # A mobile number can be as long as a KPJ: then both are said, and first the number people look for.
    if length in _BY_LENGTH and (length == KPJ_LENGTH or not mobile):
        looks.insert(0, _BY_LENGTH[length])
    if length == 15:
        looks += [SPREADSHEET, NPWP_OLD]
    if length == 16 and digits[:2] in OLD_PROVINCES:
        looks.append(OLD_KTP)
    if length == 16 and digits[0] == "0":
        looks.append(NPWP)
    return tuple(looks)


def is_mobile(digits: str) -> bool:
    """Return whether digits begin as Indonesian mobile numbers do, 08 or 62 8, and are 10 to 13 with the 0."""
    if digits.startswith("628"):
        digits = "0" + digits[2:]
    return digits.startswith("08") and 10 <= len(digits) <= 13


def _recognise_letters(number: str) -> tuple[Look, ...]:
    if power(number):
        return (SPREADSHEET,)
    return (OLD_CARD,) if is_old_card(number) else ()


def power(number: str) -> str:
    """Return the power of ten of a compact number that a spreadsheet writes as 3,17E+15 (`15`), else nothing."""
    mantissa, _, exponent = number.upper().replace(",", "").partition("E")
    exponent = exponent.removeprefix("+")
    return exponent if mantissa.isdigit() and exponent.isdigit() and len(exponent) < 4 else ""


def is_old_card(number: str) -> bool:
    """Return whether a compact ASCII text is as long as a KPJ and holds letters among digits."""
    return len(number) == KPJ_LENGTH and number.isalnum() and sum(map(str.isdigit, number)) > 5
