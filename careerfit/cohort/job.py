"""What is asked for, and what came of it; and the forms of files, told by their names' endings."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal, TypeAlias

from careerfit.errors import UsageError
from careerfit.text import Text

Form: TypeAlias = Literal["csv", "parquet", "jsonl"]
Engine: TypeAlias = Literal["duckdb", "spark"]
STDIN = "-"
ID, ERROR = "id", "error"
FORMS: dict[str, Form] = {".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".jsonl": "jsonl", ".ndjson": "jsonl"}
ENDINGS = ".csv, .parquet, .jsonl"
UNKNOWN_ENDING = Text(
    "{name}: akhiran nama file ini tidak dikenal; pakai salah satu: {endings}.",
    "{name}: this file's ending is unknown; use one of: {endings}.",
)


@dataclass(frozen=True, slots=True)
class Job:
    """A file of people (``-`` for CSV on standard input), where their results go, and what computes them."""

    source: str
    target: str
    engine: Engine = "duckdb"
    master: str = "local[*]"
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Outcome:
    """How many people there were, how many of them with a bad row, and the items that had no column."""

    people: int
    bad: int
    missing: tuple[str, ...]


def form_of(path: str) -> Form:
    """The form of a file by its name; standard input is CSV. Raises ``UsageError`` for an ending that is unknown."""
    form = "csv" if path == STDIN else FORMS.get(PurePosixPath(path).suffix.lower())
    if form is None:
        raise UsageError(UNKNOWN_ENDING.fill(name=path, endings=ENDINGS))
    return form
