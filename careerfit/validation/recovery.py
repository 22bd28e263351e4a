"""How many members get their own role: first, among the first two, in a tie that names it; and what is taken for what.

Beside it stand chance (the same for somebody who draws the roles from a hat) and the plain mean: the roles ranked by
the mean of all that each names, which is what others do.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from careerfit.core.model import Pack
from careerfit.core.scoring import DECIMALS
from careerfit.validation.intervals import Share, wilson
from careerfit.validation.members import KINDS, Array, Members, Truth, Whole, facet_means


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


class Places(NamedTuple):
    """Everybody's own role among the scores: its place (``own``, P, 0 for the first), its place by the plain mean
    (``plain``), and the role that comes ``first``.
    """

    own: Whole
    plain: Whole
    first: Whole


def places(pack: Pack, members: Members) -> Places:
    """Where everybody's own role stands, and what stands first."""
    found = [
        (
            place_of_role(part.scores, part.role),
            place_of_role(plain_scores(pack, part.responses), part.role),
            first_role(part.scores),
        )
        for part in members.slices()
    ]
    return Places(*(np.concatenate(one) for one in zip(*found, strict=True)))


def plain_scores(pack: Pack, responses: Whole) -> Array:
    """The mean of the facets that each role names at all (K × P, 1 to 5), of those that were answered."""
    means = facet_means(pack, responses)
    known = ~np.isnan(means)
    named = (np.array(pack.relevance) > 0).astype(float)
    total, count = named @ np.where(known, means, 0.0), named @ known.astype(float)
    return np.divide(total, count, out=np.zeros(total.shape), where=count > 0)


def named_in_tie(members: Members) -> tuple[Truth, Truth]:
    """Who is told of a tie (P), and to whom of these their own role is named (P)."""
    tied: Truth = members.kind == KINDS.index("tie")
    return tied, tied & (members.named == members.role).any(axis=0)


def right_by_verdict(members: Members, found: Places) -> dict[str, Share]:
    """Verdict → how many of those who got it have their role first (of a tie: named)."""
    first = found.own == 0
    _, named = named_in_tie(members)
    shares = {}
    for place, kind in enumerate(KINDS):
        those = members.kind == place
        shares[kind] = wilson(int((named if kind == "tie" else first)[those].sum()), int(those.sum()))
    return shares


def confusion(members: Members, found: Places, roles: int) -> Whole:
    """How many members of each role (rows) got each role first (columns), K × K."""
    return np.bincount(members.role * roles + found.first, minlength=roles**2).reshape(roles, roles)


def told(counts: Whole, fewest: int) -> list[list[int | None]]:
    """A table of counts without those that would tell of single people.

    Off the diagonal, counts from 1 to ``fewest`` − 1 are None; where that is one of a row alone, which the row's total
    would give away, the smallest of the others is None, too.
    """
    found: list[list[int | None]] = []
    for own, row in enumerate(counts.tolist()):
        shown: list[int | None] = [None if k != own and 0 < n < fewest else n for k, n in enumerate(row)]
        others = [k for k, n in enumerate(shown) if k != own and n is not None]
        if shown.count(None) == 1 and others:
            shown[min(others, key=lambda k: row[k])] = None
        found.append(shown)
    return found
