"""One person at one interview: the state machine, and around it the clock, the pace, and where answers are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from math import ceil
from typing import NamedTuple, Protocol, Self, TypeAlias

from careerfit.core.model import Duel, Reply, Value
from careerfit.core.quality import FAST_SECONDS
from careerfit.core.results.result import Result
from careerfit.interview.interview import Interview, Question
from careerfit.interview.pages import Scene
from careerfit.text import Lang, Text

Clock: TypeAlias = Callable[[], float]
"""Seconds from any fixed moment; never runs backwards."""

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


class Keeper(Protocol):
    """Keeps an interview as it goes, so that it can go on later. None of these calls raises an error.

    ``keeps`` says whether what was answered is being kept; ``trouble`` is why not, where that was not the user's wish.
    """

    @property
    def keeps(self) -> bool:
        """Is what was answered being kept?"""
        ...

    @property
    def trouble(self) -> Text | None:
        """Why it is not, if something went wrong."""
        ...

    def save(self, position: int, entry: Reply) -> None:
        """Keep the answer to the question of that number, from 1, in place of an earlier one.

        Called at once after each answer, and back only when it is safe: the next question shows afterwards.
        """
        ...

    def extend(self) -> None:
        """Note that a quick interview goes on to all items."""
        ...

    def speak(self, lang: Lang) -> None:
        """Note the language that was chosen."""
        ...


class NoKeeper:
    """Keeps nothing: by the user's wish, or because of ``trouble``."""

    keeps = False
    kept = 0
    """How many answers there are on the disk."""

    def __init__(self, trouble: Text | None = None) -> None:
        self.trouble = trouble

    def save(self, position: int, entry: Reply) -> None:
        """Do nothing."""

    def extend(self) -> None:
        """Do nothing."""

    def speak(self, lang: Lang) -> None:
        """Do nothing."""

    def catch_up(self) -> None:
        """Do nothing."""

    def finish(self, result: Result) -> None:
        """Do nothing."""

    def anew(self, log: Sequence[Reply]) -> Self:  # noqa: ARG002  # what keeps something needs it
        """Go on keeping nothing."""
        return self


class Last(NamedTuple):
    """The last result of this computer, in a sentence; and what shows it again, if it can be shown."""

    said: Text
    again: Callable[[Clock], Scene | None] | None = None


class Session:
    """What the scenes of an interview share. ``remark`` is told with the first question."""

    def __init__(
        self,
        interview: Interview,
        keeper: Keeper,
        clock: Clock,
        remark: Text | None = None,
        close: Callable[[Session], Scene | None] = lambda _: None,
    ) -> None:
        self.interview = interview
        self.keeper = keeper
        self.clock = clock
        self.haste = Haste()
        self.remark = remark
        self.last: Last | None = None
        """The last result, for the introduction."""
        self.close = close
        """What comes when all is asked, or the person wants to see the result."""
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

    @property
    def unanswered(self) -> int:
        """How many items were not put yet."""
        return len(self.interview.pack.items) - sum(entry.duel is None for entry in self.interview.log)

    def longest(self, question: Question, lang: Lang) -> str:
        """The longest text that a question of this kind may have: the room to keep free for it."""
        if isinstance(question, Duel):
            return ""
        return max((item.text.pick(lang) for item in self.interview.pack.items), key=len)


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
