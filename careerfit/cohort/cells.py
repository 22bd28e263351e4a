"""The cells of a file of people: what each says, as numbers for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import polars as pl

from careerfit.cohort.arrays import Array, Whole
from careerfit.core.answer_code import decode
from careerfit.core.model import HIGHEST, LOWEST, DuelAnswer, Pack
from careerfit.core.scoring import NEUTRAL_RATING, OTHER, PREFERRED
from careerfit.errors import UsageError
from careerfit.sheets.cells import UNANSWERED, WRONG, code_in, response, scale_words
from careerfit.sheets.columns import AGAIN, CODE
from careerfit.sheets.series import nothing, small_numbers, text
from careerfit.text import Lang

MOST_SHOWN = 40
"""A wrong cell is shown with at most this many characters."""


class Said(NamedTuple):
    """What rows say: ``responses`` (I × P, 8-bit, 0 for unanswered), what ``duels`` add (as ``kernel.score`` has it),
    and what is ``wrong`` with each row, in words: null for nothing. ``held`` has the duels themselves by their rows.
    """

    responses: Whole
    duels: Array | None
    wrong: pl.Series
    held: Mapping[int, tuple[DuelAnswer, ...]] = {}


def said(pack: Pack, rows: pl.DataFrame, lang: Lang) -> Said:
    """What rows of people say, in columns of items and of answer codes; items without a column are unanswered.

    Where an item has a cell of its own that says something, the code's does not count; where it has several that don't
    say the same, nobody knows.
    """
    keys = [item.key for item in pack.items if item.key in rows.columns]
    columns = {key: [key, *(name for name in rows.columns if name.startswith(f"{key}{AGAIN}"))] for key in keys}
    if sum(map(len, columns.values())) > len(keys):
        found = np.array([_joined([_responses(pack, rows[name]) for name in columns[key]]) for key in keys])
    elif (numbers := small_numbers(rows.select(keys), HIGHEST)) is not None:
        found = numbers
    else:
        found = pl.DataFrame([_responses(pack, rows[key]) for key in keys]).to_numpy(order="fortran").T
    wrong = nothing(rows.height)
    if found.min(initial=UNANSWERED) < UNANSWERED:
        wrong, found = _wrong_cells(rows, columns, found), np.maximum(found, UNANSWERED)
    if len(keys) < len(pack.items):
        some, found = found, np.zeros((len(pack.items), rows.height), np.int8)
        found[[item.key in rows.columns for item in pack.items]] = some.reshape(len(keys), rows.height)
    return _with_codes(pack, rows[CODE], found, wrong, lang) if CODE in rows.columns else Said(found, None, wrong)


def _responses(pack: Pack, cells: pl.Series) -> pl.Series:
    """Cells as 8-bit numbers, whatever they are stored as; odd ones by what each different one says."""
    if cells.dtype.is_integer() and {cells.min(), cells.max()} <= {None, *range(LOWEST, HIGHEST + 1)}:
        return cells.cast(pl.Int8).fill_null(UNANSWERED)
    told, words = text(cells).fill_null(""), scale_words(pack)
    return told.replace_strict({one: response(one, words) for one in ["", *told.unique()]}, return_dtype=pl.Int8)


def _joined(cells: Sequence[pl.Series]) -> Whole:
    """What several cells for one item say together."""
    first, *others = (one.to_numpy() for one in cells)
    for other in others:
        first = np.where(first == UNANSWERED, other, np.where((other == UNANSWERED) | (other == first), first, WRONG))
    return first


def _wrong_cells(rows: pl.DataFrame, columns: Mapping[str, Sequence[str]], found: Whole) -> pl.Series:
    """The wrong cells of each row by their items, with what they hold."""
    told = []
    for (key, names), own in zip(columns.items(), found == WRONG, strict=True):
        if own.any():
            cells = [text(rows[name]).str.strip_suffix(".0").replace("", None) for name in names]
            shown = pl.concat_str(cells, separator=" / ", ignore_nulls=True).str.slice(0, MOST_SHOWN)
            told.append(pl.when(pl.Series(own)).then(pl.lit(f"{key}: ") + shown))
    return pl.select(pl.concat_str(told, separator="; ", ignore_nulls=True).replace("", None)).to_series()


def _with_codes(pack: Pack, codes: pl.Series, responses: Whole, wrong: pl.Series, lang: Lang) -> Said:
    """The same with what answer codes hold."""
    responses, duels, told = responses.copy(), np.zeros((2, len(pack.facets), len(codes))), wrong.to_list()
    found = {}
    for row, code in enumerate(text(codes).str.strip_chars().fill_null("")):
        if response(code, {}) == UNANSWERED:
            continue
        try:
            answers = decode(pack, code_in(pack, code))
        except UsageError as error:
            told[row] = "; ".join(filter(None, [told[row], f"{CODE}: {error.headline.pick(lang)}"]))
            continue
        held = np.array([answers.responses.get(item.key, UNANSWERED) for item in pack.items], np.int8)
        responses[:, row] = np.where(responses[:, row] == UNANSWERED, held, responses[:, row])
        found[row] = answers.duels
        for duel in answers.duels:
            for facet, keyed in ((duel.preferred, PREFERRED), (duel.other, OTHER)):
                duels[:, pack.facet_index[facet], row] += 1, keyed - NEUTRAL_RATING
    return Said(responses, duels, pl.Series(told, dtype=pl.String), found)
