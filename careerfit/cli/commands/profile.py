"""``careerfit profile``: the page to read before choosing a role."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.find_role import find_role
from careerfit.cli.help import explained
from careerfit.cli.options import Output, PageFormat, RoleName, option
from careerfit.cli.output import emit
from careerfit.cli.result_formats import said_again
from careerfit.core.model import SECTIONS
from careerfit.errors import Problem, UsageError, did_you_mean
from careerfit.text import Text

UNKNOWN = Text("'{name}' tidak dikenal.{hint}", "'{name}' is unknown.{hint}")
THERE_ARE = Text("Bagian yang ada: {sections}.", "The sections are: {sections}.")


@explained(
    "Baca profil satu peran: tugasnya, siapa yang cocok dan tidak cocok, anggapan dan kenyataannya, dan bedanya "
    "dengan profesi yang mirip. Setiap kalimat disertai hal yang ditanyakan kuis darinya.",
    "Read the profile of one role: its duties, who fits and who does not, what people expect and what is real, "
    "and how it differs from a similar profession. Each sentence comes with the facets that it names.",
)
def profile(
    ctx: typer.Context,
    role: RoleName,
    section: Annotated[
        list[str] | None,
        option(
            "--section",
            "Bagian ini saja; boleh beberapa kali.",
            "This section only; may be given several times.",
            metavar="|".join(SECTIONS),
            autocompletion=lambda: list(SECTIONS),
        ),
    ] = None,
    format: PageFormat = None,
    output: Output = None,
) -> None:
    """ROLE → its profile."""
    from careerfit.report.views.profile import profile_page

    settings = settings_of(ctx)
    _check_sections(section or ())
    pack = settings.load_pack()
    found = find_role(pack, role)

    def document() -> dict[str, object]:
        from careerfit.core.results.json_documents import profile_document

        return profile_document(pack, found, settings.document_lang, section or SECTIONS)

    emit(
        settings,
        format,
        output,
        page=lambda: profile_page(pack, found, settings.lang, section or (), said_again(settings)),
        json=document,
    )


def _check_sections(names: Sequence[str]) -> None:
    """Raise ``UsageError`` with every name that is no section's."""
    unknown = [UNKNOWN.fill(name=name, hint=did_you_mean(name, SECTIONS)) for name in names if name not in SECTIONS]
    if unknown:
        headline = THERE_ARE.fill(sections=", ".join(SECTIONS))
        raise UsageError(headline, [Problem("--section", what) for what in unknown])
