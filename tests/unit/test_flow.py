"""The flow: any fragment leads to a valid place, changes keep what still fits, all paths are on record."""

from __future__ import annotations

import re
from difflib import unified_diff

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helper import data, flow
from tests import ROOT

GOLDEN = ROOT / "tests/unit/golden/paths.txt"

REAL = data.guide().flow
PATHS = list(flow.paths(REAL))
ENDS = [path for path in PATHS if isinstance(flow.at(REAL, path).node, flow.Outcome)]


def small() -> flow.Flow:
    """Return a flow in which `c` is asked whether `a` is answered 1 or 2, and `d` only after 2."""

    def ask(*answers: tuple[str, str]) -> dict[str, object]:
        return {"text": "?", "answer": [{"id": i, "text": i, "goto": goto} for i, goto in answers]}

    plan = {"title": "Rencana", "page": "metode/x", "calm": "Tenang.", "first": ["Baca."]}
    return flow.build(
        {
            "start": "a",
            "question": {
                "a": ask(("1", "c"), ("2", "d"), ("3", "end")),
                "c": ask(("x", "end"), ("y", "other")),
                "d": ask(("x", "c"), ("z", "other")),
            },
            "outcome": {"end": plan, "other": {**plan, "check_nik": True}},
        }
    )


SMALL = small()


def positions() -> st.SearchStrategy[tuple[str, ...]]:
    """Any position of the real flow."""
    return st.sampled_from(PATHS)


def fragments() -> st.SearchStrategy[str]:
    """Any text, with many that look like fragments of this flow."""
    words = sorted(
        {flow.PREFIX, flow.CHANGE, "", "0", "1", "9999", "²", "-1"} | {a for p in PATHS for a in p}
    )
    some = st.lists(st.sampled_from(words), max_size=9).map(".".join)
    edited = st.builds(
        lambda path, cut, rest: flow.fragment(path)[:cut] + rest, positions(), st.integers(0, 80), some
    )
    return st.one_of(st.text(st.characters(exclude_categories=())), some, some.map("#".__add__), edited)


def test_build_keeps_what_the_table_says() -> None:
    """Left-out keys are empty; what is there stays in order."""
    plan = SMALL.outcomes["end"]
    assert (plan.id, plan.first, plan.fallback, plan.say, plan.check_nik) == (
        "end",
        ("Baca.",),
        (),
        (),
        False,
    )
    assert SMALL.outcomes["other"].check_nik is True
    assert [answer.id for answer in SMALL.questions["a"].answers] == ["1", "2", "3"]
    assert SMALL.questions["a"].answers[0].hint == ""


def test_build_names_the_missing_key() -> None:
    """A needed key that is missing is a KeyError of that name."""
    with pytest.raises(KeyError, match="calm"):
        flow.build({"start": "a", "question": {}, "outcome": {"x": {"title": "t", "page": "p"}}})


def test_node() -> None:
    """An id is a question's or an outcome's, or an error."""
    assert flow.node(SMALL, "c") is SMALL.questions["c"]
    assert flow.node(SMALL, "end") is SMALL.outcomes["end"]
    with pytest.raises(KeyError):
        flow.node(SMALL, "nowhere")


@pytest.mark.parametrize(
    ("answers", "node", "count", "stale"),
    [
        ((), "a", 0, False),
        (("2",), "d", 1, False),
        (("2", "x", "y"), "other", 3, False),
        (("2", "gone"), "d", 1, True),
        (("gone", "x"), "a", 0, True),
        (("3", "x"), "end", 1, True),
    ],
)
def test_at(answers: tuple[str, ...], node: str, count: int, stale: bool) -> None:
    """A position is replayed from the start; an unknown answer ends it at the last valid question."""
    place = flow.at(SMALL, answers)
    assert (place.node.id, len(place.steps), place.stale, place.changing) == (node, count, stale, None)


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("satu", ("1",)),
        ("satu.y", ("1", "y")),
        ("satu.dulu", ("1", "x")),  # renamed before its question was
        ("2.x.lama", ("2", "x", "y")),
        ("hapus.x", ()),
        ("1.y", ("1", "y")),
        ("putar", ()),  # leads round in a circle: stale, and no endless loop
    ],
)
def test_an_old_link_finds_its_place(old: str, now: tuple[str, ...]) -> None:
    """Answers that were renamed are followed, several times in one link, in a change of an answer too."""
    moved = {
        "satu": "1",
        "1.dulu": "1.x",
        "2.x.lama": "2.x.y",
        "hapus": "",
        "putar": "pusing",
        "pusing": "putar",
    }
    known = SMALL._replace(moved=moved)
    place = flow.find(known, f"#jawab.{old}")
    assert tuple(chosen.id for _, chosen in place.steps) == now
    assert place.stale == (old == "putar")
    if now:
        assert flow.find(known, f"#ubah.0.{old}").changing == now
    assert flow.build({"start": "a", "question": {}, "outcome": {}}).moved == {}


@pytest.mark.parametrize(
    ("answers", "index", "new", "expected"),
    [
        (("2", "x", "y"), 0, "1", ("1", "y")),  # c stays answered, d is no longer asked
        (("1", "y"), 0, "2", ("2",)),  # d was never answered, so it is asked
        (("2", "x", "y"), 1, "x", ("2", "x", "y")),  # the same answer again changes nothing
        (("2", "x", "y"), 2, "x", ("2", "x", "x")),
        (("2", "x", "y"), 0, "3", ("3",)),
    ],
)
def test_change_keeps_answers_that_still_fit(
    answers: tuple[str, ...], index: int, new: str, expected: tuple[str, ...]
) -> None:
    """Later answers are kept as long as their questions are still asked."""
    assert flow.change(SMALL, answers, index, new) == expected


@settings(deadline=None)
@given(st.data(), st.sampled_from([path for path in PATHS if path]))
def test_change_leads_to_a_valid_place(data: st.DataObject, path: tuple[str, ...]) -> None:
    """After any change the answers are valid, the new one among them, and each kept one was there before."""
    index = data.draw(st.integers(0, len(path) - 1))
    asked = flow.at(REAL, path).steps[index][0]
    new = data.draw(st.sampled_from([answer.id for answer in asked.answers]))
    changed = flow.change(REAL, path, index, new)
    place = flow.at(REAL, changed)
    assert not place.stale
    assert changed[: index + 1] == (*path[:index], new)
    before = {question.id: chosen.id for question, chosen in flow.at(REAL, path).steps}
    assert all(before[question.id] == chosen.id for question, chosen in place.steps[index + 1 :])
    if new == path[index]:
        assert changed == path


@pytest.mark.parametrize("hash_sign", ["", "#"])
def test_find_is_the_inverse_of_fragment(hash_sign: str) -> None:
    """Every position, and every change of one of its answers, survives the way through an address."""
    for path in PATHS:
        place = flow.at(REAL, path)
        assert flow.find(REAL, hash_sign + flow.fragment(path)) == place
        for index, (asked, _) in enumerate(place.steps):
            found = flow.find(REAL, hash_sign + flow.fragment(path, index))
            assert (found.node, found.changing, found.stale) == (asked, path, False)
            assert found.steps == place.steps[:index]


@pytest.mark.parametrize(
    ("text", "node", "stale"),
    [
        ("", "a", False),
        ("#", "a", False),
        ("#jawab", "a", False),
        ("#jawab.2", "d", False),
        ("#jawab.2.x.gone", "c", True),
        ("#jawab.2.", "d", True),
        ("#cek-nik", "a", True),
        ("#JAWAB.2", "a", True),
        ("#ubah.0.2.x", "a", False),
        ("#ubah.1.2.x", "d", False),
        ("#ubah.7.2.x", "c", True),
        ("#ubah.1.2.x.gone", "d", True),
        ("#ubah.²", "a", True),
        ("#ubah", "a", True),
    ],
)
def test_find_recovers(text: str, node: str, stale: bool) -> None:
    """A cut, edited or foreign fragment leads to the last question that it still describes, and says so."""
    place = flow.find(SMALL, text)
    assert (place.node.id, place.stale) == (node, stale)


@settings(deadline=None)
@given(fragments())
def test_any_text_leads_to_a_valid_place(text: str) -> None:
    """Whatever stands in the address, the place exists and can be replayed."""
    place = flow.find(REAL, text)
    answers = tuple(chosen.id for _, chosen in place.steps)
    assert answers in PATHS
    if place.changing is None:
        assert place.node == flow.at(REAL, answers).node
    else:
        assert place.changing in PATHS
        assert place.changing[: len(answers)] == answers
        assert place.node == flow.at(REAL, place.changing).steps[len(answers)][0]


def test_a_fragment_without_end_is_cut() -> None:
    """A megabyte of answers is not replayed, only its beginning."""
    place = flow.find(REAL, "#" + flow.fragment(ENDS[0]) + ".x" * 500_000)
    assert place.stale
    assert place.node == flow.at(REAL, ENDS[0]).node
    assert all(len(flow.fragment(path)) < flow.LONGEST / 10 for path in PATHS)


def test_paths_are_all_and_in_order() -> None:
    """Depth first, in the order of the file, each once."""
    expected = [
        (),
        ("1",),
        ("1", "x"),
        ("1", "y"),
        ("2",),
        ("2", "x"),
        ("2", "x", "x"),
        ("2", "x", "y"),
        ("2", "z"),
    ]
    assert list(flow.paths(SMALL)) == [*expected, ("3",)]


def test_every_plan_is_reached() -> None:
    """The paths of the real flow end at all its plans, after six questions at most."""
    assert {flow.at(REAL, path).node.id for path in ENDS} == set(REAL.outcomes)
    assert max(map(len, ENDS)) <= 6


NUMBER_KNOWN = {"cabang-kartu", "cabang-gabung", "cabang-data", "telepon-data", "hrd-data"}
DANGER = {"telepon-tawaran", "telepon-telanjur"}
ASKS = re.compile(
    r"(nomor|disebutkan|dituliskan|dicarikan|dikirim)[^.?\n]*\?|nomor[^.?\n]*mohon|(Mohon|Saya perlu|Saya meminta|Minta)[^.?\n]*nomor",
    re.I,
)


def test_who_is_sent_to_the_telephone_reads_its_hours_and_its_cost() -> None:
    """A step that says to call has the contact with hours, cost, what is asked, and something to say."""
    for plan in REAL.outcomes.values():
        steps = " ".join((*plan.first, *plan.fallback))
        if "{{ call-center }}" in steps:
            assert plan.contact, plan.id
            assert plan.say, plan.id
            rows = " ".join(said for _, said in REAL.contacts[plan.contact].rows)
            assert "{{ jam-call-center }}" in rows, plan.id
            assert {"{{ biaya-call-center }}", "{{ pmi-telepon }}"} & set(re.findall(r"{{ \S+ }}", rows)), (
                plan.id
            )
            assert "nomor laporan" in rows, plan.id


def test_every_plan_ends_with_what_comes_after_the_number() -> None:
    assert [plan.id for plan in REAL.outcomes.values() if plan.links[-1:] != ("panduan/setelah-dapat",)] == []


def test_every_text_asks_for_the_number() -> None:
    """But for those of readers who have it, or who were cheated."""
    silent = {text.id for text in REAL.texts.values() if not ASKS.search(text.body)}
    assert silent <= NUMBER_KNOWN | DANGER


def test_nobody_in_danger_is_asked_for_a_nik() -> None:
    plans = [plan for plan in REAL.outcomes.values() if DANGER & set(plan.say)]
    assert plans
    assert not any(plan.check_nik for plan in plans)


def test_who_searches_for_the_family_is_asked_at_the_first_question() -> None:
    """The questions after it speak of the family, never of the reader's own work."""
    assert not flow.at(REAL, ("keluarga",)).stale
    below = {flow.at(REAL, path).node.id for path in PATHS if path[:1] == ("keluarga",)}
    assert all("keluarga Anda" in REAL.questions[name].text for name in below & REAL.questions.keys())


def test_the_way_of_the_app_asks_who_registered_the_reader() -> None:
    """It must not send someone to an HRD that is gone."""
    answers = [answer.goto for answer in REAL.questions["akun-jmo"].answers]
    assert "keadaan-jmo" in answers
    asked, also = REAL.questions["keadaan"], REAL.questions["keadaan-jmo"]
    assert [(one.id, one.text) for one in asked.answers] == [(one.id, one.text) for one in also.answers]
    assert (
        flow.at(REAL, ("jmo-gagal", "lupa-sandi", "tutup", "ya")).node
        == flow.at(REAL, ("tidak-ada", "tutup", "ya")).node
    )


def transcript() -> str:
    """Return all paths of the real flow, one a line, in the words that a reader sees."""
    lines = []
    for path in ENDS:
        place = flow.at(REAL, path)
        said = [chosen.text for _, chosen in place.steps]
        lines.append(" > ".join((*said, f"OUTCOME {place.node.title}")))
    return "\n".join(lines) + "\n"


def test_golden_transcript(request: pytest.FixtureRequest) -> None:
    """Every path is as it was last read by a human; `--rewrite-golden` accepts a change."""
    if request.config.getoption("--rewrite-golden"):
        GOLDEN.write_text(transcript(), encoding="utf-8")
    known = GOLDEN.read_text(encoding="utf-8") if GOLDEN.exists() else ""
    difference = "\n".join(
        unified_diff(known.split("\n"), transcript().split("\n"), "golden", "now", n=0, lineterm="")
    )
    if difference:
        pytest.fail(
            f"{difference}\nKalau jalan-jalan ini memang dimaksud: make record",
            pytrace=False,
        )
