"""Everything a page can ask of the helper, and much that it cannot: what the frozen Python is tried on.

The functions that these requests reach are the ones that stay (publish/frozen/thin.py).
"""

from __future__ import annotations

import itertools
import json
import random
import re
import unicodedata
from collections.abc import Iterator

from helper import flow, regions_table, view
from helper.regions import KNOWN
from publish.frozen import made_up

PAGE = "../{}/"
TODAY = "2026-11-22"
DAYS = (TODAY, "2024-02-29", "1999-12-31", "2000-01-01", "9999-12-31", "0001-01-01")
NIKS = ("3101991708450001", "3101995708450001", "3101992902000001", "3101992902010001", "0000000000000000",
        "9999999999999999", "3101994102990001", "310199170845000", "31019917084500011", "")  # fmt: skip
OTHERS = ("9999991708900001", "9900005708900001", "9999991713900000", "3101991708450100", "99000000001")
STARTS = (
    "",
    "08",
    "628",
    "+628",
    "+62",
    "0",
    "23",
    "31",
    "AB",
    "ab12",
    "17J",
    "3.10199E+",
    "3,1019917e+1",
    "3E",
    "1e+",
)
"""What other numbers than a NIK begin with: of a phone, of a card, out of a spreadsheet."""
BEGUN = ("51", "42", "65", "99", "1990010120150110", "021")
"""More beginnings, of the numbers that are named."""
PAPERS = (
    "99000000001", "08990000001", "99000001000", "3101991708150001", "9999991708900001", "5171991708450005", "4111111111111111",
    "0099999999999000", "0199991708450001", "2099991708450001", "99.999.999.9-999.000", "999999999999000", "31019917084500011",
    "9990000000001", "+62 899-0000-0001", "(021) 123-4567", "199001012015011001", "199013012015011001", "99000001", "99000001/000",
    "3,17E+15", "9.9E+10", "3E1", "9900000000A", "990000*****", "99000XXXXXX", "1234 **** **** 5678", "12/05/2020", "halo", "KPJ:", "----", "KPJ99000000001", "XXX99000001",
)  # fmt: skip
"""Numbers of all papers, and what is none."""
AMONG_WORDS = ("No. KPJ: {}", "NIK {} an. Budi", "nomor\n{}\r\n", "{}\u00a0ya\u2009")
MADE_UP = ("1234567890123456", "1111111111111111", "1212121212121212", "3101991701234567", "3101991712345678",
           "3101991709876543", "3101991710987654")  # fmt: skip
PASTED = (
    '"{}"', '="{}"', "\u201c{}\u201d", "{},", "{};", "({})?", ": {}", "*{}*", "**_{}_**", "* {}", "\u2022 {}.", "`{}`", "{}*", "**{}",
    "{}.0", "{},00", "{}.000000", '"{}.0"', "{}.0.0", "{};0", "NIK: {}", "{}\n{}", "{}\U0001f600", "\U0001f600 {},0", "\u201c{},0\u201d",
)  # fmt: skip
"""What stands around a number out of tables, lists, chats and sentences."""
GROUPS = ((2, "."), (3, "."), (3, ","), (3, "'"), (4, " "), (4, "_"), (4, ";"), (4, "*"))
SPOILT = "OoIlSBsZ|.,;=*_#-/ \t\n\u00a0\u200b\u2066\ufeff０３٣৩Ⅲ②\U0001d7d8é\u0301\U0001f600\ud800<&>\"'\\\0"
ALONE = (65, 0xE9, 0x660, 0xFF11, 0x1D7D8, 0x1F600, 0x10FFFF)
"""One sign of every width that a text can be kept in, each in a request of its own."""
CHUNK = 400
"""Code points a request; the shell sends no more of a text than that."""
LOADS = 60
SEED = 20
LONE = re.compile("[\ud800-\udfff]")
BROKEN = (
    "", "no JSON", "{", "[]", "null", "true", "1", '"x"', "[" * 100, '{"id":' * 100, "\ufeff{}", "\ud800", "\0",
    '{"op": "none"}', '{"id": 1}', '{"id": 1, "op": 1}', '{"id": 1, "op": []}', '{"id": 1, "op": {}}', '{"op": "check"}',
    '{"id": 1.5, "op": "show"}', '{"id": NaN, "op": "show"}', '{"id": -Infinity, "op": "show"}', '{"id": 1e999, "op": "show"}',
    '{"id": 123456789012345678901234567890, "op": "show"}', '{"id": -0.0, "op": "show"}', '{"id": 1E-7, "op": "show"}',
    '{"id": {"a": [1, {}, []]}, "op": "show"}', '{"id": true, "op": "show"}', '{"id": "\\ud83d\\ude00", "op": "show"}',
    '{"id": 1, "op": "show", "op": "none"}', '{"id": 1, "op": "show", "fragment": 3}', '{"id": 1, "op": "show", "fragment": null}',
    '{"id": 1, "op": "show", "fragment": ["a", {"b": 1.5}]}', '{"id": 1, "op": "show", "page": null}', '{"id": 1, "op": "show", "page": "{"}',
    '{"id": 1, "op": "show", "page": "{x}"}', '{"id": 1, "op": "show", "page": "{0.__class__}"}', '{"id": 1, "op": "show",}',
    '{"id": 1, "op": "check", "text": null, "today": "2026-11-22"}', '{"id": 1, "op": "check", "text": "x"}',
    '{"id": 1, "op": "check", "text": [1], "today": "2026-11-22"}', '{"id": 1, "op": "check", "text": "x", "today": "2026-02-30"}',
    '{"id": 1, "op": "check", "text": "x", "today": "kemarin"}', '{"id": 1, "op": "check", "text": "x", "today": 20261122}',
    '{"id": 1, "op": "check", "text": "x", "today": "\\u0662026-11-22"}', '{"id": 1 "op": 2}', '{id: 1}', "{'id': 1}", '{"id": "\\x"}', '{"id": "\\ud8"}',
    '{"id": "a\nb"}', '{"id": 1}}', '{"id": 01}', '{"id": -}', '{"id": .5}', '{"id": "',
)  # fmt: skip


def asked(op: str, **values: object) -> str:
    """Return a request as the shell writes it: JSON.stringify escapes lone surrogates, nothing else."""
    text = json.dumps({"id": 1, "op": op, **values}, ensure_ascii=False)
    return LONE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)


def escaped(request: str) -> str:
    """Return the same request in ASCII alone."""
    return json.dumps(json.loads(request))


def positions(guide: flow.Flow) -> Iterator[str]:
    """Yield every position of a flow, and every change of an answer."""
    for answers in flow.paths(guide):
        yield asked("show", fragment="#" + flow.fragment(answers), page=PAGE)
        for changing in range(len(answers)):
            yield asked("show", fragment="#" + flow.fragment(answers, changing), page=PAGE)


def odd_fragments() -> Iterator[str]:
    """Yield fragments that lead nowhere, every code point among them."""
    for odd in ("#", "#jawab", "#jawab.", "#jawab..", "#ubah", "#ubah.", "#ubah.x", "#ubah.-1.kartu", "#ubah.²", "#ubah.٣.kartu",
                "#ubah.0", "#%", "#%6a", "#jawab.%E0%A4%A", "#<b>", "#\0", "#\ud800", "#" + "a." * 3000, "#cek-nik"):  # fmt: skip
        yield asked("show", fragment=odd, page=PAGE)
    for first in range(0, 0x110000, CHUNK):
        signs = "".join(map(chr, range(first, min(first + CHUNK, 0x110000))))
        yield asked("show", fragment=f"#jawab.{signs}", page=PAGE)


def shows() -> Iterator[str]:
    """Yield contents to load and their positions, whole and gone wrong."""
    yield asked("show", fragment="", page=PAGE)
    for content in made_up.every():
        yield asked("load", content=content)
        yield asked("show", fragment="", page=PAGE)
        try:
            table = view.build(content).flow
            paths = list(flow.paths(table))
        except (KeyError, TypeError, AttributeError):
            continue  # broken on purpose
        yield from positions(table)
        for answers in paths:
            yield asked("show", fragment="#" + flow.fragment((*answers, "lama")), page="{}")
            yield asked("show", fragment=f"#ubah.99.{'.'.join(answers)}", page="x{}")
        for old in ("lama", "lama.lama", "lama.dulu.x", "putar.x"):
            yield asked("show", fragment=f"#jawab.{old}", page=PAGE)
            yield asked("show", fragment=f"#ubah.0.{old}", page=PAGE)
    yield from odd_fragments()


def checks() -> Iterator[str]:
    """Yield forms of a NIK: every province, every code point, and mistakes of all kinds by chance."""
    for text, day in itertools.product(NIKS, DAYS):
        yield asked("check", text=text, today=day)
    for province in range(100):
        yield asked("check", text=f"{province:02}01991708450001", today=TODAY)
        yield asked("check", text=f"31{province:02}991708450001", today=TODAY)
    for born, month in itertools.product(range(100), range(14)):
        yield asked("check", text=f"310199{born:02}{month:02}000001", today=TODAY)
        yield asked("check", text=f"310199{born:02}{month:02}990000", today=TODAY)
    for other in (f"{start}{'1990450712' * 3}"[:size] for start in STARTS for size in range(1, 31)):
        yield asked("check", text=other, today=TODAY)
    for number in (*NIKS, *OTHERS):
        for size, sign in GROUPS:
            parts = (number[at : at + size] for at in range(0, len(number), size))
            yield asked("check", text=sign.join(parts), today=TODAY)
        for around in PASTED:
            yield asked("check", text=around.format(number, number), today=TODAY)
    for invented in (*MADE_UP, *(f"{region}" * 4 for region in sorted(KNOWN)[::25])):
        yield asked("check", text=invented, today=TODAY)
    for first in range(0, 0x110000, CHUNK):
        yield asked("check", text="".join(map(chr, range(first, min(first + CHUNK, 0x110000)))), today=TODAY)
    marks = [
        chr(code)
        for code in range(0x110000)
        if unicodedata.category(chr(code))[0] in "NZC" and code < 0x30000
    ]
    chance = random.Random(SEED)
    for _ in range(4000):
        letters = list(f"{chance.randrange(10**16):016}" if chance.random() < 0.5 else chance.choice(NIKS))
        for _ in range(chance.randrange(5)):
            at = chance.randrange(len(letters) + 1)
            mark = chance.choice(SPOILT if chance.random() < 0.7 else marks)
            letters[at : at + chance.randrange(2)] = mark * chance.randrange(1, 4)
        yield asked("check", text="".join(letters), today=chance.choice(DAYS))
    for size in (1_000, 100_000, 3_000_000):
        yield asked("check", text="3" * size, today=TODAY)
        yield asked("check", text="é\U0001f600" * (size // 2), today=TODAY)


def numbers() -> Iterator[str]:
    """Yield numbers of every kind and length to name, as people paste them, and all that is none."""
    pages = itertools.cycle((PAGE, "#hal.{}", "{}"))
    plain = [f"{start}{'1990450712' * 3}"[:size] for start in (*STARTS, *BEGUN) for size in range(1, 31)]
    for text in (*plain, *NIKS, *OTHERS, *MADE_UP, *PAPERS):
        for way in ("{}", *AMONG_WORDS):
            yield asked("identify", text=way.format(text), today=TODAY, page=next(pages))
    for number, (size, sign) in itertools.product((*NIKS, *OTHERS, "99000000001"), (*GROUPS, (3, "/"))):
        parts = (number[at : at + size] for at in range(0, len(number), size))
        yield asked("identify", text=sign.join(parts), today=TODAY, page=PAGE)
    for around in PASTED:
        yield asked("identify", text=around.format("99000000001", "99000000001"), today=TODAY, page=PAGE)
    for day in DAYS:
        yield asked("identify", text=NIKS[0], today=day, page=PAGE)
    for first in range(0, 0x110000, CHUNK):
        signs = "".join(map(chr, range(first, min(first + CHUNK, 0x110000))))
        yield asked("identify", text=signs, today=TODAY, page=PAGE)
    chance = random.Random(SEED)
    for _ in range(3000):
        letters = list(chance.choice((*PAPERS, f"{chance.randrange(10 ** chance.randrange(1, 20))}")))
        for _ in range(chance.randrange(4)):
            at = chance.randrange(len(letters) + 1)
            letters[at : at + chance.randrange(2)] = chance.choice(SPOILT) * chance.randrange(1, 4)
        yield asked("identify", text="".join(letters), today=chance.choice(DAYS), page=PAGE)
    for size in (1_000, 3_000_000):
        yield asked("identify", text="3" * size, today=TODAY, page=PAGE)
        yield asked("identify", text="é\U0001f600 " * (size // 3), today=TODAY, page=PAGE)


def requests() -> list[str]:
    """Return all requests, the same ones every time."""
    words = [
        asked(op, **{key: chr(code) * 3}, today=TODAY)
        for code in ALONE
        for op, key in (("check", "text"), ("identify", "text"), ("show", "fragment"))
    ]
    plain = [*shows(), *checks(), *numbers(), *words]
    # Loading over and over makes Python collect all that it ever made, which one page hardly comes to.
    again = [asked("load", content=made_up.content(3, 160, 20, 45))] * LOADS
    return [*plain, *map(escaped, plain), *again, *BROKEN, *shows()]


def warm() -> list[str]:
    """Return a few requests that leave nothing to be set up at the reader's first question."""
    codes = [name for name in dir(regions_table) if name.isupper()]
    return [
        asked("load", content=made_up.content(1, 1, 1, 1)),
        asked("show", fragment="", page=PAGE),
        asked("check", text=NIKS[0], today=TODAY),
        asked("check", text=str(codes), today=TODAY),
        asked("identify", text=NIKS[0], today=TODAY, page=PAGE),
    ]
