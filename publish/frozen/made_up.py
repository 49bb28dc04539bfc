"""Content that nobody reads: what the frozen Python is tried on, so that real content reaches nothing new.

Every kind of fact, marker, length and sign, and every list empty somewhere. It is larger in all respects
than a guide is likely to become; the guide's own content is not part of it, so that an edit of it freezes nothing.
"""

from __future__ import annotations

import random
from typing import Any

KINDS = ("phone", "email", "url", "account", "hours", "number", "date", "rule", "word", "open")
SIGNS = "abcdefghij ABC 0123456789 .,;:!?()-–…“”'\"&<>/@+%é½ß…“”Ωж٣☎\u200b\U0001f600"
"""Signs of every width that a text can be kept in, and all that HTML escapes."""
PLAIN = "abcdefghijklmnop qrstuvwxyz, ABCDEFG. 0123456789 "
DEEPEST = 6
"""Questions on the longest path."""
SIZES = (
    0,
    1,
    2,
    3,
    7,
    15,
    16,
    17,
    31,
    40,
    50,
    63,
    64,
    80,
    90,
    100,
    120,
    127,
    128,
    200,
    255,
    256,
    300,
    511,
    600,
    2000,
)
"""Characters of a text; memory for texts comes in classes, and beyond 512 bytes otherwise."""


def text(dice: random.Random, names: list[str], *, least: int = 0) -> str:
    """Return a text, often with markers in it."""
    signs = PLAIN if dice.random() < 0.5 else SIGNS
    size = max(least, dice.choice(SIZES[: 4 if dice.random() < 0.2 else len(SIZES)]))
    pieces = ["".join(dice.choices(signs, k=size))]
    for _ in range(dice.choice((0, 0, 0, 1, 1, 2, 4))):
        mark = dice.choice(("{{ %s }}", "{{%s}}", "{{  %s  }}")) % dice.choice(names)
        pieces += [mark, "".join(dice.choices(signs, k=dice.randrange(30)))]
    if dice.random() < 0.05:
        pieces.append(dice.choice(("{{", "}}", "{{ }", "{ {", "{{}")))
    return "".join(pieces)


def fact(dice: random.Random, kind: str) -> dict[str, Any]:
    """Return a fact, sometimes without what it may lack."""
    signs = PLAIN if dice.random() < 0.5 else SIGNS
    value = "".join(dice.choices(signs, k=dice.choice(SIZES[1:-2])))
    if kind == "phone":
        value = dice.choice(("175", "+62 21 5099", "(021) 520-7797", value))
    entry: dict[str, Any] = {
        "value": value,
        "label": value[:40],
        "kind": kind,
        "source": ["S1"] * dice.randrange(4),
    }
    entry |= {"checked": "2026-11-22", "review": "2027-02-22", "confidence": "high"}
    if dice.random() < 0.5:
        entry["note"] = value[::-1]
    if kind in {"url", "account"} and dice.random() < 0.7:
        entry["href"] = f"https://contoh.example/{len(value)}?a=1&b=2"
    return entry


def some(dice: random.Random, names: list[str]) -> list[str]:
    """Return a list of texts, often empty."""
    return [text(dice, names) for _ in range(dice.choice((0, 0, 0, 1, 1, 2, 3, 10)))]


def content(seed: int, facts: int, questions: int, outcomes: int) -> dict[str, Any]:
    """Return content of that many facts, questions and plans; the same for the same arguments.

    The questions stand in levels, and one or two answers of each lead to the next: paths of every length come up.
    """
    dice = random.Random(seed)
    names = [f"fakta-{'x' * (at % 40)}{at}" for at in range(max(1, facts))]
    pages = {f"bagian/halaman-{at}": text(dice, ["-"]).partition("{{")[0] for at in range(outcomes)}
    texts = {
        f"teks-{at}": {"label": text(dice, names), "body": f"\n{text(dice, names)}\n…… {at}\n"}
        | ({"chat": True} if at % 2 else {})
        for at in range(1 + outcomes // 2)
    }
    contacts = {
        f"kontak-{at}": {text(dice, names)[:20]: text(dice, names) for _ in range(at * 3)} for at in range(3)
    }
    plans = {}
    for at in range(outcomes):
        plan: dict[str, Any] = {
            "title": text(dice, names),
            "page": dice.choice(list(pages)),
            "calm": text(dice, names),
        }
        plan |= {
            key: some(dice, names) for key in ("first", "fallback", "bring", "avoid") if dice.random() < 0.9
        }
        plan |= {
            "say": dice.choices(list(texts), k=dice.randrange(4)),
            "links": dice.choices(list(pages), k=dice.randrange(6)),
        }
        if dice.random() < 0.7:
            plan["check_nik"] = dice.random() < 0.5
        if dice.random() < 0.4:
            plan["contact"] = dice.choice(list(contacts))
        plans[f"rencana-{at}"] = plan
    asked: dict[str, Any] = {}
    for at in range(questions):
        answers = []
        for number in range(dice.randrange(1, 9)):
            level = at * DEEPEST // questions
            later = [
                f"tanya-{to}" for to in range(at + 1, questions) if to * DEEPEST // questions == level + 1
            ]
            goto = dice.choice(later) if later and number < 1 + (at % 4 == 0) else dice.choice(list(plans))
            answer = {
                "id": f"j{'-' * (number % 2)}{number}x",
                "text": text(dice, names, least=1),
                "goto": goto,
            }
            answer |= {"hint": text(dice, names)} if dice.random() < 0.5 else {}
            answers.append(answer | ({"picture": f"gambar-{number}"} if dice.random() < 0.3 else {}))
        asked[f"tanya-{at}"] = {"text": text(dice, names), "answer": answers} | (
            {"hint": text(dice, names)} if at % 3 else {}
        )
    flow = {
        "start": "tanya-0",
        "question": asked,
        "outcome": plans,
        "text": texts,
        "contact": contacts,
        "pages": pages,
        "moved": {"lama": "j0x", "j0x.lama": "j0x", "lama.dulu": "", "putar": "putar"},
    }
    return {
        "flow": flow,
        "facts": {name: fact(dice, KINDS[at % len(KINDS)]) for at, name in enumerate(names)},
    }


def every() -> list[dict[str, Any]]:
    """Return contents small and large, and some that lack or spoil a part."""
    whole = [content(1, 1, 1, 1), content(2, 30, 6, 8), content(3, 160, 20, 45), content(4, 400, 40, 110)]
    small = whole[0]
    plan = small["flow"]["outcome"]["rencana-0"]
    broken: list[Any] = [
        {},
        [],
        {"flow": {}, "facts": {}},
        {"flow": small["flow"], "facts": []},
        {**small, "flow": {**small["flow"], "start": "tidak-ada"}},
        {**small, "facts": {}},
        {**small, "flow": {**small["flow"], "outcome": {"rencana-0": {**plan, "calm": "{{ ٣\U0001f600 }}"}}}},
        {**small, "facts": {"x": 1}},
        {**small, "flow": {**small["flow"], "pages": None}},
    ]
    return [whole[1], *broken, whole[3], *broken[2:5], whole[0], whole[2]]
