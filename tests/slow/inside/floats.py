"""What Hypothesis takes from its compiled part, in Python: that part is not built for WebAssembly.

Stands in for `hypothesis._native` inside Pyodide. Our strategies draw no floats; what Hypothesis asks
of them when it is imported and when it draws text and numbers is here.
"""

from __future__ import annotations

import math
import struct
import sys
import types
from importlib.metadata import version

FORMS = {16: ("e", "H"), 32: ("f", "I"), 64: ("d", "Q")}


def float_to_int(value: float, width: int = 64) -> int:
    """Return the bits of a float."""
    form, bits = FORMS[width]
    number: int = struct.unpack(f"!{bits}", struct.pack(f"!{form}", value))[0]
    return number


def int_to_float(value: int, width: int = 64) -> float:
    """Return the float of these bits."""
    form, bits = FORMS[width]
    number: float = struct.unpack(f"!{form}", struct.pack(f"!{bits}", value))[0]
    return number


def float_of(x: float, width: int) -> float:
    """Return the nearest float of a width."""
    return float(x) if width == 64 else int_to_float(float_to_int(float(x), width), width)


def is_negative(x: float) -> bool:
    """Return whether a sign is minus, that of zero too."""
    return math.copysign(1.0, x) < 0


def width_smallest_normals(width: int) -> float:
    """Return the smallest normal float of a width."""
    return {16: 2.0**-14, 32: 2.0**-126, 64: sys.float_info.min}[width]


def next_up(value: float, width: int = 64) -> float:
    """Return the next float above."""
    return math.nextafter(value, math.inf) if width == 64 else unused()


def next_down(value: float, width: int = 64) -> float:
    """Return the next float below."""
    return math.nextafter(value, -math.inf) if width == 64 else unused()


def unused(*given: object, **named: object) -> float:
    """Stand for the rest, which only strategies of floats call."""
    raise NotImplementedError


def install() -> None:
    """Put the stand-in where Hypothesis imports its compiled part from."""
    names = ("count_between_floats", "next_down_normal", "next_up_normal")
    ours = (float_to_int, int_to_float, float_of, is_negative, next_up, next_down, width_smallest_normals)
    found: dict[str, object] = dict.fromkeys(names, unused)
    found |= {one.__name__: one for one in ours}
    parts: dict[str, dict[str, object]] = {
        "": {"__version__": version("hypothesis")},
        ".internal": {},
        ".internal.floats": found,
        ".internal.cathetus": {"cathetus": math.hypot},
    }
    for name, inside in parts.items():
        module = types.ModuleType(f"hypothesis._native{name}")
        module.__dict__.update(inside)
        module.__path__ = []
        sys.modules[module.__name__] = module
