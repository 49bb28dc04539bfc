"""The one border to JavaScript: JSON text in, JSON text out, never an exception.

Requests, each with an `id` that the reply carries back:

- `{"op": "load", "content": {"flow": {…}, "facts": {…}}}`: takes the content, the tables of data/ as JSON; before it
  nothing can be shown, and a later one replaces it
- `{"op": "show", "fragment": "#jawab.…", "page": "../{}/"}`: the parts of a position
- `{"op": "check", "text": "…", "today": "2026-11-22", "page": "../{}/"}`: the parts of a NIK result
- `{"op": "identify", …}`, the same: the parts that say which kinds of number a text may be

A reply has `ok`; when true `parts` (HTML by part name), `title`, `focus` (which part to move to), and
`node`, or `mistaken` (whether the field is wrong) with `verdict` or `kinds`; when false `error`, words that never repeat the request.
"""

from __future__ import annotations

import json
from datetime import date

from helper import flow, kinds, nik, view, view_kinds, view_nik

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

UNREADABLE = "Permintaan tidak terbaca."
FAILED = "Pembantu tidak bisa menjawab."
TITLE_ERROR = "Kesalahan: {}"

_guide: view.Guide | None = None


class NotLoaded(Exception):
    """A position was asked for before there was any content."""


def guide() -> view.Guide:
    """Return the guide that was loaded; NotLoaded when there is none."""
    if _guide is None:
        raise NotLoaded
    return _guide


def forget() -> None:
    """Let go of the content, as before the first `load`."""
    global _guide
    _guide = None


def load(request: dict[str, Any]) -> dict[str, Any]:
    """Take the content of a request; the old one stays when the new one is broken."""
    global _guide
    _guide = view.build(request["content"])
    return {}


def leading(request: dict[str, Any]) -> view.Links:
    """Return where links lead on the page that asks."""
    return view.Links(str(request.get("page", view.Links().page)))


def day(request: dict[str, Any]) -> date:
    """Return the reader's day; ValueError or KeyError when there is none."""
    return date.fromisoformat(str(request["today"]))


def show(request: dict[str, Any]) -> dict[str, Any]:
    """Answer where a fragment leads."""
    loaded = guide()
    links = leading(request)
    place = flow.find(loaded.flow, str(request.get("fragment", "")))
    return {
        "parts": {"step": view.step(loaded, links, place)},
        "title": view.title(loaded, place),
        "focus": "step",
        "node": place.node.id,
        "stale": place.stale,
    }


def check(request: dict[str, Any]) -> dict[str, Any]:
    """Answer whether a text has the form of a NIK on the day `today` (ISO)."""
    result = nik.check(str(request.get("text", "")), today=day(request))
    heading, mistaken = view_nik.heading(result), view_nik.is_mistake(result)
    return {
        "parts": view_nik.result(result, leading(request)),
        "title": TITLE_ERROR.format(heading) if mistaken else heading,
        "focus": "result",
        "verdict": result.verdict,
        "mistaken": mistaken,
    }


def identify(request: dict[str, Any]) -> dict[str, Any]:
    """Answer which kinds of number a text may be, on the day `today` (ISO)."""
    named = kinds.identify(str(request.get("text", "")), today=day(request))
    return {
        "parts": {"named": view_kinds.result(named, leading(request))},
        "title": view_kinds.heading(named),
        "focus": "named",
        "kinds": [look.kind.name for look in named.looks],
        "mistaken": False,
    }


OPERATIONS = {"load": load, "show": show, "check": check, "identify": identify}


def handle(request: str) -> str:
    """Return the JSON reply to a JSON request; any text whatever gets a reply."""
    reply: dict[str, Any] = {"id": None, "ok": False, "error": UNREADABLE}
    try:
        asked = json.loads(request)
        reply["id"] = asked.get("id")
        operation = OPERATIONS[asked["op"]]
    except (ValueError, TypeError, AttributeError, KeyError, RecursionError):
        return json.dumps(reply)
    try:
        reply = {"id": reply["id"], "ok": True, **operation(asked)}
    except Exception:  # the border: whatever goes wrong, the page gets an answer without the request in it
        reply["error"] = FAILED
    return json.dumps(reply)
