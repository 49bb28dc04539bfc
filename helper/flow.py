"""The flow: a table of questions, their answers, and the outcome (a plan) each path leads to.

A position is the sequence of answers from the start, nothing else: it is replayed each
time, so a link, the back button and a change of mind all work the same way. In an address
it stands as a fragment: `#jawab.tidak-ada.bekerja`. A NIK never does.
"""

from __future__ import annotations

from collections import namedtuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Any

PREFIX, CHANGE = "jawab", "ubah"
"""First words of a fragment: a position; a position of which one answer is being changed."""
LONGEST = 2000
"""Characters of a fragment that are read at all; the longest true one has about a hundred."""

DEEPEST = 20
"""Answers in a row that can have been renamed; a path has far fewer."""

Answer = namedtuple("Answer", "id text goto hint picture", defaults=("", ""))
Question = namedtuple("Question", "id text hint answers")
Outcome = namedtuple(
    "Outcome",
    "id title page calm first fallback bring say avoid links check_nik contact",
    defaults=(False, ""),
)
Text = namedtuple("Text", "id label body chat", defaults=(False,))
Contact = namedtuple("Contact", "id rows")
"""What to know before calling or writing; `rows` are (head, words)."""
Flow = namedtuple("Flow", "start questions outcomes texts contacts moved", defaults=({}, {}))
"""`moved` maps answers that were renamed, from the start and joined by dots, to what they are called now."""

Place = namedtuple("Place", "steps node stale changing", defaults=(False, None))
"""Where a reader stands: `steps` (Question, Answer) so far, `node` (Question or Outcome).

`stale` is true when answers had to be dropped because the flow no longer has them;
`changing` is the whole old sequence of answers while one of them is being changed.
"""


def build(table: dict[str, Any]) -> Flow:
    """Return the Flow of a table shaped like data/flow.toml; KeyError when a needed key is missing."""
    questions = {
        qid: Question(
            qid,
            q["text"],
            q.get("hint", ""),
            tuple(
                Answer(a["id"], a["text"], a["goto"], a.get("hint", ""), a.get("picture", ""))
                for a in q["answer"]
            ),
        )
        for qid, q in table["question"].items()
    }
    outcomes = {
        oid: Outcome(
            oid,
            o["title"],
            o["page"],
            o["calm"],
            first=tuple(o.get("first", ())),
            fallback=tuple(o.get("fallback", ())),
            bring=tuple(o.get("bring", ())),
            say=tuple(o.get("say", ())),
            avoid=tuple(o.get("avoid", ())),
            links=tuple(o.get("links", ())),
            check_nik=o.get("check_nik", False),
            contact=o.get("contact", ""),
        )
        for oid, o in table["outcome"].items()
    }
    texts = {
        tid: Text(tid, t["label"], t["body"].strip(), t.get("chat", False))
        for tid, t in table.get("text", {}).items()
    }
    contacts = {cid: Contact(cid, tuple(rows.items())) for cid, rows in table.get("contact", {}).items()}
    return Flow(table["start"], questions, outcomes, texts, contacts, dict(table.get("moved", {})))


def node(flow: Flow, node_id: str) -> Any:
    """Return the Question or Outcome of this id; KeyError when neither exists."""
    return flow.questions[node_id] if node_id in flow.questions else flow.outcomes[node_id]


def answer(question: Question, answer_id: str) -> Answer | None:
    """Return the answer of this id, or None."""
    return next((a for a in question.answers if a.id == answer_id), None)


def at(flow: Flow, answers: Sequence[str]) -> Place:
    """Return the place that a sequence of answer ids leads to, replayed from the start.

    An answer that the flow does not know ends the replay at the last valid question.
    """
    steps: list[tuple[Question, Answer]] = []
    here = flow.questions[flow.start]
    for answer_id in answers:
        chosen = answer(here, answer_id) if isinstance(here, Question) else None
        if chosen is None:
            return Place(tuple(steps), here, stale=True)
        steps.append((here, chosen))
        here = node(flow, chosen.goto)
    return Place(tuple(steps), here)


def follow(flow: Flow, answers: Sequence[str]) -> Sequence[str]:
    """Return a sequence of answer ids, as an old link has it, with those that were renamed since by their new names."""
    for _ in flow.moved:
        sizes = (
            size
            for size in range(min(len(answers), DEEPEST), 0, -1)
            if ".".join(answers[:size]) in flow.moved
        )
        size = next(sizes, 0)
        if not size:
            break
        new = flow.moved[".".join(answers[:size])]
        answers = [*new.split("."), *answers[size:]] if new else []
    return answers


def change(flow: Flow, answers: Sequence[str], index: int, new: str) -> tuple[str, ...]:
    """Return the answers after answer `index` became `new`; later ones that still fit are kept."""
    kept = {question.id: chosen.id for question, chosen in at(flow, answers).steps}
    result = [*answers[:index], new]
    here = at(flow, result).node
    while isinstance(here, Question) and here.id in kept and answer(here, kept[here.id]):
        result.append(kept[here.id])
        here = at(flow, result).node
    return tuple(result)


def fragment(answers: Sequence[str], changing: int | None = None) -> str:
    """Return the address fragment of a position, without `#`; the inverse of `find`."""
    if changing is None:
        return ".".join((PREFIX, *answers))
    return ".".join((CHANGE, str(changing), *answers))


def find(flow: Flow, text: str) -> Place:
    """Return the place that a fragment (with or without `#`) names; any text has one.

    A foreign, edited or cut fragment leads to the last question that it still describes.
    """
    head, *rest = text[:LONGEST].removeprefix("#").split(".")
    if head == PREFIX:
        return at(flow, follow(flow, rest))
    if head == CHANGE and rest and rest[0].isascii() and rest[0].isdigit():
        whole, index = at(flow, follow(flow, rest[1:])), int(rest[0][:3])
        if index < len(whole.steps):
            old = tuple(chosen.id for _, chosen in whole.steps)
            return Place(whole.steps[:index], whole.steps[index][0], whole.stale, old)
        return whole._replace(stale=True)
    return Place((), flow.questions[flow.start], stale=bool(head))


def paths(flow: Flow) -> Iterator[tuple[str, ...]]:
    """Yield every position, questions and outcomes alike, depth first, the start as ()."""
    todo: list[tuple[str, ...]] = [()]
    while todo:
        answers = todo.pop()
        yield answers
        here = at(flow, answers).node
        if isinstance(here, Question):
            todo.extend((*answers, a.id) for a in reversed(here.answers))
