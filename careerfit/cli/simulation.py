"""A simulation run on all processors, with a progress bar on standard error."""

from __future__ import annotations

import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context

from careerfit.cli.terminal import progress
from careerfit.core.model import Pack
from careerfit.simulation import runs
from careerfit.simulation.recovery import Figures, simulation

LENGTHS = tuple(range(10, 31, 2))
MOST_WORKERS = 61
"""Windows waits for no more at a time."""

_worker: dict[str, Pack] = {}


def run_simulation(
    pack: Pack,
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
    kinds = ("members", *runs.others(pack), *(["lengths"] if lengths else []))
    todo = [
        replace(task, wrong=wrong, lengths=LENGTHS if task.who == "lengths" else ())
        for level in levels
        for task in runs.tasks(kinds, level, seed, people)
    ]
    workers = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    with (
        ProcessPoolExecutor(min(workers, MOST_WORKERS), get_context("spawn"), _keep, (pack,)) as pool,
        progress(label) as advance,
    ):
        results = {}
        try:
            for task, part in zip(todo, pool.map(_run, todo), strict=True):
                results[task] = part
                advance(len(results) / len(todo))
        except KeyboardInterrupt:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
    return simulation(pack, results)


def _keep(pack: Pack) -> None:
    """Let a worker have the pack once, and not with every task."""
    _worker["pack"] = pack


def _run(task: runs.Task) -> list[runs.Outcomes]:
    return runs.run(_worker["pack"], task)
