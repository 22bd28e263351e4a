"""The long run: the same answer many times running, in the pack's order of items."""

from __future__ import annotations

import ibis
from ibis.expr.types import Table

from careerfit.cohort.cells import ERROR, small, value
from careerfit.cohort.linear import Column
from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.core.quality import LONG_RUN

SUSPECT = "alike"
RUN = "|".join(f"{response}{{{LONG_RUN}}}" for response in range(LOWEST, HIGHEST + 1))


def suspicion(pack: Pack, people: Table) -> Column:
    """0 where enough successive pairs of neighbouring items are answered alike, or not at all, to hold a long run.

    Hardly anyone's are, so that the run itself need not be looked for, which costs far more.
    """
    firsts, seconds = ([people[value(item.key)] for item in pack.items[start::2]] for start in (0, 1))
    steps = [a - b for a, b in zip(firsts, seconds, strict=False)]
    sums = window_sums([(step * step).fill_null(small(0)) for step in steps], (LONG_RUN - 1) // 2)
    if not sums:
        return ibis.literal(0.0, "float64").name(SUSPECT)
    found = [s.cast("float64") for s in sums]
    return (ibis.least(*found) if len(found) > 1 else found[0]).name(SUSPECT)


def window_sums(columns: list[Column], length: int) -> list[Column]:
    """The sums of all windows of that length, by doubling: a window is two halves, and one more where it is odd."""
    if length <= 1:
        return columns if length else []
    step = length // 2
    half = window_sums(columns, step)
    sums = [a + b for a, b in zip(half, half[step:], strict=False)]
    if length % 2:
        sums = [a + b for a, b in zip(sums, columns[2 * step :], strict=False)]
    return sums


def long_run(pack: Pack, people: Table) -> Column:
    """Does a form hold a long run? Told from the responses written one after the other, gaps left out."""
    written = ibis.literal("").join([people[value(item.key)].cast("int8").cast("string") for item in pack.items])
    return ibis.and_(people[SUSPECT] == 0, people[ERROR].isnull()).ifelse(written.re_search(RUN), ibis.literal(value=False))
