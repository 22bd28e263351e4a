"""What is known of a facet, as linear forms over a few columns of small whole numbers.

An unanswered item counts as the middle of the scale, which adds nothing to a centred sum; what depends on how many items
were answered differs from a whole facet's by terms for each smaller count. So one formula holds for everyone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ibis.expr.types import Table

from careerfit.cohort.linear import Column, Linear, added
from careerfit.core.model import HIGHEST, LOWEST, Facet, Pack
from careerfit.core.scoring import table

MIDDLE = (LOWEST + HIGHEST) / 2
SPAN = HIGHEST - LOWEST


def filled(key: str) -> str:
    """The column of an item's response, the middle where unanswered."""
    return f"filled {key}"


def gap(key: str) -> str:
    """The column that is 1 where an item is unanswered, else 0."""
    return f"gap {key}"


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one facet, and functions of its answers as linear forms over them.

    Among its ``size`` items ``keys`` is the sum of the keys. For an answered count ``n``, the facet's columns are: is it
    ``n``, and times that the centred sum of keyed responses, its square, and each with the sum of the answered keys.
    Columns of facets that all roles weigh alike have names of one kind.
    """

    index: int
    size: int
    keys: int
    kind: str

    def name(self, what: str, count: int | None = None) -> str:
        """The name of a column; ``count`` None for what does not depend on the answered count."""
        return f"{what} {self.kind} {'any' if count is None else count} {self.index}"

    def of_count(self, f: Callable[[int], float]) -> Linear:
        """f(n), for the answered count n."""
        whole = f(self.size)
        return Linear(whole, {self.name("is", n): f(n) - whole for n in range(self.size)})

    def times_sum(self, f: Callable[[int], float]) -> Linear:
        """f(n) times the centred sum of the keyed responses."""
        return self._times("sum", f)

    def times_square(self, f: Callable[[int], float]) -> Linear:
        """f(n) times the square of that sum."""
        return self._times("square", f)

    def times_keys(self, f: Callable[[int], float]) -> Linear:
        """f(n) times the sum of the keys of what was answered."""
        return self._times_keyed(f, self.keys, "is", "keys")

    def times_squared_keys(self, f: Callable[[int], float]) -> Linear:
        """f(n) times the square of the sum of those keys; of a single key it is 1."""
        found = self._times_keyed(f, self.keys**2, "is", "squared keys")
        alone = {self.name("is", 1): f(1), self.name("squared keys", 1): -f(1)} if self.size > 1 else {}
        return found + Linear(0.0, alone)

    def times_keys_sum(self, f: Callable[[int], float]) -> Linear:
        """f(n) times the sum of those keys times the centred sum."""
        whole = Linear(0.0, {self.name("sum"): f(self.size) * self.keys} if self.keys else {})
        return whole + self._times_keyed(f, self.keys, "sum", "keys sum", constant=False)

    def _times(self, what: str, f: Callable[[int], float]) -> Linear:
        whole = f(self.size)
        return Linear(0.0, {self.name(what): whole} | {self.name(what, n): f(n) - whole for n in self.between})

    def _times_keyed(self, f: Callable[[int], float], keys: int, plain: str, keyed: str, constant: bool = True) -> Linear:
        whole = f(self.size) * keys
        counts = range(self.size) if constant else self.between
        gaps = {self.name(plain, n): -whole for n in counts} if whole else {}
        return Linear(whole if constant else 0.0, gaps) + Linear(0.0, {self.name(keyed, n): f(n) for n in self.between})

    @property
    def between(self) -> range:
        """The counts at which something, but not everything, is answered."""
        return range(1, self.size)


def facet_columns(pack: Pack) -> list[Columns]:
    """The columns of each facet, in the pack's order."""
    shared = table(pack).shared
    return [
        Columns(t, len(facet.items), sum(item.keyed for item in facet.items), f"{'shared' if shared[t] else 'open'} {len(facet.items)}")
        for t, facet in enumerate(pack.facets)
    ]


def item_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """For each item its response, filled in where there is none, and whether there is none."""
    found: dict[str, Column] = {}
    for item in pack.items:
        found[filled(item.key)] = people[item.key].fill_null(MIDDLE).cast("float32")
        found[gap(item.key)] = people[item.key].isnull().cast("float32")
    return found


def sum_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """For each facet the centred sum of its keyed responses, how many items are unanswered, and their keys."""
    found: dict[str, Column] = {}
    for columns, facet in zip(facet_columns(pack), pack.facets, strict=True):
        found[columns.name("sum")] = _keyed_sum(facet, people, filled, MIDDLE * columns.keys)
        found[columns.name("gaps")] = added([people[gap(item.key)] for item in facet.items])
        found[columns.name("keys")] = _keyed_sum(facet, people, gap, columns.keys) * -1
    return found


def _keyed_sum(facet: Facet, people: Table, name: Callable[[str], str], centre: float) -> Column:
    """The sum of one column an item, with the sign of its key, less ``centre``."""
    plus, minus = ([people[name(item.key)] for item in facet.items if item.keyed == key] for key in (1, -1))
    found = added(plus) - added(minus) if plus and minus else added(plus) if plus else added(minus) * -1
    return (found - centre).cast("float32") if centre else found


def count_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """For each facet and each count of answered items that falls short: is it that?"""
    return {
        c.name("is", n): (people[c.name("gaps")] == c.size - n).cast("float32")
        for c in facet_columns(pack)
        for n in range(c.size)
    }


def product_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """The products of sums, keys and counts that the forms are made of."""
    found: dict[str, Column] = {}
    for c in facet_columns(pack):
        summed, keys = people[c.name("sum")], people[c.name("keys")]
        found[c.name("square")] = summed * summed
        for n in c.between:
            is_it = people[c.name("is", n)]
            found[c.name("sum", n)] = summed * is_it
            found[c.name("keys", n)] = keys * is_it
            found[c.name("square", n)] = summed * (summed * is_it)
            found[c.name("keys sum", n)] = summed * (keys * is_it)
            if n > 1:
                found[c.name("squared keys", n)] = keys * (keys * is_it)
    return found
