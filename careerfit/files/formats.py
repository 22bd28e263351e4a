"""The forms of files, told by the endings of their names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal, TypeAlias

from careerfit.errors import Problem, UsageError
from careerfit.text import Text

Form: TypeAlias = Literal["csv", "tsv", "jsonl", "parquet", "excel"]
STDIN = "-"
PACKED = ".gz"
TEXTS: Mapping[str, Form] = {".csv": "csv", ".tsv": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl"}
WRITTEN: Mapping[str, Form] = {**TEXTS, ".xlsx": "excel", ".parquet": "parquet"}
READ: Mapping[str, Form] = {
    **WRITTEN,
    ".xls": "excel",
    ".ods": "excel",
    **{f"{ending}{PACKED}": form for ending, form in TEXTS.items()},
}
UNKNOWN = Text(
    "{name}: akhiran nama file ini tidak dikenal; pakai salah satu: {endings}.",
    "{name}: this file's ending is unknown; use one of: {endings}.",
)


CHAT = ".txt"
"""So the export of a chat ends."""
NO_CHAT = Text(
    "Chat WhatsApp tidak dibaca. Buat tabel di Excel dengan kolom nama, kelas, dan kode, tempel tiap kode dari chat di "
    "satu baris, lalu simpan sebagai .xlsx.",
    "Chats are not read. Make a table in Excel with the columns name, class and code, paste each code of the chat into "
    "a row, and save it as .xlsx.",
)


def form_read(path: str) -> Form:
    """The form of a file to read, by its name; standard input is CSV. Raises ``UsageError`` for an unknown ending."""
    return "csv" if path == STDIN else _form(path, READ)


def is_table(path: str) -> bool:
    """Is that the name of a table that can be read, with a row a person?"""
    return _known(path, READ) is not None


def is_packed(path: PurePath) -> bool:
    """Is that the name of a packed file?"""
    return path.suffix.lower() == PACKED


def form_written(path: str) -> Form:
    """The form of a file to write, by its name. Raises ``UsageError`` for an unknown ending."""
    return _form(path, WRITTEN)


def _form(path: str, known: Mapping[str, Form]) -> Form:
    form = _known(path, known)
    if form is None:
        advice = [Problem("", NO_CHAT)] if known is READ and path.lower().endswith(CHAT) else []
        raise UsageError(UNKNOWN.fill(name=path, endings=", ".join(known)), advice)
    return form


def _known(path: str, known: Mapping[str, Form]) -> Form | None:
    suffixes = PurePath(path.lower()).suffixes
    return known.get("".join(suffixes[-2:] if suffixes[-1:] == [PACKED] else suffixes[-1:]))
