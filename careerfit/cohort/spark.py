"""The engine for many machines: the same kernel on Spark, whose parts are then joined into one file.

Every machine that takes part must see the results' folder under the same name and have careerfit with its extra.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
from py4j.protocol import Py4JError, Py4JNetworkError  # type: ignore[import-untyped]  # it has no types
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

from careerfit.cohort.job import Job, Outcome
from careerfit.cohort.local import opened, write_results
from careerfit.cohort.results import Scorer
from careerfit.core.model import Pack
from careerfit.errors import DataError
from careerfit.files.frames import Read, first_taken
from careerfit.files.tables import Source
from careerfit.files.worker import Tell
from careerfit.sheets.series import text
from careerfit.text import Text

if TYPE_CHECKING:
    from pyarrow import RecordBatch

BLOCK = 1 << 16
"""So many people stand together in the file that all machines read, and are worked out together."""
PART = "part-{:012}.parquet"
SETTINGS: dict[str, bool | float | int | str | None] = {
    "spark.ui.enabled": False,
    "spark.ui.showConsoleProgress": False,
    "spark.log.level": "ERROR",
}
FAILED = Text("Spark tidak bisa menghitung {name} ({reason}).", "Spark can't score {name} ({reason}).")
GONE = Text(
    "Spark berhenti mendadak; tidak ada hasil yang ditulis.", "Spark stopped all of a sudden; no results were written."
)
NO_START = Text(
    "Spark tidak bisa dijalankan dengan --master {master} ({reason}). Perlu Java 17 atau lebih baru.",
    "Spark can't be started with --master {master} ({reason}). It needs Java 17 or later.",
)


def score_file(pack: Pack, job: Job, source: Source, targets: Sequence[Path], tell: Tell) -> Outcome:
    """Score the people in one file into others, on the Spark of the job's master; otherwise as ``local.score_file``.

    The file is made into Parquet first, so that every form is taken as it is there. Spark hands out where its blocks
    begin, and each machine reads and writes its own: moving the cells about would take longer than all the rest.
    """
    file, columns = opened(pack, job, source)

    def copy(read: Read, own: Path) -> Path:
        texts = read(lambda rows: rows.with_columns(text(rows[key]) for key in columns.items))
        texts.sink_parquet(own, row_group_size=BLOCK, engine="streaming")
        return own

    rows = first_taken(file, columns.names, columns.items, copy, tell)
    count = pl.scan_parquet(rows, glob=False).select(pl.len()).collect().item()
    parts = targets[0].with_name("parts")
    parts.mkdir()
    with _session(job.master, source.name) as session:
        starts = session.range(0, max(1, count), BLOCK, numPartitions=1 + count // BLOCK)
        done = starts.mapInArrow(partial(_scored, Scorer(pack, source.lang), rows, parts), "start long").collect()
    results = pl.scan_parquet([parts / PART.format(start) for (start,) in sorted(done)], glob=False)
    return write_results(results, targets, file.alike, columns)._replace(skipped=file.more, above=file.above)


def _scored(scorer: Scorer, rows: Path, parts: Path, batches: Iterator[RecordBatch]) -> Iterator[RecordBatch]:
    """Score the blocks that begin at the numbers in some batches; where they begin, once their results are written.

    Whoever does a block again, because it was not heard of, writes the same file again.
    """
    for batch in batches:
        for start in batch.column(0).to_pylist():
            block = pl.scan_parquet(rows, glob=False).slice(start, BLOCK).collect()
            own = parts / f"{PART.format(start)}.{os.getpid()}"
            scorer(block).write_parquet(own)
            own.replace(parts / PART.format(start))
        yield batch.rename_columns(["start"])


@contextmanager
def _session(master: str, name: str) -> Iterator[SparkSession]:
    """A session, and what is told where it can't be started, or fails at work on what is called ``name``."""
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # Java keeps the standard error that it finds, and greets on it
    warnings.simplefilter("ignore")  # what pyspark has to say about other libraries' versions
    try:
        session = SparkSession.builder.appName("careerfit").master(master).config(map=SETTINGS).getOrCreate()
    except Exception as error:  # whatever keeps Java or the master from answering
        raise DataError(NO_START.fill(master=master, reason=_reason(error))) from error
    try:
        yield session
    except (Py4JNetworkError, ConnectionError, EOFError) as error:
        raise DataError(GONE) from error
    except (PySparkException, Py4JError) as error:
        raise DataError(FAILED.fill(name=name, reason=_reason(error))) from error
    finally:
        with suppress(Exception):  # it may be gone already, which has been told
            session.stop()


def _reason(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]
