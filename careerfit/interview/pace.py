"""The pace of an interview: how long what is left will take, who is in haste, and how soon a page takes an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from math import ceil
from typing import TypeAlias

from careerfit.core.quality import FAST_SECONDS

SETTLE = 0.15
"""Seconds for which a new page takes no answer: nobody has read it, and what comes was meant for the one before."""
USUAL = 8.0
"""Seconds that one question usually takes; they count as much as ``WEIGHT`` answers of the person's own."""
WEIGHT = 5
LONGEST = 40.0
"""A question that took longer was a break, not a question."""
HASTY_RUN = 5
"""So many answers in a row, each given in less than ``FAST_SECONDS``, are worth a remark."""
QUIET = 10
"""After a remark on haste there is none for so many answers."""
Clock: TypeAlias = Callable[[], float]
"""Seconds from any fixed moment; never runs backwards."""


def seconds_each(times: Iterable[float | None] = ()) -> float:
    """The seconds that a question takes this person, from the times known so far (None: not known)."""
    known = [min(seconds, LONGEST) for seconds in times if seconds is not None]
    return (USUAL * WEIGHT + sum(known)) / (WEIGHT + len(known))


def minutes(questions: int, times: Iterable[float | None] = ()) -> int:
    """Whole minutes that so many questions will take, rounded; 0 for less than one."""
    seconds = questions * seconds_each(times)
    return 0 if seconds < 45 else max(1, ceil(seconds / 60 - 0.5))


class Haste:
    """Notices when several answers in a row came in very fast, and says so: at most every ten questions.

    The remark stays until an answer takes its time, so that there is time to read it, though for no more than five.
    """

    def __init__(self) -> None:
        self._run = 0
        self._quiet = 0
        self.showing = False

    def note(self, seconds: float) -> None:
        """One more answer was given, after so many seconds."""
        self._run = self._run + 1 if seconds < FAST_SECONDS else 0
        self._quiet = max(0, self._quiet - 1)
        begins = self._run >= HASTY_RUN and not self._quiet
        if begins:
            self._quiet = QUIET
        self.showing = begins or (self.showing and self._run > 0 and self._quiet > QUIET - HASTY_RUN)
