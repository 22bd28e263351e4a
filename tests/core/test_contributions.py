"""Contributions: what each facet adds to a score, and that nothing is lost or counted twice."""

from __future__ import annotations

from itertools import combinations
from math import factorial

import pytest
from hypothesis import given, settings

from careerfit.core.model import Answers, Pack
from careerfit.core.scoring import CENTRE, NEUTRAL, FacetValue, contributions, facet_values, scores

from .build import facet, pack_of
from .strategies import MANY, SOME, Someone, packs, people


@given(people())
@MANY
def test_a_score_is_50_and_its_contributions(person: Someone) -> None:
    """For any answers, complete or not, with duels or without, a score is 50 and the sum of its contributions."""
    pack, answers = person
    values = facet_values(pack, answers)

    for k, score in enumerate(scores(pack, values)):
        assert score == pytest.approx(50 + sum(c.points for c in contributions(pack, values, k)), abs=1e-9)


@given(people())
@settings(SOME, max_examples=15)
def test_a_score_of_the_shipped_pack(pack: Pack, person: Someone) -> None:
    """The same holds for the shipped pack."""
    _, small = person
    answers = Answers(dict(zip(pack.item_by_key, small.responses.values(), strict=False)))
    values = facet_values(pack, answers)

    for k, score in enumerate(scores(pack, values)):
        assert score == pytest.approx(50 + sum(c.points for c in contributions(pack, values, k)), abs=1e-9)


def shapley(pack: Pack, values: tuple[FacetValue, ...], role: int) -> list[float]:
    """The exact Shapley value of each facet for a role's score, where a facet that stays out is neutral."""
    size = len(values)

    def worth(present: tuple[int, ...]) -> float:
        mixed = [v if t in present else FacetValue(NEUTRAL, 0) for t, v in enumerate(values)]
        return scores(pack, mixed)[role]

    return [
        sum(
            factorial(n) * factorial(size - n - 1) / factorial(size) * (worth((*others, t)) - worth(others))
            for n in range(size)
            for others in combinations([o for o in range(size) if o != t], n)
        )
        for t in range(size)
    ]


@given(people(packs(roles=(2, 3), facets=(2, 5))))
@settings(SOME, max_examples=200)
def test_contributions_are_shapley_values(person: Someone) -> None:
    """A contribution is the facet's exact Shapley value: its fair share of the distance from 50."""
    pack, answers = person
    values = facet_values(pack, answers)

    for k in range(len(pack.roles)):
        fair = dict(zip(pack.facet_index, shapley(pack, values, k), strict=True))
        found = {c.facet: c.points for c in contributions(pack, values, k)}
        unanswered = [one.key for one, value in zip(pack.facets, values, strict=True) if not value.count]
        assert found.pop(None, 0.0) == pytest.approx(sum(fair.pop(key) for key in unanswered), abs=1e-9)
        assert fair == pytest.approx(found, abs=1e-9)


def example() -> Pack:
    """Two roles, one shared facet and three that tell them apart."""
    facets = [facet("umum"), facet("a"), facet("b"), facet("c")]
    return pack_of(facets, {"p": (1, 1, 1, 0), "q": (1, 0, 0, 1)})


def test_contributions_by_hand() -> None:
    """Most points first, each with the facet's value from 1 to 5 and its evidence; unanswered facets together, last."""
    pack = example()
    values = facet_values(pack, Answers({"umum-1": 2, "a-1": 5, "c-1": 4}))
    found = contributions(pack, values, 0)

    assert [("a", 5.0), ("c", 4.0), ("umum", 2.0), (None, None)] == [(c.facet, c.value) for c in found]
    assert [6.25, -6.25, -12.5, 2.34375] == pytest.approx([c.points for c in found])
    assert [pack.roles[0].evidence("a"), (), pack.roles[0].evidence("umum"), ()] == [c.evidence for c in found]


def test_no_contribution_of_unanswered_facets_where_all_are_answered() -> None:
    """Where every facet is answered nothing is left to be summed up under no facet."""
    pack = example()
    values = facet_values(pack, Answers({"umum-1": 3, "a-2": 3, "b-1": 3, "c-1": 3}))

    assert ["umum", "a", "b", "c"] == [c.facet for c in contributions(pack, values, 1)]


@given(people())
@MANY
def test_a_neutral_facet_contributes_nothing(person: Someone) -> None:
    """A facet answered with its neutral value adds nothing to any role, nor takes anything."""
    pack, answers = person
    values = facet_values(pack, answers)

    for k in range(len(pack.roles)):
        assert all(c.points == 0 for c in contributions(pack, values, k) if c.value == 3)


def test_the_centre() -> None:
    """Someone neutral in everything has 50 points in every role."""
    assert (CENTRE, CENTRE) == scores(example(), [FacetValue(NEUTRAL, 1)] * 4)


@given(people())
@MANY
def test_every_facet_is_told_once(person: Someone) -> None:
    """Each answered facet stands once, all unanswered ones as one, and values read from 1 to 5."""
    pack, answers = person
    values = facet_values(pack, answers)
    answered = [one.key for one, value in zip(pack.facets, values, strict=True) if value.count]
    ratings = {one.key: 1 + 4 * value.x for one, value in zip(pack.facets, values, strict=True)}
    expected = sorted(answered) + ([None] if len(answered) < len(values) else [])

    for k in range(len(pack.roles)):
        found = contributions(pack, values, k)
        assert expected == sorted(c.facet for c in found if c.facet) + [c.facet for c in found if not c.facet]
        assert all(c.value == ratings[c.facet] for c in found if c.facet)
        points = [c.points for c in found if c.facet]
        assert sorted(points, reverse=True) == points
