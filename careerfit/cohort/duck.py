"""The embedded engine: DuckDB reads one file and writes the other, in bounded memory, on all processors."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import ibis
from ibis.expr.types import Table

from careerfit.cohort.columns import check_columns
from careerfit.cohort.dialect import Dialect, read_dialect
from careerfit.cohort.faults import engine_fault
from careerfit.cohort.job import ID, Form, Outcome, form_of
from careerfit.cohort.output import safe_texts
from careerfit.cohort.scorer import scored
from careerfit.core.model import Pack

MEMORY = "320MB"
"""What the engine may use before it moves to disk; with the program itself it stays well under a gigabyte."""
BAD_ROWS = "bad_rows"
POLL_SECONDS = 0.2
OPTIONS: dict[Form, str] = {
    "csv": "FORMAT csv, HEADER true",
    "parquet": "FORMAT parquet, ROW_GROUP_SIZE 61440",
    "jsonl": "FORMAT json",
}

T = TypeVar("T")
Tell = Callable[[float], None]
"""Called with how much is done, from 0 to 1."""


def score_file(pack: Pack, source: Path, name: str, target: Path, tell: Tell) -> Outcome:
    """Score the people in ``source`` (which messages call ``name``) into ``target``; forms by the names' endings.

    Raises ``UsageError`` for columns that can't be used, ``DataError`` for anything that is wrong with either file.
    """
    with connected(target.parent) as backend, engine_fault(name):
        missing, readings = people_in(pack, backend, source, name)
        form = form_of(target.name)
        people, bad = first_sound(readings, lambda rows: write(backend, _results(pack, rows, form), target, tell))
        return Outcome(people, bad, missing)


def first_sound(readings: list[Callable[[], Table]], work: Callable[[Table], T]) -> T:
    """The result of work on the rows of the first reading that can be carried through."""
    *attempts, last = readings
    for read in attempts:
        with contextlib.suppress(duckdb.ConversionException):
            return work(read())
    return work(last())


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


def people_in(
    pack: Pack, backend: Any, source: Path, name: str
) -> tuple[tuple[str, ...], list[Callable[[], Table]]]:
    """The items without a column, and the ways of reading a file, to be tried in turn.

    CSV is first read as numbers, which is faster, and as text only where some cell turns out to be none.
    """
    form = form_of(source.name)
    if form == "csv":
        dialect = read_dialect(source, name)
        missing = check_columns(pack, dialect.columns)
        return missing, [lambda kind=kind: _read_csv(pack, backend, source, dialect, kind) for kind in ("FLOAT", "VARCHAR")]
    if form == "parquet":
        table = backend.read_parquet(str(source), file_row_number=True)
        missing = check_columns(pack, [column for column in table.columns if column != "file_row_number"])
        return missing, [lambda: _numbered(table, table["file_row_number"] if ID not in table.columns else None)]
    keys = _json_keys(backend, source)
    missing = check_columns(pack, keys)
    return missing, [lambda: _read_json(backend, source, keys)]


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


def _results(pack: Pack, rows: Table, form: Form) -> Table:
    results = scored(pack, rows)
    return safe_texts(results) if form == "csv" else results


def write(backend: Any, results: Table, target: Path, tell: Tell) -> tuple[int, int]:
    """Write results to a file: how many rows, and how many of them are bad; a sequence counts these as they go by."""
    backend.con.execute(f"CREATE OR REPLACE SEQUENCE {BAD_ROWS}")
    query = f"""
        COPY (SELECT * REPLACE (CASE WHEN error IS NOT NULL AND nextval('{BAD_ROWS}') > 0 THEN error END AS error)
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
