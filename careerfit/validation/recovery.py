"""How many members get their own role: first, among the first two, in a tie that names it; and what is taken for what.

Beside it stand chance (the same results, dealt anew among the people) and the plain mean: the roles ranked by the mean
of all that each names, which is what others do.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np

from careerfit.core.model import HIGHEST, LOWEST, VERDICTS, Pack
from careerfit.core.scoring import DECIMALS
from careerfit.validation.intervals import Share, wilson
from careerfit.validation.members import Array, Members, Truth, Whole, facet_means, places_of


def place_of_role(scores: Array, role: Whole) -> Whole:
    """The place that everybody's own role has among the scores (K × P): 0 for the first; equal ones in their order."""
    rounded = np.round(scores, DECIMALS)
    own = np.take_along_axis(rounded, role[None], axis=0)
    before = np.arange(len(scores))[:, None] < role
    ahead: Whole = ((rounded > own) | ((rounded == own) & before)).sum(axis=0)
    return ahead


def first_role(scores: Array) -> Whole:
    """The role with the best score (P); of equal ones, the first."""
    first: Whole = np.round(scores, DECIMALS).argmax(axis=0)
    return first


def first_two(scores: Array) -> tuple[Whole, Whole]:
    """The roles with the best and the second best score (P each); of equal ones, the first."""
    first = first_role(scores)
    others = np.round(scores, DECIMALS)
    np.put_along_axis(others, first[None], -np.inf, axis=0)
    return first, others.argmax(axis=0)


class Places(NamedTuple):
    """Everybody's own role among the scores: its place (``own``, P, 0 for the first), its place by the plain mean
    (``plain``), and the roles that come ``first`` and ``second``.
    """

    own: Whole
    plain: Whole
    first: Whole
    second: Whole


def places(pack: Pack, members: Members) -> Places:
    """Where everybody's own role stands, and what stands first."""
    found = [
        (
            place_of_role(part.scores, part.role),
            place_of_role(plain_scores(pack, part.responses), part.role),
            *first_two(part.scores),
        )
        for part in members.slices()
    ]
    return Places(*(np.concatenate(one) for one in zip(*found, strict=True)))


def plain_scores(pack: Pack, responses: Whole) -> Array:
    """The mean of the facets that each role names at all (K × P, 1 to 5), of those that were answered."""
    named = (np.array(pack.relevance) > 0).astype(float)
    if responses.all():  # without gaps it is a weighted sum, which takes half the time
        means = named / np.maximum(1, named.sum(axis=1, keepdims=True))
        weights = np.zeros((len(pack.roles), len(pack.items)))
        for t, places in enumerate(places_of(pack)):
            weights[:, places] = means[:, [t]] / len(places)
        keys = np.array([item.keyed for item in pack.items])
        mirrored = (LOWEST + HIGHEST) * weights[:, keys < 0].sum(axis=1, keepdims=True)
        found: Array = (weights * keys) @ responses.astype(float) + mirrored
        return found
    means = facet_means(pack, responses)
    known = ~np.isnan(means)
    total, count = named @ np.where(known, means, 0.0), named @ known.astype(float)
    return np.divide(total, count, out=np.zeros(total.shape), where=count > 0)


def named_in_tie(members: Members) -> tuple[Truth, Truth]:
    """Who is told of a tie (P), and to whom of these their own role is named (P)."""
    tied: Truth = members.kind == VERDICTS.index("tie")
    return tied, tied & (members.named == members.role).any(axis=0)


def right_by_verdict(members: Members, found: Places) -> dict[str, Share]:
    """Verdict → how many of those who got it have their role first (of a tie: named)."""
    first = found.own == 0
    _, named = named_in_tie(members)
    shares: dict[str, Share] = {}
    for place, kind in enumerate(VERDICTS):
        those = members.kind == place
        shares[kind] = wilson(int((named if kind == "tie" else first)[those].sum()), int(those.sum()))
    return shares


def told_clearly(members: Members, roles: int) -> list[Share]:
    """Role by role: how many of those who are told clearly that it is theirs are members of it.

    What that comes to depends on how many members of each role there are among all who were asked.
    """
    clear = members.kind == VERDICTS.index("clear")
    leader, own = members.named[0][clear], members.role[clear]
    return [wilson(int((own[leader == k] == k).sum()), int((leader == k).sum())) for k in range(roles)]


def dealt(members: Members, found: Places, roles: int) -> dict[str, float]:
    """What recovery comes to by chance, on average, if everybody's result were dealt anew among all: as many members of
    each role, and as many results of each kind, as there are. NaN of nobody.
    """
    tied, _ = named_in_tie(members)
    own = np.bincount(members.role, minlength=roles)
    first, second = (np.bincount(one, minlength=roles) for one in (found.first, found.second))
    named = members.named[:, tied]
    in_tie = np.bincount(members.role[tied], minlength=roles)
    ties = np.bincount(named[named >= 0], minlength=roles)

    def mean(members_of: Whole, results_of: Whole) -> float:
        people = int(members_of.sum())
        return float(members_of @ results_of) / people**2 if people else math.nan

    return {"first": mean(own, first), "first_two": mean(own, first + second), "tie": mean(in_tie, ties)}


def confusion(members: Members, found: Places, roles: int) -> Whole:
    """How many members of each role (rows) got each role first (columns), K × K."""
    return np.bincount(members.role * roles + found.first, minlength=roles**2).reshape(roles, roles)
