"""The embedded engine: DuckDB reads one file and writes the other, in bounded memory, on all processors."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import ibis
from ibis.expr.types import Table

from careerfit.cohort.columns import check_columns
from careerfit.cohort.dialect import Dialect, read_dialect
from careerfit.cohort.faults import engine_fault
from careerfit.cohort.glance import glance
from careerfit.cohort.job import ID, Form, Outcome, form_of
from careerfit.cohort.output import for_csv
from careerfit.cohort.scorer import scored
from careerfit.core.model import Pack

MEMORY = "512MB"
"""What the engine may use before it moves to disk; with the program itself it stays under half a gigabyte."""
GAPS = "rows that seemed whole have gaps"
BAD_ROWS, ROW = "bad_rows", "file_row_number"
POLL_SECONDS = 0.2
OPTIONS: dict[Form, str] = {
    "csv": "FORMAT csv, HEADER true",
    "parquet": "FORMAT parquet, ROW_GROUP_SIZE 61440",
    "jsonl": "FORMAT json",
}

T = TypeVar("T")
Tell = Callable[[float], None]
"""Called with how much is done, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a file of people; ``whole``: every cell of an item seems to hold something."""

    rows: Callable[[], Table]
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Files:
    """A file of people, what messages call it, and the file of their results; forms by the names' endings."""

    source: Path
    name: str
    target: Path


def score_file(pack: Pack, files: Files, tell: Tell) -> Outcome:
    """Score the people in one file into another one.

    Raises ``UsageError`` for columns that can't be used, ``DataError`` for anything that is wrong with either file.
    """
    target, form = files.target, form_of(files.target.name)

    def work(rows: Table, whole: bool) -> tuple[int, int]:  # noqa: FBT001  # as readings are worked on
        results = scored(pack, rows, whole=whole)
        return write(backend, for_csv(results) if form == "csv" else results, target, tell)

    with connected(target.parent) as backend, engine_fault(files.name):
        missing, readings = people_in(pack, backend, files.source, files.name)
        people, bad = first_sound(readings, work)
        return Outcome(people, bad, missing)


def first_sound(readings: Sequence[Reading], work: Callable[[Table, bool], T]) -> T:
    """The result of work on the rows of the first reading that can be carried through: the last one always can."""
    *attempts, last = readings
    for reading in attempts:
        try:
            return work(reading.rows(), reading.whole)
        except duckdb.ConversionException:
            break
        except duckdb.InvalidInputException:
            continue  # a gap among rows that seemed whole, or a fault of the file that comes up again
    return work(last.rows(), last.whole)


@contextlib.contextmanager
def connected(workspace: Path) -> Iterator[Any]:
    """A connection whose temporary files go to a folder of its own in ``workspace``."""
    backend = ibis.duckdb.connect(
        memory_limit=MEMORY, temp_directory=str(workspace / "spill"), preserve_insertion_order=True
    )
    backend.con.execute("SET enable_progress_bar = false")
    try:
        yield backend
    finally:
        backend.disconnect()


def people_in(pack: Pack, backend: Any, source: Path, name: str) -> tuple[tuple[str, ...], list[Reading]]:
    """The items without a column, and the ways of reading a file, to be tried in turn."""
    form = form_of(source.name)
    if form == "csv":
        return _csv_readings(pack, backend, source, name)
    if form == "parquet":
        table = backend.read_parquet(str(source), file_row_number=True)
        missing = check_columns(pack, [column for column in table.columns if column != ROW])
        number = None if ID in table.columns else table[ROW]
        seems_whole = not missing and _is_whole(pack, backend, source)
        rows = partial(_numbered, table, number)
        return missing, [Reading(rows, whole=True), Reading(rows)] if seems_whole else [Reading(rows)]
    keys = _json_keys(backend, source)
    return check_columns(pack, keys), [Reading(lambda: _read_json(backend, source, keys))]


def _csv_readings(pack: Pack, backend: Any, source: Path, name: str) -> tuple[tuple[str, ...], list[Reading]]:
    """CSV is first read as numbers, whole ones if it can hold no others, and as text only where some cell is none."""
    dialect = read_dialect(source, name)
    missing = check_columns(pack, dialect.columns)
    content = glance(source, dialect)
    numbers = "TINYINT" if content.whole_numbers else "FLOAT"
    read = partial(_read_csv, pack, backend, source, dialect)
    first = [Reading(partial(read, numbers), whole=True)] if content.seems_whole and not missing else []
    return missing, [*first, Reading(partial(read, numbers)), Reading(partial(read, "VARCHAR"))]


def _is_whole(pack: Pack, backend: Any, source: Path) -> bool:
    """Does a Parquet file say of itself that no item is unanswered?"""
    counted = backend.con.execute(
        "SELECT path_in_schema, sum(stats_null_count), bool_and(stats_null_count IS NOT NULL) "
        "FROM parquet_metadata(?) GROUP BY ALL",
        [str(source)],
    ).fetchall()
    gaps = {column: int(nulls or 0) if known else 1 for column, nulls, known in counted}
    return not any(gaps.get(item.key, 1) for item in pack.items)


def _read_csv(pack: Pack, backend: Any, source: Path, dialect: Dialect, kind: str) -> Table:
    columns = {name or f"unnamed {place}": name for place, name in enumerate(dialect.columns)}
    table = backend.read_csv(
        str(source),
        auto_detect=False,
        header=True,
        delim=dialect.delimiter,
        quote='"',
        escape='"',
        skip=dialect.skip,
        columns={column: kind if name in pack.item_by_key else "VARCHAR" for column, name in columns.items()},
    )
    return _numbered(table)


def _json_keys(backend: Any, source: Path) -> list[str]:
    found = backend.raw_sql(
        f"SELECT DISTINCT unnest(json_keys(json)) FROM read_ndjson_objects({_quoted(str(source))})"
    ).fetchall()
    return sorted(key for (key,) in found)


def _read_json(backend: Any, source: Path, keys: list[str]) -> Table:
    table = backend.read_json(str(source), format="newline_delimited", columns=dict.fromkeys(keys, "VARCHAR"))
    return _numbered(table)


def _numbered(table: Table, number: Any = None) -> Table:
    """People without an ``id`` are known by the number of their row, from 1."""
    if ID in table.columns:
        return table
    place = ibis.row_number() if number is None else number
    return table.mutate((place + 1).name(ID))


def write(backend: Any, results: Table, target: Path, tell: Tell) -> tuple[int, int]:
    """Write results to a file: how many rows, and how many of them are bad; a sequence counts these as they go by.

    Rows that seemed whole and are not have no probability: the engine stops at the first.
    """
    backend.con.execute(f"CREATE OR REPLACE SEQUENCE {BAD_ROWS}")
    query = f"""
        COPY (SELECT * REPLACE (
                CASE WHEN error IS NOT NULL THEN CASE WHEN nextval('{BAD_ROWS}') > 0 THEN error END
                     WHEN probability IS NULL THEN error('{GAPS}') END AS error)
              FROM ({layered_sql(backend, results)}))
        TO {_quoted(str(target))} ({OPTIONS[form_of(target.name)]})
    """
    with watched(backend.con, tell):
        people = int(backend.con.execute(query).fetchall()[0][0])
    return people, _bad_rows(backend)


def layered_sql(backend: Any, table: Table) -> str:
    """An expression as SQL that keeps its layers: merged into one, they would repeat what they share."""
    before = ibis.options.sql.fuse_selects
    ibis.options.sql.fuse_selects = False
    try:
        return str(backend.compile(table))
    finally:
        ibis.options.sql.fuse_selects = before


def _bad_rows(backend: Any) -> int:
    """How often the sequence was asked."""
    found = backend.con.execute(f"SELECT last_value FROM duckdb_sequences() WHERE sequence_name = '{BAD_ROWS}'")
    return int(found.fetchall()[0][0] or 0)


@contextlib.contextmanager
def watched(connection: duckdb.DuckDBPyConnection, tell: Tell) -> Iterator[None]:
    """Tell how far the running query is, from a thread beside it."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(POLL_SECONDS):
            tell(max(0.0, connection.query_progress()) / 100)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        done.set()
        watcher.join()


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
