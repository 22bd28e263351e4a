"""Linear forms over columns: the shape of nearly everything that the scorer works out of a person's answers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any, TypeAlias

import ibis
from ibis.expr.types import Table

Column: TypeAlias = Any
"""A column expression; Ibis' own types are too loose to tell more."""
HALF = ibis.literal(0.5, "float32")


@dataclass(frozen=True, slots=True)
class Linear:
    """``constant`` plus, for each column by name, its coefficient times its value."""

    constant: float = 0.0
    terms: Mapping[str, float] = field(default_factory=dict)

    def __add__(self, other: Linear) -> Linear:
        return total((self, other))

    def over(self, columns: Collection[str]) -> Linear:
        """The form where all columns but these are known to be 0."""
        return Linear(self.constant, {name: c for name, c in self.terms.items() if name in columns})

    def __mul__(self, factor: float) -> Linear:
        return Linear(self.constant * factor, {name: c * factor for name, c in self.terms.items()})


def total(forms: Iterable[Linear]) -> Linear:
    """The sum of some forms."""
    constant, terms = 0.0, dict[str, float]()
    for form in forms:
        constant += form.constant
        for name, coefficient in form.terms.items():
            terms[name] = terms.get(name, 0.0) + coefficient
    return Linear(constant, {name: c for name, c in terms.items() if c})


def weighted(weights: Sequence[float], forms: Sequence[Linear]) -> Linear:
    """The weighted sum of some forms."""
    return total(form * weight for weight, form in zip(weights, forms, strict=True) if weight)


def added(columns: Sequence[Column]) -> Column:
    """The sum of some columns, as a balanced tree: a chain of hundreds would be too deep for parsers of SQL."""
    while len(columns) > 1:
        pairs = [columns[i : i + 2] for i in range(0, len(columns), 2)]
        columns = [pair[0] + pair[1] if len(pair) > 1 else pair[0] for pair in pairs]
    return columns[0]


def rendered(form: Linear, table: Table) -> Column:
    """A form as an expression over a table's columns, in 64-bit floats.

    Each kind of columns (their name up to its last blank) is added up with its commonest coefficient, and the few
    columns that have another one are corrected for: forms that differ in few coefficients then have most of their sums
    in common, and the engine works those out once. Columns hold small whole numbers, whose sums are exact.
    """
    common: list[Column] = []
    special: list[Column] = []
    for _, names in groupby(sorted(form.terms), key=_kind):
        _render_kind({name: form.terms[name] for name in names}, table, common, special)
    if form.constant or not form.terms:
        common.append(ibis.literal(form.constant, "float64"))
    return added([added(part) for part in (common, special) if part])


def _kind(name: str) -> str:
    return name.rpartition(" ")[0]


def _render_kind(terms: Mapping[str, float], table: Table, common: list[Column], special: list[Column]) -> None:
    most = Counter(terms.values()).most_common(1)[0][0]
    common.append(_times(added([table[name] for name in terms]), most))
    rest: dict[float, list[str]] = {}
    for name, coefficient in terms.items():
        if coefficient != most:
            rest.setdefault(coefficient - most, []).append(name)
    sums = {coefficient: added([table[name] for name in names]) for coefficient, names in rest.items()}
    while sums:
        coefficient = max(sums, key=abs)
        together = sums.pop(coefficient)
        half = next((other for other in sums if math.isclose(2 * other, coefficient, rel_tol=1e-12)), None)
        if half is not None:
            together = together + sums.pop(half) * HALF
        special.append(_times(together, coefficient))


def _times(column: Column, coefficient: float) -> Column:
    wide = column.cast("float64")
    return wide if coefficient == 1 else wide * coefficient
