"""A reference group: its typical answers stand for neutral, and all that follows from that stays exact."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given

from careerfit.core.model import NOISE, SEPARATION, TEMPER, Answers, Measured, Pack, Reference
from careerfit.core.person import STYLES, coherence, expected, person, tally
from careerfit.core.results.flips import decided
from careerfit.core.results.result import evaluate
from careerfit.core.results.retake import difference
from careerfit.core.scoring import (
    FacetValue,
    effective_points,
    facet_values,
    field_fit,
    order,
    scores,
    with_measured,
    with_reference,
)

from . import gaussian, oracle
from .build import strengths, two_apart
from .strategies import MANY, SOME, Someone, packs, people, with_groups
from .test_contributions import total
from .test_decided import completions
from .test_flips import FEW, SMALL, assert_smallest

MADE = "2026-11-26"


def with_means(pack: Pack, *means: float | None) -> Pack:
    """The pack with a reference group of these typical answers."""
    return with_reference(pack, Reference(300, MADE, means))


@given(people(with_groups()))
@MANY
def test_scores_are_those_of_the_oracle(someone: Someone) -> None:
    """For any answers, complete or not, with duels or without, scores are what the definition makes of them."""
    pack, answers = someone
    values = facet_values(pack, answers)

    assert oracle.person_scores(pack, answers) == pytest.approx(np.array(scores(pack, values)), abs=1e-9)


@given(people(with_groups()))
@MANY
def test_a_score_is_50_and_its_contributions(someone: Someone) -> None:
    """A score is 50 and the sum of its contributions, and so is the gap to the second role."""
    pack, answers = someone
    values = facet_values(pack, answers)
    result = evaluate(pack, answers)
    second = result.runner_up

    for k, score in enumerate(scores(pack, values)):
        assert score == pytest.approx(50 + total(pack, values, k), abs=1e-9)
    made_of = sum(part.points for part in second.contributions) + (second.unanswered or 0.0)
    assert second.gap == pytest.approx(made_of, abs=1e-9)


@given(people(with_groups(SMALL), most=FEW))
@SOME
def test_flips_are_the_smallest_changes(someone: Someone) -> None:
    """The flips are all the changes of fewest answers and fewest steps that change the leader, found by trying all."""
    assert_smallest(*someone)


@given(people(with_groups(packs(roles=(2, 4), facets=(2, 5))), complete=True))
@SOME
def test_the_bound_is_exact(someone: Someone) -> None:
    """With three items open, it is decided exactly where no way to answer them makes another leader, or draws level."""
    pack, answers = someone
    left = Answers(dict(list(answers.responses.items())[3:]), answers.duels)
    now = order(scores(pack, facet_values(pack, left)))[0]
    firsts = set(oracle.leaders(completions(pack, left, left_out=False)).tolist())
    every = np.round(completions(pack, left, left_out=False), 9)
    level = any((row == row.max()).sum() > 1 for row in every)

    if decided(pack, left):
        assert {now} == set(oracle.leaders(completions(pack, left, left_out=True)).tolist())
    else:
        assert len(firsts) > 1 or level


@given(people(with_groups()))
@MANY
def test_the_model_of_a_person_is_that_of_one_normal_distribution(someone: Someone) -> None:
    """With a reference group, the posterior of the roles is that of the model worked out with matrices."""
    pack, answers = someone
    known = tally(pack, answers)

    for style, _ in STYLES:
        assert np.array(expected(pack, style)).T == pytest.approx(gaussian.means(pack, style))
    assert 1.0 == pytest.approx(sum(person(pack, known).weights))


def test_someone_typical_scores_50() -> None:
    """Whoever answers every facet as the group typically does has 50 in every role, where nothing is shared."""
    pack = with_means(two_apart(), 4.0, 2.0)
    answers = strengths(pack, {"a": 4, "b": 2})

    assert (50.0, 50.0) == scores(pack, facet_values(pack, answers))
    assert (1.0, 0.0) == tuple(value.x for value in facet_values(pack, strengths(pack, {"a": 5, "b": 1})))


def test_what_is_rare_counts_for_more() -> None:
    """The same two answers lead to the role whose facet the group claims less readily."""
    answers = strengths(two_apart(), {"a": 4, "b": 4})

    assert 0 == order(scores(with_means(two_apart(), 3.0, 4.0), facet_values(two_apart(), answers)))[0]
    assert 1 == order(scores(with_means(two_apart(), 4.0, 3.0), facet_values(two_apart(), answers)))[0]


def test_an_unanswered_facet_lies_as_far_from_typical_as_the_others() -> None:
    """A facet with no answer is taken at what is typical of it and a third of the distance of the one that was."""
    values = facet_values(with_means(two_apart(), 4.0, 2.0), strengths(two_apart(), {"a": 5}))

    assert FacetValue(1.0, 2) == values[0]
    assert (0.25 + 0.25 / 3, 0) == (pytest.approx(values[1].x), values[1].count)


@given(people(with_groups()))
@MANY
def test_effective_points_are_the_slopes(someone: Someone) -> None:
    """A step of one answer moves a score by its facet's effective points, also through what was not answered."""
    pack, answers = someone
    values = facet_values(pack, answers)
    for key, response in list(answers.responses.items())[:2]:
        item = pack.item_by_key[key]
        t = pack.facet_index[item.facet]
        other = response + (1 if response < 5 else -1)
        moved = facet_values(pack, Answers({**answers.responses, key: other}, answers.duels))
        for k, points in enumerate(pack.table.points):
            step = (other - response) * item.keyed / 4 / values[t].count
            by = scores(pack, moved)[k] - scores(pack, values)[k]
            assert by == pytest.approx(effective_points(pack, values, points)[t] * step, abs=1e-9)


@given(people())
@MANY
def test_a_group_in_the_middle_changes_nothing(someone: Someone) -> None:
    """A group whose typical answers are the middle of the scale, or unknown, leaves every number as it is."""
    pack, answers = someone
    plain = evaluate(pack, answers)
    for means in ((None,) * len(pack.facets), (3.0,) * len(pack.facets)):
        same = evaluate(with_means(pack, *means), answers)
        assert (plain.values, plain.ranking, plain.flips) == (same.values, same.ranking, same.flips)


@given(people(with_groups()))
@MANY
def test_field_fit_stays_what_it_is(someone: Someone) -> None:
    """Field fit does not hang on the reference group where all shared facets were answered."""
    pack, answers = someone
    plain = with_means(pack, *(None for _ in pack.facets))
    values = facet_values(pack, answers)
    if all(value.count for value, shared in zip(values, pack.table.shared, strict=True) if shared):
        assert field_fit(plain, facet_values(plain, answers)) == field_fit(pack, values)


def test_packs_with_different_groups_are_not_the_same() -> None:
    """Results under two groups, or under one and none, can't be set side by side; caches keep them apart."""
    plain, one, other = two_apart(), with_means(two_apart(), 4.0, 2.0), with_means(two_apart(), 4.0, 2.5)
    answers = strengths(plain, {"a": 4, "b": 3})

    assert 3 == len({plain, one, other}) == len({plain.mark, one.mark, other.mark})
    assert {plain.fingerprint} == {pack.fingerprint for pack in (plain, one, other)}
    assert plain.fingerprint == plain.mark
    assert one == with_means(two_apart(), 4.0, 2.0)
    for second in (plain, other):
        with pytest.raises(ValueError, match="different packs"):
            difference(evaluate(one, answers), evaluate(second, answers))


def test_measured_constants_take_the_place_of_the_methods() -> None:
    """Noise makes probabilities flatter, tempering sharper, and separation moves what a member is expected to say."""
    plain = two_apart()
    answers = strengths(plain, {"a": 5, "b": 3})
    chances = {
        name: evaluate(pack, answers).ranking[0].probability
        for name, pack in {
            "plain": plain,
            "same": with_measured(plain, Measured(500, MADE, NOISE, SEPARATION, TEMPER)),
            "noisy": with_measured(plain, Measured(500, MADE, 2 * NOISE, SEPARATION, TEMPER)),
            "bold": with_measured(plain, Measured(500, MADE, NOISE, SEPARATION, 2 * TEMPER)),
        }.items()
    }
    apart = with_measured(plain, Measured(500, MADE, NOISE, 2.0, TEMPER))

    assert chances["plain"] == chances["same"]
    assert chances["noisy"] < chances["plain"] < chances["bold"]
    assert 2.0 == pytest.approx(expected(apart)[0][0] - expected(apart)[0][1])
    assert expected(plain, STYLES[1][0]) == expected(apart, STYLES[1][0])
    assert coherence(plain, answers) != coherence(apart, answers)
