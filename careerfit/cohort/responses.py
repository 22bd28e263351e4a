"""Sums over all items, and over blocks of successive ones, of how far responses lie from the middle of the scale."""

from __future__ import annotations

from collections.abc import Sequence

from ibis.expr.types import Table

from careerfit.cohort.cells import away, value
from careerfit.cohort.vectors import Column, added, small
from careerfit.core.model import Item, Pack
from careerfit.core.quality import LONG_RUN

BLOCK = (LONG_RUN + 1) // 2
"""Wherever a long run begins, it fills one of the blocks of this many successive items."""
ANSWERED, TOTAL, SQUARES = "answered", "distances", "squares"
"""Columns over all items: how many responses there are, and the sums of their distances and of the squares of these."""


def answered(people: Table, items: Sequence[Item]) -> Column:
    """How many of these items are answered, as a small float."""
    return added([people[value(item.key)].notnull().cast("float32") for item in items])


def blocks(pack: Pack) -> list[Sequence[Item]]:
    """The pack's items in blocks of successive ones; the last may be shorter."""
    return [pack.items[start : start + BLOCK] for start in range(0, len(pack.items), BLOCK)]


def block_columns(pack: Pack, people: Table, *, whole: bool) -> dict[str, Column]:
    """For each block how many responses it has (where there are gaps), their sum, and that of their squares."""
    found: dict[str, Column] = {}
    for b, items in enumerate(blocks(pack)):
        distances = [people[away(item.key)] for item in items]
        found[f"sum {b}"] = added(distances)
        found[f"squares {b}"] = added([distance * distance for distance in distances])
        if not whole:
            found[f"asked {b}"] = answered(people, items)
    return found


def overall_columns(pack: Pack, people: Table, *, whole: bool) -> dict[str, Column]:
    """``ANSWERED``, ``TOTAL`` and ``SQUARES``, in 64-bit floats."""
    places = range(len(blocks(pack)))
    count = small(len(pack.items)) if whole else added([people[f"asked {b}"] for b in places])
    found = {ANSWERED: count}
    found |= {
        name: added([people[f"{what} {b}"] for b in places]) for name, what in ((TOTAL, "sum"), (SQUARES, "squares"))
    }
    return {name: column.cast("float64") for name, column in found.items()}
