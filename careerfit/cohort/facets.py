"""What is known of each facet, as vectors: the same quantities that the core's tally of a facet holds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ibis.expr.types import Table

from careerfit.cohort.responses import asked, filled
from careerfit.cohort.vectors import Column, Vector, added, array, number, small
from careerfit.core.model import HIGHEST, LOWEST, Facet, Pack
from careerfit.core.person import Tally
from careerfit.core.scoring import NEUTRAL, unit

MIDDLE = (LOWEST + HIGHEST) / 2


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of the facets of every person.

    ``total`` and ``keys``: the sums of the keyed responses and of the keys of what was answered; ``gained_total``,
    ``gained_keys``, ``gained_count``: these and the answered count, times the facet's gain; ``mean`` times ``share``:
    the mean keyed response, the middle where nothing was answered; ``sizes``: the number of items of each facet;
    ``short``: for each facet, and each count below its size, whether so many items were answered.
    """

    total: Vector
    keys: Vector
    gained_total: Vector
    gained_keys: Vector
    gained_count: Vector
    mean: Vector
    share: Sequence[float]
    sizes: Sequence[int]
    short: Vector

    def away(self, weights: Sequence[float]) -> Column:
        """The weighted sum of how far the facets' values lie from neutral; unanswered ones lie there."""
        steepness = unit(LOWEST + 1) - unit(LOWEST)
        middle = (unit(MIDDLE) - NEUTRAL - steepness * MIDDLE) * sum(weights)
        return self.mean.dot([w * s * steepness for w, s in zip(weights, self.share, strict=True)]) + middle

    def of_count(self, f: Callable[[int], float], weights: Sequence[float] | None = None) -> Column:
        """The weighted sum of a function of the facets' answered counts."""
        weights = [1.0] * len(self.sizes) if weights is None else weights
        whole = sum(weight * f(size) for weight, size in zip(weights, self.sizes, strict=True))
        less = [weight * (f(n) - f(size)) for weight, size in zip(weights, self.sizes, strict=True) for n in range(size)]
        return self.short.dot(less) + whole

    def unasked(self, weights: Sequence[float]) -> Column:
        """The sum of the weights of the facets of which nothing was answered."""
        return self.of_count(lambda n: float(n == 0), weights)


def gain(count: int) -> float:
    """The weight of that many responses, as the model of one person has it."""
    return Tally(count=count).gain


def sum_columns(pack: Pack, people: Table, *, whole: bool) -> dict[str, Column]:
    """For each facet the sum of its keyed responses; where there are gaps also the answered count and its keys."""
    found: dict[str, Column] = {}
    for t, facet in enumerate(pack.facets):
        found[f"total {t}"] = _keyed_total(facet, people, whole=whole).cast("float64")
        if not whole:
            given = [people[asked(item.key)] for item in facet.items]
            found[f"count {t}"] = added(given).cast("float64")
            found[f"keys {t}"] = _signed(facet, given).cast("float64")
    return found


def _keyed_total(facet: Facet, people: Table, *, whole: bool) -> Column:
    """A reversed item counts as 6 less its response, where there is one."""
    total = _signed(facet, [people[filled(item.key)] for item in facet.items])
    reversed_items = [item for item in facet.items if item.keyed < 0]
    if not reversed_items:
        return total
    if whole:
        return total + small((LOWEST + HIGHEST) * len(reversed_items))
    return total + added([people[asked(item.key)] for item in reversed_items]) * small(LOWEST + HIGHEST)


def _signed(facet: Facet, columns: Sequence[Column]) -> Column:
    """The sum of a column an item, with the sign of its key."""
    plus, minus = (
        [column for column, item in zip(columns, facet.items, strict=True) if item.keyed == key] for key in (1, -1)
    )
    if not minus:
        return added(plus)
    return added(plus) - added(minus) if plus else added(minus) * small(-1)


def gain_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """For each facet its gain, and the share of a response in its mean (empty without any)."""
    noise, deviation = 1 / gain(0), 1 / gain(1) - 1 / gain(0)
    found: dict[str, Column] = {}
    for t in range(len(pack.facets)):
        count = people[f"count {t}"]
        found[f"gain {t}"] = number(1.0) / (count * deviation + noise)
        found[f"share {t}"] = number(1.0) / count.nullif(number(0.0))
    return found


def vector_columns(pack: Pack, people: Table, *, whole: bool) -> dict[str, Column]:
    """The vectors of ``Known`` that are not the same for everyone."""
    places = range(len(pack.facets))
    totals = [people[f"total {t}"] for t in places]
    if whole:
        gains = [number(gain(len(facet.items))) for facet in pack.facets]
    else:
        gains = [people[f"gain {t}"] for t in places]
    found = {"total": totals, "gained_total": [a * g for a, g in zip(totals, gains, strict=True)]}
    if not whole:
        found |= _gap_columns(pack, people, gains)
    return {name: array(columns).column for name, columns in found.items()}


def _gap_columns(pack: Pack, people: Table, gains: Sequence[Column]) -> dict[str, list[Column]]:
    places = range(len(pack.facets))
    counts, keys = ([people[f"{what} {t}"] for t in places] for what in ("count", "keys"))
    means = [people[f"total {t}"] * people[f"share {t}"] for t in places]
    return {
        "keys": keys,
        "gained_keys": [a * g for a, g in zip(keys, gains, strict=True)],
        "gained_count": [a * g for a, g in zip(counts, gains, strict=True)],
        "mean": [mean.fill_null(number(MIDDLE)) for mean in means],
        "short": [
            (count == number(n)).cast("float64")
            for count, facet in zip(counts, pack.facets, strict=True)
            for n in range(len(facet.items))
        ],
    }


def known(pack: Pack, people: Table, *, whole: bool) -> Known:
    """What is known of the facets, from people with the vectors' columns."""
    sizes = [len(facet.items) for facet in pack.facets]

    def vector(name: str) -> Vector:
        return Vector(column=people[name])

    if not whole:
        names = ("total", "keys", "gained_total", "gained_keys", "gained_count", "mean")
        return Known(*(vector(name) for name in names), [1.0] * len(sizes), sizes, vector("short"))
    keys = [sum(item.keyed for item in facet.items) for facet in pack.facets]
    return Known(
        total=vector("total"),
        keys=Vector(tuple(map(float, keys))),
        gained_total=vector("gained_total"),
        gained_keys=Vector(tuple(key * gain(size) for key, size in zip(keys, sizes, strict=True))),
        gained_count=Vector(tuple(size * gain(size) for size in sizes)),
        mean=vector("total"),
        share=[1 / size for size in sizes],
        sizes=sizes,
        short=Vector((0.0,) * sum(sizes)),
    )
