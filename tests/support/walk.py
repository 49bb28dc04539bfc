"""Walking the flow in a page: what a step must show, and every way through it.

What is expected comes from the flow itself; what is seen, from what the browser really shows.
"""

from __future__ import annotations

import itertools
from collections import namedtuple
from collections.abc import Callable, Iterator
from html.parser import HTMLParser

from playwright.sync_api import Locator, Page

from helper import data, flow, view

GUIDE = data.guide()
FLOW = GUIDE.flow
Answers = tuple[str, ...]

POSITIONS: list[Answers] = list(flow.paths(FLOW))
PLANS: list[Answers] = [path for path in POSITIONS if isinstance(flow.at(FLOW, path).node, flow.Outcome)]
ONE_EACH: list[Answers] = list({flow.at(FLOW, path).node.id: path for path in reversed(POSITIONS)}.values())
"""One position of every question and every plan."""

Seen = namedtuple("Seen", "headings focus hash trail text state")
"""What a page shows: visible headings of the flow, text of what has focus, the answers so far
as (question, answer), the visible words of the step, the state of the helper."""

LOOK = """() => {
  const helper = document.querySelector("[data-helper]");
  const shown = (e) => e.checkVisibility() && e.getClientRects().length > 0;
  const all = (selector) => [...helper.querySelectorAll(selector)].filter(shown);
  const headings = all(".flow h2");
  const trails = all(".flow .trail");
  let text = "";
  if (headings.length === 1) {
    const walker = document.createTreeWalker(headings[0].parentElement, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, data } = walker.currentNode;
      if (!parent.closest(".trail, .notice, button") && shown(parent)) text += data;
    }
  }
  const word = (e) => e.textContent.trim();
  return {
    headings: headings.map(word),
    focus: document.activeElement === document.body ? "" : word(document.activeElement),
    hash: location.hash,
    trail: trails.flatMap((t) => [...t.querySelectorAll("dl > div")].map((row) => [...row.children].slice(0, 2).map(word))),
    text: text.replace(/\\s+/g, ""),
    state: helper.dataset.state,
  };
}"""

SETTLED = """(heading) => new Promise((resolve) => {
  const until = performance.now() + 5000;
  (function look() {
    const there = document.activeElement.tagName === "H2" && document.activeElement.textContent.trim() === heading;
    if (there || performance.now() > until) resolve(there); else setTimeout(look, 2);
  })();
})"""


class Words(HTMLParser):
    """The words of an HTML fragment without those of buttons."""

    def __init__(self) -> None:
        super().__init__()
        self.words = ""
        self.inside = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.inside += tag == "button"

    def handle_endtag(self, tag: str) -> None:
        self.inside -= tag == "button"

    def handle_data(self, data: str) -> None:
        if not self.inside:
            self.words += "".join(data.split())


def heading(answers: Answers) -> str:
    """Return the heading that a position must have."""
    return view.title(GUIDE, flow.at(FLOW, answers))


def words(answers: Answers) -> str:
    """Return the words that a position must show, without spaces: question or plan, and the exit."""
    place, links = flow.at(FLOW, answers), view.Links()
    asked = isinstance(place.node, flow.Question)
    body = view.question(GUIDE, links, place) if asked else view.outcome(GUIDE, links, place.node)
    parser = Words()
    parser.feed(body + view.ways_out(links))
    return parser.words


def look(page: Page) -> Seen:
    """Return what a page shows now."""
    return Seen(**page.evaluate(LOOK))


def settle(page: Page, answers: Answers) -> None:
    """Wait until Python has answered and focus is on the right heading."""
    assert page.evaluate(SETTLED, heading(answers)), (answers, look(page))


def check(page: Page, answers: Answers) -> Seen:
    """Assert that a page shows this position and nothing else of the flow; return what it shows."""
    seen = look(page)
    assert seen.headings == [heading(answers)], answers
    if seen.state == "ready":
        assert seen.focus == heading(answers)
    steps = flow.at(FLOW, answers).steps
    assert seen.trail == [
        [view.plain(GUIDE, asked.text), view.plain(GUIDE, chosen.text)] for asked, chosen in steps
    ]
    assert seen.text == words(answers), answers
    return seen


def link(page: Page, answers: Answers) -> Locator:
    """Return the visible answer that leads to a position."""
    return page.locator(f'a.answer[href="#{flow.fragment(answers)}"]').locator("visible=true")


_sides = itertools.cycle((0.2, 0.7))


def tap(answer: Locator) -> None:
    """Touch an answer, now on its left, now on its right: two quick touches of one place are a double tap."""
    box = answer.bounding_box()
    assert box
    answer.tap(position={"x": box["width"] * next(_sides), "y": box["height"] / 2})


def everywhere(
    page: Page, press: Callable[[Answers], None], arrived: Callable[[Answers], None]
) -> list[Answers]:
    """Walk from the start into every answer and back by the browser's button; return the ways that ended in a plan."""

    def visit(answers: Answers) -> Iterator[Answers]:
        arrived(answers)
        node = flow.at(FLOW, answers).node
        if isinstance(node, flow.Outcome):
            yield answers
            return
        for choice in node.answers:
            press((*answers, choice.id))
            yield from visit((*answers, choice.id))
            page.go_back()
            arrived(answers)

    return list(visit(()))
