"""Runs inside the Python that is about to be frozen (start.mjs): answers once, then lets go of what no answer needs.

What goes is what no request of the corpus came to (modules.mjs). Python would raise what the helper catches
where a function is gone, so a stub stays in its place that raises `Missing`, which nothing catches: it ends the
frozen Python, as a cut function of the WebAssembly does, and the whole runtime takes over.
"""

from __future__ import annotations

import _codecs  # type: ignore[import-not-found]
import _frozen_importlib  # type: ignore[import-not-found]
import _warnings  # type: ignore[import-not-found]
import builtins
import gc
import json
import sys
import zipimport
from encodings import search_function

from helper.bridge import handle

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import CodeType, FunctionType
    from typing import Any, NoReturn

ANSWERED = "/requests.json"
"""Requests to answer before the freezing, as a list of texts."""
REACHED = "/reached.json"
"""The functions that the corpus reached: [file name, qualified name, first line]."""
KEPT = ("builtins", "sys", "_imp", "_thread", "_warnings", "_weakref", "_frozen_importlib", "__main__", "_abc",
        "json", "json.decoder", "helper.bridge")  # fmt: skip
"""Modules that stay where Python or its parts in C look for them by name."""
Function: type[FunctionType] = type(handle)
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
    _warnings._filters_mutated()
    for one in every:
        code = one.__code__
        if (code.co_filename.rpartition("/")[2], code.co_qualname, code.co_firstlineno) in reached:
            staying.append(one)
            continue
        cells = len(code.co_freevars)
        one.__code__ = stubs[cells] if cells in stubs else stubs.setdefault(cells, stub(cells))
        one.__defaults__ = one.__kwdefaults__ = one.__annotations__ = None
    _warnings.filters[:] = before
    _warnings._filters_mutated()
    wanted = {handle.__name__}.union(*(names(one.__code__) for one in staying))
    for found in {id(one.__globals__): one.__globals__ for one in staying}.values():
        for name in [name for name in found if name not in wanted and not name.startswith("__")]:
            del found[name]


def hush() -> None:
    """Forget all documentation, also that of types that cannot be changed from Python."""
    types, waiting = set[type](), [object]
    while waiting:
        one = waiting.pop()
        if one not in types:
            types.add(one)
            waiting += type.__subclasses__(one)
    inside = [gc.get_referents(one.__dict__)[0] for one in types]
    for found in [*inside, *(one for one in gc.get_objects() if type(one) is dict)]:
        if type(found.get("__doc__")) is str:
            found["__doc__"] = None
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
    """Answer, tell where `handle` is and which modules came along, and let go."""
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
    sys.stdout.flush()
    cut(reached)
    hush()
    let_go()


main()
collect = gc.collect
for name in [name for name in globals() if name != "collect" and name[:2] != "__"]:
    del globals()[name]
for _ in range(3):
    collect()
