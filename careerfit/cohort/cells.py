"""From the cells of a table to responses: what a cell says, and which rows hold cells that say nothing usable."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce
from operator import or_

import ibis
from ibis.expr.types import Table

from careerfit.cohort.job import ID
from careerfit.cohort.vectors import Column
from careerfit.core.model import HIGHEST, LOWEST, Pack

ERROR, SPOILT = "error", "spoilt"
BAD = 0
"""What stands for a cell that holds no whole number at all."""
MOST_SHOWN = 40
"""A bad value is shown with at most this many characters."""


def value(key: str) -> str:
    """The column of an item's cell as a whole number: empty where unanswered, out of the scale where it is bad."""
    return f"value {key}"


def with_values(pack: Pack, rows: Table, *, whole: bool = False) -> Table:
    """Rows with ``id``, ``error``, and for each item its value.

    Items without a column are unanswered. ``error`` is empty, or names each column of the row that holds something else
    than a whole number from 1 to 5, with what it holds. Of ``whole`` rows ``SPOILT`` says whether any cell is bad; then
    all have to be read again.
    """
    keys = [item.key for item in pack.items]
    given = [key for key in keys if key in rows.columns]
    values = {value(key): _whole_number(rows[key]) if key in given else ibis.null("int8") for key in keys}
    rows = rows.select(rows[ID], *given, **values)
    bad = _is_bad([rows[name] for name in values])
    if whole:
        return rows.select(ID, ibis.null("string").name(ERROR), bad.name(SPOILT), *values)
    error = ibis.ifelse(bad, _message(rows, given), ibis.null("string"))
    return rows.select(ID, error.name(ERROR), *values)


def _whole_number(cell: Column) -> Column:
    """A cell as a whole number, stored as one, as another number or as text."""
    if cell.type().is_integer():
        return cell
    if cell.type().is_numeric():
        return _response(cell)
    return _from_text(cell.cast("string").strip())


def _response(cell: Column) -> Column:
    is_response = cell.between(LOWEST, HIGHEST) & (cell == cell.floor())
    return ibis.cases(
        (cell.isnull(), ibis.null("int8")),
        (is_response, cell.cast("int8")),
        else_=ibis.literal(BAD, "int8"),
    )


def _from_text(text: Column) -> Column:
    """Text may have a decimal comma; blank text is no answer."""
    found = _response(text.replace(",", ".").try_cast("float32")).fill_null(ibis.literal(BAD, "int8"))
    return ibis.ifelse(text.fill_null("") == "", ibis.null("int8"), found)


def _is_bad(values: Sequence[Column]) -> Column:
    """Is any of these values out of the scale?"""
    return (least(values) < LOWEST) | (greatest(values) > HIGHEST)


def _message(rows: Table, keys: Sequence[str]) -> Column:
    """The bad cells of a row, each by its column and what it holds; written for a row only where there are any."""
    named = [ibis.literal(f"{key}: ").concat(_shown(rows[key])) for key in keys]
    sound = [rows[value(key)].between(LOWEST, HIGHEST).fill_null(ibis.literal(value=True)) for key in keys]
    parts = [ibis.ifelse(is_sound, ibis.null("string"), part) for is_sound, part in zip(sound, named, strict=True)]
    return ibis.literal("; ").join(parts)


def _shown(cell: Column) -> Column:
    text = cell.cast("string")
    return text.re_replace(r"\.0$", "") if cell.type().is_floating() else text.left(MOST_SHOWN)


def least(columns: Sequence[Column]) -> Column:
    """The smallest of some columns, empty ones left out."""
    return ibis.least(*columns) if len(columns) > 1 else columns[0]


def greatest(columns: Sequence[Column]) -> Column:
    """The largest of some columns, empty ones left out."""
    return ibis.greatest(*columns) if len(columns) > 1 else columns[0]


def any_of(conditions: Collection[Column]) -> Column:
    """Does any of these hold?"""
    return reduce(or_, conditions)
