"""``careerfit roles`` and ``careerfit questions``: what there is."""

from __future__ import annotations

from typing import Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.options import LIST_FORMATS, ListFormat, Output, settled_format
from careerfit.cli.output import write_json, write_page, write_text
from careerfit.cli.wording import both, explained


@explained(
    both(
        "Daftar peran, dengan nama yang dipakai perintah lain.",
        "List the roles, by the names that other commands take.",
    )
)
def roles(
    ctx: typer.Context,
    format: ListFormat = None,  # noqa: A002  # it is the option's name
    output: Output = None,
) -> None:
    """The pack's roles."""
    settings = settings_of(ctx)
    pack = settings.load_pack()
    form = settled_format(format, output, LIST_FORMATS)
    if form == "json":
        from careerfit.core.document import roles_document

        write_json(roles_document(pack, settings.document_lang), output)
    elif form == "csv":
        from careerfit.report.csv import roles_csv

        write_text(roles_csv(pack, settings.lang), output)
    else:
        from careerfit.report.views.lists import roles_page

        write_page(settings, roles_page(pack, settings.lang), form, output)


@explained(
    both(
        "Daftar pertanyaan: kunci dan kalimatnya. Dengan --template: file jawaban untuk diisi, dengan pertanyaannya "
        "sebagai komentar; hitung hasilnya dengan careerfit score.",
        "List the questions: items, their facets and their statements. With --template: an answers file to fill in, "
        "with the questions as comments; careerfit score works out its result.",
    )
)
def questions(
    ctx: typer.Context,
    template: Annotated[
        bool,
        typer.Option(
            "--template",
            help=both("Tulis file jawaban untuk diisi (YAML).", "Write an answers file to fill in (YAML)."),
        ),
    ] = False,
    format: ListFormat = None,  # noqa: A002  # it is the option's name
    output: Output = None,
) -> None:
    """The pack's items."""
    settings = settings_of(ctx)
    pack = settings.load_pack()
    form = settled_format(format, output, LIST_FORMATS)
    if template:
        from careerfit.report.template_file import template_file

        write_text(template_file(pack, settings.lang), output)
    elif form == "json":
        from careerfit.core.document import questions_document

        write_json(questions_document(pack, settings.document_lang), output)
    elif form == "csv":
        from careerfit.report.csv import questions_csv

        write_text(questions_csv(pack, settings.lang), output)
    else:
        from careerfit.report.views.lists import questions_page

        write_page(settings, questions_page(pack, settings.lang), form, output)
