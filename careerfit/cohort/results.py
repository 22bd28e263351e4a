"""Rows of people → their results: what a file of results holds of each."""

from __future__ import annotations

from itertools import compress, product

import numpy as np
import polars as pl

from careerfit.cohort.arrays import weights_of
from careerfit.cohort.codes import Coder
from careerfit.cohort.kernel import NOBODY, score
from careerfit.cohort.responses import said
from careerfit.core.confidence import TIE_MOST
from careerfit.core.model import VERDICTS, Pack
from careerfit.core.quality import FLAGS
from careerfit.core.scoring import DECIMALS
from careerfit.files.frames import ADDED, FAULT, ROW, SURPLUS
from careerfit.sheets.columns import CLASS, CODE, ID, NAME
from careerfit.sheets.series import blank, nothing, text
from careerfit.text import Lang, Text

TOO_MANY = Text(
    "baris ini punya lebih banyak sel daripada kolom; beri tanda kutip pada sel yang berisi pemisah",
    "this row has more cells than there are columns; put a cell that holds a separator in quotes",
)
ERROR = "error"
BLOCK = 30_000
"""At most so many people at a time: each time costs a little, and what is worked out should stay near the processor."""
_FEW: pl.DataType = pl.Categorical()  # few different texts: each is kept, and packed, once
_VERDICTS = pl.Series(VERDICTS, dtype=_FEW)
_FLAGS = pl.Series([" ".join(compress(FLAGS, up)) or None for up in product((0, 1), repeat=2)], dtype=_FEW)


class Scorer:
    """The results of rows as ``frames`` gives them, a row each; of empty ones, who are nobody, none.

    Columns whose names begin with a blank are for those alone who make something out of the results: the row's number,
    and name and class as far as there are any. It can be sent to other processes.
    """

    def __init__(self, pack: Pack, lang: Lang) -> None:
        self.pack, self.lang, self.weights, self.coder = pack, lang, weights_of(pack), Coder(pack)
        slugs = [None, *(role.slug for role in pack.roles)]
        named = product(slugs, repeat=min(TIE_MOST, len(pack.roles)))
        self.sets = pl.Series([";".join(filter(None, some)) or None for some in named], dtype=_FEW)
        """All that a verdict may name, by the places of its roles, 0 for none; single roles come first."""

    def __call__(self, rows: pl.DataFrame) -> pl.DataFrame:
        return pl.concat([self._block(block) for block in rows.iter_slices(BLOCK)] or [self._block(rows)])

    def _block(self, rows: pl.DataFrame) -> pl.DataFrame:
        responses, duels, wrong, held, rows = said(self.pack, rows, self.lang)
        found = score(self.weights, responses, duels)
        faults = self.faults(rows)
        named, count = found.named + 1, len(self.pack.roles) + 1
        scores = zip(self.pack.roles, np.round(found.scores, DECIMALS), strict=True)
        columns = {
            ID: ids if (ids := rows.get_column(ID, default=rows[ROW].cast(pl.Int64))).dtype.is_integer() else text(ids),
            "verdict": _VERDICTS[found.kind],
            "leader": self.sets[np.where(found.named[0] == NOBODY, 0, found.leader + 1)],
            "roles": self.sets[np.ravel_multi_index(tuple(named), (count,) * len(named))],
            "probability": pl.Series(np.round(found.probability, DECIMALS), nan_to_null=True),
            **{f"score_{role.slug}": points for role, points in scores},
            "field": np.round(found.field, DECIMALS),
            "answered": found.answered,
            "flags": _FLAGS[2 * found.flags[0] + found.flags[1]],
            CODE: self.coder(responses, held),
            ERROR: wrong if (is_fine := faults.null_count() == len(faults)) else faults.fill_null(wrong),
        }
        about = {f" {name}": text(rows[name]) for name in (NAME, CLASS) if name in rows.columns} | {ROW: rows[ROW]}
        results = pl.DataFrame(columns | about)
        if is_fine and found.answered.all():
            return results
        silent = results["answered"] == 0
        bad = faults.is_not_null() | (silent & wrong.is_not_null())
        if bad.any():
            results = results.with_columns(pl.when(~bad).then(pl.exclude(ID, ERROR, "^ .*$")))
        if (nobody := silent & ~bad).any():
            blanks = blank(rows.filter(nobody).drop(ADDED, strict=False))
            results = results.filter(~nobody.scatter(nobody.arg_true(), blanks))
        return results

    def faults(self, rows: pl.DataFrame) -> pl.Series:
        """Why a row can't be read as one; null where it can."""
        told = rows.get_column(FAULT, default=nothing(rows.height))
        for cells in (rows[name] for name in SURPLUS if name in rows.columns):
            if cells.null_count() < rows.height:
                more = (cells.str.strip_chars() != "").fill_null(value=False)
                told = told.scatter(more.arg_true(), TOO_MANY.pick(self.lang))
        return told
