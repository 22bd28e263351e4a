"""The interview as a pure state machine: no terminal, no clock, no files. A face only shows what it asks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, TypeAlias

from careerfit.core.answers import from_replies
from careerfit.core.model import HIGHEST, LOWEST, MOST_DUELS, SIDES, Answers, Duel, Item, Pack, Reply, Role, Value
from careerfit.core.quick_form import MOST_CHECKS, most_items, next_duel, next_item, shown_probabilities
from careerfit.core.results.flips import decided
from careerfit.core.results.result import Result, evaluate
from careerfit.core.scoring import order

Mode: TypeAlias = Literal["quick", "full"]
Question: TypeAlias = Item | Duel


class Interview:
    """One person's interview.

    What is asked next follows from what was asked and answered alone, so that the log of replies (one a question, in
    the order in which they were first put) is the whole state, and any way of getting there ends in the same place.
    """

    def __init__(self, pack: Pack, mode: Mode = "quick") -> None:
        if mode not in ("quick", "full"):
            raise ValueError(f"mode must be 'quick' or 'full', not {mode!r}")
        self.pack = pack
        self.mode: Mode = mode
        self._log: list[Reply] = []
        self._cursor = 0
        self._upcoming: Question | None = None
        self._known = False

    @classmethod
    def replay(cls, pack: Pack, mode: Mode, log: Iterable[Reply]) -> Interview:
        """The interview that this log leads to. Replies that the pack doesn't know are left out."""
        interview = cls(pack, mode)
        interview._log = [reply for reply in log if _fits(pack, reply)]
        interview._cursor = len(interview._log)
        return interview

    @property
    def log(self) -> list[Reply]:
        """Every question put so far with what was said, in the order in which they were first put."""
        return list(self._log)

    @property
    def answers(self) -> Answers:
        """What was answered so far."""
        return from_replies(self.pack, self._log)

    def next(self) -> Question | None:
        """The question on show: the earlier one after ``back()``, else the next new one; None when all is asked."""
        if self._earlier is not None:
            return self._question(self._earlier)
        if not self._known:
            self._upcoming, self._known = self._new_question(), True
        return self._upcoming

    def answer(self, question: Question, value: Value, seconds: float | None = None) -> None:
        """Record what was said to the question on show: 1 to 5, "left" or "right" for a duel, None to skip.

        Raises ``ValueError`` for another value and for a question that is not on show.
        """
        if question != self.next():
            raise ValueError("that question is not on show")
        _check(question, value)
        keys = (question.left, question.right) if isinstance(question, Duel) else (question.key,)
        reply = Reply(keys, value, seconds)
        self._log[self._cursor : self._cursor + 1] = [reply]  # in place of the earlier one, or after all others
        self._cursor += 1
        self._known = False

    def back(self) -> bool:
        """Show the question before this one again; False at the first."""
        if self._cursor == 0:
            return False
        self._cursor -= 1
        return True

    def extend(self) -> None:
        """Go on to all items, keeping everything: the offer at the end of a quick interview."""
        self.mode = "full"
        self._known = False

    @property
    def previous(self) -> Value:
        """What was said before to the question on show; None for a new or a skipped one."""
        return self._earlier.value if self._earlier is not None else None

    @property
    def answered(self) -> int:
        """How many questions were answered, those that were skipped not counted."""
        return sum(reply.value is not None for reply in self.log)

    @property
    def was_skipped(self) -> bool:
        """Was the question on show put before and skipped?"""
        return self._earlier is not None and self._earlier.value is None

    @property
    def position(self) -> int:
        """The number of the question on show, from 1."""
        return self._cursor + 1

    @property
    def at_most(self) -> int:
        """How many questions there are at most: those put and ``at_most_left``."""
        return len(self._log) + self.at_most_left

    @property
    def at_most_left(self) -> int:
        """How many new questions may still come, at most: it never grows while questions are answered."""
        duels = sum(reply.duel is not None for reply in self._log)
        items = len(self._log) - duels
        if self.mode == "full":
            return len(self.pack.items) - items
        if self.finished:
            return 0
        most = min(most_items(self.pack) + MOST_CHECKS, len(self.pack.items))
        if duels or (self._earlier is None and isinstance(self.next(), Duel)):
            most = 0  # no item comes after a duel
        return max(0, most - items) + max(0, MOST_DUELS - duels)

    @property
    def finished(self) -> bool:
        """Is there nothing more to ask?"""
        return self.next() is None

    @property
    def stopped_early(self) -> bool:
        """Did a quick interview end before its items were used up, since it was sure?"""
        most = min(most_items(self.pack), len(self.pack.items))
        return self.mode == "quick" and self.finished and len(self._log) < most

    @property
    def contenders(self) -> tuple[Role, Role]:
        """The two likeliest roles by what was said before the question on show, in the pack's order: a duel's two."""
        before = from_replies(self.pack, self._log[: self._cursor])
        first, second = sorted(order(shown_probabilities(self.pack, before))[:2])
        return self.pack.roles[first], self.pack.roles[second]

    @property
    def decided(self) -> bool:
        """Can no possible remaining answers change who comes first?"""
        return decided(self.pack, self.answers)

    def result(self) -> Result:
        """The result of what was answered so far."""
        return evaluate(self.pack, self.answers)

    @property
    def _earlier(self) -> Reply | None:
        """The reply to the question on show, where it was put before."""
        return self._log[self._cursor] if self._cursor < len(self._log) else None

    def _question(self, reply: Reply) -> Question:
        return reply.duel or self.pack.item_by_key[reply.keys[0]]

    def _new_question(self) -> Question | None:
        asked = {reply.keys[0] for reply in self._log if reply.duel is None}
        if self.mode == "full":
            return next((item for item in self.pack.items if item.key not in asked), None)
        fought = [reply.duel for reply in self._log if reply.duel is not None]
        item = None if fought else next_item(self.pack, self.answers, asked)
        return item or next_duel(self.pack, self.answers, fought)


def _check(question: Question, value: Value) -> None:
    if value is None:
        return
    if isinstance(question, Duel):
        if value not in SIDES:
            raise ValueError(f"a duel takes 'left', 'right' or None, not {value!r}")
    elif isinstance(value, bool) or not isinstance(value, int) or not LOWEST <= value <= HIGHEST:
        raise ValueError(f"an item takes 1 to 5 or None, not {value!r}")


def _fits(pack: Pack, reply: Reply) -> bool:
    known = pack.item_by_key if reply.duel is None else pack.facet_index
    return all(key in known for key in reply.keys)
