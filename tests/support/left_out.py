"""A read of left-out data, planted into a frozen Python as reach.py would leave it: one pointer that was overlooked."""

from __future__ import annotations

import struct
from unittest import mock

from publish.frozen import freeze, wasm

TYPE, NAME, AS_SEQUENCE = 4, 12, 52
"""Where an object has its type; a type its name and its functions for sequences (CPython 3.13, 32 bits, object.h)."""
MISLED = b"set\0"
"""The type whose pointer goes astray. Where it leads, zeros say that sets have no test of what is in them, so that
Python takes another way, to another answer; a pointer of four poisoned bytes leads nowhere."""


def signed(reader: wasm.Reader) -> int:
    """Read an i32 in signed LEB128."""
    start = reader.at
    value, bits = reader.number(), 7 * (reader.at - start)
    return value - (1 << bits) if value >> (bits - 1) & 1 else value


def ranges(module: bytes) -> list[tuple[int, int]]:
    """Return where data were left out, as the function at the module's start says it."""
    body = wasm.bodies(wasm.sections(module)[wasm.CODE])[-1]
    reader, found = wasm.Reader(body, 1), []
    while body[reader.at] == wasm.CONST:
        values = []
        for _ in range(3):
            reader.at += 1
            values.append(signed(reader))
        reader.at += len(freeze.FILL)
        found.append((values[0], values[0] + values[2]))
    return found


def image(data: bytes) -> tuple[bytearray, dict[int, int]]:
    """Return the memory that a data section makes, and where in the section the bytes of each segment's address begin."""
    reader, memory, places = wasm.Reader(data), bytearray(), dict[int, int]()
    for _ in range(reader.number()):
        reader.at += 2
        start = signed(reader)
        reader.at += 1
        size = reader.number()
        places[start] = reader.at
        memory[len(memory) :] = bytes(start - len(memory)) + reader.take(size)
    return memory, places


def handle(parts: dict[int, bytes]) -> int:
    """Return the address of the function that answers: the value of the last global."""
    end = parts[wasm.GLOBAL].rindex(bytes((wasm.I32, 0, wasm.CONST)))
    return signed(wasm.Reader(parts[wasm.GLOBAL], end + 3))


def misled(module: bytes) -> bytes:
    """Return a frozen Python in which a pointer of a type leads to left-out data."""
    parts = wasm.sections(module)
    memory, places = image(parts[wasm.DATA])

    def word(at: int) -> int:
        found: int = struct.unpack_from("<I", memory, at)[0]
        return found

    kind = word(word(handle(parts) + TYPE) + TYPE)  # the type of all types
    types = (at for at in range(0, len(memory) - AS_SEQUENCE, 4) if word(at + TYPE) == kind)
    place = next(at for at in types if memory.startswith(MISLED, word(at + NAME))) + AS_SEQUENCE
    assert word(place)
    start = max(start for start in places if start <= place)
    at, gap = places[start] + place - start, ranges(module)[0][0]
    parts[wasm.DATA] = parts[wasm.DATA][:at] + struct.pack("<I", gap) + parts[wasm.DATA][at + 4 :]
    return wasm.join(parts)


def zeroed(module: bytes) -> bytes:
    """Return a frozen Python that has zeros where data were left out."""
    parts = wasm.sections(module)
    code = wasm.bodies(parts[wasm.CODE])
    with mock.patch.object(freeze, "POISON", 0):
        code[-1] = freeze.poisoned(ranges(module))
    parts[wasm.CODE] = wasm.vector([wasm.unsigned(len(body)) + body for body in code])
    return wasm.join(parts)
