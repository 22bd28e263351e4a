"""The method's formulas over the facets' vectors: scores, field fit, noise, and the model of one person.

All responses, and those that roles lead one to expect, are counted from the middle of the scale.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from ibis.expr.types import Table

from careerfit.cohort.cells import MIDDLE
from careerfit.cohort.facets import UNEVEN, Known, gain
from careerfit.cohort.responses import ANSWERED, SQUARES, TOTAL
from careerfit.cohort.vectors import Column, added, number
from careerfit.core import scoring
from careerfit.core.confidence import gap_sensitivity, variance
from careerfit.core.model import Pack
from careerfit.core.person import AGREEMENT, AGREEMENT_SD, CHOICES, STYLES, UNEVEN_NOISE, Style, expected

AGREEMENT_PRECISION = 1 / AGREEMENT_SD**2


def forms(pack: Pack, people: Table, known: Known) -> dict[str, Column]:
    """Everything that the results are worked out from, by name."""
    found = _fit(pack, people, known) | _families(pack, known) | _uneven(people, known)
    for s, (style, _) in enumerate(STYLES):
        own = _precision(people, known, s, style) | _roles(pack, people, known, s, style)
        found |= {f"{name} of {s}": form for name, form in own.items()}
    return found


def taken(pack: Pack, known: Known) -> dict[str, Column]:
    """By kind, shared or not, what unanswered facets are taken for: the person's own mean, pulled toward neutral."""
    found = {}
    for kind in (True, False):
        members = [float(is_shared == kind) for is_shared in pack.table.shared]
        asked = number(sum(members)) - known.unasked(members)
        found[_taken(kind)] = known.away(members) / (asked + scoring.PULL)
    return found


def _taken(kind: bool) -> str:  # noqa: FBT001  # shared or not
    return f"taken {kind}"


def density(s: int, style: Style, count: int) -> float:
    """What the noise of that many responses adds to the log of a style's evidence; 0 for none."""
    if not count:
        return 0.0
    return -0.5 * (count * math.log(2 * math.pi) + (count - 1) * math.log(style.noise**2) - math.log(gain(s, count)))


def _fit(pack: Pack, people: Table, known: Known) -> dict[str, Column]:
    """Scores and field fit, and the variance of the gaps between scores."""
    compiled = pack.table
    field = [is_shared / max(1, sum(compiled.shared)) for is_shared in compiled.shared]
    found = {f"score {k}": _away(pack, people, known, row) + scoring.CENTRE for k, row in enumerate(compiled.points)}
    found["field"] = _away(pack, people, known, field) + scoring.NEUTRAL
    found["gap variance"] = known.of_count(variance, gap_sensitivity(pack))
    return found


def _away(pack: Pack, people: Table, known: Known, weights: Sequence[float]) -> Column:
    """The weighted sum of how far all facets' values lie from neutral, unanswered ones as they are taken."""
    parts = [known.away(weights)]
    for kind in (True, False) if known.short is not None else ():
        members = [w * (is_shared == kind) for w, is_shared in zip(weights, pack.table.shared, strict=True)]
        if any(members):
            parts.append(known.unasked(members) * people[_taken(kind)])
    return added(parts)


def _families(pack: Pack, known: Known) -> dict[str, Column]:
    """For each deal-breaker family the count of its responses and the sum of the keyed ones."""
    found = {}
    for family in pack.breakers:
        members = [float(facet.family == family) for facet in pack.facets]
        found[f"count of {family}"] = known.of_count(float, members)
        found[f"sum of {family}"] = known.total.dot(members)
    return found


def _precision(people: Table, known: Known, s: int, style: Style) -> dict[str, Column]:
    """The posterior precision of level and agreement, and what of a style's evidence is the same for all roles."""
    every = [1.0] * len(known.sizes)
    noise, shrink, gained = 1 / style.noise**2, (style.deviation / style.noise) ** 2, known.gained[s]
    return {
        "level precision": gained.count.dot(every) + 1 / style.level**2,
        "cross precision": gained.keys.dot(every),
        "agreement precision": gained.keys.times(known.keys) * -shrink + people[ANSWERED] * noise + AGREEMENT_PRECISION,
        "constant": people[SQUARES] * (-0.5 * noise)
        + gained.total.times(known.total) * (0.5 * shrink)
        + known.of_count(lambda n: density(s, style, n))
        - 0.5 * AGREEMENT**2 * AGREEMENT_PRECISION,
    }


def _roles(pack: Pack, people: Table, known: Known, s: int, style: Style) -> dict[str, Column]:
    """The natural parameters of level and agreement, what of them each role leads one to expect, and the log of its
    own weight.

    Agreement counts key times keyed response, which is the response as it was given.
    """
    every = [1.0] * len(known.sizes)
    noise, shrink, gained = 1 / style.noise**2, (style.deviation / style.noise) ** 2, known.gained[s]
    found = {
        "level": gained.total.dot(every),
        "agreement": people[TOTAL] * noise - gained.total.times(known.keys) * shrink + AGREEMENT * AGREEMENT_PRECISION,
    }
    for k in range(len(pack.roles)):
        means = [row[k] - MIDDLE for row in expected(pack, style)]
        halves = [-0.5 * mean * mean for mean in means]
        found[f"expected level {k}"] = gained.count.dot(means)
        found[f"expected agreement {k}"] = gained.keys.dot(means)
        found[f"log {k}"] = gained.total.dot(means) + gained.count.dot(halves)
    return found


def _uneven(people: Table, known: Known) -> dict[str, Column]:
    """What somebody uneven, who agrees with themselves, makes of the responses: tendency to agree, and the rest."""
    noise, gained = 1 / UNEVEN_NOISE**2, known.gained[UNEVEN]
    precision = people[ANSWERED] - gained.keys.times(known.keys)
    natural = people[TOTAL] - gained.total.times(known.keys)
    squares = people[SQUARES] - gained.total.times(known.total)
    each = math.log(CHOICES) + 0.5 * math.log(noise / (2 * math.pi))
    return {
        "uneven precision": precision * noise + AGREEMENT_PRECISION,
        "uneven natural": natural * noise + AGREEMENT * AGREEMENT_PRECISION,
        "uneven constant": squares * (-0.5 * noise)
        + known.of_count(lambda n: (n - 1) * each - 0.5 * math.log(n) if n else 0.0)
        - 0.5 * AGREEMENT**2 * AGREEMENT_PRECISION,
    }
