"""A pack as arrays: what the formulas of ``kernel`` and ``quality`` are worked out with.

Shapes: ``I`` items, ``T`` facets, ``K`` roles, ``P`` people, in the pack's order; people always stand along the last
axis. Numbers are 64-bit floats where nothing else is said.
"""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from careerfit.core.confidence import gap_sensitivity
from careerfit.core.model import HIGHEST, SPAN, Pack
from careerfit.core.person import STYLES, Style, expected
from careerfit.core.scoring import NEUTRAL_RATING
from careerfit.sheets import cells

Array: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.signedinteger]
Truth: TypeAlias = NDArray[np.bool_]
UNANSWERED = cells.UNANSWERED


class Weights(NamedTuple):
    """``facet`` (I): the facet of each item; ``keyed`` (I × 1): +1 or −1. ``points`` (K × T): what a role gains as a
    facet rises from 0 to 1. ``shared`` (T): does the facet belong to field fit? ``neutral`` (T): the value, 0 to 1, at
    which a facet adds nothing. ``sensitivity`` (T): σ² is its product with the variances; ``temper``: the method's c;
    ``noise``: the standard deviation of one response, in x.
    ``breakers``: the facets of each family that breaks deals. ``styles``: how people answer, the commonest first, each
    with its share and what a role's member is expected to answer (K × T, 3 counted as 0).
    """

    facet: tuple[int, ...]
    keyed: Whole
    points: Array
    shared: Truth
    neutral: Array
    sensitivity: Array
    temper: float
    noise: float
    breakers: tuple[tuple[int, ...], ...]
    styles: tuple[tuple[Style, float, Array], ...]


def weights_of(pack: Pack) -> Weights:
    """The arrays of a pack, which has a reference group or none."""
    families = [[t for t, facet in enumerate(pack.facets) if facet.family == family] for family in pack.breakers]
    return Weights(
        facet=tuple(pack.facet_index[item.facet] for item in pack.items),
        keyed=np.array([[item.keyed] for item in pack.items], np.int8),
        points=np.array(pack.table.points),
        shared=np.array(pack.table.shared),
        neutral=np.array(pack.table.neutral),
        sensitivity=np.array(gap_sensitivity(pack)),
        temper=pack.temper,
        noise=pack.noise / SPAN,
        breakers=tuple(map(tuple, families)),
        styles=tuple((style, share, np.array(expected(pack, style)).T - NEUTRAL_RATING) for style, share in STYLES),
    )


def by_facet(weights: Weights, values: Whole | Truth) -> Array:
    """The sums (T × P) over the items of each facet, of 8-bit numbers from −2 to 2; others may come out wrong."""
    most = (HIGHEST - NEUTRAL_RATING) * max(np.bincount(weights.facet), default=0)
    sums = np.zeros((len(weights.shared), values.shape[1]), np.int8 if most <= np.iinfo(np.int8).max else np.int16)
    for facet, value in zip(weights.facet, values.view(np.int8), strict=True):
        sums[facet] += value
    return sums.astype(float)


def over_facets(rows: Array, each: Array, values: Array) -> Array:
    """The sums over facets (R × P) of rows (R × T) times values (T × P), ``each`` (T × P, or T × 1 for all) times."""
    return (rows * each.T) @ values if each.shape[1] == 1 else rows @ (each * values)
