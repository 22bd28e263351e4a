"""Responses item by item, and their sums over blocks of successive items, in small floats: the fastest to add."""

from __future__ import annotations

from collections.abc import Sequence

from ibis.expr.types import Table

from careerfit.cohort.cells import ERROR, SPOILT, value
from careerfit.cohort.job import ID
from careerfit.cohort.vectors import Column, added, small
from careerfit.core.model import Item, Pack
from careerfit.core.quality import LONG_RUN

BLOCK = (LONG_RUN + 1) // 2
"""Wherever a long run begins, it fills one of the blocks of this many successive items."""
ANSWERED, TOTAL, SQUARES = "answered", "total responses", "squared responses"
"""Columns over all items: how many responses there are, their sum, and that of their squares."""


def filled(key: str) -> str:
    """The column of an item's response; 0 where unanswered."""
    return f"filled {key}"


def asked(key: str) -> str:
    """The column that is 1 where an item is answered, else 0; there is none in rows without gaps."""
    return f"asked {key}"


def with_responses(pack: Pack, people: Table, *, whole: bool) -> Table:
    """People with ``filled`` and ``asked`` beside the values of their cells."""
    values = {item.key: people[value(item.key)] for item in pack.items}
    found = {filled(key): cell.cast("float32") for key, cell in values.items()}
    if not whole:
        found = {name: response.fill_null(small(0)) for name, response in found.items()}
        found |= {asked(key): cell.notnull().cast("float32") for key, cell in values.items()}
    checked = [SPOILT] if whole else []
    return people.select(ID, ERROR, *checked, *(value(key) for key in values), **found)


def blocks(pack: Pack) -> list[Sequence[Item]]:
    """The pack's items in blocks of successive ones; the last may be shorter."""
    return [pack.items[start : start + BLOCK] for start in range(0, len(pack.items), BLOCK)]


def block_columns(pack: Pack, people: Table, *, whole: bool) -> dict[str, Column]:
    """For each block how many responses it has (where there are gaps), their sum, and that of their squares."""
    found: dict[str, Column] = {}
    for b, items in enumerate(blocks(pack)):
        responses = [people[filled(item.key)] for item in items]
        found[f"sum {b}"] = added(responses)
        found[f"squares {b}"] = added([response * response for response in responses])
        if not whole:
            found[f"asked {b}"] = added([people[asked(item.key)] for item in items])
    return found


def overall_columns(pack: Pack, people: Table, *, whole: bool) -> dict[str, Column]:
    """``ANSWERED``, ``TOTAL`` and ``SQUARES``, in 64-bit floats."""
    places = range(len(blocks(pack)))
    answered = small(len(pack.items)) if whole else added([people[f"asked {b}"] for b in places])
    found = {ANSWERED: answered}
    found |= {
        name: added([people[f"{what} {b}"] for b in places]) for name, what in ((TOTAL, "sum"), (SQUARES, "squares"))
    }
    return {name: column.cast("float64") for name, column in found.items()}
