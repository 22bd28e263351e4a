"""Leader, probabilities and verdict, from scores and flags."""

from __future__ import annotations

import ibis
from ibis.expr.types import Table

from careerfit.cohort.cells import MIDDLE, any_of
from careerfit.cohort.responses import ANSWERED, SQUARES, TOTAL
from careerfit.cohort.vectors import Column, added, greatest
from careerfit.core.confidence import BARRING, ENOUGH, MISFIT_MEAN, TIE_MOST, gap_sensitivity
from careerfit.core.model import TEMPER, Pack
from careerfit.core.relevance import BREAKER_ITEMS
from careerfit.core.scoring import DECIMALS

FLAGS = ("long_run", "inconsistent")


def with_verdict(pack: Pack, people: Table) -> Table:
    """People with ``leader``, ``probability`` (of the leader), ``verdict`` and ``flags``."""
    roles = range(len(pack.roles))
    people = people.mutate(
        greatest([people[f"score {k}"] for k in roles]).name("top"),
        **{f"place {k}": (people[f"score {k}"] * 10.0**DECIMALS).round() for k in roles},
    )
    people = people.mutate(greatest([people[f"place {k}"] for k in roles]).name("best"), **_weights(pack, people))
    people = people.mutate(added([people[f"weight {k}"] for k in roles]).name("all weights"))
    weights = _among(people, pack, [people[f"weight {k}"] for k in roles])
    slugs = _among(people, pack, [ibis.literal(role.slug) for role in pack.roles])
    return people.mutate(
        slugs.name("leader"),
        (weights / people["all weights"]).name("probability"),
        _verdict(pack, people).name("verdict"),
        _flags(people).name("flags"),
    )


def _weights(pack: Pack, people: Table) -> dict[str, Column]:
    """What the probabilities are proportional to; 1 for the top score."""
    if not any(gap_sensitivity(pack)):
        return {f"weight {k}": ibis.literal(1.0, "float64") for k in range(len(pack.roles))}
    scale = TEMPER / people["gap variance"].sqrt()
    return {f"weight {k}": ((people[f"score {k}"] - people["top"]) * scale).exp() for k in range(len(pack.roles))}


def _among(people: Table, pack: Pack, values: list[Column]) -> Column:
    """The value that belongs to the leader: the first in alphabetical order of those with the best score."""
    cases = [(people[f"place {k}"] == people["best"], value) for k, value in enumerate(values)]
    return ibis.cases(*cases[: len(pack.roles) - 1], else_=values[-1])


def _verdict(pack: Pack, people: Table) -> Column:
    barred = any_of([people[flag] for flag in FLAGS if flag in BARRING])
    alike = people[ANSWERED] * people[SQUARES] == people[TOTAL] * people[TOTAL]
    enough = people["all weights"] * ENOUGH
    cases = [
        (alike, "unclear"),
        (enough <= 1.0, ibis.ifelse(barred, "unclear", "clear")),
        (_largest(pack, people) >= enough, "tie"),
    ]
    misfits = [_misfits(people, family) for family in pack.breakers]
    if misfits:
        cases.insert(0, (any_of(misfits), "misfit"))
    return ibis.cases(*cases, else_="unclear")


def _misfits(people: Table, family: str) -> Column:
    count = people[f"count of {family}"]
    return (count >= BREAKER_ITEMS) & (people[f"sum of {family}"] <= count * (MISFIT_MEAN - MIDDLE))


def _largest(pack: Pack, people: Table) -> Column:
    """The sum of the largest weights, as many as a tie may name."""
    weights = [people[f"weight {k}"] for k in range(len(pack.roles))]
    if len(weights) <= TIE_MOST:
        return people["all weights"]
    return added([ibis.ifelse(_rank(weights, k) < TIE_MOST, weight, 0.0) for k, weight in enumerate(weights)])


def _rank(weights: list[Column], k: int) -> Column:
    """How many weights stand before this one; of equal ones those that come first."""
    ahead = [w >= weights[k] if m < k else w > weights[k] for m, w in enumerate(weights) if m != k]
    return added([is_ahead.cast("int32") for is_ahead in ahead])


def _flags(people: Table) -> Column:
    """The names of the flags that are raised, with a blank between them; empty without any."""
    first, second = FLAGS
    return ibis.cases(
        (people[first] & people[second], f"{first} {second}"),
        (people[first], first),
        (people[second], second),
        else_=ibis.null("string"),
    )
