"""Options and arguments that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import typer

from careerfit.cli.completion import complete_role
from careerfit.cli.wording import both

SUFFIXES = {".json": "json", ".md": "markdown", ".csv": "csv", ".html": "html"}

Output: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--output",
        "-o",
        metavar="FILE",
        help=both(
            "Simpan ke file ini, bukan ke layar. Tanpa --format, akhiran namanya menentukan bentuknya.",
            "Write to this file instead of the screen. Without --format, its ending says the form.",
        ),
    ),
]

RoleName: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar="ROLE",
        autocompletion=complete_role,
        help=both(
            "Nama peran dalam salah satu bahasa, atau sebagian namanya yang hanya cocok dengan satu peran.",
            "A role's name in either language, or a part of it that fits one role only.",
        ),
    ),
]

FORMAT_HELP = both("Bentuk hasil; table kalau tidak disebut.", "The form of the result; table unless given.")


def _format(known: tuple[str, ...]) -> Any:
    return typer.Option("--format", metavar="|".join(known), help=FORMAT_HELP)


RESULT_FORMATS = ("table", "json", "markdown", "csv", "html")
ResultFormat: TypeAlias = Annotated[Literal["table", "json", "markdown", "csv", "html"] | None, _format(RESULT_FORMATS)]
LIST_FORMATS = ("table", "json", "markdown", "csv")
ListFormat: TypeAlias = Annotated[Literal["table", "json", "markdown", "csv"] | None, _format(LIST_FORMATS)]
PAGE_FORMATS = ("table", "json", "markdown")
PageFormat: TypeAlias = Annotated[Literal["table", "json", "markdown"] | None, _format(PAGE_FORMATS)]


def settled_format(chosen: str | None, output: str | None, known: tuple[str, ...]) -> str:
    """The form of a result: as chosen, else as the output file's ending says, else a table."""
    if chosen is not None:
        return chosen
    by_suffix = SUFFIXES.get(Path(output).suffix.lower(), "") if output else ""
    return by_suffix if by_suffix in known else "table"
