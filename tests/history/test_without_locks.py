"""A history in a folder that has no locks, as some network folders have none; the system itself refuses them here."""

from __future__ import annotations

import platform
import subprocess
import sys
from pathlib import Path, PurePath, PurePosixPath, PureWindowsPath

import pytest

from careerfit.history.locks import Locks
from careerfit.history.opening import address
from careerfit.history.store import Store
from tests.without_locks import CALLS

from .made import PACK, Clock, rows

ANSWERING = """
import sys
from pathlib import Path
from careerfit.history.recorder import Recorder
from careerfit.core.model import Reply
from careerfit.history.store import Store
from tests.history.made import BIDANG
with Store(Path(sys.argv[1])) as store:
    recorder = Recorder(store, BIDANG, mode="quick", lang="id")
    for position in (1, 2, 3):
        recorder.save(position, Reply((f"butir-{position}",), position))
    print(*(note.en for note in store.notes))
"""
pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or platform.machine() not in CALLS, reason="locks are taken away by a filter of Linux"
)


def answer(folder: Path, error: str) -> str:
    """What a process is told that keeps three answers there."""
    command = [sys.executable, "-m", "tests.without_locks", error, sys.executable, "-c", ANSWERING, str(folder)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.strip()


@pytest.mark.parametrize("error", ["ENOLCK", "ENOSYS", "EOPNOTSUPP", "EINVAL", "EPERM"])
def test_it_works_and_is_told_once(folder: Path, error: str) -> None:
    """Whatever a system without locks says: all is kept, and that two at a time may do harm is said once for all."""
    told = [answer(folder, error) for _ in range(3)]
    once = (
        f"The folder {folder} can't lock files. Your history is kept all the same, but don't run two careerfits at a "
        "time: one could spoil what the other keeps."
    )
    with Store(folder) as store:
        kept = [[row.value for row in one.rows] for one in store.unfinished()]
    assert ([once, "", ""], [[1, 2, 3]] * 3) == (told, kept)


def test_nothing_is_said_where_there_are_locks(folder: Path) -> None:
    """In a folder that has locks there is nothing to tell."""
    with Store(folder, clock=Clock()) as store:
        store.begin(PACK, "quick", "id", rows(1))
        assert () == store.notes


def test_locks_that_are_missing_are_noticed(tmp_path: Path) -> None:
    """That there are no locks is known once one has been asked for, and all of them count as free."""
    locks = Locks(tmp_path / "history.lock")
    before = locks.missing
    code = "import sys; from pathlib import Path; from careerfit.history.locks import Locks;"
    code += "locks = Locks(Path(sys.argv[1])); print(locks.take(7), locks.missing)"
    command = [sys.executable, "-m", "tests.without_locks", "ENOLCK", sys.executable, "-c", code, str(tmp_path / "l")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert (False, True, False, "True True") == (before, locks.take(7), locks.missing, done.stdout.strip())


@pytest.mark.parametrize(
    ("file", "expected"),
    [
        (PurePosixPath("/home/ani/a b?.db"), "file:///home/ani/a%20b%3F.db?mode=rw"),
        (PureWindowsPath("C:/Users/Ani/history.db"), "file:///C:/Users/Ani/history.db?mode=rw"),
        (PureWindowsPath("//server/kelas#1/history.db"), "file:////server/kelas%231/history.db?mode=rw"),
    ],
)
def test_the_address_of_a_file(file: PurePath, expected: str) -> None:
    """SQLite is told of files on a drive, on a network's share and elsewhere in the form that it takes."""
    assert [expected, f"{expected}&nolock=1"] == [address(file, locked=locked) for locked in (True, False)]
