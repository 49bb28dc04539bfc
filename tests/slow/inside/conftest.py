"""The frozen Python as readers get it."""

from __future__ import annotations

import pytest

from publish import frozen
from publish.frozen import packing
from publish.frozen.paths import CACHE


@pytest.fixture(scope="module")
def module() -> bytes:
    """The module that ships, unpacked."""
    manifest = frozen.build()
    return packing.unpack((CACHE / manifest["folder"] / manifest["files"]["wasm"]["file"]).read_bytes())
