"""Which face a terminal gets."""

from __future__ import annotations

import io
import sys

import pytest

from careerfit.interview.faces import USUAL, choose_face, wants_plain
from careerfit.interview.plain import PlainFace
from careerfit.interview.screen import ScreenFace


class Console(io.StringIO):
    """What says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("env", "expected"),
    [
        ({"TERM": "xterm-256color"}, False),
        ({"TERM": "xterm-256color", "ACCESSIBLE": "1"}, True),
        ({"TERM": "xterm-256color", "ACCESSIBLE": "0"}, False),
        ({"TERM": "xterm-256color", "ACCESSIBLE": ""}, False),
        ({"TERM": "dumb"}, True),
        ({"TERM": "DUMB"}, True),
        ({"TERM": "unknown"}, True),
        ({}, USUAL != "windows"),
    ],
)
def test_lines_where_redrawing_cannot_be_done(env: dict[str, str], expected: bool) -> None:
    """``ACCESSIBLE`` and a terminal that can't redraw ask for plain lines."""
    assert expected == wants_plain(env)


def test_lines_on_demand() -> None:
    """``--plain`` asks for plain lines on any terminal."""
    assert wants_plain({"TERM": "xterm"}, asked=True)


@pytest.mark.parametrize(("plain", "expected"), [(True, PlainFace), (False, ScreenFace)])
def test_the_face_is_the_one_asked_for(plain: bool, expected: type, monkeypatch: pytest.MonkeyPatch) -> None:
    """The choice between the two faces is the caller's."""
    monkeypatch.setattr(sys, "stdout", Console())
    assert expected is type(choose_face(io.StringIO(), io.StringIO(), plain=plain, color=False))
