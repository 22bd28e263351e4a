"""What every form of a pack holds: its statements in one mixed order, and the mark that says of which pack they are."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

from careerfit.core.model import Facet, Item, Pack
from careerfit.text import clean

Member = TypeVar("Member")


def statements(pack: Pack) -> tuple[Item, ...]:
    """The pack's items as every form asks them: mixed, always alike, those of one facet or family far apart.

    Of two facets that follow one another, one begins with an item of the other key, so that neither half of a form
    holds all of one key; which of them does is mixed, too.
    """
    families: dict[str, list[Facet]] = {}
    for facet in sorted(pack.facets, key=_lot):
        families.setdefault(facet.family, []).append(facet)
    facets = _spread(list(families.values()))
    turned = [(_lot(facets[n - n % 2])[0] + n) % 2 for n in range(len(facets))]
    return tuple(_spread([facet.items[::-1] if turned[n] else facet.items for n, facet in enumerate(facets)]))


def _lot(facet: Facet) -> bytes:
    """What is drawn for a facet, always the same."""
    return sha256(facet.key.encode()).digest()


def _spread(groups: Sequence[Sequence[Member]]) -> list[Member]:
    """The members of all groups in one row, in which each group's are evenly far from one another."""
    placed = [
        ((n + shift / len(groups)) / len(group), member)
        for shift, group in enumerate(groups)
        for n, member in enumerate(group)
    ]
    return [member for _, member in sorted(placed, key=lambda place: place[0])]


def form_mark(pack: Pack) -> str:
    """The pack's name and version, as they stand wherever a form's answers end up."""
    return clean(f"careerfit:{pack.name} {pack.version}")
