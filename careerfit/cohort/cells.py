"""From the cells of a table to responses: what a cell says, and which rows hold cells that say nothing usable."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import reduce
from operator import or_

import ibis
from ibis.expr.types import Table

from careerfit.cohort.job import ID
from careerfit.cohort.vectors import Column, small
from careerfit.core.model import HIGHEST, LOWEST, Pack

MIDDLE = (LOWEST + HIGHEST) / 2
BAD = 0
"""What stands for a cell that holds no whole number at all."""
MOST_SHOWN = 40
"""A bad value is shown with at most this many characters."""


def value(key: str) -> str:
    """The column of an item's cell as a whole number: empty where unanswered, out of the scale where it is bad."""
    return f"value {key}"


def away(key: str) -> str:
    """The column of how far an item's response lies from the middle of the scale, as a small float; 0 where unanswered.

    Small floats are the fastest to add, and the gaps between the roles do not depend on where the scale begins.
    """
    return f"away {key}"


def with_values(pack: Pack, rows: Table, *, whole: bool = False) -> Table:
    """Rows with ``id``, their own cells, and for each item its ``value`` and ``away``.

    Items without a column are unanswered. Of ``whole`` rows, which have a column and an answer for every item, the
    cells themselves are left out.
    """
    keys = [item.key for item in pack.items]
    values = {value(key): _whole_number(rows[key]) if key in rows.columns else ibis.null("int8") for key in keys}
    rows = rows.select(ID, *([] if whole else _given(pack, rows)), **values)
    return rows.mutate(**{away(key): _away(rows[value(key)], whole=whole) for key in keys})


def error(pack: Pack, people: Table) -> Column:
    """Each column of the row that holds anything but a whole number from 1 to 5, with what it holds; else empty."""
    return ibis.ifelse(is_bad(pack, people), _message(people, _given(pack, people)), ibis.null("string"))


def is_bad(pack: Pack, people: Table) -> Column:
    """Is any response out of the scale? Where a file's statistics tell that none is, the engine does not look."""
    values = [people[value(item.key)] for item in pack.items]
    if len(values) == 1:
        return ~values[0].between(LOWEST, HIGHEST)
    return (ibis.least(*values) < LOWEST) | (ibis.greatest(*values) > HIGHEST)


def _given(pack: Pack, rows: Table) -> list[str]:
    return [item.key for item in pack.items if item.key in rows.columns]


def _away(response: Column, *, whole: bool) -> Column:
    distance = response.cast("float32") - small(MIDDLE)
    return distance if whole else distance.fill_null(small(0))


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


def _message(rows: Table, keys: Sequence[str]) -> Column:
    """The bad cells of a row, each by its column and what it holds; written for a row only where there are any."""
    named = [ibis.literal(f"{key}: ").concat(_shown(rows[key])) for key in keys]
    sound = [rows[value(key)].between(LOWEST, HIGHEST).fill_null(ibis.literal(value=True)) for key in keys]
    parts = [ibis.ifelse(is_sound, ibis.null("string"), part) for is_sound, part in zip(sound, named, strict=True)]
    return ibis.literal("; ").join(parts)


def _shown(cell: Column) -> Column:
    text = cell.cast("string")
    return text.re_replace(r"\.0$", "") if cell.type().is_floating() else text.left(MOST_SHOWN)


def any_of(conditions: Collection[Column]) -> Column:
    """Does any of these hold?"""
    return reduce(or_, conditions)
