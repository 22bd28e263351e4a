"""From a key to the next screen: within a frame of 16 ms, with all items, six roles and every answer on the disk."""

from __future__ import annotations

import io
import shutil
import statistics
import threading
import time
from functools import partial
from itertools import count
from pathlib import Path
from typing import Self

import pytest
from prompt_toolkit.application import Application
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output.vt100 import Vt100_Output
from pytest_benchmark.fixture import BenchmarkFixture

from careerfit.core.model import Pack, Reply
from careerfit.history.recorder import Recorder
from careerfit.history.store import Store
from careerfit.interview.interview import Interview, Mode
from careerfit.interview.questions import start
from careerfit.interview.screen_face import Screen, ScreenFace
from careerfit.interview.session import Keeper, NoKeeper, Session
from careerfit.pack import load_pack
from careerfit.pack.load import shipped_folder
from tests.content.test_sixth_role import FILE, SLUG

FRAME = 0.016
PATIENCE = 10.0


class Terminal:
    """An interview on a terminal of its own, in a thread; ``press`` comes back when the next screen is out."""

    def __init__(self, pack: Pack, mode: Mode, folder: Path | None) -> None:
        self.interview = Interview(pack, mode)
        self._folder = folder
        self._drawn = threading.Event()
        self._keyboard = create_pipe_input()
        self._thread = threading.Thread(target=self._run, daemon=True)

    def __enter__(self) -> Self:
        self._keys = self._keyboard.__enter__()
        self._thread.start()
        assert self._drawn.wait(PATIENCE)
        return self

    def __exit__(self, *_: object) -> None:
        self._keys.send_text("\x03")
        self._thread.join(PATIENCE)
        self._keyboard.__exit__(None, None, None)

    def press(self, key: str) -> None:
        """Press a key, and wait for the next screen."""
        self._drawn.clear()
        self._keys.send_text(key)
        assert self._drawn.wait(PATIENCE)

    def _run(self) -> None:
        if self._folder is None:
            self._show(NoKeeper())
            return
        with Store(self._folder) as store:
            self._show(Recorder(store, self.interview.pack, mode=self.interview.mode, lang="id"))

    def _show(self, keeper: Keeper) -> None:
        sitting = Session(self.interview, keeper, lambda: 0.0)
        unhurried = partial(next, count())  # every key comes a second after its page
        screen = Screen(start(sitting, "id", ask_language=False, introduce=False), clock=unhurried)
        output = Vt100_Output(io.StringIO(), lambda: Size(rows=24, columns=80))
        app = ScreenFace(io.StringIO(), input=self._keys, output=output).application(screen)
        app.after_render += self._tell
        app.run()

    def _tell(self, _: Application[None]) -> None:
        self._drawn.set()


@pytest.mark.parametrize("saved", [False, True], ids=["unsaved", "saved"])
@pytest.mark.parametrize(("mode", "rounds"), [("quick", 29), ("full", 60)])
def test_a_key_is_on_the_screen_within_a_frame(
    benchmark: BenchmarkFixture, tmp_path: Path, mode: Mode, rounds: int, saved: bool
) -> None:
    """The next question is drawn within 16 ms of the key, by the median; what the disk takes to save comes on top."""
    shutil.copytree(shipped_folder(), tmp_path / "pack")
    (tmp_path / "pack" / "roles" / f"{SLUG}.yaml").write_text(FILE, encoding="utf-8")
    pack = load_pack(tmp_path / "pack")
    with Terminal(pack, mode, tmp_path / "state" if saved else None) as terminal:
        keys = iter("4253" * rounds)
        benchmark.pedantic(lambda: terminal.press(next(keys)), rounds=rounds, iterations=1)
        assert len(terminal.interview.log) == rounds
    disk = seconds_to_save(pack, tmp_path / "disk") if saved else 0.0
    assert benchmark.stats.stats.median < FRAME + disk


def seconds_to_save(pack: Pack, folder: Path) -> float:
    """How long one answer takes to get to the disk, by the median, with nothing else to do."""
    times = []
    with Store(folder) as store:
        recorder = Recorder(store, pack, mode="quick", lang="id")
        for position, item in enumerate(pack.items[:40], 1):
            begun = time.perf_counter()
            recorder.save(position, Reply((item.key,), 4))
            times.append(time.perf_counter() - begun)
    return statistics.median(times)
