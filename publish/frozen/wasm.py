"""WebAssembly, as far as cutting Pyodide's module needs: sections, function bodies, rewriting.

The binary format: WebAssembly Core Specification, chapter 5.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

MAGIC = b"\0asm\x01\0\0\0"
TYPE, IMPORT, FUNCTION, TABLE, MEMORY, GLOBAL, EXPORT, ELEMENT, CODE, DATA = 1, 2, 3, 4, 5, 6, 7, 9, 10, 11
START, COUNT, TAG = 8, 12, 13
ORDER = (TYPE, IMPORT, FUNCTION, TABLE, MEMORY, TAG, GLOBAL, EXPORT, START, ELEMENT, COUNT, CODE, DATA)
"""Sections in the order the format asks for."""
KIND_FUNCTION, KIND_TABLE, KIND_MEMORY, KIND_GLOBAL, KIND_TAG = range(5)
PAGE = 65536
I32, FUNCREF, CONST, SET, END, UNREACHABLE = 0x7F, 0x70, 0x41, 0x24, 0x0B, 0x00
EXTERNREF = b"\x6f"
CUT = bytes((0, UNREACHABLE, END))
"""The body that takes the place of a function that is never reached: no locals, a trap."""
GAP = 32
"""Zero bytes between two data segments below which splitting costs more than it saves."""


class Import(NamedTuple):
    """One import: `detail` is what follows its kind, as encoded."""

    module: str
    name: str
    kind: int
    detail: bytes


class Image(NamedTuple):
    """A started instance, frozen.

    `memory`: its bytes from address 0; `table`: function index by slot, None for an empty slot;
    `globals_`: value by global index, for imported and mutable ones.
    """

    memory: bytes
    table: Sequence[int | None]
    globals_: Mapping[int, int]


def unsigned(value: int) -> bytes:
    """Return a number as unsigned LEB128."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def signed(value: int) -> bytes:
    """Return a number below 2**32 as signed LEB128 of an i32."""
    value -= (value & 0x80000000) << 1
    out = bytearray()
    while not -64 <= value < 64:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value & 0x7F)
    return bytes(out)


def vector(items: Collection[bytes]) -> bytes:
    """Return encoded items as one vector."""
    return unsigned(len(items)) + b"".join(items)


def named(name: str) -> bytes:
    """Return a name as encoded."""
    return unsigned(len(name.encode())) + name.encode()


class Reader:
    """A place in bytes, moved on by reading."""

    def __init__(self, content: bytes, at: int = 0) -> None:
        self.content, self.at = content, at

    def number(self) -> int:
        """Read an unsigned LEB128."""
        value = shift = 0
        while True:
            byte = self.content[self.at]
            self.at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7

    def take(self, size: int) -> bytes:
        """Read that many bytes."""
        self.at += size
        return self.content[self.at - size : self.at]

    def name(self) -> str:
        """Read a name."""
        return self.take(self.number()).decode()


def sections(wasm: bytes) -> dict[int, bytes]:
    """Return content by section id; custom sections are left out. Raises ValueError for other bytes."""
    if not wasm.startswith(MAGIC):
        raise ValueError("not WebAssembly")
    reader, contents = Reader(wasm, len(MAGIC)), dict[int, bytes]()
    while reader.at < len(wasm):
        kind = reader.take(1)[0]
        content = reader.take(reader.number())
        if kind:
            contents[kind] = content
    return contents


def join(parts: Mapping[int, bytes]) -> bytes:
    """Return a module made of sections."""
    return MAGIC + b"".join(
        bytes((kind,)) + unsigned(len(parts[kind])) + parts[kind] for kind in ORDER if kind in parts
    )


def imports(content: bytes) -> Iterator[Import]:
    """Yield what an import section asks for."""
    reader = Reader(content)
    for _ in range(reader.number()):
        module, name, kind = reader.name(), reader.name(), reader.take(1)[0]
        start = reader.at
        match kind:
            case 0:
                reader.number()
            case 1 | 2:
                reader.at += kind == KIND_TABLE
                limits = reader.number()
                reader.number()
                if limits & 1:
                    reader.number()
            case 3:
                reader.at += 2
            case _:
                reader.at += 1
                reader.number()
        yield Import(module, name, kind, content[start : reader.at])


def exports(content: bytes) -> dict[str, tuple[int, int]]:
    """Return kind and index by exported name."""
    reader, entries = Reader(content), dict[str, tuple[int, int]]()
    for _ in range(reader.number()):
        name, kind = reader.name(), reader.take(1)[0]
        entries[name] = kind, reader.number()
    return entries


def bodies(content: bytes) -> list[bytes]:
    """Return the functions of a code section."""
    reader = Reader(content)
    return [reader.take(reader.number()) for _ in range(reader.number())]


def mutable_globals(content: bytes) -> list[int]:
    """Return which of a global section's i32 constants can change, counted from the section's first."""
    reader, indices = Reader(content), []
    for index in range(reader.number()):
        kind, mutable, op = reader.take(3)
        if (kind, op) != (I32, CONST):
            raise ValueError("a global that is no i32 constant")
        while reader.take(1)[0] & 0x80:
            pass
        if reader.take(1)[0] != END:
            raise ValueError("a global whose value is an expression")
        if mutable:
            indices.append(index)
    return indices


def segments(memory: bytes) -> list[tuple[int, bytes]]:
    """Return the parts of a memory that are not zero, each with its address."""
    parts, at, zeros = [], 0, bytes(GAP)
    while at < len(memory):
        rest = memory[at : at + PAGE].lstrip(b"\0")
        if not rest:
            at += PAGE
            continue
        at += min(PAGE, len(memory) - at) - len(rest)
        end = memory.find(zeros, at)
        end = len(memory) if end < 0 else end
        parts.append((at, memory[at:end]))
        at = end
    return parts


def runs(table: Sequence[int | None]) -> list[tuple[int, list[int]]]:
    """Return the filled slots of a table, neighbours together."""
    filled_slots = []
    for filled, group in itertools.groupby(enumerate(table), lambda slot: slot[1] is not None):
        if filled:
            slots = list(group)
            filled_slots.append((slots[0][0], [index for _, index in slots if index is not None]))
    return filled_slots
