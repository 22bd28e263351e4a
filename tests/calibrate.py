"""``python -m tests.calibrate``: derive the tempering constant (``core.model.TEMPER``) by simulation.

The constant is the largest on a grid of 0.05 that keeps both promises at least 84.5 % of the time: whoever is shown a
leader at 80 % or more belongs there, and whoever is shown a tie belongs to one of its roles. With all items, in the
quick form before and after duels, at both levels, among 6,000 simulated people each. Larger is bolder; the points above
80 % leave room for people who differ from the simulated ones. Takes some minutes.
"""

from __future__ import annotations

import sys

from careerfit.core.model import Pack
from careerfit.pack import load_pack
from careerfit.simulation import runs
from careerfit.simulation.figures import by_form

GRID = tuple(n / 20 for n in range(34, 50))
PEOPLE, SEED = 6000, 20
KEPT = 0.845
LEVELS = ("moderate", "realistic")
FORMS = ("all", "quick_items", "quick")


def share_kept(pack: Pack, temper: float, people: int = PEOPLE, seed: int = SEED) -> float:
    """The smallest share of people to whom a promise was kept, over both promises, the forms and both levels."""
    todo = [task for level in LEVELS for task in runs.stretches(runs.Task("members", level, seed, 0, people))]
    found = runs.run_all(pack._replace(temper=temper), todo)
    return min(
        _kept(by_form([one for task, part in found.items() if task.level == level for one in part]), form)
        for level in LEVELS
        for form in FORMS
    )


def _kept(outcomes: dict[str, list[runs.Outcome]], form: str) -> float:
    sure = [o for o in outcomes[form] if len(o.named) == 1]
    tied = [o for o in outcomes[form] if o.kind == "tie"]
    return min(sum(o.role in o.named for o in kind) / len(kind) for kind in (sure, tied) if kind)


def derive(pack: Pack, people: int = PEOPLE, seed: int = SEED) -> float:
    """The constant, by bisection: the share falls as the constant rises."""
    low, high = 0, len(GRID)
    while low < high:
        middle = (low + high) // 2
        kept = share_kept(pack, GRID[middle], people, seed)
        sys.stderr.write(f"{GRID[middle]:.2f}: {100 * kept:.1f} %\n")
        low, high = (middle + 1, high) if kept >= KEPT else (low, middle)
    return GRID[max(0, low - 1)]


def main() -> None:
    """Derive the constant from the shipped pack and print it."""
    sys.stdout.write(f"{derive(load_pack())}\n")


if __name__ == "__main__":
    main()
