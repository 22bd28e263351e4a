"""The method once more, straight from its definition and with other tools: what the program is held against."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from careerfit.core.model import Answers, Pack
from careerfit.core.scoring import OTHER, PREFERRED

Array = NDArray[np.float64]

NEUTRAL = 0.5
MORE = 2
"""An unanswered facet is pulled toward neutral as if so many more facets had been answered with ½."""


def shared(pack: Pack) -> NDArray[np.bool_]:
    """Facet by facet: does its family's highest relevance, added up over the roles, reach 70 % of their number?"""
    relevance = np.array(pack.relevance)
    families = np.array([one.family for one in pack.facets])
    found = [relevance[:, families == family].max(axis=1).sum() for family in families]
    return np.array([float(total) * 10 >= 7 * len(pack.roles) - 1e-6 for total in found])


def values(pack: Pack, responses: Array, duels: Answers | None = None) -> Array:
    """People (rows) by facets: each facet's value, 0 to 1, from responses in the pack's order (nan: unanswered)."""
    keyed = np.array([item.keyed for item in pack.items])
    x = (np.where(keyed > 0, responses, 6 - responses) - 1) / 4
    place = np.array([pack.facet_index[item.facet] for item in pack.items])
    found = np.full((len(responses), len(pack.facets)), np.nan)
    for t, one in enumerate(pack.facets):
        fought = [d for d in (duels.duels if duels else ()) if one.key in (d.left, d.right)]
        extra = [((PREFERRED if d.preferred == one.key else OTHER) - 1) / 4 for d in fought]
        every = np.hstack([x[:, place == t], np.tile(np.array(extra), (len(x), 1))])
        count = (~np.isnan(every)).sum(axis=1)
        found[:, t] = np.where(count, np.nansum(every, axis=1) / np.maximum(count, 1), np.nan)
    for kind in (shared(pack), ~shared(pack)):
        here = found[:, kind]
        known = (~np.isnan(here)).sum(axis=1)
        away = np.nansum(here - typical(pack)[kind], axis=1) / (known + MORE)
        found[:, kind] = np.where(np.isnan(here), typical(pack)[kind] + away[:, None], here)
    return found


def typical(pack: Pack) -> Array:
    """Facet by facet, what is neutral, 0 to 1: ½, or what the reference group says of an unshared facet."""
    means = pack.reference.means if pack.reference else [None] * len(pack.facets)
    said = np.array([NEUTRAL if mean is None else (mean - 1) / 4 for mean in means])
    return np.where(shared(pack), NEUTRAL, said)


def scores(pack: Pack, x: Array) -> Array:
    """People (rows) by roles: field fit and contrast put together, from facet values."""
    common = shared(pack)
    fit = x[:, common].mean(axis=1) if common.any() else np.full(len(x), NEUTRAL)
    found = np.empty((len(x), len(pack.roles)))
    for k, row in enumerate(pack.relevance):
        e, here = np.array(row)[~common], (x - typical(pack))[:, ~common]
        apart = e - e.mean() if e.size else e
        wanted, rest = apart > 1e-12, apart < -1e-12
        contrast = np.zeros(len(x))
        if wanted.any():
            asked = np.average(here[:, wanted], axis=1, weights=apart[wanted])
            contrast = asked - np.average(here[:, rest], axis=1, weights=-apart[rest])
        found[:, k] = 100 * (0.5 * fit + 0.5 * (contrast + 1) / 2)
    return found


def row(pack: Pack, answers: Answers) -> Array:
    """One person's responses as a row of numbers, nan where unanswered."""
    return np.array([[answers.responses.get(item.key, np.nan) for item in pack.items]])


def person_scores(pack: Pack, answers: Answers) -> Array:
    """One person's scores, in the pack's order of roles."""
    found: Array = scores(pack, values(pack, row(pack, answers), answers))[0]
    return found


def leaders(found: Array) -> NDArray[np.intp]:
    """The first role of each row: the highest score at nine decimals, the first in the alphabet among equals."""
    first: NDArray[np.intp] = np.argmax(np.round(found, 9), axis=1)
    return first
