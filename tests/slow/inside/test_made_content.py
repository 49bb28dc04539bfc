"""Contents that nobody wrote: whatever the checks let pass, the frozen Python answers as CPython does, and nothing traps.

The same contents every time; MADE_SEED=... tries others, MADE_COUNT=... more of them.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from helper import view
from publish.content.checks.fact_tables import KINDS
from publish.frozen import corpus, thin
from tests.slow.test_differential_nik import TODAY
from tests.support import made_content, strategies

pytestmark = pytest.mark.xdist_group("inside")
COUNT, SEED = int(os.environ.get("MADE_COUNT", "80")), int(os.environ.get("MADE_SEED", "20"))
MOST = 60
"""Positions of a content that are asked."""
NUMBERS = st.one_of(
    made_content.signs(),
    strategies.pasted(),
    strategies.mutated_niks(),
    st.text("0123456789 .-", max_size=30),
)
Ask = Callable[[list[str]], list[str]]


@pytest.fixture(scope="module")
def ask(module: bytes, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """Ask one frozen Python that stays awake; the replies end with the one that stopped it."""
    path = tmp_path_factory.mktemp("made") / "thin.wasm"
    path.write_bytes(module)
    command = ["node", str(Path(__file__).parent / "answer.mjs"), str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8") as node:
        assert node.stdin and node.stdout

        def asked(requests: list[str]) -> list[str]:
            assert node.stdin and node.stdout
            node.stdin.write(json.dumps(requests) + "\n")
            node.stdin.flush()
            replies: list[str] = json.loads(node.stdout.readline())
            return replies

        yield asked
        node.stdin.close()


def test_any_content_is_answered_as_by_cpython(ask: Ask, record_property: Callable[..., None]) -> None:
    record_property("seed", SEED)
    kinds, answered = set[str](), Counter[str]()

    @seed(SEED)
    @settings(max_examples=COUNT, database=None, suppress_health_check=list(HealthCheck))
    @given(made_content.contents(), st.lists(NUMBERS, min_size=1, max_size=8))
    def tried(content: dict[str, Any], numbers: list[str]) -> None:
        positions = list(corpus.positions(view.build(content).flow))[:MOST]
        requests = [corpus.asked("load", content=content), *positions]
        for text in numbers:
            requests.append(corpus.asked("check", text=text, today=str(TODAY)))
            requests.append(corpus.asked("identify", text=text, today=str(TODAY), page="../{}/"))
        replies = ask(requests)
        thin.compare(requests[: len(replies)], replies)
        kinds.update(fact["kind"] for fact in content["facts"].values())
        answered.update(str(json.loads(reply)["ok"]) for reply in replies)

    tried()
    assert kinds == set(KINDS)
    assert answered["True"] > answered["False"] > 0, f"{answered}, seed {SEED}"
