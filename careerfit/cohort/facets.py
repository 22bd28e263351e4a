"""What is known of each facet, as vectors: the same quantities that the core's tally of a facet holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import ibis
from ibis.expr.types import Table

from careerfit.cohort.cells import MIDDLE, away, is_bad
from careerfit.cohort.responses import answered
from careerfit.cohort.vectors import Column, Vector, added, number, small, weighted_sum
from careerfit.core.model import LOWEST, Facet, Item, Pack
from careerfit.core.person import Tally
from careerfit.core.scoring import NEUTRAL, unit

COMPLETE = "complete"
"""The column that says of people whether they answered every item."""
GAPS = ("mean", "keys", "gained_total", "gained_keys", "gained_count", "short")
"""The vectors that are arrays of their own where somebody left gaps."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the facets of every person; keyed responses are counted from the middle of the scale.

    ``total`` and ``keys``: the sums of the keyed responses and of the keys of what was answered; ``gained_total``,
    ``gained_keys``, ``gained_count``: these and the answered count, times the facet's gain; ``mean``: the mean keyed
    response, 0 where nothing was answered; ``short``: for each facet, and each count below its size, whether so many
    items were answered, None for people without gaps; ``sizes``: the number of items of each facet.
    """

    mean: Vector
    total: Vector
    keys: Vector
    gained_total: Vector
    gained_keys: Vector
    gained_count: Vector
    short: Column
    sizes: Sequence[int]

    def away(self, weights: Sequence[float]) -> Column:
        """The weighted sum of how far the facets' values lie from neutral; unanswered ones lie there."""
        steepness = unit(LOWEST + 1) - unit(LOWEST)
        return self.mean.dot([weight * steepness for weight in weights]) + (unit(MIDDLE) - NEUTRAL) * sum(weights)

    def of_count(self, f: Callable[[int], float], weights: Sequence[float] | None = None) -> Column:
        """The weighted sum of a function of the facets' answered counts."""
        weights = [1.0] * len(self.sizes) if weights is None else weights
        whole = sum(weight * f(size) for weight, size in zip(weights, self.sizes, strict=True))
        if self.short is None:
            return number(whole)
        less = [
            weight * (f(n) - f(size)) for weight, size in zip(weights, self.sizes, strict=True) for n in range(size)
        ]
        return weighted_sum(self.short, less) + whole

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
        found[f"total {t}"] = _signed(facet, lambda items: added([people[away(item.key)] for item in items]))
        if not whole:
            found[f"count {t}"] = answered(people, facet.items)
            found[f"keys {t}"] = _signed(facet, lambda items: answered(people, items))
    if whole:
        found["total 0"] = ibis.ifelse(is_bad(pack, people), ibis.null("float32"), found["total 0"])
    return found


def _signed(facet: Facet, of_items: Callable[[Sequence[Item]], Column]) -> Column:
    """What some items make, less what the reversed ones make."""
    plus, minus = ([item for item in facet.items if item.keyed == key] for key in (1, -1))
    if not minus:
        return of_items(plus)
    return of_items(plus) - of_items(minus) if plus else -of_items(minus)


def gap_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """For each facet its gain, and its answered count as a divisor: 1 for none, when there is nothing to divide."""
    noise, deviation = 1 / gain(0), 1 / gain(1) - 1 / gain(0)
    counts = [people[f"count {t}"] for t in range(len(pack.facets))]
    found = {f"gain {t}": number(1.0) / (count.cast("float64") * deviation + noise) for t, count in enumerate(counts)}
    return found | {f"divisor {t}": count + (count == small(0)).cast("float32") for t, count in enumerate(counts)}


def vector_columns(pack: Pack, people: Table, *, whole: bool) -> dict[str, Column]:
    """Everyone's totals as an array, and the arrays of people with gaps, empty for the others.

    All that only these arrays need is worked out inside the choice, and so for people with gaps alone.
    """
    found = {"totals": _array([people[f"total {t}"] for t in range(len(pack.facets))])}
    if not whole:
        nothing = ibis.literal([], "array<float64>")
        arrays = _gap_arrays(pack, people)
        found |= {name: ibis.ifelse(people[COMPLETE], nothing, arrays[name]) for name in GAPS}
    return found


def _gap_arrays(pack: Pack, people: Table) -> dict[str, Column]:
    places = range(len(pack.facets))
    totals, counts, keys, gains = (
        [people[f"{what} {t}"] for t in places] for what in ("total", "count", "keys", "gain")
    )
    short = [counts[t] == small(n) for t in places for n in range(len(pack.facets[t].items))]
    means = [totals[t].cast("float64") / people[f"divisor {t}"] for t in places]
    return {
        "mean": ibis.array(means),
        "keys": _array(keys),
        **{
            name: ibis.array([each * gained for each, gained in zip(numbers, gains, strict=True)])
            for name, numbers in (("gained_total", totals), ("gained_keys", keys), ("gained_count", counts))
        },
        "short": _array(short),
    }


def _array(columns: Sequence[Column]) -> Column:
    """Small numbers as an array of 64-bit floats: made small, then widened as a whole, it takes half the time."""
    return ibis.array(columns).cast("array<float64>")


def known_of_complete(pack: Pack, people: Table) -> Known:
    """What is known of the facets of people without gaps, who have the vectors' columns."""
    sizes = _sizes(pack)
    keys = [float(sum(item.keyed for item in facet.items)) for facet in pack.facets]
    gains = [gain(size) for size in sizes]
    totals = people["totals"]
    return Known(
        mean=Vector([1 / size for size in sizes], totals),
        total=Vector([1.0] * len(sizes), totals),
        keys=Vector(keys),
        gained_total=Vector(gains, totals),
        gained_keys=Vector([key * g for key, g in zip(keys, gains, strict=True)]),
        gained_count=Vector([size * g for size, g in zip(sizes, gains, strict=True)]),
        short=None,
        sizes=sizes,
    )


def known_with_gaps(pack: Pack, people: Table) -> Known:
    """What is known of the facets of people with gaps, who have the vectors' columns."""
    ones = [1.0] * len(pack.facets)
    own = {name: Vector(ones, people[name]) for name in GAPS if name != "short"}
    return Known(**own, total=Vector(ones, people["totals"]), short=people["short"], sizes=_sizes(pack))


def _sizes(pack: Pack) -> list[int]:
    return [len(facet.items) for facet in pack.facets]
