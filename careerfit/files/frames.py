"""Files of rows as streams: the ways in which one may be read, and how one is written. Needs the extra ``cohort``."""

from __future__ import annotations

import csv
import glob
import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeAlias, TypeVar

import polars as pl

from careerfit.errors import DataError
from careerfit.files.endings import PACKED, form_read, form_written
from careerfit.files.tables import NO_HEAD, Source, csv_rows, json_rows, read_head
from careerfit.files.worker import Tell
from careerfit.text import Text

T = TypeVar("T")
Names: TypeAlias = Sequence[str]
Way: TypeAlias = Callable[[Names, Names], pl.LazyFrame]

ROW, SURPLUS, FAULT = " row", (" surplus 1", " surplus 2", " surplus 3"), " fault"
"""Columns that a reading adds: a row's number from 1, cells beyond the last head, why it can't be read as a row."""
ADDED = (ROW, *SURPLUS, FAULT)
BROKEN = Text(
    "{name}: bukan file {form} yang utuh; mungkin terpotong.",
    "{name}: this is not a whole {form} file; it may be cut off.",
)
NO_ROW = Text(
    "baris ini tidak terbaca; mungkin terpotong, atau tanda kutipnya tidak ditutup",
    "this row can't be read; it may be cut off, or a quote in it is not closed",
)
FULL = Text(
    "Hasilnya tidak bisa ditulis ({reason}). Kosongkan tempat, atau pilih folder lain.",
    "The results can't be written ({reason}). Free some space, or choose another folder.",
)
TOO_LONG = Text(
    "Satu lembar Excel memuat paling banyak {most} orang; tulis ke file .csv.",
    "One sheet of Excel holds at most {most} people; write to a .csv file.",
)
MOST_IN_EXCEL = (1 << 20) - 1
FAULTS = (pl.exceptions.PolarsError, OSError)
"""What Polars raises over a file that it can't take."""
SAMPLE = 1 << 20
"""So many bytes of a file are looked at before it is read."""
SYSTEM = re.compile(r"([^:]*) \(os error \d+\)")


class File(NamedTuple):
    """What a file of rows holds: the heads of its columns, how many rows of heads there are below the first, and about
    how many rows of anything else (0 where nobody knows).

    ``ways`` are those to read these, to be tried in turn: the last one takes whatever stands in them. Each is called
    with names for the columns, and those of them that may hold small whole numbers; it adds columns of its own.
    """

    source: Source
    heads: Names
    more: int
    rows: float
    ways: Sequence[Way]


def file_at(source: Source) -> File:
    """What a file holds. Raises ``DataError`` where it can't be read, ``UsageError`` for an ending that is unknown."""
    readers = {"csv": _csv, "tsv": _csv, "jsonl": _jsonl, "parquet": _parquet, "excel": _excel}
    return readers[form_read(source.path.name)](source)


def _csv(source: Source) -> File:
    """CSV is read as small numbers, again with text in the column where a cell is none, then as text, then mended."""
    head = read_head(source)
    scan = partial(_scan_csv, source.path, head.delimiter, head.lines)
    rows = csv_rows(source, head)
    ways = (scan, scan, lambda names, _: scan(names), lambda names, _: _mended(source, names, rows))
    return File(source, head.columns, head.more, _about(source.path), ways)


def _jsonl(source: Source) -> File:
    """JSON Lines are read as text, which numbers in them become, and mended where a line is no object."""
    scan = partial(pl.scan_ndjson, glob.escape(str(source.path)))  # it knows no other way to take a name as it is
    objects = partial(json_rows, source)
    try:
        keys = scan(infer_schema_length=None).collect_schema().names()
    except FAULTS:
        keys = list(dict.fromkeys(key for found in objects() for key in found or ()))
    text = scan(schema=dict.fromkeys(keys, pl.String()), row_index_name=ROW, row_index_offset=1)

    def mended(names: Names, _: Names) -> pl.LazyFrame:
        rows = (found if found is None else [found.get(key, "") for key in keys] for found in objects())
        return _mended(source, names, rows)

    return File(source, keys, 0, _about(source.path), (lambda names, _: _renamed(text, keys, names), mended))


def _parquet(source: Source) -> File:
    scan = partial(pl.scan_parquet, source.path, glob=False, hive_partitioning=False)
    try:
        heads = scan().collect_schema().names()
        count = scan().select(pl.len()).collect().item()
    except FAULTS as error:
        raise DataError(BROKEN.fill(name=source.name, form="Parquet")) from error
    rows = scan(row_index_name=ROW, row_index_offset=1)
    return File(source, heads, 0, count, [lambda names, _: _renamed(rows, heads, names)])


def _excel(source: Source) -> File:
    """The first sheet of a workbook, its cells as text; the first row that holds anything is the head."""
    import fastexcel

    try:
        sheet = fastexcel.read_excel(source.path).load_sheet(0, header_row=None, dtypes="string").to_polars()
    except fastexcel.FastExcelError as error:
        raise DataError(BROKEN.fill(name=source.name, form="Excel")) from error
    if sheet.is_empty():
        raise DataError(NO_HEAD.fill(name=source.name))
    rows = sheet[1:].with_row_index(ROW, 1).lazy()
    heads = [head or "" for head in sheet.row(0)]
    return File(source, heads, 0, sheet.height, [lambda names, _: _renamed(rows, sheet.columns, names)])


def _renamed(rows: pl.LazyFrame, heads: Names, names: Names) -> pl.LazyFrame:
    return rows.rename(dict(zip(heads, names, strict=True)))


def _scan_csv(path: Path, delimiter: str, skip: int, names: Names, small: Names = ()) -> pl.LazyFrame:
    """The rows of a CSV file, all text but for small numbers; cells that are missing at the end of one are empty."""
    return pl.scan_csv(
        path,
        has_header=False,
        skip_lines=skip,
        separator=delimiter,
        schema={**dict.fromkeys((*names, *SURPLUS), pl.String()), **dict.fromkeys(small, pl.Int8())},
        missing_columns="insert",
        truncate_ragged_lines=True,
        glob=False,
        row_index_name=ROW,
        row_index_offset=1,
    )


def _about(path: Path) -> float:
    """About how many lines a text file has, by the length of its first ones; 0 for a packed one."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    return 0 if path.suffix.lower() == PACKED else path.stat().st_size * sample.count(b"\n") / max(1, len(sample))


def _mended(source: Source, names: Names, rows: Iterable[Names | None]) -> pl.LazyFrame:
    """Rows by way of a CSV file that any reader takes: each has all cells, or a fault where there are none."""
    target, width = source.folder / "mended.csv", len(names) + len(SURPLUS)
    with target.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for cells in rows:
            found = (cells or [])[:width]
            fault = NO_ROW.pick(source.lang) if cells is None else ""
            writer.writerow([*found, *[""] * (width - len(found)), fault])
    return _scan_csv(target, ",", 0, [*names, *SURPLUS, FAULT])


def first_taken(file: File, names: Names, small: Names, work: Callable[[pl.LazyFrame, Path], T], tell: Tell) -> T:
    """The result of work on the rows of a file, in columns of these names, read in the first way that takes them all.

    ``small``: the columns that may hold small whole numbers. ``work`` gets a new path each time: what failed may still
    write to its own. ``tell`` is told how far it is.
    """
    for attempt, way in enumerate(file.ways):
        rows = way(names, small).map_batches(_counter(file.rows, tell), streamable=True)
        try:
            return work(rows, file.source.folder / f"attempt-{attempt}")
        except FAULTS as error:
            if system := SYSTEM.search(str(error)):
                raise DataError(FULL.fill(reason=system[1].strip())) from error
            small = tuple(key for key in small if f"column '{key}'" not in str(error))
    raise DataError(BROKEN.fill(name=file.source.name, form=file.source.path.suffix))


def _counter(rows: float, tell: Tell) -> Callable[[pl.DataFrame], pl.DataFrame]:
    done = 0

    def came_by(block: pl.DataFrame) -> pl.DataFrame:
        nonlocal done
        done += block.height
        tell(min(1.0, done / rows) if rows else 0.0)
        return block

    return came_by


def write(rows: pl.LazyFrame, target: Path) -> None:
    """Write rows into a file, in their order and in the form that its name tells."""
    form = form_written(target.name)
    if form == "parquet":
        rows.sink_parquet(target, engine="streaming")
    elif form == "jsonl":
        rows.sink_ndjson(target, engine="streaming")
    elif form == "excel":
        _write_excel(rows.collect(engine="streaming"), target)
    else:
        rows.sink_csv(target, separator="\t" if form == "tsv" else ",", engine="streaming")


def _write_excel(results: pl.DataFrame, target: Path) -> None:
    import xlsxwriter

    if results.height > MOST_IN_EXCEL:
        raise DataError(TOO_LONG.fill(most=MOST_IN_EXCEL))
    plain = {"strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, {"constant_memory": True, "tmpdir": str(target.parent), **plain}) as workbook:
        sheet = workbook.add_worksheet("careerfit")
        sheet.freeze_panes(1, 1)
        for place, row in enumerate([results.columns, *results.iter_rows()]):
            sheet.write_row(place, 0, row)
