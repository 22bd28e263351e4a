"""What is believed, and what is true instead."""

from __future__ import annotations

import pytest

from careerfit.draft.beliefs import contrasts


@pytest.mark.parametrize(
    ("sentences", "found"),
    [
        (
            [
                "Harapan: warga selalu berterima kasih.",
                "Kenyataannya, petugas dianggap lambat, padahal jalannya macet.",
            ],
            [("warga selalu berterima kasih.", ["petugas dianggap lambat, padahal jalannya macet."])],
        ),
        (
            ["Banyak yang mengira ia tidak perlu sekolah, padahal ilmunya banyak."],
            [("ia tidak perlu sekolah", ["ilmunya banyak."])],
        ),
    ],
)
def test_a_belief_is_answered_by_what_is_true(sentences: list[str], found: list[tuple[str, list[str]]]) -> None:
    """A sentence that opens with the name of what is true tells no belief, whatever turns in it."""
    assert found == [(one.belief, one.reality) for one in contrasts(sentences)]
