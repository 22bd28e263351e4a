"""The attempt that an interview ends in, as it stands in the history: its number, and what is added to it later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from careerfit.history.faults import HistoryUnavailable
from careerfit.history.recorder import Recorder
from careerfit.interview.session import NoKeeper
from careerfit.text import Text, clean

if TYPE_CHECKING:
    from careerfit.core.model import Reply
    from careerfit.core.results.attempt import Attempt
    from careerfit.core.results.result import Result
    from careerfit.history.store import Store
    from careerfit.interview.reality import Believed
    from careerfit.interview.session import Keeper


class KeptAttempt:
    """A finished interview in the history, as far as it could be kept there. None of these calls raises an error.

    ``number`` is None where nothing was kept; ``finished`` is when the questions were answered, None where that is now,
    and ``note`` what was noted since. ``checks`` holds what was believed in reality checks, by role. Why something
    could not be changed is added to ``troubles``.
    """

    def __init__(self, keeper: Recorder | NoKeeper, name: str = "") -> None:
        """``keeper`` keeps the interview that leads to it; ``name``: whose it is, if somebody said so."""
        self.keeper = keeper
        self.number: int | None = None
        self.finished: datetime | None = None
        self.note = ""
        self.checks: dict[str, Believed] = {}
        self.troubles: list[Text] = []
        self._name = clean(name).strip() or None

    def finish(self, result: Result) -> None:
        """Keep the result that the interview has come to, under the name that was given.

        Reality checks that were taken before more questions were answered are kept again with it.
        """
        self.number = self.keeper.finish(result)
        self.finished, self.note = None, ""
        if self._name:
            self.rename(self._name)
        for role, believed in self.checks.items():
            self.check(role, believed)

    def show_again(self, attempt: Attempt) -> None:
        """Be that attempt, which stands in the history already."""
        self.number, self.finished = attempt.number, attempt.finished
        self.note, self.checks = attempt.note, dict(attempt.reality)
        self._name = attempt.name or self._name

    def take_on(self, log: Sequence[Reply]) -> Keeper:
        """What keeps the interview from now on: all that was answered is kept anew with the first answer added."""
        self.keeper = self.keeper.anew(log)
        return self.keeper

    def rename(self, name: str) -> None:
        """Say whose it is."""
        self._name = name
        self._change(lambda store, number: store.set_name(number, name))

    def check(self, role: str, believed: Believed) -> None:
        """Keep what was said in a role's reality check; leaving it is no loss."""
        self.checks[role] = believed
        self._change(lambda store, number: store.set_reality(number, role, believed))

    @property
    def last_name(self) -> str:
        """The name that was given last, here or in the history; "" where none was."""
        store = self._store
        if self._name is None and store is not None:
            try:
                self._name = store.last_name()
            except HistoryUnavailable:
                return ""
        return self._name or ""

    def before(self, pack: str) -> int | None:
        """The number of the attempt before this one, of the pack of that name; None where there is none."""
        store = self._store
        if store is None or self.number is None:
            return None
        try:
            found = [one.number for one in store.attempts(pack)]
        except HistoryUnavailable:
            return None
        return max((number for number in found if number < self.number), default=None)

    @property
    def _store(self) -> Store | None:
        return self.keeper.store if isinstance(self.keeper, Recorder) else None

    def _change(self, change: Callable[[Store, int], object]) -> None:
        """Change the attempt, where it is kept."""
        store = self._store
        if store is None or self.number is None:
            return
        try:
            change(store, self.number)
        except HistoryUnavailable as error:
            self.troubles.append(error.headline)
