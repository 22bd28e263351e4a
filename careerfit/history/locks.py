"""Locks that end with their process, however it ends: on single bytes of a file beside the history."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

try:
    import fcntl
except ImportError:  # where there are none, everything is taken to be free
    fcntl = None  # type: ignore[assignment]

OPENING = 0
"""The byte that stands for opening the file; the others stand for the interviews, by their id."""
PAUSE = 0.02
"""Seconds between two attempts to take a lock that is waited for."""


class Locks:
    """The locks of this process. Where the file can't be made (a read-only folder), everything counts as free.

    A process must hold one of these at a time for a file: closing any of them drops all of its locks.
    """

    def __init__(self, path: Path) -> None:
        self._descriptor: int | None = None
        if fcntl is not None:
            with contextlib.suppress(OSError):
                self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)

    def take(self, byte: int) -> bool:
        """Take a lock, until it is freed or the process ends; False where another process holds it."""
        if self._descriptor is None:
            return True
        try:
            fcntl.lockf(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, byte)
        except (BlockingIOError, PermissionError):
            return False
        except OSError:  # a file system without locks
            return True
        return True

    def free(self, byte: int) -> None:
        """Give a lock back."""
        if self._descriptor is not None:
            with contextlib.suppress(OSError):
                fcntl.lockf(self._descriptor, fcntl.LOCK_UN, 1, byte)

    @contextlib.contextmanager
    def opening(self, patience: float) -> Iterator[bool]:
        """Wait so many seconds for the right to open the file alone; False where it can't be had."""
        until = time.monotonic() + patience
        while not (mine := self.take(OPENING)) and time.monotonic() < until:
            time.sleep(PAUSE)
        try:
            yield mine
        finally:
            if mine:
                self.free(OPENING)

    def close(self) -> None:
        """Give all locks back."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
