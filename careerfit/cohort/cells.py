"""The cells of a file of people: what each says, as numbers for all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import polars as pl

from careerfit.cohort.arrays import UNANSWERED, Array, Whole
from careerfit.cohort.columns import CODE
from careerfit.core.answer_code import decode
from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.core.scoring import NEUTRAL_RATING, OTHER, PREFERRED
from careerfit.errors import UsageError
from careerfit.text import Lang

WRONG = -1
"""What stands for a cell that says nothing usable."""
RESPONSE = re.compile(r"\+?0*([1-5])(?:[.,]0*)?")
MISSING = re.compile(
    r"(?:n/?a|n\.a\.|#n/a|nan|null|none|nil|missing|\?|\.|-+|–|—|-(?:9|77|88|99|777|888|999|9999)(?:[.,]0*)?)?"
)
"""How spreadsheets, R, SPSS and people write that there is no answer."""
MOST_SHOWN = 40
"""A wrong cell is shown with at most this many characters."""


class Said(NamedTuple):
    """What rows say: ``responses`` (I × P, 8-bit, 0 for unanswered), what ``duels`` add (as ``kernel.score`` has it),
    and what is ``wrong`` with each row, in words: null for nothing.
    """

    responses: Whole
    duels: Array | None
    wrong: pl.Series


def response(text: str) -> int:
    """What a cell says: 1 to 5, ``UNANSWERED`` (0) or ``WRONG`` (−1). A decimal comma and quotes are taken."""
    word = text.strip().strip("\"'").strip().casefold().replace("−", "-")
    if MISSING.fullmatch(word):
        return UNANSWERED
    found = RESPONSE.fullmatch(word)
    return int(found[1]) if found and word.isascii() else WRONG


def said(pack: Pack, rows: pl.DataFrame, lang: Lang) -> Said:
    """What rows of people say, in columns of items and of answer codes; items without a column are unanswered.

    Where an item has a cell of its own that says something, the code's does not count.
    """
    keys = [item.key for item in pack.items if item.key in rows.columns]
    found = _small_numbers(rows.select(keys))
    if found is None:
        found = pl.DataFrame([_responses(rows[key]) for key in keys]).to_numpy(order="fortran").T
    wrong = nothing(rows.height)
    if found.min(initial=UNANSWERED) < UNANSWERED:
        wrong, found = _wrong_cells(rows, keys, found), np.maximum(found, UNANSWERED)
    if len(keys) < len(pack.items):
        some, found = found, np.zeros((len(pack.items), rows.height), np.int8)
        found[[item.key in rows.columns for item in pack.items]] = some.reshape(len(keys), rows.height)
    return _with_codes(pack, rows[CODE], found, wrong, lang) if CODE in rows.columns else Said(found, None, wrong)


def _small_numbers(cells: pl.DataFrame) -> Whole | None:
    """Cells that are responses or nothing and stored as 8-bit numbers, taken as a whole; None where one is not."""
    if set(cells.dtypes) != {pl.Int8()}:
        return None
    gaps = sum(cells.null_count().row(0))
    found: Whole = (cells.fill_null(UNANSWERED) if gaps else cells).to_numpy(order="fortran").T
    lowest, highest, given = found.min(initial=0), found.max(initial=0), np.count_nonzero(found)
    return found if lowest >= UNANSWERED and highest <= HIGHEST and given == found.size - gaps else None


def _responses(cells: pl.Series) -> pl.Series:
    """Cells as 8-bit numbers, whatever they are stored as; odd ones by what each different one says."""
    if cells.dtype.is_integer() and {cells.min(), cells.max()} <= {None, *range(LOWEST, HIGHEST + 1)}:
        return cells.cast(pl.Int8).fill_null(UNANSWERED)
    told = text(cells).fill_null("")
    return told.replace_strict({one: response(one) for one in ["", *told.unique()]}, return_dtype=pl.Int8)


def _wrong_cells(rows: pl.DataFrame, keys: Sequence[str], found: Whole) -> pl.Series:
    """The wrong cells of each row by their items, with what they hold."""
    told = []
    for key, own in zip(keys, found == WRONG, strict=True):
        if own.any():
            shown = text(rows[key]).str.strip_suffix(".0").str.slice(0, MOST_SHOWN)
            told.append(pl.when(pl.Series(own)).then(pl.lit(f"{key}: ") + shown))
    return pl.select(pl.concat_str(told, separator="; ", ignore_nulls=True).replace("", None)).to_series()


def _with_codes(pack: Pack, codes: pl.Series, responses: Whole, wrong: pl.Series, lang: Lang) -> Said:
    """The same with what answer codes hold."""
    responses, duels, told = responses.copy(), np.zeros((2, len(pack.facets), len(codes))), wrong.to_list()
    for row, code in enumerate(text(codes).str.strip_chars().fill_null("")):
        if not code:
            continue
        try:
            answers = decode(pack, code)
        except UsageError as error:
            told[row] = "; ".join(filter(None, [told[row], f"{CODE}: {error.headline.pick(lang)}"]))
            continue
        held = np.array([answers.responses.get(item.key, UNANSWERED) for item in pack.items], np.int8)
        responses[:, row] = np.where(responses[:, row] == UNANSWERED, held, responses[:, row])
        for duel in answers.duels:
            for facet, keyed in ((duel.preferred, PREFERRED), (duel.other, OTHER)):
                duels[:, pack.facet_index[facet], row] += 1, keyed - NEUTRAL_RATING
    return Said(responses, duels, pl.Series(told, dtype=pl.String))


def nothing(height: int) -> pl.Series:
    """So many empty texts."""
    return pl.Series([None], dtype=pl.String).new_from_index(0, height)


def text(cells: pl.Series) -> pl.Series:
    """Cells as text, whatever they are stored as."""
    if cells.dtype.is_nested() or cells.dtype in (pl.Binary, pl.Object):
        return pl.Series(cells.name, [None if cell is None else str(cell) for cell in cells.to_list()], pl.String)
    return cells.cast(pl.String)
