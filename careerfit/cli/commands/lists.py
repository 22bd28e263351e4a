"""``careerfit roles`` and ``careerfit questions``: what there is."""

from __future__ import annotations

from typing import Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.help import explained
from careerfit.cli.options import ListFormat, Output, option
from careerfit.cli.output import emit
from careerfit.errors import UsageError
from careerfit.text import Text

TEMPLATE_IS_YAML = Text(
    "--template menulis YAML, jadi tidak bisa bersama --format.",
    "--template writes YAML, so it can't go with --format.",
)


@explained(
    "Daftar peran, dengan nama yang dipakai perintah lain.", "List the roles, by the names that other commands take."
)
def roles(
    ctx: typer.Context,
    format: ListFormat = None,
    output: Output = None,
) -> None:
    """The pack's roles."""
    from careerfit.core.document import roles_document
    from careerfit.report.csv import roles_csv
    from careerfit.report.views.lists import roles_page

    settings = settings_of(ctx)
    pack = settings.load_pack()
    emit(
        settings,
        format,
        output,
        page=lambda: roles_page(pack, settings.lang),
        json=lambda: roles_document(pack, settings.document_lang),
        csv=lambda: roles_csv(pack, settings.lang),
    )


@explained(
    "Daftar pertanyaan: kunci dan kalimatnya. Dengan --template: file jawaban untuk diisi, dengan pertanyaannya "
    "sebagai komentar; hitung hasilnya dengan careerfit score.",
    "List the questions: items, their facets and their statements. With --template: an answers file to fill in, "
    "with the questions as comments; careerfit score works out its result.",
)
def questions(
    ctx: typer.Context,
    template: Annotated[
        bool, option("--template", "Tulis file jawaban untuk diisi (YAML).", "Write an answers file to fill in (YAML).")
    ] = False,
    format: ListFormat = None,
    output: Output = None,
) -> None:
    """The pack's items."""
    from careerfit.core.document import questions_document
    from careerfit.report.csv import questions_csv
    from careerfit.report.views.lists import questions_page

    settings = settings_of(ctx)
    if template and format is not None:
        raise UsageError(TEMPLATE_IS_YAML)
    pack = settings.load_pack()
    if template:
        from careerfit.pack.answers_file import template_file

        emit(settings, None, output, yaml=lambda: template_file(pack, settings.lang))
        return
    emit(
        settings,
        format,
        output,
        page=lambda: questions_page(pack, settings.lang),
        json=lambda: questions_document(pack, settings.document_lang),
        csv=lambda: questions_csv(pack, settings.lang),
    )
