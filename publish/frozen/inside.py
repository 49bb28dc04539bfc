"""Runs inside the Python that is about to be frozen (start.mjs): answers once, then lets go of what no answer needs.

What goes is what no request of the corpus came to (modules.mjs). Python would raise what the helper catches
where a function is gone, so a stub stays in its place that raises `Missing`, which nothing catches: it ends the
frozen Python, as a cut function of the WebAssembly does, and the whole runtime takes over.
"""

from __future__ import annotations

import _codecs
import _frozen_importlib
import _warnings
import builtins
import gc
import json
import sys
import zipimport
from encodings import search_function

from helper.bridge import handle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import CodeType, FunctionType
    from typing import Any, NoReturn

ANSWERED = "/requests.json"
"""Requests to answer before the freezing, as a list of texts."""
REACHED = "/reached.json"
"""The functions that the corpus reached: [file name, qualified name, first line]."""
KEPT = ("builtins", "sys", "_imp", "_thread", "_warnings", "_weakref", "_frozen_importlib", "__main__", "_abc",
        "json", "json.decoder", "helper.bridge")  # fmt: skip
"""Modules that stay where Python or its parts in C look for them by name."""
DOCUMENTED = {
    "builtin_function_or_method": (8, 12), "module": (12, 24), "type": (0, 88),
    "method_descriptor": (20, 12), "classmethod_descriptor": (20, 12), "getset_descriptor": (20, 12),
    "member_descriptor": (20, 16), "wrapper_descriptor": (20, 16),
}  # fmt: skip
"""By kind of object: where it holds the address of its description, and where in that its documentation is.

CPython 3.13 on 32 bits (methodobject.h, descrobject.h, moduleobject.h); start.mjs looks whether words are there.
"""
Function: type[FunctionType] = type(handle)  # type: ignore[assignment]
Code: type[CodeType] = type(handle.__code__)


class Missing(BaseException):
    """What is asked for was let go."""

    @classmethod
    def find_spec(cls, *asked: object) -> NoReturn:
        """Stand where Python looks for modules and encodings."""
        raise cls(*asked)


def stub(cells: int) -> CodeType:
    """Return the code of a function that takes anything and raises Missing, with room for a number of cells."""
    names = ", ".join(f"cell{at}" for at in range(cells))
    made: dict[str, Any] = {}
    exec(f"def around({names}):\n def gone(*a, **k):\n  raise 0\n  {names or 0}\n return gone", made)
    code: CodeType = made["around"](*[None] * cells).__code__
    constants = tuple(Missing if one == 0 else one for one in code.co_consts)
    return code.replace(co_consts=constants, co_name="", co_qualname="", co_filename="", co_linetable=b"")


def names(code: CodeType) -> set[str]:
    """Return the names by which some code looks for globals and attributes."""
    inner = (names(one) for one in code.co_consts if isinstance(one, Code))
    return {*code.co_names}.union(*inner)


def cut(reached: set[tuple[str, str, int]]) -> None:
    """Leave a stub in place of each function that was not reached; forget the globals that only those read."""
    every = [one for one in gc.get_objects() if type(one) is Function and one.__globals__ is not globals()]
    staying: list[FunctionType] = []
    stubs: dict[int, CodeType] = {}
    before = _warnings.filters[:]
    _warnings.filters[:] = [("ignore", None, Warning, None, 0)]  # a generator becomes a plain function
    _warnings._filters_mutated()  # type: ignore[attr-defined]
    for one in every:
        code = one.__code__
        if (code.co_filename.rpartition("/")[2], code.co_qualname, code.co_firstlineno) in reached:
            staying.append(one)
            continue
        cells = len(code.co_freevars)
        one.__code__ = stubs[cells] if cells in stubs else stubs.setdefault(cells, stub(cells))
        one.__defaults__ = one.__kwdefaults__ = one.__annotations__ = None  # type: ignore[assignment]
    _warnings.filters[:] = before
    _warnings._filters_mutated()  # type: ignore[attr-defined]
    wanted = {handle.__name__}.union(*(names(one.__code__) for one in staying))
    for namespace in {id(one.__globals__): one.__globals__ for one in staying}.values():
        for name in [name for name in namespace if name not in wanted and not name.startswith("__")]:
            del namespace[name]


def insides() -> dict[type, dict[str, Any]]:
    """Return the dictionaries of all types, also of those that Python does not let change."""
    dictionaries: dict[type, dict[str, Any]] = {}
    waiting: list[type] = [object]
    while waiting:
        one = waiting.pop()
        if one not in dictionaries:
            dictionaries[one] = gc.get_referents(one.__dict__)[0]
            waiting += type.__subclasses__(one)
    return dictionaries


def documented() -> Iterator[tuple[int, int, int]]:
    """Yield what of C has documentation, some of it twice: address, and as in DOCUMENTED."""
    types = insides()
    for group in (types, gc.get_objects(), *(inside.values() for inside in types.values())):
        for one in group:
            kind = "type" if isinstance(one, type) else type(one).__name__
            if kind in DOCUMENTED:
                yield (id(one), *DOCUMENTED[kind])
            if kind == "builtin_function_or_method" and type(one.__self__).__name__ == "module":
                yield (id(one.__self__), *DOCUMENTED["module"])


def hush() -> None:
    """Forget the documentation that Python holds."""
    for dictionary in [*insides().values(), *(one for one in gc.get_objects() if type(one) is dict)]:
        if type(dictionary.get("__doc__")) is str:
            dictionary["__doc__"] = None
    for one in gc.get_objects():
        if type(one) is Function:
            one.__doc__ = None


def let_go() -> None:
    """Take away what leads to the rest of the library; an import from here on ends the frozen Python."""
    zipimport._zip_directory_cache.clear()  # type: ignore[attr-defined]
    sys.path_importer_cache.clear()
    for one in (sys.path_hooks, sys.path):
        one.clear()
    sys.meta_path[:] = [Missing]
    _codecs.unregister(search_function)
    _codecs.register(Missing.find_spec)
    for name in ("exit", "quit", "copyright", "credits", "license", "help", "open"):
        delattr(builtins, name)
    sys.stdin = sys.stdout = sys.stderr = sys.__stdin__ = sys.__stdout__ = sys.__stderr__ = None  # type: ignore
    del sys.__interactivehook__
    for name in [name for name in sys.modules if name not in KEPT]:
        del sys.modules[name]
    for module in sys.modules.values():
        for name in ("__spec__", "__loader__"):
            if name in module.__dict__:
                module.__dict__[name] = None
    importing = _frozen_importlib.__dict__
    for name in [name for name in importing if type(importing[name]) is not Function and name[:2] != "__"]:
        del importing[name]


def main() -> None:
    """Answer, tell where `handle` is, which modules came along and what is documented, and let go."""
    with open(ANSWERED, encoding="utf-8") as file:
        requests = json.load(file)
    for _ in range(2):
        for request in requests:
            handle(request)
    handle.__globals__["forget"]()
    with open(REACHED, encoding="utf-8") as file:
        reached = {tuple(one) for one in json.load(file)}
    origins = [getattr(module.__spec__, "origin", None) or "" for module in sys.modules.values()]
    print(id(handle))
    print(" ".join(sorted(one.partition(".zip/")[2] for one in origins if ".zip/" in one)))
    for place in documented():
        print(*place)
    sys.stdout.flush()
    cut(reached)
    hush()
    let_go()


if __name__ == "__main__":
    main()
    collect = gc.collect
    for name in [name for name in globals() if name != "collect" and name[:2] != "__"]:
        del globals()[name]
    for _ in range(3):
        collect()
