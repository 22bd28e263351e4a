"""The face for the terminal at hand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from careerfit.interview.faces import choose_face, is_incapable

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.interview.pages import Face


def face_of(settings: Settings) -> Face:
    """The face for this terminal; questions go to standard error."""
    from careerfit.report.screens.terminal import wants_color

    color = wants_color(sys.stderr, settings.color, settings.environ)
    lines = settings.plain or is_incapable(settings.environ)
    return choose_face(sys.stdin, sys.stderr, plain=lines, color=color)
