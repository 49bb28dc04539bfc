"""`python -m publish.tools.record_addresses`: add new pages and answers to the lists of all that was ever published."""

from __future__ import annotations

from helper import data
from publish import ROOT
from publish.content import addresses

if __name__ == "__main__":
    new = addresses.record(ROOT / "docs", data.guide().flow)
    print("\n".join(new) or "Tidak ada halaman atau jawaban baru.")
