"""Is 80 % right 80 % of the time? What was shown for the leader, beside how often it was right.

Brier score (1950, Mon. Weather Rev. 78, 1–3): the mean of ``(shown − right)²``. Expected calibration error (Naeini,
Cooper and Hauskrecht, 2015, AAAI): the mean over people of ``|shown − right|`` of their tenth. Even where all that is
shown is right, a small group errs by chance: by ``√(2 / π) · √(s (1 − s) / n)`` in a tenth of ``n`` people with a mean
of ``s`` shown.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np

from careerfit.validation.intervals import Resampling, Share, wilson
from careerfit.validation.members import Array, Members, Truth

TENTHS = 10


class Tenth(NamedTuple):
    """People whose leader was shown at ``low`` to ``high``; the mean of what was ``shown``, and how often it was
    ``right``.
    """

    low: float
    high: float
    shown: float
    right: Share


class Calibration(NamedTuple):
    """The tenths that anybody is in; ``excess``: the mean of what was shown less the share that was right, with the
    ends of its interval; ``brier`` with the ends of its interval, ``error`` (expected calibration error),
    and ``by_chance``: what that would be, on average, if all that is shown were right.
    """

    tenths: tuple[Tenth, ...]
    excess: tuple[float, float, float]
    brier: tuple[float, float, float]
    error: float
    by_chance: float


def shown_and_right(members: Members) -> tuple[Array, Truth]:
    """What was shown for everybody's leader (P), and whether that is their role (P)."""
    leader = members.probabilities.argmax(axis=0)
    shown: Array = members.probabilities.max(axis=0)
    return shown, leader == members.role


def calibration(shown: Array, right: Truth, draws: Resampling) -> Calibration:
    """What was shown (P, 0 to 1) beside whether it was right (P)."""
    tenths = tuple(tenths_of(shown, right))
    squares = (shown - right) ** 2
    brier = float(squares.mean()) if len(shown) else math.nan
    more = shown - right
    excess = float(more.mean()) if len(shown) else math.nan
    return Calibration(
        tenths, (excess, *draws.of_mean(more)), (brier, *draws.of_mean(squares)), error(tenths), by_chance(tenths)
    )


def tenths_of(shown: Array, right: Truth) -> list[Tenth]:
    """The tenths that anybody is in, the lowest first."""
    place = np.minimum((shown * TENTHS).astype(int), TENTHS - 1)
    count = np.bincount(place, minlength=TENTHS)
    total, hits = (np.bincount(place, weights=values, minlength=TENTHS) for values in (shown, right))
    return [
        Tenth(n / TENTHS, (n + 1) / TENTHS, float(total[n] / count[n]), wilson(round(hits[n]), int(count[n])))
        for n in range(TENTHS)
        if count[n]
    ]


def error(tenths: Sequence[Tenth]) -> float:
    """The expected calibration error; NaN of nobody."""
    return _mean(tenths, lambda one: abs(one.shown - one.right.share))


def by_chance(tenths: Sequence[Tenth]) -> float:
    """The expected calibration error, on average, of what is right and told to so many people; NaN of nobody."""
    return _mean(tenths, lambda one: math.sqrt(2 / math.pi * one.shown * (1 - one.shown) / one.right.of))


def _mean(tenths: Sequence[Tenth], of_one: Callable[[Tenth], float]) -> float:
    """The mean over people of what is said of their tenth."""
    people = sum(one.right.of for one in tenths)
    return sum(one.right.of * of_one(one) for one in tenths) / people if people else math.nan
