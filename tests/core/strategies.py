"""Random small packs and random answers to them, for properties that must hold for every pack and everybody."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import TypeAlias

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from careerfit.core.model import MOST_DUELS, Answers, DuelAnswer, Kind, Pack, Reference, Side
from careerfit.core.quick_form import side_by_side
from careerfit.core.scoring import with_reference

from .build import PAIR, facet, pack_of

MANY = settings(max_examples=100, deadline=None)
SOME = settings(max_examples=40, deadline=None)
"""For properties whose every case is itself a search through all answers."""

KINDS: tuple[Kind, ...] = ("trait", "interest")
Someone: TypeAlias = tuple[Pack, Answers]
"""A pack and one person's answers to it."""

SIDES: tuple[Side, ...] = ("left", "right")
ROLES = ("arsiparis", "bidan", "camat", "dosen", "editor", "fotografer")
FACETS = ("analisis", "berani", "cermat", "damai", "empati", "fokus", "gigih", "hemat")
KEYS = (PAIR, PAIR, (-1, 1), (1,), (-1,), (1, -1, 1, -1), (1, 1, -1))
"""The keys of a facet's items: most have one of each, as in any pack that can be loaded; some don't."""


@st.composite
def packs(
    draw: DrawFn,
    roles: tuple[int, int] = (2, 6),
    facets: tuple[int, int] = (2, 8),
    keys: Sequence[tuple[int, ...]] = KEYS,
) -> Pack:
    """A pack with so many roles and facets (from, to), of both kinds, in families, each facet asked for."""
    slugs = ROLES[: draw(st.integers(*roles))]
    names = FACETS[: draw(st.integers(*facets))]
    shapes = st.sampled_from(list(product(KINDS, ("bersama", "lain", ""), keys)))
    made = [facet(name, *draw(shapes)) for name in names]
    codes = draw(st.lists(st.integers(1, 3 ** len(slugs) - 1), min_size=len(names), max_size=len(names)))
    rows = {slug: [code // 3**k % 3 / 2 for code in codes] for k, slug in enumerate(slugs)}
    named = draw(st.lists(st.integers(0, 2 ** len(names) - 1), min_size=len(slugs), max_size=len(slugs)))
    against = {
        slug: [name for t, name in enumerate(names) if bits >> t & 1] for slug, bits in zip(slugs, named, strict=True)
    }
    return pack_of(made, rows, against)


@st.composite
def with_groups(draw: DrawFn, some: SearchStrategy[Pack] | None = None) -> Pack:
    """A pack with a reference group whose typical answers lie anywhere on the scale; some facets keep the middle."""
    pack = draw(some if some is not None else packs())
    means = draw(st.lists(st.none() | st.floats(1, 5), min_size=len(pack.facets), max_size=len(pack.facets)))
    return with_reference(pack, Reference(300, "2026-11-26", tuple(means)))


@st.composite
def rivals(draw: DrawFn) -> Pack:
    """A pack without shared facets: each is fully asked for by one role, and by the others half or not at all."""
    slugs = ROLES[: draw(st.integers(3, 4))]
    owners = draw(st.lists(st.sampled_from(slugs), min_size=5, max_size=8))
    rows = {slug: [1.0 if owner == slug else draw(st.sampled_from((0.0, 0.5))) for owner in owners] for slug in slugs}
    return pack_of([facet(name) for name in FACETS[: len(owners)]], rows)


@st.composite
def duel_answers(draw: DrawFn, pack: Pack) -> tuple[DuelAnswer, ...]:
    """Up to six duels of unshared facets, no facet twice, each pair the way round in which it is always put."""
    places = [t for t, one in enumerate(pack.facets) if one.key not in pack.shared]
    order = draw(st.permutations(places))
    count = draw(st.integers(0, min(MOST_DUELS, len(places) // 2)))
    duels = [side_by_side(pack, order[2 * n], order[2 * n + 1]) for n in range(count)]
    return tuple(DuelAnswer(duel.left, duel.right, draw(st.sampled_from(SIDES))) for duel in duels)


@st.composite
def answers(draw: DrawFn, pack: Pack, complete: bool = False, duels: bool = True, most: int | None = None) -> Answers:
    """Answers to all items, or to any of them (to at most so many); in any order; with duels or without."""
    items = list(pack.items)
    draw(st.randoms(use_true_random=False)).shuffle(items)
    size = len(items) if complete else min(len(items), most or len(items))
    fewest = size if complete or draw(st.booleans()) else 0
    given = st.lists(st.integers(1, 5), min_size=fewest, max_size=size)
    responses = {item.key: response for item, response in zip(items, draw(given), strict=False)}
    return Answers(responses, draw(duel_answers(pack)) if duels else ())


@st.composite
def people(
    draw: DrawFn,
    pack: SearchStrategy[Pack] | None = None,
    complete: bool = False,
    duels: bool = True,
    most: int | None = None,
) -> Someone:
    """A pack and one person's answers to it."""
    found = draw(packs() if pack is None else pack)
    return found, draw(answers(found, complete=complete, duels=duels, most=most))
