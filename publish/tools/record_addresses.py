"""`python -m publish.tools.record_addresses`: add the new pages to the list of all that was ever published."""

from __future__ import annotations

from publish import ROOT
from publish.content import addresses

if __name__ == "__main__":
    new = addresses.record(ROOT / "docs")
    print("\n".join(new) or "Tidak ada halaman baru.")
