"""One person at one interview: what its scenes share, and what keeps the answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol, Self

from careerfit.core.model import Duel, Reply, Value
from careerfit.core.results.result import Result
from careerfit.interview.interview import Interview, Question
from careerfit.interview.pace import Clock, Haste, minutes
from careerfit.interview.pages import Scene
from careerfit.text import Lang, Text


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
