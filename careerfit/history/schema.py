"""The tables, and the way from each version of them to the next."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

APPLICATION = 0x43465248
"""What marks a file as ours ("CFRH"), in SQLite's header."""

FIRST = """
CREATE TABLE attempt (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  number INTEGER UNIQUE,
  started TEXT NOT NULL,
  changed TEXT NOT NULL,
  finished TEXT,
  note TEXT NOT NULL DEFAULT '',
  mode TEXT NOT NULL,
  lang TEXT NOT NULL,
  pack TEXT NOT NULL,
  version TEXT NOT NULL,
  fingerprint TEXT NOT NULL,
  code TEXT,
  verdict TEXT,
  roles TEXT,
  probability REAL,
  CHECK ((number IS NULL) = (finished IS NULL))
);
CREATE TABLE entry (
  attempt INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  position INTEGER NOT NULL CHECK (position >= 1),
  key TEXT NOT NULL,
  other TEXT,
  value CHECK (value IS NULL OR value IN (1, 2, 3, 4, 5, 'left', 'right')),
  seconds REAL,
  meaning TEXT NOT NULL,
  PRIMARY KEY (attempt, position)
) WITHOUT ROWID;
CREATE TABLE reality (
  attempt INTEGER NOT NULL REFERENCES attempt (id) ON DELETE CASCADE,
  role TEXT NOT NULL,
  believed TEXT NOT NULL,
  PRIMARY KEY (attempt, role)
) WITHOUT ROWID;
CREATE TABLE state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
INSERT INTO state VALUES ('next_number', 1), ('untidy', 0);
"""
"""``attempt`` holds finished and unfinished ones (those without a number); a number is never given twice.

``state.untidy`` is 1 from a deletion until the file has been rewritten without what was deleted. What is to be told
once leaves its name there.
"""

NAMED = "ALTER TABLE attempt ADD COLUMN name TEXT NOT NULL DEFAULT ''"
"""Whose attempt it is, where somebody said so."""

MIGRATIONS: tuple[str, ...] = (FIRST, NAMED)
"""The statements that lead from version n to n + 1, by n. To change the tables, append; never change one of these."""


def statements(script: str) -> list[str]:
    """The single statements of a script, so that they can run within one transaction."""
    found, begun = [], ""
    for piece in script.split(";"):
        begun += piece + ";"
        if sqlite3.complete_statement(begun) and piece.strip():
            found.append(begun.strip())
            begun = ""
    return found


def migrate(connection: sqlite3.Connection, migrations: Sequence[str]) -> None:
    """Bring the file to the newest version, in one transaction; does nothing where it is there already."""
    version = version_of(connection)
    if version >= len(migrations):
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in migrations[version_of(connection) :]:
            for statement in statements(script):
                connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
        connection.execute(f"PRAGMA application_id = {APPLICATION}")
        connection.execute("COMMIT")
    except BaseException:
        connection.rollback()
        raise


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables in the file; 0 for an empty one."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def is_ours(connection: sqlite3.Connection) -> bool:
    """Is the file a history, or empty?"""
    if connection.execute("PRAGMA application_id").fetchone()[0] == APPLICATION:
        return True
    return bool(connection.execute("SELECT count(*) = 0 FROM sqlite_schema").fetchone()[0])
