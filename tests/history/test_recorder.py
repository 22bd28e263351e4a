"""An interview is kept as it goes, and what could not be written is not forgotten."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import cast

import pytest

from careerfit.core.results.attempt import PackMark, Row, Shown, row_of, shown_then
from careerfit.history.faults import BUSY, FULL, HistoryUnavailable
from careerfit.history.opening import PATIENCE
from careerfit.history.recorder import BRIEFLY, Opener, Recorder
from careerfit.history.store import Store

from .made import BIDANG, replies, result_of


def recorder_of(store: Store | Opener) -> Recorder:
    """What keeps a quick interview in Indonesian there."""
    return Recorder(store, BIDANG, mode="quick", lang="id")


def kept(count: int) -> tuple[Row, ...]:
    """So many replies as they are kept."""
    return tuple(row_of(BIDANG, reply) for reply in replies(count).values())


class Jammed:
    """A store that refuses so many writes, and then lets everything through."""

    def __init__(self, store: Store, refusals: int) -> None:
        self._store = store
        self._refusals = refusals

    def begin(self, pack: PackMark, mode: str, lang: str, given: Mapping[int, Row]) -> int:
        self._refuse()
        return self._store.begin(pack, mode, lang, given)

    def put(self, attempt: int, mode: str, lang: str, given: Mapping[int, Row]) -> None:
        self._refuse()
        self._store.put(attempt, mode, lang, given)

    def finish(self, attempt: int, mode: str, lang: str, given: Mapping[int, Row], shown: Shown) -> int:
        return self._store.finish(attempt, mode, lang, given, shown)

    def _refuse(self) -> None:
        self._refusals -= 1
        if self._refusals >= 0:
            raise HistoryUnavailable(self._store.file, FULL)


def test_nothing_is_kept_of_nothing(store: Store) -> None:
    """An interview without an answer leaves nothing, also when it is said to be finished."""
    recorder = recorder_of(store)
    recorder.extend()
    recorder.speak("en")
    assert (None, (), ()) == (recorder.finish(result_of(0)), store.unfinished(), store.attempts())


def test_each_answer_is_kept_at_once(store: Store) -> None:
    """After each answer the history holds all of them."""
    recorder = recorder_of(store)
    seen = []
    for position, reply in replies(4).items():
        recorder.save(position, reply)
        seen.append((len(store.unfinished()[0].rows), recorder.kept))
    assert [(1, 1), (2, 2), (3, 3), (4, 4)] == seen


def test_mode_and_language_are_kept_at_once(store: Store) -> None:
    """Going on in another mode or language is kept without another answer."""
    recorder = recorder_of(store)
    recorder.save(1, replies(1)[1])
    recorder.extend()
    recorder.speak("en")
    assert [("full", "en")] == [(one.mode, one.lang) for one in store.unfinished()]


def test_goes_on_with_an_unfinished_one(store: Store) -> None:
    """Going on adds to the interview that was left, and begins no other; what it had counts as kept."""
    recorder_of(store).save(1, replies(1)[1])
    left = store.unfinished()[0]
    log = tuple(replies(1).values())
    again = Recorder(store, BIDANG, mode="quick", lang="id", resumed=left.id, log=log)
    before = again.kept
    again.save(2, replies(2)[2])
    assert (1, 2) == (before, again.kept)
    assert [(left.id, kept(2))] == [(one.id, one.rows) for one in store.unfinished()]


def test_finishing_gives_a_number(store: Store) -> None:
    """The finished attempt has the answers, and the number that was given back."""
    recorder = recorder_of(store)
    recorder.save(1, replies(1)[1])
    number = recorder.finish(result_of(1))
    assert [(number, kept(1), shown_then(result_of(1)))] == [
        (one.number, one.rows, one.shown) for one in store.attempts()
    ]


@pytest.mark.parametrize("refusals", [1, 2, 3])
def test_refused_answers_go_with_the_next(store: Store, refusals: int) -> None:
    """Answers that could not be written are written as soon as it works again: none is lost."""
    recorder = recorder_of(cast("Store", Jammed(store, refusals)))
    told = []
    for position, reply in replies(4).items():
        recorder.save(position, reply)
        told.append((recorder.trouble, recorder.keeps, recorder.kept))
    refused = [(FULL, False, 0)] * refusals
    assert refused + [(None, True, n) for n in range(refusals + 1, 5)] == told
    assert kept(4) == store.unfinished()[0].rows


def test_refused_answers_go_with_the_result(store: Store) -> None:
    """An interview of which nothing could be written until its end is kept whole where that works then."""
    recorder = recorder_of(cast("Store", Jammed(store, 4)))
    for position, reply in replies(4).items():
        recorder.save(position, reply)
    recorder.finish(result_of(4))
    assert [kept(4)] == [one.rows for one in store.attempts()]


HOLDER = """
import sqlite3, sys
from pathlib import Path
from careerfit.history.opening import FILE
from careerfit.history.store import Store
folder = Path(sys.argv[1])
Store(folder).close()
connection = sqlite3.connect(folder / FILE, isolation_level=None)
connection.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
"""
"""Another process that has the history to itself until it is told to end."""


def opening(folder: Path, patience: list[float]) -> Opener:
    """Opens the history there, and notes with how much patience."""

    def opened(seconds: float) -> Store:
        patience.append(seconds)
        return Store(folder, patience=0.01)

    return opened


def test_a_history_that_another_process_has(folder: Path) -> None:
    """Where another process has the history, each answer tries briefly; when it is free, all of them are kept."""
    command = [sys.executable, "-c", HOLDER, str(folder)]
    patience: list[float] = []
    recorder = recorder_of(opening(folder, patience))
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout is not None
        holder.stdout.readline()
        for position in (1, 2):
            recorder.save(position, replies(3)[position])
            assert (BUSY, None) == (recorder.trouble, recorder.store)
        holder.communicate()
    recorder.save(3, replies(3)[3])
    assert recorder.store is not None
    with recorder.store as store:
        assert [kept(3)] == [one.rows for one in store.unfinished()]
    assert [BRIEFLY] * 3 == patience


def test_the_end_is_patient(folder: Path) -> None:
    """A history that could not be opened is waited for at the end, whether the interview is left or finished."""
    patience: list[float] = []
    folder.parent.mkdir(parents=True)
    for end in (Recorder.catch_up, lambda recorder: recorder.finish(result_of(1))):
        folder.touch()
        recorder = recorder_of(opening(folder, patience))
        recorder.save(1, replies(1)[1])
        folder.unlink()
        end(recorder)
        assert recorder.store is not None
        with recorder.store as store:
            assert 1 == len(store.unfinished()) + len(store.attempts())
            store.delete_all()
        shutil.rmtree(folder)
    assert [BRIEFLY, PATIENCE] * 2 == patience


def test_leaving_without_an_answer_opens_nothing(folder: Path) -> None:
    """Where nothing was answered, a history that could not be opened is left alone."""
    recorder = recorder_of(opening(folder, []))
    recorder.extend()
    recorder.catch_up()
    assert (None, False) == (recorder.finish(result_of(0)), folder.exists())
