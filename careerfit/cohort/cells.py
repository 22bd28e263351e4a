"""From the cells of a table to responses: what a cell says, and which rows hold cells that say nothing usable."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
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
    than a whole number from 1 to 5, with what it holds. ``whole`` rows are known to have no gaps, and no column for any.
    """
    keys = [item.key for item in pack.items]
    given = [key for key in keys if key in rows.columns]
    rows = rows.select(rows[ID], *given, **{value(key): _number(rows[key]) if key in given else _nothing() for key in keys})
    found = {filled(key): rows[value(key)].cast("float32") - small(MIDDLE) for key in keys}
    if not whole:
        found = {name: response.fill_null(small(0)) for name, response in found.items()}
        found |= {gap(key): rows[value(key)].isnull().cast("float32") for key in keys}
    rows = rows.mutate(**found)
    return _with_errors(rows, [key for key in given if rows[key].type().is_integer()], given).drop(*given)


def _with_errors(rows: Table, whole_numbers: Collection[str], given: Collection[str]) -> Table:
    """Rows with ``error``. Of whole numbers the smallest and the largest say whether all are good."""
    others = {key: fault(key) for key in given if key not in whole_numbers}
    rows = rows.mutate(**{name: _fault(rows[filled(key)]) for key, name in others.items()})
    good: dict[str, Column] = {key: rows[name] == 0 for key, name in others.items()}
    good |= {key: rows[key].between(LOWEST, HIGHEST) for key in whole_numbers}
    bad = []
    if others:
        bad.append(added([rows[name] for name in others.values()]) != 0)
    if whole_numbers:
        numbers = [rows[key] for key in whole_numbers]
        bad += [ibis.least(*numbers, HIGHEST) < LOWEST, ibis.greatest(*numbers, LOWEST) > HIGHEST]
    error = ibis.ifelse(any_of(bad), _message(rows, good), ibis.null("string"))
    return rows.mutate(error.name(ERROR)).drop(*others.values())


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


def _message(rows: Table, good: Mapping[str, Column]) -> Column:
    """The bad cells of a row, each by its column and what it holds."""
    parts = []
    for key, is_good in good.items():
        text = rows[key].cast("string")
        shown = text.re_replace(r"\.0$", "") if rows[key].type().is_floating() else text.left(MOST_SHOWN)
        is_fine = is_good.fill_null(ibis.literal(value=True))
        parts.append(ibis.ifelse(is_fine, ibis.null("string"), ibis.literal(f"{key}: ").concat(shown)))
    return ibis.literal("; ").join(parts)


def any_of(conditions: Collection[Column]) -> Column:
    """Does any of these hold?"""
    return reduce(or_, conditions)
