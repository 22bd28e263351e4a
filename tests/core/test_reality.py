"""What came of a reality check, in words."""

from __future__ import annotations

import pytest

from careerfit.core.reality import outcome, total
from careerfit.text import Text


@pytest.mark.parametrize(
    ("said", "holds", "indonesian", "english"),
    [
        (True, True, "Tepat, ini benar.", "Right, this is true."),
        (False, False, "Tepat, ini tidak benar.", "Right, this is not true."),
        (
            True,
            False,
            "Kamu mengira ini benar; sebenarnya tidak benar.",
            "You thought this was true; in fact it is not true.",
        ),
        (
            False,
            True,
            "Kamu mengira ini tidak benar; sebenarnya benar.",
            "You thought this was not true; in fact it is true.",
        ),
        (None, True, "Ini benar.", "This is true."),
        (None, False, "Ini tidak benar.", "This is not true."),
    ],
)
def test_each_outcome_is_told(said: bool | None, holds: bool, indonesian: str, english: str) -> None:
    """Right, wrong and skipped statements are each told as what they are, with what is true."""
    assert Text(indonesian, english) == outcome(said, holds)


@pytest.mark.parametrize(
    ("right", "answered", "expected"),
    [
        (1, 3, Text("1 dari 3 jawabanmu sesuai dengan profilnya.", "1 of your 3 answers match the profile.")),
        (0, 2, Text("0 dari 2 jawabanmu sesuai dengan profilnya.", "0 of your 2 answers match the profile.")),
        (0, 0, Text("Semua pernyataan kamu lewati.", "You skipped all statements.")),
    ],
)
def test_the_total_counts_what_was_answered(right: int, answered: int, expected: Text) -> None:
    """Right ones are counted out of those answered; where all were skipped, nothing is counted."""
    assert expected == total(right, answered)
