"""The ``c`` of ``p[k] ∝ exp(c · S[k] / σ)`` that goes with people whose role is known.

Two estimates, by the same equation: the ``c`` under which what is shown comes, on average, to the roles that people
have. ``direct`` takes the roles themselves: it is right whatever people are like, and wavers where nearly everybody's
role comes first anyway, since only the others tell how sure to be. ``implied`` takes, in place of each person's role,
how likely each role is by normal distributions of the scores of each role's members (quadratic discriminant analysis):
where scores are normal this wavers much less (Efron, 1975, J. Am. Stat. Assoc. 70, 892–898), and where they are not it
is off by some amount, however many people there are.

The two are weighted by Bayes' rule, on the logarithm. ``direct`` is without bias; ``implied`` is off by a normal
amount, which is small in most groups (``NEAR``) and large in a few (``FAR``); how far the two lie apart tells which.
How much they waver, alone and together, and what they are off by since people are few, comes from the jackknife, a
twentieth of the people left out at a time (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, ch. 11).
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from careerfit.core.confidence import UNANSWERED_SD, gap_sensitivity
from careerfit.core.model import LEAST_MEMBERS, SPAN, Pack
from careerfit.validation.intervals import Z
from careerfit.validation.members import Array, Members, Whole, in_role, places_of
from careerfit.validation.reliability import NONE, Coefficient, around

STEPS = 50
SMALLEST = 1e-300
"""Probabilities are taken to be at least this, so that they have a logarithm."""
PARTS = 20
"""So many parts of the people are left out in turn."""
NEAR, FAR = 0.03, 0.3
"""Standard deviations of what normal scores put ``implied`` off by: of simulated people, and of those whom the model
does not fit (answers of both quick and complete forms together: 0.2 to 0.4).
"""
FITTING = 0.9
"""The share of groups in which scores are taken to be nearly normal, before anything is known of them."""


class Temper(NamedTuple):
    """The tempering constant with its interval, and the two estimates that it is made of. ``implied`` is none where a
    role has fewer than 20 members, and the constant the ``direct`` one then; all are none where everybody's role comes
    first, of whom nothing tells how sure is too sure.
    """

    both: Coefficient
    direct: Coefficient
    implied: Coefficient


def temper(pack: Pack, members: Members, noise: float) -> Temper:
    """The tempering constant that goes with that noise of one response (1 to 5), of people whose role is known."""
    logits = np.log(np.maximum(members.probabilities, SMALLEST)) / pack.temper
    if not math.isnan(noise):
        logits = logits * (gap_sd(pack, members.responses, pack.noise) / gap_sd(pack, members.responses, noise))
    own = (np.arange(len(pack.roles))[:, None] == members.role).astype(float)
    if ((own * logits).sum(axis=0) >= logits.max(axis=0)).all():  # then the more is shown, the likelier
        return Temper(NONE, NONE, NONE)
    direct, curve = solved(logits, own, pack.temper)
    if math.isnan(direct):
        return Temper(NONE, NONE, NONE)
    if in_role(members, len(pack.roles)).min() < LEAST_MEMBERS:
        return Temper(one := _alone(logits, own, direct, curve), one, NONE)
    implied, _ = solved(logits, likely_roles(logits, members.role), direct)
    logarithms, covariance = _jackknife(logits, own, members.role, (direct, implied))
    if not np.isfinite(covariance).all():
        return Temper(one := _alone(logits, own, direct, curve), one, NONE)
    value, error = combined(float(logarithms[0]), float(logarithms[1]), covariance)
    of_implied = _exponential(float(logarithms[1]), math.sqrt(covariance[1, 1]))
    return Temper(_exponential(value, error), _alone(logits, own, direct, curve), of_implied)


def solved(logits: Array, roles: Array, start: float, steps: int = STEPS) -> tuple[float, float]:
    """The ``c`` under which ``softmax(c · logits)`` (K × P) comes to what ``roles`` (K × P, sums of 1) say, on average
    along the logits, by Newton's rule; and how steeply that falls with ``c``. NaN where it does not.
    """
    value, wanted = start, float((roles * logits).sum())
    for _ in range(steps):
        shown = _softmax(value * logits)
        mean = (shown * logits).sum(axis=0)
        curve = float(((shown * logits**2).sum(axis=0) - mean**2).sum())
        if not curve > 0:
            return math.nan, math.nan
        step = (wanted - float(mean.sum())) / curve
        value = min(max(value + step, value / 3), value * 3)
        if abs(step) < 1e-10 * value:
            break
    return value, curve


def likely_roles(logits: Array, role: Whole) -> Array:
    """How likely each role is (K × P), with the roles' own shares, by a normal distribution of the differences of the
    logits (K × P) among the members of each (``role``, P).
    """
    apart = logits[:-1] - logits[-1:]
    found = np.empty(logits.shape)
    for k in range(len(logits)):
        here = apart[:, role == k]
        count = here.shape[1]
        mean = here.mean(axis=1, keepdims=True)
        covariance = (here - mean) @ (here - mean).T / (count - 1)
        covariance += np.eye(len(apart)) * (1e-9 * np.trace(covariance) + SMALLEST)  # of people who are all alike
        away = apart - mean
        distance = (away * np.linalg.solve(covariance, away)).sum(axis=0)
        found[k] = math.log(count) - (distance + np.linalg.slogdet(covariance)[1]) / 2
    return _softmax(found)


def _jackknife(logits: Array, own: Array, role: Whole, whole: tuple[float, float]) -> tuple[Array, Array]:
    """The logarithms of both estimates without the bias of few people, and their covariance (2 × 2), from one step of
    Newton's rule without each part of the people.
    """
    part = np.arange(logits.shape[1]) % PARTS
    found = np.empty((PARTS, 2))
    for n in range(PARTS):
        rest = part != n
        here = logits[:, rest]
        for place, roles in enumerate((own[:, rest], likely_roles(here, role[rest]))):
            found[n, place] = math.log(solved(here, roles, whole[place], steps=1)[0])
    mean, logarithms = found.mean(axis=0), np.log(whole)
    covariance: Array = (PARTS - 1) / PARTS * (found - mean).T @ (found - mean)
    return PARTS * logarithms - (PARTS - 1) * mean, covariance


def combined(direct: float, implied: float, covariance: Array) -> tuple[float, float]:
    """The mean and the standard deviation of what two estimates with that covariance (2 × 2) tell together, where the
    first is without bias, and the second off by ``NEAR``, or by ``FAR``.
    """
    apart, of_apart = direct - implied, float(covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1])
    along = float(covariance[0, 0] - covariance[0, 1])
    spread = of_apart + np.array([NEAR, FAR]) ** 2
    logarithm = np.log([FITTING, 1 - FITTING]) - (apart**2 / spread + np.log(spread)) / 2
    likely = _softmax(logarithm)
    means, variances = direct - along / spread * apart, covariance[0, 0] - along**2 / spread
    mean = float(likely @ means)
    return mean, math.sqrt(max(0.0, float(likely @ (variances + (means - mean) ** 2))))


def _alone(logits: Array, own: Array, value: float, curve: float) -> Coefficient:
    """The direct estimate, with the interval that its scores give (White, 1982, Econometrica 50, 1–25)."""
    mean = (_softmax(value * logits) * logits).sum(axis=0)
    return around(value, Z * math.sqrt(float((((own * logits).sum(axis=0) - mean) ** 2).sum())) / curve)


def _exponential(logarithm: float, error: float) -> Coefficient:
    """What an estimate on the logarithm, with its standard error, says of the number itself."""
    return Coefficient(*(math.exp(logarithm + by * Z * error) for by in (0, -1, 1)))


def gap_sd(pack: Pack, responses: Whole, noise: float) -> Array:
    """σ, as the method has it, for everybody's answered items (P), if one response wavers by that (1 to 5)."""
    given = responses > 0
    found = np.zeros(responses.shape[1])
    for t, places in enumerate(places_of(pack)):
        count = given[places].sum(axis=0)
        found += gap_sensitivity(pack)[t] * np.where(
            count > 0, (noise / SPAN) ** 2 / np.maximum(count, 1), UNANSWERED_SD**2
        )
    return np.sqrt(np.maximum(found, SMALLEST))


def _softmax(logits: Array) -> Array:
    raw = np.exp(logits - logits.max(axis=0))
    found: Array = raw / raw.sum(axis=0)
    return found
