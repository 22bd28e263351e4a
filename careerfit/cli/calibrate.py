"""``python -m careerfit.cli.calibrate``: derive the tempering constant by simulation and write it down.

The constant is the largest on a grid of 0.05 with which at least 82.5 % of those are right who are shown a leader at 80 %
or more: with all items, in the quick form before and after duels, at both levels, among 6,000 simulated people each.
Larger is bolder; the points above 80 % are twice what chance adds to a sample of 2,000. Takes some minutes.
"""

from __future__ import annotations

import sys
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from careerfit.core import simulate, tempering
from careerfit.core.confidence import ENOUGH
from careerfit.core.model import Pack
from careerfit.core.recovery import by_form
from careerfit.core.respondents import LEVELS
from careerfit.pack import load_pack

GRID = tuple(n / 20 for n in range(34, 50))
PEOPLE, SEED = 6000, 20
RIGHT = 0.825
FORMS = ("all", "quick_items", "quick")

FILE = '''"""How far probabilities are tempered; written by ``python -m careerfit.cli.calibrate``, which says how."""

TEMPER = {temper}
'''


def share_right(pack: Pack, temper: float, people: int = PEOPLE, seed: int = SEED) -> float:
    """The smallest share of people who are right when shown 80 % or more, over the forms and both levels."""
    todo = [task for level in LEVELS for task in simulate.tasks(["members"], level, seed, people)]
    with ProcessPoolExecutor(mp_context=get_context("spawn"), initializer=_temper, initargs=(temper,)) as pool:
        found = list(zip(todo, pool.map(partial(simulate.run, pack), todo), strict=True))
    return min(
        _right(by_form([one for task, part in found if task.level == level for one in part]), form)
        for level in LEVELS
        for form in FORMS
    )


def _temper(temper: float) -> None:
    """Try another constant in a worker: it is no argument of the method, which has only one."""
    tempering.TEMPER = temper


def _right(outcomes: dict[str, list[simulate.Outcome]], form: str) -> float:
    sure = [o for o in outcomes[form] if max(o.probabilities) >= ENOUGH]
    return sum(o.ranking[0] == o.role for o in sure) / len(sure) if sure else 1.0


def derive(pack: Pack, people: int = PEOPLE, seed: int = SEED) -> float:
    """The constant, by bisection: the share that is right falls as the constant rises."""
    low, high = 0, len(GRID)
    while low < high:
        middle = (low + high) // 2
        right = share_right(pack, GRID[middle], people, seed)
        sys.stderr.write(f"{GRID[middle]:.2f}: {100 * right:.1f} %\n")
        low, high = (middle + 1, high) if right >= RIGHT else (low, middle)
    return GRID[max(0, low - 1)]


def main() -> None:
    """Derive the constant from the shipped pack and write the module that holds it."""
    path = Path(tempering.__file__)
    path.write_text(FILE.format(temper=derive(load_pack())), "utf-8")
    sys.stderr.write(f"{path}\n")


if __name__ == "__main__":
    main()
