"""The long run: the same answer many times running, in the pack's order of items."""

from __future__ import annotations

import ibis
from ibis.expr.types import Table

from careerfit.cohort.cells import ERROR, any_of, value
from careerfit.cohort.linear import Column
from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.core.quality import LONG_RUN

SUSPECT = "suspect"
BLOCK = (LONG_RUN + 1) // 2
"""Wherever a long run begins, it fills one of the blocks of this many items."""
RUN = "|".join(f"{response}{{{LONG_RUN}}}" for response in range(LOWEST, HIGHEST + 1))


def suspicion(pack: Pack, people: Table) -> Column:
    """Is some block of items answered alike, or not at all?

    Without one there is no long run; so few people have one that the run itself, which costs far more, is hardly ever
    looked for.
    """
    given = [people[value(item.key)] for item in pack.items]
    cells = [cell.cast("float64") if cell.type().is_floating() else cell for cell in given]
    blocks = [cells[i : i + BLOCK] for i in range(0, len(cells) - BLOCK + 1, BLOCK)]
    alike = [ibis.least(*block) == ibis.greatest(*block) for block in blocks if len(block) > 1]
    always = ibis.literal(value=True)
    return (any_of(alike).fill_null(always) if alike else always).name(SUSPECT)


def long_run(pack: Pack, people: Table) -> Column:
    """Does a form hold a long run? Told from the responses written one after the other, gaps left out."""
    written = ibis.literal("").join([people[value(item.key)].cast("int8").cast("string") for item in pack.items])
    worth_a_look = ibis.and_(people[SUSPECT], people[ERROR].isnull())
    return worth_a_look.ifelse(written.re_search(RUN), ibis.literal(value=False))
