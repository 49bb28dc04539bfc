"""What maintainers run: what is due, what changed, the schemas of their editors."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest

from publish.content import reading as content_files
from publish.content.checks import fact_tables, flow_tables, review_dates
from publish.tools import diff, due, fact_uses, schema
from tests import ROOT
from tests.support import content


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """The small tree under git, everything committed."""
    content.write(tmp_path)
    git = ("git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-C", str(tmp_path))
    subprocess.run([*git, "init", "--quiet"], check=True)
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "--quiet", "-m", "All"], check=True)
    return tmp_path


def edit(root: Path, file: str, old: str, new: str) -> None:
    """Replace one text in a file of the tree."""
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_due_lists_facts_and_pages_by_date(tree: Path) -> None:
    """The next one is first, each with its line; lateness and nearness are said."""
    found = review_dates.due(content_files.read(tree, content.TODAY))
    assert len(found) == 4 + len(content.PAGES)
    assert [one.name for one in found[:3]] == ["call", "surel", "situs"]
    assert found == sorted(found, key=lambda one: one.review)
    assert (found[0].file, found[0].line, found[0].checked) == (
        "helper/data/facts.toml",
        9,
        date(2026, 11, 20),
    )
    lines = due.table(found, date(2027, 2, 23)).split("\n")
    assert re.match(r"2027-02-22 +TERLAMBAT 1 hari +call +helper/data/facts\.toml:9 +Telepon$", lines[1])
    assert re.match(r"2027-02-23 +HARI INI +surel", lines[2])
    assert re.match(r"2027-02-24 +1 hari lagi \(segera\)", lines[3])
    assert lines[-2] == f"{len(found)} tanggal: 1 sudah lewat (make build menolak), 2 dalam 30 hari."


def test_uses_names_pages_and_plans(tree: Path) -> None:
    """Each fact is listed where it is quoted, in pages and in the flow."""
    used = fact_uses.uses(content_files.read(tree, content.TODAY))
    assert used["call"] == ["faq.md", "[outcome.tanya]", "[contact.telepon]"]
    assert used["panjang"] == ["index.md", "metode/kartu.md", "[outcome.baca]"]


def run_diff(root: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """Run the command in the tree."""
    monkeypatch.setattr(diff, "ROOT", root)
    return diff.main(list(arguments))


def test_diff_of_nothing(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without a change it says so, three times."""
    assert run_diff(tree, monkeypatch, "") == 0
    assert capsys.readouterr().out.count("sejak HEAD: tidak ada") == 3


def test_diff_names_paths_and_facts(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A path that moves, one that comes, words that change, a fact that changes: each on its line, with its use."""
    edit(tree, "helper/data/flow.toml", 'text = "Ya"\ngoto = "tanya"', 'text = "Ya, masih"\ngoto = "baca"')
    more = '\n[[question.kerja.answer]]\nid = "tidak"\ntext = "Tidak"\ngoto = "tanya"\n\n[outcome.baca]'
    edit(tree, "helper/data/flow.toml", "\n[outcome.baca]", more)
    edit(tree, "helper/data/facts.toml", 'value = "177"', 'value = "178"')
    assert run_diff(tree, monkeypatch) == 0
    lines = capsys.readouterr().out.split("\n")
    assert "  baru:   Tidak ada > Tidak > [tanya]" in lines
    assert "  pindah: Tidak ada > Ya, masih > [baca] (tadinya [tanya])" in lines
    assert "  ubah:   call.value: 177 -> 178" in lines
    assert "          dipakai di: faq.md, [outcome.tanya], [contact.telepon]" in lines
    assert lines[0] == "Jalan yang berubah sejak HEAD: 2"


def test_diff_answers_what_it_cannot_do(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A commit that does not exist, and a flow that is broken, are said and exit with 1."""
    assert run_diff(tree, monkeypatch, "tidak-ada") == 1
    assert 'di commit "tidak-ada"' in capsys.readouterr().out
    edit(
        tree, "helper/data/flow.toml", 'text = "Saya tidak tahu"\ngoto = "baca"', 'text = "?"\ngoto = "punya"'
    )
    assert run_diff(tree, monkeypatch) == 1
    assert "berputar" in capsys.readouterr().out


def valid(table: dict[str, Any], rule: dict[str, Any]) -> None:
    """Raise fastjsonschema's exception when what a TOML file says breaks a schema."""
    fastjsonschema.compile(rule)(json.loads(json.dumps(table, default=str)))


@pytest.mark.parametrize("name", ["facts", "sources", "flow"])
def test_schemas_are_those_of_the_checks_and_fit_the_data(name: str) -> None:
    """What is committed is what the checks' tables make, and the guide's data is right by it."""
    made = schema.schemas()[name]
    assert (schema.FOLDER / f"{name}.schema.json").read_text(encoding="utf-8") == schema.text(made)
    table = tomllib.loads((ROOT / f"helper/data/{name}.toml").read_text(encoding="utf-8"))
    valid(table, made)


def test_schemas_know_each_key_that_the_checks_know() -> None:
    """Key by key: nothing is left out, nothing is added, and what is needed is needed."""
    made = schema.schemas()
    (fact,) = made["facts"]["patternProperties"].values()
    (outcome,) = made["flow"]["properties"]["outcome"]["patternProperties"].values()
    for rule, fields in ((fact, fact_tables.FACT), (outcome, flow_tables.OUTCOME)):
        assert rule["properties"].keys() == fields.keys()
        assert set(rule["required"]) == {key for key, field in fields.items() if field.needed}


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        ('kind = "phone"', 'kind = "telepon"', "call.kind must be one of"),
        ('label = "Telepon"\n', "", r"call must contain \['label'\]"),
        ("checked = 2026-11-20", 'checked = "kemarin"', "call.checked must be date"),
        ('source = ["S1", "S2"]', "source = []", "call.source must contain at least 1"),
        ('note = "', 'catatan = "', r"situs must not contain \{'catatan'\}"),
    ],
)
def test_schemas_find_mistakes(old: str, new: str, wanted: str) -> None:
    """A mistake in the small tree's facts is one by the schema too."""
    assert old in content.FACTS
    table = tomllib.loads(content.FACTS.replace(old, new, 1))
    with pytest.raises(fastjsonschema.JsonSchemaValueException, match=wanted):
        valid(table, schema.schemas()["facts"])


def test_editors_are_told_of_each_schema() -> None:
    """Taplo's settings name every schema, and only files that exist."""
    rules = tomllib.loads((ROOT / ".taplo.toml").read_text(encoding="utf-8"))["rule"]
    assert {rule["schema"]["path"] for rule in rules} == {
        path.relative_to(ROOT).as_posix() for path in schema.FOLDER.glob("*.json")
    }
    assert all((ROOT / file).is_file() for rule in rules for file in rule["include"])


def test_diff_without_git_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No git on the machine, a folder from a ZIP, and one that belongs to somebody else."""
    with pytest.raises(ValueError, match="bukan salinan dari git"):
        diff.at_commit(tmp_path, "HEAD", "facts")
    tool = tmp_path / "git"
    tool.write_text(
        "#!/bin/sh\necho \"fatal: detected dubious ownership in repository at '$PWD'\" >&2; exit 128\n"
    )
    tool.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ValueError, match="milik pengguna lain"):
        diff.at_commit(tmp_path, "HEAD", "facts")
    tool.unlink()
    with pytest.raises(ValueError, match="Perlu git"):
        diff.at_commit(tmp_path, "HEAD", "facts")
