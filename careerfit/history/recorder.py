"""An interview as it goes on: every answer to the disk at once, and what could not be written, with the next one."""

from __future__ import annotations

from careerfit.history.records import PackMark, Row, Shown, Unfinished
from careerfit.history.store import Store


class Recorder:
    """Keeps one running interview. Every method raises ``HistoryUnavailable`` where it can't write.

    Nothing is written before the first answer, so that an interview that was only looked at leaves nothing.
    """

    def __init__(self, store: Store, pack: PackMark, mode: str, lang: str, interview: Unfinished | None = None) -> None:
        self._store = store
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
        begun = self._write() if self._id is None else self._id
        number = self._store.finish(begun, self.mode, self.lang, self._waiting, shown)
        self._waiting = {}
        return number

    def _write(self) -> int:
        if self._id is None:
            self._id = self._store.begin(self._pack, self.mode, self.lang, self._waiting)
        else:
            self._store.put(self._id, self.mode, self.lang, self._waiting)
        self._waiting = {}
        return self._id
