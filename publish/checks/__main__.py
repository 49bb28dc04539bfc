"""`python -m publish.checks`: print all problems of the content and exit with 1, or say that all is well."""

from __future__ import annotations

import sys
from pathlib import Path

from publish import checks

ROOT = Path(__file__).parents[2]


def main() -> int:
    """Print the problems; return the exit status."""
    problems = checks.run(ROOT)
    print("\n".join(map(str, problems)) or "Isi panduan beres: tidak ada yang perlu diperbaiki.")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
