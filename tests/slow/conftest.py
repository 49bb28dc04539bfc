"""The project in another folder, for what is tried there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import trees


@pytest.fixture(scope="session")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project in a folder whose name has spaces; see trees.copy."""
    return trees.copy(tmp_path_factory.mktemp("tempat lain") / "salinan é")
