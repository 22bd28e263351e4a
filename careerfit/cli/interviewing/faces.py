"""The face for the terminal at hand."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from careerfit.cli.settings import Settings
    from careerfit.interview.pages import Face

INCAPABLE = ("", "dumb", "unknown")
"""What ``TERM`` says of a terminal that can't redraw."""
USUAL = "windows" if sys.platform == "win32" else ""
"""What ``TERM`` says where it says nothing: on Windows nobody sets it."""


def face_of(settings: Settings) -> Face:
    """The face for this terminal, where questions go to standard error.

    Lines are what somebody has asked for, and what a terminal gets that can't be redrawn.
    """
    if settings.plain or settings.environ.get("TERM", USUAL).lower() in INCAPABLE or not _redraws():
        from careerfit.interview.plain_face import PlainFace

        return PlainFace(sys.stdin, sys.stderr, _columns(sys.stderr))
    from careerfit.interview.screen_face import ScreenFace
    from careerfit.report.screens.terminal import wants_color

    return ScreenFace(sys.stderr, color=wants_color(sys.stderr, settings.color, settings.environ))


if sys.platform == "win32":

    def _redraws() -> bool:
        """Does standard output lead to the console: Windows is asked there, whatever else is written to."""
        return sys.stdout is not None and sys.stdout.isatty()

else:

    def _redraws() -> bool:
        """Any terminal is redrawn by what is written to it."""
        return True


def _columns(stream: TextIO) -> int | None:
    try:
        return os.get_terminal_size(stream.fileno()).columns or None
    except (OSError, ValueError):
        return None
