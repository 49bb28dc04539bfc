"""The view of "Nomor apa ini?": the field with its list of lengths in plain HTML, and an answer."""

from __future__ import annotations

from helper.kind_words import KK, NIK, SURE
from helper.kinds import BY_LENGTH, LENGTH, SIGN
from helper.nik_pattern import of_length
from helper.numbers import KPJ_LENGTH, LIMIT
from helper.view import escape
from helper.view_nik import field, onward

TYPE_CHECKING = False
if TYPE_CHECKING:
    from helper.kind_words import Kind
    from helper.kinds import Named
    from helper.view import Links

SHOWN = (8, KPJ_LENGTH, 13, 15, 16, 18)
"""Lengths that plain HTML names."""


def form() -> str:
    """Return the field. Without any script it says whether there are as many digits as in a KPJ, and the list says the rest."""
    return f"""<form class="nik-form" method="dialog" novalidate data-asks="identify" data-longest="{LIMIT + 1}" autocomplete="off">
<div data-part="named" role="status" aria-live="polite"></div>
<label for="nomor">Nomor yang ingin Anda kenali</label>
<p class="hint" id="nomor-hint">Dari kartu, kertas, chat, atau tabel. Angka ini tidak dikirim ke mana pun dan tidak disimpan.</p>
{field("nomor", of_length(KPJ_LENGTH), "nomor-hint")}
<button type="submit">Nomor apa ini?</button>
<p class="html-ok" hidden>Ada {KPJ_LENGTH} angka, sama panjang dengan nomor KPJ yang Anda cari.</p>
<p class="html-bad" hidden>Bukan {KPJ_LENGTH} angka, jadi kemungkinan bukan nomor KPJ. Hitung angkanya, lalu cari di daftar ini.</p>
<details class="lengths" data-search-exclude><summary>Kenali dari jumlah angkanya</summary>{lengths()}</details>
</form>"""


def lengths() -> str:
    """Return what plain HTML says of a length, a line each; the last line is for all others."""
    lines = []
    for length in SHOWN:
        named = (NIK, KK) if length == 16 else BY_LENGTH[length][:1]
        names = " atau ".join(kind.name for kind in named)
        lines.append(
            f'<p data-length="{length}"><strong>{length} angka</strong>: sama panjang dengan {names}. {named[0].words}</p>'
        )
    other = (
        "Cocokkan lagi dengan kartu atau kertasnya. Nomor rekening dan kode bayar panjangnya bermacam-macam."
    )
    return "".join(lines) + f'<p data-length=""><strong>Jumlah lain</strong>: belum kami kenali. {other}</p>'


def heading(named: Named) -> str:
    """Return the heading of an answer."""
    kind, sure = named.looks[0]
    if sure == SIGN:
        return str(kind.name)
    return f"Mungkin ini {kind.name}" if sure == LENGTH else f"Susunannya seperti {kind.name}"


def result(named: Named, links: Links) -> str:
    """Return an answer as HTML: the likeliest kind, how sure that is, what to do, and what else it may be."""
    (kind, sure), *others = named.looks
    sentence = SURE[sure].format(named.count)

    def advice(other: Kind) -> str:
        # What to do with a number is for its own digits, not for those that a spreadsheet lost.
        return "" if sure == SIGN else f". {escape(other.words)}"

    also = "".join(
        f"<li><strong>{escape(other.name[0].upper() + other.name[1:])}</strong>{advice(other)}</li>"
        for other, _ in others
    )
    begin = "Menurut tandanya, nomor aslinya mungkin" if sure == SIGN else "Bisa juga"
    return "".join(
        (
            f'<div class="verdict" tabindex="-1"><h3>{escape(heading(named))}</h3>',
            f"<p>{sentence}</p>" if sentence else "",
            f"<p>{escape(kind.words)}</p>{onward(links, kind.page)}",
            f"<p>{begin}:</p><ul>{also}</ul>" if also else "",
            "</div>",
        )
    )
