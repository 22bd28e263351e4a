"""Two attempts of one person: what has changed, and what is no more than answers waver from one day to the next.

Where nothing has changed, the difference of two attempts has expectation 0 and a variance that follows from the noise
of single responses. With ``σ`` that noise (``Pack.noise``) and ``n[a][t]`` the responses to facet ``t`` in
attempt ``a``:

* a facet answered both times: ``Var = σ² / n[1][t] + σ² / n[2][t]``;
* a score, or the gap between two, with ``w[t]`` its points for facet ``t``: a facet that was not answered is taken at
  the mean of the answered ones of its kind (``scoring.facet_values``); so in attempt ``a`` an answered facet weighs
  ``v[a][t] = w[t] + Σ w[u] / (answered of that kind + 2)`` over the unanswered ``u`` of its kind, and
  ``Var = Σ v[1][t]² σ² / n[1][t] + Σ v[2][t]² σ² / n[2][t] + Σ w[u]² · ¼²``, the last sum over the facets answered in
  one attempt only: what they are taken for in the other one is off by as much as any unanswered facet.

A difference of at least 1.96 standard deviations is called a change: answers that merely waver pass that in one case of
twenty. Among many facets some always do; ``chance`` says how likely so many are.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from careerfit.core.confidence import UNANSWERED_SD, variance
from careerfit.core.model import Pack
from careerfit.core.results.json_documents import Document
from careerfit.core.results.result import Result
from careerfit.core.scoring import FacetValue, effective_points

CHANGE_Z = 1.96
"""From so many standard deviations on, a difference is a change."""
BY_CHANCE = 0.05
"""How often answers that merely waver differ by ``CHANGE_Z`` standard deviations or more."""
UNLIKELY = 0.05
"""So many changed facets, or more, are no chance if they come about this seldom."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How a number went from ``first`` to ``second``; ``sd`` is the standard deviation that noise gives the difference.

    ``z`` is the difference in standard deviations, 0 where nothing can waver.
    """

    first: float
    second: float
    sd: float

    @property
    def by(self) -> float:
        """The difference, in the unit of the numbers."""
        return self.second - self.first

    @property
    def z(self) -> float:
        """The difference in standard deviations."""
        return self.by / self.sd if self.sd else 0.0

    @property
    def changed(self) -> bool:
        """Is it larger than noise allows?"""
        return abs(self.z) >= CHANGE_Z

    def to_dict(self) -> Document:
        """All of it as a part of a JSON document."""
        return {
            "first": self.first,
            "second": self.second,
            "difference": self.by,
            "sd": self.sd,
            "z": self.z,
            "changed": self.changed,
        }


@dataclass(frozen=True, slots=True)
class FacetShift:
    """A facet that was answered both times; its values are from 1 to 5."""

    facet: str
    shift: Shift


@dataclass(frozen=True, slots=True)
class RoleShift:
    """A role's rank, and its score from 0 to 100, both times."""

    role: str
    ranks: tuple[int, int]
    score: Shift


@dataclass(frozen=True, slots=True)
class Difference:
    """Two results of the same pack, side by side.

    ``facets``: those answered both times, the one that moved most (in standard deviations) first; ``roles`` as the
    second result ranks them; ``field``: field fit, 0 to 100; ``lead``: by how many points the first result's leader lay
    before the second's, None where they are the same; ``chance`` (0 to 1): how likely so many changed facets, or more,
    are where nothing has changed.
    """

    first: Result
    second: Result
    facets: tuple[FacetShift, ...]
    roles: tuple[RoleShift, ...]
    field: Shift
    lead: Shift | None
    chance: float

    @property
    def changed(self) -> tuple[FacetShift, ...]:
        """The facets that moved by more than noise allows."""
        return tuple(facet for facet in self.facets if facet.shift.changed)

    @property
    def beyond_chance(self) -> bool:
        """Did more facets change than answers that merely waver would explain?"""
        return bool(self.changed) and self.chance <= UNLIKELY

    def to_dict(self) -> Document:
        """What separates the two, as a part of a JSON document."""
        return {
            "lead": self.lead.to_dict() if self.lead else None,
            "field": self.field.to_dict(),
            "roles": [
                {
                    "role": one.role,
                    "ranks": {"first": one.ranks[0], "second": one.ranks[1]},
                    "score": one.score.to_dict(),
                }
                for one in self.roles
            ],
            "facets": [{"facet": one.facet, **one.shift.to_dict()} for one in self.facets],
            "changed": len(self.changed),
            "chance": self.chance,
            "beyond_chance": self.beyond_chance,
        }


def difference(first: Result, second: Result) -> Difference:
    """What separates two results. Raises ``ValueError`` for results of different packs."""
    if first.pack != second.pack:
        raise ValueError("the two results are of different packs")
    pack, both = first.pack, (first.values, second.values)
    facets = _facets(pack, *both)
    before = {ranked.role: ranked for ranked in first.ranking}
    roles = tuple(
        RoleShift(now.role, (then.rank, now.rank), Shift(then.score, now.score, noise_sd(pack, points, *both)))
        for now in second.ranking
        for then, points in [(before[now.role], pack.table.points[pack.role_index[now.role]])]
    )
    shared = pack.table.shared
    field_points = [100 / max(1, sum(shared)) if is_shared else 0.0 for is_shared in shared]
    leader, other = first.ranking[0].role, second.ranking[0].role
    return Difference(
        first=first,
        second=second,
        facets=facets,
        roles=roles,
        field=Shift(first.field.score, second.field.score, noise_sd(pack, field_points, *both)),
        lead=None if leader == other else _gap(first, second, leader, other),
        chance=at_least(sum(facet.shift.changed for facet in facets), len(facets), BY_CHANCE),
    )


def noise_sd(pack: Pack, points: Sequence[float], first: Sequence[FacetValue], second: Sequence[FacetValue]) -> float:
    """The standard deviation, in points, that noise gives the difference of ``Σ points[t] · x[t]`` in two attempts."""
    noise = sum(
        v * v * variance(pack, value.count)
        for values in (first, second)
        for v, value in zip(effective_points(pack, values, points), values, strict=True)
        if value.count
    )
    once = sum(w * w for w, a, b in zip(points, first, second, strict=True) if bool(a.count) != bool(b.count))
    return math.sqrt(noise + once * UNANSWERED_SD**2)


def at_least(count: int, of: int, probability: float) -> float:
    """How likely ``count`` or more of ``of`` independent events are (the upper tail of the binomial distribution)."""
    return math.fsum(math.comb(of, n) * probability**n * (1 - probability) ** (of - n) for n in range(count, of + 1))


def _facets(pack: Pack, first: Sequence[FacetValue], second: Sequence[FacetValue]) -> tuple[FacetShift, ...]:
    moves = [
        FacetShift(facet.key, Shift(a.rating, b.rating, pack.noise * math.sqrt(1 / a.count + 1 / b.count)))
        for facet, a, b in zip(pack.facets, first, second, strict=True)
        if a.count and b.count
    ]
    return tuple(sorted(moves, key=lambda one: -abs(one.shift.z)))


def _gap(first: Result, second: Result, one: str, other: str) -> Shift:
    """How the gap between the scores of two roles went."""
    rows, index = first.pack.table.points, first.pack.role_index
    points = [a - b for a, b in zip(rows[index[one]], rows[index[other]], strict=True)]
    before, after = (result.score(one) - result.score(other) for result in (first, second))
    return Shift(before, after, noise_sd(first.pack, points, first.values, second.values))
