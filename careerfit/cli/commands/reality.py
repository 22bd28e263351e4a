"""``careerfit reality``: what people believe about a role, as a small quiz."""

from __future__ import annotations

import typer

from careerfit.cli.command import settings_of
from careerfit.cli.find_role import find_role
from careerfit.cli.help import explained
from careerfit.cli.options import RoleName
from careerfit.cli.result_formats import said_again
from careerfit.cli.terminal import require_terminal
from careerfit.core.role_names import short_name
from careerfit.text import Text

INSTEAD = Text(
    "Tanpa terminal, baca: careerfit profile {role} --section expectations{options}",
    "Without one, read: careerfit profile {role} --section expectations{options}",
)


@explained(
    "Cek anggapan tentang satu peran: benar atau tidak? Setelah itu, kata deskripsinya. Skormu tidak berubah.",
    "Check what people believe about a role: true or not? Then read what the description says. It never changes "
    "your score.",
)
def reality(ctx: typer.Context, role: RoleName) -> None:
    """ROLE → a quiz about it."""
    settings = settings_of(ctx)
    pack = settings.load_pack()
    found = find_role(pack, role)
    require_terminal(INSTEAD.fill(role=short_name(pack, found.slug), options=said_again(settings)))
    from careerfit.cli.interviewing.reality import check_reality

    check_reality(settings, found)
