"""What is known of each facet, as vectors: the same quantities that the core's tally of a facet holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ibis
from ibis.expr.types import Table

from careerfit.cohort.cells import MIDDLE, SPOILT, away
from careerfit.cohort.responses import answered
from careerfit.cohort.vectors import Column, Vector, added, number
from careerfit.core.model import LOWEST, Facet, Item, Pack
from careerfit.core.person import Tally
from careerfit.core.scoring import NEUTRAL, unit

COMPLETE = "complete"
"""The column that says of people whether they answered every item."""
GAPS = ("mean", "total", "keys", "gained_total", "gained_keys", "gained_count", "short")
"""The vectors that differ where somebody left gaps."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the facets of every person; keyed responses are counted from the middle of the scale.

    ``total`` and ``keys``: the sums of the keyed responses and of the keys of what was answered; ``gained_total``,
    ``gained_keys``, ``gained_count``: these and the answered count, times the facet's gain; ``mean``: the mean keyed
    response, 0 where nothing was answered; ``short``: for each facet, and each count below its size, whether so many
    items were answered; ``sizes``: the number of items of each facet.
    """

    mean: Vector
    total: Vector
    keys: Vector
    gained_total: Vector
    gained_keys: Vector
    gained_count: Vector
    short: Vector
    sizes: Sequence[int]

    def away(self, weights: Sequence[float]) -> Column:
        """The weighted sum of how far the facets' values lie from neutral; unanswered ones lie there."""
        steepness = unit(LOWEST + 1) - unit(LOWEST)
        return self.mean.dot([weight * steepness for weight in weights]) + (unit(MIDDLE) - NEUTRAL) * sum(weights)

    def of_count(self, f: Callable[[int], float], weights: Sequence[float] | None = None) -> Column:
        """The weighted sum of a function of the facets' answered counts."""
        weights = [1.0] * len(self.sizes) if weights is None else weights
        whole = sum(weight * f(size) for weight, size in zip(weights, self.sizes, strict=True))
        less = [
            weight * (f(n) - f(size)) for weight, size in zip(weights, self.sizes, strict=True) for n in range(size)
        ]
        return self.short.dot(less) + whole

    def unasked(self, weights: Sequence[float]) -> Column:
        """The sum of the weights of the facets of which nothing was answered."""
        return self.of_count(lambda n: float(n == 0), weights)


def gain(count: int) -> float:
    """The weight of that many responses, as the model of one person has it."""
    return Tally(count=count).gain


def sum_columns(pack: Pack, people: Table, *, whole: bool) -> dict[str, Column]:
    """For each facet the sum of its keyed distances; where there are gaps also the answered count and its keys.

    A row that seemed whole and is not, or holds a bad cell, has an empty sum, which stops the engine at inner products.
    """
    found: dict[str, Column] = {}
    for t, facet in enumerate(pack.facets):
        total = _signed(facet, lambda items: added([people[away(item.key)] for item in items]))
        found[f"total {t}"] = ibis.ifelse(people[SPOILT], ibis.null("float32"), total) if whole and not t else total
        if not whole:
            found[f"count {t}"] = answered(people, facet.items)
            found[f"keys {t}"] = _signed(facet, lambda items: answered(people, items))
    return found


def _signed(facet: Facet, of_items: Callable[[Sequence[Item]], Column]) -> Column:
    """What some items make, less what the reversed ones make."""
    plus, minus = ([item for item in facet.items if item.keyed == key] for key in (1, -1))
    if not minus:
        return of_items(plus)
    return of_items(plus) - of_items(minus) if plus else -of_items(minus)


def vector_columns(pack: Pack, people: Table, *, whole: bool) -> dict[str, Column]:
    """Everyone's totals as an array, and the arrays of people with gaps, empty for the others.

    All that only these arrays need is worked out inside the choice, and so for people with gaps alone.
    """
    totals = [people[f"total {t}"] for t in range(len(pack.facets))]
    found = {"totals": ibis.array(totals).cast("array<float64>")}
    if not whole:
        nothing = ibis.literal([], "array<float64>")
        arrays = _gap_columns(pack, people, [total.cast("float64") for total in totals])
        found |= {name: ibis.ifelse(people[COMPLETE], nothing, ibis.array(arrays[name])) for name in GAPS}
    return found


def _gap_columns(pack: Pack, people: Table, totals: list[Column]) -> dict[str, list[Column]]:
    places = range(len(pack.facets))
    counts, keys = ([people[f"{what} {t}"].cast("float64") for t in places] for what in ("count", "keys"))
    noise, deviation = 1 / gain(0), 1 / gain(1) - 1 / gain(0)
    precisions = [count * deviation + noise for count in counts]
    means = [total / count.nullif(number(0.0)) for total, count in zip(totals, counts, strict=True)]
    return {
        "mean": [mean.fill_null(number(0.0)) for mean in means],
        "total": totals,
        "keys": keys,
        "gained_total": [a / precision for a, precision in zip(totals, precisions, strict=True)],
        "gained_keys": [a / precision for a, precision in zip(keys, precisions, strict=True)],
        "gained_count": [a / precision for a, precision in zip(counts, precisions, strict=True)],
        "short": [
            (count == number(n)).cast("float64")
            for count, facet in zip(counts, pack.facets, strict=True)
            for n in range(len(facet.items))
        ],
    }


def known(pack: Pack, people: Table, *, whole: bool) -> Known:
    """What is known of the facets, from people with the vectors' columns."""
    sizes = [len(facet.items) for facet in pack.facets]
    keys = [float(sum(item.keyed for item in facet.items)) for facet in pack.facets]
    gains = [gain(size) for size in sizes]
    ones, totals = [1.0] * len(sizes), people["totals"]
    regular: dict[str, tuple[Sequence[float], Column]] = {
        "mean": ([1 / size for size in sizes], totals),
        "total": (ones, totals),
        "keys": (keys, None),
        "gained_total": (gains, totals),
        "gained_keys": ([key * g for key, g in zip(keys, gains, strict=True)], None),
        "gained_count": ([size * g for size, g in zip(sizes, gains, strict=True)], None),
        "short": ([0.0] * sum(sizes), None),
    }
    gaps = {name: (None, None) if whole else (people[name], people[COMPLETE]) for name in GAPS}
    return Known(**{name: Vector(*regular[name], *gaps[name]) for name in GAPS}, sizes=sizes)
