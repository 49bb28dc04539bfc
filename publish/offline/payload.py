"""Bytes and text in a form that stands in one HTML file.

The file declares windows-1252, in which every byte is one character, so a payload costs
about 1 % more than its bytes (base64: 33 %, an encoding in ASCII alone: 14 %). Text
is plain ASCII with escapes, so it reads the same in whatever encoding a viewer assumes.
"""

from __future__ import annotations

import re

CHARSET = "windows-1252"
ESCAPE, SHIFT = 0x3D, 64
UNSAFE = re.compile(rb"[\0\r=]|<(?=[/!])|<\Z")
"""What an HTML parser changes or takes for the end of a script; the escape sign itself."""
NOT_ASCII = re.compile(r"[^\0-\x7f]")


def encode(raw: bytes) -> bytes:
    """Return bytes that may stand in a script element; `decode` in bytes.js takes them back."""
    return UNSAFE.sub(lambda match: bytes((ESCAPE, (match[0][0] + SHIFT) % 256)), raw)


def html(text: str) -> str:
    """Return HTML in ASCII: every other character as a reference."""
    return NOT_ASCII.sub(lambda match: f"&#{ord(match[0])};", text)


def css(text: str) -> str:
    """Return a stylesheet in ASCII."""
    return NOT_ASCII.sub(lambda match: f"\\{ord(match[0]):x} ", text)


def script(text: str) -> str:
    """Return a script in ASCII, safe inside an element; its own text holds other signs in literals only."""
    ascii_ = NOT_ASCII.sub(lambda match: "".join(f"\\u{unit:04x}" for unit in units(match[0])), text)
    return ascii_.replace("</", "<\\/").replace("<!--", "<\\!--")


def units(character: str) -> list[int]:
    """Return the UTF-16 units of a character."""
    raw = character.encode("utf-16-be")
    return [int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2)]
