"""Flips: the smallest changes of answers that would put another role first, exactly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from careerfit.core.model import HIGHEST, LOWEST, SPAN, Answers, Pack
from careerfit.core.scoring import PULL, SLACK, FacetValue, facet_values, order, scores

MOST_FLIPS = 12
"""No more flips than this are listed: beyond, they only say that the result hangs by a thread."""
FLIP_ANSWERS = 2
"""Flips of more answers than this are counted, not listed."""


class Change(NamedTuple):
    """Another response to one item."""

    item: str
    before: int
    after: int


class Flip(NamedTuple):
    """A smallest change of answers that would put another role first."""

    changes: tuple[Change, ...]
    leader: str


Move = frozenset[tuple[str, int]]
"""Items and the steps on the scale by which their responses move."""


class _Lever(NamedTuple):
    """What one answer can do for a rival: the gap that a step closes, how many steps there are, which way they go."""

    item: str
    per_step: float
    steps: int
    direction: int


class _Race(NamedTuple):
    """The gap that a rival must close and the levers, strongest step first."""

    needed: float
    levers: tuple[_Lever, ...]


def flips(pack: Pack, answers: Answers) -> tuple[tuple[Flip, ...], int | None]:
    """The smallest changes of given answers that put another role first, and how many answers that takes.

    Smallest: fewest answers, then fewest steps on the scale. Listed up to two answers and twelve flips, counted beyond;
    None where no change of the given answers does it. Exact, since the gap is linear in the given answers.
    """
    values = facet_values(pack, answers)
    ranked = order(scores(pack, values))
    races = [_race(pack, answers, values, (ranked[0], rival)) for rival in ranked[1:]]
    size = min((n for race in races if (n := _answers_needed(race)) is not None), default=None)
    if size is None or size > FLIP_ANSWERS:
        return (), size
    moves = _single(races) if size == 1 else _double(races)
    place = {item.key: number for number, item in enumerate(pack.items)}
    kept = sorted(moves, key=lambda move: sorted((place[key], by) for key, by in move))[:MOST_FLIPS]
    return tuple(_flip(pack, answers, move, place) for move in kept), size


def _flip(pack: Pack, answers: Answers, move: Move, place: Mapping[str, int]) -> Flip:
    steps = sorted(move, key=lambda step: place[step[0]])
    changes = tuple(Change(key, answers.responses[key], answers.responses[key] + by) for key, by in steps)
    after = Answers({**answers.responses, **{c.item: c.after for c in changes}}, answers.duels)
    return Flip(changes, pack.roles[order(scores(pack, facet_values(pack, after)))[0]].slug)


def _race(pack: Pack, answers: Answers, values: Sequence[FacetValue], pair: tuple[int, int]) -> _Race:
    leader, rival = pair
    points, found = pack.table.points, scores(pack, values)
    gaps = [points[leader][t] - points[rival][t] for t in range(len(pack.facets))]
    slopes = answer_slopes(pack, values, gaps)
    levers = [_lever(pack, answers, slopes, item) for item in answers.responses]
    useful = sorted((lever for lever in levers if lever.per_step > SLACK and lever.steps), key=lambda v: -v.per_step)
    # At equal scores the role that comes first in the alphabet leads: it needs no more than to draw level.
    slack = -SLACK if rival < leader else SLACK
    return _Race(found[leader] - found[rival] + slack, tuple(useful))


def answer_slopes(pack: Pack, values: Sequence[FacetValue], gaps: Sequence[float]) -> list[float]:
    """How much a gap, with these points a facet, grows when one keyed response to facet ``t`` rises by one step.

    A response moves its own facet and, through the mean that unanswered facets are taken at, those as well.
    """
    shared = pack.table.shared
    lifted = {}
    for kind in (True, False):
        of_kind = [t for t in range(len(values)) if shared[t] == kind]
        known = sum(1 for t in of_kind if values[t].count)
        lifted[kind] = sum(gaps[t] for t in of_kind if not values[t].count) / (known + PULL)
    return [
        (gaps[t] + lifted[shared[t]]) / SPAN / values[t].count if values[t].count else 0.0 for t in range(len(values))
    ]


def _lever(pack: Pack, answers: Answers, slopes: Sequence[float], key: str) -> _Lever:
    item = pack.item_by_key[key]
    slope = slopes[pack.facet_index[item.facet]] * item.keyed
    direction = -1 if slope > 0 else 1
    response = answers.responses[key]
    return _Lever(key, abs(slope), HIGHEST - response if direction > 0 else response - LOWEST, direction)


def _answers_needed(race: _Race) -> int | None:
    """How many answers must change before this rival leads: the strongest ones, taken to the end of the scale."""
    closed = 0.0
    for count, reach in enumerate(sorted((v.per_step * v.steps for v in race.levers), reverse=True), start=1):
        closed += reach
        if closed >= race.needed:
            return count
    return None


def _single(races: Sequence[_Race]) -> set[Move]:
    tries = (
        {
            frozenset({(v.item, steps * v.direction)})
            for race in races
            for v in race.levers
            if v.steps >= steps and v.per_step * steps >= race.needed
        }
        for steps in range(1, HIGHEST - LOWEST + 1)
    )
    return next(filter(None, tries))


def _double(races: Sequence[_Race]) -> set[Move]:
    most = HIGHEST - LOWEST
    tries = (
        {
            pair
            for race in races
            for first in range(max(1, total - most), min(most, total - 1) + 1)
            for pair in _pairs(race, first, total - first)
        }
        for total in range(2, 2 * most + 1)
    )
    return next(filter(None, tries))


def _pairs(race: _Race, first: int, second: int) -> Iterator[Move]:
    ones = [v for v in race.levers if v.steps >= first]
    others = [v for v in race.levers if v.steps >= second]
    for one, other in product(ones, others):
        if first * one.per_step + second * others[0].per_step < race.needed:
            return
        if one.item != other.item and first * one.per_step + second * other.per_step >= race.needed:
            yield frozenset({(one.item, first * one.direction), (other.item, second * other.direction)})
