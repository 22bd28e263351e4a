"""The engine for many machines: the same expression on Spark, whose parts are then joined into one file.

Every machine that takes part must see the folders of the input and of the results under the same names.
"""

from __future__ import annotations

import contextlib
import os
import re
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import ibis
from py4j.protocol import Py4JError, Py4JNetworkError  # type: ignore[import-untyped]  # it has no types
from pyspark.errors import PySparkException
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

from careerfit.cohort import duck
from careerfit.cohort.columns import check_columns
from careerfit.cohort.dialect import read_dialect
from careerfit.cohort.job import ID, Outcome, form_of
from careerfit.cohort.output import for_csv
from careerfit.cohort.reading import bad_rows, literal, quoted, view
from careerfit.cohort.scorer import scored
from careerfit.cohort.sql import duckdb_sql, layered_sql, table_of
from careerfit.cohort.vectors import INNER_PRODUCT
from careerfit.core.model import Pack
from careerfit.errors import DataError
from careerfit.text import Text

ROWS = "careerfit_rows"
PARTITION_BITS = 33
"""Spark numbers the rows of its n-th partition from n · 2³³ on."""
INNER_PRODUCT_OF_SPARK = f"""
    CREATE OR REPLACE TEMPORARY FUNCTION {INNER_PRODUCT}(a ARRAY<DOUBLE>, b ARRAY<DOUBLE>) RETURNS DOUBLE
    RETURN aggregate(zip_with(a, b, (x, y) -> x * y), 0D, (total, product) -> total + product)
"""
"""What the embedded engine has of its own."""
SETTINGS = {
    "spark.ui.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.log.level": "ERROR",
    "spark.sql.shuffle.partitions": "8",
    "spark.sql.codegen.wholeStage": "false",
}
"""The expression is too long for one method of Java bytecode; trying that first would only cost time."""

FAILED = Text("Spark tidak bisa menghitung {name} ({reason}).", "Spark can't score {name} ({reason}).")
GONE = Text(
    "Spark berhenti mendadak; tidak ada hasil yang ditulis.", "Spark stopped all of a sudden; no results were written."
)
NO_START = Text(
    "Spark tidak bisa dijalankan dengan --master {master} ({reason}). Perlu Java 17 atau lebih baru.",
    "Spark can't be started with --master {master} ({reason}). It needs Java 17 or later.",
)
SEPARATOR_LINE = Text(
    "{name}: hapus baris sep= di awal file ini untuk --engine spark.",
    "{name}: for --engine spark, drop the line sep= at the top of this file.",
)


def score_file(pack: Pack, master: str, files: duck.Files, tell: duck.Tell) -> Outcome:
    """Score the people in one file into another one, on the Spark of that master; otherwise as ``duck.score_file``."""
    name, target = files.name, files.target
    parts = target.with_name("parts")
    with _session(master) as session, _faults(name):
        rows, columns = _read(session, files.source, name)
        missing = check_columns(pack, columns)
        rows.createOrReplaceTempView(ROWS) if ID in columns else _numbered(rows).createOrReplaceTempView(ROWS)
        session.sql(INNER_PRODUCT_OF_SPARK)
        backend = ibis.pyspark.connect(session)
        results = scored(pack, backend.table(ROWS))
        session.sql(layered_sql(backend, results)).write.parquet(str(parts))
    tell(0.9)
    with duck.connected(target.parent, []) as connection:
        written = ", ".join(quoted(literal(part)) for part in sorted(parts.glob("part-*.parquet")))
        joined = table_of(view(connection, f"read_parquet([{written}])", "parts"))
        results = for_csv(joined) if form_of(target.name) == "csv" else joined
        people = duck.write(connection, duckdb_sql(results), target, tell)
        return Outcome(people, bad_rows(connection, target), missing)


@contextlib.contextmanager
def _session(master: str) -> Iterator[SparkSession]:
    builder = SparkSession.builder.appName("careerfit").master(master)
    for key, setting in SETTINGS.items():
        builder = builder.config(key, setting)
    warnings.simplefilter("ignore")  # what pyspark has to say about other libraries' versions
    try:
        with _quiet_start():
            session = builder.getOrCreate()
    except Exception as error:  # whatever keeps Java or the master from answering
        raise DataError(NO_START.fill(master=master, reason=_reason(error))) from error
    try:
        yield session
    finally:
        with contextlib.suppress(Exception):  # it may be gone already, which has been told
            session.stop()


@contextlib.contextmanager
def _quiet_start() -> Iterator[None]:
    """Java keeps the standard error that it is started with: none, for it greets whoever listens."""
    own = os.dup(2)
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    try:
        yield
    finally:
        os.dup2(own, 2)
        os.close(own)
        os.close(nowhere)


@contextlib.contextmanager
def _faults(name: str) -> Iterator[None]:
    try:
        yield
    except (Py4JNetworkError, ConnectionError, EOFError) as error:
        raise DataError(GONE) from error
    except (PySparkException, Py4JError) as error:
        raise DataError(FAILED.fill(name=name, reason=_reason(error))) from error


def _reason(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0][:200]


def _read(session: SparkSession, source: Path, name: str) -> tuple[DataFrame, Sequence[str]]:
    """The rows of a file, and its columns; of CSV and JSON Lines all cells as text."""
    form = form_of(source.name)
    if form == "parquet":
        rows = session.read.parquet(_literal(source))
        return rows, rows.columns
    if form == "csv":
        return _read_csv(session, source, name)
    columns = session.read.json(_literal(source), mode="FAILFAST").columns
    return session.read.schema(_texts(columns)).json(_literal(source), mode="FAILFAST"), columns


def _literal(path: Path) -> str:
    """A path as Spark reads it, which else would read all files that match a ``*`` in it."""
    return re.sub(r"([\\*?\[\]{}])", r"\\\1", str(path))


def _read_csv(session: SparkSession, source: Path, name: str) -> tuple[DataFrame, Sequence[str]]:
    dialect = read_dialect(source, name)
    if dialect.skip:
        raise DataError(SEPARATOR_LINE.fill(name=name))
    columns = [column or f"unnamed {place}" for place, column in enumerate(dialect.columns)]
    if len(set(columns)) < len(columns):
        return session.createDataFrame([], "id string"), dialect.columns
    rows = session.read.schema(_texts(columns)).csv(
        _literal(source), header=True, sep=dialect.delimiter, quote='"', escape='"', mode="FAILFAST"
    )
    return rows, dialect.columns


def _texts(columns: Sequence[str]) -> str:
    return ", ".join("`" + column.replace("`", "``") + "` string" for column in columns)


def _numbered(rows: DataFrame) -> DataFrame:
    """Rows with ``id``, their number in the file from 1: what stands before their partition, and their place in it."""
    counts: dict[int, int] = dict(rows.groupBy(f.spark_partition_id()).count().collect())
    starts = {part: sum(n for other, n in counts.items() if other < part) for part in counts}
    start: Any = f.lit(0)
    for part, before in starts.items():
        start = f.when(f.spark_partition_id() == part, before).otherwise(start)
    place = f.monotonically_increasing_id() - f.shiftleft(f.spark_partition_id().cast("long"), PARTITION_BITS)
    return rows.withColumn(ID, place + start + 1)
