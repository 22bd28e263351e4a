"""The long run: the same answer many times running, in the pack's order of items."""

from __future__ import annotations

from itertools import pairwise

import ibis
from ibis.expr.types import Table

from careerfit.cohort.cells import ERROR, small, value
from careerfit.cohort.linear import Column, added
from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.core.quality import LONG_RUN

SUSPECT = "suspect"
BLOCK = (LONG_RUN + 1) // 2
"""Wherever a long run begins, it fills one of the blocks of this many successive items."""
RUN = "|".join(f"{response}{{{LONG_RUN}}}" for response in range(LOWEST, HIGHEST + 1))


def suspicion(pack: Pack, people: Table, *, whole: bool) -> Column:
    """Is some block of items answered alike, or not at all?

    Without one there is no long run; so few people have one that the run itself, which costs far more, is hardly ever
    looked for. Worked out as a product of sums of squares, which engines are far faster at than at comparing.
    """
    cells = [people[value(item.key)].cast("float32") for item in pack.items]
    product: Column = None
    for start in range(0, len(cells) - BLOCK + 1, BLOCK):
        block = cells[start : start + BLOCK]
        steps = [(a - b) * (a - b) for a, b in pairwise(block)]
        spread = added(steps if whole else [step.fill_null(small(0)) for step in steps]).cast("float64")
        product = spread if product is None else product * spread
    found = ibis.literal(value=True) if product is None else product == 0
    return found.name(SUSPECT)


def long_run(pack: Pack, people: Table) -> Column:
    """Does a form hold a long run? Told from the responses written one after the other, gaps left out."""
    written = ibis.literal("").join([people[value(item.key)].cast("int8").cast("string") for item in pack.items])
    worth_a_look = ibis.and_(people[SUSPECT], people[ERROR].isnull())
    return worth_a_look.ifelse(written.re_search(RUN), ibis.literal(value=False))
