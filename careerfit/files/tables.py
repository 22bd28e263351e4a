"""Tables that others wrote, line by line: what stands in the head of a CSV file, and the rows of CSV and JSON Lines.

They are read as UTF-8, also packed; bytes that are none are taken for the signs of Windows in the West (cp1252), and a
file in UTF-16, or with the line ends of old Macs, is read by way of a copy.
"""

from __future__ import annotations

import codecs
import csv
import gzip
import json
import re
import shutil
import sys
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from io import StringIO, TextIOWrapper
from itertools import islice
from pathlib import Path
from typing import IO, NamedTuple, TextIO, TypeAlias

from careerfit.errors import DataError
from careerfit.files.formats import is_packed
from careerfit.text import Lang, Text

NO_HEAD = Text(
    "{name}: baris pertama harus berisi nama-nama kolom; di sini kosong atau tidak terbaca.",
    "{name}: the first line must hold the names of the columns; here it is empty or can't be read.",
)
NOT_TEXT = Text(
    "{name}: ini bukan teks yang terbaca (UTF-8, UTF-16, atau Windows-1252); simpan ulang sebagai CSV UTF-8.",
    "{name}: this is no text that can be read (UTF-8, UTF-16 or Windows-1252); save it as CSV in UTF-8.",
)
DAMAGED = Text("{name}: file .gz ini rusak atau terpotong.", "{name}: this .gz file is damaged or was cut off.")
SEPARATOR = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)
"""Spreadsheets may say what separates the cells in a line before the head."""
MOST_ROWS = 12
"""So many first rows are looked at for the heads."""
MOST_HEAD = 1 << 20
"""A head has at most so many letters."""
SAMPLE = 1 << 16
"""So many bytes tell the encoding."""
WESTERN = "careerfit-western"
"""How bytes that are no UTF-8 are taken, as Python names it."""
LEAST, BLOCK = 1 << 21, 1 << 24
"""About so many bytes are read at least, and at most: work begins with little, and ends with little to wait for."""
MOST_LINES = 1000
"""A row goes on over at most so many lines: otherwise a quote in it was not closed."""


class Source(NamedTuple):
    """A file to read, what messages call it and in which language, and a folder for what is made on the way."""

    path: Path
    name: str
    lang: Lang
    folder: Path


class Found(NamedTuple):
    """The heads among the first rows of a file: at which ``place`` they stand (−1: nowhere, since it begins with
    people), how many ``more`` rows of heads there are below, and how many of the heads are of use (``ours``).
    """

    heads: Sequence[str]
    place: int = 0
    more: int = 0
    ours: int = 0


Pick: TypeAlias = Callable[[Sequence[Sequence[str]]], Found]
"""Some first rows → the heads."""


class Head(NamedTuple):
    """What separates the cells of a CSV file, how many lines stand before its first row, the names of the columns, how
    many more rows above these or below were no people, and how many rows there are ``above`` the first of people, as a
    spreadsheet counts them.
    """

    delimiter: str
    lines: int
    columns: tuple[str, ...]
    more: int
    above: int


def first_row(rows: Sequence[Sequence[str]]) -> Found:
    """The heads where they stand in the first row."""
    return Found(rows[0])


def read_head(source: Source, pick: Pick = first_row) -> Head:
    """The head of a CSV file. Raises ``DataError`` where there is none."""
    with opened(source) as file:
        text = file.read(MOST_HEAD)
    said = SEPARATOR.match(text)
    text = text[said.end() :] if said else text
    delimiter = said[1] if said else _delimiter(text)
    reader = csv.reader(StringIO(text, newline="\n"), delimiter=delimiter)
    rows: list[tuple[list[str], int]] = []
    with suppress(csv.Error):
        rows += [(row, reader.line_num) for row in islice(reader, MOST_ROWS)]
    blank = 0
    while rows and not any(map(str.strip, rows[0][0])):
        del rows[0]
        blank += 1
    if not rows:
        raise DataError(NO_HEAD.fill(name=source.name))
    found = pick([row for row, _ in rows])
    last = found.place + found.more
    lines, above = (rows[last][1], blank + last + 1) if found.place >= 0 else (0, 0)
    heads = tuple(head.strip() for head in found.heads)
    return Head(delimiter, bool(said) + lines, heads, max(found.place, 0) + found.more, above)


def _delimiter(text: str) -> str:
    """What separates the cells: what stands most often in the first lines, which may have decimal commas as well."""
    lines = re.sub(r'"[^"]*"', "", text).split("\n")[:MOST_ROWS]
    sign = max(";", "\t", ",", "|", key="".join(lines).count)
    return sign if sign in "".join(lines) else ","


def is_in_one_column(head: Head, pick: Pick) -> bool:
    """Does a file's head stand in one cell, and is more of it of use once that is split at its commas?

    So a file with commas becomes where a spreadsheet that wants semicolons opens it and saves it again.
    """
    cells = [cell for cell in head.columns if cell]
    if len(cells) != 1:
        return False
    with suppress(csv.Error):
        return pick([cells]).ours < pick([next(csv.reader(cells))]).ours
    return False


def split_again(source: Source, head: Head) -> Source:
    """A copy of the file in the source's folder, in which each row that is one cell is what stands in that cell.

    Raises as ``opened``.
    """
    copy = source._replace(path=source.folder / "split.csv")
    with opened(source) as file, copy.path.open("w", encoding="utf-8", newline="\n") as target:
        for line in file:
            cells: list[str] = []
            with suppress(csv.Error):
                cells = next(csv.reader([line.rstrip("\r\n")], delimiter=head.delimiter), [])
            is_one = bool(cells) and line.startswith('"') and not any(cells[1:])
            target.write(f"{cells[0]}\n" if is_one else line)
    return copy


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
    """The rows of a CSV file below its head as they are, in blocks of some megabytes that end where a row does.

    Raises ``csv.Error`` where no end is to be found, since a quote is not closed; ``DataError`` for a damaged ``.gz``
    file; ``OSError`` where it can't be read.
    """
    with _unpacked(source) as file:
        for _ in range(head.lines):
            file.readline()
        # Nobody knows how much a packed file holds
        size, left = min(LEAST, BLOCK), sys.maxsize if is_packed(source.path) else source.path.stat().st_size
        while block := file.read(size):
            lines = [block, file.readline()]
            quotes = sum(line.count(b'"') for line in lines if b'"' in line)  # to look for one is faster than to count
            while quotes % 2:  # the row goes on in the next line
                lines.append(file.readline())
                quotes += lines[-1].count(b'"')
                if not lines[-1] or len(lines) > MOST_LINES:
                    raise csv.Error
            yield b"".join(lines)
            left -= size
            size = min(2 * size, BLOCK, max(LEAST, left // 3))


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

    Raises ``DataError``, also while it is read, where it is no text or a damaged ``.gz`` file; ``OSError`` where it
    can't be read.
    """
    try:
        with (
            _unpacked(source) as packed,
            TextIOWrapper(packed, encoding="utf-8-sig", errors=WESTERN, newline="\n") as file,
        ):
            yield file
    except UnicodeDecodeError as error:
        raise DataError(NOT_TEXT.fill(name=source.name)) from error


def has_mark(source: Source) -> bool:
    """Does a file begin with a mark that it is UTF-8?"""
    with _unpacked(source) as file:
        return file.read(len(codecs.BOM_UTF8)) == codecs.BOM_UTF8


def as_utf8(source: Source) -> Source:
    """The file itself, or a copy of it in the source's folder where it is in UTF-16 or its lines end as on old Macs.

    Raises as ``opened``.
    """
    with _unpacked(source) as file:
        sample = file.read(SAMPLE)
    encoding, end = _encoding(sample), b"\r" if b"\r" in sample and b"\n" not in sample else b""
    if not encoding and not end:
        return source
    copy = source._replace(path=source.folder / "utf-8.csv")
    try:
        with (
            _unpacked(source) as packed,
            TextIOWrapper(packed, encoding=encoding or "utf-8-sig", errors=WESTERN) as text,
            copy.path.open("w", encoding="utf-8", newline="\n") as target,
        ):
            shutil.copyfileobj(text, target)
    except UnicodeError as error:
        raise DataError(NOT_TEXT.fill(name=source.name)) from error
    return copy


def _encoding(sample: bytes) -> str:
    """The encoding that a file's first bytes tell, where it is of two bytes a sign; "" for any other."""
    if sample.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) / 4
    return "utf-16-le" if odd > half >= 1 else "utf-16-be" if even > half >= 1 else ""


def in_utf8(content: bytes) -> bytes:
    """Bytes that are no UTF-8 in UTF-8, taken for cp1252; all others as they are. Raises ``UnicodeDecodeError``."""
    return content.decode("utf-8", WESTERN).encode("utf-8")


def _western(error: UnicodeError) -> tuple[str, int]:
    """What the bytes that are no UTF-8 are in cp1252; the five that it does not know are refused."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252"), error.end


codecs.register_error(WESTERN, _western)


@contextmanager
def _unpacked(source: Source) -> Iterator[IO[bytes]]:
    try:
        with _bytes(source.path) as file:
            yield file
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise DataError(DAMAGED.fill(name=source.name)) from error


def _bytes(path: Path) -> IO[bytes]:
    return gzip.open(path) if is_packed(path) else path.open("rb")  # type: ignore[return-value]
