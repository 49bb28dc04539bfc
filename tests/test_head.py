"""The policy in the head of every page: strict, and by hash for the inline scripts that are really there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publish import head
from tests import built
from tests.test_site import PAGES

POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)">')
SCRIPT = re.compile(r"<script(?![^>]*\b(?:src=|type=\"application/ld\+json\"))[^>]*>(.*?)</script>", re.DOTALL)
"""What runs: not a data block."""


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    return built.once(tmp_path_factory.getbasetemp(), worker_id)


def rules(html: str) -> dict[str, set[str]]:
    """Return the policy of a page by directive."""
    found = POLICY.findall(html)
    assert len(found) == 1
    return {rule.split()[0]: set(rule.split()[1:]) for rule in found[0].split(";")}


@pytest.mark.parametrize("name", [*PAGES, "404.html"])
def test_every_page_has_a_strict_policy_before_anything_else(site: Path, name: str) -> None:
    html = (site / name).read_text(encoding="utf-8")
    found = rules(html)
    scripts = set(map(head.seal, SCRIPT.findall(html)))
    assert found["default-src"] == {"'none'"}
    assert found["script-src"] == {"'self'", "'wasm-unsafe-eval'", *scripts}
    assert found["connect-src"] == found["style-src"] == {"'self'"}
    assert found["base-uri"] == found["form-action"] == {"'none'"}
    assert html.index("Content-Security-Policy") < min(html.index("<script"), html.index("<link"))
    assert not [
        source for sources in found.values() for source in sources if "http" in source or "*" in source
    ]
    assert not re.search(r"<[a-z][^>]*\s(on[a-z]+|style)=", html)
