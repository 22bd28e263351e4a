"""A simulation run on all processors, with a progress bar on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from multiprocessing import get_context
from typing import TYPE_CHECKING

from careerfit.pack import load_pack
from careerfit.simulation import runs as simulate
from careerfit.simulation.recovery import Figures, simulation
from careerfit.simulation.runs import Task

if TYPE_CHECKING:
    from collections.abc import Callable

    from careerfit.core.model import Pack

LENGTHS = tuple(range(10, 31, 2))
MOST_WORKERS = 61
"""Windows waits for no more at a time."""

_worker: dict[str, Pack] = {}


def run_simulation(
    pack: Pack,
    folder: str | None,
    levels: Sequence[str],
    people: int,
    seed: int,
    *,
    lengths: bool,
    wrong: float,
    label: str,
) -> Figures:
    """The figures of so many people a level and kind; the same for the same seed, on any number of processors.

    ``wrong``: the share of relevances that the descriptions have the wrong way round, for members.
    """
    todo = [replace(task, wrong=wrong) for level in levels for task in _tasks(pack, level, people, seed, lengths)]
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with (
        ProcessPoolExecutor(min(workers, MOST_WORKERS), get_context("spawn"), _load, (folder,)) as pool,
        _progress(label, len(todo)) as advance,
    ):
        results = {}
        try:
            for task, part in zip(todo, pool.map(_run, todo), strict=True):
                results[task] = part
                advance()
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return simulation(pack, results)


def _tasks(pack: Pack, level: str, people: int, seed: int, lengths: bool) -> list[Task]:
    work = simulate.tasks(["members", *simulate.others(pack)], level, seed, people)
    if not lengths:
        return work
    return work + [replace(task, lengths=LENGTHS) for task in simulate.tasks(["lengths"], level, seed, people)]


def _load(folder: str | None) -> None:
    _worker["pack"] = load_pack(folder)


def _run(task: Task) -> list[object]:
    return simulate.run(_worker["pack"], task)


@contextmanager
def _progress(label: str, total: int) -> Iterator[Callable[[], None]]:
    """A bar on standard error where that is a terminal; nothing elsewhere."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=total)
        yield lambda: bar.advance(task)
