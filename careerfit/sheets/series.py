"""Columns of cells, whatever they are stored as, and what they say. Needs the extra ``cohort``."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.sheets.cells import UNANSWERED, WRONG, around_code, response, scale_words
from careerfit.sheets.columns import CLASS, CODE, ID, NAME
from careerfit.sheets.heads import CODE_BEGUN
from careerfit.text import safe_cell

HARMLESS = r"^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.,:;/@() -]*$"
"""Texts that are told to be harmless at a glance."""


def harmless(cells: pl.Series) -> pl.Series:
    """Texts that neither steer nor are taken for formulas."""
    if cells.dtype != pl.String:
        return cells
    odd = ~cells.str.contains(HARMLESS).fill_null(value=True)
    return cells.scatter(odd.arg_true(), [safe_cell(cell) for cell in cells.filter(odd)])


def nothing(height: int) -> pl.Series:
    """So many empty texts."""
    return pl.Series([None], dtype=pl.String).new_from_index(0, height)


def text(cells: pl.Series) -> pl.Series:
    """Cells as text, whatever they are stored as."""
    if cells.dtype.is_nested() or cells.dtype in (pl.Binary, pl.Object):
        return pl.Series(cells.name, [None if cell is None else str(cell) for cell in cells.to_list()], pl.String)
    return cells.cast(pl.String)


def small_numbers(cells: pl.DataFrame, highest: int) -> NDArray[np.int8] | None:
    """Cells that hold 1 to ``highest`` or nothing (0), stored as 8-bit numbers, as a whole; None where one is not."""
    if set(cells.dtypes) != {pl.Int8()}:
        return None
    gaps = sum(cells.null_count().row(0))
    found: NDArray[np.int8] = (cells.fill_null(0) if gaps else cells).to_numpy(order="fortran").T
    lowest, largest, given = found.min(initial=0), found.max(initial=0), np.count_nonzero(found)
    return found if lowest >= 0 and largest <= highest and given == found.size - gaps else None


def responses(pack: Pack, cells: pl.Series) -> pl.Series:
    """Cells of an item as 8-bit numbers, 1 to 5, 0 for unanswered and −1 for a wrong one, however they are stored.

    Odd ones are told by what each different one says.
    """
    if cells.dtype.is_integer() and {cells.min(), cells.max()} <= {None, *range(LOWEST, HIGHEST + 1)}:
        return cells.cast(pl.Int8).fill_null(UNANSWERED)
    told, words = text(cells).fill_null(""), scale_words(pack)
    return told.replace_strict({one: response(one, words) for one in ["", *told.unique()]}, return_dtype=pl.Int8)


def joined(cells: Sequence[pl.Series]) -> NDArray[np.int8]:
    """What several columns of responses say together: −1 where two differ, 0 where none says anything."""
    first, *others = (one.to_numpy() for one in cells)
    for other in others:
        first = np.where(first == UNANSWERED, other, np.where((other == UNANSWERED) | (other == first), first, WRONG))
    return first


def with_codes_found(pack: Pack, rows: pl.DataFrame, silent: NDArray[np.bool_]) -> pl.DataFrame:
    """Rows with their answer codes in the column of codes, wherever they were pasted.

    Only those that are ``silent`` so far, and have none where it belongs, are looked at. Of a name or a class with a
    code in it, what stands around that is left.
    """
    if not silent.any():
        return rows
    places = pl.Series(silent).arg_true()
    codes = text(rows[CODE]) if CODE in rows.columns else nothing(rows.height)
    places = places.filter(~_has_code(codes.gather(places)))
    columns = {}
    for name in rows.columns:
        if not len(places):
            break
        if name == CODE or name.startswith(" ") or rows.schema[name].is_numeric():
            continue
        cells = text(rows[name].gather(places))
        is_code = _has_code(cells)
        if not is_code.any():
            continue
        here, found = places.filter(is_code), cells.filter(is_code)
        codes, places = codes.scatter(here, found), places.filter(~is_code)
        if name in (ID, NAME, CLASS):
            columns[name] = text(rows[name]).scatter(here, [around_code(pack, cell) or None for cell in found])
        columns[CODE] = codes
    return rows.with_columns(**columns)


def _has_code(cells: pl.Series) -> pl.Series:
    return cells.str.contains(f"(?i){CODE_BEGUN.pattern}").fill_null(value=False)


def numbers(cells: pl.Series) -> pl.Series:
    """Numbers, also as text with a decimal comma."""
    return (cells.str.replace(",", ".", literal=True) if cells.dtype == pl.String else cells).cast(pl.Float64)


def repeated(parts: Sequence[pl.Series]) -> tuple[str, ...]:
    """The texts that stand in some columns together more than once, in order; empty ones are not meant."""
    known = pl.concat(parts or [pl.Series([], dtype=pl.String)]).cast(pl.String).drop_nulls()
    if known.hash().n_unique() == len(known):
        return ()
    return tuple(sorted(set(known.filter(known.is_duplicated())) - {""}))


def blank(rows: pl.DataFrame) -> pl.Series:
    """Is there nothing in any cell of a row?"""
    cells = [text(cells).str.strip_chars().fill_null("") == "" for cells in rows]
    return pl.DataFrame(cells).select(pl.all_horizontal(pl.all())).to_series()
