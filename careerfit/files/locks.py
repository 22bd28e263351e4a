"""Locks on open files, which end with their process however it ends, on Windows as elsewhere.

All of these raise ``OSError`` where the file system has no locks, as some network folders have none. On Windows even
the process that holds a lock can't take it once more, and nobody else can read what is locked.
"""

from __future__ import annotations

import errno
import os
import sys

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
