"""Contributions: what each facet adds to a score, and that nothing is lost or counted twice."""

from __future__ import annotations

from itertools import combinations
from math import factorial

import pytest
from hypothesis import given, settings

from careerfit.core.model import Answers, Pack
from careerfit.core.scoring import CENTRE, NEUTRAL, Contribution, FacetValue, contributions, facet_values, scores

from .build import facet, pack_of
from .strategies import MANY, SOME, Someone, packs, people


@given(people())
@MANY
def test_a_score_is_50_and_its_contributions(person: Someone) -> None:
    """For any answers, complete or not, with duels or without, a score is 50 and the sum of its contributions."""
    pack, answers = person
    values = facet_values(pack, answers)

    for k, score in enumerate(scores(pack, values)):
        assert score == pytest.approx(50 + total(pack, values, k), abs=1e-9)


@given(people())
@settings(SOME, max_examples=15)
def test_a_score_of_the_shipped_pack(pack: Pack, person: Someone) -> None:
    """The same holds for the shipped pack."""
    _, small = person
    answers = Answers(dict(zip(pack.item_by_key, small.responses.values(), strict=False)))
    values = facet_values(pack, answers)

    for k, score in enumerate(scores(pack, values)):
        assert score == pytest.approx(50 + total(pack, values, k), abs=1e-9)


def total(pack: Pack, values: tuple[FacetValue, ...], role: int) -> float:
    """What all facets, answered or not, add to a role's score."""
    known, unanswered = contributions(pack, values, role)
    return sum(c.points for c in known) + (unanswered or 0.0)


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
        known, together = contributions(pack, values, k)
        unanswered = [one.key for one, value in zip(pack.facets, values, strict=True) if not value.count]
        assert (together or 0.0) == pytest.approx(sum(fair.pop(key) for key in unanswered), abs=1e-9)
        assert fair == pytest.approx({c.facet: c.points for c in known}, abs=1e-9)


def example() -> Pack:
    """Two roles, one shared facet and three that tell them apart."""
    facets = [facet("umum"), facet("a"), facet("b"), facet("c")]
    return pack_of(facets, {"p": (1, 1, 1, 0), "q": (1, 0, 0, 1)})


def test_contributions_by_hand() -> None:
    """Most points first, each with the facet's value from 1 to 5 and its evidence; unanswered facets are told apart."""
    pack = example()
    values = facet_values(pack, Answers({"umum-1": 2, "a-1": 5, "c-1": 4}))
    found, unanswered = contributions(pack, values, 0)

    assert [("a", 5.0, True), ("c", 4.0, True), ("umum", 2.0, False)] == [
        (c.facet, c.value, c.is_strong) for c in found
    ]
    assert [6.25, -6.25, -12.5] == pytest.approx([c.points for c in found])
    assert 2.34375 == pytest.approx(unanswered)
    assert [pack.roles[0].evidence("a"), (), pack.roles[0].evidence("umum")] == [c.evidence for c in found]


@pytest.mark.parametrize(("value", "strong"), [(2.99, False), (3.0, False), (3.01, True)])
def test_a_facet_is_strong_above_the_middle(value: float, strong: bool) -> None:
    """A facet is strong where its value lies above the middle of the scale."""
    assert strong == Contribution("a", value, 0.0).is_strong


def test_no_contribution_of_unanswered_facets_where_all_are_answered() -> None:
    """Where every facet is answered nothing is left to be summed up."""
    pack = example()
    values = facet_values(pack, Answers({"umum-1": 3, "a-2": 3, "b-1": 3, "c-1": 3}))

    found, unanswered = contributions(pack, values, 1)

    assert (["umum", "a", "b", "c"], None) == ([c.facet for c in found], unanswered)


@given(people())
@MANY
def test_a_neutral_facet_contributes_nothing(person: Someone) -> None:
    """A facet answered with its neutral value adds nothing to any role, nor takes anything."""
    pack, answers = person
    values = facet_values(pack, answers)

    for k in range(len(pack.roles)):
        assert all(c.points == 0 for c in contributions(pack, values, k)[0] if c.value == 3)


def test_the_centre() -> None:
    """Someone neutral in everything has 50 points in every role."""
    assert (CENTRE, CENTRE) == scores(example(), [FacetValue(NEUTRAL, 1)] * 4)


@given(people())
@MANY
def test_every_facet_is_told_once(person: Someone) -> None:
    """Each answered facet stands once, there is a sum of the others just where there are others, values are 1 to 5."""
    pack, answers = person
    values = facet_values(pack, answers)
    answered = [one.key for one, value in zip(pack.facets, values, strict=True) if value.count]
    ratings = {one.key: 1 + 4 * value.x for one, value in zip(pack.facets, values, strict=True)}

    for k in range(len(pack.roles)):
        found, unanswered = contributions(pack, values, k)
        assert sorted(answered) == sorted(c.facet for c in found)
        assert (len(answered) == len(values)) == (unanswered is None)
        assert all(c.value == ratings[c.facet] for c in found)
        points = [c.points for c in found]
        assert sorted(points, reverse=True) == points
