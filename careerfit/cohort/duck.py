"""The embedded engine: DuckDB reads one file and writes the other, in bounded memory, on all processors."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import duckdb
from duckdb import DuckDBPyConnection

from careerfit.cohort.faults import engine_fault
from careerfit.cohort.job import Form, Outcome, form_of
from careerfit.cohort.reading import Reading, View, bad_rows, literal, people_in, quoted
from careerfit.cohort.sql import scoring_sql
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

    def work(rows: View, whole: bool) -> tuple[int, int]:  # noqa: FBT001  # as readings are worked on
        people = write(connection, scoring_sql(pack, rows, form, whole=whole), target, tell)
        return people, 0 if whole else bad_rows(connection, target)  # among whole rows no bad one goes through

    with connected(target.parent, [files.source]) as connection, engine_fault(files.name):
        missing, readings = people_in(pack, connection, files.source, files.name)
        people, bad = first_sound(readings, work)
        return Outcome(people, bad, missing)


def first_sound(readings: Sequence[Reading], work: Callable[[View, bool], T]) -> T:
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
def connected(workspace: Path, sources: Sequence[Path]) -> Iterator[DuckDBPyConnection]:
    """A connection that reaches the sources and all in ``workspace``, where it has temporary files, and nothing else.

    Whatever it is asked for, it opens no other file, loads no extension and takes back none of that.
    """
    with duckdb.connect(config={"memory_limit": MEMORY, "temp_directory": str(workspace / "spill")}) as connection:
        connection.execute("SET enable_progress_bar = false")
        connection.execute(f"SET allowed_paths = [{_named(sources)}]")
        connection.execute(f"SET allowed_directories = [{_named([workspace])}]")
        connection.execute("SET enable_external_access = false")
        connection.execute("SET lock_configuration = true")
        yield connection


def _named(paths: Sequence[Path]) -> str:
    """Paths as they are, and as they are read."""
    return ", ".join(quoted(name) for path in paths for name in (str(path), literal(path)))


def write(connection: DuckDBPyConnection, results: str, target: Path, tell: Tell) -> int:
    """Write the results of a query to a file: how many rows.

    Bad ones are counted in what was written: counting them as they go by would keep the engine to one processor.
    """
    query = f"COPY ({results}) TO {quoted(str(target))} ({OPTIONS[form_of(target.name)]})"
    with watched(connection, tell):
        return int(connection.execute(query).fetchall()[0][0])


@contextlib.contextmanager
def watched(connection: DuckDBPyConnection, tell: Tell) -> Iterator[None]:
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
