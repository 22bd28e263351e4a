"""Why, why not, alerts, and what sets a role apart: as data, not as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from careerfit.core.model import Evidence, Pack
from careerfit.core.scoring import SLACK, Contribution, FacetValue, Ranked

ALERT_RATING = 2.0
"""A facet rated at this or less sets off an alert where a tidak cocok sentence names it."""
MARKS_MOST = 3
"""A list of roles names no more marks of each than this."""


class Mark(NamedTuple):
    """A facet that a role asks for more than its rivals do on average, by ``lead`` (above 0, up to 1).

    ``relevance`` (½ or 1): how much the role itself asks for it; ``alone``: does none of the rivals ask for it?
    """

    facet: str
    relevance: float
    lead: float
    alone: bool


class Alert(NamedTuple):
    """A facet that a tidak cocok sentence of the role names and that the person rates at 2.0 or less."""

    role: str
    facet: str
    value: float
    evidence: Evidence


class RunnerUp(NamedTuple):
    """The second role, how far it lies behind in points, and what that gap is made of.

    ``contributions``: how much more each answered facet adds to the first role, weightiest first; ``unanswered``: that
    of all others together, None where every facet was answered.
    """

    role: str
    gap: float
    contributions: tuple[Contribution, ...]
    unanswered: float | None


def reasons(pack: Pack, ranked: Ranked) -> tuple[Contribution, ...]:
    """What carried a role: the unshared facets that it asks for and that add to its score, strongest first."""
    return tuple(c for c in ranked.contributions if c.evidence and c.facet not in pack.shared and c.points > 0)


def against(ranked: Ranked) -> tuple[Contribution, ...]:
    """What speaks against a role: facets that it asks for and that take from its score, weightiest first."""
    return tuple(c for c in reversed(ranked.contributions) if c.evidence and c.points < 0)


def elsewhere(ranked: Ranked) -> tuple[Contribution, ...]:
    """Strengths that take from a role's score, since it does not ask for them, weightiest first; never shared ones."""
    return tuple(c for c in reversed(ranked.contributions) if not c.evidence and c.points < 0 and c.is_strong)


def weakest(ranked: Ranked) -> tuple[Contribution, ...]:
    """The answered facets that a role asks for, from the person's weakest on."""
    return tuple(sorted((c for c in ranked.contributions if c.evidence), key=lambda c: c.value))


def marks(pack: Pack, role: int, rivals: Iterable[int] | None = None) -> tuple[Mark, ...]:
    """What sets a role apart from its rivals, or from all others where none are named: roles by position in the pack.

    These are the unshared facets that it asks for more than they do on average; the one with the largest lead comes
    first, equal ones stand in the pack's order.
    """
    others = [pack.relevance[k] for k in (range(len(pack.roles)) if rivals is None else rivals) if k != role]
    found = []
    for facet, relevance, *theirs in zip(pack.facets, pack.relevance[role], *others, strict=True):
        lead = relevance - sum(theirs) / max(1, len(theirs))
        if lead > 0 and facet.key not in pack.shared:
            found.append(Mark(facet.key, relevance, lead, not any(theirs)))
    return tuple(sorted(found, key=lambda mark: -mark.lead))


def alerts(pack: Pack, values: Sequence[FacetValue]) -> tuple[Alert, ...]:
    """Every answered facet that a role's tidak cocok sentences name and that is rated at 2.0 or less, role by role.

    ``values`` are the facets' values in the pack's order. A facet that a role names twice alerts once.
    """
    found: list[Alert] = []
    for role in pack.roles:
        first: dict[str, Evidence] = {}
        for sentence in role.section("tidak_cocok"):
            for evidence in sentence.evidence:
                first.setdefault(evidence.facet, evidence)
        for evidence in first.values():
            value = values[pack.facet_index[evidence.facet]]
            if value.count and value.rating <= ALERT_RATING + SLACK:
                found.append(Alert(role.slug, evidence.facet, value.rating, evidence))
    return tuple(found)


def runner_up(ranked: Sequence[Ranked]) -> RunnerUp:
    """The second role of a ranking and the gap to it, facet by facet; those that make no difference are left out."""
    first, second = ranked[0], ranked[1]
    theirs = {c.facet: c.points for c in second.contributions}
    parts = [c._replace(points=c.points - theirs[c.facet]) for c in first.contributions]
    parts = sorted((part for part in parts if part.points != 0), key=lambda c: -abs(c.points))
    rest = None if first.unanswered is None or second.unanswered is None else first.unanswered - second.unanswered
    return RunnerUp(second.role, first.score - second.score, tuple(parts), rest)
