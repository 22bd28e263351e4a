"""Numbers facet by facet, as arrays: nearly all that the scorer works out of a person's answers is inner products."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import add
from typing import Any, TypeAlias

import ibis
from ibis import udf
from ibis.expr.datatypes import Array, float64

Column: TypeAlias = Any
"""A column expression; Ibis' own types are too loose to tell more."""
INNER_PRODUCT = "list_inner_product"


@udf.scalar.builtin(name=INNER_PRODUCT)  # type: ignore[untyped-decorator]
def inner_product(a: Array[float64], b: Array[float64]) -> float64:
    """The sum of products of two arrays of one length, in 64-bit floats; no element is empty."""


@dataclass(frozen=True, slots=True)
class Vector:
    """A number for each facet: these ``factors``, or, given ``base``, an array for each person, times its elements."""

    factors: Sequence[float]
    base: Column = None

    def dot(self, weights: Sequence[float]) -> Column:
        """The weighted sum."""
        products = [factor * weight for factor, weight in zip(self.factors, weights, strict=True)]
        return number(sum(products)) if self.base is None else weighted_sum(self.base, products)

    def times(self, other: Vector) -> Column:
        """The sum of products with another one, which has no base, or the same one, or no factors but 1."""
        if self.base is None or other.base is None:
            by_hand, rest = (self, other) if self.base is None else (other, self)
            return rest.dot(by_hand.factors)
        if self.base.equals(other.base):
            return _squares(self.base, [a * b for a, b in zip(self.factors, other.factors, strict=True)])
        return inner_product(self.base, other.base)


def weighted_sum(column: Column, weights: Sequence[float]) -> Column:
    """The weighted sum of an array's elements."""
    if not any(weights):
        return number(0.0)
    return inner_product(column, ibis.literal([float(weight) for weight in weights], "array<float64>"))


def _squares(column: Column, weights: Sequence[float]) -> Column:
    """The weighted sum of squares: of all elements with the commonest weight, and what is more or less for others."""
    common = Counter(weights).most_common(1)[0][0]
    rest = [column[t] * column[t] * (weight - common) for t, weight in enumerate(weights) if weight != common]
    return added([inner_product(column, column) * common, *rest])


def number(value: float) -> Column:
    """A 64-bit float."""
    return ibis.literal(value, "float64")


def small(value: float) -> Column:
    """A number that leaves 32-bit floats what they are."""
    return ibis.literal(value, "float32")


def added(columns: Sequence[Column]) -> Column:
    """The sum of some columns, as a balanced tree: a chain of hundreds would be too deep for parsers of SQL."""
    return _paired(columns, add)


def greatest(columns: Sequence[Column]) -> Column:
    """The largest of some numbers, none of them empty: of whole ones exactly, else to the last binary place.

    By arithmetic, a + b + |a - b| halved: engines take three times as long to compare.
    """
    return _paired(columns, lambda a, b: (a + b + (a - b).abs()) * number(0.5))


def _paired(columns: Sequence[Column], join: Callable[[Column, Column], Column]) -> Column:
    """What remains when neighbours are joined, then neighbours of what they make, and so on."""
    while len(columns) > 1:
        pairs = [columns[i : i + 2] for i in range(0, len(columns), 2)]
        columns = [join(*pair) if len(pair) > 1 else pair[0] for pair in pairs]
    return columns[0]
