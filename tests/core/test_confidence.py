"""Probabilities: how sure, given the answers and their noise."""

from __future__ import annotations

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core import confidence
from careerfit.core.confidence import (
    ENOUGH,
    UNANSWERED_SD,
    gap_sd,
    leading,
    probabilities,
    variance,
)
from careerfit.core.model import NOISE, SPAN, TEMPER, Answers, Pack
from careerfit.core.scoring import facet_values, scores

from .build import facet, pack_of, two_apart
from .strategies import MANY, Someone, packs, people

RESPONSE_SD = NOISE / SPAN
"""The noise of one response in x."""
WEIGHTS = st.lists(st.floats(0.001, 1), min_size=2, max_size=6)


def shown(pack: Pack, answers: Answers) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Scores and probabilities of one person."""
    values = facet_values(pack, answers)
    points = scores(pack, values)
    return points, probabilities(pack, points, [v.count for v in values])


def test_published_noise() -> None:
    """The noise of one response is that published for single items: a standard deviation of 0.9 to 1.0."""
    assert 0.9 <= NOISE <= 1.0
    assert 0.25 == UNANSWERED_SD


@pytest.mark.parametrize(("count", "expected"), [(0, UNANSWERED_SD**2), (1, RESPONSE_SD**2), (4, RESPONSE_SD**2 / 4)])
def test_variance_of_a_facet(count: int, expected: float) -> None:
    """The noise of a mean of several responses is that of one over their number; not asked about, it has its own."""
    assert expected == pytest.approx(variance(two_apart(), count))


def test_gap_sd_by_hand() -> None:
    """With one pair of roles σ is the standard deviation of their gap: 50 points of each facet's noise."""
    expected = 50 * math.sqrt(RESPONSE_SD**2 + RESPONSE_SD**2 / 2)

    assert expected == pytest.approx(gap_sd(two_apart(), (1, 2)))
    assert 50 * math.sqrt(2) * UNANSWERED_SD == pytest.approx(gap_sd(two_apart(), (0, 0)))


@given(people())
@MANY
def test_gap_sd_is_the_root_mean_square_over_pairs(person: Someone) -> None:
    """σ is the root mean square, over pairs of roles, of the standard deviation of their gap."""
    pack, answers = person
    counts = [v.count for v in facet_values(pack, answers)]
    noise = np.diag([variance(pack, n) for n in counts])
    points = np.array(pack.table.points)
    gaps = [points[k] - points[m] for k, m in combinations(range(len(points)), 2)]

    assert math.sqrt(np.mean([gap @ noise @ gap for gap in gaps])) == pytest.approx(gap_sd(pack, counts))


def test_probabilities_by_hand() -> None:
    """Two roles ten points apart: the odds are exp(c · 10 / σ)."""
    sigma = gap_sd(two_apart(), (1, 1))
    odds = math.exp(TEMPER * 10 / sigma)

    assert (odds / (1 + odds), 1 / (1 + odds)) == pytest.approx(probabilities(two_apart(), (55, 45), (1, 1)))


def test_high_scores_of_many_answers() -> None:
    """However high the scores and however many the answers, it is the distance of the scores that counts."""
    many = (4000, 4000)
    odds = math.exp(TEMPER / gap_sd(two_apart(), many))

    assert (odds / (1 + odds), 1 / (1 + odds)) == pytest.approx(probabilities(two_apart(), (100, 99), many))


def test_nothing_to_tell_apart() -> None:
    """Roles that nothing tells apart are equally likely."""
    pack = pack_of([facet("a")], {"p": (1,), "q": (1,), "r": (1,)})

    assert 0 == gap_sd(pack, (1,))
    assert (1 / 3, 1 / 3, 1 / 3) == probabilities(pack, (70, 70, 70), (1,))


@given(people())
@MANY
def test_probabilities_add_up(person: Someone) -> None:
    """Probabilities are positive and add up to 1."""
    _, found = shown(*person)

    assert all(p > 0 for p in found)
    assert 1 == pytest.approx(sum(found))


@given(people())
@MANY
def test_probabilities_never_contradict_scores(person: Someone) -> None:
    """A role with a higher score is likelier, and roles with equal scores are equally likely."""
    points, found = shown(*person)

    for (s, p), (t, q) in combinations(zip(points, found, strict=True), 2):
        if s == pytest.approx(t, abs=1e-9):
            assert p == pytest.approx(q)
        else:
            assert (s > t) == (p > q)


@given(people(), st.data())
@MANY
def test_more_answers_make_surer(person: Someone, data: st.DataObject) -> None:
    """One more answer never makes σ larger, and makes it smaller where its facet tells roles apart."""
    pack, answers = person
    counts = [v.count for v in facet_values(pack, answers)]
    t = data.draw(st.integers(0, len(counts) - 1))
    more = [n + (place == t) for place, n in enumerate(counts)]
    column = [row[t] for row in pack.table.points]

    if max(column) - min(column) > 1e-9:
        assert gap_sd(pack, more) < gap_sd(pack, counts)
    else:
        assert gap_sd(pack, more) == pytest.approx(gap_sd(pack, counts))


@given(packs())
@MANY
def test_gap_sensitivity_is_of_unshared_facets(pack: Pack) -> None:
    """No shared facet has any bearing on which role comes first."""
    found = dict(zip(pack.facet_index, confidence.gap_sensitivity(pack), strict=True))

    assert {0.0} >= {found[key] for key in pack.shared}
    assert all(value >= 0 for value in found.values())


@given(WEIGHTS)
@MANY
def test_the_leading_set_is_minimal(weights: list[float]) -> None:
    """The leading set reaches 0.8 together, no smaller set does, and it holds the likeliest, best first."""
    chances = [w / sum(weights) for w in weights]
    chosen = leading(chances)
    rest = [p for k, p in enumerate(chances) if k not in chosen]
    smaller = [sum(some) for some in combinations(chances, len(chosen) - 1)]

    assert sum(chances[k] for k in chosen) >= ENOUGH - 1e-12
    assert max(smaller) < ENOUGH
    assert sorted(chosen, key=lambda k: (-round(chances[k], 9), k)) == list(chosen)
    assert max(rest, default=0) <= min(chances[k] for k in chosen) + 1e-9


@pytest.mark.parametrize(
    ("chances", "chosen"),
    [
        ((0.8, 0.2), (0,)),
        ((0.2, 0.8), (1,)),
        ((0.79, 0.21), (0, 1)),
        ((0.25, 0.5, 0.25), (1, 0, 2)),
        ((0.2, 0.2, 0.2, 0.2, 0.2), (0, 1, 2, 3)),
        ((0.2, 0.5), (1, 0)),
        ((), ()),
    ],
)
def test_leading_by_hand(chances: tuple[float, ...], chosen: tuple[int, ...]) -> None:
    """The set is filled from the likeliest on until 0.8 is reached, or no role is left; the alphabet decides ties."""
    assert chosen == leading(chances)


def test_temper_is_the_packs() -> None:
    """The more a pack tempers, the bolder is what is said of the same scores; not at all, and all roles are alike."""
    bold, flat = (
        probabilities(two_apart()._replace(temper=temper), [60.0, 50.0], [2, 2]) for temper in (2 * TEMPER, 0.0)
    )
    assert bold[0] > probabilities(two_apart(), [60.0, 50.0], [2, 2])[0] > 0.5
    assert (0.5, 0.5) == flat
