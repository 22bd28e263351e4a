"""From the cells of a table to responses: what a cell says, and which rows hold cells that say nothing usable."""

from __future__ import annotations

import math
from collections.abc import Collection
from functools import reduce
from operator import or_

import ibis
from ibis.expr.types import Table

from careerfit.cohort.job import ID
from careerfit.cohort.linear import Column, added
from careerfit.core.model import HIGHEST, LOWEST, Pack

ERROR = "error"
MIDDLE = (LOWEST + HIGHEST) / 2
MOST_SHOWN = 40
"""A bad value is shown with at most this many characters."""


def value(key: str) -> str:
    """The column of an item's cell as a number; empty where unanswered, NaN where it is no number."""
    return f"value {key}"


def filled(key: str) -> str:
    """The column of an item's response less the middle of the scale, from −2 to 2; 0 where unanswered."""
    return f"filled {key}"


def gap(key: str) -> str:
    """The column that is 1 where an item is unanswered, else 0."""
    return f"gap {key}"


def fault(key: str) -> str:
    """The column that is 0 where an item's cell is unanswered or a response, else not."""
    return f"fault {key}"


def with_responses(pack: Pack, rows: Table) -> Table:
    """Rows with ``id``, ``error``, and for each item its value, response and gap; in 32-bit floats.

    Items without a column are unanswered. ``error`` is empty, or names each column of the row that holds something else
    than a whole number from 1 to 5, with what it holds.
    """
    keys = [item.key for item in pack.items]
    given = [key for key in keys if key in rows.columns]
    rows = rows.select(
        rows[ID], *given, **{value(key): _number(rows[key]) if key in given else _nothing() for key in keys}
    )
    responses = {filled(key): (rows[value(key)] - small(MIDDLE)).fill_null(small(0)) for key in keys}
    rows = rows.mutate(**responses, **{gap(key): rows[value(key)].isnull().cast("float32") for key in keys})
    rows = rows.mutate(**{fault(key): _fault(rows[filled(key)]) for key in given})
    error = ibis.ifelse(added([rows[fault(key)] for key in given]) == 0, ibis.null("string"), _message(rows, given))
    return rows.mutate(error.name(ERROR)).drop(*given, *(fault(key) for key in given))


def small(number: float) -> Column:
    """A number that leaves 32-bit floats what they are."""
    return ibis.literal(number, "float32")


def _nothing() -> Column:
    return ibis.null("float32")


def _number(cell: Column) -> Column:
    """A cell as a number, stored as one or as text; text may have a decimal comma and blanks around it."""
    if cell.type().is_numeric():
        return cell.cast("float32")
    text = cell.cast("string")
    plain = text.strip()
    rest = ibis.ifelse(plain.fill_null("") == "", _nothing(), plain.replace(",", ".").try_cast("float32").fill_null(small(math.nan)))
    return ibis.coalesce(text.try_cast("float32"), rest)


def _fault(response: Column) -> Column:
    """0 for a response, more for any other number, NaN for none: h · (h − 1) · (h − 4), squared, of its square h."""
    square = response * response
    found = square * ((square - small(5)) * square + small(4))
    return found * found


def _message(rows: Table, keys: Collection[str]) -> Column:
    """The bad cells of a row, each by its column and what it holds."""
    parts = []
    for key in keys:
        text = rows[key].cast("string")
        shown = text.re_replace(r"\.0$", "") if rows[key].type().is_floating() else text.left(MOST_SHOWN)
        parts.append(ibis.ifelse(rows[fault(key)] == 0, ibis.null("string"), ibis.literal(f"{key}: ").concat(shown)))
    return ibis.literal("; ").join(parts)


def any_of(conditions: Collection[Column]) -> Column:
    """Does any of these hold?"""
    return reduce(or_, conditions)
