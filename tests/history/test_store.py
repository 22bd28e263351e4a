"""What is put into the history comes out as it was."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from careerfit.core.results.attempt import Attempt, PackMark, Row, Unfinished
from careerfit.history.faults import GONE, HistoryUnavailable
from careerfit.history.store import Store, has_history

from .made import PACK, SHOWN, START, Clock, row, rows

LATER = PackMark("bidang", "1.1", "11ee11ee11ee11ee")


def finished(store: Store, count: int = 3) -> int:
    """An attempt of so many answers; its number."""
    return store.finish(store.begin(PACK, "quick", "id", rows(count)), "quick", "id", {}, SHOWN)


def test_empty_history_holds_nothing(store: Store) -> None:
    """A new history has neither attempts nor unfinished interviews."""
    assert ((), ()) == (store.attempts(), store.unfinished())


def test_unfinished_comes_back_whole(store: Store) -> None:
    """An unfinished interview is read back with everything that was kept of it."""
    duel = Row(("kiri", "kanan"), "left", None)
    begun = store.begin(PACK, "quick", "en", {1: row("a"), 2: row("b", None), 3: duel})
    moment = START + timedelta(seconds=2)
    expected = Unfinished(begun, moment, moment, "quick", "en", PACK, (row("a"), row("b", None), duel))
    assert (expected,) == store.unfinished()


def test_answered_leaves_out_the_skipped(store: Store) -> None:
    """Skipped questions do not count as answered."""
    store.begin(PACK, "quick", "id", {1: row("a"), 2: row("b", None)})
    assert [1] == [one.answered for one in store.unfinished()]


def test_answer_again_replaces(store: Store) -> None:
    """Answering a question again replaces what was said before, and nothing else."""
    begun = store.begin(PACK, "quick", "id", rows(3))
    store.put(begun, "quick", "id", {2: row("butir-2", 5, 9.0)})
    assert (rows(3)[1], row("butir-2", 5, 9.0), rows(3)[3]) == store.unfinished()[0].rows


def test_mode_and_language_follow(store: Store) -> None:
    """The mode and the language are those of the last answer."""
    begun = store.begin(PACK, "quick", "id", rows(1))
    store.put(begun, "full", "en", {})
    assert [("full", "en")] == [(one.mode, one.lang) for one in store.unfinished()]


def test_last_answered_comes_first(store: Store) -> None:
    """Unfinished interviews stand by their last answer, the newest first."""
    first, second = (store.begin(PACK, "quick", "id", rows(1)) for _ in range(2))
    store.put(first, "quick", "id", {2: row("b")})
    assert [first, second] == [one.id for one in store.unfinished()]


def test_unfinished_of_one_pack(store: Store) -> None:
    """Asked for one pack, the interviews of other packs are left out; those of its other versions are not."""
    store.begin(PACK._replace(name="lain"), "quick", "id", rows(1))
    mine = store.begin(LATER, "quick", "id", rows(1))
    assert [mine] == [one.id for one in store.unfinished("bidang")]


def test_attempt_comes_back_whole(store: Store) -> None:
    """A finished attempt is read back with everything that was kept of it."""
    begun = store.begin(PACK, "quick", "id", rows(2))
    number = store.finish(begun, "full", "en", {3: row("c")}, SHOWN)
    answers = (*rows(2).values(), row("c"))
    times = START + timedelta(seconds=2), START + timedelta(seconds=3)
    assert Attempt(1, *times, "", "full", "en", PACK, SHOWN, answers) == store.attempt(number)


def test_finished_is_unfinished_no_more(store: Store) -> None:
    """An interview that is finished is not offered again, and stands among the attempts."""
    number = finished(store)
    assert ((), [number]) == (store.unfinished(), [one.number for one in store.attempts()])


def test_no_such_attempt(store: Store) -> None:
    """A number that was never given has no attempt."""
    assert store.attempt(7) is None


def test_seconds_are_those_of_items(store: Store) -> None:
    """Times are told item by item; duels, skipped and untimed items have none."""
    given = {1: row("a", 4, 3.0), 2: row("b", None, 1.0), 3: row("c", 2, None), 4: Row(("x", "y"), "right", 8.0)}
    number = store.finish(store.begin(PACK, "quick", "id", given), "quick", "id", {}, SHOWN)
    found = store.attempt(number)
    assert found is not None
    assert {"a": 3.0} == found.seconds


def test_numbers_are_never_given_twice(store: Store) -> None:
    """A deleted attempt's number stays free: what is called 2 today is not another one tomorrow."""
    numbers = [finished(store), finished(store)]
    store.delete(2)
    assert [1, 2, 3] == [*numbers, finished(store)]


def test_delete_says_how_many(store: Store) -> None:
    """Deleting counts those that there were."""
    finished(store)
    assert (1, 0, ()) == (store.delete(1), store.delete(9), store.attempts())


def test_delete_all_begins_anew(store: Store) -> None:
    """Deleting everything takes the unfinished along, and the next attempt is number 1."""
    finished(store)
    store.begin(PACK, "quick", "id", rows(2))
    assert (2, (), (), 1) == (store.delete_all(), store.attempts(), store.unfinished(), finished(store))


def test_delete_unfinished_spares_attempts(store: Store) -> None:
    """Deleting the unfinished leaves the finished."""
    finished(store)
    store.begin(PACK, "quick", "id", rows(2))
    assert (1, (), 1) == (store.delete_unfinished(), store.unfinished(), len(store.attempts()))


def test_deleted_interview_is_not_written_to(store: Store) -> None:
    """An interview that was deleted meanwhile refuses further answers, and says why."""
    begun = store.begin(PACK, "quick", "id", rows(2))
    store.delete_all()
    with pytest.raises(HistoryUnavailable) as raised:
        store.put(begun, "quick", "id", rows(3))
    assert GONE == raised.value.why


def test_deleted_interview_is_not_taken_for_a_new_one(store: Store) -> None:
    """What belongs to a deleted interview never ends up in the one that was begun after it."""
    deleted = store.begin(PACK, "quick", "id", rows(2))
    store.delete_all()
    store.begin(PACK, "quick", "id", {1: row("baru")})
    with pytest.raises(HistoryUnavailable):
        store.put(deleted, "quick", "id", {1: row("lama")})
    assert [(row("baru"),)] == [one.rows for one in store.unfinished()]


def test_finished_is_not_written_to(store: Store) -> None:
    """A finished attempt takes no further answers."""
    begun = store.begin(PACK, "quick", "id", rows(2))
    number = store.finish(begun, "quick", "id", {}, SHOWN)
    with pytest.raises(HistoryUnavailable):
        store.put(begun, "quick", "id", {1: row("lain")})
    found = store.attempt(number)
    assert found is not None
    assert tuple(rows(2).values()) == found.rows


def test_note_is_kept_and_replaced(store: Store) -> None:
    """A note stands until another takes its place, letter for letter."""
    finished(store)
    store.set_note(1, "lama")
    store.set_note(1, "baru 'x' \n —")
    found = store.attempt(1)
    assert found is not None
    assert "baru 'x' \n —" == found.note


def test_reality_is_kept_role_by_role(store: Store) -> None:
    """What was believed is kept for each role, the last time counting."""
    finished(store)
    store.set_reality(1, "b", [True])
    store.set_reality(1, "a", [None, False])
    store.set_reality(1, "b", [False, True])
    found = store.attempt(1)
    assert found is not None
    assert {"a": (None, False), "b": (False, True)} == found.reality


def test_nothing_is_kept_of_an_attempt_that_there_is_not(store: Store) -> None:
    """A note, a name or what was believed for a number that there is not changes no other attempt."""
    finished(store)
    before = store.attempts()
    store.set_note(4, "x")
    store.set_name(4, "x")
    store.set_reality(4, "a", [True])
    assert before == store.attempts()


def test_carried_over_to_another_version(store: Store) -> None:
    """Carried over, an interview has the new version's mark and exactly the rows that were left."""
    begun = store.begin(PACK, "quick", "id", rows(5))
    store.replace(begun, LATER, [row("c"), row("a")])
    assert [(LATER, (row("c"), row("a")))] == [(one.pack, one.rows) for one in store.unfinished()]


def test_everything_is_there_after_closing(folder: Path) -> None:
    """What was kept is there when the history is opened again."""
    with Store(folder, clock=Clock()) as first:
        finished(first)
        first.begin(PACK, "full", "en", rows(4))
        before = first.attempts(), first.unfinished()
    with Store(folder) as second:
        assert before == (second.attempts(), second.unfinished())


def test_has_history(folder: Path) -> None:
    """There is a history from the first opening on."""
    before = has_history(folder)
    Store(folder).close()
    assert (False, True) == (before, has_history(folder))


def test_opening_tells_nothing_when_all_is_well(store: Store) -> None:
    """Nothing is said of a history that is as it should be."""
    assert () == store.notes
