"""How sure: the probability of each role, from score gaps and the noise of what was answered, and the verdict.

``p[k] ∝ exp(c · S[k] / σ)`` with the pack's ``temper`` for c and one σ a person: the root mean square, over pairs of
roles, of the standard deviation of their score gap. One σ for all roles keeps the order of the probabilities that of
the scores.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import NamedTuple

from careerfit.core.model import SPAN, Answers, Pack, VerdictKind
from careerfit.core.relevance import BREAKER_ITEMS
from careerfit.core.scoring import order
from careerfit.text import Text

UNANSWERED_SD = 0.25
"""Standard deviation, in x, of a facet that nobody asked about."""
ENOUGH = 0.8
"""A leader, or a tied set, is named from this probability on."""
TIE_MOST = 3
"""A tie names at most this many roles."""
MISFIT_MEAN = 2.25
"""A deal-breaker family speaks against the whole field if its mean response is this or less.

At least ``BREAKER_ITEMS`` of its items must have been answered.
"""
BARRING = frozenset({"inconsistent"})
"""The quality flags that bar ``clear``; the others are notes."""

# What the interview and the reports say in short where a verdict is ``unclear``.
NO_PATTERN = Text("Belum terlihat pola yang khas.", "No distinct pattern shows yet.")
NOT_SURE = Text("Hasilnya belum bisa dipastikan.", "The result isn't certain yet.")


class Breaker(NamedTuple):
    """A deal-breaker family that speaks against the whole field, with its mean response from 1 to 5."""

    family: str
    mean: float


class Verdict(NamedTuple):
    """What can be said: the kind, the roles it names (none for ``unclear`` and ``misfit``), their probability.

    ``breakers`` are the families that make it a ``misfit``; none for any other kind.
    """

    kind: VerdictKind
    roles: tuple[str, ...]
    probability: float | None
    breakers: tuple[Breaker, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """The verdict as a part of a JSON document."""
        return {"kind": self.kind, "roles": list(self.roles), "probability": self.probability}


@lru_cache(maxsize=16)
def gap_sensitivity(pack: Pack) -> tuple[float, ...]:
    """Facet by facet, the mean over pairs of roles of the squared difference of their points."""
    points = pack.table.points
    pairs = list(combinations(range(len(pack.roles)), 2))
    return tuple(
        sum((points[k][t] - points[m][t]) ** 2 for k, m in pairs) / len(pairs) for t in range(len(pack.facets))
    )


def variance(pack: Pack, count: int) -> float:
    """The variance, in x², of a facet's value that is the mean of ``count`` responses (0: not asked about)."""
    return (pack.noise / SPAN) ** 2 / count if count else UNANSWERED_SD**2


def gap_sd(pack: Pack, counts: Sequence[int]) -> float:
    """σ: the root mean square standard deviation, in points, of the score gaps, from responses counted a facet."""
    return math.sqrt(sum(q * variance(pack, n) for q, n in zip(gap_sensitivity(pack), counts, strict=True)))


def probabilities(pack: Pack, scores: Sequence[float], counts: Sequence[int]) -> tuple[float, ...]:
    """How likely each role is the best match; positive, adding up to 1, in the order of the scores."""
    sigma = gap_sd(pack, counts)
    top = max(scores)
    raw = [math.exp(pack.temper * (s - top) / sigma) if sigma else 1.0 for s in scores]
    total = sum(raw)
    return tuple(r / total for r in raw)


def leading(probabilities: Sequence[float]) -> tuple[int, ...]:
    """The smallest set of roles, best first, that reaches 0.8 together."""
    chosen: list[int] = []
    together = 0.0
    for k in order(probabilities):
        chosen.append(k)
        together += probabilities[k]
        if together >= ENOUGH:
            break
    return tuple(chosen)


def verdict(
    pack: Pack,
    answers: Answers,
    family_means: Mapping[str, tuple[float | None, int]],
    probabilities: Sequence[float],
    flags: Sequence[str],
) -> Verdict:
    """What can be said of these answers.

    ``family_means``: family → its mean response (1 to 5, or None) and how many of its items were answered;
    ``probabilities``: of the roles, in the pack's order; ``flags``: what was noticed of how the answers were given.
    """
    if breakers := misfitting(pack, family_means):
        return Verdict("misfit", (), None, breakers)
    if answers.is_uniform:
        return Verdict("unclear", (), None)
    chosen = leading(probabilities)
    slugs = tuple(pack.roles[k].slug for k in chosen)
    together = sum(probabilities[k] for k in chosen)
    if len(chosen) == 1 and not BARRING.intersection(flags):
        return Verdict("clear", slugs, together)
    if 1 < len(chosen) <= TIE_MOST:
        return Verdict("tie", slugs, together)
    return Verdict("unclear", (), None)


def misfitting(pack: Pack, family_means: Mapping[str, tuple[float | None, int]]) -> tuple[Breaker, ...]:
    """The deal-breaker families that speak against the whole field, in the pack's order.

    ``family_means``: family → its mean response (1 to 5, or None) and how many of its items were answered.
    """
    return tuple(
        Breaker(family, mean)
        for family in pack.breakers
        for mean, answered in [family_means[family]]
        if mean is not None and answered >= BREAKER_ITEMS and mean <= MISFIT_MEAN
    )
