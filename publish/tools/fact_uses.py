"""Where each fact is quoted."""

from __future__ import annotations

from publish.content import marker_names
from publish.content.reading import Content, prose


def uses(content: Content) -> dict[str, list[str]]:
    """Return for each fact the places that quote it, in order.

    A page by its path in docs/, a part of the flow as `[outcome.nama]`.
    """
    places: dict[str, list[str]] = {name: [] for name in content.facts.table}

    def note(text: str, place: str) -> None:
        for name in marker_names.used(text):
            if name in places and place not in places[name]:
                places[name].append(place)

    for page in content.pages.values():
        note("\n".join(line for _, line in page.body()), page.path)
    for path, text in prose(content):
        note(text, f"[{path[0]}.{path[1]}]")
    return places
