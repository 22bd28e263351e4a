"""What can go wrong with the file, as one line that says what happened."""

from __future__ import annotations

import contextlib
import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from careerfit.errors import DataError
from careerfit.text import Text

DAMAGED_CODES = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)

FULL = Text("disknya penuh", "the disk is full")
READ_ONLY = Text("tempatnya hanya bisa dibaca", "the place is read-only")
NO_FOLDER = Text("foldernya tidak bisa dibuat", "its folder can't be made")
NO_HOME = Text("folder home tidak ditemukan; isi variabel HOME", "there is no home folder; set HOME")
FORBIDDEN = Text("tidak ada izin di sana", "there is no permission for it")
NO_ENTRY = Text("filenya tidak bisa dibuka", "the file can't be opened")
BUSY = Text("sedang dipakai careerfit lain; coba lagi sebentar", "another careerfit is using it; try again in a moment")
UNWRITABLE = Text("disknya menolak ditulisi", "the disk refuses to be written to")
INTERRUPTED = Text("terputus di tengah jalan; coba lagi", "it was interrupted; try again")
DAMAGED = Text("filenya rusak; jalankan careerfit sekali lagi", "the file is damaged; run careerfit once more")
GONE = Text("kuis ini sudah dihapus dari riwayat", "this quiz was deleted from the history")
HALF_DONE = Text(
    "yang dihapus sudah tidak ada di riwayat, tetapi sisanya di file baru hilang saat careerfit dipakai lagi ({why})",
    "what was deleted is gone from the history, but what is left of it in the file goes when careerfit is used again "
    "({why})",
)
NEWER = Text(
    "dibuat oleh careerfit yang lebih baru, jadi tidak disentuh; perbarui careerfit untuk memakainya",
    "made by a newer careerfit, so it was left untouched; update careerfit to use it",
)
UNAVAILABLE = Text("Riwayat di {place} tidak bisa dipakai: {why}.", "The history in {place} can't be used: {why}.")
ADVISED = Text("{told} {advice}", "{told} {advice}")
SET_ASIDE = Text(
    "Riwayat yang lama rusak. Filenya disimpan sebagai {place}, dan riwayat baru dimulai.",
    "The old history was damaged. Its file was kept as {place}, and a new history was begun.",
)
NO_LOCKS = Text(
    "Folder {place} tidak bisa mengunci file. Riwayatmu tetap tersimpan, tetapi jangan jalankan dua careerfit "
    "sekaligus: yang satu bisa merusak simpanan yang lain.",
    "The folder {place} can't lock files. Your history is kept all the same, but don't run two careerfits at a time: "
    "one could spoil what the other keeps.",
)

ROOM_NEEDED = Text("Kosongkan tempat, lalu coba lagi.", "Free some space, then try again.")
LEAVE_NEEDED = Text(
    "Periksa siapa yang boleh menulis di sana, lalu coba lagi.", "See who may write there, then try again."
)
ADVICE = {
    FULL: ROOM_NEEDED,
    UNWRITABLE: ROOM_NEEDED,
    READ_ONLY: LEAVE_NEEDED,
    NO_FOLDER: LEAVE_NEEDED,
    FORBIDDEN: LEAVE_NEEDED,
    NO_ENTRY: LEAVE_NEEDED,
}
"""Why the history can't be used → what to do; nothing where the reason says so itself."""

_REASONS = {
    sqlite3.SQLITE_FULL: FULL,
    sqlite3.SQLITE_READONLY: READ_ONLY,
    sqlite3.SQLITE_CANTOPEN: NO_ENTRY,
    sqlite3.SQLITE_PERM: NO_ENTRY,
    sqlite3.SQLITE_AUTH: NO_ENTRY,
    sqlite3.SQLITE_BUSY: BUSY,
    sqlite3.SQLITE_LOCKED: BUSY,
    sqlite3.SQLITE_PROTOCOL: BUSY,
    sqlite3.SQLITE_IOERR: UNWRITABLE,
    sqlite3.SQLITE_CORRUPT: DAMAGED,
    sqlite3.SQLITE_NOTADB: DAMAGED,
}

_SYSTEM_REASONS = {
    errno.ENOSPC: FULL,
    errno.EDQUOT: FULL,
    errno.EROFS: READ_ONLY,
    errno.EACCES: FORBIDDEN,
    errno.EPERM: FORBIDDEN,
    errno.ENOTDIR: NO_FOLDER,
    errno.EEXIST: NO_FOLDER,
    errno.ENOENT: NO_FOLDER,
    errno.EISDIR: NO_ENTRY,
    errno.EIO: UNWRITABLE,
    errno.EINTR: INTERRUPTED,
}


class HistoryUnavailable(DataError):  # noqa: N818  # it says what is the case, as the user meets it
    """The history can't be used, or can't be written to; the message is one line."""

    def __init__(self, place: Path, why: Text) -> None:
        told, advice = UNAVAILABLE.fill(place=place, why=why), ADVICE.get(why)
        super().__init__(ADVISED.fill(told=told, advice=advice) if advice else told)
        self.why = why


class Damaged(Exception):  # noqa: N818  # a state of the file, never shown
    """The file is no history, or not a whole one."""


@contextlib.contextmanager
def explained(place: Path) -> Iterator[None]:
    """Whatever SQLite or the system refuses within is raised as ``HistoryUnavailable``."""
    try:
        yield
    except sqlite3.Error as error:
        raise HistoryUnavailable(place, reason(error)) from error
    except OSError as error:
        raise HistoryUnavailable(place, _system_reason(error)) from error


@contextlib.contextmanager
def damage_told() -> Iterator[None]:
    """A file that SQLite can't read is raised as ``Damaged``; everything else as it is."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if primary_code(error) in DAMAGED_CODES:
            raise Damaged from error
        raise


def primary_code(error: sqlite3.Error) -> int | None:
    """SQLite's primary result code, where the error has one."""
    code = getattr(error, "sqlite_errorcode", None)
    return code & 0xFF if isinstance(code, int) else None


def reason(error: sqlite3.Error) -> Text:
    """Why SQLite refused, in words."""
    code = primary_code(error)
    known = _REASONS.get(code) if code is not None else None
    return known or Text(str(error), str(error))


def _system_reason(error: OSError) -> Text:
    """Why the system refused, in words; in its own where there are no better ones."""
    known = _SYSTEM_REASONS.get(error.errno) if error.errno is not None else None
    if known is not None:
        return known
    words = error.strerror or type(error).__name__
    return Text(words, words)
