"""Which of Pyodide's constant data the functions that stay can read; the rest need not be shipped.

An address is live when a function that stays has it as a constant or takes a global that has it, when a word of
the heap has it, or when live data have it. Data reach from a live address to the next address that anything at all in the
module refers to, and a margin further: what stands alone there can be told from its neighbours.
Too little would be wrong answers: what is left out is filled at the start with a byte that makes a wild pointer
(freeze.py), and build (thin.py) asks everything again of the very module that ships.
"""

from __future__ import annotations

import bisect
import struct
from collections.abc import Collection, Iterable
from typing import NamedTuple

from publish.frozen.instructions import constants
from publish.frozen.wasm import (
    CODE,
    DATA,
    END,
    IMPORT,
    KIND_FUNCTION,
    KIND_GLOBAL,
    Image,
    Reader,
    bodies,
    imports,
    sections,
)

BASE = 1024
"""Where Emscripten puts a main module's data."""
BEFORE, AFTER = 256, 4096
"""Bytes that stay before and after a live address whatever stands there."""
FOLLOWED = 256
"""Bytes after a live address whose pointers are followed whatever stands there."""


def words(memory: bytes, start: int, end: int) -> tuple[int, ...]:
    """Return the aligned words of a part of memory."""
    return struct.unpack_from(f"<{max(0, end - start) // 4}I", memory, start)


def pointers(wasm: bytes, memory: bytes, end: int) -> dict[int, int]:
    """Return the words of the data that can be pointers, by address.

    The module is position-independent: no pointer stands in its file as it stands in memory. So a
    word that is the same in both is none.
    """
    filed = Reader(sections(wasm)[DATA])
    if filed.number() != 1:
        raise ValueError("more than one data segment")
    filed.at = sections(wasm)[DATA].index(END) + 1
    before = filed.take(filed.number()).ljust(end - BASE, b"\0")
    now, then = words(memory, BASE, end), words(before, 0, end - BASE)
    return {
        BASE + 4 * place: word
        for place, (word, old) in enumerate(zip(now, then, strict=True))
        if word != old and BASE <= word < end
    }


def addresses(values: Iterable[int], limit: int) -> set[int]:
    """Return constants of code as addresses of data."""
    return {value + BASE for value in values if 0 <= value < limit - BASE}


SMALLEST = 64
"""Bytes below which leaving data out saves less than saying so costs."""


def left_out(wasm: bytes, image: Image, keep: Collection[int]) -> list[tuple[int, int]]:
    """Return where in an image's memory no function of `keep` can read, as (start, end)."""
    parts = sections(wasm)
    asked = list(imports(parts[IMPORT]))
    first = sum(item.kind == KIND_FUNCTION for item in asked)
    names = [item.name for item in asked if item.kind == KIND_GLOBAL]
    value = {name: image.globals_[index] for index, name in enumerate(names)}
    places = Places(first, names.index("__memory_base"), value["__stack_low"], value["__heap_base"])
    readable = live(wasm, image, keep, places)
    ranges, at = [], BASE
    while (at := readable.find(0, at)) >= 0:
        stop = readable.find(1, at)
        stop = len(readable) if stop < 0 else stop
        if stop - at >= SMALLEST:
            ranges.append((at, stop))
        at = stop
    return ranges


class Places(NamedTuple):
    """The first function with a body, the global that holds the data's base, where data end, where the heap begins."""

    first: int
    base: int
    end: int
    heap: int


def live(wasm: bytes, image: Image, keep: Collection[int], where: Places) -> bytearray:
    """Return one byte for each address of the data, from 0: 1 when a function of `keep` may read there."""
    first, base, end, heap = where
    end &= ~3
    code = bodies(sections(wasm)[CODE])
    read = [constants(body, base) for body in code]
    splits = set[int]().union(*(addresses(one.certain, end) for one in read))
    linked = pointers(wasm, image.memory, end)
    splits |= set(linked.values())
    places = sorted(linked)
    order = [*sorted(splits), end]
    staying = [read[index - first] for index in keep if index >= first]
    roots = set[int]().union(*(addresses(one.numbers, end) for one in staying))
    taken = set[int]().union(*(one.globals_ for one in staying))
    roots |= {value for index, value in image.globals_.items() if index in taken and BASE <= value < end}
    held = set(words(image.memory, heap, len(image.memory)))
    roots |= held & splits
    roots |= {word for word in held if places[0] <= word < end and word % 4 == 0}
    waiting, done, readable = list(roots), set(roots), bytearray(end)
    readable[places[0] :] = b"\1" * (end - places[0])  # what can be written stays whole
    while waiting:
        address = waiting.pop()
        stop = order[min(bisect.bisect_right(order, address), len(order) - 1)]
        readable_from, readable_to = max(BASE, address - BEFORE), min(end, max(stop, address + AFTER))
        readable[readable_from:readable_to] = b"\1" * (readable_to - readable_from)
        followed = max(stop, address + FOLLOWED)
        for place in places[bisect.bisect_left(places, address) : bisect.bisect_left(places, followed)]:
            if linked[place] not in done:
                done.add(linked[place])
                waiting.append(linked[place])
    return readable
