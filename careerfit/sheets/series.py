"""Columns of cells, whatever they are stored as. Needs the extra ``cohort``."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import polars as pl
from numpy.typing import NDArray

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


def numbers(cells: pl.Series) -> pl.Series:
    """Numbers, also as text with a decimal comma."""
    return (cells.str.replace(",", ".", literal=True) if cells.dtype == pl.String else cells).cast(pl.Float64)


def repeated(parts: Sequence[pl.Series]) -> tuple[str, ...]:
    """The texts that stand in some columns together more than once, in order; empty ones are not meant."""
    known = pl.concat(parts or [pl.Series([], dtype=pl.String)]).cast(pl.String).drop_nulls()
    if known.n_unique() == len(known):
        return ()
    return tuple(sorted(set(known.filter(known.is_duplicated())) - {""}))


def blank(rows: pl.DataFrame) -> pl.Series:
    """Is there nothing in any cell of a row?"""
    cells = [text(cells).str.strip_chars().fill_null("") == "" for cells in rows]
    return pl.DataFrame(cells).select(pl.all_horizontal(pl.all())).to_series()
