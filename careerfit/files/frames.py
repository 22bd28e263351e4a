"""Files of rows as streams: the ways in which one may be read, and how one is written. Needs the extra ``cohort``."""

from __future__ import annotations

import csv
import glob
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeAlias, TypeVar

import polars as pl
from polars.io.plugins import register_io_source

from careerfit.errors import DataError, UsageError
from careerfit.files.atomic import going_to_disk
from careerfit.files.formats import form_read, form_written, is_packed
from careerfit.files.tables import (
    MOST_ROWS,
    NO_HEAD,
    Head,
    Pick,
    Source,
    as_utf8,
    csv_blocks,
    csv_rows,
    first_row,
    has_mark,
    in_utf8,
    is_in_one_column,
    json_rows,
    read_head,
    split_again,
)
from careerfit.files.worker import Tell
from careerfit.text import Text, escape

if TYPE_CHECKING:
    from fastexcel import ExcelReader

T = TypeVar("T")
Names: TypeAlias = Sequence[str]
Each: TypeAlias = Callable[[pl.DataFrame], pl.DataFrame]
Read: TypeAlias = Callable[[Each], pl.LazyFrame]
"""What becomes of the rows of a file, block by block: the same columns of each. A block may have numbers where another
has text.
"""
Way: TypeAlias = Callable[[Names, Names, Each], pl.LazyFrame]

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
NO_SHEET = Text(
    "{name}: tidak ada lembar '{sheet}'; yang ada: {sheets}.",
    "{name}: there is no sheet '{sheet}'; there are: {sheets}.",
)
FAULTS = (pl.exceptions.PolarsError, OSError, csv.Error)
"""What is raised over a file that can't be taken in some way."""
SAMPLE = 1 << 20
"""So many bytes of a file are looked at before it is read."""
READ_AHEAD = 2
"""So many blocks of CSV wait to be worked on: reading one takes now less, now more than what becomes of it."""
SYSTEM = re.compile(r"([^:]*) \(os error \d+\)")


class Alike(NamedTuple):
    """How spreadsheets in Indonesia write CSV: with semicolons and decimal commas; and with a mark of its encoding?"""

    semicolon: bool = False
    mark: bool = False


COMMAS = Alike()


class File(NamedTuple):
    """What a file of rows holds: the heads of its columns, how many more rows above these or below were no people, and
    about how many rows of anything else (0 where nobody knows); ``alike`` is how CSV for whom it comes from is written,
    ``above`` how many rows stand above the first of people, as a spreadsheet counts them.

    ``ways`` are those to read these, to be tried in turn: the last one takes whatever stands in them. Each is called
    with names for the columns, those of them that may hold small whole numbers, and what becomes of each block of rows;
    it adds columns of its own.
    """

    source: Source
    heads: Names
    more: int
    rows: float
    ways: Sequence[Way]
    alike: Alike = COMMAS
    above: int = 0


def file_at(source: Source, pick: Pick = first_row, sheet: str = "") -> File:
    """What a file holds; ``pick`` finds the heads among its first rows, and ``sheet`` names one of a workbook.

    Raises ``DataError`` where it can't be read, ``UsageError`` for an ending or a sheet that is unknown.
    """
    form = form_read(source.path.name)
    if form == "parquet":
        return _parquet(source)
    if form == "excel":
        return _excel(source, pick, sheet)
    source = as_utf8(source)
    return _jsonl(source) if form == "jsonl" else _csv(source, pick)


def _csv(source: Source, pick: Pick) -> File:
    """CSV is read in blocks, and mended where a row's end is not to be found."""
    head = read_head(source, pick)
    alike = Alike(head.delimiter == ";", has_mark(source))
    if is_in_one_column(head, pick):
        source = split_again(source, head)
        head = read_head(source, pick)
    rows = csv_rows(source, head)
    ways = (partial(_in_blocks, source, head), lambda names, _, each: _mapped(_mended(source, names, rows), each))
    return File(source, head.columns, head.more, _about(source.path), ways, alike, head.above)


def _jsonl(source: Source) -> File:
    """JSON Lines are read as text, which numbers in them become, and mended where a line is no object."""
    scan = partial(pl.scan_ndjson, glob.escape(str(source.path)))  # it knows no other way to take a name as it is
    objects = partial(json_rows, source)
    try:
        keys = scan(infer_schema_length=None).collect_schema().names()
    except FAULTS:
        keys = list(dict.fromkeys(key for found in objects() for key in found or ()))
    text = scan(schema=dict.fromkeys(keys, pl.String()), row_index_name=ROW, row_index_offset=1)

    def mended(names: Names, _: Names, each: Each) -> pl.LazyFrame:
        rows = (found if found is None else [found.get(key, "") for key in keys] for found in objects())
        return _mapped(_mended(source, names, rows), each)

    return File(source, keys, 0, _about(source.path), (_renamed(text, keys), mended))


def _parquet(source: Source) -> File:
    scan = partial(pl.scan_parquet, source.path, glob=False, hive_partitioning=False)
    try:
        heads = scan().collect_schema().names()
        count = scan().select(pl.len()).collect().item()
    except FAULTS as error:
        raise DataError(BROKEN.fill(name=source.name, form="Parquet")) from error
    rows = scan(row_index_name=ROW, row_index_offset=1)
    return File(source, heads, 0, count, [_renamed(rows, heads)])


def _excel(source: Source, pick: Pick, name: str) -> File:
    """A sheet of a workbook, its cells as text: the one of that name, else the one with the most heads that are of use,
    of several the first.
    """
    import fastexcel

    try:
        book = fastexcel.read_excel(source.path)
        if name and name not in book.sheet_names:
            raise UsageError(NO_SHEET.fill(name=source.name, sheet=escape(name), sheets=", ".join(book.sheet_names)))
        names = [name] if name else book.sheet_names
        sheets = [_load(book, one) for one in names]
    except fastexcel.FastExcelError as error:
        raise DataError(BROKEN.fill(name=source.name, form="Excel")) from error
    found = [(pick(_first_rows(sheet)), sheet, blank) for blank, sheet in sheets if not sheet.is_empty()]
    if not found:
        raise DataError(NO_HEAD.fill(name=source.name))
    (heads, place, more, _), sheet, blank = max(found, key=lambda one: one[0].ours)
    above = place + more + 1 if place >= 0 else 0
    ways = [_renamed(sheet[above:].with_row_index(ROW, 1).lazy(), sheet.columns)]
    return File(source, heads, max(place, 0) + more, sheet.height, ways, above=blank + above)


def _load(book: ExcelReader, name: str) -> tuple[int, pl.DataFrame]:
    """How many blank rows a sheet begins with, and what stands below them."""
    sheet = book.load_sheet(name, header_row=None, skip_rows=0, dtypes="string").to_polars()
    blank = next((n for n, row in enumerate(sheet.iter_rows()) if any(row)), sheet.height)
    return blank, sheet[blank:]


def _first_rows(sheet: pl.DataFrame) -> list[list[str]]:
    return [[cell or "" for cell in row] for row in sheet.head(MOST_ROWS).rows()]


def _renamed(rows: pl.LazyFrame, heads: Names) -> Way:
    return lambda names, _, each: _mapped(rows.rename(dict(zip(heads, names, strict=True))), each)


def _mapped(rows: pl.LazyFrame, each: Each) -> pl.LazyFrame:
    schema = each(rows.collect_schema().to_frame()).schema
    return rows.map_batches(each, schema=schema, streamable=True)


def _in_blocks(source: Source, head: Head, names: Names, small: Names, each: Each) -> pl.LazyFrame:
    """What becomes of the rows of a CSV file: some blocks are read while one is worked on and one written."""

    def results(*_: object) -> Iterator[pl.DataFrame]:
        return _ahead(map(each, _ahead(_blocks(source, head, names, small), READ_AHEAD)))

    empty = _scan_csv(b"", head.delimiter, names, small).collect_schema().to_frame()
    return register_io_source(results, schema=each(empty).schema)


def _ahead(things: Iterator[T], most: int = 1) -> Iterator[T]:
    """The same things, of which so many next ones are made while one is used."""
    with ThreadPoolExecutor(1) as maker:
        coming = deque(maker.submit(next, things, None) for _ in range(most))
        while (thing := coming.popleft().result()) is not None:
            coming.append(maker.submit(next, things, None))
            yield thing


def _blocks(source: Source, head: Head, names: Names, small: Names) -> Iterator[pl.DataFrame]:
    """The rows of a CSV file: where a cell is no small number, that block and what follows are read with text in the
    column, and all in text where that does not do.
    """
    done, is_odd = 0, False
    for found in csv_blocks(source, head):
        content = found
        while True:
            try:
                block = _scan_csv(content, head.delimiter, names, small, done).collect()
                break
            except FAULTS as error:
                if (text := in_utf8(content)) != content:
                    content = text
                    continue
                if not small:
                    raise
                small = () if is_odd else tuple(key for key in small if f"column '{key}'" not in str(error))
                is_odd = True
        done += block.height
        yield block


def _scan_csv(source: Path | bytes, delimiter: str, names: Names, small: Names = (), done: int = 0) -> pl.LazyFrame:
    """Rows of CSV, all text but for small numbers, counted on; cells that are missing at the end of one are empty."""
    return pl.scan_csv(
        source,
        has_header=False,
        separator=delimiter,
        schema={**dict.fromkeys((*names, *SURPLUS), pl.String()), **dict.fromkeys(small, pl.Int8())},
        missing_columns="insert",
        truncate_ragged_lines=True,
        glob=False,
        row_index_name=ROW,
        row_index_offset=done + 1,
    )


def _about(path: Path) -> float:
    """About how many lines a text file has, by the length of its first ones; 0 for a packed one."""
    with path.open("rb") as file:
        sample = file.read(SAMPLE)
    return 0 if is_packed(path) else path.stat().st_size * sample.count(b"\n") / max(1, len(sample))


def _mended(source: Source, names: Names, rows: Iterable[Names | None]) -> pl.LazyFrame:
    """Rows by way of a CSV file that any reader takes: each has all cells, or a fault where there are none."""
    target, width = source.folder / "mended.csv", len(names) + len(SURPLUS)
    with target.open("w", encoding="utf-8", errors="replace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        for cells in rows:
            found = (cells or [])[:width]
            fault = NO_ROW.pick(source.lang) if cells is None else ""
            writer.writerow([*found, *[""] * (width - len(found)), fault])
    return _scan_csv(target, ",", [*names, *SURPLUS, FAULT])


def first_taken(file: File, names: Names, small: Names, work: Callable[[Read, Path], T], tell: Tell) -> T:
    """The result of work on the rows of a file, in columns of these names, read in the first way that takes them all.

    ``small``: the columns that may hold small whole numbers. ``work`` gets what reads, and a new path each time: what
    failed may still write to its own. ``tell`` is told how far it is.
    """
    for attempt, way in enumerate(file.ways):
        try:
            read = partial(_read, partial(way, names, small), _counter(file.rows, tell))
            return work(read, file.source.folder / f"attempt-{attempt}")
        except FAULTS as error:
            system = SYSTEM.search(str(error))
            if reason := system[1].strip() if system else getattr(error, "strerror", None):
                raise DataError(FULL.fill(reason=reason)) from error
    raise DataError(BROKEN.fill(name=file.source.name, form=file.source.path.suffix))


def _read(way: Read, count: Each, each: Each) -> pl.LazyFrame:
    return way(lambda block: each(count(block)))


def _counter(rows: float, tell: Tell) -> Each:
    done = 0

    def came_by(block: pl.DataFrame) -> pl.DataFrame:
        nonlocal done
        done += block.height
        tell(min(1.0, done / rows) if rows else 0.0)
        return block

    return came_by


def write(rows: pl.LazyFrame, target: Path, alike: Alike) -> None:
    """Write rows into a file, in their order and in the form that its name tells, CSV as the source was."""
    form = form_written(target.name)
    with going_to_disk(target):
        if form == "parquet":
            rows.sink_parquet(target, compression="snappy", engine="streaming")
        elif form == "jsonl":
            rows.sink_ndjson(target, engine="streaming")
        elif form == "csv" and alike.semicolon:
            rows.sink_csv(target, separator=";", decimal_comma=True, include_bom=alike.mark, engine="streaming")
        else:
            rows.sink_csv(target, separator="\t" if form == "tsv" else ",", engine="streaming")
