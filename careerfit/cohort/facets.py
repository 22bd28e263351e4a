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
from careerfit.core.person import STYLES
from careerfit.core.scoring import NEUTRAL, unit

COMPLETE = "complete"
"""The column that says of people whether they answered every item."""
UNEVEN = len(STYLES)
"""The position of the uneven after the styles."""
GAINED = ("total", "keys", "count")
GAPS = ("mean", "keys", "short", *(f"gained {what} {s}" for s in range(UNEVEN + 1) for what in GAINED))
"""The vectors that are arrays of their own where somebody left gaps."""


@dataclass(frozen=True, slots=True)
class Gained:
    """The sums of the keyed responses, of the keys and of the answered counts of the facets, times a style's gain."""

    total: Vector
    keys: Vector
    count: Vector


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the facets of every person; keyed responses are counted from the middle of the scale.

    ``total`` and ``keys``: the sums of the keyed responses and of the keys of what was answered; ``gained``: these and
    the answered count, times the facet's gain, style by style; ``mean``: the mean keyed response, 0 where nothing was
    answered; ``short``: for each facet, and each count below its size, whether so many items were answered, None for
    people without gaps; ``sizes``: the number of items of each facet.
    """

    mean: Vector
    total: Vector
    keys: Vector
    gained: Sequence[Gained]
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


def gain(style: int, count: int) -> float:
    """The weight of that many responses in that style, as the model of one person has it; alike for all if uneven."""
    if style == UNEVEN:
        return 1 / count if count else 0.0
    return STYLES[style][0].gain(count)


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
    """For each facet its gain in each style, and its answered count as a divisor: 1 for none, which divides nothing."""
    counts = [people[f"count {t}"] for t in range(len(pack.facets))]
    divisors = [count + (count == small(0)).cast("float32") for count in counts]
    found = {f"divisor {t}": divisor for t, divisor in enumerate(divisors)}
    for t, count in enumerate(counts):
        for s, (style, _) in enumerate(STYLES):
            spread = count.cast("float64") * style.deviation**2 + style.noise**2
            found[f"gain {t} {s}"] = number(1.0) / spread
        found[f"gain {t} {UNEVEN}"] = number(1.0) / divisors[t].cast("float64")
    return found


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
    totals, counts, keys = ([people[f"{what} {t}"] for t in places] for what in ("total", "count", "keys"))
    short = [counts[t] == small(n) for t in places for n in range(len(pack.facets[t].items))]
    means = [totals[t].cast("float64") / people[f"divisor {t}"] for t in places]
    return {
        "mean": ibis.array(means),
        "keys": _array(keys),
        **{
            f"gained {what} {s}": ibis.array([each * people[f"gain {t} {s}"] for t, each in enumerate(numbers)])
            for s in range(UNEVEN + 1)
            for what, numbers in zip(GAINED, (totals, keys, counts), strict=True)
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
    totals = people["totals"]
    return Known(
        mean=Vector([1 / size for size in sizes], totals),
        total=Vector([1.0] * len(sizes), totals),
        keys=Vector(keys),
        gained=[_gained_of_complete(keys, sizes, totals, s) for s in range(UNEVEN + 1)],
        short=None,
        sizes=sizes,
    )


def known_with_gaps(pack: Pack, people: Table) -> Known:
    """What is known of the facets of people with gaps, who have the vectors' columns."""
    ones = [1.0] * len(pack.facets)
    mean, keys, total = (Vector(ones, people[name]) for name in ("mean", "keys", "totals"))
    gained = [Gained(*(Vector(ones, people[f"gained {what} {s}"]) for what in GAINED)) for s in range(UNEVEN + 1)]
    return Known(mean, total, keys, gained, people["short"], _sizes(pack))


def _gained_of_complete(keys: Sequence[float], sizes: Sequence[int], totals: Column, style: int) -> Gained:
    gains = [gain(style, size) for size in sizes]
    return Gained(
        Vector(gains, totals),
        Vector([key * g for key, g in zip(keys, gains, strict=True)]),
        Vector([size * g for size, g in zip(sizes, gains, strict=True)]),
    )


def _sizes(pack: Pack) -> list[int]:
    return [len(facet.items) for facet in pack.facets]
