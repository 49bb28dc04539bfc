"""The flow as a picture: questions with their answers from left to right, plans at the ends, made from the data."""

from __future__ import annotations

import textwrap
from typing import NamedTuple

from helper import flow
from helper.view import escape

WIDTH, COLUMN = 290, 410
LINE, PAD, GAP = 18, 10, 22
LETTERS = 38
"""Characters that fit one line of a box."""


class Box(NamedTuple):
    """One node as drawn: its lines of title, its answers' lines with where each leads; place and height in px."""

    title: list[str]
    rows: list[tuple[list[str], str]]
    x: int
    y: float
    height: int

    def row(self, index: int) -> float:
        """Return the height at which the edge of an answer leaves."""
        above = self.title + [line for lines, _ in self.rows[:index] for line in lines]
        return self.y + PAD + LINE * (len(above) + len(self.rows[index][0]) / 2) + PAD * (index + 1)


def layers(whole: flow.Flow) -> dict[str, int]:
    """Return how far right each node stands: one more than the farthest question that leads to it."""
    depth = {whole.start: 0}
    todo = [whole.start]
    while todo:
        name = todo.pop()
        for answer in whole.questions[name].answers:
            if depth.get(answer.goto, -1) <= depth[name]:
                depth[answer.goto] = depth[name] + 1
                if answer.goto in whole.questions:
                    todo.append(answer.goto)
    return depth


def boxes(whole: flow.Flow) -> dict[str, Box]:
    """Return all boxes by node, each beside the middle of what leads to it, none over another."""
    depth = layers(whole)
    placed: dict[str, Box] = {}
    for layer in range(max(depth.values()) + 1):
        wanted = {}
        for name in (name for name, at in depth.items() if at == layer):
            leading = [
                box.row(index)
                for box in placed.values()
                for index, (_, goto) in enumerate(box.rows)
                if goto == name
            ]
            wanted[name] = sum(leading) / len(leading) if leading else 0
        bottom = float(GAP)
        for name in sorted(wanted, key=lambda name: wanted[name]):
            node = flow.node(whole, name)
            question = name in whole.questions
            title = textwrap.wrap(node.text if question else node.title, LETTERS - 4)  # bold
            answers = node.answers if question else ()
            rows = [(textwrap.wrap(answer.text, LETTERS), answer.goto) for answer in answers]
            lines = len(title) + sum(len(words) for words, _ in rows)
            height = LINE * lines + PAD * (2 + len(rows))
            y = max(bottom, wanted[name] - height / 2)
            placed[name] = Box(title, rows, GAP + layer * COLUMN, y, height)
            bottom = y + height + GAP
    return placed


def text(lines: list[str], x: float, y: float, kind: str) -> str:
    """Return lines of text under each other, the first one's foot at y."""
    spans = "".join(
        f'<tspan x="{x:.0f}" y="{y + LINE * index:.0f}">{escape(line)}</tspan>'
        for index, line in enumerate(lines)
    )
    return f'<text class="{kind}">{spans}</text>'


def drawn(name: str, box: Box, question: bool) -> str:
    """Return one box as SVG: its title, a line, its answers."""
    kind = "question" if question else "outcome"
    parts = [
        f'<rect class="{kind}" x="{box.x}" y="{box.y:.0f}" width="{WIDTH}" height="{box.height}" rx="{4 if question else 16}"/>',
        text(box.title, box.x + PAD, box.y + PAD + 13, "title"),
    ]
    y = box.y + PAD + 13 + LINE * len(box.title)
    for lines, _ in box.rows:
        y += PAD
        parts.append(
            f'<path class="rule" d="M{box.x} {y - 16:.0f}h{WIDTH}"/>' + text(lines, box.x + PAD, y, "answer")
        )
        y += LINE * len(lines)
    return f'<g id="alur-{escape(name)}"><title>{escape(name)}</title>{"".join(parts)}</g>'


def edges(placed: dict[str, Box]) -> str:
    """Return a curve from each answer to where it leads."""
    curves = []
    for name, box in placed.items():
        for index, (_, goto) in enumerate(box.rows):
            to = placed[goto]
            x, y, end, foot = box.x + WIDTH, box.row(index) - 8, to.x, to.y + min(to.height / 2, 24)
            bend = (end - x) / 2 if end - x < COLUMN else 60
            curve = f"M{x} {y:.0f}C{x + bend:.0f} {y:.0f} {end - bend:.0f} {foot:.0f} {end} {foot:.0f}"
            curves.append(
                f'<path class="edge" data-from="{escape(name)}" data-to="{escape(goto)}" d="{curve}"/>'
            )
    return "".join(curves)


def picture(whole: flow.Flow) -> str:
    """Return the flow as one SVG; its colours are those of the page around it (desk.css)."""
    placed = boxes(whole)
    width = max(box.x for box in placed.values()) + WIDTH + GAP
    height = max(box.y + box.height for box in placed.values()) + GAP
    nodes = "".join(drawn(name, box, name in whole.questions) for name, box in placed.items())
    return (
        f'<svg class="flow-picture" viewBox="0 0 {width} {height:.0f}" width="{width}" height="{height:.0f}" '
        f'role="img" aria-label="Alur: {len(whole.questions)} pertanyaan, {len(whole.outcomes)} rencana">'
        f"{edges(placed)}{nodes}</svg>"
    )
