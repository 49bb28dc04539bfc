"""The file of facts and flow gone wrong: layer 1 with its sentence, one retry, and nothing lost that was typed."""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import html
import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import expect

from helper import data, flow
from publish.frozen import packing
from tests.browser.conftest import READY, Open
from tests.browser.test_faults import ANSWERS, FAILED, SENTENCE, TYPED, goes_on
from tests.support import deployments, walk
from tests.support.server import Fault, Server, serve

CONTENT = "*/content-*"
OTHER = json.dumps(data.content() | {"facts": {}}).encode()
"""Content of another version, which an engine takes as well as its own."""


class Kind(NamedTuple):
    """What is wrong: what the server gives, `named` when the page names just those bytes, how often they are asked for."""

    fault: Fault
    named: bytes = b""
    asked: int = 2


def named(raw: bytes) -> Kind:
    """Return a content that page and server agree on, so that only Python can notice it."""
    return Kind(Fault(change=lambda body: packing.deflate(raw)), raw, 1)


KINDS = {
    "missing": Kind(Fault(status=404)),
    "cut": Kind(Fault(change=lambda body: body[:-1000])),
    "of another version": Kind(Fault(change=lambda body: packing.deflate(OTHER))),
    "no JSON": Kind(Fault(change=lambda body: packing.deflate(b"<!doctype html>"))),
    "built for another engine": named(b'{"steps": [], "facts": {}}'),
    "built as no JSON": named(b'{"flow": {"start": '),
}


def naming(page: bytes, raw: bytes) -> bytes:
    """Return the helper's page as if its content had been built as these bytes."""
    text = page.decode()
    written = deployments.MANIFEST.search(text)
    assert written
    manifest = json.loads(html.unescape(written[1]))
    packed = packing.deflate(raw)
    manifest["files"]["content"] |= {"size": len(packed), "sha256": hashlib.sha256(packed).hexdigest()}
    return deployments.naming(text, manifest).encode()


@contextlib.contextmanager
def serving(site: Path, kind: Kind) -> Iterator[Server]:
    """Serve the site with this fault."""
    with serve(site) as server:
        server.faults[CONTENT] = kind.fault
        if kind.named:
            server.faults["/mulai/"] = Fault(change=lambda body: naming(body, kind.named))
        yield server


def asked(server: Server) -> int:
    """Return how often the content was asked for."""
    return sum("/content-" in request.target for request in server.log)


@pytest.mark.parametrize("name", KINDS)
def test_bad_content_loses_nothing_that_was_typed(open_page: Open, site: Path, name: str) -> None:
    """It arrives while the reader types."""
    kind = KINDS[name]
    with serving(site, kind) as server:
        server.faults[CONTENT] = dataclasses.replace(kind.fault, hold=True)
        page = open_page(f"{server.origin}/mulai/#{flow.fragment(ANSWERS)}", errors=True)
        page.fill("#nik", TYPED)
        server.release()
        goes_on(page)
        assert asked(server) == kind.asked
        if not kind.named:
            del server.faults[CONTENT]
            page.get_by_role("button", name="Coba lagi").tap()
            page.wait_for_selector(READY)
            expect(page.locator("#nik")).to_have_value(TYPED)


def test_bad_content_leaves_a_reader_who_typed_nothing_where_they_are(open_page: Open, site: Path) -> None:
    """All kinds at once: each page looks for a newer version for some seconds before it gives up."""
    with contextlib.ExitStack() as stack:
        opened = []
        for name, kind in KINDS.items():
            server = stack.enter_context(serving(site, kind))
            page = open_page(f"{server.origin}/mulai/#{flow.fragment(ANSWERS)}", errors=True)
            opened.append((name, kind, server, page))
        for name, kind, server, page in opened:
            page.wait_for_selector(FAILED)
            assert asked(server) == kind.asked, name
            expect(page.get_by_text(SENTENCE)).to_be_visible()
            walk.check(page, ANSWERS)
