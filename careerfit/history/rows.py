"""Between values and table rows: every statement that writes an interview, and every reading of one."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime

from careerfit.history.records import Attempt, Named, PackMark, Row, Shown, Unfinished

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
DELETE_NUMBER = "DELETE FROM attempt WHERE number = ?"
DELETE_UNFINISHED = "DELETE FROM attempt WHERE number IS NULL"
DELETE_DOUBTFUL = "DELETE FROM attempt WHERE id = ? AND started = ? AND number IS NULL"
DELETE_ALL = "DELETE FROM attempt"


def as_time(moment: datetime) -> str:
    """A moment as text, in UTC, in a form that sorts as time does."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def put_rows(connection: sqlite3.Connection, attempt: int, rows: Mapping[int, Row]) -> None:
    """Write rows by their positions, in place of what stood there."""
    connection.executemany(PUT_ROW, [_row_values(attempt, position, row) for position, row in rows.items()])


def read_rows(connection: sqlite3.Connection, attempt: int) -> tuple[Row, ...]:
    """The rows of one interview, in order."""
    found = connection.execute(
        "SELECT key, other, value, seconds, meaning FROM entry WHERE attempt = ? ORDER BY position", (attempt,)
    )
    return tuple(
        Row((key,) if other is None else (key, other), value, seconds, meaning)
        for key, other, value, seconds, meaning in found
    )


def read_unfinished(connection: sqlite3.Connection, row: sqlite3.Row) -> Unfinished:
    """An unfinished interview from its row of ``attempt``."""
    return Unfinished(
        id=row["id"],
        started=_time(row["started"]),
        changed=_time(row["changed"]),
        mode=row["mode"],
        lang=row["lang"],
        pack=_pack(row),
        rows=read_rows(connection, row["id"]),
    )


def read_attempt(connection: sqlite3.Connection, row: sqlite3.Row) -> Attempt:
    """A finished attempt from its row of ``attempt``."""
    return Attempt(
        number=row["number"],
        started=_time(row["started"]),
        finished=_time(row["finished"]),
        note=row["note"],
        mode=row["mode"],
        lang=row["lang"],
        pack=_pack(row),
        shown=Shown(row["code"], row["verdict"], _named(row["roles"]), row["probability"]),
        rows=read_rows(connection, row["id"]),
        reality=_reality(connection, row["id"]),
    )


def shown_values(shown: Shown) -> tuple[object, ...]:
    """The columns of a result as it was shown."""
    roles = json.dumps([[named.role, named.id, named.en] for named in shown.roles], ensure_ascii=False)
    return shown.code, shown.verdict, roles, shown.probability


def reality_value(believed: Iterable[bool | None]) -> str:
    """The column of a reality check."""
    return json.dumps(list(believed))


def _row_values(attempt: int, position: int, row: Row) -> tuple[object, ...]:
    key, other = row.keys if len(row.keys) > 1 else (row.keys[0], None)
    return attempt, position, key, other, row.value, row.seconds, row.meaning


def _pack(row: sqlite3.Row) -> PackMark:
    return PackMark(row["pack"], row["version"], row["fingerprint"])


def _named(text: str) -> tuple[Named, ...]:
    return tuple(Named(*one) for one in json.loads(text))


def _reality(connection: sqlite3.Connection, attempt: int) -> dict[str, tuple[bool | None, ...]]:
    found = connection.execute("SELECT role, believed FROM reality WHERE attempt = ? ORDER BY role", (attempt,))
    return {role: tuple(json.loads(believed)) for role, believed in found}


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)
