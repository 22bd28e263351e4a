"""Which face a terminal gets."""

from __future__ import annotations

import io
import sys

import pytest

from careerfit.interview.faces import USUAL, choose_face, is_incapable
from careerfit.interview.plain_face import PlainFace
from careerfit.interview.screen_face import ScreenFace


class Console(io.StringIO):
    """What says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "dumb"}, True),
        ({"TERM": "DUMB"}, True),
        ({"TERM": "unknown"}, True),
        ({}, USUAL != "windows"),
    ],
)
def test_lines_where_redrawing_cannot_be_done(env: dict[str, str], expected: bool) -> None:
    """A terminal that can't redraw is known by its name."""
    assert expected == is_incapable(env)


@pytest.mark.parametrize(("plain", "expected"), [(True, PlainFace), (False, ScreenFace)])
def test_the_face_is_the_one_asked_for(plain: bool, expected: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """The choice between the two faces is the caller's."""
    monkeypatch.setattr(sys, "stdout", Console())
    assert expected is type(choose_face(io.StringIO(), io.StringIO(), plain=plain, color=False))
