"""An interview as it goes on: every answer to the disk at once, and what could not be written, with the next one."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from careerfit.history.opening import PATIENCE
from careerfit.history.records import PackMark, Row, Shown, Unfinished
from careerfit.history.store import Store

BRIEFLY = 0.1
"""Seconds that nobody notices between two questions."""

Opener: TypeAlias = Callable[[float], Store]
"""Opens the history, for which it waits so many seconds. Raises ``HistoryUnavailable``."""


class Recorder:
    """Keeps one running interview. Every method raises ``HistoryUnavailable`` where it can't write.

    Nothing is written before the first answer, so that an interview that was only looked at leaves nothing. A history
    that could not be opened is tried with every answer, briefly, and at the end with patience: ``store`` opens it then.
    """

    def __init__(
        self,
        store: Store | Opener,
        pack: PackMark,
        mode: str,
        lang: str,
        interview: Unfinished | None = None,
    ) -> None:
        self._open: Opener = store if callable(store) else lambda _: store
        self.store: Store | None = None if callable(store) else store
        """The history; None as long as it could not be opened."""
        self._pack = pack
        self._id = interview.id if interview else None
        self._waiting: dict[int, Row] = {}
        self.mode = mode
        self.lang = lang

    @property
    def all_saved(self) -> bool:
        """Is everything on the disk that was answered?"""
        return not self._waiting

    def save(self, position: int, row: Row) -> None:
        """Keep what was said to the question at that position, from 1, in place of what was said before.

        A row that can't be written is tried again with the next one.
        """
        self._waiting[position] = row
        self._write()

    def go_on(self, mode: str, lang: str) -> None:
        """Keep that the interview goes on in another mode or language."""
        self.mode, self.lang = mode, lang
        if self._id is not None:
            self._write()

    def finish(self, shown: Shown) -> int | None:
        """Keep it as a finished attempt, and return its number; None where nothing was ever answered."""
        if self._id is None and not self._waiting:
            return None
        begun = self._write(PATIENCE) if self._id is None else self._id
        number = self._opened(PATIENCE).finish(begun, self.mode, self.lang, self._waiting, shown)
        self._waiting = {}
        return number

    def catch_up(self) -> None:
        """Write what could not be written so far, since nothing follows that would try it again."""
        if self._waiting:
            self._write(PATIENCE)

    def _opened(self, patience: float) -> Store:
        if self.store is None:
            self.store = self._open(patience)
        return self.store

    def _write(self, patience: float = BRIEFLY) -> int:
        store = self._opened(patience)
        if self._id is None:
            self._id = store.begin(self._pack, self.mode, self.lang, self._waiting)
        else:
            store.put(self._id, self.mode, self.lang, self._waiting)
        self._waiting = {}
        return self._id
