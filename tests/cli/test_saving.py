"""What is kept of an interview, and what is left of it when the pack has changed since."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from careerfit.cli.saved_attempts import Resumable, all_unfinished, answers_of, resume
from careerfit.core.model import Answers, Duel, Facet, Pack, Reply
from careerfit.core.results.attempt import Row, pack_mark, row_of, shown_then, usable
from careerfit.core.results.result import evaluate
from careerfit.history.faults import BUSY, GONE, NO_FOLDER
from careerfit.history.recorder import Recorder
from careerfit.history.store import Store
from careerfit.interview.interview import Interview, Mode
from tests.core.build import facet, pack_of

SHARED = facet("empati")
OPEN = [facet("analisis"), facet("memimpin"), facet("menghitung"), facet("menulis")]
ROWS = {"perintis": (1, 1, 1, 0, 0), "penata": (1, 0, 0, 1, 1)}


def made(facets: Sequence[Facet], fingerprint: str) -> Pack:
    """A pack of these facets, of which the first is shared."""
    return pack_of(facets, {slug: row[: len(facets)] for slug, row in ROWS.items()}, fingerprint=fingerprint)


OLD = made([SHARED, *OPEN], "00000000000000aa")
FEWER = made([SHARED, *OPEN[:3]], "00000000000000bb")
"""The same pack without its last facet."""
TURNED = made([SHARED, facet("analisis", keys=(-1, 1)), *OPEN[1:]], "00000000000000cc")
"""The same pack, in which the items of one facet have become their opposites."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty history."""
    with Store(tmp_path / "state") as opened:
        yield opened


def recorder_of(store: Store, interview: Interview, resumed: int | None = None) -> Recorder:
    """What keeps that interview in the history."""
    return Recorder(store, interview.pack, mode=interview.mode, lang="id", resumed=resumed, log=interview.log)


def next_unfinished(store: Store, pack: Pack, *, left_behind: bool = True) -> Resumable | None:
    """The one that was answered last; the others are given back."""
    found = all_unfinished(store, pack, left_behind=left_behind)
    for one in found[1:]:
        store.release(one.interview.id)
    return found[0] if found else None


def sit(store: Store, pack: Pack, keys: Sequence[str], mode: Mode = "full") -> Interview:
    """Answer items until all of these keys have been asked: the rest are skipped."""
    interview = Interview(pack, mode)
    recorder = recorder_of(store, interview)
    asked: set[str] = set()
    while not set(keys) <= asked and (question := interview.next()) is not None:
        assert not isinstance(question, Duel)
        position = interview.position
        interview.answer(question, 1 + len(asked) % 5 if question.key in keys else None, 1.5)
        recorder.save(position, interview.log[position - 1])
        asked.add(question.key)
    return interview


def test_goes_on_where_it_was_left(store: Store) -> None:
    """An interview resumes with the same log and the same question on show."""
    left = sit(store, OLD, ["analisis-1", "memimpin-2"])
    found = next_unfinished(store, OLD)
    assert found is not None
    again = resume(store, OLD, found)
    assert (left.log, left.next(), left.position, "full") == (again.log, again.next(), again.position, again.mode)


def test_counts_what_was_answered(store: Store) -> None:
    """Told are the questions that were answered, not those that were skipped; nothing is said of a pack as it was."""
    sit(store, OLD, ["analisis-1", "memimpin-2"])
    found = next_unfinished(store, OLD)
    assert found is not None
    assert (2, 0, None) == (found.answered, found.dropped, found.remark)


def test_items_that_are_gone_are_dropped_and_told(store: Store) -> None:
    """With another version of the pack, what still exists is kept, and how much is lost is told."""
    sit(store, OLD, ["analisis-1", "menulis-1", "menulis-2"])
    found = next_unfinished(store, FEWER)
    assert found is not None
    assert (1, 2, True) == (found.answered, found.dropped, found.remark is not None and "2" in found.remark.id)


def test_opens_at_an_item_of_the_new_pack(store: Store) -> None:
    """With another version of the pack, the interview opens at a question that it still has to ask."""
    sit(store, OLD, ["menulis-2"])
    found = next_unfinished(store, FEWER)
    assert found is not None
    interview = resume(store, FEWER, found)
    question = interview.next()
    asked = {entry.keys for entry in interview.log}
    assert question is None or (not isinstance(question, Duel) and (question.key,) not in asked)
    assert {key for (key,) in asked} <= set(FEWER.item_by_key)


def test_carried_over_once(store: Store) -> None:
    """Once carried over, the interview belongs to the new version: nothing is told a second time, and it goes on."""
    sit(store, OLD, ["analisis-1", "menulis-2"])
    found = next_unfinished(store, FEWER)
    assert found is not None
    interview = resume(store, FEWER, found)
    position, question = interview.position, interview.next()
    if question is not None:
        interview.answer(question, 5)
        recorder_of(store, interview, found.interview.id).save(position, interview.log[-1])
    store.release(found.interview.id)
    again = next_unfinished(store, FEWER)
    assert again is not None
    assert (tuple(interview.log), 0, pack_mark(FEWER)) == (again.log, again.dropped, again.interview.pack)


def test_items_with_another_meaning_are_dropped() -> None:
    """An item that has become its opposite since is not taken for the old one."""
    given = [row_of(OLD, Reply((item.key,), 5)) for item in OLD.items]
    log, dropped = usable(TURNED, given)
    kept = [item.key for item in OLD.items if item.facet != "analisis"]
    assert (kept, 2) == ([entry.keys[0] for entry in log], dropped)


def test_other_packs_interviews_are_not_offered(store: Store) -> None:
    """An interview about another pack is not offered."""
    sit(store, OLD, ["analisis-1"])
    renamed = pack_of([SHARED, *OPEN], ROWS, fingerprint="00000000000000dd")._replace(name="lain")
    assert all_unfinished(store, renamed) == []


def test_nothing_left_is_not_offered(store: Store) -> None:
    """An interview of which nothing can be used is not offered."""
    mark = pack_mark(OLD)
    store.begin(mark, "quick", "id", {1: Row(("hilang-1",), 3, None, "hilang+")})
    assert all_unfinished(store, OLD) == []


def test_duels_come_back() -> None:
    """Duels are kept and come back as answers."""
    duel = Reply(("analisis", "menulis"), "right", 3.0)
    answers, dropped = answers_of(OLD, [row_of(OLD, Reply(("analisis-1",), 4)), row_of(OLD, duel)])
    assert (0, {"analisis-1": 4}, [("analisis", "menulis", "right")]) == (
        dropped,
        answers.responses,
        [(d.left, d.right, d.answer) for d in answers.duels],
    )


@pytest.mark.parametrize(
    "row",
    [
        Row(("empati", "analisis"), "left"),
        Row(("analisis", "hilang"), "left"),
        Row(("analisis", "menulis"), 4),
        Row(("analisis-1",), "left", None, "analisis+"),
        Row(("analisis-1",), 9, None, "analisis+"),
        Row(("analisis-1",), 4, None, ""),
    ],
    ids=["shared facet", "unknown facet", "number for a duel", "side for an item", "off the scale", "no meaning"],
)
def test_rows_that_no_interview_would_hold(row: Row) -> None:
    """Rows that this pack's interviews can't have are dropped, whatever put them there."""
    assert ((), 1) == usable(OLD, [row])


def test_the_same_question_twice_counts_once() -> None:
    """Of two rows for the same question, the first is kept: a replay must not ask it twice."""
    row = Row(("analisis-1",), 4, None, "analisis+")
    log, dropped = usable(OLD, [row, row])
    assert ((Reply(("analisis-1",), 4),), 1) == (log, dropped)


def test_too_many_duels_are_dropped() -> None:
    """More duels than an interview has are left out, so that the answers still have a code."""
    keys = [one.key for one in OPEN]
    pairs = [(a, b) for a in keys for b in keys if a != b]
    answers, dropped = answers_of(OLD, [Row(pair, "left") for pair in pairs])
    assert (6, 6, True) == (len(answers.duels), dropped, evaluate(OLD, answers).code.startswith("CF1-"))


def test_result_is_kept_as_it_was_shown() -> None:
    """Kept are the code, the verdict with its roles as they were called, and its probability."""
    answers = Answers({item.key: 5 if item.facet in ("analisis", "memimpin") else 2 for item in OLD.items})
    result = evaluate(OLD, answers)
    shown = shown_then(result)
    slugs = result.verdict.roles or (result.ranking[0].role,)
    assert (result.code, result.verdict.kind, list(slugs), result.verdict.probability) == (
        shown.code,
        shown.verdict,
        [named.role for named in shown.roles],
        shown.probability,
    )


def test_unclear_result_is_kept_with_its_first_role() -> None:
    """Where the verdict names no role, the first one is kept."""
    result = evaluate(OLD, Answers())
    assert [result.ranking[0].role] == [named.role for named in shown_then(result).roles]


def test_finished_gets_a_number(store: Store) -> None:
    """A finished interview is kept under the number that is given back, with its language and mode."""
    interview = Interview(OLD, "quick")
    recorder = recorder_of(store, interview)
    while (question := interview.next()) is not None:
        position = interview.position
        interview.answer(question, "left" if isinstance(question, Duel) else 4, 1.0)
        recorder.save(position, interview.log[position - 1])
    recorder.speak("en")
    number = recorder.finish(interview.result())
    found = store.attempt(number or 0)
    assert found is not None
    assert ("en", "quick", answers_of(OLD, found.rows)) == (found.lang, found.mode, (interview.answers, 0))


def test_left_behind_is_offered_only_when_asked_for(store: Store) -> None:
    """An interview that was left for another one, which was finished, is offered no more, but can be resumed."""
    left = sit(store, OLD, ["analisis-1"])
    store.release(store.unfinished()[0].id)
    finished = Interview(OLD, "quick")
    recorder = recorder_of(store, finished)
    while (question := finished.next()) is not None:
        finished.answer(question, "left" if isinstance(question, Duel) else 4)
        recorder.save(finished.position - 1, finished.log[-1])
    recorder.finish(finished.result())
    offered = next_unfinished(store, OLD, left_behind=False)
    resumed = next_unfinished(store, OLD)
    assert (None, tuple(left.log)) == (offered, resumed.log if resumed else None)


def test_begun_since_is_offered(store: Store) -> None:
    """An interview that was begun after the last finished attempt is offered."""
    mark = pack_mark(OLD)
    shown = shown_then(evaluate(OLD, Answers()))
    row = row_of(OLD, Reply(("analisis-1",), 4))
    store.finish(store.begin(mark, "quick", "id", {1: row}), "quick", "id", {}, shown)
    store.begin(mark, "quick", "id", {1: row})
    assert next_unfinished(store, OLD, left_behind=False) is not None


def test_extending_is_kept(store: Store) -> None:
    """Going on to all items is kept at once."""
    interview = sit(store, OLD, ["analisis-1"], "quick")
    found = next_unfinished(store, OLD)
    assert found is not None
    recorder_of(store, interview, found.interview.id).extend()
    store.release(found.interview.id)
    again = next_unfinished(store, OLD)
    assert again is not None
    assert resume(store, OLD, again).mode == "full"


def test_trouble_is_told_and_nothing_is_raised(store: Store) -> None:
    """Where an answer can't be kept, the recorder says why, and the interview can go on."""
    interview = Interview(OLD)
    recorder = recorder_of(store, interview)
    keeps, kept = [], []
    for _ in range(3):
        question = interview.next()
        assert question is not None
        position = interview.position
        interview.answer(question, "left" if isinstance(question, Duel) else 4)
        recorder.save(position, interview.log[-1])
        keeps.append(recorder.keeps)
        kept.append(recorder.kept)
        store.delete_all()
    assert ([True, False, False], [1, 0, 0], GONE) == (keeps, kept, recorder.trouble)


def test_trouble_at_the_start_ends_with_the_first_answer_that_is_kept(tmp_path: Path) -> None:
    """Where the history could not be opened, that is told until it can; from then on all that was answered is kept."""
    place = tmp_path / "state"
    place.touch()
    interview = Interview(OLD)
    recorder = Recorder(lambda patience: Store(place, patience=patience), OLD, mode="quick", lang="id", trouble=BUSY)
    found = [(recorder.trouble, recorder.kept, recorder.store is None)]
    for _ in range(3):
        question = interview.next()
        assert question is not None
        position = interview.position
        interview.answer(question, "left" if isinstance(question, Duel) else 4)
        recorder.save(position, interview.log[-1])
        found.append((recorder.trouble, recorder.kept, recorder.store is None))
        place.unlink(missing_ok=True) if position == 2 else None
    assert recorder.store is not None
    with recorder.store as store:
        kept = [len(one.rows) for one in store.unfinished()]
    assert [(BUSY, 0, True), (NO_FOLDER, 0, True), (NO_FOLDER, 0, True), (None, 3, False)] == found
    assert [3] == kept


def test_leaving_tries_once_more(tmp_path: Path) -> None:
    """What could not be kept is kept when the interview is left, where that works by then."""
    place = tmp_path / "state"
    place.touch()
    interview = Interview(OLD)
    recorder = Recorder(lambda patience: Store(place, patience=patience), OLD, mode="quick", lang="id", trouble=BUSY)
    question = interview.next()
    assert question is not None
    interview.answer(question, 4)
    recorder.save(1, interview.log[-1])
    place.unlink()
    before = recorder.keeps
    recorder.catch_up()
    assert recorder.store is not None
    recorder.store.close()
    assert (False, True, 1) == (before, recorder.keeps, recorder.kept)
