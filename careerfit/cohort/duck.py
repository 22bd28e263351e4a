"""The embedded engine: DuckDB reads one file and writes the other, in bounded memory, on all processors."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import ibis
from ibis.expr.types import Table

from careerfit.cohort.faults import engine_fault
from careerfit.cohort.job import Form, Outcome, form_of
from careerfit.cohort.output import for_csv
from careerfit.cohort.reading import Reading, bad_rows, people_in, quoted
from careerfit.cohort.scorer import scored
from careerfit.core.model import Pack

MEMORY = "320MB"
"""What the engine may use before it moves to disk; with the program itself it stays under half a gigabyte."""
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
        people = write(backend, for_csv(results) if form == "csv" else results, target, tell)
        return people, 0 if whole else bad_rows(backend.con, target)  # among whole rows no bad one goes through

    with connected(target.parent) as backend, engine_fault(files.name):
        missing, readings = people_in(pack, backend.con, files.source, files.name)
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


def write(backend: Any, results: Table, target: Path, tell: Tell) -> int:
    """Write results to a file: how many rows.

    Bad ones are counted in what was written: counting them as they go by would keep the engine to one processor.
    """
    query = f"COPY ({layered_sql(backend, results)}) TO {quoted(str(target))} ({OPTIONS[form_of(target.name)]})"
    with watched(backend.con, tell):
        return int(backend.con.execute(query).fetchall()[0][0])


def layered_sql(backend: Any, table: Table) -> str:
    """An expression as SQL that keeps its layers: merged into one, they would repeat what they share."""
    before = ibis.options.sql.fuse_selects
    ibis.options.sql.fuse_selects = False
    try:
        return str(backend.compile(table))
    finally:
        ibis.options.sql.fuse_selects = before


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
