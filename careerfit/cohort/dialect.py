"""The head of a CSV file: what separates its cells, and the names of its columns."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from careerfit.errors import DataError
from careerfit.text import Text

DELIMITERS = (",", ";", "\t")
MOST_HEAD = 1 << 20
SEPARATOR = b"sep="
"""Spreadsheets may say what separates the cells in a line before the head."""

EMPTY = Text(
    "{name}: file ini kosong; baris pertamanya harus nama-nama kolom.",
    "{name}: this file is empty; its first line must hold the names of the columns.",
)
NOT_UTF8 = Text(
    "{name}: ini bukan teks UTF-8; simpan ulang sebagai CSV UTF-8.",
    "{name}: this is not UTF-8 text; save it as CSV in UTF-8.",
)


@dataclass(frozen=True, slots=True)
class Dialect:
    """What separates the cells, how many lines stand before the head, and the names of the columns."""

    delimiter: str
    skip: int
    columns: tuple[str, ...]


def read_dialect(path: Path, name: str) -> Dialect:
    """The dialect of a CSV file; ``name`` is what messages call it.

    Raises ``DataError`` where it is empty or not UTF-8, ``OSError`` where it can't be read.
    """
    with path.open("rb") as file:
        head = file.read(MOST_HEAD)
    lines = head.splitlines()[:2]
    skip = int(bool(lines) and lines[0].lower().startswith(SEPARATOR) and len(lines[0]) == len(SEPARATOR) + 1)
    try:
        text = b"\n".join(lines[: skip + 1]).decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise DataError(NOT_UTF8.fill(name=name)) from error
    if len(text) <= skip or not text[skip].strip():
        raise DataError(EMPTY.fill(name=name))
    delimiter = text[0][-1] if skip else max(DELIMITERS, key=text[0].count)
    return Dialect(delimiter, skip, tuple(cell.strip() for cell in next(csv.reader(text[skip:], delimiter=delimiter))))
