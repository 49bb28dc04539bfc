"""Where a text and its facts meet: each clash is found in the sentence that a reader gets, and nothing else is."""

from __future__ import annotations

import pytest

from publish.content.language import composed
from publish.content.language.passages import GAP, Passage
from publish.content.located_toml import Toml

NO_FACTS = Toml("facts.toml", "")
ORDINARY = {"menurut", "kartu", "petugas"}


def faults(text: str, *values: str) -> list[str]:
    """Return what is wrong with a text in which the values stand at its gaps."""
    full = text
    for value in values:
        full = full.replace(GAP, value, 1)
    return [wrong for wrong, _ in composed.clashes(Passage("docs/faq.md", 1, text, full), ORDINARY)]


@pytest.mark.parametrize(
    ("text", "values", "said"),
    [
        (f"Biasanya {GAP}.", ("biasanya 11 angka",), "dua kali berturut-turut"),
        (f"Nomor KPJ adalah {GAP}.", ("nomor yang adalah milik Anda",), '"adalah" dua kali'),
        (f"Jamnya {GAP} dan bisa berubah.", ("pukul 06.00. Itu kata petugas.",), 'huruf kecil: "dan"'),
        (f"Ingat, {GAP}", ("Menurut petugas, bisa.",), 'tengah kalimat: "Menurut"'),
        (f"Lihat {GAP} atau {GAP}", ("kartu", "Petugas biasanya tahu."), 'tengah kalimat: "Petugas"'),
    ],
)
def test_a_clash_is_found(text: str, values: tuple[str, ...], said: str) -> None:
    assert [said in wrong for wrong in faults(text, *values)] == [True]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (f"Buka {GAP} di aplikasi.", ("Kartu Digital",)),
        (f"Telepon {GAP}. {GAP}", ("175", "Menurut petugas, bisa lama.")),
        (f"Jamnya {GAP}.", ("pukul 06.00 sampai 22.00",)),
        (f"Baca pelan-pelan, lalu hitung: {GAP}.", ("11 angka",)),
        ("Kartu kartu ini ditulis begitu saja.", ()),
    ],
)
def test_what_is_right_is_left_alone(text: str, values: tuple[str, ...]) -> None:
    if GAP in text:
        assert faults(text, *values) == []
    else:
        assert not list(composed.check([Passage("docs/faq.md", 1, text, text)], NO_FACTS))


def test_a_value_that_clashes_everywhere_is_to_blame_itself() -> None:
    """A sentence in the place of a piece of one is named once, where it is written, and not in each text."""
    value = "Menurut petugas, bisa lama."
    facts = Toml("facts.toml", f'# Fakta\n[lama]\nvalue = "{value}"\n')
    texts = [
        Passage("flow.toml", line, f"Ingat, {GAP} Itu menurut kami.", f"Ingat, {value} Itu menurut kami.")
        for line in (3, 8)
    ]
    (one,) = composed.check(texts, facts)
    assert one[:2] == ("facts.toml", 3)
    assert "flow.toml:3" in one.wrong
    (alone,) = composed.check(texts[:1], facts)
    assert alone[:2] == ("flow.toml", 3)
