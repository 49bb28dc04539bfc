"""WebAssembly instructions, as far as finding the constants in them needs (Core Specification, 5.4)."""

from __future__ import annotations

from typing import NamedTuple

from publish.frozen.wasm import Reader

BLOCKS = frozenset((0x02, 0x03, 0x04, 0x06))
ONE_INDEX = frozenset(
    (0x07, 0x08, 0x09, 0x0C, 0x0D, 0x10, 0x12, 0x18, *range(0x20, 0x27), 0x3F, 0x40, 0xD0, 0xD2)
)
BULK = {8: 2, 9: 1, 10: 2, 11: 1, 12: 2, 13: 1, 14: 2, 15: 1, 16: 1, 17: 1}
PLAIN = frozenset((0x00, 0x01, 0x05, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, *range(0x45, 0xC5), 0xD1))


class Read(NamedTuple):
    """What a function may read by: i32 constants and offsets of loads and stores; of those what it certainly adds to
    a base address; the indices of the globals that it takes."""

    numbers: set[int]
    certain: set[int]
    globals_: set[int]


def constants(body: bytes, base: int) -> Read:  # noqa: PLR0912 (a table of instructions)
    """Return what a function may read by; certain are constants that follow the global `base` at once.

    Raises ValueError for an instruction that is not known.
    """
    reader, numbers, certain, taken = Reader(body), set[int](), set[int](), set[int]()
    based = -1
    for _ in range(reader.number()):
        reader.number()
        reader.at += 1
    while reader.at < len(body):
        op = body[reader.at]
        reader.at += 1
        if op in PLAIN:
            continue
        if op == 0x41:
            start = reader.at
            value = reader.number()
            bits = 7 * (reader.at - start)
            if value >> (bits - 1) & 1:
                value -= 1 << bits
            numbers.add(value)
            if based == start - 1:
                certain.add(value)
        elif op == 0x23:
            index = reader.number()
            taken.add(index)
            if index == base:
                based = reader.at
        elif 0x28 <= op <= 0x3E:
            reader.number()
            numbers.add(reader.number())
        elif op in ONE_INDEX or op in BLOCKS or op == 0x42:
            reader.number()
        elif op in {0x11, 0x13}:
            reader.number()
            reader.number()
        elif op == 0x0E:
            for _ in range(reader.number() + 1):
                reader.number()
        elif op == 0x1C:
            reader.at += reader.number()
        elif op in {0x43, 0x44}:
            reader.at += 4 if op == 0x43 else 8
        elif op == 0xFC:
            for _ in range(BULK.get(reader.number(), 0)):
                reader.number()
        elif op == 0xFD:
            vector(reader, numbers)
        else:
            raise ValueError(f"unknown instruction {op:#x}")
    return Read(numbers, certain, taken)


def vector(reader: Reader, numbers: set[int]) -> None:
    """Pass over what follows the prefix of a vector instruction."""
    op = reader.number()
    if op <= 11 or 84 <= op <= 93:
        reader.number()
        numbers.add(reader.number())
        reader.at += 84 <= op <= 91
    elif op in {12, 13}:
        reader.at += 16
    elif 21 <= op <= 34:
        reader.at += 1
