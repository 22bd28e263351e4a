"""``careerfit roles`` and ``careerfit questions``: what there is."""

from __future__ import annotations

from typing import Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.help import explained
from careerfit.cli.options import ListFormat, Output, option
from careerfit.cli.output import emit
from careerfit.cli.result_formats import said_again
from careerfit.errors import UsageError
from careerfit.text import Text

TEMPLATE_IS_YAML = Text(
    "--template menulis YAML, jadi tidak bisa bersama --format.",
    "--template writes YAML, so it can't go with --format.",
)
ONE_LIST = Text("Pilih salah satu: --template atau --facets.", "Choose one of --template and --facets.")


@explained(
    "Daftar peran, dengan nama yang dipakai perintah lain.", "List the roles, by the names that other commands take."
)
def roles(
    ctx: typer.Context,
    format: ListFormat = None,
    output: Output = None,
) -> None:
    """The pack's roles."""
    from careerfit.core.results.json_documents import roles_document
    from careerfit.report.csv import roles_csv
    from careerfit.report.views.lists import roles_page

    settings = settings_of(ctx)
    pack = settings.load_pack()
    emit(
        settings,
        format,
        output,
        page=lambda: roles_page(pack, settings.lang, said_again(settings)),
        json=lambda: roles_document(pack, settings.document_lang),
        csv=lambda: roles_csv(pack, settings.lang),
    )


@explained(
    "Daftar pertanyaan: kunci dan kalimatnya. Dengan --template: file jawaban untuk diisi, dengan pertanyaannya "
    "sebagai komentar; hitung hasilnya dengan score. Dengan --facets: hal-hal yang ditanyakan, dengan "
    "kuncinya.",
    "List the questions: items, their facets and their statements. With --template: an answers file to fill in, "
    "with the questions as comments; score works out its result. With --facets: the things that are asked "
    "about, with their keys.",
)
def questions(
    ctx: typer.Context,
    template: Annotated[
        bool, option("--template", "Tulis file jawaban untuk diisi (YAML).", "Write an answers file to fill in (YAML).")
    ] = False,
    facets: Annotated[
        bool,
        option("--facets", "Daftar hal yang ditanyakan, dengan kuncinya.", "List what is asked about, by its keys."),
    ] = False,
    format: ListFormat = None,
    output: Output = None,
) -> None:
    """The pack's items, or its facets."""
    from careerfit.core.results.json_documents import facets_document, questions_document
    from careerfit.report.csv import facets_csv, questions_csv
    from careerfit.report.views.lists import facets_page, questions_page

    settings = settings_of(ctx)
    if template and facets:
        raise UsageError(ONE_LIST)
    if template and format is not None:
        raise UsageError(TEMPLATE_IS_YAML)
    pack = settings.load_pack()
    if template:
        from careerfit.pack.answers_file import template_file

        emit(settings, None, output, yaml=lambda: template_file(pack, settings.lang, said_again(settings)))
        return
    lang, both = settings.lang, settings.document_lang
    if facets:
        emit(
            settings,
            format,
            output,
            page=lambda: facets_page(pack, lang, said_again(settings)),
            json=lambda: facets_document(pack, both),
            csv=lambda: facets_csv(pack, lang),
        )
        return
    emit(
        settings,
        format,
        output,
        page=lambda: questions_page(pack, lang),
        json=lambda: questions_document(pack, both),
        csv=lambda: questions_csv(pack, lang),
    )
