"""Whether a published site is what was built: `python -m publish.tools.published ADDRESS` (`make published`).

It asks the address for every file of the version, as a reader's browser would, and names each thing that is
wrong in one line with what to do about it.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from publish.tools.published import contents, named, sent, versions
from publish.tools.published.finding import Finding
from publish.tools.published.visit import Stopped, arrive, visitor

__all__ = ["check"]


def check(address: str, site: Path) -> tuple[list[Finding], str]:
    """Return what is wrong at an address and a line on what was looked at; `site` is the built site here, if any."""
    try:
        with contextlib.closing(visitor(address)) as asks:
            visit = arrive(asks)
            findings = [
                *versions.compare(visit, site),
                *contents.problems(visit),
                *sent.problems(visit),
                *named.problems(visit),
            ]
    except Stopped as why:
        return [Finding(str(why))], "Pemeriksaan berhenti di situ."
    return (
        findings,
        f"{len(visit.version.pages)} halaman, {len(visit.answers)} berkas di {visit.address} diperiksa.",
    )
