"""An interview as it goes on: every answer to the disk at once, and what could not be written, with the next one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeAlias

from careerfit.core.model import Pack, Reply
from careerfit.core.results.attempt import Row, pack_mark, row_of, shown_then
from careerfit.core.results.result import Result
from careerfit.history.faults import GONE, HistoryUnavailable
from careerfit.history.opening import PATIENCE
from careerfit.history.store import Store
from careerfit.text import Lang, Text

BRIEFLY = 0.1
"""Seconds that nobody notices between two questions."""

Opener: TypeAlias = Callable[[float], Store]
"""Opens the history, for which it waits so many seconds. Raises ``HistoryUnavailable``."""


class Recorder:
    """Keeps one running interview: every answer is on the disk before ``save`` returns. Raises no error.

    Where writing fails, ``trouble`` says why until it works again; then everything that had to wait is written, too.
    Nothing is written before the first answer, so that an interview that was only looked at leaves nothing. A history
    that could not be opened is tried with every answer, briefly, and at the end with patience: ``store`` opens it then.
    """

    def __init__(  # noqa: PLR0913  # what an interview is kept with, each by name
        self,
        store: Store | Opener,
        pack: Pack,
        *,
        mode: str,
        lang: str,
        resumed: int | None = None,
        log: Sequence[Reply] = (),
        trouble: Text | None = None,
    ) -> None:
        """Begin to keep an interview, or go on with the ``resumed`` one, which has that ``log`` already.

        ``trouble`` is why the history could not be opened so far, where ``store`` is what opens it. A ``log`` without
        a ``resumed`` interview is kept with the first answer that is added to it: as a new one.
        """
        self.opener: Opener = store if callable(store) else lambda _: store
        self.store: Store | None = None if callable(store) else store
        """The history; None as long as it could not be opened."""
        self._pack = pack
        self._mode, self._lang = mode, lang
        self._id = resumed
        is_new = resumed is None
        self._waiting = {n: row_of(pack, reply) for n, reply in enumerate(log, 1)} if is_new else dict[int, Row]()
        self._answered = {position: reply.value is not None for position, reply in enumerate(log, 1)}
        self.trouble = trouble
        self.kept = 0 if is_new else sum(self._answered.values())
        """How many answers there were when all of them were last on the disk."""

    @property
    def keeps(self) -> bool:
        """Is what was answered on the disk?"""
        return self.trouble is None

    def save(self, position: int, reply: Reply) -> None:
        """Keep what was said to the question at that position, from 1, in place of what was said before."""
        self._waiting[position] = row_of(self._pack, reply)
        self._answered[position] = reply.value is not None
        self._guarded(self._write)

    def extend(self) -> None:
        """Note that a quick interview goes on to all items."""
        self._go_on("full", self._lang)

    def speak(self, lang: Lang) -> None:
        """Note the language that was chosen."""
        self._go_on(self._mode, lang)

    def catch_up(self) -> None:
        """Try once more, with patience, to keep what was answered: nothing follows that would."""
        if not self.keeps and self._waiting:
            self._guarded(lambda: self._write(PATIENCE))

    def finish(self, result: Result) -> int | None:
        """Keep the result; its number in the history, None where nothing was kept or nothing was ever answered."""
        return self._guarded(lambda: self._finish(result))

    def anew(self, log: Sequence[Reply]) -> Recorder:
        """What keeps a finished interview that goes on to all items: all of ``log``, with the first answer added."""
        return Recorder(self.store or self.opener, self._pack, mode="full", lang=self._lang, log=log)

    def _go_on(self, mode: str, lang: str) -> None:
        self._mode, self._lang = mode, lang
        if self._id is not None:
            self._guarded(self._write)

    def _guarded(self, write: Callable[[], int | None]) -> int | None:
        try:
            found = write()
        except HistoryUnavailable as error:
            self.trouble = error.why
            self.kept = 0 if error.why == GONE else self.kept
            return None
        self.trouble = None
        self.kept = sum(self._answered.values())
        return found

    def _opened(self, patience: float) -> Store:
        if self.store is None:
            self.store = self.opener(patience)
        return self.store

    def _write(self, patience: float = BRIEFLY) -> int:
        store = self._opened(patience)
        if self._id is None:
            self._id = store.begin(pack_mark(self._pack), self._mode, self._lang, self._waiting)
        else:
            store.put(self._id, self._mode, self._lang, self._waiting)
        self._waiting = {}
        return self._id

    def _finish(self, result: Result) -> int | None:
        if self._id is None and not self._waiting:
            return None
        begun = self._write(PATIENCE) if self._id is None else self._id
        number = self._opened(PATIENCE).finish(begun, self._mode, self._lang, self._waiting, shown_then(result))
        self._waiting = {}
        return number
