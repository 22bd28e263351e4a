"""Numbers, chances and lists in a language's own manner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.report.words.numbers import (
    about_of_ten,
    brief_of_ten,
    join,
    of_ten,
    of_ten_people,
    rating,
    signed,
    tenths,
)


def test_minus_is_a_minus_and_zero_has_none() -> None:
    """A negative number carries a true minus; what rounds to zero carries no sign."""
    assert ("−1,2", "0,0", "+0,5", "0,0") == tuple(signed(v, "id") for v in (-1.2, -0.04, 0.5, 0.04))


@pytest.mark.parametrize(("value", "said"), [(2.0, "2"), (4.5, "4,5"), (2.25, "2,25"), (10 / 3, "3,33")])
def test_ratings_have_the_decimals_they_need(value: float, said: str) -> None:
    """A rating is shown exactly where two decimals can show it."""
    assert said == rating(value, "id")


@pytest.mark.parametrize(
    ("probability", "indonesian", "english"),
    [
        (0.0, "kurang dari 1 dari 10", "fewer than 1 in 10"),
        (0.04, "kurang dari 1 dari 10", "fewer than 1 in 10"),
        (0.12, "1 dari 10", "1 in 10"),
        (0.5, "5 dari 10", "5 in 10"),
        (0.74, "7 dari 10", "7 in 10"),
        (0.79, "hampir 8 dari 10", "nearly 8 in 10"),
        (0.8, "8 dari 10", "8 in 10"),
        (0.94, "9 dari 10", "9 in 10"),
        (0.96, "lebih dari 9 dari 10", "more than 9 in 10"),
        (1.0, "lebih dari 9 dari 10", "more than 9 in 10"),
    ],
)
def test_natural_frequencies(probability: float, indonesian: str, english: str) -> None:
    """A chance is so many of ten, and never none, all, or a clear verdict that it is not."""
    assert (indonesian, english) == (of_ten(probability, "id"), of_ten(probability, "en"))


def test_frequencies_within_sentences() -> None:
    """Within a sentence a plain frequency is an approximate one, and a bounded one is not."""
    assert ("kira-kira 8 dari 10", "lebih dari 9 dari 10") == (about_of_ten(0.82, "id"), about_of_ten(0.99, "id"))
    assert "of 10 people with answers like these, about 8" == of_ten_people(0.82, "en")
    assert "dari 10 orang dengan jawaban seperti ini, hampir 8" == of_ten_people(0.78, "id")
    assert ("kurang dari 1", "over 9 in 10") == (brief_of_ten(0.01, "id"), brief_of_ten(0.99, "en"))


@given(st.floats(0, 1))
def test_no_frequency_is_off_by_more_than_half_a_person(probability: float) -> None:
    """The number of people out of ten is the nearest one."""
    assert abs(tenths(probability) - 10 * probability) <= 0.5 + 1e-9


def test_joining() -> None:
    """Lists read as they are said, with a comma before the last of three."""
    assert ["", "A", "A dan B", "A, B, dan C"] == [
        join(words, "id") for words in ([], ["A"], ["A", "B"], ["A", "B", "C"])
    ]
    assert "A, B, and C" == join(["A", "B", "C"], "en")
