"""The region codes: complete, consistent, and the same as the package they are generated from."""

from __future__ import annotations

from pathlib import Path

import pytest

from helper import regions
from publish.tools import region_codes as generator


def test_there_are_38_provinces_514_regencies_and_36_retired_codes() -> None:
    assert (len(regions.PROVINCES), len(regions.CURRENT), len(regions.RETIRED)) == (38, 514, 36)


def test_codes_are_digits_and_belong_to_a_province() -> None:
    assert all(code.isdigit() and len(code) == 2 for code in regions.PROVINCES)
    assert all(code.isdigit() and len(code) == 4 for code in regions.KNOWN)
    assert {code[:2] for code in regions.KNOWN} == set(regions.PROVINCES)
    assert not {code for code in regions.KNOWN if code.endswith("00")}


def test_a_retired_code_is_no_longer_current_and_its_successor_is() -> None:
    assert not set(regions.RETIRED) & regions.CURRENT
    assert set(regions.RETIRED.values()) <= regions.CURRENT
    assert len(set(regions.RETIRED.values())) == len(regions.RETIRED)


@pytest.mark.parametrize(
    ("code", "name"), [("11", "Aceh"), ("82", "Maluku Utara"), ("96", "Papua Barat Daya"), ("54", None)]
)
def test_codes_are_those_of_kemendagri(code: str, name: str | None) -> None:
    assert regions.PROVINCES.get(code) == name


def test_the_committed_table_is_up_to_date(capsys: pytest.CaptureFixture[str]) -> None:
    assert generator.main(["--check"]) == 0
    assert capsys.readouterr().out == "Tabel wilayah sudah sesuai.\n"


def test_a_stale_table_is_told_with_its_differences_and_then_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "regions_table.py"
    stale.write_text(generator.render().replace("11 Aceh", "11 Atjeh"), encoding="utf-8")
    monkeypatch.setattr(generator, "TABLE", stale)
    assert generator.main(["--check"]) == 1
    assert capsys.readouterr().out == (
        "hilang: 11 Atjeh\nbaru: 11 Aceh\nTabel wilayah belum sesuai. Jalankan: python -m publish.tools.region_codes\n"
    )
    assert generator.main([]) == 0
    assert stale.read_text(encoding="utf-8") == generator.render()


def test_the_table_carries_the_notices_of_both_sources() -> None:
    text = generator.TABLE.read_text(encoding="utf-8")
    assert "Lokal contributors" in text
    assert "Cahya DSN" in text
    assert "The above copyright notice and this permission notice shall be included" in text
