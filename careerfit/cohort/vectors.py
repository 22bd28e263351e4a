"""Numbers facet by facet, as arrays: nearly all that the scorer works out of a person's answers is inner products."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

import ibis
from ibis import udf
from ibis.expr.datatypes import Array, float64

Column: TypeAlias = Any
"""A column expression; Ibis' own types are too loose to tell more."""
INNER_PRODUCT = "list_inner_product"


@udf.scalar.builtin(name=INNER_PRODUCT)
def inner_product(a: Array[float64], b: Array[float64]) -> float64:  # type: ignore[empty-body, valid-type]  # the engine's own
    """The sum of products of two arrays of one length, in 64-bit floats; no element is empty."""


@dataclass(frozen=True, slots=True)
class Vector:
    """A number for each facet: ``fixed`` ones, the same for everyone, or in a ``column`` of arrays."""

    fixed: tuple[float, ...] = ()
    column: Column = None

    def dot(self, weights: Sequence[float]) -> Column:
        """The weighted sum."""
        if self.column is None:
            return number(sum(a * b for a, b in zip(self.fixed, weights, strict=True)))
        if not any(weights):
            return number(0.0)
        return inner_product(self.column, ibis.literal([float(w) for w in weights], "array<float64>"))

    def times(self, other: Vector) -> Column:
        """The sum of products with another one."""
        if other.column is None:
            return self.dot(other.fixed)
        return other.dot(self.fixed) if self.column is None else inner_product(self.column, other.column)


def array(columns: Sequence[Column]) -> Vector:
    """A vector of columns of 64-bit floats."""
    return Vector(column=ibis.array(list(columns)))


def number(value: float) -> Column:
    """A 64-bit float."""
    return ibis.literal(value, "float64")


def small(value: float) -> Column:
    """A number that leaves 32-bit floats what they are."""
    return ibis.literal(value, "float32")


def added(columns: Sequence[Column]) -> Column:
    """The sum of some columns, as a balanced tree: a chain of hundreds would be too deep for parsers of SQL."""
    while len(columns) > 1:
        pairs = [columns[i : i + 2] for i in range(0, len(columns), 2)]
        columns = [pair[0] + pair[1] if len(pair) > 1 else pair[0] for pair in pairs]
    return columns[0]
