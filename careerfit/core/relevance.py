"""The derivation: from roles and their catalogue to items and the relevance of every facet for every role.

Nothing here names a role or a facet; all that is worked out follows from the pack by rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careerfit.core.model import DEMANDS, Facet, Item, Kind, Pack, Role
from careerfit.core.scoring import SLACK, table
from careerfit.text import LANGUAGES, Lang, Text

SHARE = 0.7
"""A family is shared, or breaks deals, from this share of the roles on."""
BREAKER_ITEMS = 4
"""A family breaks deals only if it has this many items: fewer say too little for a verdict on the whole field."""

_DEFAULT_WORDING: Mapping[Kind, tuple[Text, Text]] = {
    "trait": (
        Text(
            "Orang yang mengenal saya akan menyebut “{name}” sebagai kekuatan saya.",
            "People who know me would name “{name}” as a strength of mine.",
        ),
        Text(
            "Urusan “{name}” lebih baik dipegang orang lain daripada saya.",
            "“{name}” is better left to someone other than me.",
        ),
    ),
    "interest": (
        Text("Saya senang kalau sehari-hari mengerjakan ini: {name}.", "I would enjoy doing this every day: {name}."),
        Text(
            "Mengerjakan ini tiap hari akan membuat saya jenuh: {name}.",
            "Doing this every day would wear me out: {name}.",
        ),
    ),
}


def default_relevance(kind: Kind, section: str) -> float:
    """What a phrase in that section says of a facet unless the profile states otherwise: ½ or 1.

    A trait is fully asked for where cocok or tidak cocok names it; an interest wherever the profile presents it.
    """
    return 1.0 if kind == "interest" or section in DEMANDS else 0.5


def default_items(key: str, kind: Kind, name: Text) -> tuple[Item, ...]:
    """Two plain items, one of each key, for a facet that nobody has worded yet."""
    return tuple(
        Item(f"{key}-{number}", key, keyed, wording.fill(name=name))
        for number, (keyed, wording) in enumerate(zip((1, -1), _DEFAULT_WORDING[kind], strict=True), start=1)
    )


def relevance_matrix(roles: Sequence[Role], facets: Sequence[Facet]) -> tuple[tuple[float, ...], ...]:
    """How much each role (row) asks for each facet (column): the strongest of its evidence, 0 where it is silent."""
    return tuple(tuple(asked.get(facet.key, 0.0) for facet in facets) for asked in map(_asked, roles))


def _asked(role: Role) -> dict[str, float]:
    found: dict[str, float] = {}
    for sentence in role.sentences:
        for e in sentence.evidence:
            found[e.facet] = max(e.relevance, found.get(e.facet, 0.0))
    return found


def family_support(matrix: Sequence[Sequence[float]], facets: Sequence[Facet]) -> dict[str, float]:
    """Family → the sum over roles of its highest relevance, from 0 to the number of roles."""
    columns: dict[str, list[int]] = {}
    for column, facet in enumerate(facets):
        columns.setdefault(facet.family, []).append(column)
    return {family: sum(max(row[c] for c in members) for row in matrix) for family, members in columns.items()}


def shared_facets(matrix: Sequence[Sequence[float]], facets: Sequence[Facet]) -> frozenset[str]:
    """The facets whose family nearly every role asks for."""
    support = family_support(matrix, facets)
    enough = SHARE * len(matrix) - SLACK
    return frozenset(facet.key for facet in facets if support[facet.family] >= enough)


def named_breakers(roles: Sequence[Role], facets: Sequence[Facet]) -> tuple[str, ...]:
    """The families that the tidak cocok sentences of at least 70 % of the roles name, in the catalogue's order."""
    family_of = {facet.key: facet.family for facet in facets}
    named = [{family_of[e.facet] for s in role.section("tidak_cocok") for e in s.evidence} for role in roles]
    enough = SHARE * len(roles) - SLACK
    families = dict.fromkeys(facet.family for facet in facets)
    return tuple(family for family in families if sum(family in names for names in named) >= enough)


def family_items(facets: Sequence[Facet], family: str) -> tuple[Item, ...]:
    """All items of a family, in the catalogue's order."""
    return tuple(item for facet in facets if facet.family == family for item in facet.items)


def build_pack(  # noqa: PLR0913  # one argument a part of a pack, each by name
    *,
    name: str,
    version: str,
    title: Text,
    fingerprint: str,
    scale: Sequence[Text],
    families: Mapping[str, Text],
    facets: Sequence[Facet],
    roles: Sequence[Role],
    languages: tuple[Lang, ...] = LANGUAGES,
) -> Pack:
    """A pack with everything that follows from its content.

    Facets that no role names are left out: nobody is asked about what cannot matter. Roles come in alphabetical order.
    """
    roles = tuple(sorted(roles, key=lambda role: role.slug))
    named = {e.facet for role in roles for sentence in role.sentences for e in sentence.evidence}
    used = tuple(facet for facet in facets if facet.key in named)
    matrix = relevance_matrix(roles, used)
    items = tuple(item for facet in used for item in facet.items)
    shared = shared_facets(matrix, used)
    breakers = named_breakers(roles, used)
    return Pack(
        name=name,
        version=version,
        title=title,
        fingerprint=fingerprint,
        scale=tuple(scale),
        families={facet.family: families.get(facet.family, facet.name) for facet in used},
        facets=used,
        roles=roles,
        relevance=matrix,
        shared=shared,
        breakers=tuple(b for b in breakers if len(family_items(used, b)) >= BREAKER_ITEMS),
        table=table(matrix, [facet.key in shared for facet in used]),
        items=items,
        facet_index={facet.key: index for index, facet in enumerate(used)},
        item_by_key={item.key: item for item in items},
        role_index={role.slug: index for index, role in enumerate(roles)},
        languages=languages,
    )
