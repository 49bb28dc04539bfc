"""The thin runtime: Python as it stands after its start, frozen into one WebAssembly module.

Built in four steps. Pyodide's own files start Python in Node and import the helper (start.mjs); the
memory of that instance becomes the data of a module (freeze.py), so no reader's phone starts Python
again. All of corpus.py is asked of it, which shows the functions that answering reaches
(replay.mjs), and those that look for garbage meanwhile, at any moment. The others are cut to a trap,
and the data that only they can read are left out (reach.py). The cut module is asked everything again, and must say what CPython says: a difference
ends the build.
"""

from __future__ import annotations

import json
import os
import re
import struct
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helper import bridge, view
from publish.frozen import corpus, freeze, reach, wasm
from publish.frozen.library import REACHED
from publish.frozen.paths import HERE, PYODIDE

NAMES = (
    "malloc",
    "free",
    "PyUnicode_FromStringAndSize",
    "PyObject_CallOneArg",
    "PyUnicode_AsUTF8AndSize",
    "Py_DecRef",
)
"""What publish/scripts/wasm-host.js calls."""

OFTEN = 5
"""New objects after which Python looks for garbage while it is watched, instead of some hundreds: at whatever it is just then."""


class NotTheSame(Exception):
    """The frozen Python answered other than CPython."""


def node(script: str, *paths: Path) -> None:
    """Run a script of ours in Node. Raises RuntimeError with what Node said, the error itself first, when that fails."""
    command = ["node", str(HERE / script), *map(str, paths)]
    environment = {**os.environ, "TZ": "UTC"}  # the start is the same everywhere
    run = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment)
    if run.returncode:
        error = re.search(r"^\w*Error\b.*", run.stderr, re.MULTILINE)
        raise RuntimeError(f"{script}: {error[0] if error else ''}\n{run.stderr[-2000:]}")


def start(folder: Path, library: Path) -> tuple[wasm.Image, dict[str, Any]]:
    """Start Python in Node; return the image of it, and what else start.mjs tells."""
    module, warm, memory, image = (
        folder / name for name in ("open.wasm", "warm.json", "memory.bin", "image.json")
    )
    module.write_bytes(freeze.readable((PYODIDE / "pyodide.asm.wasm").read_bytes()))
    warm.write_text(json.dumps(corpus.warm()), encoding="utf-8")
    node("start.mjs", module, library, warm, library.parent / REACHED, memory, image)
    details: dict[str, Any] = json.loads(image.read_text(encoding="utf-8"))
    values = {int(index): value for index, value in details["globals"].items()}
    return wasm.Image(memory.read_bytes(), details["table"], values), details


def ask(folder: Path, module: bytes, requests: list[str]) -> tuple[list[str], list[int]]:
    """Ask a frozen Python; return its replies, and the functions it reached when the module tells."""
    paths = [folder / name for name in ("asked.wasm", "requests.json", "answers.json")]
    paths[0].write_bytes(module)
    paths[1].write_text(json.dumps(requests), encoding="utf-8")
    node("replay.mjs", *paths)
    answers = json.loads(paths[2].read_text(encoding="utf-8"))
    return answers["replies"], answers["reached"]


def compare(requests: list[str], replies: list[str]) -> None:
    """Raise NotTheSame for the first reply that is not what CPython says here, without content at first."""
    bridge.forget()
    for request, reply in zip(requests, replies, strict=True):
        right = bridge.handle(request)
        if reply != right:
            raise NotTheSame(f"{request[:200]!r} gives {reply[:300]!r} where CPython gives {right[:300]!r}")


def verify(folder: Path, module: bytes, content: Mapping[str, Any]) -> None:
    """Ask a frozen Python all positions of some content; NotTheSame when it answers otherwise than CPython."""
    load = corpus.asked("load", content=content)
    requests = [load, *corpus.positions(view.build(content).flow)]
    replies, _ = ask(folder, module, requests)
    compare(requests, replies)


def build(folder: Path, library: Path) -> bytes:
    """Return the frozen module, cut to what is reached."""
    image, details = start(folder, library)
    stock = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    image = image._replace(memory=freeze.cleaned(stock, image))
    requests = corpus.requests()
    memory = bytearray(image.memory)
    struct.pack_into("<I", memory, details["often"], OFTEN)
    watched = freeze.frozen(stock, image._replace(memory=bytes(memory)), details["handle"], NAMES)
    replies, reached = ask(folder, watched, requests)
    compare(requests, replies)
    left_out = reach.left_out(stock, image, reached)
    cut = freeze.frozen(stock, image, details["handle"], NAMES, reached, left_out)
    replies, _ = ask(folder, cut, requests)
    compare(requests, replies)
    return cut
