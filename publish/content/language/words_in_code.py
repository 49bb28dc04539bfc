"""Words for readers that stand in the code: in modules that make HTML, and in the templates of the theme."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from publish.content.language.passages import GAP, INLINE, Passage, plain

MODULES = (
    *(
        f"helper/{name}.py"
        for name in ("bridge", "kind_words", "nik_words", "numbers", "view", "view_kinds", "view_nik")
    ),
    *(
        f"publish/{name}.py"
        for name in (
            "site/page_scripts",
            "site/helper_page",
            "site/listening",
            "site/source_list",
            "offline/copy_words",
        )
    ),
)
TEMPLATES = tuple(f"publish/site/theme/{name}.html" for name in ("404", "partials/header", "partials/search"))

_TAG = re.compile(r"<[^<>]*>")
_HEARD = re.compile(
    r'\b(?:aria-label|title|alt|placeholder|data-(?:copied|link|selected|words[\w-]*))="([^"]*)"'
)
_SILENT = re.compile(r"\{[#%].*?[#%]\}", re.DOTALL)
_FILLED = re.compile(r"\{\{.*?\}\}|\{\w*\}", re.DOTALL)
_SAID = re.compile(r"[A-Z0-9" + GAP + r"]\S* \S.*")
"""A text that a reader sees: it begins as a sentence or heading does, and goes on."""


def read(root: Path) -> Iterator[Passage]:
    """Yield the passages of the modules and templates that are there."""
    for name in MODULES:
        if (root / name).exists():
            yield from of_code(name, root / name)
    for name in TEMPLATES:
        if (root / name).exists():
            yield from of_template(name, root / name)


def of_code(file: str, path: Path) -> Iterator[Passage]:
    """Yield the texts with words in a module, without their HTML; docstrings are not for readers."""
    source = path.read_text(encoding="utf-8")
    lines = source.split("\n")
    try:
        nodes = list(ast.walk(ast.parse(source)))
    except SyntaxError:
        return  # the linter says it better
    silent = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    silent |= {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in nodes:
        if isinstance(node, ast.Constant | ast.JoinedStr) and id(node) not in silent:
            for text in texts(literal(node)):
                yield Passage(file, place(lines[: node.end_lineno], node.lineno, text), text, text)


def of_template(file: str, path: Path) -> Iterator[Passage]:
    """Yield the texts with words in a template."""
    source = path.read_text(encoding="utf-8")
    html = _FILLED.sub(GAP, _SILENT.sub(lambda match: "\n" * match[0].count("\n"), source))
    for text in texts(html):
        yield Passage(file, place(source.split("\n"), 1, text), text, text)


def texts(html: str) -> Iterator[str]:
    """Yield what is read or heard of some HTML."""
    for piece in (*_TAG.split(INLINE.sub("", html)), *_HEARD.findall(html)):
        text = plain(" ".join(piece.split()))
        if _SAID.fullmatch(text):
            yield text


def literal(node: ast.Constant | ast.JoinedStr) -> str:
    """Return a string of the code, GAP for each value that is filled in; nothing for other constants."""
    if isinstance(node, ast.Constant):
        return _FILLED.sub(GAP, node.value) if isinstance(node.value, str) else ""
    parts = (str(part.value) if isinstance(part, ast.Constant) else GAP for part in node.values)
    return _FILLED.sub(GAP, "".join(parts))


def place(lines: list[str], first: int, text: str) -> int:
    """Return the line on which a text begins, looked for from the line `first` on."""
    words = re.findall(r"\w+", text)[:2]
    span = range(first, len(lines) + 1)
    return next((n for n in span if all(word in lines[n - 1] for word in words)), first)
