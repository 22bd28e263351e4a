"""What is kept of an interview and of its result, and what of it a pack can use."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest

from careerfit.core.model import MOST_DUELS, Answers, DuelAnswer, Reply
from careerfit.core.results.attempt import (
    Attempt,
    Named,
    PackMark,
    Row,
    Shown,
    Unfinished,
    difference_document,
    goes_on,
    pack_mark,
    row_of,
    shown_then,
    usable,
)
from careerfit.core.results.result import evaluate
from careerfit.core.results.retake import difference
from careerfit.text import Text

from .build import facet, pack_of, three_of_a_field

BEGUN = datetime(2025, 10, 1, 7, 15, 2, tzinfo=UTC)
ENDED = datetime(2025, 10, 1, 14, 20, 30, tzinfo=timezone(timedelta(hours=7)))
MARK = PackMark("bidang", "1.0", "00ff00ff00ff00ff")
ROWS = (
    Row(("a-1",), 4, 2.5, "a+"),
    Row(("a-2",), None, 3.5, "a-"),
    Row(("b-1",), 5, None, "b+"),
    Row(("b", "c"), "right", 6.0),
    Row(("c", "b"), "left", 7.0),
    Row(("b", "d"), None, 8.0),
)
ATTEMPT = Attempt(
    number=6,
    started=BEGUN,
    finished=ENDED,
    note="pagi",
    mode="quick",
    lang="id",
    pack=MARK,
    shown=Shown("CF1-0", "tie", (Named("p", Text("Peran P", "Role P")), Named("q", Text("Peran Q", "Role Q"))), 0.84),
    rows=ROWS,
    reality={"p": (True, None, False)},
    name="Siti",
)


def test_an_unfinished_interview_in_a_document() -> None:
    """It tells when, how and with which pack, and how many questions were answered, but no answer."""
    document = Unfinished(3, BEGUN, ENDED, "full", "en", MARK, ROWS).to_dict()
    assert document == {
        "started": "2025-10-01T07:15:02Z",
        "changed": "2025-10-01T07:20:30Z",
        "mode": "full",
        "pack": {"name": "bidang", "version": "1.0", "fingerprint": "00ff00ff00ff00ff"},
        "answered": 4,
    }


def test_an_attempt_tells_what_was_said() -> None:
    """Items and duels are told apart, and what was skipped is neither."""
    assert {"a-1": 4, "b-1": 5} == ATTEMPT.answers
    assert (DuelAnswer("b", "c", "right"), DuelAnswer("c", "b", "left")) == ATTEMPT.duels
    assert {"a-1": 2.5} == ATTEMPT.seconds
    assert Named("p", Text("Peran P", "Role P")) == ATTEMPT.leader


@pytest.mark.parametrize(("seconds", "expected"), [(1.9, True), (2.0, False)])
def test_an_attempt_in_haste(seconds: float, expected: bool) -> None:
    """It is fast where the typical item took less than two seconds."""
    rows = tuple(Row((f"a-{n}",), 4, seconds, "a+") for n in range(40))
    assert expected == replace(ATTEMPT, rows=rows).fast


@pytest.mark.parametrize("verdict", ["clear", "tie", "unclear", "misfit"])
def test_a_verdict_as_it_was_shown(verdict: str) -> None:
    """Every kind is kept, and one that this version does not know is unclear."""
    assert verdict == replace(ATTEMPT, shown=replace(ATTEMPT.shown, verdict=verdict)).verdict


def test_a_verdict_of_another_version() -> None:
    """A kind that this version does not know is unclear."""
    assert replace(ATTEMPT, shown=replace(ATTEMPT.shown, verdict="sure")).verdict == "unclear"


TOLD = {
    "number": 6,
    "started": "2025-10-01T07:15:02Z",
    "finished": "2025-10-01T07:20:30Z",
    "mode": "quick",
    "lang": "id",
    "note": "pagi",
    "name": "Siti",
    "pack": {"name": "bidang", "version": "1.0", "fingerprint": "00ff00ff00ff00ff"},
    "verdict": {"kind": "tie", "roles": ["p", "q"], "probability": 0.84},
    "leader": {"role": "p", "name": {"id": "Peran P", "en": "Role P"}},
    "answered": 2,
    "fast": False,
}
GIVEN = {
    "code": "CF1-0",
    "answers": {"a-1": 4, "b-1": 5},
    "duels": [{"left": "b", "right": "c", "answer": "right"}, {"left": "c", "right": "b", "answer": "left"}],
    "seconds": {"a-1": 2.5},
    "reality": {"p": [True, None, False]},
}


def test_an_attempt_in_a_document() -> None:
    """Without its answers it tells the outcome alone; with them everything that was said."""
    assert ATTEMPT.to_dict(answers=False) == TOLD
    assert ATTEMPT.to_dict(answers=True) == TOLD | GIVEN
    assert ATTEMPT.to_dict("en", answers=False)["leader"] == {"role": "p", "name": "Role P"}


@pytest.mark.parametrize(("verdict", "roles"), [("clear", ["p", "q"]), ("unclear", []), ("misfit", [])])
def test_the_roles_of_a_verdict_in_a_document(verdict: str, roles: list[str]) -> None:
    """Only a clear result and a tie name roles; the leader is told in any case."""
    document = replace(ATTEMPT, shown=replace(ATTEMPT.shown, verdict=verdict)).to_dict(answers=False)
    assert document["verdict"] == {"kind": verdict, "roles": roles, "probability": 0.84}
    assert document["leader"] == TOLD["leader"]


def test_two_attempts_in_a_document() -> None:
    """Each side tells its number, when it was, its leader and its verdict; what separates them follows."""
    first = evaluate(three_of_a_field(), Answers({"a-1": 5, "a-2": 1, "b-1": 2, "umum-1": 4}))
    second = evaluate(three_of_a_field(), Answers({"a-1": 2, "b-1": 5, "b-2": 1, "umum-1": 4}))
    found = difference(first, second)
    document = difference_document(found, replace(ATTEMPT, number=5, finished=BEGUN), ATTEMPT)
    assert document == {
        "first": {
            "number": 5,
            "finished": "2025-10-01T07:15:02Z",
            "leader": "p",
            "verdict": first.verdict.to_dict(),
        },
        "second": {
            "number": 6,
            "finished": "2025-10-01T07:20:30Z",
            "leader": "q",
            "verdict": second.verdict.to_dict(),
        },
        "continued": False,
        **found.to_dict(),
    }


def test_the_mark_of_a_pack() -> None:
    """A pack is kept by its name, its version and its fingerprint."""
    pack = three_of_a_field()
    assert PackMark(pack.name, pack.version, pack.fingerprint) == pack_mark(pack)


def test_what_is_kept_of_a_result() -> None:
    """The roles that the verdict named are kept with their names; the leader where it named none."""
    clear = evaluate(
        three_of_a_field(), Answers({"a-1": 5, "a-2": 1, "b-1": 1, "b-2": 5, "c-1": 1, "c-2": 5, "umum-1": 5})
    )
    assert clear.verdict.kind == "clear"
    expected = Shown(clear.code, "clear", (Named("p", Text("P", "P")),), clear.verdict.probability)
    assert expected == shown_then(clear)
    none = evaluate(three_of_a_field(), Answers({}))
    assert Shown(none.code, "unclear", (Named("p", Text("P", "P")),), None) == shown_then(none)


@pytest.mark.parametrize(
    ("reply", "expected"),
    [
        (Reply(("a-1",), 4, 2.5), Row(("a-1",), 4, 2.5, "a+")),
        (Reply(("a-2",), None), Row(("a-2",), None, None, "a-")),
        (Reply(("a", "b"), "left", 1.5), Row(("a", "b"), "left", 1.5, "")),
    ],
)
def test_a_reply_as_it_is_kept(reply: Reply, expected: Row) -> None:
    """An item is kept with what it measures and in which direction, a duel without."""
    assert expected == row_of(three_of_a_field(), reply)


@pytest.mark.parametrize(
    ("row", "dropped"),
    [
        (Row(("a-3",), 4, None, "a+"), 1),  # no such item
        (Row(("a-3",), None, None, "a+"), 0),  # nor an answer
        (Row(("a-1",), 4, None, "a-"), 1),  # it counted the other way
        (Row(("a-1",), 4, None, "b+"), 1),  # it measured something else
        (Row(("a-1",), 0, None, "a+"), 1),
        (Row(("a-1",), 6, None, "a+"), 1),
        (Row(("a-1",), "left", None, "a+"), 1),
        (Row(("a", "z"), "left"), 1),  # no such facet
        (Row(("a", "umum"), "left"), 1),  # a shared one fights no duels
        (Row(("a", "b"), 4), 1),
    ],
)
def test_what_a_pack_can_not_use(row: Row, dropped: int) -> None:
    """What the pack does not ask, or asks otherwise, is left out, and counted where it was an answer."""
    kept = Row(("b-1",), 5, 1.5, "b+")
    assert ((Reply(("b-1",), 5, 1.5),), dropped) == usable(three_of_a_field(), [row, kept])
    assert 2 * dropped == usable(three_of_a_field(), [row, row])[1]


@pytest.mark.parametrize(
    "row",
    [
        Row(("a-1",), 1, 2.5, "a+"),
        Row(("a-2",), 5, 2.5, "a-"),
        Row(("a-1",), None, 2.5, "a+"),
        Row(("a", "b"), "right", 2.5),
        Row(("a", "b"), None, 2.5),
    ],
)
def test_what_a_pack_can_use(row: Row) -> None:
    """What the pack asks alike is taken as it was, skipped questions, too."""
    assert ((Reply(row.keys, row.value, 2.5),), 0) == usable(three_of_a_field(), [row])


def test_a_question_is_used_once() -> None:
    """The first answer to a question counts, and of duels there are no more than may be fought."""
    first, again = Row(("a-1",), 4, None, "a+"), Row(("a-1",), 2, None, "a+")
    assert ((Reply(("a-1",), 4),), 1) == usable(three_of_a_field(), [first, again])
    facets = [facet("umum"), *(facet(f"f{n}") for n in range(8))]
    rows = {"p": (1, 1, 0, 0, 0, 0, 0, 0, 0), "q": (1, 0, 1, 1, 1, 1, 1, 1, 1)}
    fights = [Row(("f0", f"f{n}"), "left") for n in range(1, 8)]
    log, dropped = usable(pack_of(facets, rows), [*fights, Row(("f1-1",), 3, None, "f1+")])
    assert [fight.keys for fight in fights[:MOST_DUELS]] == [reply.keys for reply in log[:-1]]
    assert (("f1-1",), 7 - MOST_DUELS) == (log[-1].keys, dropped)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ((*ROWS, Row(("d-1",), 4, 2.0)), True),
        (ROWS, False),
        (ROWS[:-1], False),
        ((replace(ROWS[0], value=1), *ROWS[1:], Row(("d-1",), 4, 2.0)), True),
        ((*(replace(row, seconds=9.0) for row in ROWS), Row(("d-1",), 4, 2.0)), False),
        ((*(replace(row, seconds=9.0) for row in ROWS[:4]), *ROWS[4:], Row(("d-1",), 4, 2.0)), False),
        ((ROWS[1], ROWS[0], *ROWS[2:], Row(("d-1",), 4, 2.0)), False),
    ],
    ids=["longer", "same", "shorter", "corrected", "at another time", "mostly at another time", "in another order"],
)
def test_what_goes_on_from_an_attempt(rows: tuple[Row, ...], expected: bool) -> None:  # the outcome
    """One attempt goes on from another where its first questions are the same and most answers took the same time."""
    assert expected == goes_on(ATTEMPT, replace(ATTEMPT, number=7, rows=rows))
