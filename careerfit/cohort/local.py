"""The engine for one machine: rows stream from file to file, block by block, on all processors."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from careerfit.cohort.columns import ID, columns_of
from careerfit.cohort.job import Outcome
from careerfit.cohort.results import ERROR, Scorer
from careerfit.core.model import Pack
from careerfit.core.scoring import DECIMALS
from careerfit.files.endings import form_written
from careerfit.files.frames import Read, file_at, first_taken, write
from careerfit.files.tables import Source
from careerfit.files.worker import Tell
from careerfit.text import clean, safe_cell

HARMLESS = r"^[\p{L}\p{N}_][\p{L}\p{M}\p{N}_.,:;/@() -]*$"
"""Texts that are told to be harmless at a glance."""


def score_file(pack: Pack, source: Source, target: Path, tell: Tell) -> Outcome:
    """Score the people in one file into another one.

    Raises ``UsageError`` for columns that can't be used, ``DataError`` for anything that is wrong with either file.
    """
    file = file_at(source)
    columns = columns_of(pack, file.heads)

    def work(read: Read, own: Path) -> tuple[Outcome, Path]:
        own = own.with_suffix(target.suffix)
        return write_results(read(Scorer(pack, source.lang)), own), own

    outcome, own = first_taken(file, columns.names, columns.items, work, tell)
    own.replace(target)
    return outcome._replace(missing=columns.missing, others=columns.others, skipped=file.more)


def write_results(results: pl.LazyFrame, target: Path) -> Outcome:
    """Write results into a file, in their order; what came of the people."""
    form = form_written(target.name)
    counts = [[0, 0, 0, 0]]

    def finished(block: pl.DataFrame) -> pl.DataFrame:
        answered = block["answered"].fill_null(-1)
        noted = (answered > 0) & block[ERROR].is_not_null()
        counts.append([int(those.sum()) for those in (answered > 0, noted, answered < 0, answered == 0)])
        if form in ("parquet", "jsonl"):
            return block
        # For people: numbers have nine decimals, and texts that are not our own do no harm
        texts = [_harmless(block[name], is_excel=form == "excel") for name in (ID, ERROR)]
        return block.with_columns(pl.selectors.float().round(DECIMALS), *texts)

    write(results.map_batches(finished, streamable=True), target)
    people, noted, bad, silent = (sum(those) for those in zip(*counts, strict=True))
    return Outcome(people, noted, bad, silent)


def _harmless(cells: pl.Series, *, is_excel: bool) -> pl.Series:
    """Texts that neither steer nor are taken for formulas, which those in Excel's own files never are."""
    if cells.dtype != pl.String:
        return cells
    odd = ~cells.str.contains(HARMLESS).fill_null(value=True)
    return cells.scatter(odd.arg_true(), [(clean if is_excel else safe_cell)(cell) for cell in cells.filter(odd)])
