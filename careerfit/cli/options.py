"""Options and arguments that several commands share."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeAlias, get_args

import typer

from careerfit.cli.completion import complete_role
from careerfit.cli.help import both


def option(name: str, id: str, en: str, **more: Any) -> Any:
    """An option of that name with its help in both languages; ``more`` is what typer takes besides."""
    return typer.Option(name, help=both(id, en), **more)


def argument(metavar: str, id: str, en: str, **more: Any) -> Any:
    """An argument that help calls so, with its help in both languages; ``more`` is what typer takes besides."""
    return typer.Argument(metavar=metavar, help=both(id, en), **more)


def one_of(
    name: str,
    values: Any,
    id: str = "Bentuk hasil; table kalau tidak disebut.",
    en: str = "The form of the result; table unless given.",
) -> Any:
    """An option of that name for one of the values of a ``Literal``, which help shows; by default one for a form."""
    return option(name, id, en, metavar="|".join(get_args(values)))


def output_option(id: str, en: str) -> Any:
    """The option for where a result is written, with its help in both languages."""
    return typer.Option("--output", "-o", metavar="FILE", help=both(id, en))


Output: TypeAlias = Annotated[
    str | None,
    output_option(
        "Simpan ke file ini, bukan ke layar (- untuk layar). Tanpa --format, akhiran namanya menentukan "
        "bentuknya: .txt, .md, .json, .csv, .html. Akhiran yang tidak bisa ditulis ditolak.",
        "Write to this file instead of the screen (- for the screen). Without --format, its ending says the form: "
        ".txt, .md, .json, .csv, .html. An ending that can't be written is refused.",
    ),
]

NUMBER_HELP = "Nomor hasil, seperti di daftarnya.", "The attempt's number, as the list has it."
Number: TypeAlias = Annotated[int | None, argument("N", *NUMBER_HELP)]

RoleName: TypeAlias = Annotated[
    str,
    argument(
        "ROLE",
        "Nama peran dalam salah satu bahasa, atau sebagian namanya yang hanya cocok dengan satu peran.",
        "A role's name in either language, or a part of it that fits one role only.",
        autocompletion=complete_role,
    ),
]

ResultForm: TypeAlias = Literal["table", "json", "markdown", "csv", "html"]
ResultFormat: TypeAlias = Annotated[ResultForm | None, one_of("--format", ResultForm)]
ListForm: TypeAlias = Literal["table", "json", "markdown", "csv"]
ListFormat: TypeAlias = Annotated[ListForm | None, one_of("--format", ListForm)]
StudyForm: TypeAlias = Literal["table", "json", "markdown", "html"]
StudyFormat: TypeAlias = Annotated[StudyForm | None, one_of("--format", StudyForm)]
PageForm: TypeAlias = Literal["table", "json", "markdown"]
PageFormat: TypeAlias = Annotated[PageForm | None, one_of("--format", PageForm)]
