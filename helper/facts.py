"""Facts: values that can change, each written once with its source and date.

A text quotes a fact by a marker, `{{ name }}`; here the marker becomes the value.
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

Fact = namedtuple(
    "Fact",
    "name value label kind href source checked review confidence note",
    defaults=(None, None, None, None, None, None, None, None, None),
)
"""One fact; fields as in data/facts.toml, `name` is its key there."""


class UnknownFact(KeyError):
    """A marker names a fact that does not exist; `.name` is what it says."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def build(table: Mapping[str, Mapping[str, Any]]) -> dict[str, Fact]:
    """Return the facts of a table shaped like data/facts.toml, by name and in its order."""
    return {
        name: Fact(name, **{field: entry.get(field) for field in Fact._fields[1:]})
        for name, entry in table.items()
    }


def markers(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, inside) of every `{{ inside }}` in a text; `inside` is stripped."""
    start = text.find("{{")
    while start >= 0:
        end = text.find("}}", start)
        if end < 0:
            return
        yield start, end + 2, text[start + 2 : end].strip()
        start = text.find("{{", end)


def fill(text: str, show: Callable[[str], str], plain: Callable[[str], str] = str) -> str:
    """Return `text` with every marker replaced by `show(inside)` and all else through `plain`."""
    pieces: list[str] = []
    done = 0
    for start, end, inside in markers(text):
        pieces += (plain(text[done:start]), show(inside))
        done = end
    pieces.append(plain(text[done:]))
    return "".join(pieces)


def value(facts: Mapping[str, Fact], name: str) -> str:
    """Return the plain value of a fact; UnknownFact when there is none."""
    try:
        return str(facts[name].value)
    except KeyError:
        raise UnknownFact(name) from None


def address(fact: Fact) -> str | None:
    """Return where a link on this fact leads (tel:, mailto:, https:), or None for no link."""
    if fact.kind == "phone":
        return "tel:" + "".join(c for c in str(fact.value) if c.isdigit() or c == "+")
    if fact.kind == "email":
        return f"mailto:{fact.value}"
    if fact.kind in ("url", "account"):
        return str(fact.href or fact.value)
    return None
