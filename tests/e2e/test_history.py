"""The history in a terminal: asking before it deletes, going on where one stopped, and having no place to save."""

from __future__ import annotations

import resource
import signal
from pathlib import Path

import pytest

from careerfit.core.model import Pack
from careerfit.history.store import Store
from tests.history.held import changed_pack, hold

from .terminal import Terminal


def begin(*options: str) -> Terminal:
    """A quiz on plain lines, at its first question."""
    terminal = Terminal("quiz", "--plain", *options)
    terminal.see("Enter start")
    terminal.type("")
    terminal.see("1/40")
    return terminal


def answer(terminal: Terminal, value: str, count: int) -> None:
    """Answer so many questions from the first one on, each after it has been seen."""
    for position in range(1, count + 1):
        terminal.see(f"{position}/40")
        terminal.type(value)
    terminal.see(f"{count + 1}/40")


@pytest.mark.parametrize(("said", "left"), [("Ya", 0), ("no", 1)])
def test_delete_asks_once(pack: Pack, said: str, left: int) -> None:
    """On a terminal it is asked once; anything but a yes deletes nothing, and both end well."""
    hold(pack, 0)
    with Terminal("history", "delete", "1") as terminal:
        terminal.see("Type yes")
        terminal.type(said)
        code = terminal.end()
    with Store() as store:
        assert (0, left) == (code, len(store.attempts()))


@pytest.mark.parametrize("key", ["ctrl-c", "ctrl-d"])
def test_delete_can_be_cancelled(pack: Pack, key: str) -> None:
    """Ctrl-C and Ctrl-D at the question delete nothing: exit 130."""
    hold(pack, 0, stop=4)
    with Terminal("history", "delete", "--all") as terminal:
        terminal.see("Type yes")
        terminal.press(key)
        code = terminal.end()
    with Store() as store:
        assert (130, 1) == (code, len(store.unfinished()))


def test_resuming_with_a_changed_pack(pack: Pack, tmp_path: Path) -> None:
    """Where an item has changed, the rest is kept, the person is told, and it opens at the next question."""
    hold(pack, 1, stop=6)
    with Terminal("quiz", "--plain", "--pack", str(changed_pack(tmp_path))) as terminal:
        terminal.see("5 questions")
        told = "1 of your answers" in terminal.text
        terminal.type("1")
        terminal.see("6/40")
    with Store() as store:
        assert (True, [5]) == (told, [one.answered for one in store.unfinished()])


def test_two_quizzes_at_once() -> None:
    """Two quizzes at the same time are two interviews: neither is offered to the other, and both are kept."""
    with begin() as first:
        answer(first, "5", 2)
        with begin() as second:
            for position in (1, 2):
                second.type("1")
                second.see(f"{position + 1}/40")
            first.type("5")
            first.see("4/40")
            for terminal in (first, second):
                terminal.kill(signal.SIGKILL)
                terminal.end()
    with Store() as store:
        assert [[1, 1], [5, 5, 5]] == sorted([row.value for row in one.rows] for one in store.unfinished())


def test_full_disk_is_told_before_the_first_answer() -> None:
    """Where files can't grow, the quiz says before the first answer that nothing is saved, and runs all the same."""
    Store().close()
    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, usual[1]))
    try:
        terminal = Terminal("quiz", "--plain")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
    with terminal:
        terminal.see("can't be saved")
        terminal.type("")
        answer(terminal, "4", 2)
    with Store() as store:
        assert ((), ()) == (store.notes, store.unfinished())
