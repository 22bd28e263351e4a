"""Several processes on one history, and processes that end without a word."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from careerfit.history.faults import BUSY, HistoryUnavailable
from careerfit.history.opening import FILE, JOURNAL, set_aside_files
from careerfit.history.store import Store

from .made import PACK, Clock, row, rows

WRITER = """
import sys
from pathlib import Path
from careerfit.history.recorder import Recorder
from careerfit.core.model import Reply
from careerfit.history.store import Store
from tests.history.made import pack_called
folder, name, count = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
recorder = Recorder(Store(folder), pack_called(name), mode="quick", lang="id")
for position in range(1, count + 1):
    recorder.save(position, Reply((f"butir-{position}",), 1 + position % 5, float(position)))
    if recorder.trouble is not None:
        sys.exit(recorder.trouble.en)
    print(position, flush=True)
"""
HOLDER = """
import sys
from pathlib import Path
from careerfit.history.store import Store
store = Store(Path(sys.argv[1]))
print(store.claim(int(sys.argv[2])), flush=True)
sys.stdin.read()
"""
OPENER = """
import sys
from pathlib import Path
from careerfit.history.locks import FILE_ITSELF, Locks
print(Locks(Path(sys.argv[1])).take(FILE_ITSELF), flush=True)
sys.stdin.read()
"""
KILLS = 12


def start(code: str, *args: object) -> subprocess.Popen[str]:
    """A process of its own."""
    command = [sys.executable, "-c", code, *map(str, args)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str]) -> list[str]:
    """All that it said, once it has ended well."""
    out, _ = process.communicate(timeout=60)
    assert process.returncode == 0
    return out.split()


def test_two_interviews_do_not_disturb_each_other(folder: Path) -> None:
    """Two processes that answer at the same time keep all of their own, in order."""
    running = [start(WRITER, folder, name, 30) for name in ("satu", "dua")]
    for process in running:
        finish(process)
    with Store(folder) as store:
        found = {one.pack.name: [int(r.seconds or 0) for r in one.rows] for one in store.unfinished()}
    assert {"satu": list(range(1, 31)), "dua": list(range(1, 31))} == found


def test_two_processes_make_one_history(folder: Path) -> None:
    """Processes that find no history, and begin one at the same moment, share it."""
    running = [start(WRITER, folder, f"proses-{n}", 1) for n in range(4)]
    for process in running:
        finish(process)
    with Store(folder) as store:
        assert (4, []) == (len(store.unfinished()), set_aside_files(folder))


def test_two_processes_set_a_damaged_file_aside_once(folder: Path) -> None:
    """Where two processes meet a damaged file, it is set aside once, and neither throws the other's history away."""
    folder.mkdir(parents=True)
    (folder / FILE).write_bytes(b"spoilt")
    running = [start(WRITER, folder, f"proses-{n}", 1) for n in range(4)]
    for process in running:
        finish(process)
    with Store(folder) as store:
        assert (4, 1) == (len(store.unfinished()), len(set_aside_files(folder)))


def test_interview_that_is_open_elsewhere_is_not_claimed(store: Store, folder: Path) -> None:
    """An interview that another process has claimed can't be claimed, until that process ends, even by being killed."""
    begun = store.begin(PACK, "quick", "id", rows(2))
    store.release(begun)
    holder = start(HOLDER, folder, begun)
    assert holder.stdout is not None
    theirs = holder.stdout.readline().strip()
    meanwhile = store.claim(begun)
    holder.send_signal(signal.SIGKILL)
    holder.communicate(timeout=30)
    assert ("True", False, True) == (theirs, meanwhile, store.claim(begun))


def test_opening_waits_for_another_that_opens(folder: Path) -> None:
    """While another process is opening the file, this one waits for its turn, and not for ever."""
    Store(folder).close()
    holder = start(OPENER, folder / "history.lock")
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(HistoryUnavailable) as raised:
        Store(folder, patience=0.05)
    finish(holder)
    Store(folder, patience=0.05).close()
    assert BUSY == raised.value.why


def test_running_interview_is_claimed(store: Store, folder: Path) -> None:
    """An interview that is being answered belongs to its process."""
    begun = store.begin(PACK, "quick", "id", rows(2))
    holder = start(HOLDER, folder, begun)
    assert ["False"] == finish(holder)


def test_killed_writer_loses_nothing_that_was_kept(tmp_path: Path) -> None:
    """Whenever the process is killed, every answer that was reported as kept is there, and the history is whole."""
    dice = random.Random(4)
    for n in range(KILLS):
        folder = tmp_path / str(n)
        process = start(WRITER, folder, "satu", 10_000)
        assert process.stdout is not None
        reported = 0
        for _ in range(dice.randrange(1, 40)):
            reported = int(process.stdout.readline())
        process.send_signal(signal.SIGKILL)
        with process:  # communicate() would pass over what was read ahead
            reported += len(process.stdout.read().split())
        with Store(folder) as store:
            positions = [int(r.seconds or 0) for r in store.unfinished()[0].rows]
            whole = store.notes == ()
        assert (list(range(1, len(positions) + 1)), True) == (positions, whole)
        assert len(positions) in (reported, reported + 1)


def test_half_written_transaction_is_undone(folder: Path) -> None:
    """A journal that a killed process left in the middle of a transaction is played back on the next opening."""
    with Store(folder, clock=Clock()) as store:
        begun = store.begin(PACK, "quick", "id", rows(3))
    process = start(TORN, folder, begun)
    process.communicate(timeout=30)
    torn = (folder / (FILE + JOURNAL)).stat().st_size
    with Store(folder) as store:
        found = [one.rows for one in store.unfinished()]
    assert (True, -signal.SIGKILL, [tuple(rows(3).values())]) == (torn > 0, process.returncode, found)


TORN = """
import os, signal, sys
from pathlib import Path
from careerfit.history.store import Store
store = Store(Path(sys.argv[1]))
connection = store._connection
connection.execute("PRAGMA cache_size = 1")
connection.execute("BEGIN IMMEDIATE")
for position in range(4, 2000):
    connection.execute("INSERT INTO entry VALUES (?, ?, 'x', NULL, 1, 1.0, '')", (int(sys.argv[2]), position))
os.kill(os.getpid(), signal.SIGKILL)
"""
"""Writes more than the cache holds, so that half of it is in the file when the process is killed."""


def test_deleting_while_an_interview_runs(folder: Path) -> None:
    """Deleting everything while an interview runs elsewhere takes what it has kept; it can't bring that back."""
    with Store(folder, clock=Clock()) as running, Store(folder, clock=Clock()) as other:
        begun = running.begin(PACK, "quick", "id", {1: row("lama")})
        other.delete_all()
        with pytest.raises(HistoryUnavailable):
            running.put(begun, "quick", "id", {2: row("baru")})
        assert ((), ()) == (running.unfinished(), other.unfinished())
