"""Scores, probabilities and verdicts of many people: the core's formulas, for a block of people side by side.

To be laid beside ``docs/method.md``, or ``core/scoring.py`` and ``core/confidence.py``. Shapes are those of ``arrays``.
Where nobody left a gap, counts are the same for all and have one column only (P is 1): the same formulas cost far less.
Where a few did, all go this way first, and these few once more by themselves.
"""

from __future__ import annotations

from itertools import combinations
from typing import NamedTuple

import numpy as np

from careerfit.cohort.arrays import UNANSWERED, Array, Truth, Weights, Whole, over_facets
from careerfit.cohort.quality import Tally, inconsistent, long_run, tally
from careerfit.core.confidence import BARRING, ENOUGH, MISFIT_MEAN, TIE_MOST, UNANSWERED_SD
from careerfit.core.model import SPAN, VERDICTS
from careerfit.core.quality import FLAGS
from careerfit.core.relevance import BREAKER_ITEMS
from careerfit.core.scoring import CENTRE, DECIMALS, NEUTRAL, NEUTRAL_RATING, PULL

NOBODY = -1  # no role


class Results(NamedTuple):
    """What comes of people. ``scores`` (K × P), ``field`` (P): 0 to 100, scores beyond with some reference groups.
    ``probabilities`` (K × P): 0 to 1. ``kind`` (P): place in ``VERDICTS``. ``leader`` (P): who has the best score.
    ``named`` (at most 3 × P): the roles that the verdict names, best first, then ``NOBODY``; ``probability`` (P): of
    these together, NaN for none. ``answered`` (P): how many items. ``flags`` (2 × P): which of ``FLAGS`` are up.
    """

    scores: Array
    field: Array
    probabilities: Array
    kind: Whole
    leader: Whole
    named: Whole
    probability: Array
    answered: Whole
    flags: Truth


def score(weights: Weights, responses: Whole, duels: Array | None = None) -> Results:
    """The results of people from their responses (I × P, int8): 1 to 5, or 0 for unanswered; and from their duels.

    ``duels`` (2 × T × P): what they add to the count of each facet and to its total, in which 3 counts as 0. What the
    short way says of those with gaps or duels is replaced; where they are the most, nobody goes it.
    """
    apart: Truth = responses.min(axis=0, initial=NEUTRAL_RATING) == UNANSWERED
    if duels is not None:
        apart |= duels.any(axis=(0, 1))
    if 2 * apart.sum() > len(apart):
        return _score(weights, responses, responses != UNANSWERED, duels)
    found = _score(weights, responses, np.ones((len(responses), 1), bool), None)
    if apart.any():
        some, theirs = responses[:, apart], None if duels is None else duels[..., apart]
        for everybody, those in zip(found, _score(weights, some, some != UNANSWERED, theirs), strict=True):
            everybody[..., apart] = those
    return found


def _score(weights: Weights, responses: Whole, given: Truth, duels: Array | None) -> Results:
    """``given`` (I × P, or I × 1 where all are): which items were answered."""
    known = tally(weights, responses, given)
    count, total = (known.count, known.total) if duels is None else (known.count + duels[0], known.total + duels[1])
    scored, field = scores_and_field(weights, count, total)
    chances = probabilities(weights, scored, count)
    flags = np.stack([long_run(responses), inconsistent(weights, known)])  # in the order of FLAGS
    barred = np.logical_or.reduce(flags[[flag in BARRING for flag in FLAGS]])
    kind, named, probability = verdict(weights, known, chances, barred)
    leader = role_at(places(scored), 0)
    answered = np.broadcast_to(known.answered, leader.shape).astype(np.int32)
    return Results(scored, field, chances, kind, leader, named, probability, answered, flags)


def scores_and_field(weights: Weights, count: Array, total: Array) -> tuple[Array, Array]:
    """S (K × P) and D (P): sums over facets of how far each value lies from its neutral one (−1 to 1), times the points
    that each role gains by it. The last two rows of ``sums`` are those over the shared facets, and over the others.

    A facet without responses is taken at the mean of the answered ones of its kind, as if two more of these lay at 0.
    """
    kinds = np.stack([weights.shared, ~weights.shared]).astype(float)
    rows, rated = np.vstack([weights.points, kinds]), count > 0
    sums = over_facets(rows, 1 / (SPAN * np.maximum(count, 1)), total)
    if (moved := NEUTRAL - weights.neutral[:, None]).any():
        sums += rows @ (moved * rated)
    if not rated.all():
        sums += rows @ (~rated * (kinds.T @ (sums[-2:] / (kinds @ rated + PULL))))
    shared = max(1, weights.shared.sum())
    return CENTRE + sums[:-2], 100 * (NEUTRAL + (sums[-2] - kinds[0] @ moved) / shared)  # D knows no reference group


def probabilities(weights: Weights, scored: Array, count: Array) -> Array:
    """How likely each role is the best match (p, K × P, 0 to 1), by how far it is below the top in units of σ."""
    variance = np.where(count > 0, weights.noise**2 / np.maximum(count, 1), UNANSWERED_SD**2)
    sigma = np.sqrt(weights.sensitivity @ variance)
    below = scored - scored.max(axis=0)
    raw = np.exp(weights.temper * below / sigma) if weights.sensitivity.any() else np.ones_like(below)
    return raw / raw.sum(axis=0)


def places(values: Array) -> Whole:
    """The place of each role (K × P), 0 for the highest number; equal ones, at nine decimals, in their order."""
    rounded = np.round(values, DECIMALS)
    found = np.zeros(values.shape, np.int16)
    for one, other in combinations(range(len(values)), 2):
        behind = rounded[other] > rounded[one]
        found[one] += behind
        found[other] += ~behind
    return found


def role_at(found: Whole, place: int) -> Whole:
    """The role (P) that stands at one of the places (K × P)."""
    return ((found == place) * np.arange(len(found), dtype=found.dtype)[:, None]).sum(axis=0, dtype=found.dtype)


def verdict(weights: Weights, known: Tally, chances: Array, barred: Truth) -> tuple[Whole, Whole, Array]:
    """``kind``, ``named`` and ``probability``, as in ``Results``. What comes first in the method is written last.

    ``best`` (at most 3 × P): the likeliest roles; ``together``: their sums so far; ``size`` (P): how many reach 0.8.
    """
    clear, tie, unclear, misfit = range(len(VERDICTS))
    found, named_at_most = places(chances), range(min(TIE_MOST, len(chances)))
    best = np.stack([role_at(found, place) for place in named_at_most])
    together = np.stack([(chances * (found <= place)).sum(axis=0) for place in named_at_most])
    size = 1 + (together < ENOUGH).sum(axis=0, dtype=np.int8)
    kind = np.where(size == 1, np.where(barred, unclear, clear), np.where(size <= len(best), tie, unclear))
    # Squares add up to no more than they must where nothing is answered, or everything alike
    kind[known.answered * known.squares == known.raw**2] = unclear
    kind[misfitting(weights, known)] = misfit
    size[kind >= unclear] = 0  # neither of the last two kinds names a role
    named = np.where(np.arange(len(best))[:, None] < size, best, NOBODY)
    return kind, named, np.where(size == 0, np.nan, np.take_along_axis(together, np.maximum(size - 1, 0)[None], 0)[0])


def misfitting(weights: Weights, known: Tally) -> Truth:
    """Has a deal-breaker family at least four answered items, and their keyed responses a mean of 2.25 or less (P)?"""
    found = np.zeros(known.total.shape[1], bool)
    for family in map(list, weights.breakers):
        count, total = known.count[family].sum(axis=0), known.total[family].sum(axis=0)
        found |= (count >= BREAKER_ITEMS) & (total <= count * (MISFIT_MEAN - NEUTRAL_RATING))
    return found
