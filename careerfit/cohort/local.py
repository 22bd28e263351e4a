"""The engine for one machine: rows stream from file to file, block by block, on all processors."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import polars as pl

from careerfit.cohort.job import PEOPLE, Job, Outcome
from careerfit.cohort.results import ERROR, Scorer
from careerfit.core.model import Pack
from careerfit.files.formats import form_written
from careerfit.files.frames import Alike, File, Read, file_at, first_taken, write
from careerfit.files.tables import Source
from careerfit.files.worker import Tell
from careerfit.sheets.columns import ID, Columns, columns_of
from careerfit.sheets.heads import find_heads
from careerfit.sheets.series import harmless, repeated

MOST_KEPT = 1_000_000  # people are held against each other for what they are known by: no school has more


def opened(pack: Pack, job: Job, source: Source) -> tuple[File, Columns]:
    """A file of people, and what its columns stand for. Raises ``UsageError`` and ``DataError``."""
    file = file_at(source, partial(find_heads, pack), job.sheet)
    return file, columns_of(pack, file.heads, job.known_by, strict=job.strict)


def score_file(pack: Pack, job: Job, source: Source, targets: Sequence[Path], tell: Tell) -> Outcome:
    """Score the people in one file into others.

    Raises ``UsageError`` for columns that can't be used, ``DataError`` for anything that is wrong with a file.
    """
    file, columns = opened(pack, job, source)

    def work(read: Read, own: Path) -> tuple[Outcome, list[Path]]:
        own.mkdir()
        owns = [own / target.name for target in targets]
        return write_results(read(Scorer(pack, source.lang)), owns, file.alike, columns), owns

    outcome, owns = first_taken(file, columns.names, columns.items, work, tell)
    for own, target in zip(owns, targets, strict=True):
        own.replace(target)
    return outcome._replace(skipped=file.more, above=file.above)


def write_results(results: pl.LazyFrame, targets: Sequence[Path], alike: Alike, columns: Columns) -> Outcome:
    """Write results into files, in their order; what came of the people."""
    if len(targets) > 1:
        whole = targets[0].with_name("whole.parquet")
        results.sink_parquet(whole, engine="streaming")
        results = pl.scan_parquet(whole, glob=False)
    *_, outcome = [_write(results, target, alike, columns) for target in targets]
    return outcome


def _write(results: pl.LazyFrame, target: Path, alike: Alike, columns: Columns) -> Outcome:
    form, counts = form_written(target.name), [[0, 0, 0, 0]]
    ids: list[pl.Series] = []

    def finished(block: pl.DataFrame) -> pl.DataFrame:
        answered = block["answered"].fill_null(-1)
        noted = (answered > 0) & block[ERROR].is_not_null()
        counts.append([int(those.sum()) for those in (answered > 0, noted, answered < 0, answered == 0)])
        if sum(map(len, ids)) < MOST_KEPT:
            ids.append(block[ID])
        # Texts that are not our own do no harm to people who look at them in a spreadsheet
        return block if form in ("parquet", "jsonl") else block.with_columns(map(harmless, block[[ID, ERROR]]))

    written = results.map_batches(finished, streamable=True)
    write(written if target.name == PEOPLE else written.drop(pl.selectors.starts_with(" ")), target, alike)
    people, noted, bad, silent = (sum(those) for those in zip(*counts, strict=True))
    return Outcome(people, noted, bad, silent, repeated(ids) if columns.known_by else (), columns)
