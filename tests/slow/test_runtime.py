"""The runtime: what is shipped, that it is the same every time, and that what was cut is noticed."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from helper import nik, numbers
from helper.nik_words import WORDS
from publish import frozen
from publish.frozen import corpus, instructions, library, packing, thin, wasm
from publish.frozen.paths import CACHE
from tests import ROOT

pytestmark = pytest.mark.xdist_group("runtime")
MOST = 800_000
"""Bytes on the wire that the thin runtime may cost."""
HEAP = 12_582_912
WEEK = corpus.asked("check", text="3101991708450001", today="2026-W47-7")
"""A request that CPython answers and that no page makes: it reaches functions that were cut."""


@pytest.fixture(scope="module")
def manifest() -> dict[str, Any]:
    return frozen.build()


@pytest.fixture(scope="module")
def module(manifest: dict[str, Any]) -> bytes:
    return packing.unpack((CACHE / manifest["folder"] / manifest["files"]["wasm"]["file"]).read_bytes())


def test_the_manifest_tells_what_is_shipped(manifest: dict[str, Any], tmp_path: Path) -> None:
    frozen.ship(tmp_path, manifest)
    for entry in (*manifest["files"].values(), *manifest["whole"].values()):
        content = (tmp_path / "assets/runtime" / entry["file"]).read_bytes()
        assert len(content) == entry["size"]
        assert hashlib.sha256(content).hexdigest() == entry["sha256"]
        raw = packing.unpack(content)
        assert len(raw) == entry["raw"]
        assert entry.get("open") in (None, hashlib.sha256(raw).hexdigest())
    assert [name for name, entry in manifest["files"].items() if "open" in entry] == ["python", "wasm"]
    assert {path.name for path in (tmp_path / "assets").iterdir()} == {"runtime", "whole"}


def test_the_thin_runtime_stays_thin(manifest: dict[str, Any], module: bytes) -> None:
    assert sum(entry["size"] for entry in manifest["files"].values()) < MOST
    memory = wasm.Reader(wasm.sections(module)[wasm.MEMORY])
    assert (memory.number(), memory.take(1)) == (1, b"\0")
    assert memory.number() * wasm.PAGE < HEAP


def test_nothing_shipped_names_a_place_of_this_machine(manifest: dict[str, Any], module: bytes) -> None:
    assert str(CACHE.parent.parent).encode() not in module


def test_a_start_is_the_same_every_time(tmp_path: Path) -> None:
    modules = library.build(tmp_path)
    first, _ = thin.start(tmp_path, modules)
    assert thin.start(tmp_path, library.build(tmp_path))[0] == first


def test_what_was_cut_is_noticed_and_the_rest_answers(module: bytes, tmp_path: Path) -> None:
    requests = [corpus.warm()[1], WEEK, corpus.warm()[2]]
    replies, reached = thin.ask(tmp_path, module, requests)
    assert replies[1].startswith("stopped: RuntimeError: unreachable")
    assert not reached
    thin.compare([requests[0], requests[2]], [replies[0], replies[2]])


def test_what_node_cannot_do_is_said_in_the_first_line(tmp_path: Path) -> None:
    """A build that freezes nothing names that line as its reason."""
    with pytest.raises(RuntimeError, match=r"\Areplay\.mjs: Error: ENOENT"):
        thin.node("replay.mjs", tmp_path / "none.wasm", tmp_path / "none.json", tmp_path / "answers.json")


def test_a_wrong_answer_ends_the_build() -> None:
    request = corpus.warm()[2]
    with pytest.raises(thin.NotTheSame, match="where CPython gives"):
        thin.compare([request], [json.dumps({"id": 1, "ok": True})])


def test_the_corpus_is_the_same_every_time_and_has_every_position() -> None:
    assert corpus.requests() == corpus.requests()
    assert sum('"op": "show"' in request for request in corpus.requests()) > 200
    assert len(set(corpus.requests())) > 5000


def test_the_corpus_shows_every_code_of_the_check() -> None:
    """A finding that no request brings up is a function cut away that some reader's number needs."""
    shown: set[str] = set()
    for request in map(json.loads, corpus.checks()):
        text = request["text"]
        if len(text) < 100 or "too-much-text" not in shown:
            found = nik.check(text, today=date.fromisoformat(request["today"]))
            shown |= {finding.code for finding in found.findings}
    looks = {value.code for value in vars(numbers).values() if isinstance(value, numbers.Look)}
    assert shown == set(WORDS) | looks


@pytest.mark.parametrize(("value", "encoded"), [(0, "00"), (127, "7f"), (128, "8001"), (624485, "e58e26")])
def test_unsigned_numbers(value: int, encoded: str) -> None:
    assert wasm.unsigned(value).hex() == encoded
    assert wasm.Reader(wasm.unsigned(value)).number() == value


@pytest.mark.parametrize(
    ("value", "encoded"), [(0, "00"), (63, "3f"), (64, "c000"), (0xFFFFFFFF, "7f"), (0xFFFE1DC0, "c0bb78")]
)
def test_signed_numbers(value: int, encoded: str) -> None:
    assert wasm.signed(value).hex() == encoded


def test_segments_are_the_memory_without_its_zeros() -> None:
    memory = bytes(100) + b"ab\0c" + bytes(70_000) + b"d" * 40 + bytes(wasm.GAP - 1) + b"e"
    found = wasm.segments(memory)
    assert [at for at, _ in found] == [100, 70_104]
    again = bytearray(len(memory))
    for at, part in found:
        again[at : at + len(part)] = part
    assert bytes(again) == memory


def test_constants_of_a_function() -> None:
    body = bytes.fromhex(
        "01 01 7f 23 05 41 80 08 6a 41 7f 6a 28 02 90 10 1a 23 06 41 07 1a 0b".replace(" ", "")
    )
    assert instructions.constants(body, 5) == ({1024, -1, 2064, 7}, {1024}, {5, 6})
    with pytest.raises(ValueError, match="unknown instruction 0xfe"):
        instructions.constants(bytes((0, 0xFE)), 0)


def test_other_bytes_are_no_module() -> None:
    with pytest.raises(ValueError, match="not WebAssembly"):
        wasm.sections(b"<!doctype html>")


STUBBED = """
import sys
from helper import bridge, data
from publish.frozen import corpus, inside
bridge.handle(corpus.asked("load", content=data.content()))
if {cut!r}:
    inside.view = sys.modules["helper.view"]
    code = inside.view.ways_out.__code__
    names = {{(c.co_filename.rpartition("/")[2], c.co_qualname, c.co_firstlineno) for c in
             (f.__code__ for f in inside.gc.get_objects() if type(f) is inside.Function)}}
    inside.cut(names - {{("view.py", "ways_out", code.co_firstlineno)}})
try:
    print(bridge.handle({show!r})[:20])
except inside.Missing:
    print("Missing")
"""


@pytest.mark.parametrize(("cut", "said"), [(False, '{"id": 1, "ok": true'), (True, "Missing")])
def test_a_function_of_python_that_was_let_go_is_noticed(cut: bool, said: str) -> None:
    """The helper answers whatever it can catch with words; what was let go goes past that, to the page."""
    show = corpus.asked("show", fragment="", page="../{}/")
    script = STUBBED.format(show=show, cut=cut)
    run = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert run.stdout.strip() == said
