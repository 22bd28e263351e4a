"""The forms of files, told by the endings of their names."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePath
from typing import Literal, TypeAlias

from careerfit.errors import UsageError
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


def form_read(path: str) -> Form:
    """The form of a file to read, by its name; standard input is CSV. Raises ``UsageError`` for an unknown ending."""
    return "csv" if path == STDIN else _form(path, READ)


def form_written(path: str) -> Form:
    """The form of a file to write, by its name. Raises ``UsageError`` for an unknown ending."""
    return _form(path, WRITTEN)


def _form(path: str, known: Mapping[str, Form]) -> Form:
    suffixes = PurePath(path.lower()).suffixes
    form = known.get("".join(suffixes[-2:] if suffixes[-1:] == [PACKED] else suffixes[-1:]))
    if form is None:
        raise UsageError(UNKNOWN.fill(name=path, endings=", ".join(known)))
    return form
