"""Files as views of people in the embedded engine, and the ways in which one may be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from duckdb import DuckDBPyConnection

from careerfit.cohort.columns import check_columns
from careerfit.cohort.dialect import Dialect, read_dialect
from careerfit.cohort.glance import glance
from careerfit.cohort.job import ERROR, ID, form_of
from careerfit.core.model import Pack

PEOPLE = "people"
ROW, PARQUET_ROW = "row_number() OVER ()", "file_row_number + 1"
"""The number of a row in the file, from 1."""


@dataclass(frozen=True, slots=True)
class View:
    """A view in the engine: its name, and the types of its columns as the engine calls them."""

    name: str
    columns: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A way to read a file of people; ``whole``: every cell of an item seems to hold something."""

    rows: Callable[[], View]
    whole: bool = False


def people_in(
    pack: Pack, connection: DuckDBPyConnection, source: Path, name: str
) -> tuple[tuple[str, ...], list[Reading]]:
    """The items without a column, and the ways of reading a file, to be tried in turn; ``name`` is told in messages."""
    form = form_of(source.name)
    if form == "csv":
        return _csv_readings(pack, connection, source, name)
    if form == "parquet":
        return _parquet_readings(pack, connection, source)
    keys = _json_keys(connection, source)
    read = f"read_ndjson({quoted(literal(source))}, columns={_columns(dict.fromkeys(keys, 'VARCHAR'))})"
    return check_columns(pack, keys), [Reading(partial(_people, connection, read, keys))]


def view(connection: DuckDBPyConnection, source: str, name: str = PEOPLE, number: str | None = None) -> View:
    """A table function of the engine as a view by a name; with ``number``, that is its ``id``."""
    columns = "*" if number is None else f"{number} AS {ID}, *"
    connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS SELECT {columns} FROM {source}")
    found = connection.execute(f"DESCRIBE {name}").fetchall()
    return View(name, {column: kind for column, kind, *_ in found})


def read_csv(source: Path, columns: Mapping[str, str], delimiter: str = ",", skip: int = 0) -> str:
    """The table function for a CSV file with a head, given its columns' types."""
    options = f"auto_detect=false, header=true, delim={quoted(delimiter)}, quote='\"', escape='\"', skip={skip}"
    return f"read_csv({quoted(literal(source))}, {options}, columns={_columns(columns)})"


def bad_rows(connection: DuckDBPyConnection, results: Path) -> int:
    """How many rows of a file of results have an ``error``."""
    form, path = form_of(results.name), quoted(literal(results))
    if form == "csv":
        with results.open(encoding="utf-8") as file:
            head = file.readline().strip().split(",")
        source = read_csv(results, dict.fromkeys(head, "VARCHAR"))
    elif form == "parquet":
        source = f"read_parquet({path})"
    else:
        source = f"read_ndjson({path}, columns={_columns({ERROR: 'VARCHAR'})})"
    found = connection.execute(f"SELECT count({ERROR}) FROM {source}").fetchone()
    return int(found[0]) if found else 0


def literal(path: Path) -> str:
    """A path as the engine's functions that read take it, which else would read all files that match a ``*`` in it."""
    return re.sub(r"([\[*?])", r"[\1]", str(path))


def quoted(text: str) -> str:
    """Text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"


def _columns(types: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{quoted(column)}: {quoted(kind)}" for column, kind in types.items()) + "}"


def _csv_readings(
    pack: Pack, connection: DuckDBPyConnection, source: Path, name: str
) -> tuple[tuple[str, ...], list[Reading]]:
    """CSV is first read as numbers, whole ones if it can hold no others, and as text only where some cell is none."""
    dialect = read_dialect(source, name)
    missing = check_columns(pack, dialect.columns)
    content = glance(source, dialect)
    numbers = "TINYINT" if content.whole_numbers else "FLOAT"
    read = partial(_read_csv, pack, connection, source, dialect)
    first = [Reading(partial(read, numbers), whole=True)] if content.seems_whole and not missing else []
    return missing, [*first, Reading(partial(read, numbers)), Reading(partial(read, "VARCHAR"))]


def _read_csv(pack: Pack, connection: DuckDBPyConnection, source: Path, dialect: Dialect, kind: str) -> View:
    names = {name or f"unnamed {place}": name for place, name in enumerate(dialect.columns)}
    kinds = {column: kind if name in pack.item_by_key else "VARCHAR" for column, name in names.items()}
    return _people(connection, read_csv(source, kinds, dialect.delimiter, dialect.skip), kinds)


def _parquet_readings(
    pack: Pack, connection: DuckDBPyConnection, source: Path
) -> tuple[tuple[str, ...], list[Reading]]:
    read = f"read_parquet({quoted(literal(source))})"
    columns = view(connection, read).columns
    missing = check_columns(pack, list(columns))
    seems_whole = not missing and _is_whole(pack, connection, source)
    rows = partial(view, connection, read)
    if ID not in columns:
        numbered = f"read_parquet({quoted(literal(source))}, file_row_number=true)"
        rows = partial(view, connection, numbered, number=PARQUET_ROW)
    return missing, [Reading(rows, whole=True), Reading(rows)] if seems_whole else [Reading(rows)]


def _is_whole(pack: Pack, connection: DuckDBPyConnection, source: Path) -> bool:
    """Does a Parquet file say of itself that no item is unanswered?"""
    counted = connection.execute(
        "SELECT path_in_schema, sum(stats_null_count), bool_and(stats_null_count IS NOT NULL) "
        "FROM parquet_metadata(?) GROUP BY ALL",
        [literal(source)],
    ).fetchall()
    gaps = {column: int(nulls or 0) if known else 1 for column, nulls, known in counted}
    return not any(gaps.get(item.key, 1) for item in pack.items)


def _json_keys(connection: DuckDBPyConnection, source: Path) -> list[str]:
    query = f"SELECT DISTINCT unnest(json_keys(json)) FROM read_ndjson_objects({quoted(literal(source))})"
    return sorted(key for (key,) in connection.execute(query).fetchall())


def _people(connection: DuckDBPyConnection, read: str, columns: Collection[str]) -> View:
    """People without an ``id`` are known by the number of their row, from 1."""
    return view(connection, read, number=None if ID in columns else ROW)
