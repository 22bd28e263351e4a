"""What the data would set in place of the method's own constants: the noise of one response, how much more members rate
what their role asks for, and how far probabilities are tempered.

* ``noise``: items of one facet are answered alike, but for their own mean, the tendency to agree (which has the item's
  key as its sign) and noise. What is left within facets, over its degrees of freedom, is the variance of one response.
* ``separation``: the slope of ``differences``.
* ``temper``: the ``c`` of ``p[k] ∝ exp(c · S[k] / σ)`` under which the roles that people have are likeliest, by
  Newton's rule; its interval from the scores of the likelihood (White, 1982, Econometrica 50, 1–25).

People who gave one answer throughout, or whose answers no person explains, are left out: of them the program itself
says that nothing can be told.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from careerfit.core.confidence import UNANSWERED_SD, gap_sensitivity
from careerfit.core.model import SPAN, Pack
from careerfit.validation.differences import _centred, cells, level, separation
from careerfit.validation.intervals import Resampling, Z
from careerfit.validation.members import Array, Members, Whole, facet_means, keyed, places_of
from careerfit.validation.reliability import NONE, Coefficient

STEPS = 50
SMALLEST = 1e-300
"""Probabilities are taken to be at least this, so that they have a logarithm."""


class Constants(NamedTuple):
    """The three constants, each with its interval, and of how many people they are."""

    noise: Coefficient
    separation: Coefficient
    temper: Coefficient
    people: int


def constants(pack: Pack, members: Members, sound: Members, draws: Resampling) -> Constants:
    """What members would set whose answers are not doubtful; ``sound``: they without items that do not go with their
    facets; ``draws``: samples of as many people.
    """
    noise = response_noise(pack, sound.responses, draws)
    return Constants(noise, apart(pack, sound), temper(pack, members, noise.value), members.size)


def response_noise(pack: Pack, responses: Whole, draws: Resampling) -> Coefficient:
    """The standard deviation of one response around what its facet and the tendency to agree make of it (1 to 5)."""
    sums = within(pack, responses)

    def deviation(drawn: Array) -> Array:
        found: Array = np.sqrt(drawn[0] / drawn[1])
        return found

    if sums.shape[1] < 2 or sums[1].sum() <= 0:
        return NONE
    low, high = draws.interval(sums, deviation)
    return Coefficient(float(deviation(sums.sum(axis=1))), float(low), float(high))


def within(pack: Pack, responses: Whole) -> Array:
    """Everybody's squares within facets that neither items nor agreement explain, and their degrees of freedom (2 × "
    "P).
    """
    given = keyed(pack, responses)
    squares, free, along, keys = (np.zeros(responses.shape[1]) for _ in range(4))
    for places in places_of(pack):
        own = given[places].astype(float)
        answered = own > 0
        count = answered.sum(axis=0)
        typical = own.sum(axis=1, keepdims=True) / np.maximum(answered.sum(axis=1, keepdims=True), 1)
        key = np.array([[pack.items[place].keyed] for place in places]) * answered
        away = (own - typical) * answered
        away -= answered * (away.sum(axis=0) / np.maximum(count, 1))
        key = key - answered * (key.sum(axis=0) / np.maximum(count, 1))
        squares += (away**2).sum(axis=0)
        along += (away * key).sum(axis=0)
        keys += (key**2).sum(axis=0)
        free += np.maximum(count - 1, 0)
    explained = np.divide(along**2, keys, out=np.zeros(len(keys)), where=keys > 0)
    return np.stack([squares - explained, free - (keys > 0)])


def apart(pack: Pack, members: Members) -> Coefficient:
    """The separation, by drawing the members of each role anew."""
    value = separation(cells(pack, members))
    if math.isnan(value):
        return NONE
    values, unshared = facet_means(pack, members.responses), ~np.array(pack.table.shared)
    values = np.where(np.isnan(values), np.nan, values - level(values, unshared))
    asked = _centred(np.where(unshared, np.array(pack.relevance), np.nan))
    along = np.nansum(asked**2)
    variance = 0.0
    for k in range(len(pack.roles)):
        here = values[:, members.role == k]
        known = ~np.isnan(here) & ~np.isnan(asked[k])[:, None]
        count = known.sum(axis=1, keepdims=True)
        mean = np.where(known, here, 0.0).sum(axis=1, keepdims=True) / np.maximum(count, 1)
        weights = np.nan_to_num(asked[k])[:, None] / np.maximum(count, 1) / along
        own = (np.where(known, here - mean, 0.0) * weights).sum(axis=0)
        variance += float((own**2).sum())
    half = Z * math.sqrt(variance)
    return Coefficient(value, value - half, value + half)


def temper(pack: Pack, members: Members, noise: float) -> Coefficient:
    """The tempering constant that goes with that noise of one response, of people whose role is known."""
    logits = np.log(np.maximum(members.probabilities, SMALLEST)) / pack.temper
    if not math.isnan(noise):
        logits = logits * (gap_sd(pack, members.responses, pack.noise) / gap_sd(pack, members.responses, noise))
    own = np.take_along_axis(logits, members.role[None], axis=0)[0] if members.size else np.zeros(0)
    value = pack.temper
    for _ in range(STEPS):
        shown = _softmax(value * logits)
        mean = (shown * logits).sum(axis=0)
        slope, curve = (own - mean).sum(), ((shown * logits**2).sum(axis=0) - mean**2).sum()
        if curve <= 0:
            return NONE
        step = slope / curve
        value = min(max(value + step, value / 3), value * 3)
        if abs(step) < 1e-10 * value:
            break
    half = Z * math.sqrt(float(((own - mean) ** 2).sum())) / float(curve)
    return Coefficient(float(value), float(value - half), float(value + half))


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
