"""How well the items of a facet go together, and how stable people are who answered twice.

``α`` (Cronbach, 1951, Psychometrika 16, 297–334): ``n / (n − 1) · (1 − Σ variance of the items / variance of their
sum)``. ``ω`` (McDonald, 1999, Test Theory, ch. 6): ``(Σ λ)² / ((Σ λ)² + Σ ψ)`` with the loadings of one factor, which
are found by least squares on the correlations (minres, Harman and Jones, 1966, Psychometrika 31, 351–368) and turned
back into the items' own units; it takes three items. Of two items the reliability is Spearman and Brown's (1910, Br. J.
Psychol. 3, 271–322): ``2 r / (1 + r)``, as Eisinga, te Grotenhuis and Pelzer (2013, Int. J. Public Health 58, 637–642)
advise; where the two correlate, their ``α`` is not higher. Everything follows from the sums, squares and products of
those who answered all of a facet's items.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np

from careerfit.core.model import Pack
from careerfit.validation.intervals import Resampling, Share, Z, wilson
from careerfit.validation.members import Array, Members, Truth, Whole, facet_means, keyed, places_of
from careerfit.validation.recovery import first_role

OMEGA_ITEMS = 3
STEPS = 500
"""So often the loadings are improved at most; they stand still long before."""
STILL, ABOUT = 1e-12, 1e-5
"""Loadings that move by less than this stand still; those of samples that were drawn anew, by less than the second."""


class Coefficient(NamedTuple):
    """A coefficient with the ends of its interval; NaN where there are too few items or people, or nothing varies."""

    value: float
    low: float
    high: float


class Facet(NamedTuple):
    """One facet: ``people`` answered all of its items; ``alpha``; ``spearman_brown`` of two items alone; and ``omega``
    from three items on.
    """

    people: int
    alpha: Coefficient
    spearman_brown: Coefficient
    omega: Coefficient


class ItemFigures(NamedTuple):
    """One item, in keyed responses: how many ``answered``; their ``mean`` and ``sd``; the shares that gave the lowest
    and the highest; ``rest``: its correlation with the mean of the rest of its facet (of ``both`` people), and
    ``level``: with everybody's mean over all other facets.
    """

    answered: int
    mean: float
    sd: float
    lowest: float
    highest: float
    both: int
    rest: float
    level: float


NONE = Coefficient(math.nan, math.nan, math.nan)


def around(value: float, half: float) -> Coefficient:
    """A coefficient in the middle of its interval."""
    return Coefficient(value, value - half, value + half)


def moments(values: Array) -> Array:
    """Count, sums and products (1 + n + n² rows) of people's values (n × P), a column each: what covariances need."""
    products = (values[:, None] * values[None]).reshape(-1, values.shape[1])
    return np.concatenate([np.ones((1, values.shape[1])), values, products])


def covariances(sums: Array) -> Array:
    """Covariances (n × n × B) from sums of ``moments`` (rows × B)."""
    n = round(math.sqrt(len(sums) - 0.75) - 0.5)
    count, total = sums[0], sums[1 : 1 + n]
    products = sums[1 + n :].reshape(n, n, -1)
    found: Array = (products - total[:, None] * total[None] / count) / (count - 1)
    return found


def alpha(sums: Array) -> Array:
    """Cronbach's α (B) from sums of ``moments``."""
    matrix = covariances(sums)
    n = len(matrix)
    own = np.trace(matrix)
    found: Array = n / (n - 1) * (1 - own / matrix.sum(axis=(0, 1)))
    return found


def spearman_brown(sums: Array) -> Array:
    """The reliability of two items (B) by Spearman and Brown's formula, from sums of ``moments``."""
    matrix = covariances(sums)
    r = matrix[0, 1] / np.sqrt(matrix[0, 0] * matrix[1, 1])
    found: Array = 2 * r / (1 + r)
    return found


def omega(sums: Array) -> Array:
    """McDonald's ω (B) from sums of ``moments``, of one factor."""
    matrix = covariances(sums)
    sd = np.sqrt(np.einsum("iib->ib", matrix))
    loadings = one_factor(matrix / (sd[:, None] * sd[None]))
    common = (sd * loadings).sum(axis=0) ** 2
    found: Array = common / (common + (sd**2 * np.maximum(0.0, 1 - loadings**2)).sum(axis=0))
    return found


def one_factor(correlations: Array) -> Array:
    """The loadings (n × B) of one factor that leave the least squares off the diagonal of correlations (n × n × B)."""
    n = len(correlations)
    off = correlations * (1 - np.eye(n))[..., None]
    # The eigenvector of the largest value is a start that most matrices hardly move from
    values, vectors = np.linalg.eigh(np.nan_to_num(np.moveaxis(correlations, -1, 0)))
    loadings: Array = (vectors[..., -1] * np.sqrt(np.maximum(values[:, -1:], 0.0))).T
    loadings = loadings * np.where(loadings.sum(axis=0) < 0, -1.0, 1.0)
    for _ in range(STEPS):
        before = loadings.copy()
        for i in range(n):
            rest = (loadings**2).sum(axis=0) - loadings[i] ** 2
            loadings[i] = np.divide((off[i] * loadings).sum(axis=0), rest, out=loadings[i].copy(), where=rest > 0)
        if np.nanmax(np.abs(loadings - before), initial=0.0) < (STILL if loadings.shape[1] == 1 else ABOUT):
            break
    return loadings


def facets(pack: Pack, responses: Whole, draws: Resampling) -> list[Facet]:
    """The reliability of each facet, of those who answered all of its items."""
    given = keyed(pack, responses)
    return [_facet(given[places].astype(float), draws) for places in places_of(pack)]


def _facet(values: Array, draws: Resampling) -> Facet:
    whole = (values > 0).all(axis=0)
    people = int(whole.sum())
    if len(values) < 2 or people < 3:
        return Facet(people, NONE, NONE, NONE)
    sums = moments(values - 3.0) * whole  # counted from the middle, so that squares stay small
    is_long = len(values) >= OMEGA_ITEMS
    other = _coefficient(sums, omega if is_long else spearman_brown, draws)
    return Facet(people, _coefficient(sums, alpha, draws), *((NONE, other) if is_long else (other, NONE)))


def _coefficient(sums: Array, statistic: Callable[[Array], Array], draws: Resampling) -> Coefficient:
    low, high = draws.interval(sums, statistic)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = float(statistic(sums.sum(axis=1, keepdims=True))[0])
    return Coefficient(value, float(low), float(high)) if math.isfinite(value) else NONE


def items(pack: Pack, responses: Whole) -> list[ItemFigures]:
    """What the answers to each item look like, and what they go with."""
    given = keyed(pack, responses)
    means = facet_means(pack, responses)
    known = ~np.isnan(means)
    total, count = np.where(known, means, 0.0).sum(axis=0), known.sum(axis=0)
    found = []
    for t, places in enumerate(places_of(pack)):
        other = count - known[t]
        elsewhere = np.where(other > 0, (total - np.where(known[t], means[t], 0.0)) / np.maximum(other, 1), np.nan)
        found += [_item(given, place, [one for one in places if one != place], elsewhere) for place in places]
    return found


def _item(given: Whole, place: int, others: list[int], level: Array) -> ItemFigures:
    own = given[place].astype(float)
    answered = own > 0
    count = (given[others] > 0).sum(axis=0)
    rest = given[others].sum(axis=0, dtype=float) / np.maximum(count, 1)
    both, with_level = answered & (count > 0), answered & ~np.isnan(level)
    of = max(1, int(answered.sum()))
    here = own[answered]
    return ItemFigures(
        answered=int(answered.sum()),
        mean=float(here.mean()) if here.size else math.nan,
        sd=float(here.std(ddof=1)) if here.size > 1 else math.nan,
        lowest=int((here == 1).sum()) / of,
        highest=int((here == 5).sum()) / of,
        both=int(both.sum()),
        rest=correlation(own[both], rest[both]),
        level=correlation(own[with_level], level[with_level]),
    )


def correlation(one: Array, other: Array) -> float:
    """Pearson's correlation; NaN where either does not vary, or of fewer than three people."""
    if len(one) < 3:
        return math.nan
    one, other = one - one.mean(), other - other.mean()
    spread = math.sqrt(float((one * one).sum()) * float((other * other).sum()))
    return float((one * other).sum()) / spread if spread > 0 else math.nan


def fisher(r: float, against: float, people: int) -> float:
    """By how many standard deviations a correlation lies above another one (Fisher's z, ``√(n − 3)``)."""
    if people <= 3 or math.isnan(r):
        return math.nan
    r = min(max(r, -1 + 1e-9), 1 - 1e-9)
    return (math.atanh(r) - math.atanh(against)) * math.sqrt(people - 3)


def interval_of_correlation(r: float, people: int) -> tuple[float, float]:
    """The ends of the interval of a correlation of so many people, by Fisher's z; NaN of three or fewer."""
    if people <= 3 or not abs(r) < 1:
        return math.nan, math.nan
    half = Z / math.sqrt(people - 3)
    return math.tanh(math.atanh(r) - half), math.tanh(math.atanh(r) + half)


class Retest(NamedTuple):
    """People who answered twice: whether the ``same_leader`` came first; the mean rank correlation of the roles' scores
    (Spearman); and the standard error of measurement of one response, from ``√(Σ (second − first)² / 2n)`` around the
    change that all have in common.
    """

    people: int
    same_leader: Share
    ranks: Coefficient
    error: Coefficient


def pairs(members: Members) -> tuple[Members, Members] | None:
    """The first and the second attempt of those who have two, in the same order; None of nobody."""
    in_order = np.argsort(members.person, kind="stable")
    person = members.person[in_order]
    fresh = np.flatnonzero(np.diff(person, prepend=person[:1] - 1) != 0)
    twice = fresh[np.diff(fresh, append=len(person)) > 1]
    return (members.only(in_order[twice]), members.only(in_order[twice + 1])) if twice.size else None


def retest(pack: Pack, first: Members, second: Members) -> Retest:
    """How much two attempts of the same people differ."""
    draws = Resampling(first.role)
    same = first_role(first.scores) == first_role(second.scores)
    rho = spearman(first.scores, second.scores)
    both: Truth = (first.responses > 0) & (second.responses > 0)
    by = np.where(both, keyed(pack, second.responses) - keyed(pack, first.responses), 0).astype(float)
    sums = np.stack([both.sum(axis=0), by.sum(axis=0), (by**2).sum(axis=0)]).astype(float)

    def error(drawn: Array) -> Array:
        count, total, squares = drawn
        found: Array = np.sqrt(np.maximum(0.0, (squares - total**2 / count) / (2 * count)))
        return found

    return Retest(
        first.size,
        wilson(int(same.sum()), first.size),
        _coefficient(np.stack([np.ones(first.size), rho]), lambda drawn: drawn[1] / drawn[0], draws),
        _coefficient(sums, error, draws),
    )


def spearman(one: Array, other: Array) -> Array:
    """The rank correlation of everybody's scores (K × P) in two attempts (P); equal scores share a mean rank."""
    ranks = [_mean_ranks(np.round(scores, 9)) for scores in (one, other)]
    a, b = (rank - rank.mean(axis=0) for rank in ranks)
    spread = np.sqrt((a**2).sum(axis=0) * (b**2).sum(axis=0))
    found: Array = np.divide((a * b).sum(axis=0), spread, out=np.zeros(len(spread)), where=spread > 0)
    return found


def _mean_ranks(values: Array) -> Array:
    below = (values[:, None] > values[None]).sum(axis=1)
    level = (values[:, None] == values[None]).sum(axis=1)
    found: Array = below + (level + 1) / 2
    return found
