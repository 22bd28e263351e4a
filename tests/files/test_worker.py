"""Work in a process of its own: what it returns, what it raises, and what is told where it dies."""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from careerfit.errors import CareerfitError, DataError, Problem, UsageError
from careerfit.files.worker import WorkerFailedError, side_by_side, supervised
from careerfit.text import Text

Tell = Callable[[float], None]


def ignore(_: float) -> None:
    """Nobody looks at the progress."""


def asked_for(name: str, tell: Tell) -> str | None:
    """A variable of the environment, and some progress."""
    tell(0.25)
    tell(0.5)
    return os.environ.get(name)


def test_the_other_process_has_an_environment_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """It gets what is asked for and tells of its progress; here, the environment stays what it was."""
    monkeypatch.setenv("CAREERFIT_TRIED", "here")
    before, told = dict(os.environ), []
    assert "there" == supervised(asked_for, ("CAREERFIT_TRIED",), told.append, {"CAREERFIT_TRIED": "there"})
    assert ([0.25, 0.5], before) == (told, dict(os.environ))


def kill_myself(number: int, tell: Tell) -> None:
    """Work that is killed."""
    tell(0.5)
    os.kill(os.getpid(), number)
    time.sleep(60)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSEGV])
def test_a_killed_process(number: int) -> None:
    """Work that the system kills, or that crashes, is told as that."""
    told: list[float] = []
    with pytest.raises(DataError) as caught:
        supervised(kill_myself, (number,), told.append, {})
    how = f"signal {number}, perhaps out of memory"
    assert f"The engine stopped all of a sudden ({how}); no results were written." == str(caught.value)
    assert [0.5] == told


def leave(code: int, _: Tell) -> None:
    """Work that ends its process."""
    os._exit(code)


def test_a_process_that_ends_without_a_word() -> None:
    """Work that ends its process is told with its code."""
    with pytest.raises(DataError) as caught:
        supervised(leave, (7,), ignore, {})
    assert "The engine stopped all of a sudden (code 7); no results were written." == str(caught.value)


def test_a_process_that_dies_before_it_has_heard_what_to_do(tmp_path: Path) -> None:
    """A process that can't even start is told like any other that dies, however much it was to be told."""
    supervised(asked_for, ("x",), ignore, {})  # with the first process, Python starts one of its own, which is to live
    with pytest.raises(DataError) as caught:
        supervised(asked_for, ("x" * (1 << 22),), ignore, {"PYTHONHOME": str(tmp_path)})
    assert "The engine stopped all of a sudden (code 1); no results were written." == str(caught.value)


def interrupted(_: float) -> None:
    """Somebody presses Ctrl-C while progress is told."""
    raise KeyboardInterrupt


def work_long(file: Path, tell: Tell) -> None:
    """Work that takes long."""
    file.write_text(str(os.getpid()), encoding="utf-8")
    tell(0.1)
    time.sleep(60)


def test_an_interrupt_ends_the_work(tmp_path: Path) -> None:
    """Ctrl-C ends the other process, too, at once."""
    with pytest.raises(KeyboardInterrupt):
        supervised(work_long, (tmp_path / "pid",), interrupted, {})
    with pytest.raises(ProcessLookupError):
        os.kill(int((tmp_path / "pid").read_text(encoding="utf-8")), 0)


def refuse(kind: type[CareerfitError], _: Tell) -> None:
    """Work that refuses what it is given."""
    raise kind(Text("satu", "one"), [Problem("x", Text("dua", "two"))])


@pytest.mark.parametrize("kind", [UsageError, DataError])
def test_errors_come_through_whole(kind: type[CareerfitError]) -> None:
    """What the work refuses is refused here, in both languages and with every problem."""
    with pytest.raises(kind) as caught:
        supervised(refuse, (kind,), ignore, {})
    assert (["satu", "  x: dua"], ["one", "  x: two"]) == (caught.value.lines("id"), caught.value.lines("en"))


class PanicError(BaseException):
    """What foreign code raises where it has lost its way."""


def break_down(kind: type[BaseException], _: Tell) -> None:
    """Work with a fault of its own."""
    raise kind


@pytest.mark.parametrize("kind", [ZeroDivisionError, PanicError])
def test_a_fault_of_the_work_is_not_blamed_on_the_data(kind: type[BaseException]) -> None:
    """An error that nobody foresaw comes through as one, with its traceback."""
    with pytest.raises(WorkerFailedError, match=kind.__name__):
        supervised(break_down, (kind,), ignore, {})


def doubled(number: int, tell: Tell) -> int:
    """Some work that goes on for long, unless it is a small number."""
    for step in range(1, 11):
        tell(step / 10)
        time.sleep(0 if number < 10 else 60)
    if number < 0:
        raise UsageError(Text("x", "no negative ones"))
    return 2 * number


def garbage(_: Tell) -> tuple[int, int, int]:
    """When this process looks for garbage."""
    return gc.get_threshold()


def test_garbage_is_looked_for_as_rarely_as_here() -> None:
    """The other process looks for garbage when this one does: the command line's is rare, so that starting is fast."""
    before = gc.get_threshold()
    gc.set_threshold(98_765)
    try:
        assert supervised(garbage, (), ignore, {})[0] == 98_765
    finally:
        gc.set_threshold(*before)


def test_several_processes_share_the_work() -> None:
    """What each returns comes in the order of the shares; the progress is that of all together."""
    told: list[float] = []
    assert [2, 4, 6] == side_by_side(doubled, [(1,), (2,), (3,)], told.append)
    assert 1 == max(told)
    assert all(0 < share <= 1 for share in told)


def test_one_failure_ends_them_all() -> None:
    """Its error is raised, and the others don't outlive it by more than a step."""
    with pytest.raises(UsageError, match="no negative ones"):
        side_by_side(doubled, [(-1,), (2,)], ignore)
