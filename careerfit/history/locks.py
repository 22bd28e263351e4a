"""The locks of the history: one for opening its file, and one for each interview that is open in a process."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path

from careerfit.files.locks import free, take

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
