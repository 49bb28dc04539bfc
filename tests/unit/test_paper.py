"""What only paper shows is there where there is an address, and nowhere else."""

from __future__ import annotations

from publish.site import paper

PAGE = (
    '<a href="../">x</a><article><p><a href="../metode/jmo/">JMO</a> <a href="#a">a</a> <a href="tel:175">175</a>'
    ' <a href="https://contoh.example/x">lain</a> <a href="https://contoh.example/">contoh<wbr>.example</a></p>'
    "<p data-kept hidden></p></article>"
)
PLAN = '<article><p class="card">Kartu</p><a href="../metode/jmo/">JMO</a><p data-kept hidden></p></article>'


def test_an_address_stands_behind_what_leads_elsewhere() -> None:
    printed = paper.complete(PAGE, "faq/", "https://situs.example/panduan/")
    assert printed.count("data-at") == 2
    assert '<a href="../metode/jmo/" data-at="situs.example/panduan/metode/jmo/">JMO</a>' in printed
    assert '<a href="https://contoh.example/" data-at>contoh' in printed
    assert "> Halaman ini: https://situs.example/panduan/faq/</p><p data-kept" in printed
    assert paper.complete(printed, "faq/", "").count("data-at") == 2


def test_without_an_address_nothing_names_one() -> None:
    printed = paper.complete(PAGE, "faq/", "")
    assert "data-code" not in printed
    assert printed.replace(" data-at", "") == PAGE


def test_a_plan_has_its_code_on_its_card() -> None:
    printed = paper.complete(PLAN, "mulai/", "https://situs.example/")
    assert printed.startswith('<article><p class="card">Kartu<img data-code ')
    assert printed.count("data-code") == 1 and "data-at" not in printed
