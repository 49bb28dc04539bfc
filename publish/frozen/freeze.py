"""Rewriting Pyodide's module: an instance that has started is frozen into a module that has started."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from publish.frozen.wasm import (
    CODE,
    CONST,
    CUT,
    DATA,
    ELEMENT,
    END,
    EXPORT,
    EXTERNREF,
    FUNCREF,
    FUNCTION,
    GLOBAL,
    I32,
    IMPORT,
    KIND_FUNCTION,
    KIND_GLOBAL,
    KIND_MEMORY,
    KIND_TABLE,
    KIND_TAG,
    MEMORY,
    PAGE,
    SET,
    START,
    TABLE,
    TAG,
    TYPE,
    Image,
    Import,
    Reader,
    bodies,
    exports,
    imports,
    join,
    mutable_globals,
    named,
    runs,
    sections,
    segments,
    signed,
    unsigned,
    vector,
)

POISON = 0xA5
"""A byte of which four are no address of a memory of ours, no index of its table and no length that it holds."""
NOTHING = bytes((0x60, 0, 0))
"""The type of a function that takes and gives nothing."""
FILL = bytes((0xFC, 0x0B, 0))
"""The instruction that fills a part of memory (Chromium 75, like the copying that Python's own code does)."""
SPARE_PAGES = 8
"""Pages above what the start used, so that the first answers need no growth."""


def counted(asked: Iterable[Import], kind: int) -> int:
    return sum(item.kind == kind for item in asked)


def readable(wasm: bytes) -> bytes:
    """Return the module with its changing globals exported as `global:INDEX`, so that they can be frozen."""
    parts = sections(wasm)
    first = counted(imports(parts[IMPORT]), KIND_GLOBAL)
    entries = exports(parts[EXPORT])
    entries |= {f"global:{first + i}": (KIND_GLOBAL, first + i) for i in mutable_globals(parts[GLOBAL])}
    parts[EXPORT] = vector([exported(name, *where) for name, where in entries.items()])
    return wasm[:8] + custom(wasm) + join(parts)[8:]


def custom(wasm: bytes) -> bytes:
    """Return the custom section that Emscripten reads: it stands first."""
    reader = Reader(wasm, 9)
    size = reader.number()
    return wasm[8 : reader.at + size]


def exported(name: str, kind: int, index: int) -> bytes:
    return named(name) + bytes((kind,)) + unsigned(index)


def constant(value: int) -> bytes:
    return bytes((CONST,)) + signed(value) + bytes((END,))


def plain(types: bytes) -> bytes:
    """Return a section of types in which a reference to an object of the host is a number.

    Engines before Chromium 95 refuse the whole module for a type with such a reference, even when no
    function has that type.
    """
    reader, forms = Reader(types), list[bytes]()
    for _ in range(reader.number()):
        form = reader.take(1)
        lists = [reader.take(reader.number()).replace(EXTERNREF, bytes((I32,))) for _ in range(2)]
        forms.append(form + b"".join(unsigned(len(one)) + one for one in lists))
    return vector(forms)


def watched(body: bytes, flag: int) -> bytes:
    """Return a function that sets a global when it is entered."""
    reader = Reader(body)
    for _ in range(reader.number()):
        reader.number()
        reader.at += 1
    return body[: reader.at] + bytes((CONST, 1, SET)) + unsigned(flag) + body[reader.at :]


def blanked(memory: bytes, ranges: Iterable[tuple[int, int]]) -> bytes:
    """Return a memory with zeros, which cost nothing to ship, in these places."""
    copy = bytearray(memory)
    for start, end in ranges:
        copy[start:end] = bytes(end - start)
    return bytes(copy)


def poisoned(ranges: Iterable[tuple[int, int]]) -> bytes:
    """Return a function that fills these places: a pointer read there leads nowhere, so that it traps when it is followed."""
    fills = (
        bytes((CONST,))
        + signed(start)
        + bytes((CONST,))
        + signed(POISON)
        + bytes((CONST,))
        + signed(end - start)
        + FILL
        for start, end in ranges
    )
    return b"\0" + b"".join(fills) + bytes((END,))


def frozen(
    wasm: bytes,
    image: Image,
    handle: int,
    names: Collection[str],
    keep: Collection[int] | None = None,
    left_out: Collection[tuple[int, int]] = (),
) -> bytes:
    """Return a module that begins where the image was taken; data that are `left_out` are poisoned at its start.

    `names` are the functions to export; `keep` the indices of the functions that stay. Without `keep`
    all stay, and each sets a global when entered, exported as `f:INDEX`: that is how a profile is made.
    What only the others use is left out too: references to objects of the host, further tables, exceptions.
    """
    parts = sections(wasm)
    image = image._replace(memory=blanked(image.memory, left_out))
    asked = list(imports(parts[IMPORT]))
    first = counted(asked, KIND_FUNCTION)
    before = counted(asked, KIND_GLOBAL)
    code = bodies(parts[CODE])
    tables = Reader(parts[TABLE])
    own = tables.number()
    tables_own = parts[TABLE][tables.at :]
    old = exports(parts[EXPORT])
    outside = [exported(name, *old[name]) for name in names]
    outside += [exported("memory", KIND_MEMORY, 0), exported("table", KIND_TABLE, 0)]

    constants = Reader(parts[GLOBAL])
    total = constants.number()
    inside = []
    for index in range(before + total):
        if index < before:
            mutable = [item for item in asked if item.kind == KIND_GLOBAL][index].detail[1]
        else:
            _, mutable, _ = constants.take(3)
            start = constants.at
            while constants.take(1)[0] & 0x80:
                pass
            text = constants.content[start : constants.at]
            constants.at += 1
        value = (
            constant(image.globals_[index])
            if index in image.globals_
            else bytes((CONST,)) + text + bytes((END,))
        )
        inside.append(bytes((I32, mutable)) + value)
    outside.append(exported("handle", KIND_GLOBAL, len(inside)))
    inside.append(bytes((I32, 0)) + constant(handle))
    slots: list[int | None] = list(image.table)
    if keep is None:
        flags = len(inside)
        code = [watched(body, flags + i) for i, body in enumerate(code)]
        inside += [bytes((I32, 1)) + constant(0)] * len(code)
        outside += [exported(f"f:{first + i}", KIND_GLOBAL, flags + i) for i in range(len(code))]
    else:
        kept = set(keep)
        code = [body if first + i in kept else CUT for i, body in enumerate(code)]
        trap = next(first + i for i in range(len(code)) if first + i not in kept)
        # A slot of a cut function traps whichever cut function stands there; one index packs best.
        slots = [index if index is None or index < first or index in kept else trap for index in slots]

    table = bytes((FUNCREF, 0)) + unsigned(len(slots))
    spare = {
        TYPE: parts[TYPE],
        TABLE: unsigned(own + 1) + table + tables_own,
        TAG: vector([item.detail for item in asked if item.kind == KIND_TAG]),
    }
    types, functions = (Reader(parts[kind]) for kind in (TYPE, FUNCTION))
    own_types, own_functions = types.number(), functions.number()
    code.append(poisoned(left_out))
    pages = -(-len(image.memory) // PAGE) + SPARE_PAGES
    called = [item for item in asked if item.kind == KIND_FUNCTION]
    return join(
        {
            **(spare if keep is None else {TABLE: vector([table])}),
            TYPE: unsigned(own_types + 1)
            + (spare[TYPE] if keep is None else plain(parts[TYPE]))[types.at :]
            + NOTHING,
            START: unsigned(first + own_functions),
            IMPORT: vector(
                [named("") + named(item.name) + bytes((KIND_FUNCTION,)) + item.detail for item in called]
            ),
            FUNCTION: unsigned(own_functions + 1) + parts[FUNCTION][functions.at :] + unsigned(own_types),
            MEMORY: vector([b"\0" + unsigned(pages)]),
            GLOBAL: vector(inside),
            EXPORT: vector(outside),
            ELEMENT: vector(
                [b"\0" + constant(at) + vector([unsigned(i) for i in run]) for at, run in runs(slots)]
            ),
            CODE: vector([unsigned(len(body)) + body for body in code]),
            DATA: vector(
                [b"\0" + constant(at) + unsigned(len(part)) + part for at, part in segments(image.memory)]
            ),
        }
    )


def cleaned(wasm: bytes, image: Image) -> bytes:
    """Return the image's memory without the stack below where it stood, which nothing reads any more."""
    parts = sections(wasm)
    asked = [item.name for item in imports(parts[IMPORT]) if item.kind == KIND_GLOBAL]
    value = {name: image.globals_[index] for index, name in enumerate(asked)}
    memory = bytearray(image.memory)
    low, top = value["__stack_low"], value["__stack_pointer"]
    memory[low:top] = bytes(top - low)
    return bytes(memory)
