"""The long run: the same answer many times running, in the pack's order of items."""

from __future__ import annotations

import ibis
from ibis.expr.types import Table

from careerfit.cohort.cells import value
from careerfit.cohort.job import ERROR
from careerfit.cohort.responses import BLOCK, blocks
from careerfit.cohort.vectors import Column, small
from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.core.quality import LONG_RUN

RUN = "|".join(f"{response}{{{LONG_RUN}}}" for response in range(LOWEST, HIGHEST + 1))


def long_run(pack: Pack, people: Table, *, whole: bool) -> Column:
    """Does a form hold a long run? Told from the responses written one after the other, gaps left out.

    That costs far more than to look whether any block is answered alike, without which there is no long run; so few
    people have one that hardly anybody's answers are written.
    """
    written = ibis.literal("").join([people[value(item.key)].cast("string") for item in pack.items])
    worth_a_look = _suspicion(pack, people, whole=whole) & people[ERROR].isnull()
    return worth_a_look.ifelse(written.re_search(RUN), ibis.literal(value=False))


def _suspicion(pack: Pack, people: Table, *, whole: bool) -> Column:
    """Is some whole block answered alike, or not at all? Then n · Σd² = (Σd)²; a product of such differences is 0."""
    product: Column = None
    for b in (b for b, items in enumerate(blocks(pack)) if len(items) == BLOCK):
        count = small(BLOCK) if whole else people[f"asked {b}"]
        spread = count * people[f"squares {b}"] - people[f"sum {b}"] * people[f"sum {b}"]
        product = spread if product is None else product * spread
    return ibis.literal(value=True) if product is None else product == small(0)
