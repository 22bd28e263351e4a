"""Whatever the system refuses: either the old state or the new one, and one line that says what happened."""

from __future__ import annotations

import contextlib
import errno
import os
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from careerfit.history.faults import (
    BUSY,
    DAMAGED,
    FULL,
    NO_ENTRY,
    READ_ONLY,
    UNWRITABLE,
    HistoryUnavailable,
    explained,
    primary_code,
    reason,
)
from careerfit.history.opening import FILE
from careerfit.history.store import Store, has_history
from careerfit.text import Text

from .made import PACK, SHOWN, Clock, connections, failure, row, rows

CODES = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: NO_ENTRY,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_IOERR: UNWRITABLE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_IOERR_WRITE: UNWRITABLE,
    sqlite3.SQLITE_READONLY_DIRECTORY: READ_ONLY,
}
"""What SQLite may refuse with, the last two being finer codes of kinds above."""

Change = Callable[[Store, int, int], object]
CHANGES: dict[str, Change] = {
    "begin": lambda store, _begun, _number: store.begin(PACK, "quick", "id", rows(3)),
    "put": lambda store, begun, _number: store.put(begun, "full", "en", {1: row("lain", 1), 9: row("baru")}),
    "replace": lambda store, begun, _number: store.replace(begun, PACK, [row("baru")]),
    "finish": lambda store, begun, _number: store.finish(begun, "full", "en", {9: row("baru")}, SHOWN),
    "note": lambda store, _begun, number: store.set_note(number, "baru"),
    "reality": lambda store, _begun, number: store.set_reality(number, "a", [True]),
    "delete": lambda store, _begun, number: store.delete(number),
    "delete unfinished": lambda store, _begun, _number: store.delete_unfinished(),
    "delete all": lambda store, _begun, _number: store.delete_all(),
    "check": lambda store, _begun, _number: store.check_writable(),
}
"""Everything that writes."""


class Refusing(sqlite3.Connection):
    """A connection of which one statement fails: the one of that number, counted from when it is set."""

    fails_in: int | None = None
    code = sqlite3.SQLITE_FULL

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        self._count(1)
        return super().execute(sql, *args)

    def executemany(self, sql: str, *args: Any) -> sqlite3.Cursor:
        self._count(1)
        return super().executemany(sql, *args)

    def _count(self, statements: int) -> None:
        if self.fails_in is not None:
            self.fails_in -= statements
            if self.fails_in < 0:
                self.fails_in = None
                raise failure(self.code)


@pytest.fixture
def prepared(folder: Path) -> Iterator[tuple[Store, Refusing, int, int]]:
    """A history with one attempt and one unfinished interview, its connection, and their id and number."""
    made: list[Refusing] = []

    class Known(Refusing):
        def __init__(self, *args: Any, **kwargs: Any) -> None:
            super().__init__(*args, **kwargs)
            made.append(self)

    with connections(Known), Store(folder, clock=Clock()) as store:
        number = store.finish(store.begin(PACK, "quick", "id", rows(5)), "quick", "id", {}, SHOWN)
        begun = store.begin(PACK, "quick", "id", rows(5, "lain"))
        yield store, made[0], begun, number


def state(store: Store) -> tuple[object, object]:
    """All that is in the history."""
    return store.attempts(), store.unfinished()


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("nth", range(6))
def test_each_statement_may_fail(prepared: tuple[Store, Refusing, int, int], change: str, nth: int) -> None:
    """Whichever statement of a change fails, the history is as it was before, or as it is after all of it."""
    store, connection, begun, number = prepared
    before = state(store)
    connection.fails_in = nth
    refused = False
    try:
        CHANGES[change](store, begun, number)
    except HistoryUnavailable:
        refused = True
    connection.fails_in = None
    after = state(store)
    with Store(store.folder) as reopened:
        assert after == state(reopened)
    if refused and not change.startswith("delete"):
        assert before == after
    elif refused:
        assert after in (before, _deleted(before, change))


def _deleted(before: tuple[Any, Any], change: str) -> tuple[object, object]:
    """The state after a deletion has been carried out."""
    return (before[0] if change == "delete unfinished" else ()), (before[1] if change == "delete" else ())


@pytest.mark.parametrize("change", CHANGES)
def test_change_works_after_a_refused_one(prepared: tuple[Store, Refusing, int, int], change: str) -> None:
    """A change that was refused leaves no open transaction: the same change then goes through."""
    store, connection, begun, number = prepared
    connection.fails_in = 1
    with pytest.raises(HistoryUnavailable):
        CHANGES[change](store, begun, number)
    CHANGES[change](store, begun, number)


@pytest.mark.parametrize("code", CODES)
def test_reason_is_told(prepared: tuple[Store, Refusing, int, int], code: int) -> None:
    """Why nothing could be written is told in words, in one line, with the place."""
    store, connection, begun, _number = prepared
    connection.code, connection.fails_in = code, 1
    with pytest.raises(HistoryUnavailable) as raised:
        store.put(begun, "quick", "id", rows(1))
    lines = [raised.value.lines(lang) for lang in ("id", "en")]
    assert (CODES[code], [1, 1]) == (raised.value.why, [len(found) for found in lines])
    assert all(str(store.file) in found[0] for found in lines)


class Unsure(sqlite3.Connection):
    """A connection to a disk that takes what it is given, but for some times can't say so."""

    unsure = 0

    def execute(self, sql: str, *args: Any) -> sqlite3.Cursor:
        cursor = super().execute(sql, *args)
        if sql == "COMMIT" and Unsure.unsure:
            Unsure.unsure -= 1
            raise failure(sqlite3.SQLITE_IOERR)
        return cursor


def test_beginning_again_leaves_one_interview(folder: Path) -> None:
    """Where a disk couldn't say that it had kept a new interview, beginning it again leaves one and no more."""
    with connections(Unsure), Store(folder, clock=Clock()) as store:
        store.begin(PACK, "quick", "id", rows(1, "lain"))
        Unsure.unsure = 2
        for count in (1, 2):
            with pytest.raises(HistoryUnavailable):
                store.begin(PACK, "quick", "id", rows(count))
        store.begin(PACK, "quick", "id", rows(3))
        store.begin(PACK, "quick", "id", rows(4))
        assert [4, 3, 1] == [len(one.rows) for one in store.unfinished()]


def test_unknown_reason_is_told_as_it_is() -> None:
    """What SQLite says itself is passed on where there are no words for it."""
    assert ("odd", None) == (reason(sqlite3.OperationalError("odd")).id, primary_code(sqlite3.OperationalError("odd")))


def test_unknown_reason_of_the_system_is_told_as_it_is() -> None:
    """What the system says itself is passed on where there are no better words for it."""
    with pytest.raises(HistoryUnavailable) as raised, explained(Path("place")):
        raise OSError(errno.ELOOP, "too many links")
    assert "too many links" == raised.value.why.en


class Small(sqlite3.Connection):
    """A connection to a disk that has room for little more than is there."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pages = self.execute("PRAGMA page_count").fetchone()[0]
        self.execute(f"PRAGMA max_page_count = {pages + 2}")


def until_refused(store: Store, begun: int) -> tuple[int, Text]:
    """Answer until it is refused: how many answers were kept, and why no more."""
    for position in range(2, 2000):
        try:
            store.put(begun, "quick", "id", {position: row(f"butir-{position}" * 20)})
        except HistoryUnavailable as error:
            return position - 1, error.why
    raise AssertionError("nothing was refused")


def test_disk_becomes_full(folder: Path) -> None:
    """When the disk is full in the middle of an interview, all that was kept before stays, and the reason is told."""
    Store(folder).close()
    with connections(Small), Store(folder, clock=Clock()) as store:
        begun = store.begin(PACK, "quick", "id", rows(1))
        kept, why = until_refused(store, begun)
        found = len(store.unfinished()[0].rows)
    with Store(folder) as reopened:
        assert (FULL, kept, kept) == (why, found, len(reopened.unfinished()[0].rows))


WRITER = """
import resource, sys
from pathlib import Path
from careerfit.history.faults import HistoryUnavailable
from careerfit.core.results.attempt import PackMark, Row
from careerfit.history.store import Store
store = Store(Path(sys.argv[1]))
begun = store.begin(PackMark("bidang", "1", "00"), "quick", "id", {1: Row(("a",), 1)})
size = store.file.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
kept = 1
try:
    for position in range(2, 5000):
        store.put(begun, "quick", "id", {position: Row((f"butir-{position}" * 20,), 1)})
        kept = position
except HistoryUnavailable as error:
    print(kept, error.why.en)
"""


def test_file_may_not_grow(folder: Path) -> None:
    """When the system refuses to let the file grow, all that was kept before is there, also for the next process."""
    done = subprocess.run(
        [sys.executable, "-c", WRITER, str(folder)], capture_output=True, text=True, timeout=60, check=True
    )
    kept, why = done.stdout.strip().split(" ", 1)
    with Store(folder) as store:
        assert (int(kept), True) == (len(store.unfinished()[0].rows), why in (FULL.en, UNWRITABLE.en))


def test_file_in_place_of_the_folder(folder: Path) -> None:
    """Where the folder can't be made, that is told with the place."""
    folder.parent.mkdir(parents=True)
    folder.write_text("in the way")
    with pytest.raises(HistoryUnavailable) as raised:
        Store(folder)
    assert str(folder) in raised.value.headline.id


def test_folder_in_place_of_the_file(folder: Path) -> None:
    """Where a folder stands in place of the file, that is told."""
    (folder / FILE).mkdir(parents=True)
    with pytest.raises(HistoryUnavailable):
        Store(folder)


def test_no_place_at_all() -> None:
    """Where the system has no place for files (as in /proc), that is told."""
    with pytest.raises(HistoryUnavailable):
        Store(Path("/proc/careerfit/state"))


def test_locked_by_another(folder: Path) -> None:
    """Where another program holds the file for too long, the wait ends and that is told."""
    with Store(folder, patience=0.05) as store:
        begun = store.begin(PACK, "quick", "id", rows(1))
        other = sqlite3.connect(store.file, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(HistoryUnavailable) as raised:
            store.put(begun, "quick", "id", rows(2))
        other.execute("ROLLBACK")
        other.close()
        store.put(begun, "quick", "id", rows(2))
        assert (BUSY, 2) == (raised.value.why, len(store.unfinished()[0].rows))


@contextlib.contextmanager
def unprivileged(folder: Path, mode: int) -> Iterator[None]:
    """Within, the folder has that mode and binds this process, also where it runs as root."""
    is_root = os.geteuid() == 0
    if is_root:
        for path in (folder, *folder.iterdir()):
            os.chown(path, 65534, 65534)
    folder.chmod(mode)
    if is_root:
        os.setegid(65534)
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
            os.setegid(0)
        folder.chmod(0o700)


@pytest.fixture
def outside() -> Iterator[Path]:
    """A folder that any user can get at; the usual ones for tests are closed to others."""
    with tempfile.TemporaryDirectory(dir="/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name)


def test_read_only_parent(outside: Path) -> None:
    """Where the folder can't be made, since the one above is read-only, that is told."""
    parent = outside / "parent"
    parent.mkdir()
    with unprivileged(parent, 0o500), pytest.raises(HistoryUnavailable):
        Store(parent / "careerfit")


def test_read_only_folder_can_be_read(outside: Path) -> None:
    """A history in a folder and file that can't be written to can be read; writing is refused before any answer."""
    folder = outside / "careerfit"
    with Store(folder, clock=Clock()) as store:
        store.finish(store.begin(PACK, "quick", "id", rows(5)), "quick", "id", {}, SHOWN)
        before = store.attempts()
    (folder / "history.lock").unlink()
    (folder / FILE).chmod(0o400)
    with unprivileged(folder, 0o500), Store(folder) as store:
        found = store.attempts()
        with pytest.raises(HistoryUnavailable) as raised:
            store.check_writable()
    assert (before, READ_ONLY) == (found, raised.value.why)


def test_read_only_folder_with_a_writable_file(outside: Path) -> None:
    """Where the journal has no place, writing is refused before any answer."""
    folder = outside / "careerfit"
    Store(folder).close()
    for name in ("history.lock", f"{FILE}-journal"):
        (folder / name).unlink(missing_ok=True)
    with unprivileged(folder, 0o500), Store(folder) as store, pytest.raises(HistoryUnavailable) as raised:
        store.check_writable()
    assert raised.value.why in (NO_ENTRY, READ_ONLY)


def test_unreadable_folder(outside: Path) -> None:
    """A folder that can't be looked into is told, also where it is only asked whether there is a history."""
    folder = outside / "closed" / "careerfit"
    Store(folder).close()
    with unprivileged(folder.parent, 0o000):
        for look in (Store, has_history):
            with pytest.raises(HistoryUnavailable):
                look(folder)
