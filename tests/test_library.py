"""The library: three names, each loaded when it is used."""

from __future__ import annotations

import pytest

import careerfit
from careerfit.core.model import Pack
from careerfit.errors import UsageError


def test_score_takes_facets_and_items(pack: Pack) -> None:
    """Answers are items or facets, from 1 to 5 or None, and an item beats its facet."""
    result = careerfit.score(pack, {"kepemimpinan": 5, "kepemimpinan-2": None, "analisis": 4.0})
    assert {"kepemimpinan-1": 5, "analisis-1": 4, "analisis-2": 2} == result.answers.responses
    assert result.ranking[0].role in pack.role_index
    assert result.to_dict()["schema_version"] == 1


def test_score_tells_all_that_is_wrong(pack: Pack) -> None:
    """Bad answers raise one error that names each of them."""
    with pytest.raises(UsageError) as caught:
        careerfit.score(pack, {"kepemimpinn": 5, "analisis": 9})
    assert len(caught.value.problems) == 2
    assert "kepemimpinan" in str(caught.value)


def test_load_pack_is_the_shipped_pack(pack: Pack) -> None:
    """Without a folder, the shipped pack is loaded."""
    assert pack.fingerprint == careerfit.load_pack().fingerprint


def test_interview_asks_until_done(pack: Pack) -> None:
    """The interview is reached under the package's own name and asks until nothing is left."""
    interview = careerfit.Interview(pack, mode="quick")
    asked = 0
    while (question := interview.next()) is not None:
        interview.answer(question, 4 if hasattr(question, "key") else "left", seconds=3.2)
        asked += 1
    assert 1 <= asked <= 36
    assert interview.back()
    assert interview.result().quality.answered <= 30


def test_there_is_nothing_else() -> None:
    """A name that the package does not have is an AttributeError, as for any module."""
    with pytest.raises(AttributeError, match="no attribute 'nope'"):
        careerfit.nope  # noqa: B018  # it is the access that raises
