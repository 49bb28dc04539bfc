"""A built site, its copies among it, holds no file whose origin no rule knows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publish.tools import file_origins


def test_every_file_has_a_known_origin(site: Path) -> None:
    assert file_origins.problems(site) == []


def test_every_rule_knows_a_file(site: Path) -> None:
    origins = {
        file_origins.rule(path.relative_to(site).as_posix()) for path in site.rglob("*") if path.is_file()
    }
    assert origins == set(file_origins.RULES.values())


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("assets/lain.js", "unknown origin"),
        ("unduh/.nomor-kpj.html.swp", "unknown origin"),
        ("metode/baru/index.html", "no page"),
        ("assets/shell.js", "not what publish/scripts/ has"),
        ("assets/runtime/python-1.bin", "unknown origin"),
    ],
)
def test_a_strange_file_is_named(site: Path, tmp_path: Path, name: str, words: str) -> None:
    changed = shutil.copytree(site, tmp_path / "site")
    (changed / name).parent.mkdir(exist_ok=True)
    with (changed / name).open("ab") as file:
        file.write(b"//")
    found = file_origins.problems(changed)
    assert len(found) == 1
    assert found[0].startswith(f"{name}: ")
    assert words in found[0]
