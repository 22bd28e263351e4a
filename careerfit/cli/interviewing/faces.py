"""The face for the terminal at hand."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from careerfit.interview.faces import choose_face, wants_plain

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.interview.pages import Face


def face_of(settings: Settings, *, plain: bool = False) -> Face:
    """The face for this terminal; questions go to standard error."""
    from careerfit.report.screens.terminal import wants_color

    color = wants_color(sys.stderr, settings.color, settings.environ)
    lines = wants_plain(settings.environ, asked=plain or settings.plain)
    return choose_face(sys.stdin, sys.stderr, plain=lines, color=color)
