"""The interview as a state machine: whatever the way, its final answers alone decide where it ends."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from careerfit.core.model import Duel, Item, Pack, Reply, Value
from careerfit.core.quick_form import MOST_CHECKS, MOST_DUELS, most_items
from careerfit.interview.interview import Interview
from careerfit.pack import load_pack
from careerfit.simulation.respondents import decisive, dice, uneven

from .fakes import answered

PACK = load_pack()
MOST_ITEMS = most_items(PACK)


class Interviewing(RuleBasedStateMachine):
    """A person who answers, skips, goes back, pauses and takes up the offer, in any order."""

    @initialize(mode=st.sampled_from(["quick", "quick", "full"]))
    def begin(self, mode: str) -> None:
        self.interview = Interview(PACK, "quick" if mode == "quick" else "full")
        self.extended_at: int | None = None
        self.left = self.interview.at_most_left
        assert self.left == (MOST_ITEMS + MOST_CHECKS + MOST_DUELS if mode == "quick" else len(PACK.items))

    @rule(value=st.sampled_from([1, 2, 3, 4, 5, 1, 2, 3, 4, 5, None]), times=st.integers(1, 6))
    def answer(self, value: int | None, times: int) -> None:
        for _ in range(times):
            question = self.interview.next()
            if question is None:
                return
            assert question == self.interview.next()
            position = self.interview.position
            said: Value = value if value is None or isinstance(question, Item) else ("left" if value < 3 else "right")
            self.interview.answer(question, said)
            assert self.interview.position == position + 1
            assert self.interview.at_most_left <= self.left
            self.left = self.interview.at_most_left

    @rule(times=st.integers(1, 5))
    def back(self, times: int) -> None:
        for _ in range(times):
            position = self.interview.position
            assert self.interview.back() == (position > 1)
            assert self.interview.position == max(1, position - 1)
        self.left = self.interview.at_most_left

    @rule()
    def pause_and_resume(self) -> None:
        """A resumed interview stands at its first new question, with the same log."""
        log = self.interview.log
        self.interview = Interview.replay(PACK, self.interview.mode, log)
        assert log == self.interview.log
        self.left = self.interview.at_most_left

    @precondition(lambda self: self.interview.mode == "quick" and self.interview.finished)
    @rule()
    def extend(self) -> None:
        log = self.interview.log
        self.interview.extend()
        assert log == self.interview.log
        self.left = self.interview.at_most_left

    @invariant()
    def counts_add_up(self) -> None:
        if not hasattr(self, "interview"):
            return
        assert self.interview.at_most == len(self.interview.log) + self.interview.at_most_left
        assert self.interview.position <= len(self.interview.log) + 1
        assert len({entry.keys for entry in self.interview.log}) == len(self.interview.log)

    @invariant()
    def the_log_is_the_whole_state(self) -> None:
        """An interview that is given the same log and goes back as far is the same in everything that shows."""
        if not hasattr(self, "interview"):
            return
        twin = Interview.replay(PACK, self.interview.mode, self.interview.log)
        for _ in range(len(self.interview.log) + 1 - self.interview.position):
            twin.back()
        assert state(self.interview) == state(twin)

    @invariant()
    def the_final_answers_alone_count(self) -> None:
        """What was answered is the last thing that was said to each question, and nothing else."""
        if not hasattr(self, "interview"):
            return
        said = {entry.keys: entry.value for entry in self.interview.log if entry.value is not None}
        answers = self.interview.answers
        assert said == {(key,): value for key, value in answers.responses.items()} | {
            (duel.left, duel.right): duel.answer for duel in answers.duels
        }


def state(interview: Interview) -> tuple[object, ...]:
    """Everything that shows of an interview."""
    return (
        interview.next(),
        interview.previous,
        interview.was_skipped,
        interview.position,
        interview.at_most,
        interview.finished,
        interview.answers,
    )


Interviewing.TestCase.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)
TestInterviewing = Interviewing.TestCase


def test_answers_in_any_order_of_giving_give_one_result(pack: Pack) -> None:
    """An interview with detours ends with the result of one that gives its final answers straight."""
    detour = Interview.replay(pack, "full", answered(pack, 20, "full"))
    for _ in range(7):
        detour.back()
    while (question := detour.next()) is not None:
        detour.answer(question, 2 if detour.position % 2 else 5)
    straight = Interview(pack, "full")
    final = {entry.keys: entry.value for entry in detour.log}
    while (question := straight.next()) is not None:
        assert isinstance(question, Item)
        straight.answer(question, final[question.key,])
    assert detour.result().to_dict() == straight.result().to_dict()


def test_a_question_that_is_not_on_show_can_not_be_answered(pack: Pack) -> None:
    """Only the question that ``next`` gives takes an answer."""
    interview = Interview(pack)
    shown = interview.next()
    other = next(item for item in pack.items if item != shown)
    with pytest.raises(ValueError, match="not on show"):
        interview.answer(other, 3)


@pytest.mark.parametrize("value", [0, 6, True, "left", "ya", 3.0])
def test_an_item_takes_nothing_but_one_to_five(pack: Pack, value: object) -> None:
    """Anything else is refused and changes nothing."""
    interview = Interview(pack)
    question = interview.next()
    assert question is not None
    with pytest.raises(ValueError, match="1 to 5"):
        interview.answer(question, value)  # type: ignore[arg-type]
    assert interview.log == []


def test_a_duel_takes_nothing_but_a_side(pack: Pack) -> None:
    """A number is no answer to a duel."""
    interview = Interview(pack)
    while isinstance(question := interview.next(), Item):
        interview.answer(question, 3)
    assert isinstance(question, Duel)
    with pytest.raises(ValueError, match="'left', 'right'"):
        interview.answer(question, 3)


def test_there_are_two_modes(pack: Pack) -> None:
    """Any other mode is refused."""
    with pytest.raises(ValueError, match="mode must be"):
        Interview(pack, "slow")  # type: ignore[arg-type]


def test_what_another_pack_asked_is_left_out(pack: Pack) -> None:
    """Replaying drops entries that the pack does not know, and opens at a question of its own."""
    log = [Reply(("entah-1",), 4), *answered(pack, 3), Reply(("entah", "lain"), "left")]
    interview = Interview.replay(pack, "quick", log)
    assert (answered(pack, 3), 4) == (interview.log, interview.position)


def test_the_full_form_asks_every_item_once_in_the_order_of_the_pack(pack: Pack) -> None:
    """The full form's questions are the pack's items."""
    assert [item.key for item in pack.items] == [entry.keys[0] for entry in answered(pack, len(pack.items), "full")]


def test_the_quick_form_keeps_its_bounds(pack: Pack) -> None:
    """At most thirty items, four that check and six duels are asked, whatever is answered, and never more than told."""
    for values in ((1,), (3,), (5,), (1, 5), (5, 5, 1), (1, 4, 2, 5, 3), (2, 4, 4)):
        interview = Interview(pack)
        left = [interview.at_most_left]
        while (question := interview.next()) is not None:
            value = values[interview.position % len(values)]
            interview.answer(question, "left" if isinstance(question, Duel) else value)
            left.append(interview.at_most_left)
        duels = sum(entry.duel is not None for entry in interview.log)
        assert duels <= MOST_DUELS
        assert len(interview.log) - duels <= MOST_ITEMS + MOST_CHECKS
        assert left == sorted(left, reverse=True)
        assert interview.at_most_left == 0


def test_no_item_is_left_once_the_duels_begin(pack: Pack) -> None:
    """As soon as a duel is on show only duels may still come; gone back, all questions may."""
    interview = Interview(pack)
    while isinstance(question := interview.next(), Item):
        interview.answer(question, 3)
    items = len(interview.log)
    assert interview.at_most_left == MOST_DUELS
    interview.back()
    assert interview.at_most_left == MOST_ITEMS + MOST_CHECKS - items + MOST_DUELS


@given(
    style=st.sampled_from([(5, 1), (5, 2), (4, 1), (4, 2), (5, 3), (4, 3), (3, 1), None]),
    role=st.integers(0, len(PACK.roles) - 1),
    noise=st.sampled_from([0.0, 0.5, 0.8]),
    shift=st.sampled_from([0, 0, 1]),
    seed=st.integers(0, 9999),
)
@settings(max_examples=150, deadline=None)
def test_a_quick_form_that_stops_early_is_never_unclear(
    style: tuple[int, int] | None, role: int, noise: float, shift: int, seed: int
) -> None:
    """Whatever the style of answering, a form that ends before the most items ends in a verdict about roles or field.

    Decisive, cautious and agreeing people, and, without a style, those who are uneven or answer at random.
    """
    random = Random(seed)
    if style is None:
        who = uneven(PACK, role, noise, random) if noise else dice(PACK, role, random)
    else:
        who = decisive(PACK, role, *style, noise, random)
    interview = Interview(PACK)
    while (question := interview.next()) is not None:
        is_item = isinstance(question, Item)
        said = min(5, who.responses[question.key] + shift) if is_item else who.prefer(PACK, question)
        interview.answer(question, said)
    items = sum(entry.duel is None for entry in interview.log)

    assert items >= MOST_ITEMS or interview.result().verdict.kind in {"clear", "misfit"}
