"""Why a command of others failed, in one Indonesian sentence, from what it said."""

from __future__ import annotations

import re
from collections.abc import Sequence

REASONS = (
    (r"no version of|No matching version|ETARGET|notarget|No matching distribution",
     "Versi {} tidak ada di tempat unduhan paket."),
    (r"No solution found|unsatisfiable|ERESOLVE|incompatible", "{} tidak cocok dengan paket lain yang dipilih."),
    (r"ENOTFOUND|EAI_AGAIN|ECONN|ETIMEDOUT|error sending request|Failed to fetch|dns error|[Cc]onnection",
     "Tempat unduhan paket tidak bisa dihubungi."),
)  # fmt: skip
"""What a tool says, and what that means; `{}` is the package and its version."""
MISSING = 127
"""The status of a command that is not there."""
EXPLAINED = "Kata alat pemasangnya"
"""How publish/install.sh goes on after the sentence in which it explains itself."""


def reason(output: str, status: int, command: Sequence[str], name: str) -> str:
    """Return why a command failed that was to bring in a package."""
    if status == MISSING:
        return f"Perintah {command[0]} tidak ada di komputer ini; cara memasangnya ada di CONTRIBUTING.md."
    for sign, words in REASONS:
        if re.search(sign, output):
            return words.format(name)
    return last(output) or f"{command[0]} berhenti dengan kode {status}."


def last(output: str) -> str:
    """Return the line that says the most: the sentence of install.sh, or the last one."""
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    explained = next((at for at, line in enumerate(lines) if line.startswith(EXPLAINED)), 0)
    return lines[explained - 1] if explained else lines[-1] if lines else ""
