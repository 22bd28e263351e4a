"""The history: what is in the file, and every change of it, one transaction each."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Self

from careerfit.core.results.attempt import Attempt, Named, PackMark, Row, Shown, Unfinished
from careerfit.history.faults import GONE, HALF_DONE, NO_LOCKS, HistoryUnavailable, explained
from careerfit.history.locks import Locks
from careerfit.history.opening import FILE, LOCKS, PATIENCE, default_folder, make_private_folder, open_file
from careerfit.text import Text

PUT_ROW = """
INSERT INTO entry (attempt, position, key, other, value, seconds, meaning) VALUES (?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (attempt, position) DO UPDATE SET
  key = excluded.key, other = excluded.other, value = excluded.value, seconds = excluded.seconds,
  meaning = excluded.meaning
"""
BEGIN_INTERVIEW = """
INSERT INTO attempt (started, changed, mode, lang, pack, version, fingerprint) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
TOUCH = "UPDATE attempt SET mode = ?, lang = ?, changed = ? WHERE id = ? AND number IS NULL"
CARRY_OVER = "UPDATE attempt SET pack = ?, version = ?, fingerprint = ? WHERE id = ? AND number IS NULL"
FINISH = """
UPDATE attempt SET number = ?, finished = ?, code = ?, verdict = ?, roles = ?, probability = ? WHERE id = ?
"""
SET_REALITY = "INSERT OR REPLACE INTO reality SELECT id, ?, ? FROM attempt WHERE number = ?"
DELETE_NUMBER = "DELETE FROM attempt WHERE number = ?"
DELETE_UNFINISHED = "DELETE FROM attempt WHERE number IS NULL"
DELETE_DOUBTFUL = "DELETE FROM attempt WHERE id = ? AND started = ? AND number IS NULL"
DELETE_ALL = "DELETE FROM attempt"

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment."""
    return datetime.now(UTC)


def has_history(folder: Path | None = None) -> bool:
    """Is there anything at all, so that it need not be made in order to say that it is empty?"""
    file = (folder or default_folder()) / FILE
    with explained(file), contextlib.suppress(FileNotFoundError, NotADirectoryError):
        file.stat()
        return True
    return False


class Store:
    """The history in one folder. ``notes``: what the user should be told of how it was opened.

    ``patience``: seconds that it waits for another process that opens the file or writes to it.
    Everything raises ``HistoryUnavailable`` where the file can't be used, and then leaves it as it was.
    """

    def __init__(self, folder: Path | None = None, *, clock: Clock = utc_now, patience: float = PATIENCE) -> None:
        self.folder = folder or default_folder()
        self.file = self.folder / FILE
        self.clock = clock
        # Interviews whose beginning was refused: where only the last word of the disk was missing, they are there
        self._doubtful: list[tuple[int, str]] = []
        with explained(self.file):
            make_private_folder(self.folder)
            self._locks = Locks(self.folder / LOCKS)
            try:
                self._connection, self.notes = open_file(self.file, self._locks, patience, clock())
            except BaseException:
                self._locks.close()
                raise
        self._connection.row_factory = sqlite3.Row
        with contextlib.suppress(HistoryUnavailable):
            self._tidy()
        with contextlib.suppress(HistoryUnavailable):
            if self._locks.missing:
                self._tell_once("no_locks_told", NO_LOCKS.fill(place=self.folder))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file and give back the interviews that were claimed."""
        self._connection.close()
        self._locks.close()

    # Unfinished interviews ------------------------------------------------------------------------------------------

    def wait_up_to(self, seconds: float) -> None:
        """Wait so long for another process's transaction from now on."""
        self._connection.execute(f"PRAGMA busy_timeout = {round(1000 * seconds)}")

    def check_writable(self) -> None:
        """Write for a try, so that a place that can't be written to is told before anything is answered."""
        with self._change() as connection:
            connection.execute("INSERT INTO state VALUES ('try', 1)")
            connection.execute("DELETE FROM state WHERE name = 'try'")

    def begin(self, pack: PackMark, mode: str, lang: str, rows: Mapping[int, Row]) -> int:
        """Keep a new interview with its first rows; its id. It takes the place of those that were refused before."""
        now = _as_time(self.clock())
        with self._change() as connection:
            for doubtful in self._doubtful:
                connection.execute(DELETE_DOUBTFUL, doubtful)
            values = (now, now, mode, lang, *pack)
            attempt = int(connection.execute(BEGIN_INTERVIEW, values).lastrowid or 0)
            self._doubtful.append((attempt, now))
            _put_rows(connection, attempt, rows)
        self._doubtful.clear()
        self._locks.take(attempt)
        return attempt

    def put(self, attempt: int, mode: str, lang: str, rows: Mapping[int, Row]) -> None:
        """Keep rows of an interview, by position from 1, in place of what stood there."""
        now = _as_time(self.clock())
        with self._change() as connection:
            self._touch(connection, TOUCH, (mode, lang, now, attempt))
            _put_rows(connection, attempt, rows)

    def replace(self, attempt: int, pack: PackMark, rows: Sequence[Row]) -> None:
        """Carry an interview over to another version of its pack, with the rows that are left."""
        with self._change() as connection:
            self._touch(connection, CARRY_OVER, (*pack, attempt))
            connection.execute("DELETE FROM entry WHERE attempt = ?", (attempt,))
            _put_rows(connection, attempt, dict(enumerate(rows, 1)))

    def finish(self, attempt: int, mode: str, lang: str, rows: Mapping[int, Row], shown: Shown) -> int:
        """Keep an interview as a finished attempt; its number, which is never given to another one."""
        now = _as_time(self.clock())
        with self._change() as connection:
            self._touch(connection, TOUCH, (mode, lang, now, attempt))
            _put_rows(connection, attempt, rows)
            number = int(connection.execute("SELECT value FROM state WHERE name = 'next_number'").fetchone()[0])
            roles = json.dumps([[role, *name] for role, name in shown.roles], ensure_ascii=False)
            connection.execute(FINISH, (number, now, shown.code, shown.verdict, roles, shown.probability, attempt))
            connection.execute("UPDATE state SET value = value + 1 WHERE name = 'next_number'")
        self.release(attempt)
        return number

    def claim(self, attempt: int) -> bool:
        """Take an interview for this process until it ends; False where it is open in another one."""
        return self._locks.take(attempt)

    def release(self, attempt: int) -> None:
        """Give a claimed interview back."""
        self._locks.free(attempt)

    def unfinished(self, pack: str | None = None) -> tuple[Unfinished, ...]:
        """The unfinished interviews, of the pack of that name if one is given; the one last answered first."""
        with self._reading() as connection:
            found = connection.execute(
                "SELECT * FROM attempt WHERE number IS NULL AND pack = ifnull(?, pack) ORDER BY changed DESC, id DESC",
                (pack,),
            ).fetchall()
            return tuple(_read_unfinished(connection, row) for row in found)

    # Finished attempts ----------------------------------------------------------------------------------------------

    def attempts(self, pack: str | None = None) -> tuple[Attempt, ...]:
        """The finished attempts, of the pack of that name if one is given, by their numbers."""
        with self._reading() as connection:
            found = connection.execute(
                "SELECT * FROM attempt WHERE number IS NOT NULL AND pack = ifnull(?, pack) ORDER BY number", (pack,)
            ).fetchall()
            return tuple(_read_attempt(connection, row) for row in found)

    def attempt(self, number: int) -> Attempt | None:
        """The finished attempt of that number; None where there is none."""
        with self._reading() as connection:
            row = connection.execute("SELECT * FROM attempt WHERE number = ?", (number,)).fetchone()
            return None if row is None else _read_attempt(connection, row)

    def set_note(self, number: int, note: str) -> None:
        """Put a note on an attempt, if there is such a one, in place of what stood there."""
        with self._change() as connection:
            connection.execute("UPDATE attempt SET note = ? WHERE number = ?", (note, number))

    def set_name(self, number: int, name: str) -> None:
        """Say whose attempt it is, if there is such a one."""
        with self._change() as connection:
            connection.execute("UPDATE attempt SET name = ? WHERE number = ?", (name, number))

    def last_name(self) -> str:
        """Whose the newest attempt is that has a name; "" where none has one."""
        with self._reading() as connection:
            found = connection.execute("SELECT name FROM attempt WHERE name != '' ORDER BY number DESC").fetchone()
            return "" if found is None else str(found[0])

    def set_reality(self, number: int, role: str, believed: Iterable[bool | None]) -> None:
        """Keep what was believed about a role beside an attempt, if there is such a one."""
        with self._change() as connection:
            connection.execute(SET_REALITY, (role, json.dumps(list(believed)), number))

    # Deletion -------------------------------------------------------------------------------------------------------

    def delete(self, number: int) -> int:
        """Delete an attempt, and every trace of it in the file; how many there were of that number."""
        return self._delete(DELETE_NUMBER, number)

    def delete_unfinished(self) -> int:
        """Delete all unfinished interviews, and every trace of them in the file; how many there were."""
        return self._delete(DELETE_UNFINISHED)

    def delete_all(self) -> int:
        """Delete everything; the next attempt is number 1 again."""
        return self._delete(DELETE_ALL, start_anew=True)

    def _tidy(self) -> None:
        """Rewrite the file without what was deleted, where that has not been done yet."""
        with self._reading() as connection:
            untidy = connection.execute("SELECT value FROM state WHERE name = 'untidy'").fetchone()[0]
        if untidy:
            with explained(self.file):
                self._connection.execute("VACUUM")
            with self._change() as connection:
                connection.execute("UPDATE state SET value = 0 WHERE name = 'untidy'")

    def _delete(self, statement: str, *values: int, start_anew: bool = False) -> int:
        with self._change() as connection:
            count = connection.execute(statement, values).rowcount
            if start_anew:
                connection.execute("UPDATE state SET value = 1 WHERE name = 'next_number'")
            connection.execute("UPDATE state SET value = 1 WHERE name = 'untidy'")
        try:
            self._tidy()
        except HistoryUnavailable as error:
            raise HistoryUnavailable(self.file, HALF_DONE.fill(why=error.why)) from error
        return count

    def _tell_once(self, name: str, note: Text) -> None:
        """Leave a note unless one of that name was left before in this history."""
        with self._change() as connection:
            if connection.execute("INSERT OR IGNORE INTO state VALUES (?, 1)", (name,)).rowcount:
                self.notes += (note,)

    def _touch(self, connection: sqlite3.Connection, statement: str, values: tuple[object, ...]) -> None:
        """Change an unfinished interview. Raises where it was deleted meanwhile, by another process."""
        if connection.execute(statement, values).rowcount != 1:
            raise HistoryUnavailable(self.file, GONE)

    @contextlib.contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        """One transaction: all of it or nothing; on the disk when it is left."""
        with explained(self.file):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            except BaseException:
                self._connection.rollback()
                raise

    @contextlib.contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        """Several readings of one and the same state."""
        with explained(self.file):
            self._connection.execute("BEGIN")
            try:
                yield self._connection
            finally:
                self._connection.rollback()


def _as_time(moment: datetime) -> str:
    """A moment as text, in UTC, in a form that sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _put_rows(connection: sqlite3.Connection, attempt: int, rows: Mapping[int, Row]) -> None:
    """Write rows by their positions, in place of what stood there."""
    values = [
        (
            attempt,
            position,
            row.keys[0],
            row.keys[1] if len(row.keys) > 1 else None,
            row.value,
            row.seconds,
            row.meaning,
        )
        for position, row in rows.items()
    ]
    connection.executemany(PUT_ROW, values)


def _read_rows(connection: sqlite3.Connection, attempt: int) -> tuple[Row, ...]:
    found = connection.execute(
        "SELECT key, other, value, seconds, meaning FROM entry WHERE attempt = ? ORDER BY position", (attempt,)
    )
    return tuple(
        Row((key,) if other is None else (key, other), value, seconds, meaning)
        for key, other, value, seconds, meaning in found
    )


def _read_unfinished(connection: sqlite3.Connection, row: sqlite3.Row) -> Unfinished:
    return Unfinished(
        id=row["id"],
        started=_time(row["started"]),
        changed=_time(row["changed"]),
        mode=row["mode"],
        lang=row["lang"],
        pack=_pack(row),
        rows=_read_rows(connection, row["id"]),
    )


def _read_attempt(connection: sqlite3.Connection, row: sqlite3.Row) -> Attempt:
    """A finished attempt from its row of ``attempt``."""
    named = tuple(Named(role, Text(*name)) for role, *name in json.loads(row["roles"]))
    checks = connection.execute("SELECT role, believed FROM reality WHERE attempt = ? ORDER BY role", (row["id"],))
    return Attempt(
        number=row["number"],
        started=_time(row["started"]),
        finished=_time(row["finished"]),
        note=row["note"],
        mode=row["mode"],
        lang=row["lang"],
        pack=_pack(row),
        shown=Shown(row["code"], row["verdict"], named, row["probability"]),
        rows=_read_rows(connection, row["id"]),
        reality={role: tuple(json.loads(believed)) for role, believed in checks},
        name=row["name"],
    )


def _pack(row: sqlite3.Row) -> PackMark:
    return PackMark(row["pack"], row["version"], row["fingerprint"])


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
