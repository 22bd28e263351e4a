"""The method's formulas as linear forms over the facets' columns: scores, field fit, noise, the model of one person."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from careerfit.cohort.cells import MIDDLE
from careerfit.cohort.facets import Columns, facet_columns
from careerfit.cohort.linear import Linear, total, weighted
from careerfit.core import scoring
from careerfit.core.confidence import gap_sensitivity, variance
from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.core.person import AGREEMENT, AGREEMENT_SD, DEVIATION, LEVEL_SD, NOISE, Tally, expected

RESPONSE_NOISE = 1 / NOISE**2
SHRINK = DEVIATION**2 * RESPONSE_NOISE
AGREEMENT_PRECISION = 1 / AGREEMENT_SD**2
TOTAL, SQUARES, ANSWERED = "total", "squares", "answered"
"""Columns over all items: the sum of the centred responses, of their squares, and how many there are."""


def forms(pack: Pack) -> dict[str, Linear]:
    """Every linear form that the results are worked out from, by name."""
    columns = facet_columns(pack)
    fit = _fit(pack, columns) | _unasked(pack, columns) | _families(pack, columns)
    return fit | _precision(columns) | _roles(pack, columns)


def gain(count: int) -> float:
    """The weight of that many responses, as the model of one person has it."""
    return Tally(count=count).gain if count else 0.0


def density(count: int) -> float:
    """What the noise of that many responses adds to the log of the evidence; 0 for none."""
    if not count:
        return 0.0
    return -0.5 * (count * math.log(2 * math.pi) + (count - 1) * math.log(NOISE**2) - math.log(gain(count)))


def away(columns: Columns) -> Linear:
    """An answered facet's value less ½; 0 for an unanswered one."""
    return columns.times_sum(lambda n: 1 / ((HIGHEST - LOWEST) * n) if n else 0.0)


def unasked(columns: Columns) -> Linear:
    """1 for an unanswered facet, else 0."""
    return columns.of_count(lambda n: float(n == 0))


def _fit(pack: Pack, columns: Sequence[Columns]) -> dict[str, Linear]:
    """Scores and field fit from the answered facets, and the variance of the gaps between scores."""
    compiled, answered = scoring.table(pack), [away(c) for c in columns]
    found = {f"score {k}": Linear(scoring.CENTRE) + weighted(row, answered) for k, row in enumerate(compiled.points)}
    found["field"] = Linear(scoring.NEUTRAL) + weighted(_field_weights(pack), answered)
    found["gap variance"] = weighted(gap_sensitivity(pack), [c.of_count(variance) for c in columns])
    return found


def _field_weights(pack: Pack) -> list[float]:
    shared = scoring.table(pack).shared
    return [is_shared / max(1, sum(shared)) for is_shared in shared]


def _unasked(pack: Pack, columns: Sequence[Columns]) -> dict[str, Linear]:
    """By kind, shared or not: the answered facets' sum less ½ each, how many they are, and the points of the others."""
    compiled, found = scoring.table(pack), dict[str, Linear]()
    for kind in (True, False):
        members = [float(is_shared == kind) for is_shared in compiled.shared]
        found[f"away {kind}"] = weighted(members, [away(c) for c in columns])
        found[f"asked {kind}"] = weighted(members, [Linear(1.0) + unasked(c) * -1 for c in columns])
        for k, row in enumerate(compiled.points):
            weights = [points * member for points, member in zip(row, members, strict=True)]
            found[f"unasked {kind} {k}"] = weighted(weights, [unasked(c) for c in columns])
    found["unasked field"] = weighted(_field_weights(pack), [unasked(c) for c in columns])
    return found


def _families(pack: Pack, columns: Sequence[Columns]) -> dict[str, Linear]:
    """For each deal-breaker family the count of its responses and the sum of the keyed ones."""
    found = {}
    for family in pack.breakers:
        members = [float(facet.family == family) for facet in pack.facets]
        found[f"count of {family}"] = weighted(members, [c.of_count(float) for c in columns])
        found[f"sum of {family}"] = weighted(members, [c.times_sum(lambda _: 1.0) for c in columns])
    return found


def _gained(columns: Columns, f: Callable[[int], float]) -> Linear:
    """f(n) times the sum of the keyed responses from 1 to 5."""
    return columns.times_sum(f) + columns.of_count(lambda n: f(n) * n * MIDDLE)


def _gained_square(columns: Columns) -> Linear:
    """The gain times the square of the sum of the keyed responses from 1 to 5."""
    return (
        columns.times_square(gain)
        + columns.times_sum(lambda n: 2 * gain(n) * n * MIDDLE)
        + columns.of_count(lambda n: gain(n) * (n * MIDDLE) ** 2)
    )


def _precision(columns: Sequence[Columns]) -> dict[str, Linear]:
    """The posterior precision of level and agreement, and what of the evidence is the same for all roles."""
    answered, squared = (Linear(0.0, {name: 1.0}) for name in (ANSWERED, SQUARES))
    keyed = total(c.times_sum(lambda _: 1.0) for c in columns)
    keyed_squares = squared + keyed * (2 * MIDDLE) + answered * MIDDLE**2
    return {
        "level precision": Linear(1 / LEVEL_SD**2) + total(c.of_count(lambda n: n * gain(n)) for c in columns),
        "cross precision": total(c.times_keys(gain) for c in columns),
        "agreement precision": Linear(AGREEMENT_PRECISION)
        + answered * RESPONSE_NOISE
        + total(c.times_squared_keys(gain) for c in columns) * -SHRINK,
        "constant": Linear(-0.5 * AGREEMENT**2 * AGREEMENT_PRECISION)
        + keyed_squares * (-0.5 * RESPONSE_NOISE)
        + total(_gained_square(c) for c in columns) * (0.5 * SHRINK)
        + total(c.of_count(density) for c in columns),
    }


def _agree(columns: Sequence[Columns]) -> Linear:
    """The natural parameter of the agreement, but for what the roles lead one to expect."""
    keys = total(c.times_keys(lambda _: 1.0) for c in columns)
    keyed_total = keys * MIDDLE + Linear(0.0, {TOTAL: 1.0})
    products = total(c.times_keys_sum(gain) + c.times_keys(lambda n: gain(n) * n * MIDDLE) for c in columns)
    return Linear(AGREEMENT * AGREEMENT_PRECISION) + keyed_total * RESPONSE_NOISE + products * -SHRINK


def _roles(pack: Pack, columns: Sequence[Columns]) -> dict[str, Linear]:
    """Role by role the natural parameters of level and agreement, and the log of the role's own weight."""
    agree, found = _agree(columns), dict[str, Linear]()
    gained: Mapping[str, Sequence[Linear]] = {
        "sum": [_gained(c, gain) for c in columns],
        "count": [c.of_count(lambda n: n * gain(n)) for c in columns],
        "keys": [c.times_keys(gain) for c in columns],
    }
    for k in range(len(pack.roles)):
        means = [row[k] for row in expected(pack)]
        halves = [-0.5 * mean * mean for mean in means]
        found[f"level {k}"] = total(gained["sum"]) + weighted(means, gained["count"]) * -1
        found[f"agreement {k}"] = agree + weighted(means, gained["keys"]) * -1
        found[f"log {k}"] = weighted(means, gained["sum"]) + weighted(halves, gained["count"])
    return found
