"""The command; see the package."""

from __future__ import annotations

import sys
from pathlib import Path

from publish import ROOT
from publish.tools.published import check


def main(arguments: list[str]) -> int:
    """Print what is wrong at the address, the notes last; return the exit status: 1 when anything is wrong."""
    if not 1 <= len(arguments) <= 2:
        print("Tulis alamatnya, misalnya: make published ALAMAT=https://contoh.id/panduan/")
        return 1
    findings, what = check(arguments[0], Path(arguments[1]) if arguments[1:] else ROOT / "site")
    wrong = [one for one in findings if one.wrong]
    for one in (*wrong, *(one for one in findings if not one.wrong)):
        print(f"{'SALAH' if one.wrong else 'catatan'}: {one.text}")
    print(f"{what} {f'{len(wrong)} yang salah.' if wrong else 'Tidak ada yang salah.'}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
