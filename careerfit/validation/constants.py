"""What the data would set in place of the method's own constants: the noise of one response, how much more members rate
what their role asks for, and how far probabilities are tempered.

* ``noise``: items of one facet are answered alike, but for their own mean, the tendency to agree (which has the item's
  key as its sign) and noise. What is left within facets, over its degrees of freedom, is the variance of one response.
* ``separation``: the slope of ``differences``.
* ``temper``: the ``c`` of ``p[k] ∝ exp(c · S[k] / σ)``, from ``tempering``.

People who gave one answer throughout, or whose answers no person explains, are left out: of them the program itself
says that nothing can be told.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from careerfit.core.model import Pack
from careerfit.validation.differences import cells, level, separation
from careerfit.validation.intervals import Resampling, Z
from careerfit.validation.members import Array, Members, Whole, facet_means, keyed, places_of
from careerfit.validation.reliability import NONE, Coefficient, around
from careerfit.validation.tempering import Temper, temper


class Constants(NamedTuple):
    """The three constants, each with its interval; ``tempering``: what the last one is made of; and of how many people
    they are.
    """

    noise: Coefficient
    separation: Coefficient
    temper: Coefficient
    tempering: Temper
    people: int


def constants(pack: Pack, members: Members, sound: Members, draws: Resampling) -> Constants:
    """What members would set whose answers are not doubtful; ``sound``: they without items that do not go with their
    facets; ``draws``: samples of as many people.
    """
    noise = response_noise(pack, sound.responses, draws)
    made = temper(pack, members, noise.value)
    return Constants(noise, apart(pack, sound), made.both, made, members.size)


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
    """Everybody's squares within facets that items and agreement leave, and their degrees of freedom (2 × P)."""
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
    found = cells(pack, members)
    value = separation(found)
    if math.isnan(value):
        return NONE
    values, unshared = facet_means(pack, members.responses), ~np.array(pack.table.shared)
    values = np.where(np.isnan(values), np.nan, values - level(values, unshared))
    asked = found.asked
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
    return around(value, Z * math.sqrt(variance))
