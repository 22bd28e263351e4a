"""A role's reality check at the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerfit.cli.errors import CancelledError
from careerfit.cli.interviewing.faces import face_of
from careerfit.cli.output import emit
from careerfit.interview.reality import run_reality

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.core.model import Role
    from careerfit.interview.pages import Face


def check_reality(settings: Settings, role: Role, *, face: Face | None = None) -> None:
    """A role's reality check, and what it came to on standard output, unless nothing was said.

    ``face`` stands in for that of the terminal. Raises ``CancelledError`` where it is interrupted.
    """
    from careerfit.report.views.reality import total_page

    checked = run_reality(role, face=face or face_of(settings), lang=settings.lang)
    settings.language = settings.language._replace(lang=checked.lang)
    if checked.ending == "interrupted":
        raise CancelledError
    if not role.beliefs or any(said is not None for said in checked.believed):
        emit(settings, None, None, page=lambda: total_page(role, checked.believed, settings.lang))
