"""A purged stylesheet is made again when what it is made of changes, and not for a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from publish.site import stylesheet

SHEET = ".kartu { color: red; } .pudar { color: gray; }"
PAGE = '<p class="kartu">Simpan kartunya.</p>'


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A stylesheet and a page."""
    monkeypatch.setattr(stylesheet, "CACHE", tmp_path / "styles")
    sheet, page = tmp_path / "a.css", tmp_path / "a.html"
    sheet.write_text(SHEET, encoding="utf-8")
    page.write_text(PAGE, encoding="utf-8")
    return sheet, page


def purged(files: tuple[Path, Path]) -> str:
    """Return the rules that the page uses."""
    return stylesheet.purge([files[0]], [files[1]], python=False)


def test_a_word_that_names_nothing_takes_the_kept_one(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "gray" not in purged(files)
    monkeypatch.setattr("publish.site.stylesheet.subprocess.run", None)  # who runs anything now, fails
    files[1].write_text(PAGE.replace("Simpan", "Fotolah"), encoding="utf-8")
    assert "red" in purged(files)


@pytest.mark.parametrize("which", ["page", "sheet"])
def test_a_class_or_a_rule_that_is_new_is_seen(files: tuple[Path, Path], which: str) -> None:
    purged(files)
    if which == "page":
        files[1].write_text(PAGE.replace("kartu", "kartu pudar"), encoding="utf-8")
    else:
        files[0].write_text(SHEET.replace(".pudar", ".kartu"), encoding="utf-8")
    assert "gray" in purged(files)


def test_few_are_kept(files: tuple[Path, Path]) -> None:
    for count in range(stylesheet.KEPT + 3):
        stylesheet.keep(stylesheet.CACHE / f"{count}.css", "")
    assert len(list(stylesheet.CACHE.iterdir())) == stylesheet.KEPT
