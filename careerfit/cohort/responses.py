"""The cells of a file of people: what each says, as numbers for all of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
import polars as pl

from careerfit.cohort.arrays import Array, Whole
from careerfit.core.answer_code import decode
from careerfit.core.model import HIGHEST, DuelAnswer, Pack
from careerfit.core.scoring import NEUTRAL_RATING, OTHER, PREFERRED
from careerfit.errors import UsageError
from careerfit.sheets.cells import UNANSWERED, WRONG, code_in, response
from careerfit.sheets.columns import AGAIN, CODE
from careerfit.sheets.series import joined, nothing, responses, small_numbers, text, with_codes_found
from careerfit.text import Lang

MOST_SHOWN = 40
"""A wrong cell is shown with at most this many characters."""


class Said(NamedTuple):
    """What rows say: ``responses`` (I × P, 8-bit, 0 for unanswered), what ``duels`` add (as ``kernel.score`` has it),
    and what is ``wrong`` with each row, in words: null for nothing. ``held`` has the duels themselves by their rows;
    ``rows`` are these, with codes that stood elsewhere in their column.
    """

    responses: Whole
    duels: Array | None
    wrong: pl.Series
    held: Mapping[int, tuple[DuelAnswer, ...]]
    rows: pl.DataFrame


def said(pack: Pack, rows: pl.DataFrame, lang: Lang) -> Said:
    """What rows of people say, in columns of items and of answer codes; items without a column are unanswered.

    Where an item has a cell of its own that says something, the code's does not count; where it has several that don't
    say the same, nobody knows.
    """
    heads = dict.fromkeys(rows.columns)
    keys, again = [item.key for item in pack.items if item.key in heads], [name for name in heads if AGAIN in name]
    columns = {key: [key, *(name for name in again if name.startswith(f"{key}{AGAIN}"))] for key in keys}
    if again:
        found = np.array([joined([responses(pack, rows[name]) for name in columns[key]]) for key in keys])
    elif (numbers := small_numbers(rows[keys], HIGHEST)) is not None:
        found = numbers
    else:
        found = pl.DataFrame([responses(pack, rows[key]) for key in keys]).to_numpy(order="fortran").T
    wrong = nothing(rows.height)
    if found.min(initial=UNANSWERED) < UNANSWERED:
        wrong, found = _wrong_cells(rows, columns, found), np.maximum(found, UNANSWERED)
    if len(keys) < len(pack.items):
        some, found = found, np.zeros((len(pack.items), rows.height), np.int8)
        found[[item.key in heads for item in pack.items]] = some.reshape(len(keys), rows.height)
    rows = with_codes_found(pack, rows, found.max(axis=0) == UNANSWERED)
    return _with_codes(pack, rows, found, wrong, lang) if CODE in rows.columns else Said(found, None, wrong, {}, rows)


def _wrong_cells(rows: pl.DataFrame, columns: Mapping[str, Sequence[str]], found: Whole) -> pl.Series:
    """The wrong cells of each row by their items, with what they hold."""
    told = []
    for (key, names), own in zip(columns.items(), found == WRONG, strict=True):
        if own.any():
            cells = [text(rows[name]).str.strip_suffix(".0").replace("", None) for name in names]
            shown = pl.concat_str(cells, separator=" / ", ignore_nulls=True).str.slice(0, MOST_SHOWN)
            told.append(pl.when(pl.Series(own)).then(pl.lit(f"{key}: ") + shown))
    return pl.select(pl.concat_str(told, separator="; ", ignore_nulls=True).replace("", None)).to_series()


def _with_codes(pack: Pack, rows: pl.DataFrame, found: Whole, wrong: pl.Series, lang: Lang) -> Said:
    """The same with what answer codes hold."""
    whole, duels, told, given = found.copy(), np.zeros((2, len(pack.facets), rows.height)), wrong.to_list(), {}
    for row, code in enumerate(text(rows[CODE]).str.strip_chars().fill_null("")):
        if response(code, {}) == UNANSWERED:
            continue
        try:
            answers = decode(pack, code_in(pack, code))
        except UsageError as error:
            told[row] = "; ".join(filter(None, [told[row], f"{CODE}: {error.headline.pick(lang)}"]))
            continue
        held = np.array([answers.responses.get(item.key, UNANSWERED) for item in pack.items], np.int8)
        whole[:, row] = np.where(whole[:, row] == UNANSWERED, held, whole[:, row])
        given[row] = answers.duels
        for duel in answers.duels:
            for facet, keyed in ((duel.preferred, PREFERRED), (duel.other, OTHER)):
                duels[:, pack.facet_index[facet], row] += 1, keyed - NEUTRAL_RATING
    return Said(whole, duels, pl.Series(told, dtype=pl.String), given, rows)
