"""The look survives: few screens are as they were accepted; `make screens-accept` accepts those of now."""

from __future__ import annotations

import base64

from playwright.sync_api import Browser

from tests import ROOT
from tests.support import pictures
from tests.support.server import Server

MOST = 400_000
"""Bytes of all reference pictures together."""
SHOWN = ROOT / "build" / "screens" / "beda"


def test_the_screens_are_as_accepted(browser: Browser, common: Server) -> None:
    """What differs is written to build/screens/beda/, to be looked at."""
    desk = browser.new_page()
    taken = dict(pictures.take(browser, common.origin))
    found = {}
    for name, picture in taken.items():
        seen = pictures.differs(desk, name, picture)
        if seen["share"] > pictures.SHARE:
            found[name] = seen
            SHOWN.mkdir(parents=True, exist_ok=True)
            (SHOWN / name).write_bytes(base64.b64decode(picture))
    desk.close()
    assert found == {}, "lihat build/screens/beda/; kalau memang begitu maksudnya: make screens-accept"
    kept = list(pictures.FOLDER.iterdir())
    assert {path.name for path in kept} == set(taken)
    assert sum(path.stat().st_size for path in kept) <= MOST


def test_a_small_change_is_seen(browser: Browser, common: Server) -> None:
    """Else the test above would prove nothing: a picture of an answer gone, a part of a plan without its ground."""
    spoil = {
        "beranda": ".answer::before { display: none !important; }",
        "rencana": ".first { background: none !important; }",
    }
    desk = browser.new_page()
    for screen, rule in spoil.items():
        taken = dict(pictures.take(browser, common.origin, (screen,), pictures.STILL + rule))
        alike = [
            name
            for name, one in taken.items()
            if pictures.differs(desk, name, one)["share"] <= pictures.SHARE
        ]
        assert taken and alike == []
    desk.close()
