"""`python -m publish.content.checks`: print all problems of content and language and exit with 1, or say that all is well.

What has not been reviewed in time is printed too, but is no mistake: it changes no exit status.
"""

from __future__ import annotations

import sys

from publish import ROOT
from publish.content import checks, language, messages
from publish.content.checks import review_dates, site_menu, word_lists
from publish.content.language import spelling

SETTINGS = "mkdocs.yml"
"""The argument that has this file checked alone."""
LATE = (
    f"Peringatan: {{count}} tanggal periksa ulang di atas sudah lewat. {review_dates.ADVICE} "
    "Sampai itu selesai, make build menolak."
)


def settings() -> int:
    """Print what is wrong in mkdocs.yml, before MkDocs reads it; return the exit status."""
    problems = list(site_menu.check(ROOT))
    print(
        "".join(
            f"{line}\n" for line in messages.shown(problems, ROOT, coloured=messages.coloured(sys.stdout))
        ),
        end="",
    )
    return 1 if problems else 0


def main() -> int:
    """Print the problems; return the exit status."""
    problems = checks.run(ROOT)
    if not any(one.file in word_lists.LANGUAGE for one in problems):
        reported = {one[:2] for one in problems}  # words of a line that is to be written anew may be none
        problems += (one for one in language.run(ROOT) if one[:2] not in reported)
    if not spelling.installed():
        print(language.NO_DICTIONARY)
    if late := checks.late(ROOT):
        print(*late, sep="\n")
        print(LATE.format(count=len(late)), end="\n\n")
    lines = messages.shown(problems, ROOT, coloured=messages.coloured(sys.stdout))
    print("\n".join(lines) or "Isi panduan beres: tidak ada yang perlu diperbaiki.")
    print(*messages.notes(problems), sep="\n", end="")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(settings() if SETTINGS in sys.argv[1:] else main())
