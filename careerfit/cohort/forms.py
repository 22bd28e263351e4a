"""The method's formulas over the facets' vectors: scores, field fit, noise, and the model of one person."""

from __future__ import annotations

import math
from collections.abc import Sequence

from ibis.expr.types import Table

from careerfit.cohort.facets import Known, gain
from careerfit.cohort.responses import ANSWERED, SQUARES, TOTAL
from careerfit.cohort.vectors import Column, number
from careerfit.core import scoring
from careerfit.core.confidence import gap_sensitivity, variance
from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.core.person import AGREEMENT, AGREEMENT_SD, DEVIATION, LEVEL_SD, NOISE, expected

RESPONSE_NOISE = 1 / NOISE**2
SHRINK = DEVIATION**2 * RESPONSE_NOISE
AGREEMENT_PRECISION = 1 / AGREEMENT_SD**2


def forms(pack: Pack, people: Table, known: Known, *, whole: bool) -> dict[str, Column]:
    """Everything that the results are worked out from, by name."""
    fit = _fit(pack, known) | _families(pack, known) | ({} if whole else _unasked(pack, known))
    return fit | _precision(people, known) | _roles(pack, people, known)


def density(count: int) -> float:
    """What the noise of that many responses adds to the log of the evidence; 0 for none."""
    if not count:
        return 0.0
    return -0.5 * (count * math.log(2 * math.pi) + (count - 1) * math.log(NOISE**2) - math.log(gain(count)))


def _fit(pack: Pack, known: Known) -> dict[str, Column]:
    """Scores and field fit from the answered facets, and the variance of the gaps between scores."""
    found = {f"score {k}": known.away(row) + scoring.CENTRE for k, row in enumerate(scoring.table(pack).points)}
    found["field"] = known.away(_field_weights(pack)) + scoring.NEUTRAL
    found["gap variance"] = known.of_count(variance, gap_sensitivity(pack))
    return found


def _field_weights(pack: Pack) -> list[float]:
    shared = scoring.table(pack).shared
    return [is_shared / max(1, sum(shared)) for is_shared in shared]


def _unasked(pack: Pack, known: Known) -> dict[str, Column]:
    """By kind, shared or not: the answered facets' sum less ½ each, how many they are, and the points of the others."""
    compiled, found = scoring.table(pack), dict[str, Column]()
    for kind in (True, False):
        members = [float(is_shared == kind) for is_shared in compiled.shared]
        found[f"away {kind}"] = known.away(members)
        found[f"asked {kind}"] = number(sum(members)) - known.unasked(members)
        for k, row in enumerate(compiled.points):
            weights = [points * member for points, member in zip(row, members, strict=True)]
            found[f"unasked {kind} {k}"] = known.unasked(weights)
    found["unasked field"] = known.unasked(_field_weights(pack))
    return found


def _families(pack: Pack, known: Known) -> dict[str, Column]:
    """For each deal-breaker family the count of its responses and the sum of the keyed ones."""
    found = {}
    for family in pack.breakers:
        members = [float(facet.family == family) for facet in pack.facets]
        found[f"count of {family}"] = known.of_count(float, members)
        found[f"sum of {family}"] = known.total.dot(members)
    return found


def _precision(people: Table, known: Known) -> dict[str, Column]:
    """The posterior precision of level and agreement, and what of the evidence is the same for all roles."""
    every = [1.0] * len(known.sizes)
    keyed_squares = people[SQUARES] + (known.total.dot(every) - people[TOTAL]) * float(LOWEST + HIGHEST)
    return {
        "level precision": known.gained_count.dot(every) + 1 / LEVEL_SD**2,
        "cross precision": known.gained_keys.dot(every),
        "agreement precision": known.gained_keys.times(known.keys) * -SHRINK
        + people[ANSWERED] * RESPONSE_NOISE
        + AGREEMENT_PRECISION,
        "constant": keyed_squares * (-0.5 * RESPONSE_NOISE)
        + known.gained_total.times(known.total) * (0.5 * SHRINK)
        + known.of_count(density)
        - 0.5 * AGREEMENT**2 * AGREEMENT_PRECISION,
    }


def _roles(pack: Pack, people: Table, known: Known) -> dict[str, Column]:
    """Role by role the natural parameters of level and agreement, and the log of the role's own weight."""
    found = {}
    every = [1.0] * len(known.sizes)
    agree = _agree(people, known, every)
    for k in range(len(pack.roles)):
        means = [row[k] for row in expected(pack)]
        halves = [-0.5 * mean * mean for mean in means]
        found[f"level {k}"] = known.gained_total.dot(every) - known.gained_count.dot(means)
        found[f"agreement {k}"] = agree - known.gained_keys.dot(means)
        found[f"log {k}"] = known.gained_total.dot(means) + known.gained_count.dot(halves)
    return found


def _agree(people: Table, known: Known, every: Sequence[float]) -> Column:
    """The natural parameter of the agreement, but for what the roles lead one to expect.

    Of responses x the sum of key · keyed response is Σx − 6 · (how many are to reversed items), which are half of those
    answered less half the sum of their keys.
    """
    reversed_count = (people[ANSWERED] - known.keys.dot(every)) * 0.5
    keyed_total = people[TOTAL] - reversed_count * float(LOWEST + HIGHEST)
    products = known.gained_total.times(known.keys)
    return keyed_total * RESPONSE_NOISE - products * SHRINK + AGREEMENT * AGREEMENT_PRECISION
