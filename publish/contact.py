"""The block that stands wherever a reader is sent to the telephone: number, hours, cost, what to have ready and ask.

It is written once, with the facts it quotes; a page asks for it by `{{ kontak: 175 }}`.
"""

from __future__ import annotations

from helper import facts, view

KIND = "kontak"
ANCHOR = "menelepon"
BLOCKS = {
    "175": (
        ("Nomor", "{{ call-center }}"),
        ("Jam", "{{ jam-call-center }}"),
        ("Biaya", "{{ biaya-call-center }}"),
        ("Siapkan", "{{ data-call-center }}; juga tanggal lahir, nama perusahaan, dan kertas"),
        (
            "Tanyakan",
            "nomor KPJ Anda; kalau tidak boleh disebutkan, cabang mana dan berkas apa; "
            "lalu nama petugas dan nomor laporannya",
        ),
        ("Sesudah itu", "{{ jawaban-175 }}"),
        ("Tidak tersambung", "tulis ke {{ email-resmi }}; dari luar negeri juga lewat email"),
    )
}
"""The rows of each block by name: what a row is about, and what it says."""


def text(name: str) -> str:
    """Return the words of a block with its markers, for those who look for the facts it quotes."""
    return "\n".join(f"{head}: {body}" for head, body in BLOCKS[name])


def block(guide: view.Guide, name: str) -> str:
    """Return a block as HTML; UnknownFact when it quotes a fact that does not exist."""
    rows = "".join(
        f"<div><dt>{head}</dt><dd>{facts.fill(body, lambda fact: view.fact(guide.facts, fact), view.escape)}</dd></div>"
        for head, body in BLOCKS[name]
    )
    return (
        f'<section class="contact" id="{ANCHOR}" aria-label="Menelepon pusat layanan" data-search-exclude>'
        f"<dl>{rows}</dl></section>"
    )
