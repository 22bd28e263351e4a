"""What sets a role apart from the others, worked out from what each asks for."""

from __future__ import annotations

from typing import NamedTuple

from careerfit.core.model import Pack, Role
from careerfit.core.scoring import order
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
    """``only``: what no other role asks for; ``more`` and ``less``: facet names; ``shared``: the field's families."""

    others: int
    only: tuple[Asked, ...]
    more: tuple[str, ...]
    less: tuple[str, ...]
    shared: tuple[str, ...]


def apart(pack: Pack, role: Role, lang: Lang) -> Apart:
    """What one role asks for that the others do not, or less, and the reverse; strongest contrast first."""
    own = pack.relevance[pack.role_index[role.slug]]
    ordered = [t for t in order(distance(pack, role)) if pack.facets[t].key not in pack.shared]
    only = [t for t in ordered if own[t] > 0 and _elsewhere(pack, role, t) == 0]
    more = [t for t in ordered if own[t] >= 1 and t not in only and distance(pack, role)[t] > 0]
    less = sorted((t for t in ordered if own[t] == 0), key=lambda t: -_elsewhere(pack, role, t))
    return Apart(
        others=len(pack.roles) - 1,
        only=tuple(asked(pack, role, t, lang) for t in only),
        more=tuple(pack.facets[t].name.clean(lang) for t in more[:MORE_MOST]),
        less=tuple(pack.facets[t].name.clean(lang) for t in less if _elsewhere(pack, role, t) >= WIDELY)[:LESS_MOST],
        shared=shared_families(pack, lang),
    )


def distance(pack: Pack, role: Role) -> tuple[float, ...]:
    """Facet by facet: its weight in this role's contrast, less the mean of its weights in the others'."""
    contrast = pack.table.contrast
    k = pack.role_index[role.slug]
    others = [row for j, row in enumerate(contrast) if j != k]
    return tuple(own - sum(row[t] for row in others) / len(others) for t, own in enumerate(contrast[k]))


def asked(pack: Pack, role: Role, t: int, lang: Lang) -> Asked:
    """Facet ``t`` with the strongest phrase that ties it to the role."""
    facet = pack.facets[t]
    return Asked(facet.name.clean(lang), role.evidence(facet.key)[0].phrase.clean(lang))


def shared_families(pack: Pack, lang: Lang) -> tuple[str, ...]:
    """The names of the families that nearly every role asks for."""
    families = dict.fromkeys(facet.family for facet in pack.facets if facet.key in pack.shared)
    return tuple(pack.families[family].clean(lang) for family in families)


def _elsewhere(pack: Pack, role: Role, t: int) -> float:
    """How much all other roles together ask for facet ``t``."""
    return sum(row[t] for k, row in enumerate(pack.relevance) if k != pack.role_index[role.slug])
