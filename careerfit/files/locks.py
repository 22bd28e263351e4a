"""Locks on open files, which end with their process however it ends, on Windows as elsewhere.

All of these raise ``OSError`` where the file system has no locks, as some network folders have none. On Windows even
the process that holds a lock can't take it once more, and nobody else can read what is locked.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    FAR_OUT = 1 << 30
    """The byte that stands for all of a file, beyond what is ever read of one."""

    def hold(descriptor: int) -> bool:
        """Lock all of a file until it is closed; False where somebody else has, in this process or another."""
        return take(descriptor, FAR_OUT)

    def take(descriptor: int, byte: int) -> bool:
        """Lock one byte of a file until it is freed or the file is closed; False where another process has."""
        try:
            _locking(descriptor, msvcrt.LK_NBLCK, byte)
        except OSError as error:
            if error.errno == errno.EACCES:
                return False
            raise
        return True

    def free(descriptor: int, byte: int) -> None:
        """Give a locked byte back."""
        _locking(descriptor, msvcrt.LK_UNLCK, byte)

    def _locking(descriptor: int, mode: int, byte: int) -> None:
        """Lock or unlock a byte; the system means the one where the next would be read or written."""
        place = os.lseek(descriptor, 0, os.SEEK_CUR)
        try:
            os.lseek(descriptor, byte, os.SEEK_SET)
            msvcrt.locking(descriptor, mode, 1)
        finally:
            os.lseek(descriptor, place, os.SEEK_SET)

else:
    import fcntl

    def hold(descriptor: int) -> bool:
        """Lock all of a file until it is closed; False where somebody else has, in this process or another."""
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def take(descriptor: int, byte: int) -> bool:
        """Lock one byte of a file until it is freed or the file is closed; False where another process has."""
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, byte)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EAGAIN):
                return False
            raise
        return True

    def free(descriptor: int, byte: int) -> None:
        """Give a locked byte back."""
        fcntl.lockf(descriptor, fcntl.LOCK_UN, 1, byte)


FILE_ITSELF = 0
"""The byte that stands for opening the file; the others stand for the interviews, by their id."""
PAUSE = 0.02
"""Seconds between two attempts to take a lock that is waited for."""


class Locks:
    """The locks of this process. Where the file can't be made (a read-only folder), everything counts as free.

    A process must hold one of these at a time for a file: closing any of them drops all of its locks. ``missing``: the
    file system was found to have no locks, and everything counts as free.
    """

    def __init__(self, path: Path) -> None:
        self.missing = False
        self._taken: set[int] = set()
        self._descriptor: int | None = None
        with contextlib.suppress(OSError):
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)

    def take(self, byte: int) -> bool:
        """Take a lock, until it is freed or the process ends; False where another process holds it."""
        if self._descriptor is None or byte in self._taken:
            return True
        try:
            if not take(self._descriptor, byte):
                return False
        except OSError:
            self.missing = True
        else:
            self._taken.add(byte)
        return True

    def free(self, byte: int) -> None:
        """Give a lock back."""
        if self._descriptor is not None and byte in self._taken:
            self._taken.remove(byte)
            with contextlib.suppress(OSError):
                free(self._descriptor, byte)

    @contextlib.contextmanager
    def opening(self, patience: float) -> Iterator[bool]:
        """Wait so many seconds for the right to open the file alone; False where it can't be had."""
        until = time.monotonic() + patience
        while not (mine := self.take(FILE_ITSELF)) and time.monotonic() < until:
            time.sleep(PAUSE)
        try:
            yield mine
        finally:
            if mine:
                self.free(FILE_ITSELF)

    def close(self) -> None:
        """Give all locks back."""
        for byte in list(self._taken):
            self.free(byte)
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
