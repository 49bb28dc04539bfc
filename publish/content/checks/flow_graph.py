"""The flow as a graph: every answer leads on, every plan can be reached, no path is long or endless."""

from __future__ import annotations

from collections.abc import Iterator

from publish.content import marker_names, table_shape
from publish.content.problem import Problem, nearest
from publish.content.reading import Content

MOST = 6
"""Questions on one path; more than that nobody answers on a phone."""
PLANNED = ("metode/", "situasi/")
"""Folders of pages that each belong to a plan."""

Step = tuple[str, int, str]
"""A question, the index of an answer, and where the answer leads."""


def check(content: Content) -> Iterator[Problem]:
    """Yield what is wrong in the graph of flow.toml."""
    toml = content.flow
    questions, outcomes = (table_shape.tables(toml.table, part) for part in ("question", "outcome"))
    nodes = questions.keys() | outcomes.keys()
    for name in questions.keys() & outcomes.keys():
        wrong = f'"{name}" adalah nama pertanyaan dan juga nama rencana.'
        yield toml.problem(("outcome", name), wrong, "Beri nama lain untuk salah satunya.")
    start = table_shape.text(toml.table, "start")
    if start and start not in questions:
        advice = nearest(start, questions, "Tulis nama pertanyaan yang pertama.")
        yield toml.problem(("start",), f'Pertanyaan pertama "{start}" tidak ada.', advice)
    steps = {name: list(leads(name, question)) for name, question in questions.items()}
    for way in steps.values():
        for question, index, goto in way:
            if goto not in nodes:
                name = marker_names.spelt(goto)
                advice = nearest(goto, nodes, f"Tulis dulu [question.{name}] atau [outcome.{name}].")
                wrong = f'Tujuan "{goto}" tidak ada.'
                yield toml.problem(("question", question, "answer", index, "goto"), wrong, advice)
    loops = list(closing(steps))
    for (question, index, _), loop in loops:
        wrong = f"Pertanyaan berputar: {' > '.join(loop)}."
        advice = "Arahkan jawaban ini ke pertanyaan lain atau ke rencana."
        yield toml.problem(("question", question, "answer", index, "goto"), wrong, advice)
    if start in questions:
        yield from orphans(content, steps, start)
        if not loops:
            yield from long_paths(content, steps, start)
    yield from pages(content)


def leads(name: str, question: dict[str, object]) -> Iterator[Step]:
    """Yield where each answer of a question leads."""
    answers = question.get("answer")
    for index, answer in enumerate(answers if isinstance(answers, list) else []):
        if isinstance(answer, dict) and table_shape.text(answer, "goto").strip():
            yield name, index, answer["goto"]


def closing(steps: dict[str, list[Step]]) -> Iterator[tuple[Step, list[str]]]:
    """Yield each answer that closes a loop, with the questions of the loop in order."""
    done: set[str] = set()

    def visit(name: str, way: list[str]) -> Iterator[tuple[Step, list[str]]]:
        for step in steps[name]:
            goto = step[2]
            if goto in way:
                yield step, [*way[way.index(goto) :], goto]
            elif goto in steps and goto not in done:
                yield from visit(goto, [*way, goto])
        done.add(name)

    for name in steps:
        if name not in done:
            yield from visit(name, [name])


def orphans(content: Content, steps: dict[str, list[Step]], start: str) -> Iterator[Problem]:
    """Yield questions and outcomes that no answer leads to; what only they lead to follows, and is not named."""
    reached, todo = {start}, [start]
    while todo:
        for _, _, goto in steps.get(todo.pop(), ()):
            if goto not in reached:
                reached.add(goto)
                todo.append(goto)
    led_to = {goto for way in steps.values() for _, _, goto in way} | reached
    for part, what in (("question", "Pertanyaan"), ("outcome", "Rencana")):
        for name, node in table_shape.tables(content.flow.table, part).items():
            if name in led_to or (part == "question" and "text" not in node):
                continue
            wrong = f'{what} "{name}" tidak bisa dicapai dari pertanyaan pertama.'
            advice = f'Arahkan sebuah jawaban ke sini dengan goto = "{name}", atau hapus.'
            yield content.flow.problem((part, name), wrong, advice, lacks=name)


def long_paths(content: Content, steps: dict[str, list[Step]], start: str) -> Iterator[Problem]:
    """Yield the longest path when it has too many questions, at the first question too many."""
    longest: dict[str, list[str]] = {}

    def way(name: str) -> list[str]:
        if name not in longest:
            rest = max((way(goto) for _, _, goto in steps[name] if goto in steps), key=len, default=[])
            longest[name] = [name, *rest]
        return longest[name]

    path = way(start)
    if len(path) > MOST:
        wrong = f"Ada jalan dengan {len(path)} pertanyaan: {' > '.join(path)}."
        advice = f"Paling banyak {MOST}: hapus atau gabungkan."
        yield content.flow.problem(("question", path[MOST]), wrong, advice)


def pages(content: Content) -> Iterator[Problem]:
    """Yield pages of methods and situations that no plan belongs to."""
    outcomes = table_shape.tables(content.flow.table, "outcome").values()
    planned = {table_shape.text(outcome, "page") for outcome in outcomes}
    for slug, path in content.slugs.items():
        if slug.startswith(PLANNED) and slug not in planned and slug == slug.lower().replace(" ", "-"):
            advice = f'Tulis page = "{slug}" pada sebuah rencana di helper/data/flow.toml.'
            yield Problem(
                f"docs/{path}", 1, f'Halaman "{slug}" bukan halaman rencana mana pun.', advice, slug
            )
