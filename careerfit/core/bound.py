"""When is a full interview decided? An exact bound from the linear weights."""

from __future__ import annotations

from careerfit.core.model import Answers, Pack
from careerfit.core.scoring import SLACK, keyed_responses, order, unit

LEVEL = 1e-12
"""Scores this close are level; the first in the alphabet then leads."""


def decided(pack: Pack, answers: Answers) -> bool:
    """Is the leader the same whatever is answered to the items that are left, or skipped?

    Every facet's value lies between what it becomes if all its open items get the lowest and the highest keyed
    response. The gap between two roles is linear in the values, so that its smallest value is reached at those ends.
    Exact where every open item gets answered; leaving items out can only keep values inside those ends.
    """
    ends = _ends(pack, answers)
    points = pack.table.points
    middle = [sum(p * (low + high) / 2 for p, (low, high) in zip(row, ends, strict=True)) for row in points]
    leader = order(middle)[0]
    return all(
        _smallest_gap(points[leader], points[rival], ends) > (SLACK if rival < leader else -LEVEL)
        for rival in range(len(points))
        if rival != leader
    )


def _smallest_gap(leader: tuple[float, ...], rival: tuple[float, ...], ends: list[tuple[float, float]]) -> float:
    return sum(min((a - b) * low, (a - b) * high) for a, b, (low, high) in zip(leader, rival, ends, strict=True))


def _ends(pack: Pack, answers: Answers) -> list[tuple[float, float]]:
    """The lowest and highest value that each facet can still reach."""
    responses = keyed_responses(pack, answers)
    found = []
    for facet, given in zip(pack.facets, responses, strict=True):
        rest = sum(item.key not in answers.responses for item in facet.items)
        total, count = sum(unit(r) for r in given), len(given) + rest
        found.append((total / count, (total + rest) / count))
    return found
