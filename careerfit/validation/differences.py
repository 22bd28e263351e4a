"""Where members and descriptions disagree, and which statements do not work.

A description says that members of one role have more of a facet than those of another by ``separation · relevance``.
Everybody's level is taken out of their facets first, then the means of roles and of facets, from the answers and from
the relevances alike: what is left of the answers lies along what is left of the relevances, but for noise. The slope is
the separation; a cell that lies off it beyond noise, and nearer to the opposite relevance, is contradicted. Items that
do not go with their facets are left out first: else they would speak against descriptions.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from careerfit.core.model import LEAST_MEMBERS, Pack
from careerfit.validation.intervals import LEVEL, Z, holm, one_sided, two_sided, wilson
from careerfit.validation.members import Array, Members, Truth, Whole, facet_means, in_role, keyed, places_of
from careerfit.validation.reliability import Coefficient, ItemFigures, around, fisher, interval_of_correlation

LEAST_REST = 0.25
"""An item that correlates with the rest of its facet less than this, beyond noise, is one to reword: those of one facet
usually lie between 0.15 and 0.5 (Clark and Watson, 1995, Psychol. Assess. 7, 309–319), of simulated people at 0.3.
"""
ALIKE = 0.8
"""From this share of people on who give the same end of the scale, an item tells too few of them apart."""
LARGE = 0.5
"""A difference between the items of one facet is named from so many steps of the scale on."""


class Cells(NamedTuple):
    """Role by facet (K × T) of the unshared facets, the others NaN: the ``means`` of members, ``centred`` (without
    everybody's level, roles' and facets' means), the same of the relevances (``asked``), and the standard ``error``.
    """

    means: Array
    centred: Array
    asked: Array
    error: Array


class Contradiction(NamedTuple):
    """A relevance (``role``, ``facet``: places) that the members contradict: the description says ``relevance``, they
    answer as if it were ``instead``, with the ends of its interval. ``chance``: how likely so much is by chance,
    corrected for all that was looked at.
    """

    role: int
    facet: int
    relevance: float
    instead: Coefficient
    chance: float


class Differential(NamedTuple):
    """An item that members of one role rate higher by so many steps (``by``, with its interval), beside the rest of its
    facet, than all roles do together.
    """

    item: int
    role: int
    by: Coefficient
    chance: float


class Doubt(NamedTuple):
    """An item to reword: ``against`` the rest of its facet or ``apart`` from it (``value``: their correlation), or
    answered ``alike`` by nearly all (their share).
    """

    item: int
    why: str
    value: Coefficient


def level(values: Array, those: Truth) -> Array:
    """How far everybody (P) lies above what is typical, on average over those facets (T) that they answered."""
    away = values[those] - np.nanmean(values[those], axis=1, keepdims=True)
    known = ~np.isnan(away)
    count = known.sum(axis=0)
    return np.divide(np.where(known, away, 0.0).sum(axis=0), count, out=np.zeros(len(count)), where=count > 0)


def cells(pack: Pack, members: Members) -> Cells:
    """What members of each role answer to each unshared facet, beside what is asked of them."""
    values, roles = facet_means(pack, members.responses), range(len(pack.roles))
    apart = ~np.array(pack.table.shared)
    shape = (len(pack.roles), len(pack.facets))
    means, own, error = (np.full(shape, np.nan) for _ in range(3))
    with np.errstate(invalid="ignore", divide="ignore"):
        above = level(values, apart) if apart.any() and members.size else np.zeros(members.size)
        for k in roles:
            those = members.role == k
            here = values[:, those]
            count = (~np.isnan(here)).sum(axis=1)
            enough = (count > 1) & apart
            for t in np.flatnonzero(enough):
                known = ~np.isnan(here[t])
                shifted = here[t, known] - above[those][known]
                means[k, t] = here[t, known].mean()
                own[k, t], error[k, t] = shifted.mean(), shifted.var(ddof=1) / count[t]
    usable = apart & ~np.isnan(own).any(axis=0)
    asked = np.where(usable, np.array(pack.relevance), np.nan)
    own[:, ~usable] = np.nan
    share = 1 / max(1, len(pack.roles))
    others = error.sum(axis=0) - error
    spread = np.sqrt((1 - share) ** 2 * error + share**2 * others)
    return Cells(means, _centred(own), _centred(asked), spread)


def _centred(values: Array) -> Array:
    """A table (K × T) without the means of its rows and of its columns; NaN stays out of account."""
    usable = ~np.isnan(values).any(axis=0)
    found = np.full(values.shape, np.nan)
    here = values[:, usable]
    if here.size:
        found[:, usable] = here - here.mean(axis=0) - here.mean(axis=1, keepdims=True) + here.mean()
    return found


def separation(found: Cells) -> float:
    """How much more members rate what their role fully asks for, in steps of the scale; NaN where nothing is told."""
    along = np.nansum(found.asked**2)
    return float(np.nansum(found.asked * found.centred) / along) if along > 0 else math.nan


def contradictions(pack: Pack, members: Members, found: Cells) -> list[Contradiction]:
    """The relevances that members contradict, the least likely by chance first: of roles with enough members, and of
    facets of which the description says plainly that the role asks for them, or is silent.

    One that is contradicted draws its facet's mean along: it is turned round before the next one is looked for.
    """
    relevance = np.array(pack.relevance)
    those = looked_at(pack, members, found)
    if not separation(found) > 0 or not those.any():
        return []
    turned: dict[tuple[int, int], float] = {}
    fit = _fit(found, relevance)
    while len(turned) < those.sum():
        with np.errstate(invalid="ignore", divide="ignore"):
            toward = np.where(relevance == 1, -fit.off, fit.off)
            z = np.where(those, toward * fit.left / found.error, np.nan)
        chance = holm(np.where(np.isnan(z), np.nan, two_sided(z)).ravel()).reshape(z.shape)
        open_ones = [cell for cell in np.ndindex(z.shape) if those[cell] and cell not in turned]
        open_ones = [cell for cell in open_ones if chance[cell] < LEVEL and toward[cell] > fit.slope / 2]
        if not open_ones:
            break
        worst = max(open_ones, key=lambda cell: z[cell])
        turned[worst] = float(chance[worst])
        fit = _fit(found, np.where(_at(z.shape, turned), 1 - relevance, relevance))
    instead, half = fit.asked + fit.off / fit.slope, Z * found.error / (fit.left * fit.slope)
    return [
        Contradiction(k, t, float(relevance[k, t]), around(float(instead[k, t]), float(half[k, t])), chance)
        for (k, t), chance in turned.items()
    ]


class _Fit(NamedTuple):
    """Relevances (``asked``) beside the answers: the ``slope``, how far each cell lies ``off`` it in steps of the
    scale, and what is ``left`` of a single cell once the means are taken out.
    """

    asked: Array
    slope: float
    off: Array
    left: float


def _fit(found: Cells, relevance: Array) -> _Fit:
    usable = ~np.isnan(found.centred).any(axis=0)
    centred = _centred(np.where(usable, relevance, np.nan))
    slope = float(np.nansum(centred * found.centred) / np.nansum(centred**2))
    left = (1 - 1 / len(relevance)) * (1 - 1 / max(2, int(usable.sum())))
    return _Fit(relevance, slope, (found.centred - slope * centred) / left, left)


def _at(shape: tuple[int, ...], places: Iterable[tuple[int, int]]) -> Truth:
    those = np.zeros(shape, bool)
    for place in places:
        those[place] = True
    return those


def looked_at(pack: Pack, members: Members, found: Cells) -> Truth:
    """Which relevances can be contradicted (K × T): 0 and 1, of roles with enough members, where anything is known."""
    relevance = np.array(pack.relevance)
    enough = (in_role(members, len(pack.roles)) >= LEAST_MEMBERS)[:, None]
    return ((relevance == 0) | (relevance == 1)) & enough & ~np.isnan(found.centred) & (found.error > 0)


def differentials(pack: Pack, members: Members) -> list[Differential]:
    """Items that members of a role take differently from the rest of their facet; one a facet and role."""
    given, counts = keyed(pack, members.responses), in_role(members, len(pack.roles))
    by, error, chance = (np.full((len(pack.roles), len(pack.items)), np.nan) for _ in range(3))
    roles = [k for k in range(len(pack.roles)) if counts[k] >= LEAST_MEMBERS]
    groups = places_of(pack)
    for places in groups:
        for place in places if len(roles) > 1 else ():
            others = [other for other in places if other != place]
            by[roles, place], error[roles, place] = _differ(given, members.role, place, others, roles)
    with np.errstate(invalid="ignore", divide="ignore"):
        chance = two_sided(by / error)
    corrected = holm(chance.ravel()).reshape(chance.shape)
    found = []
    for places in groups:
        for k in roles:
            place = max(places, key=lambda p: np.nan_to_num(by[k, p]))
            if corrected[k, place] < LEVEL and by[k, place] >= LARGE:
                far = around(float(by[k, place]), Z * float(error[k, place]))
                found.append(Differential(place, k, far, float(corrected[k, place])))
    return sorted(found, key=lambda one: -one.by.value)


def _differ(given: Whole, role: Whole, place: int, others: list[int], roles: list[int]) -> tuple[Array, Array]:
    """By how much members of each of those roles rate an item higher, beside the others, than all do, and the standard
    error of that; NaN where a role has too few.
    """
    count = (given[others] > 0).sum(axis=0)
    both = (given[place] > 0) & (count > 0)
    apart = given[place] - given[others].sum(axis=0, dtype=float) / np.maximum(count, 1)
    here = [apart[both & (role == k)] for k in roles]
    if any(len(one) < LEAST_MEMBERS for one in here):
        return np.full(len(roles), np.nan), np.full(len(roles), np.nan)
    means = np.array([one.mean() for one in here])
    error = np.array([one.var(ddof=1) / len(one) for one in here])
    share = 1 / len(roles)
    return means - means.mean(), np.sqrt((1 - share) ** 2 * error + share**2 * (error.sum() - error))


def without(members: Members, doubted: Sequence[Doubt]) -> Members:
    """The members as if nobody had been asked the items that do not go with their facets."""
    places = [one.item for one in doubted if one.why != "alike"]
    if not places:
        return members
    responses = members.responses.copy()
    responses[places] = 0
    return members._replace(responses=responses)


def doubts(pack: Pack, figures: Sequence[ItemFigures]) -> list[Doubt]:
    """The items to reword, in the pack's order.

    An item is in doubt where it goes with the rest of its facet less than it should, beyond noise. Two items of a facet
    go with each other alike: in doubt is the one that goes less with everything else that its people say.
    """
    z = np.array(
        [-fisher(one.rest, LEAST_REST, one.both) if one.both >= LEAST_MEMBERS else math.nan for one in figures]
    )
    groups = places_of(pack)
    for places in groups:
        z[places[1:]] = np.nan if len(places) == 2 else z[places[1:]]  # two items make one comparison
    chance = holm(one_sided(z) if len(z) else z)
    for places in groups:
        chance[places] = chance[places[0]] if len(places) == 2 else chance[places]
    found = []
    for places in groups:
        low = [place for place in places if chance[place] < LEVEL]
        if len(places) == 2 and low:
            low = [min(low, key=lambda place: figures[place].level)]
        found += [_doubt(place, figures[place]) for place in low]
    for place, one in enumerate(figures):
        if one.answered >= LEAST_MEMBERS and (most := max(one.lowest, one.highest)) >= ALIKE:
            share = wilson(round(most * one.answered), one.answered)
            found.append(Doubt(place, "alike", Coefficient(share.share, share.low, share.high)))
    return sorted(found, key=lambda one: one.item)


def _doubt(place: int, one: ItemFigures) -> Doubt:
    value = Coefficient(one.rest, *interval_of_correlation(one.rest, one.both))
    return Doubt(place, "against" if one.rest < 0 else "apart", value)
