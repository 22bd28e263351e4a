"""Field fit, contrast, score and contributions, all from one table of linear weights that a pack carries.

The score of role k is ``S[k] = 100 · ((1 − α) · D + α · (R[k] + 1) / 2)`` with field fit ``D`` (mean of the shared
facets) and contrast ``R[k]`` (weighted mean of the facets that the role asks for, less that of those it does not).
Both are linear in the facet values, so that ``S[k] = 50 + Σ points[k][t] · (x[t] − m[t])`` with ``m[t] = ½``: the table
holds ``points``, and ``neutral`` for ``m``. With a reference group, ``m[t]`` is what its people typically say of an
unshared facet: 50 is then their score in the contrast, while field fit stays what it is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from careerfit.core.model import (
    HIGHEST,
    LOWEST,
    SPAN,
    Answers,
    Evidence,
    Item,
    Measured,
    Pack,
    Reference,
    Table,
)
from careerfit.text import Text

ALPHA = 0.5
"""The weight of the contrast in the score; the rest is field fit."""
NEUTRAL = 0.5
"""The value of a facet, in x, that adds nothing to a score and takes nothing from it."""
NEUTRAL_RATING = LOWEST + SPAN * NEUTRAL
"""The middle of the response scale: a facet of this value speaks neither for a role nor against it."""
CENTRE = 50.0
"""The score of somebody who is neutral in every facet."""
PULL = 2.0
"""An unanswered facet is taken at the person's own mean as if this many more facets had been answered with ½."""
DECIMALS = 9
"""Scores compare at this many decimals."""
SLACK = 10**-DECIMALS
"""Differences smaller than this are none: they come of rounding."""
PREFERRED, OTHER = 4.5, 2.5
"""A duel counts as one more keyed response: this to the facet preferred, that to the other one.

They lie around what members usually rate, not around the middle: else each duel pulls both leaders below the rest.
"""


class FacetValue(NamedTuple):
    """A facet as answered: ``x`` in [0, 1], the mean of ``count`` keyed responses (items and duels).

    ``x`` of a facet with no response is what the method takes it for, and ``count`` is 0; with a reference group it may
    then lie outside of [0, 1], since it is a distance from what is typical.
    """

    x: float
    count: int  # type: ignore[assignment]  # nobody needs the method of tuples that it hides

    @property
    def rating(self) -> float:
        """The value on the response scale, 1 to 5."""
        return LOWEST + SPAN * self.x


class Contribution(NamedTuple):
    """The points that one answered facet adds to a role's score, or takes from it; ``value`` is from 1 to 5.

    ``evidence`` is what ties the facet to the role, strongest first; empty where the role does not ask for it.
    """

    facet: str
    value: float
    points: float
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_strong(self) -> bool:
        """Does the person rate the facet above the middle of the scale?"""
        return self.value > NEUTRAL_RATING


class Ranked(NamedTuple):
    """One role's place: score 0 to 100, probability 0 to 1, and what makes up the distance of the score from 50.

    ``contributions``: those of the answered facets, most points first; ``unanswered``: the points of all others
    together, None where every facet was answered.
    """

    rank: int
    role: str
    name: Text
    score: float
    probability: float
    contributions: tuple[Contribution, ...]
    unanswered: float | None


def contrast_weights(relevance: Sequence[float], shared: Sequence[bool]) -> tuple[float, ...]:
    """The weights of one role's contrast: relevance less its mean over the unshared facets, positive ones adding up
    to 1.

    All 0 for a role that asks for all of the unshared facets alike, or for none.
    """
    open_facets = [e for e, is_shared in zip(relevance, shared, strict=True) if not is_shared]
    mean = sum(open_facets) / max(1, len(open_facets))
    total = sum(e - mean for e in open_facets if e > mean)
    if total <= 0:
        return tuple(0.0 for _ in relevance)
    return tuple(0.0 if is_shared else (e - mean) / total for e, is_shared in zip(relevance, shared, strict=True))


def table(relevance: Sequence[Sequence[float]], shared: Sequence[bool]) -> Table:
    """The weights that follow from how much each role (row) asks for each facet (column), and which are shared."""
    field_weight = 100 * (1 - ALPHA) / max(1, sum(shared))
    contrast = tuple(contrast_weights(row, shared) for row in relevance)
    points = tuple(
        tuple(field_weight if is_shared else 100 * ALPHA / 2 * w for w, is_shared in zip(row, shared, strict=True))
        for row in contrast
    )
    return Table(points, contrast, tuple(shared), tuple(NEUTRAL for _ in shared))


def with_reference(pack: Pack, reference: Reference) -> Pack:
    """The pack with that reference group; shared facets keep the middle of the scale as neutral."""
    neutral = tuple(
        NEUTRAL if mean is None or is_shared else unit(mean)
        for mean, is_shared in zip(reference.means, pack.table.shared, strict=True)
    )
    return pack._replace(reference=reference, table=pack.table._replace(neutral=neutral))


def with_measured(pack: Pack, measured: Measured) -> Pack:
    """The pack with constants that were measured on real people, in place of the method's own."""
    return pack._replace(measured=measured, temper=measured.temper)


def keyed_response(item: Item, response: int) -> int:
    """A response (1 to 5) turned into the facet's direction: itself, or 6 less it for a reversed item."""
    return response if item.keyed > 0 else LOWEST + HIGHEST - response


def unit(keyed: float) -> float:
    """A keyed response, or a rating, from 1 to 5 as a value from 0 to 1."""
    return (keyed - LOWEST) / SPAN


def keyed_responses(pack: Pack, answers: Answers) -> list[list[float]]:
    """Facet by facet (the pack's order), all keyed responses: those of its items, then those of its duels."""
    found: list[list[float]] = [[] for _ in pack.facets]
    for item in pack.items:
        response = answers.responses.get(item.key)
        if response is not None:
            found[pack.facet_index[item.facet]].append(keyed_response(item, response))
    for duel in answers.duels:
        found[pack.facet_index[duel.preferred]].append(PREFERRED)
        found[pack.facet_index[duel.other]].append(OTHER)
    return found


def facet_values(pack: Pack, answers: Answers) -> tuple[FacetValue, ...]:
    """The value of every facet (the pack's order); unanswered ones as the method takes them, with count 0."""
    responses = keyed_responses(pack, answers)
    means = [unit(sum(found) / len(found)) if found else None for found in responses]
    taken = {kind: _taken_for_unanswered(pack.table, means, kind=kind) for kind in (True, False)}
    return tuple(
        FacetValue(taken[is_shared](neutral) if mean is None else mean, len(found))
        for mean, found, is_shared, neutral in zip(means, responses, pack.table.shared, pack.table.neutral, strict=True)
    )


def _taken_for_unanswered(table: Table, means: Sequence[float | None], *, kind: bool) -> Callable[[float], float]:
    """What an unanswered facet of one kind (shared or not) is taken at, from its neutral value: that, and the person's
    own mean distance from neutral over the answered ones, as if two more of these had lain at 0.
    """
    facets = zip(means, table.shared, table.neutral, strict=True)
    known = [(mean, neutral) for mean, is_shared, neutral in facets if mean is not None and is_shared == kind]
    count, total, typical = len(known) + PULL, sum(mean for mean, _ in known), sum(neutral for _, neutral in known)
    # One fraction, in which ½ is exact: without a reference group it is the person's own mean, pulled toward ½
    return lambda neutral: (total + (count * neutral - typical)) / count


def effective_points(pack: Pack, values: Sequence[FacetValue], points: Sequence[float]) -> list[float]:
    """The points of each facet with its share of those of the unanswered facets of its kind, shared or not.

    These are taken at a mean over the answered ones: where the value of one of them rises, they rise with it.
    """
    shared, share = pack.table.shared, {}
    for kind in (True, False):
        of_kind = [t for t in range(len(values)) if shared[t] == kind]
        answered = sum(values[t].count > 0 for t in of_kind)
        share[kind] = sum(points[t] for t in of_kind if not values[t].count) / (answered + PULL)
    return [own + share[is_shared] for own, is_shared in zip(points, shared, strict=True)]


def field_fit(pack: Pack, values: Sequence[FacetValue]) -> float:
    """Field fit (D), from 0 to 1: the mean of the shared facets, ½ where a pack has none."""
    shared = [v.x for v, is_shared in zip(values, pack.table.shared, strict=True) if is_shared]
    return sum(shared) / len(shared) if shared else NEUTRAL


def scores(pack: Pack, values: Sequence[FacetValue]) -> tuple[float, ...]:
    """The score (S), from 0 to 100, of every role in the pack's order."""
    away = [v.x - m for v, m in zip(values, pack.table.neutral, strict=True)]
    return tuple(CENTRE + sum(p * a for p, a in zip(row, away, strict=True)) for row in pack.table.points)


def contributions(pack: Pack, values: Sequence[FacetValue], role: int) -> tuple[tuple[Contribution, ...], float | None]:
    """What each answered facet adds to the role's score, most points first, and what all others add together.

    They add up to the score less 50; None where every facet was answered.
    """
    known, unanswered = [], []
    table = pack.table
    for facet, value, weight, neutral in zip(pack.facets, values, table.points[role], table.neutral, strict=True):
        points = weight * (value.x - neutral)
        if value.count:
            known.append(Contribution(facet.key, value.rating, points, pack.roles[role].evidence(facet.key)))
        else:
            unanswered.append(points)
    known.sort(key=lambda c: -c.points)
    return tuple(known), sum(unanswered) if unanswered else None


def order(values: Sequence[float]) -> tuple[int, ...]:
    """Positions from the highest to the lowest number; equal ones (at nine decimals) in their own order."""
    return tuple(sorted(range(len(values)), key=lambda k: (-round(values[k], DECIMALS), k)))


def ranks(values: Sequence[float]) -> dict[int, int]:
    """Position → rank from 1; equal numbers (at nine decimals) share one."""
    rounded = [round(v, DECIMALS) for v in values]
    return {k: 1 + sum(other > rounded[k] for other in rounded) for k in range(len(values))}


def ranking(pack: Pack, values: Sequence[FacetValue], probabilities: Sequence[float]) -> tuple[Ranked, ...]:
    """All roles, best first; equal scores share a rank and stand in alphabetical order."""
    points = scores(pack, values)
    places = ranks(points)
    return tuple(
        Ranked(
            rank=places[k],
            role=pack.roles[k].slug,
            name=pack.roles[k].name,
            score=points[k],
            probability=probabilities[k],
            contributions=known,
            unanswered=unanswered,
        )
        for k in order(points)
        for known, unanswered in [contributions(pack, values, k)]
    )


def family_means(pack: Pack, answers: Answers) -> dict[str, tuple[float | None, int]]:
    """Family → the mean of its answered items on the response scale (None without any), and how many were answered.

    Duels are left out: they say what someone would rather do, not how much of it.
    """
    found: dict[str, list[int]] = {family: [] for family in pack.families}
    for key, response in answers.responses.items():
        item = pack.item_by_key[key]
        found[pack.facet(item.facet).family].append(keyed_response(item, response))
    return {family: (sum(r) / len(r) if r else None, len(r)) for family, r in found.items()}
