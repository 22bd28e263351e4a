"""The derivation: what follows from roles and catalogue by rule."""

from __future__ import annotations

import pytest
from hypothesis import given

from careerfit.core.model import Item, Kind, Pack, Role
from careerfit.core.relevance import (
    build_pack,
    default_items,
    default_relevance,
    family_support,
    relevance_matrix,
)
from careerfit.text import Text

from . import oracle
from .build import SCALE, facet, pack_of, role, sentence
from .strategies import KINDS, MANY, packs

TEN = tuple(f"peran-{letter}" for letter in "abcdefghij")


@pytest.mark.parametrize(
    ("kind", "section", "relevance"),
    [
        ("trait", "cocok", 1.0),
        ("trait", "tidak_cocok", 1.0),
        ("trait", "duties", 0.5),
        ("trait", "expectations", 0.5),
        ("trait", "differences", 0.5),
        ("interest", "cocok", 1.0),
        ("interest", "tidak_cocok", 1.0),
        ("interest", "duties", 1.0),
        ("interest", "expectations", 1.0),
        ("interest", "differences", 1.0),
    ],
)
def test_default_relevance(kind: Kind, section: str, relevance: float) -> None:
    """A trait counts in full where cocok or tidak cocok names it, an interest wherever the profile presents it."""
    assert relevance == default_relevance(kind, section)


def test_the_strongest_evidence_decides() -> None:
    """A role asks for a facet as much as its strongest evidence says; where it is silent, not at all."""
    sabar, teliti = facet("sabar"), facet("teliti")
    sentences = (
        sentence("a", "duties", sabar, 0.5),
        sentence("a", "cocok", sabar, 1.0),
        sentence("a", "duties", sabar, 0.5),
    )

    assert ((1.0, 0.0),) == relevance_matrix([Role("a", Text("a", "a"), sentences)], [sabar, teliti])


def test_family_support_is_the_highest_relevance_of_each_role() -> None:
    """A family is supported by each role with the highest relevance of its facets, not with their sum."""
    facets = [facet("a", family="f"), facet("b", family="g"), facet("c", family="f")]

    assert {"f": 2.5, "g": 1.0} == family_support([(1.0, 0.0, 1.0), (0.5, 1.0, 0.0), (0.0, 0.0, 1.0)], facets)


@pytest.mark.parametrize(("asking", "is_shared"), [(6, False), (6.5, False), (7, True), (7.5, True), (10, True)])
def test_shared_from_seventy_percent_on(asking: float, is_shared: bool) -> None:
    """A family that exactly seven of ten roles ask for is shared; half a role less, and it is not."""
    facets = [facet("umum"), facet("lain")]
    rows = {
        slug: (1.0 if n < asking - 0.5 else 0.5 if n < asking else 0.0, 1.0 if n == 0 else 0.0)
        for n, slug in enumerate(TEN)
    }

    assert (frozenset({"umum"}) if is_shared else frozenset()) == pack_of(facets, rows).shared


def test_facets_of_a_family_are_shared_together() -> None:
    """What one facet of a family lacks another makes up: roles that ask for either ask for the family."""
    facets = [facet("a", family="f"), facet("b", family="f"), facet("c")]

    assert {"a", "b"} == pack_of(facets, {"p": (1, 0, 0), "q": (0, 1, 0), "r": (0, 1, 1)}).shared


@given(packs())
@MANY
def test_shared_facets_follow_from_the_definition(pack: Pack) -> None:
    """The shared facets are those that the definition, worked out anew, gives."""
    assert [one.key for one, is_shared in zip(pack.facets, oracle.shared(pack), strict=True) if is_shared] == [
        one.key for one in pack.facets if one.key in pack.shared
    ]


def breakers(named: int, keys: tuple[int, ...] = (1, -1, 1, -1), family: str = "") -> Pack:
    """Ten roles that all ask for one facet, which the tidak cocok sentences of so many of them name."""
    facets = [facet("umum", family=family, keys=keys), facet("lain")]
    rows = {slug: (1.0, 1.0 if n == 0 else 0.0) for n, slug in enumerate(TEN)}
    return pack_of(facets, rows, {slug: {"umum"} for slug in TEN[:named]})


@pytest.mark.parametrize(("named", "families"), [(6, ()), (7, ("umum",)), (10, ("umum",))])
def test_deal_breakers_are_named_by_seventy_percent(named: int, families: tuple[str, ...]) -> None:
    """A family breaks deals from seven tidak cocok sections of ten on, whatever other sections say."""
    assert families == breakers(named).breakers


@pytest.mark.parametrize(("keys", "families"), [((1, -1, 1), ()), ((1, -1, 1, -1), ("keluarga",))])
def test_deal_breakers_have_four_items(keys: tuple[int, ...], families: tuple[str, ...]) -> None:
    """A family of fewer than four items says too little to break a deal."""
    assert families == breakers(10, keys, "keluarga").breakers


def test_deal_breakers_count_roles_not_sentences() -> None:
    """A role that names a family twice still is one role; facets of one family count together."""
    facets = [facet("a", family="f"), facet("b", family="f"), facet("c")]
    rows = {"p": (1, 1, 0), "q": (1, 1, 0), "r": (0, 0, 1)}

    assert () == pack_of(facets, {**rows, "s": (0, 0, 1)}, {"p": {"a", "b"}, "q": {"a", "b"}}).breakers
    assert ("f",) == pack_of(facets, {**rows, "r": (1, 0, 1)}, {"p": {"a"}, "q": {"b"}, "r": {"a"}}).breakers


def test_deal_breakers_stand_in_the_catalogues_order() -> None:
    """Several deal-breaker families come in the order in which the catalogue first names them."""
    four = (1, -1, 1, -1)
    facets = [facet("z", keys=four), facet("a", keys=four), facet("lain")]
    both = {"p": {"z", "a"}, "q": {"a", "z"}}

    assert ("z", "a") == pack_of(facets, {"p": (1, 1, 1), "q": (1, 1, 0)}, both).breakers


@pytest.mark.parametrize("kind", ["trait", "interest"])
def test_default_items(kind: Kind) -> None:
    """A facet without wording gets two items, one of each key, with its name in both languages and no gap left open."""
    items = default_items("sabar", kind, Text("kesabaran", "patience"))

    assert [("sabar-1", "sabar", 1), ("sabar-2", "sabar", -1)] == [(i.key, i.facet, i.keyed) for i in items]
    assert all("kesabaran" in i.text.id and "patience" in i.text.en for i in items)
    assert not any("{" in i.text.id + i.text.en for i in items)


def test_default_items_word_traits_and_interests_differently() -> None:
    """A strength and a liking are asked about in words of their own, and no two statements are alike."""
    name = Text("merawat kebun", "tending a garden")
    texts = [i.text for kind in KINDS for i in default_items("kebun", kind, name)]

    assert 4 == len({text.id for text in texts}) == len({text.en for text in texts})


def test_default_items_take_a_name_as_it_is() -> None:
    """A name with braces of its own is no placeholder."""
    items = default_items("aneh", "trait", Text("aneh {id} {en}", "odd {en} {id}"))

    assert all("aneh {id} {en}" in i.text.id and "odd {en} {id}" in i.text.en for i in items)


def test_facets_that_no_role_names_are_left_out() -> None:
    """Nobody is asked about what cannot matter: no facet, item or family of it is in the pack."""
    pack = pack_of([facet("a"), facet("sepi"), facet("b")], {"p": (1, 0, 0), "q": (0, 0, 1)})

    assert (["a", "b"], {"a", "b"}) == ([f.key for f in pack.facets], set(pack.families))
    assert ["a-1", "a-2", "b-1", "b-2"] == [item.key for item in pack.items] == list(pack.item_by_key)
    assert ({"a": 0, "b": 1}, ((1.0, 0.0), (0.0, 1.0))) == (pack.facet_index, pack.relevance)


def test_roles_stand_in_alphabetical_order() -> None:
    """Roles come in the order of their slugs, and so do their rows and positions."""
    pack = pack_of([facet("a"), facet("b")], {"zebra": (1, 0), "anoa": (0, 1), "moa": (1, 1)})

    assert ["anoa", "moa", "zebra"] == [one.slug for one in pack.roles]
    assert ({"anoa": 0, "moa": 1, "zebra": 2}, ((0, 1), (1, 1), (1, 0))) == (pack.role_index, pack.relevance)


def test_a_pack_keeps_what_it_was_built_from() -> None:
    """All is as it was given, a family without a name has its facet's, and items are found by their keys."""
    one, two = facet("a"), facet("b")
    roles = [role("p", [one, two], (1, 0)), role("q", [one, two], (0, 1))]
    families = {"a": Text("Keluarga A", "Family A")}
    pack = build_pack(
        name="nama",
        version="2",
        title=Text("Judul", "Title"),
        fingerprint="0123456789abcdef",
        scale=list(SCALE),
        families=families,
        facets=[one, two],
        roles=roles,
    )

    assert ("nama", "2", Text("Judul", "Title"), "0123456789abcdef", SCALE) == (
        pack.name,
        pack.version,
        pack.title,
        pack.fingerprint,
        pack.scale,
    )
    assert {**families, "b": two.name} == pack.families
    assert Item("b-2", "b", -1, Text("Saya b 2.", "I b 2.")) == pack.item_by_key["b-2"]


@given(packs())
@MANY
def test_everything_has_its_place(pack: Pack) -> None:
    """Indexes, rows and columns belong together in every pack."""
    assert [one.key for one in pack.facets] == list(pack.facet_index)
    assert [one.slug for one in pack.roles] == sorted(pack.role_index)
    assert len(pack.roles) == len(pack.relevance)
    assert {len(pack.facets)} == {len(row) for row in pack.relevance}
    assert [i for one in pack.facets for i in one.items] == list(pack.items)
