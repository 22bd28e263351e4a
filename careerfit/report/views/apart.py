"""What sets a role apart from the others, worked out from what each asks for."""

from __future__ import annotations

from typing import NamedTuple

from careerfit.core.bank import SHARE
from careerfit.core.explain import marks
from careerfit.core.model import Pack, Role
from careerfit.text import Lang

MORE_MOST, LESS_MOST = 5, 4
"""How many facets are named at most that weigh more here, and that only others ask for."""
WIDELY = 2
"""A facet that this role does not ask for is worth a word if others ask for it this much, all together."""


class Asked(NamedTuple):
    """A facet that a role asks for, in the words of its profile."""

    facet: str
    phrase: str


class Apart(NamedTuple):
    """What sets a role apart, as names of facets.

    ``only``: what no other role asks for; ``more``: what it asks for more than the others do on average; ``less``: what
    only others ask for; ``shared``: what of the whole field it asks for as nearly all others do.
    """

    others: int
    only: tuple[Asked, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    shared: tuple[str, ...]


def apart(pack: Pack, role: Role, lang: Lang) -> Apart:
    """What one role asks for that the others do not, or less, and the reverse; the largest difference comes first."""
    k = pack.role_index[role.slug]
    found = marks(pack, k)
    more = [mark.facet for mark in found if mark.relevance == 1 and not mark.alone]
    others = {facet.key: sum(row[t] for row in pack.relevance) for t, facet in enumerate(pack.facets)}
    less = [f.key for f, own in zip(pack.facets, pack.relevance[k], strict=True) if not own]
    less = sorted((key for key in less if others[key] >= WIDELY), key=lambda key: -others[key])
    return Apart(
        others=len(pack.roles) - 1,
        only=tuple(asked(pack, role, mark.facet, lang) for mark in found if mark.alone),
        more=tuple(pack.facet(key).name.clean(lang) for key in more[:MORE_MOST]),
        less=tuple(pack.facet(key).name.clean(lang) for key in less[:LESS_MOST]),
        shared=_shared(pack, k, lang),
    )


def asked(pack: Pack, role: Role, facet: str, lang: Lang) -> Asked:
    """A facet that a role asks for, with the strongest phrase that ties it to the role."""
    return Asked(pack.facet(facet).name.clean(lang), role.evidence(facet)[0].phrase.clean(lang))


def _shared(pack: Pack, k: int, lang: Lang) -> tuple[str, ...]:
    """The names of the facets of the whole field that the role itself and nearly all others ask for."""
    others = [row for m, row in enumerate(pack.relevance) if m != k]
    return tuple(
        facet.name.clean(lang)
        for t, facet in enumerate(pack.facets)
        if facet.key in pack.shared and pack.relevance[k][t] > 0
        if sum(row[t] > 0 for row in others) >= SHARE * len(others)
    )
