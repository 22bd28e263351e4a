"""What an engine complains of, as messages for people."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator

import duckdb

from careerfit.errors import DataError
from careerfit.text import Text

RAGGED = Text(
    "{name}:{line}: baris ini punya {found} sel, padahal seharusnya {expected}; mungkin filenya terpotong.",
    "{name}:{line}: this line has {found} cells instead of {expected}; the file may be cut off.",
)
QUOTE = Text(
    "{name}:{line}: tanda kutip tidak ditutup; mungkin filenya terpotong.",
    "{name}:{line}: a quote is not closed; the file may be cut off.",
)
ENCODING = Text(
    "{name}:{line}: ini bukan teks UTF-8; simpan ulang sebagai CSV UTF-8.",
    "{name}:{line}: this is not UTF-8 text; save it as CSV in UTF-8.",
)
JSON = Text(
    "{name}:{line}: baris ini bukan objek JSON yang utuh; mungkin filenya terpotong.",
    "{name}:{line}: this line is not a whole JSON object; the file may be cut off.",
)
PARQUET = Text(
    "{name}: ini bukan file Parquet yang utuh; mungkin terpotong.",
    "{name}: this is not a whole Parquet file; it may be cut off.",
)
FULL = Text(
    "Hasilnya tidak bisa ditulis ({reason}). Kosongkan tempat, atau pilih folder lain.",
    "The results can't be written ({reason}). Free some space, or choose another folder.",
)
MEMORY = Text("Memorinya tidak cukup untuk file ini.", "There is not enough memory for this file.")
OTHER = Text("{name}: tidak bisa dihitung ({reason}).", "{name}: can't be scored ({reason}).")

SIGNS = {
    "unterminated quote": QUOTE,
    "not utf-8": ENCODING,
    "json": JSON,
    "parquet": PARQUET,
    "magic bytes": PARQUET,
}
"""What the engine's complaints are told by, in the order in which they are looked for."""

_LINE = re.compile(r"(?:on |at |in )?line:? (\d+)", re.IGNORECASE)
_COUNTS = re.compile(r"Expected Number of Columns: (\d+) Found: (\d+)")
_SYSTEM = re.compile(
    r"(No space left on device|File too large|Permission denied|Read-only file system|Disk quota[^\"']*)"
)


@contextlib.contextmanager
def engine_fault(name: str) -> Iterator[None]:
    """Turn the engine's errors into ``DataError``; ``name`` is what messages call the input."""
    try:
        yield
    except duckdb.OutOfMemoryException as error:
        raise DataError(MEMORY) from error
    except duckdb.Error as error:
        raise DataError(_message(str(error), name)) from error


def _message(text: str, name: str) -> Text:
    line = found[1] if (found := _LINE.search(text)) else "?"
    if system := _SYSTEM.search(text):
        return FULL.fill(reason=system[1])
    if counts := _COUNTS.search(text):
        return RAGGED.fill(name=name, line=line, expected=counts[1], found=counts[2])
    for sign, message in SIGNS.items():
        if sign in text.lower():
            return message.fill(name=name, line=line)
    return OTHER.fill(name=name, reason=text.splitlines()[0][:200])
