"""The helper's test files run a second time, by Python in WebAssembly, on the very zip that ships."""

from __future__ import annotations

import gzip
import json
import subprocess
import sysconfig
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from publish import frozen
from publish.frozen.paths import CACHE, PYODIDE
from tests import ROOT

pytestmark = pytest.mark.xdist_group("inside")
TESTS = ROOT / "tests"
FILES = ("test_bridge", "test_facts", "test_flow", "test_kinds", "test_nik", "test_numbers", "test_view", "test_view_nik")  # fmt: skip
LEFT_OUT = {
    "test_view_nik.py::test_a_browser_reads_the_pattern_as_python_does": "starts Node",
    "test_bridge.py::test_deep_nesting_is_answered": "Node's own stack ends before Python's limit; no page sends it",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What pytest found inside: `code`, `found` (test to outcome), `words` of failures, `platform`."""
    manifest, folder = frozen.build(), tmp_path_factory.mktemp("inside")
    shipped = {
        name: gzip.decompress((CACHE / manifest["folder"] / Path(entry["file"]).name).read_bytes())
        for name, entry in manifest["whole"].items()
    }
    assert shipped["wasm"] == (PYODIDE / "pyodide.asm.wasm").read_bytes()  # Node loads this one
    library, report = folder / "library.zip", folder / "report.json"
    library.write_bytes(shipped["library"])
    given = [library, PYODIDE, TESTS, Path(sysconfig.get_path("purelib")), report]
    left_out = [f"--deselect=tests/unit/{test}" for test in LEFT_OUT]
    command = [
        "node",
        Path(__file__).parent / "run.mjs",
        *given,
        *left_out,
        *(f"tests/unit/{file}.py" for file in FILES),
    ]
    run = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    assert run.returncode == 0, (run.stdout + run.stderr)[-3000:]
    found: dict[str, Any] = json.loads(report.read_text())
    return found


def test_every_test_passes_in_webassembly_too(told: dict[str, Any]) -> None:
    assert told["platform"] == "emscripten"
    assert [test for test, outcome in told["found"].items() if outcome != "passed"] == [], told["words"][:3]
    assert told["code"] == 0


@pytest.mark.parametrize("file", FILES)
def test_of_every_file_there_were_some(told: dict[str, Any], file: str) -> None:
    counted = Counter(Path(test.partition("::")[0]).stem for test in told["found"])
    assert counted[file] >= 3, counted
