"""What is deleted leaves no bytes behind, in the file or beside it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from careerfit.core.results.attempt import Named, Row, Shown
from careerfit.history.faults import FULL, HALF_DONE, HistoryUnavailable
from careerfit.history.opening import FILE
from careerfit.history.store import Store
from careerfit.text import Text

from .made import PACK, Clock, connections, failure, rows

MARKED = "RAHASIA"


def secret_rows(count: int, tag: str) -> dict[int, Row]:
    """Rows that can be found again in a file, byte by byte."""
    return {
        n: Row((f"{MARKED}{tag}butir{n}",), 1 + n % 5, n + 0.125, f"{MARKED}{tag}arti{n}") for n in range(1, count + 1)
    }


def keep_secret(store: Store, tag: str, count: int = 74) -> int:
    """An attempt of which every text can be found again, answered twice over and with a note; its number."""
    begun = store.begin(PACK, "quick", "id", secret_rows(2, tag))
    for position, one in secret_rows(5, tag).items():
        store.put(begun, "quick", "id", {position: one})
    store.put(begun, "quick", "id", secret_rows(count, tag))
    store.put(begun, "full", "id", secret_rows(count, f"{tag}lagi"))
    named = (Named(f"{MARKED}{tag}peran", Text(f"{MARKED}{tag}nama", f"{MARKED}{tag}name")),)
    number = store.finish(begun, "full", "id", {}, Shown(f"{MARKED}{tag}kode", "clear", named, 0.9))
    store.set_note(number, f"{MARKED}{tag}catatan" * 20)
    store.set_note(number, f"{MARKED}{tag}lain")
    store.set_reality(number, f"{MARKED}{tag}peran", [True, False])
    return number


def traces(folder: Path, tag: str = "") -> dict[str, int]:
    """How often the secret stands in each file of the folder."""
    word = (MARKED + tag).encode()
    return {path.name: path.read_bytes().count(word) for path in sorted(folder.iterdir()) if word in path.read_bytes()}


def test_secret_is_there_before(store: Store, folder: Path) -> None:
    """The search finds what has not been deleted."""
    keep_secret(store, "A")
    assert [FILE] == list(traces(folder))


def test_deleted_attempt_leaves_no_bytes(store: Store, folder: Path) -> None:
    """After deleting one attempt, nothing of it is left, and all of the other is."""
    first = keep_secret(store, "A")
    second = keep_secret(store, "B")
    whole = store.attempt(second)
    store.delete(first)
    assert ({}, whole) == (traces(folder, "A"), store.attempt(second))


def test_deleting_all_leaves_no_bytes(store: Store, folder: Path) -> None:
    """After deleting everything, nothing is left of attempts and unfinished interviews."""
    keep_secret(store, "A")
    store.begin(PACK, "quick", "id", secret_rows(30, "B"))
    store.delete_all()
    assert {} == traces(folder)


def test_deleting_unfinished_leaves_no_bytes(store: Store, folder: Path) -> None:
    """After deleting the unfinished interviews, nothing is left of them."""
    store.begin(PACK, "quick", "id", secret_rows(30, "B"))
    store.delete_unfinished()
    assert {} == traces(folder)


def test_journal_is_empty_after_deleting(store: Store, folder: Path) -> None:
    """The journal holds no byte once a transaction is done."""
    store.delete(keep_secret(store, "A"))
    assert [0] == [path.stat().st_size for path in folder.glob("*-journal")]


def test_times_leave_no_bytes(store: Store, folder: Path) -> None:
    """Not even how long an answer took can be found again."""
    seconds = 1234.0625
    begun = store.begin(PACK, "quick", "id", {1: Row(("a",), 3, seconds, "a+")})
    packed = b"\x40\x93\x48\x40\x00\x00\x00\x00"
    before = packed in (folder / FILE).read_bytes()
    store.put(begun, "quick", "id", {1: Row(("a",), 3, 2.0, "a+")})
    store.delete_all()
    assert (True, False) == (before, packed in (folder / FILE).read_bytes())


def test_file_shrinks(store: Store, folder: Path) -> None:
    """The file is as small as a new one once everything is deleted."""
    new = (folder / FILE).stat().st_size
    for tag in "ABCD":
        keep_secret(store, tag)
    store.delete_all()
    assert new == (folder / FILE).stat().st_size


class NeverRewrites(sqlite3.Connection):
    """A connection that has no room to rewrite the file."""

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        if sql.startswith("VACUUM"):
            raise failure(sqlite3.SQLITE_FULL)
        return super().execute(sql, *args)


def test_half_done_deletion_says_so(folder: Path) -> None:
    """Where the file can't be rewritten, the attempt is gone, and the message says what is left to do and why."""
    with connections(NeverRewrites), Store(folder, clock=Clock()) as store:
        number = keep_secret(store, "A")
        with pytest.raises(HistoryUnavailable) as raised:
            store.delete(number)
        assert (HALF_DONE.fill(why=FULL), ()) == (raised.value.why, store.attempts())


def test_half_done_deletion_is_finished_later(folder: Path) -> None:
    """The next opening rewrites a file that could not be rewritten after a deletion."""
    with connections(NeverRewrites), Store(folder, clock=Clock()) as store:
        numbers = [keep_secret(store, tag) for tag in "ABC"]
        for number in numbers:
            with pytest.raises(HistoryUnavailable):
                store.delete(number)
    size = (folder / FILE).stat().st_size
    Store(folder).close()
    assert ({}, True) == (traces(folder), (folder / FILE).stat().st_size < size)


def test_history_that_stays_half_done_can_be_used(folder: Path) -> None:
    """A file that still can't be rewritten can be used all the same."""
    for _ in range(2):
        with connections(NeverRewrites), Store(folder, clock=Clock()) as store:
            number = keep_secret(store, "A", 3)
            with pytest.raises(HistoryUnavailable):
                store.delete(number)
    assert (folder / FILE).exists()


def test_later_rows_are_gone_too(store: Store, folder: Path) -> None:
    """Answers that were replaced long before the deletion are gone as well."""
    begun = store.begin(PACK, "quick", "id", secret_rows(40, "A"))
    store.replace(begun, PACK, list(rows(3).values()))
    store.delete_all()
    assert {} == traces(folder)
