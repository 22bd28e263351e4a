"""The face of lines at a terminal: what was typed before a question shows is no answer to it."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from typing import TextIO

import pytest

from careerfit.core.model import Pack
from careerfit.interview.plain import PlainFace

from .fakes import Hands, Talk


@contextlib.contextmanager
def terminal() -> Iterator[tuple[TextIO, int]]:
    """The two ends of a terminal: where the program reads, and where a person types."""
    import pty  # which Windows lacks

    person, program = pty.openpty()
    with os.fdopen(program, encoding="utf-8") as source:
        yield source, person
    os.close(person)


def typed(pack: Pack, ahead: str, *later: tuple[float, str]) -> tuple[list[object], str]:
    """The answers where ``ahead`` is typed before the first question shows, and the rest so many seconds after one.

    Also what was said.
    """
    talk, hands = Talk(pack), Hands()
    waits = iter(later)

    with terminal() as (source, person):

        class Typing(io.StringIO):
            """Types the next lines once a prompt shows."""

            def flush(self) -> None:
                if self.getvalue().endswith(": "):
                    seconds, lines = next(waits, (1.0, "q\n"))
                    hands.now += seconds
                    os.write(person, lines.encode())

        stream = Typing()
        os.write(person, ahead.encode())
        PlainFace(source, stream, clock=hands).run(talk.flow)
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
    """A terminal that has gone while a question showed ends the interview in good order."""
    talk = Talk(pack)
    with terminal() as (source, person):
        os.dup2(os.open(os.devnull, os.O_RDWR), person)
        PlainFace(source, io.StringIO()).run(talk.flow)
    assert "interrupted" == talk.flow.ending
