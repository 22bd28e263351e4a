"""The face of lines at a terminal: what was typed before a question shows is no answer to it."""

from __future__ import annotations

import contextlib
import io
import os
from pathlib import Path
from typing import TextIO, cast

import pytest

from careerfit.core.model import Pack
from careerfit.interview.plain_face import PlainFace

from .fakes import Hands, Talk


class Terminal:
    """A terminal at which somebody types the next lines once they are asked, after so many seconds."""

    def __init__(self, hands: Hands, *later: tuple[float, str]) -> None:
        import pty  # which Windows lacks

        self.person, program = pty.openpty()
        self._source = os.fdopen(program, encoding="utf-8")
        self._hands = hands
        self._later = iter(later)
        self.fileno, self.isatty = self._source.fileno, self._source.isatty

    def type(self, lines: str) -> None:
        os.write(self.person, lines.encode())

    def readline(self) -> str:
        seconds, lines = next(self._later, (1.0, "q\n"))
        self._hands.now += seconds
        self.type(lines)
        return self._source.readline()

    def close(self) -> None:
        self._source.close()
        os.close(self.person)


def typed(pack: Pack, ahead: str, *later: tuple[float, str]) -> tuple[list[object], str]:
    """The answers where ``ahead`` is typed before the first question shows, and the rest so many seconds after one.

    Also what was said.
    """
    talk, hands, stream = Talk(pack), Hands(), io.StringIO()
    with contextlib.closing(Terminal(hands, *later)) as terminal:
        terminal.type(ahead)
        PlainFace(cast("TextIO", terminal), stream, clock=hands).run(talk.flow)
    return [entry.value for entry in talk.interview.log], stream.getvalue()


@pytest.mark.parametrize("ahead", ["4\n", "4", "4\n5\n", "4\n" * 100])
def test_what_was_typed_before_a_question_answers_none(pack: Pack, ahead: str) -> None:
    """Lines that the terminal holds when a question shows are dropped, and that is said where there was a whole one."""
    answers, said = typed(pack, ahead, (1.0, "2\n"))
    assert [2] == answers
    assert ("\n" in ahead) == ("What was typed before this was shown is not used. Type it again.\n" in said)


@pytest.mark.parametrize("pasted", ["4\n5\n", "4\n5\n3\n2\n"])
def test_a_paste_answers_one_question(pack: Pack, pasted: str) -> None:
    """Of lines that come together, the first one answers; the next question waits for one of its own."""
    assert [4, 1] == typed(pack, "", (1.0, pasted), (1.0, "1\n"))[0]


def test_a_line_that_comes_at_once_was_not_meant_for_this_question(pack: Pack) -> None:
    """Lines that follow a question sooner than anybody can have read it answer nothing, however many there are."""
    answers, said = typed(pack, "", (1.0, "4\n"), (0.1, "5\n"), (0.1, "5\n"), (0.2, "1\n"))
    assert ([4, 1], 2) == (answers, said.count("Type it again."))


def test_whoever_has_hung_up_has_left(pack: Pack) -> None:
    """Where the terminal goes while a question shows, the interview ends in good order."""
    talk, hands = Talk(pack), Hands()
    with contextlib.closing(Terminal(hands)) as terminal, Path(os.devnull).open("rb") as nothing:
        os.dup2(nothing.fileno(), terminal.fileno())
        PlainFace(cast("TextIO", terminal), io.StringIO(), clock=hands).run(talk.flow)
    assert "interrupted" == talk.flow.ending
