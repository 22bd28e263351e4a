"""One person sitting one interview: the state machine, with the clock, the keeper and the pace around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from careerfit.core.model import Duel
from careerfit.interview.keeper import Keeper
from careerfit.interview.machine import Interview, Question, Value
from careerfit.interview.pace import Haste, minutes
from careerfit.text import Lang, Text

Clock: TypeAlias = Callable[[], float]
"""Seconds from any fixed moment; never runs backwards."""


class Sitting:
    """What the scenes of an interview share."""

    def __init__(self, interview: Interview, keeper: Keeper, clock: Clock, remark: Text | None = None) -> None:
        self.interview = interview
        self.keeper = keeper
        self.clock = clock
        self.haste = Haste()
        self.remark = remark
        """What to tell with the first question."""
        self.offered_to_stop = False
        """Was the offer made to stop, since the leader is decided? Once is enough."""

    def record(self, question: Question, value: Value, seconds: float) -> None:
        """Take an answer and keep it. The time adds up over all visits to the question."""
        position, log = self.interview.position, self.interview.log
        is_new = position > len(log)
        if is_new and value is not None:
            self.haste.note(seconds)
        self.remark = None
        before = 0.0 if is_new else log[position - 1].seconds or 0.0
        self.interview.answer(question, value, round(before + seconds, 1))
        self.keeper.save(position, self.interview.log[position - 1])

    def minutes_left(self, questions: int) -> int:
        """Whole minutes that so many questions will take this person; 0 for less than one."""
        return minutes(questions, (entry.seconds for entry in self.interview.log))

    @property
    def left(self) -> int:
        """How many questions there are still to answer, at most, with the one on show."""
        return self.interview.at_most - self.interview.position + 1

    def longest(self, question: Question, lang: Lang) -> str:
        """The longest text that a question of this kind may have: the room to keep free for it."""
        if isinstance(question, Duel):
            return ""
        return max((item.text.pick(lang) for item in self.interview.pack.items), key=len)
