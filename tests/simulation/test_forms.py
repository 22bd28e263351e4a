"""The forms that a simulated person fills in."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.model import MOST_DUELS, Answers, Duel, Pack
from careerfit.core.quick_form import most_items, next_duel, next_item, opening_item, opening_order
from careerfit.simulation.forms import adaptive_lengths, balanced_order, fixed, one_each, quick_items, with_duels
from careerfit.simulation.respondents import MODERATE, Respondent, dice, member
from tests.core.build import PAIR, facet, pack_of
from tests.core.strategies import SOME, packs

FOUR = (1, -1, 1, -1)


@st.composite
def fillers(draw: st.DrawFn) -> tuple[Pack, Respondent]:
    """A pack and one simulated member of a role of it."""
    pack = draw(packs())
    role = draw(st.integers(0, len(pack.roles) - 1))
    return pack, member(pack, MODERATE, role, Random(draw(st.integers(0, 999))))


@given(packs())
@SOME
def test_one_item_each(pack: Pack) -> None:
    """The short form has one item of each facet of the kinds asked for, in the pack's order."""
    assert [one.key for one in pack.facets] == [item.facet for item in one_each(pack)]
    assert [one.key for one in pack.facets if one.kind == "trait"] == [i.facet for i in one_each(pack, ("trait",))]


def uneven(pack: Pack, keys: dict[str, int]) -> float:
    """How far one step of agreeing with everything sets the roles apart."""
    return sum(
        sum(w * keys.get(one.key, 0) for w, one in zip(row, pack.facets, strict=True)) ** 2
        for row in pack.table.contrast
    )


@pytest.mark.parametrize("kinds", [("trait",), ("trait", "interest")])
def test_one_item_each_favours_no_role(pack: Pack, kinds: tuple[str, ...]) -> None:
    """Keys are chosen so that agreeing with everything favours no role: far less than with keys that take turns."""
    keys = {item.facet: item.keyed for item in one_each(pack, kinds)}
    in_turn = {key: (-1) ** n for n, key in enumerate(keys)}

    assert uneven(pack, keys) < 0.2 * uneven(pack, in_turn)
    assert abs(sum(keys.values())) <= 2


@given(packs(keys=(PAIR, FOUR)))
@SOME
def test_no_other_key_is_more_even(pack: Pack) -> None:
    """Of the facet that weighs least the other key would favour some role no less."""
    keys = {item.facet: item.keyed for item in one_each(pack)}
    weights = [sum(abs(row[t]) for row in pack.table.contrast) for t in range(len(pack.facets))]
    lightest = pack.facets[max(range(len(weights)), key=lambda t: (-weights[t], t))].key

    assert uneven(pack, keys) <= uneven(pack, {**keys, lightest: -keys[lightest]}) + 1e-9


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        (("trait", "interest"), [("a", 1), ("b", 1), ("c", 1), ("d", -1)]),
        (("trait",), [("a", 1), ("b", -1), ("d", -1)]),
        (("interest",), [("c", 1)]),
    ],
)
def test_one_item_each_by_hand(kinds: tuple[str, ...], expected: list[tuple[str, int]]) -> None:
    """The weightiest facet is keyed positively, the next to make up for it; where a key is missing the other does."""
    facets = [facet("a"), facet("b"), facet("c", "interest"), facet("d", keys=(-1,))]
    pack = pack_of(facets, {"p": (1, 1, 0, 1), "q": (0, 0, 1, 1)})

    assert expected == [(item.facet, item.keyed) for item in one_each(pack, kinds)]


def test_fixed_forms() -> None:
    """A fixed form holds this person's answers to these items."""
    pack = pack_of([facet("a"), facet("b")], {"p": (1, 0), "q": (0, 1)})
    who = dice(pack, 0, Random(1))

    assert Answers({"b-2": who.responses["b-2"], "a-1": who.responses["a-1"]}) == fixed(
        who, [pack.item_by_key["b-2"], pack.item_by_key["a-1"]]
    )


@given(fillers())
@SOME
def test_the_quick_form_is_the_interview(filler: tuple[Pack, Respondent]) -> None:
    """The quick form asks item by item what the interview would ask, until that has no more."""
    pack, who = filler
    found = list(quick_items(pack, who).responses.items())
    given_answers: dict[str, int] = {}

    for key, response in found:
        item = next_item(pack, Answers(given_answers), given_answers)
        assert item is not None
        assert (key, response) == (item.key, who.responses[item.key])
        given_answers[key] = response
    assert next_item(pack, Answers(given_answers), given_answers) is None
    assert len(found) <= most_items(pack)


@given(fillers())
@SOME
def test_duels_follow_the_interview(filler: tuple[Pack, Respondent]) -> None:
    """After the items come the duels that the interview would put, until that has no more; the items stay."""
    pack, who = filler
    items = quick_items(pack, who)
    found = with_duels(pack, who, items)

    assert items.responses == found.responses
    for n, fought in enumerate(found.duels):
        before = Answers(items.responses, found.duels[:n])
        duel = next_duel(pack, before, [Duel(d.left, d.right) for d in found.duels[:n]])
        assert Duel(fought.left, fought.right) == duel
    assert next_duel(pack, found, [Duel(d.left, d.right) for d in found.duels]) is None
    assert len(found.duels) <= MOST_DUELS


def test_duels_ask_this_person() -> None:
    """In duels people take the side that they prefer."""
    pack = pack_of([facet(letter) for letter in "abcd"], {"p": (1, 1, 0, 0), "q": (0, 0, 1, 1)})
    who = Respondent(0, [5.0, 5.0, 1.0, 1.0], {}, Random(1), 0.1)

    fought = with_duels(pack, who, Answers()).duels

    assert {"a", "b"} >= {duel.preferred for duel in fought} > set()
    assert {"left", "right"} >= {duel.answer for duel in fought}


@given(fillers(), st.lists(st.integers(1, 12), min_size=1, max_size=4, unique=True).map(sorted))
@SOME
def test_adaptive_lengths(filler: tuple[Pack, Respondent], lengths: list[int]) -> None:
    """At each length the adaptive form has so many items, or all, each beginning like the one before."""
    pack, who = filler
    found = adaptive_lengths(pack, who, lengths)
    longest = list(found[-1].responses)

    assert [min(length, len(pack.items)) for length in lengths] == [len(one.responses) for one in found]
    assert [longest[: len(one.responses)] for one in found] == [list(one.responses) for one in found]
    assert all(who.responses[key] == response for key, response in found[-1].responses.items())


def test_adaptive_lengths_go_on_when_sure() -> None:
    """Unlike the quick form, the adaptive form of a given length does not stop early."""
    pack = pack_of([facet("a", keys=FOUR * 3), facet("b", keys=FOUR * 3)], {"p": (1, 0), "q": (0, 1)})
    who = Respondent(0, None, {i.key: 3 + i.keyed * (2 if i.facet == "a" else -2) for i in pack.items}, Random(1), 0)

    assert len(quick_items(pack, who).responses) < 24
    assert 24 == len(adaptive_lengths(pack, who, [24])[0].responses)


@given(packs(), st.integers(1, 12))
@SOME
def test_balanced_order(pack: Pack, length: int) -> None:
    """The fixed form has so many items, none twice, and begins like the quick form of someone without low answers."""
    found = [item.key for item in balanced_order(pack, length)]
    opening = [item.key for family in pack.breakers for item in opening_order(pack, family)[:2]]

    assert min(length, len(pack.items)) == len(found) == len(set(found))
    assert opening[:length] == found[: len(opening)]


@given(packs(keys=(PAIR, FOUR)), st.integers(1, 12))
@SOME
def test_balanced_order_is_balanced(pack: Pack, length: int) -> None:
    """In the fixed form positive and reversed items are never more than one apart, as long as there are both."""
    found = balanced_order(pack, length)

    assert all(abs(sum(item.keyed for item in found[:n])) <= 1 for n in range(len(found) + 1))


def test_balance_comes_back() -> None:
    """Where the opening has no reversed items to ask, the next ones are reversed until the keys are in balance."""
    facets = [facet("sulit", keys=(1, 1, 1, 1)), facet("a", keys=FOUR), facet("b", keys=FOUR)]
    pack = pack_of(facets, {"p": (1, 1, 0), "q": (1, 0, 1)}, {"p": {"sulit"}, "q": {"sulit"}})
    found = balanced_order(pack, 8)

    assert ["sulit", "sulit"] == [item.facet for item in found[:2]]
    assert [1, 1, -1, -1] == [item.keyed for item in found[:4]]
    assert all(abs(sum(item.keyed for item in found[:n])) <= 1 for n in range(4, 9))


def test_balanced_order_asks_what_tells_apart() -> None:
    """The fixed form asks about what sets roles apart, each facet once and then again, before shared facets."""
    facets = [facet("umum"), facet("a"), facet("b"), facet("c")]
    pack = pack_of(facets, {"p": (1, 1, 0, 0), "q": (1, 0, 1, 0), "r": (1, 0, 0, 1)})
    found = [item.facet for item in balanced_order(pack, 8)]

    assert ["a", "b", "c", "a", "b", "c", "umum", "umum"] == found


def test_balanced_order_of_the_shipped_pack(pack: Pack) -> None:
    """With the shipped pack, too: deal-breakers first, then thirty items in balance, no shared facet among the rest."""
    found = balanced_order(pack, most_items(pack))
    opening = 2 * len(pack.breakers)

    assert opening_item(pack, Answers(), [item.key for item in found[:opening]]) is None
    assert [i.key for i in balanced_order(pack, 10)] == [i.key for i in found[:10]]
    assert not pack.shared.intersection(item.facet for item in found[opening:])
    assert 0 == sum(item.keyed for item in found)


@pytest.mark.parametrize("length", [10, 20, 30])
def test_fixed_forms_of_each_length(pack: Pack, length: int) -> None:
    """A shorter fixed form is the beginning of a longer one."""
    assert balanced_order(pack, length) == balanced_order(pack, most_items(pack))[:length]
