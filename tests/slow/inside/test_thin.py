"""The thin runtime, the one that readers get: in Node it says what CPython says, and it does not grow."""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from helper import data, flow
from publish.frozen import corpus, freeze, thin, wasm
from tests import ROOT
from tests.slow.test_differential_nik import SEED, TODAY, random_text
from tests.support import left_out

pytestmark = pytest.mark.xdist_group("inside")
CASES = tomllib.loads((ROOT / "tests/support/nik_cases.toml").read_text(encoding="utf-8"))["case"]
KINDS = tomllib.loads((ROOT / "tests/support/kind_cases.toml").read_text(encoding="utf-8"))["case"]
LOAD = corpus.asked("load", content=data.content())
NUMBERS, TEXTS = 10_000, 4_000
RARE = 0.001
"""Share of odd texts that may reach a function that was cut: the whole runtime then answers (test_cut.py)."""


def check(text: str, today: object = TODAY) -> str:
    return corpus.asked("check", text=text, today=str(today))


def odd_text(dice: random.Random) -> str:
    """Return a text of signs from anywhere in Unicode, often among digits."""
    signs = "0123456789" * dice.randrange(3) + "".join(chr(dice.randrange(0x110000)) for _ in range(8))
    return "".join(dice.choice(signs) for _ in range(dice.randrange(40)))


def test_every_path_and_every_example_is_answered_as_by_cpython(module: bytes, tmp_path: Path) -> None:
    paths = [LOAD, *corpus.positions(data.guide().flow)]
    examples = [check(case["text"], case.get("today", TODAY)) for case in CASES]
    numbers = [corpus.asked("identify", text=case["text"], today=str(TODAY), page="../{}/") for case in KINDS]
    requests = [*paths, *examples, *numbers]
    assert len(requests) > 150
    thin.compare(requests, thin.ask(tmp_path, module, requests)[0])


def test_older_engines_take_it_too(module: bytes) -> None:
    """No reference to an object of the host, no further table, no exception: Chromium before 95 refuses them."""
    parts = wasm.sections(module)
    assert freeze.plain(parts[wasm.TYPE]) == parts[wasm.TYPE]
    assert wasm.Reader(parts[wasm.TABLE]).number() == 1
    assert wasm.TAG not in parts


def test_random_numbers_and_texts_are_answered_as_by_cpython(
    module: bytes, tmp_path: Path, record_property: Callable[..., None]
) -> None:
    record_property("seed", SEED)
    dice = random.Random(SEED)
    texts = [odd_text(dice) for _ in range(TEXTS)]
    requests = [LOAD, *(check(random_text(dice)) for _ in range(NUMBERS))]
    requests += [check(text) for text in texts]
    requests += [corpus.asked("identify", text=text, today=str(TODAY), page="../{}/") for text in texts]
    requests += [corpus.asked("show", fragment=text, page="../{}/") for text in texts]
    replies, _ = thin.ask(tmp_path, module, requests)
    answered = [(q, a) for q, a in zip(requests, replies, strict=True) if not a.startswith("stopped: ")]
    assert not [a for a in replies[:NUMBERS] if a.startswith("stopped: ")], f"seed {SEED}"
    assert len(replies) - len(answered) <= RARE * len(replies), f"seed {SEED}"
    thin.compare(*map(list, zip(*answered, strict=True)))


def test_reading_what_was_left_out_ends_python_where_zeros_would_answer_wrongly(
    module: bytes, tmp_path: Path
) -> None:
    """A pointer that the search for live data overlooked; in a browser the whole runtime then answers (test_cut.py)."""
    misled, requests = left_out.misled(module), [LOAD, check("3101991708450001")]
    assert thin.ask(tmp_path, misled, requests)[0][1].startswith("stopped: ")
    silent, _ = thin.ask(tmp_path, left_out.zeroed(misled), requests)
    assert json.loads(silent[1])["ok"]
    with pytest.raises(thin.NotTheSame):
        thin.compare(requests, silent)
    thin.compare(requests, thin.ask(tmp_path, left_out.zeroed(module), requests)[0])


def test_500_checks_in_a_row_do_not_let_the_memory_grow(module: bytes, tmp_path: Path) -> None:
    """The heap after 500 checks is what it was after the first few; the same for 500 steps of the flow."""
    (tmp_path / "thin.wasm").write_bytes(module)
    longest = corpus.asked(
        "show", fragment=flow.fragment(max(flow.paths(data.guide().flow), key=len)), page="../{}/"
    )
    named = corpus.asked("identify", text="99000000001", today=str(TODAY), page="../{}/")
    rounds = [LOAD, check("3101991708450001"), check("310199170845000"), check("x" * 400), longest, named]
    (tmp_path / "rounds.json").write_text(json.dumps(rounds))
    thin.node(
        "../../tests/slow/inside/grow.mjs",
        *(tmp_path / name for name in ("thin.wasm", "rounds.json", "grown.json")),
    )
    sizes = json.loads((tmp_path / "grown.json").read_text())
    assert len(sizes) == 501
    assert sizes[-1] == sizes[2], sizes  # a second content stands beside the first for a moment
    assert sizes[-1] < 20_000_000
