"""What would change who comes first: other answers than those given (flips), or answers still to be given (decided).

Both are exact, since the gap between two roles is linear in the answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, product
from typing import NamedTuple, TypeAlias

from careerfit.core.model import HIGHEST, LOWEST, SPAN, Answers, Pack
from careerfit.core.scoring import (
    SLACK,
    FacetValue,
    effective_points,
    facet_values,
    keyed_responses,
    order,
    scores,
    unit,
)

MOST_FLIPS = 12
"""No more flips than this are listed: beyond, they only say that the result hangs by a thread."""
FLIP_ANSWERS = 2
"""Flips of more answers than this are counted, not listed."""
LEVEL = 1e-12
"""Gaps smaller than this are rounding errors: the two roles are level, and the first in the alphabet leads."""


class Change(NamedTuple):
    """Another response to one item."""

    item: str
    before: int
    after: int


class Flip(NamedTuple):
    """A smallest change of answers that would put another role first."""

    changes: tuple[Change, ...]
    leader: str


Steps: TypeAlias = frozenset[tuple[str, int]]
"""Items, and by how much the response to each moves."""


class Lever(NamedTuple):
    """What one answer can do for a rival: the gap that a step closes, how many steps are left, and which way (±1)."""

    item: str
    per_step: float
    steps: int
    direction: int


class Race(NamedTuple):
    """The gap that a rival must close to lead, and the answers that help it, the strongest step first."""

    needed: float
    levers: tuple[Lever, ...]


def flips(pack: Pack, answers: Answers) -> tuple[tuple[Flip, ...], int | None]:
    """The smallest changes of given answers that put another role first, and how many answers that takes.

    Smallest: fewest answers, then fewest steps on the scale. Listed up to two answers and twelve flips, counted beyond;
    None where no change of the given answers does it.
    """
    values = facet_values(pack, answers)
    found, points = scores(pack, values), pack.table.points
    leader, *rivals = order(found)
    races = []
    for rival in rivals:
        gaps = [ours - theirs for ours, theirs in zip(points[leader], points[rival], strict=True)]
        # At equal scores the role that comes first in the alphabet leads: it needs no more than to draw level.
        needed = found[leader] - found[rival] + (-SLACK if rival < leader else SLACK)
        races.append(Race(needed, _levers(pack, answers, values, effective_points(pack, values, gaps))))
    size = min((n for race in races if (n := _answers_needed(race)) is not None), default=None)
    if size is None or size > FLIP_ANSWERS:
        return (), size
    totals = range(size, SPAN * size + 1)
    smallest: set[Steps] = next((moves for total in totals if (moves := _moves(races, size, total))), set())
    place = {item.key: number for number, item in enumerate(pack.items)}
    in_order = sorted(sorted((place[item], by) for item, by in steps) for steps in smallest)
    return tuple(_flip(pack, answers, steps) for steps in in_order[:MOST_FLIPS]), size


def decided(pack: Pack, answers: Answers) -> bool:
    """Is the leader the same whatever is answered to the items that are left, or skipped?

    Every facet's value lies between what it becomes if all its open items get the lowest and the highest keyed
    response; the gap between two roles is smallest at those ends. Exact where every open item gets answered; leaving
    items out can only keep values inside those ends.
    """
    ends = _ends(pack, answers)
    points = pack.table.points
    middle = [sum(p * (low + high) / 2 for p, (low, high) in zip(row, ends, strict=True)) for row in points]
    leader = order(middle)[0]
    for rival in range(len(points)):
        gaps = [ours - theirs for ours, theirs in zip(points[leader], points[rival], strict=True)]
        smallest = sum(min(gap * low, gap * high) for gap, (low, high) in zip(gaps, ends, strict=True))
        if rival != leader and smallest <= (SLACK if rival < leader else -LEVEL):
            return False
    return True


def _levers(
    pack: Pack, answers: Answers, values: Sequence[FacetValue], effective: Sequence[float]
) -> tuple[Lever, ...]:
    """What each answer can do for a rival, where a facet's rise from 0 to 1 widens the gap by its effective points."""
    found = []
    for key, response in answers.responses.items():
        item = pack.item_by_key[key]
        t = pack.facet_index[item.facet]
        slope = effective[t] / SPAN / values[t].count * item.keyed
        direction, steps = (-1, response - LOWEST) if slope > 0 else (1, HIGHEST - response)
        if abs(slope) > SLACK and steps:
            found.append(Lever(key, abs(slope), steps, direction))
    return tuple(sorted(found, key=lambda lever: -lever.per_step))


def _answers_needed(race: Race) -> int | None:
    """How many answers must change before this rival leads: the strongest ones, taken to the end of the scale."""
    closed = 0.0
    for number, reach in enumerate(sorted((v.per_step * v.steps for v in race.levers), reverse=True), start=1):
        closed += reach
        if closed >= race.needed:
            return number
    return None


def _moves(races: Sequence[Race], size: int, total: int) -> set[Steps]:
    """All moves of so many answers by so many steps in all that let a rival lead.

    None of them does more than if all of its steps were made at its strongest answer.
    """
    splits = [steps for steps in product(range(1, SPAN + 1), repeat=size) if sum(steps) == total]
    return {
        frozenset((lever.item, step * lever.direction) for lever, step in zip(levers, steps, strict=True))
        for race in races
        if race.levers and total * race.levers[0].per_step >= race.needed
        for levers in combinations(race.levers, size)
        if total * levers[0].per_step >= race.needed
        for steps in splits
        if all(step <= lever.steps for lever, step in zip(levers, steps, strict=True))
        if sum(lever.per_step * step for lever, step in zip(levers, steps, strict=True)) >= race.needed
    }


def _flip(pack: Pack, answers: Answers, steps: Sequence[tuple[int, int]]) -> Flip:
    """The flip that moves the responses to these items, by their places in the pack."""
    given = answers.responses
    keys = [(pack.items[place].key, by) for place, by in steps]
    changes = tuple(Change(key, given[key], given[key] + by) for key, by in keys)
    after = Answers({**given, **{c.item: c.after for c in changes}}, answers.duels)
    return Flip(changes, pack.roles[order(scores(pack, facet_values(pack, after)))[0]].slug)


def _ends(pack: Pack, answers: Answers) -> list[tuple[float, float]]:
    """How far from neutral the lowest and the highest value lie that each facet can still reach."""
    found = []
    for facet, given, neutral in zip(pack.facets, keyed_responses(pack, answers), pack.table.neutral, strict=True):
        rest = sum(item.key not in answers.responses for item in facet.items)
        total, number = sum(unit(r) for r in given), len(given) + rest
        found.append((total / number - neutral, (total + rest) / number - neutral))
    return found
