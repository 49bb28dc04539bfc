"""Contacts typed straight into a text: phone numbers, e-mail, addresses. They belong in the facts, once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from helper import facts

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
ADDRESS = re.compile(r"(?:https?|ftp)://[^\s)>\]\"'|]+|\bwww\.[^\s)>\]\"'|]+", re.IGNORECASE)
DOMAIN = re.compile(
    r"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:(?:go|co|or|ac|web|my)\.id|com|net|org|id|app|me)"
    r"(?![\w-]|\.\w)(?:/[^\s)>\]|]*)?",
    re.IGNORECASE,
)
PHONE = re.compile(
    r"(?<![\w.,+-])(?<!\d )(?:\+62|\(?0)[ -]?\d[\d ()-]{5,15}\d(?!\w)|(?<![\w.,])1500[ -]?\d{3,4}(?!\d)"
)
DAY = re.compile(r"\d{1,2}-\d{1,2}-\d{4}")
SHORT = re.compile(
    r"\b(?:telepon|telpon|telp\.?|call cent(?:er|re)|hubungi|sms)\s+(?:ke\s+)?(?:nomor\s+)?"
    r"(\d{3,6})(?![\d.,]*\d)",
    re.IGNORECASE,
)
KINDS = ("phone", "email", "url", "account")
NEW_FACT = "Catat dulu sebagai fakta di helper/data/facts.toml, lalu tulis {{ nama-fakta }}."


class Contacts:
    """The contacts that the facts hold, as a reader would type them; `table` is that of facts.toml."""

    def __init__(self, table: Mapping[str, Any]) -> None:
        self.names: dict[str, str] = {}
        for name, fact in table.items():
            if isinstance(fact, dict) and (fact.get("kind") in KINDS or is_domain(fact.get("value"))):
                for typed in (fact.get("value"), fact.get("href")):
                    # "JMO di Play Store" is ordinary prose: only what can be dialled or opened counts.
                    if isinstance(typed, str) and typed and " " not in typed and not typed.isalpha():
                        self.names.setdefault(typed, name)
        longest_first = sorted(self.names, key=len, reverse=True)
        either = "|".join(map(re.escape, longest_first)) or r"\Z(?<!\Z)"
        own = re.compile(rf"(?<![\w.,/-])(?:{either})(?![\w-]|[.,]\d)")
        self.patterns = (ADDRESS, EMAIL, own, DOMAIN, PHONE, SHORT)

    def typed(self, text: str) -> Iterator[tuple[str, str]]:
        """Yield (what is typed, what to write instead) for each contact in one line, outside markers."""
        rest = without_markers(text)
        contacts: list[tuple[int, str]] = []
        for pattern in self.patterns:
            for match in list(pattern.finditer(rest)):
                what = match[match.lastindex or 0]
                if not DAY.fullmatch(what):
                    contacts.append((match.start(), what.rstrip(".,;:")))
                    rest = rest[: match.start()] + "\n" * len(match[0]) + rest[match.end() :]
        for _, what in sorted(contacts):
            yield f'Kontak "{what}" diketik langsung.', self.instead(what)

    def instead(self, what: str) -> str:
        """Return the advice: the marker of the fact that holds this contact, or how to make one."""
        bare = what.rstrip("/")
        for contact, name in self.names.items():
            if contact.rstrip("/") in (bare, f"https://{bare}"):
                return f"Tulis {{{{ {name} }}}}."
        return NEW_FACT


def is_domain(value: object) -> bool:
    """Return whether a fact of any kind has a bare domain as its value."""
    return isinstance(value, str) and bool(DOMAIN.fullmatch(value))


def without_markers(text: str) -> str:
    """Return the text, its markers replaced by as many spaces."""
    for start, end, _ in list(facts.markers(text)):
        text = text[:start] + " " * (end - start) + text[end:]
    return text
