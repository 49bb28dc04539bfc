"""Hypothesis strategies: contents that the checks' rules of shape allow, with signs from all of Unicode, in every size."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from publish.content.checks.fact_tables import CONFIDENCES, KINDS
from publish.content.checks.flow_graph import MOST

PAGES = ("metode/a", "situasi/b", "panduan/c-d")
LONG = (1, 1, 1, 2, 7, 40, 300)
"""How often a text is repeated: short ones most, and some beyond what one sentence ever has."""
MARKS = ("{{ %s }}", "{{%s}}", "{{\t%s  }}", "{ %s }}") * 5 + ("{{ %s",)
"""Markers, and rarely one that no check lets pass: then a position is answered by an error."""
IDS = st.text(st.sampled_from("abcxyz019-"), min_size=1, max_size=12)


def signs(least: int = 0) -> st.SearchStrategy[str]:
    """Texts of any signs but lone surrogates, which no TOML holds; often of one width alone."""
    widest = st.sampled_from((0x7F, 0xFF, 0xFFFF, 0x10FFFF))
    return widest.flatmap(
        lambda last: st.text(st.characters(max_codepoint=last, exclude_categories=["Cs"]), min_size=least)
    )


@st.composite
def words(draw: st.DrawFn, facts: list[str], least: int = 0) -> str:
    """A text of the flow, often with markers of facts, sometimes with what only begins like one."""
    parts = [draw(signs(least)) * draw(st.sampled_from(LONG))]
    for _ in range(draw(st.integers(0, 3))):
        mark = draw(st.sampled_from(MARKS))
        parts += [mark % draw(st.sampled_from(facts)), draw(signs())]
    return "".join(parts)


@st.composite
def fact(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    """A fact of a kind, with and without what it may lack."""
    value = draw(signs(1)) * draw(st.sampled_from(LONG))
    if kind == "phone":
        value = draw(st.text(st.sampled_from("+0123456789 ()-."), min_size=3, max_size=20))
    found: dict[str, Any] = {
        "value": value,
        "label": draw(signs(1)),
        "kind": kind,
        "confidence": draw(st.sampled_from(CONFIDENCES)),
    }
    found |= {
        "source": draw(st.lists(IDS, min_size=1, max_size=3)),
        "checked": "2026-11-22",
        "review": "2027-02-22",
    }
    if kind in ("url", "account") and draw(st.booleans()):
        found["href"] = f"https://contoh.example/{draw(signs())}"
    return found | ({"note": draw(signs(1))} if draw(st.booleans()) else {})


@st.composite
def outcome(draw: st.DrawFn, facts: list[str], texts: list[str], contacts: list[str]) -> dict[str, Any]:
    """A plan; every list that may be empty or absent is so at times."""
    text, some = words(facts), st.lists(words(facts), max_size=4)
    found: dict[str, Any] = {
        "title": draw(words(facts, 1)),
        "page": draw(st.sampled_from(PAGES)),
        "calm": draw(text),
    }
    optional = {
        **dict.fromkeys(("first", "fallback", "bring", "avoid"), some),
        "say": st.lists(st.sampled_from(texts), max_size=3),
        "links": st.lists(st.sampled_from(PAGES), max_size=3),
        "check_nik": st.booleans(),
        "contact": st.sampled_from(contacts),
    }
    return found | draw(st.fixed_dictionaries({}, optional=optional))


@st.composite
def answers(draw: st.DrawFn, facts: list[str], ahead: list[str]) -> list[dict[str, Any]]:
    """The answers of a question, each to a question or plan that stands further on."""
    ids = draw(st.lists(IDS, min_size=1, max_size=5, unique=True))
    optional = {"hint": words(facts), "picture": IDS}
    return [
        {"id": one, "text": draw(words(facts, 1)), "goto": draw(st.sampled_from(ahead))}
        | draw(st.fixed_dictionaries({}, optional=optional))
        for one in ids
    ]


@st.composite
def contents(draw: st.DrawFn) -> dict[str, Any]:
    """A content, flow and facts, in which all that is named exists."""
    names = draw(st.lists(IDS, min_size=1, max_size=12, unique=True))
    kinds = draw(st.permutations(KINDS))
    facts = {name: draw(fact(kinds[at % len(kinds)])) for at, name in enumerate(names)}
    texts = {
        one: {"label": draw(signs()), "body": f"{draw(words(names))}\n…… {draw(signs())}\n"}
        | draw(st.fixed_dictionaries({}, optional={"chat": st.booleans()}))
        for one in draw(st.lists(IDS, min_size=1, max_size=3, unique=True))
    }
    contacts = {
        one: draw(st.dictionaries(signs(1), words(names), max_size=4))
        for one in draw(st.lists(IDS, min_size=1, max_size=2, unique=True))
    }
    plans = {
        f"r{at}": draw(outcome(names, list(texts), list(contacts))) for at in range(draw(st.integers(1, 4)))
    }
    asked: dict[str, Any] = {}
    for at in reversed(range(draw(st.integers(1, MOST)))):
        asked[f"t{at}"] = {
            "text": draw(words(names, 1)),
            "answer": draw(answers(names, [*plans, *asked])),
        } | draw(st.fixed_dictionaries({}, optional={"hint": words(names)}))
    flow: dict[str, Any] = {
        "start": "t0",
        "question": asked,
        "outcome": plans,
        "text": texts,
        "contact": contacts,
    }
    flow["pages"] = {slug: draw(signs(1)) for slug in PAGES}
    moved = st.dictionaries(
        st.lists(IDS, min_size=1, max_size=3).map(".".join), IDS | st.just(""), max_size=3
    )
    return {"flow": flow | draw(st.fixed_dictionaries({}, optional={"moved": moved})), "facts": facts}
