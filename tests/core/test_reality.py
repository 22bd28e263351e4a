"""What came of a reality check, in words."""

from __future__ import annotations

import pytest

from careerfit.core.model import Belief, Role
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
    ("believed", "indonesian", "english"),
    [
        (
            (True, True, True),
            "1 dari 3 jawabanmu sesuai dengan profilnya.",
            "Your answers match the profile on 1 of 3 statements.",
        ),
        (
            (None, True, True),
            "0 dari 2 jawabanmu sesuai dengan profilnya.",
            "Your answers match the profile on 0 of 2 statements.",
        ),
        ((True,), "1 dari 1 jawabanmu sesuai dengan profilnya.", "Your answers match the profile on 1 of 1 statement."),
        ((None, None, None), "Semua pernyataan kamu lewati.", "You skipped all statements."),
    ],
)
def test_the_total_counts_what_was_answered(believed: tuple[bool | None, ...], indonesian: str, english: str) -> None:
    """Right ones are counted out of those answered; where all were skipped, nothing is counted."""
    text = Text("", "")
    role = Role("peran", text, (), tuple(Belief(text, holds, None, ()) for holds in (True, False, False)))
    assert Text(indonesian, english) == total(role, believed)


def test_where_nothing_is_believed_nothing_was_skipped() -> None:
    """Of a role without beliefs it is said that there are none, not that somebody passed over them."""
    none = Text("Profil ini tidak menyebut anggapan keliru apa pun.", "This profile mentions no misconceptions.")
    assert none == total(Role("peran", Text("", ""), (), ()), ())
