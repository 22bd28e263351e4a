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
    """The column of an item's cell as a number; empty where unanswered, NaN where it is none."""
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


def with_responses(pack: Pack, rows: Table, *, whole: bool = False) -> Table:
    """Rows with ``id``, ``error``, and for each item its value, response and gap, these two in 32-bit floats.

    Items without a column are unanswered. ``error`` is empty, or names each column of the row that holds something else
    than a whole number from 1 to 5, with what it holds. ``whole`` rows have no gaps, and no columns for any.
    """
    keys = [item.key for item in pack.items]
    given = [key for key in keys if key in rows.columns]
    values = {value(key): _number(rows[key]) if key in given else _nothing() for key in keys}
    rows = rows.select(rows[ID], *given, **values)
    found = {filled(key): rows[value(key)].cast("float32") - small(MIDDLE) for key in keys}
    if not whole:
        found = {name: response.fill_null(small(0)) for name, response in found.items()}
        found |= {gap(key): rows[value(key)].isnull().cast("float32") for key in keys}
    return _with_errors(rows.mutate(**found), given).drop(*given)


def _with_errors(rows: Table, keys: Collection[str]) -> Table:
    """Rows with ``error``."""
    rows = rows.mutate(**{fault(key): _fault(rows[filled(key)]) for key in keys})
    error = ibis.ifelse(added([rows[fault(key)] for key in keys]) == 0, ibis.null("string"), _message(rows, keys))
    return rows.mutate(error.name(ERROR)).drop(*(fault(key) for key in keys))


def small(number: float) -> Column:
    """A number that leaves 32-bit floats what they are."""
    return ibis.literal(number, "float32")


def _nothing() -> Column:
    return ibis.null("float32")


def _number(cell: Column) -> Column:
    """A cell as a number, stored as one or as text; text may have a decimal comma and blanks around it."""
    if cell.type().is_integer():
        return cell
    if cell.type().is_numeric():
        return cell.cast("float32")
    text = cell.cast("string")
    plain = text.strip()
    number = plain.replace(",", ".").try_cast("float32").fill_null(small(math.nan))
    return ibis.coalesce(text.try_cast("float32"), ibis.ifelse(plain.fill_null("") == "", _nothing(), number))


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
        named = ibis.literal(f"{key}: ").concat(shown)
        parts.append(ibis.ifelse(rows[fault(key)] == 0, ibis.null("string"), named))
    return ibis.literal("; ").join(parts)


def any_of(conditions: Collection[Column]) -> Column:
    """Does any of these hold?"""
    return reduce(or_, conditions)
