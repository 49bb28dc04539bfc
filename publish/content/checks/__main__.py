"""`python -m publish.content.checks`: print all problems of content and language and exit with 1, or say that all is well.

What has not been reviewed in time is printed too, but is no mistake: it changes no exit status.
"""

from __future__ import annotations

import sys

from publish import ROOT
from publish.content import checks, language
from publish.content.checks import review_dates
from publish.content.language import spelling

LATE = (
    f"Peringatan: {{count}} tanggal periksa ulang di atas sudah lewat. {review_dates.ADVICE} "
    "Sampai itu selesai, make build menolak."
)


def main() -> int:
    """Print the problems; return the exit status."""
    problems = sorted({*checks.run(ROOT), *language.run(ROOT)})
    if not spelling.installed():
        print(language.NO_DICTIONARY)
    if late := checks.late(ROOT):
        print(*late, sep="\n")
        print(LATE.format(count=len(late)), end="\n\n")
    print("\n".join(map(str, problems)) or "Isi panduan beres: tidak ada yang perlu diperbaiki.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
