"""How fast someone answers: how long the rest may take, and whether they are rushing."""

from __future__ import annotations

from collections.abc import Iterable
from math import ceil

USUAL = 8.0
"""Seconds that one question usually takes; counts as much as ``WEIGHT`` answers of the person's own."""
WEIGHT = 5
LONGEST = 40.0
"""A question that took longer was a break, not a question."""
HASTE = 2.0
"""Seconds under which an answer is a hasty one …"""
HASTY_RUN = 5
"""… and so many of them in a row are worth a remark."""


def seconds_each(times: Iterable[float | None] = ()) -> float:
    """The seconds that a question takes this person, from the times known so far (None: not known)."""
    known = [min(seconds, LONGEST) for seconds in times if seconds is not None]
    return (USUAL * WEIGHT + sum(known)) / (WEIGHT + len(known))


def minutes(questions: int, times: Iterable[float | None] = ()) -> int:
    """Whole minutes that so many questions will take, rounded; 0 for less than one."""
    seconds = questions * seconds_each(times)
    return 0 if seconds < 45 else max(1, ceil(seconds / 60 - 0.5))


class Haste:
    """Notices when several answers in a row came in under two seconds each, and says so once.

    The remark stays until an answer takes its time, so that there is time to read it.
    """

    def __init__(self) -> None:
        self._run = 0
        self._told = False
        self.showing = False

    def note(self, seconds: float) -> None:
        """One more answer was given, after so many seconds."""
        self._run = self._run + 1 if seconds < HASTE else 0
        self.showing = self._run > 0 and (self.showing or (not self._told and self._run >= HASTY_RUN))
        self._told = self._told or self.showing
