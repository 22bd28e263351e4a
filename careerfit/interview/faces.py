"""Which face a terminal gets."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TextIO

from careerfit.interview.pages import Face

INCAPABLE = ("", "dumb", "unknown")
"""What ``TERM`` says of a terminal that can't redraw."""
USUAL = "windows" if sys.platform == "win32" else ""
"""What ``TERM`` says where it says nothing: on Windows nobody sets it."""


def is_incapable(env: Mapping[str, str]) -> bool:
    """Does ``TERM`` speak of a terminal that can't redraw, and so needs numbered lines?"""
    return env.get("TERM", USUAL).lower() in INCAPABLE


def choose_face(source: TextIO, stream: TextIO, *, plain: bool, color: bool) -> Face:
    """The face for a terminal that is read from ``source`` and shown things on ``stream``.

    Lines are what a terminal gets that can't be redrawn, too.
    """
    if plain or not _redraws():
        from careerfit.interview.plain_face import PlainFace

        return PlainFace(source, stream, _columns(stream))
    from careerfit.interview.screen_face import ScreenFace

    return ScreenFace(stream, color=color)


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
