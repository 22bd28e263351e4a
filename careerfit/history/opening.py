"""From a folder to an open file of the right form: private, whole, and of a version that this program knows."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from datetime import datetime
from pathlib import Path, PurePath
from urllib.parse import quote

from careerfit.files.state import state_folder
from careerfit.history.faults import BUSY, NEWER, NO_HOME, SET_ASIDE, Damaged, HistoryUnavailable, damage_told
from careerfit.history.locks import Locks
from careerfit.history.schema import APPLICATION, MIGRATIONS, is_ours, migrate, version_of
from careerfit.text import Text

FILE, LOCKS, JOURNAL = "history.db", "history.lock", "-journal"
PATIENCE = 2.0
"""Seconds that a person waits without wondering."""

_MAGIC = b"SQLite format 3\x00"
_VERSION_AT, _APPLICATION_AT = slice(60, 64), slice(68, 72)
_SETTINGS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = FULL",
)
"""What is deleted is overwritten, nothing goes to other files, and what is committed is on the disk."""


def default_folder() -> Path:
    """The folder of the history. Raises ``HistoryUnavailable`` for a user without a home."""
    try:
        return state_folder()
    except FileNotFoundError as error:
        raise HistoryUnavailable(Path(error.filename), NO_HOME) from error


def make_private_folder(folder: Path) -> None:
    """Make the folder, for this user alone."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    _make_private(folder, 0o700)


def open_file(file: Path, locks: Locks, patience: float, now: datetime) -> tuple[sqlite3.Connection, tuple[Text, ...]]:
    """An open connection, and what the user should be told: a damaged file is set aside and a new one begun.

    ``patience``: seconds that one process waits for another's transaction, and for another that is opening the file.
    Where the file system has no locks, as some network folders have none, SQLite goes without them, too. Raises
    ``HistoryUnavailable`` for a file of a newer version, which is left as it is, and whatever the system raises.
    """
    with locks.opening(patience) as mine:
        if not mine:
            raise HistoryUnavailable(file, BUSY)
        _refuse_newer(file, _version_in_header(file))
        try:
            return _connected(file, locks, patience), ()
        except Damaged:
            kept = _set_aside(file, now)
            return _connected(file, locks, patience), (SET_ASIDE.fill(place=kept),)


def _version_in_header(file: Path) -> int:
    """The version of our tables as the file's first bytes have it, read without SQLite; 0 where it has none."""
    try:
        with file.open("rb") as stream:
            head = stream.read(100)
    except FileNotFoundError:
        return 0
    is_ours = head.startswith(_MAGIC) and int.from_bytes(head[_APPLICATION_AT], "big") == APPLICATION
    return int.from_bytes(head[_VERSION_AT], "big") if is_ours else 0


def _refuse_newer(file: Path, version: int) -> None:
    if version > len(MIGRATIONS):
        raise HistoryUnavailable(file, NEWER)


def address(file: PurePath, *, locked: bool = True) -> str:
    """An absolute path as SQLite is told of it, so that the file is never made, and locked or not."""
    path = quote(os.fsencode(file.as_posix()), safe="/:")
    return f"file://{'' if path.startswith('/') else '/'}{path}?mode=rw{'' if locked else '&nolock=1'}"


def _connected(file: Path, locks: Locks, patience: float) -> sqlite3.Connection:
    if not file.exists():
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
    for path in filter(Path.exists, (file, _journal(file))):  # a killed process may have left the latter
        _make_private(path, 0o600)
    place = address(file.absolute(), locked=not locks.missing)
    connection = sqlite3.connect(place, uri=True, timeout=patience, isolation_level=None)
    try:
        with damage_told():
            _settle(connection, file)
    except BaseException:
        connection.close()
        raise
    return connection


def _settle(connection: sqlite3.Connection, file: Path) -> None:
    for setting in _SETTINGS:
        connection.execute(setting)
    if not is_ours(connection):
        raise Damaged
    _refuse_newer(file, version_of(connection))
    if connection.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        raise Damaged
    migrate(connection, MIGRATIONS)


def _make_private(path: Path, mode: int) -> None:
    """Take from others what they may do with it; a file system that has no modes is left alone."""
    if path.stat().st_mode & 0o077:
        with contextlib.suppress(OSError):
            path.chmod(mode)


def _set_aside(file: Path, now: datetime) -> Path:
    """Rename the file, and its journal with it; the new name."""
    stem = f"{file.stem}.damaged-{now:%Y%m%d-%H%M%S}"
    kept, count = file.with_name(f"{stem}{file.suffix}"), 1
    while kept.exists():
        count += 1
        kept = file.with_name(f"{stem}-{count}{file.suffix}")
    if _journal(file).exists():
        _journal(file).rename(_journal(kept))
    file.rename(kept)
    return kept


def _journal(file: Path) -> Path:
    return file.with_name(file.name + JOURNAL)


def set_aside_files(folder: Path) -> list[Path]:
    """The damaged files that were set aside."""
    return sorted(folder.glob(f"{Path(FILE).stem}.damaged-*{Path(FILE).suffix}"))
