"""How the files of the runtime are packed on the wire, whatever the host does (docs-maintainer/decisions/0014).

What every reader gets is xz: a quarter less than gzip, and a slow line is what they wait for. A script and the
whole runtime, which hardly anyone needs, are gzip: browsers inflate it by themselves.
"""

from __future__ import annotations

import gzip
import lzma

GZIP = b"\x1f\x8b"  # what a gzip file begins with
WINDOW = 2 << 20
"""Bytes that the browser keeps to look back into while it unpacks; twice as much saves 4 KB."""


def squeeze(raw: bytes) -> bytes:
    """Return bytes as xz."""
    filters = [{"id": lzma.FILTER_LZMA2, "preset": 9, "dict_size": WINDOW}]
    return lzma.compress(raw, check=lzma.CHECK_CRC32, filters=filters)


def deflate(raw: bytes) -> bytes:
    """Return bytes as gzip, the same on any day."""
    return gzip.compress(raw, 9, mtime=0)


def unpack(packed: bytes) -> bytes:
    """Return the bytes that `squeeze` or `deflate` was given."""
    return gzip.decompress(packed) if packed.startswith(GZIP) else lzma.decompress(packed)
