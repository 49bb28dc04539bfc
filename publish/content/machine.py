"""What the machine refuses, each in one sentence: no room, no right to write, an address in use."""

from __future__ import annotations

import errno
import re
import sys
from types import TracebackType

FULL = "Penyimpanan komputer ini penuh. Kosongkan dulu, lalu ulangi perintah ini."
CLOSED = (
    "{} tidak boleh ditulisi, mungkin karena dulu dibuat dengan sudo. "
    "Periksa izin dan pemiliknya, lalu ulangi perintah ini."
)
IN_USE = "Alamat itu sedang dipakai. Hentikan yang memakainya, atau pakai yang lain: make serve ALAMAT=127.0.0.1:8001"
WORDS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EACCES: CLOSED,
    errno.EPERM: CLOSED,
    errno.EROFS: CLOSED,
    errno.EADDRINUSE: IN_USE,
}
NUMBER = re.compile(r"\[Errno (\d+)\]")
"""In the words of an error that gathers others, as when a whole folder is copied."""


def words(error: BaseException) -> str:
    """Return the sentence for an error of the machine; "" for any other."""
    if not isinstance(error, OSError):
        return ""
    match = NUMBER.search(str(error))
    number = error.errno or (int(match[1]) if match else 0)
    return WORDS.get(number, "").format(error.filename2 or error.filename or "Folder proyek ini")


def explain(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say why Python stops, as `sys.excepthook`: in one sentence where we have it."""
    if sentence := words(error):
        print(sentence, file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)
