"""``careerfit compare``: roles side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.completion import complete_role
from careerfit.cli.find_role import find_role
from careerfit.cli.help import explained
from careerfit.cli.options import Output, PageFormat, argument
from careerfit.cli.output import emit
from careerfit.cli.result_formats import said_again
from careerfit.core.model import Pack, Role
from careerfit.errors import Problem, UsageError
from careerfit.text import Text

FEWEST, MOST = 2, 5
HOW_MANY = Text(
    f"Sebut {FEWEST} sampai {MOST} peran yang berbeda. Daftarnya: careerfit roles",
    f"Name {FEWEST} to {MOST} different roles. For a list: careerfit roles",
)

TWICE = Text("'{slug}' disebut dua kali. Sebut peran yang berbeda.", "'{slug}' is named twice. Name different roles.")
SEVERAL = Text("Peran-peran ini tidak bisa dibandingkan:", "These roles can't be compared:")


@explained(
    "Bandingkan dua sampai lima peran: apa yang sama-sama diminta, apa yang berbeda, dan kata deskripsinya "
    "tentang perbedaan itu.",
    "Set two to five roles side by side: what all of them ask for, what differs, and what the descriptions say "
    "of the difference.",
)
def compare(
    ctx: typer.Context,
    roles: Annotated[
        list[str], argument("ROLE", "Dua sampai lima peran.", "Two to five roles.", autocompletion=complete_role)
    ],
    format: PageFormat = None,
    output: Output = None,
) -> None:
    """Roles → their comparison."""
    from careerfit.core.results.json_documents import compare_document
    from careerfit.report.views.compare import compare_page

    settings = settings_of(ctx)
    pack = settings.load_pack()
    found = find_roles(pack, roles)
    emit(
        settings,
        format,
        output,
        page=lambda: compare_page(pack, [role.slug for role in found], settings.lang, said_again(settings)),
        json=lambda: compare_document(pack, found, settings.document_lang),
    )


def find_roles(pack: Pack, names: list[str]) -> tuple[Role, ...]:
    """The roles that are meant.

    Raises ``UsageError`` with every name that is none, or that stands twice; only where there are none of these, with
    how many roles can be compared.
    """
    found: dict[str, Role] = {}
    wrong = []
    for name in names:
        try:
            role = find_role(pack, name)
        except UsageError as error:
            wrong.append(error.headline)
            continue
        if role.slug in found:
            wrong.append(TWICE.fill(slug=role.slug))
        found[role.slug] = role
    if len(wrong) > 1:
        raise UsageError(SEVERAL, [Problem("", one) for one in wrong])
    if wrong or not FEWEST <= len(found) <= MOST:
        raise UsageError(wrong[0] if wrong else HOW_MANY)
    return tuple(found.values())
