"""What is known of a facet, as linear forms over a few columns of small whole numbers.

Responses are centred, from −2 to 2, so that an unanswered item adds nothing to a sum; what depends on how many items
were answered differs from a whole facet's by terms for each smaller count. So one formula holds for everyone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import ibis
from ibis.expr.types import Table

from careerfit.cohort.cells import filled, gap
from careerfit.cohort.linear import Column, Linear, added
from careerfit.core.model import Facet, Pack
from careerfit.core.scoring import table

MINUS = ibis.literal(-1.0, "float32")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one facet, and functions of its answers as linear forms over them.

    ``keys`` is the sum of the keys of its ``size`` items. For each number ``n`` of answered items its columns are: is
    it ``n``, and times that the sum of keyed responses, its square, and each with the sum of the answered keys. Columns
    of facets that all roles weigh alike have names of one ``kind``.
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
        """f(n) times the sum of the keyed responses."""
        return self._times("sum", f)

    def times_square(self, f: Callable[[int], float]) -> Linear:
        """f(n) times the square of that sum."""
        return self._times("square", f)

    def times_keys(self, f: Callable[[int], float]) -> Linear:
        """f(n) times the sum of the keys of what was answered."""
        return self._times_keyed(f, self.keys, "is", "keys", range(self.size))

    def times_squared_keys(self, f: Callable[[int], float]) -> Linear:
        """f(n) times the square of the sum of those keys; of a single key it is 1."""
        found = self._times_keyed(f, self.keys**2, "is", "squared keys", range(self.size))
        alone = {self.name("is", 1): f(1), self.name("squared keys", 1): -f(1)} if self.size > 1 else {}
        return found + Linear(0.0, alone)

    def times_keys_sum(self, f: Callable[[int], float]) -> Linear:
        """f(n) times the sum of those keys times the sum of the keyed responses."""
        whole = Linear(0.0, {self.name("sum"): f(self.size) * self.keys} if self.keys else {})
        return whole + self._times_keyed(f, self.keys, "sum", "keys sum", self.between)

    def _times(self, what: str, f: Callable[[int], float]) -> Linear:
        whole = f(self.size)
        return Linear(0.0, {self.name(what): whole} | {self.name(what, n): f(n) - whole for n in self.between})

    def _times_keyed(self, f: Callable[[int], float], keys: int, plain: str, keyed: str, counts: range) -> Linear:
        whole = f(self.size) * keys
        short = {self.name(plain, n): -whole for n in counts} if whole else {}
        constant = whole if plain == "is" else 0.0
        return Linear(constant, short) + Linear(0.0, {self.name(keyed, n): f(n) for n in self.between})

    @property
    def between(self) -> range:
        """The counts at which something, but not everything, is answered."""
        return range(1, self.size)


def facet_columns(pack: Pack) -> list[Columns]:
    """The columns of each facet, in the pack's order."""
    shared = table(pack).shared
    return [_columns(t, facet, "shared" if shared[t] else "open") for t, facet in enumerate(pack.facets)]


def _columns(index: int, facet: Facet, weighing: str) -> Columns:
    size = len(facet.items)
    return Columns(index, size, sum(item.keyed for item in facet.items), f"{weighing} {size}")


def sum_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """For each facet the sum of its keyed responses."""
    return {c.name("sum"): _keyed_sum(f, people, filled) for c, f in zip(facet_columns(pack), pack.facets, strict=True)}


def gap_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """For each facet how many items are unanswered, and the sum of the keys of the others."""
    found: dict[str, Column] = {}
    for columns, facet in zip(facet_columns(pack), pack.facets, strict=True):
        found[columns.name("gaps")] = added([people[gap(item.key)] for item in facet.items])
        missing = _keyed_sum(facet, people, gap)
        found[columns.name("keys")] = (missing - columns.keys if columns.keys else missing) * MINUS
    return found


def _keyed_sum(facet: Facet, people: Table, name: Callable[[str], str]) -> Column:
    """The sum of one column an item, with the sign of its key."""
    plus, minus = ([people[name(item.key)] for item in facet.items if item.keyed == key] for key in (1, -1))
    if not minus:
        return added(plus)
    return added(plus) - added(minus) if plus else added(minus) * MINUS


def count_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """For each facet and each count of answered items that falls short: is it that?"""
    return {
        c.name("is", n): (people[c.name("gaps")] == c.size - n).cast("float32")
        for c in facet_columns(pack)
        for n in range(c.size)
    }


def square_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """For each facet the square of the sum of its keyed responses."""
    return {c.name("square"): people[c.name("sum")] * people[c.name("sum")] for c in facet_columns(pack)}


def product_columns(pack: Pack, people: Table) -> dict[str, Column]:
    """The products of sums, keys and counts that facets with gaps are told by."""
    found: dict[str, Column] = {}
    for c in facet_columns(pack):
        summed, keys = people[c.name("sum")], people[c.name("keys")]
        for n in c.between:
            is_it = people[c.name("is", n)]
            found[c.name("sum", n)] = summed * is_it
            found[c.name("keys", n)] = keys * is_it
            found[c.name("square", n)] = summed * (summed * is_it)
            found[c.name("keys sum", n)] = summed * (keys * is_it)
            if n > 1:
                found[c.name("squared keys", n)] = keys * (keys * is_it)
    return found
