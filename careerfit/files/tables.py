"""Tables that others wrote, line by line: what stands in the head of a CSV file, and the rows of CSV and JSON Lines.

They are read as UTF-8, also packed; what can't be is told by file and line.
"""

from __future__ import annotations

import csv
import gzip
import json
import re
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import StringIO, TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple, TextIO

from careerfit.errors import DataError
from careerfit.files.endings import PACKED
from careerfit.text import Lang, Text

NO_HEAD = Text(
    "{name}: baris pertama harus berisi nama-nama kolom; di sini kosong atau tidak terbaca.",
    "{name}: the first line must hold the names of the columns; here it is empty or can't be read.",
)
NOT_UTF8 = Text(
    "{name}:{line}: ini bukan teks UTF-8; simpan ulang sebagai CSV UTF-8.",
    "{name}:{line}: this is not UTF-8 text; save it as CSV in UTF-8.",
)
DAMAGED = Text("{name}: file .gz ini rusak atau terpotong.", "{name}: this .gz file is damaged or was cut off.")
SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""Spreadsheets may say what separates the cells in a line before the head."""
IMPORT_ID = '"ImportId"'
"""Qualtrics repeats its head twice: with the questions, and with its own names of the columns, as JSON."""
MOST_HEAD = 1 << 20
"""A head has at most so many letters."""
BLOCK = 1 << 24
"""A row has fewer bytes than this."""


class Source(NamedTuple):
    """A file to read, what messages call it and in which language, and a folder for what is made on the way."""

    path: Path
    name: str
    lang: Lang
    folder: Path


class Head(NamedTuple):
    """What separates the cells of a CSV file, how many lines stand before its first row, the names of the columns, and
    how many more rows of heads there were.
    """

    delimiter: str
    lines: int
    columns: tuple[str, ...]
    more: int


def read_head(source: Source) -> Head:
    """The head of a CSV file. Raises ``DataError`` where there is none."""
    with opened(source) as file:
        text = file.read(MOST_HEAD)
    said = SEPARATOR.match(text)
    text = text[said.end() :] if said else text
    unquoted = re.sub(r'"[^"]*"', "", text).partition("\n")[0]
    delimiter = said[1] if said else max(",", ";", "\t", key=unquoted.count)
    reader = csv.reader(StringIO(text, newline="\n"), delimiter=delimiter)
    rows: list[tuple[list[str], int]] = []
    with suppress(csv.Error):
        rows += [(row, reader.line_num) for row in islice(reader, 3)]
    if not rows or not any(rows[0][0]):
        raise DataError(NO_HEAD.fill(name=source.name))
    more = max((place for place, (row, _) in enumerate(rows) if any(IMPORT_ID in cell for cell in row)), default=0)
    return Head(delimiter, bool(said) + rows[more][1], tuple(cell.strip() for cell in rows[0][0]), more)


def csv_rows(source: Source, head: Head) -> Iterator[Sequence[str] | None]:
    """The rows of a CSV file below its head, a line each: only of one whose quotes are all closed is it known what it
    says, so that none takes another with it; it is None otherwise.
    """
    with opened(source) as file:
        for line in islice(file, head.lines, None):
            found = None
            with suppress(csv.Error):
                found = next(csv.reader([line], delimiter=head.delimiter)) if line.count('"') % 2 == 0 else None
            yield found


def csv_blocks(source: Source, head: Head) -> Iterator[bytes]:
    """The rows of a CSV file below its head as they are, in blocks of a few megabytes that end where a row does.

    Raises ``csv.Error`` where no end is to be found, since a quote is not closed; ``DataError`` for a damaged ``.gz``
    file; ``OSError`` where it can't be read.
    """
    with _unpacked(source) as file:
        for _ in range(head.lines):
            file.readline()
        rest = b""
        while len(block := rest + file.read(BLOCK - len(rest))) == BLOCK:
            end = _row_end(block)
            yield block[:end]
            rest = block[end:]
    if block.count(b'"') % 2:
        raise csv.Error
    if block:
        yield block


def _row_end(block: bytes) -> int:
    """Where the last row ends that does: behind a line with as many quotes that open as that close before its end."""
    end = block.rfind(b"\n") + 1
    is_open = block.count(b'"', 0, end) % 2
    while is_open and end:
        start = block.rfind(b"\n", 0, end - 1) + 1
        is_open ^= block.count(b'"', start, end) % 2
        end = start
    if not end:
        raise csv.Error
    return end


def json_rows(source: Source) -> Iterator[dict[str, str] | None]:
    """The objects of a JSON Lines file with their cells as text; None for a line that holds none."""
    with opened(source) as file:
        for line in file:
            found = None
            with suppress(ValueError, RecursionError):
                found = json.loads(line) if line.strip() else {}
            yield {key: _text(cell) for key, cell in found.items()} if isinstance(found, dict) else None


def _text(cell: object) -> str:
    return cell if isinstance(cell, str) else "" if cell is None else json.dumps(cell, ensure_ascii=False)


@contextmanager
def opened(source: Source) -> Iterator[TextIO]:
    """The text of a file, unpacked, its lines ended as they are.

    Raises ``DataError``, also while it is read, where it is not UTF-8 or a damaged ``.gz`` file; ``OSError`` where it
    can't be read.
    """
    try:
        with _unpacked(source) as packed, TextIOWrapper(packed, encoding="utf-8-sig", newline="\n") as file:
            yield file
    except UnicodeDecodeError as error:
        raise DataError(NOT_UTF8.fill(name=source.name, line=_line_not_utf8(source.path))) from error


@contextmanager
def _unpacked(source: Source) -> Iterator[IO[bytes]]:
    try:
        with _bytes(source.path) as file:
            yield file
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise DataError(DAMAGED.fill(name=source.name)) from error


def _bytes(path: Path) -> IO[bytes]:
    return gzip.open(path) if path.suffix.lower() == PACKED else path.open("rb")  # type: ignore[return-value]


def _line_not_utf8(path: Path) -> int:
    with _bytes(path) as file:
        return next((n for n, line in enumerate(file, 1) if "\ufffd" in line.decode(errors="replace")), 1)
