"""How long the rest may take, and who is rushing."""

from __future__ import annotations

import pytest

from careerfit.interview.pace import USUAL, Haste, minutes, seconds_each


def test_nobody_known_takes_the_usual_time() -> None:
    """Before the first answer a question takes the usual time, and unknown times say nothing."""
    assert (USUAL, USUAL) == (seconds_each(), seconds_each([None, None]))


def test_a_person_is_soon_judged_by_their_own_pace() -> None:
    """Many answers outweigh the usual time; a long break counts as a slow answer only."""
    assert seconds_each([3.0] * 45) == pytest.approx((40 + 135) / 50)
    assert seconds_each([40.0]) == seconds_each([9_000.0])


@pytest.mark.parametrize(("questions", "expected"), [(0, 0), (5, 0), (6, 1), (11, 1), (12, 2), (36, 5), (74, 10)])
def test_minutes_are_whole_and_none_below_one(questions: int, expected: int) -> None:
    """Minutes are rounded; under three quarters of one there is none."""
    assert expected == minutes(questions)


def test_five_hasty_answers_in_a_row_are_remarked_on() -> None:
    """The remark comes with the fifth answer under two seconds, stays for five in haste, and returns after ten."""
    haste = Haste()
    seen = []
    for seconds in [1, 1, 1, 1, 3, 1.9, 1, 1, 1, 1, 1, 2.0, 1, 1, 1, 1, 1, 1]:
        haste.note(seconds)
        seen.append(haste.showing)
    assert seen == [False] * 9 + [True, True] + [False] * 7
    haste = Haste()
    seen = []
    for _ in range(30):
        haste.note(1)
        seen.append(haste.showing)
    assert [n for n, showing in enumerate(seen, 1) if showing] == [*range(5, 10), *range(15, 20), *range(25, 30)]
