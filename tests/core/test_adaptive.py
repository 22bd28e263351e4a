"""The quick form: which item comes next, and when to stop."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from statistics import median
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerfit.core.adaptive import (
    MOST_ITEMS,
    NEAR,
    OPENING,
    OPENING_LOW,
    OPENING_MORE,
    SURE,
    best_item,
    information,
    next_item,
    open_choices,
    opening_item,
    opening_order,
    shown_probabilities,
)
from careerfit.core.confidence import probabilities
from careerfit.core.model import Answers, Item, Pack
from careerfit.core.person import person, tally
from careerfit.core.scoring import facet_values, scores

from . import gaussian
from .build import PAIR, facet, pack_of
from .strategies import MANY, SOME, Someone, packs, people

FOUR = (1, -1, 1, -1)


def guarded(keys: Sequence[Sequence[int]] = ((1, -1, 1, -1, 1, -1),), families: int = 1) -> Pack:
    """Two roles with so many deal-breaker families, a facet for each of ``keys``, and a facet of their own."""
    common = [
        facet(f"{letter}{n}", family=letter, keys=some) for letter in "uvw"[:families] for n, some in enumerate(keys)
    ]
    facets = [facet("a"), *common, facet("b")]
    names = [one.key for one in common]
    rows = {"p": (1, *(1 for _ in names), 0), "q": (0, *(1 for _ in names), 1)}
    return pack_of(facets, rows, dict.fromkeys(rows, names))


def opening(pack: Pack, *responses: int | None) -> list[str]:
    """The keys of the items that the opening asks of someone who says this, one after another."""
    asked: list[str] = []
    given_answers: dict[str, int] = {}
    for response in (*responses, None):
        item = opening_item(pack, Answers(given_answers), asked)
        if item is None:
            break
        asked.append(item.key)
        if response is not None:
            given_answers[item.key] = response
    return asked


def interview(pack: Pack, random: Random, skip: float = 0.2) -> list[tuple[Item, Answers]]:
    """The items of a quick interview with someone who answers and skips at random, with the answers before each."""
    found: list[tuple[Item, Answers]] = []
    given_answers: dict[str, int] = {}
    while (item := next_item(pack, Answers(given_answers), [one.key for one, _ in found])) is not None:
        found.append((item, Answers(dict(given_answers))))
        if random.random() >= skip:
            given_answers[item.key] = random.randint(1, 5)
    return found


# The opening


def test_how_the_opening_is_measured() -> None:
    """Two items of each deal-breaker family come first, and two more where those average 2.5 or less."""
    assert (2, 4, 2.5) == (OPENING, OPENING_MORE, OPENING_LOW)


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        (((1, 1, -1, -1),), ["u0-1", "u0-3", "u0-2", "u0-4"]),
        ((PAIR, PAIR), ["u0-1", "u1-2", "u1-1", "u0-2"]),
        (((1, 1), (1, -1)), ["u0-1", "u1-2", "u0-2", "u1-1"]),
        (((-1, -1, -1), (1,)), ["u1-1", "u0-1", "u0-2", "u0-3"]),
    ],
)
def test_keys_and_facets_take_turns(keys: Sequence[Sequence[int]], expected: list[str]) -> None:
    """A family opens with a positive item, then keys take turns, and facets as far as the keys let them."""
    assert expected == [item.key for item in opening_order(guarded(keys), "u")]


@given(packs())
@MANY
def test_the_opening_order_holds_every_item_once(pack: Pack) -> None:
    """Every item of a family stands once in its opening order, and keys take turns while there are both."""
    for family in pack.families:
        items = [item for one in pack.facets if one.family == family for item in one.items]
        ordered = opening_order(pack, family)
        turns = 2 * min(sum(i.keyed == 1 for i in items), sum(i.keyed == -1 for i in items))
        assert sorted(item.key for item in items) == sorted(item.key for item in ordered)
        assert [(-1) ** n for n in range(turns)] == [item.keyed for item in ordered[:turns]]


def test_two_items_of_each_family_come_first() -> None:
    """Each deal-breaker family opens with two items, one of each key, family after family."""
    assert ["u0-1", "u0-2", "v0-1", "v0-2"] == opening(guarded(families=2), 5, 1, 5, 1)


def test_two_more_where_the_first_are_low() -> None:
    """Where the two average 2.5 or less two more come, at once, and no more than those."""
    assert ["u0-1", "u0-2", "u0-3", "u0-4", "v0-1", "v0-2"] == opening(guarded(families=2), 3, 4, 1, 5, 5, 1)
    assert ["u0-1", "u0-2", "v0-1", "v0-2", "v0-3", "v0-4"] == opening(guarded(families=2), 3, 3, 1, 5, 1, 5)


def test_the_first_two_decide_alone() -> None:
    """High answers to the items that were added do not take back the second of them."""
    assert ["u0-1", "u0-2", "u0-3", "u0-4"] == opening(guarded(), 2, 4, 5, 1)


def test_skipping_in_the_opening() -> None:
    """A skipped item is not asked again; the other one decides alone, and where both were skipped nothing is added."""
    assert ["u0-1", "u0-2", "u0-3", "u0-4"] == opening(guarded(), 1, None, None, None)
    assert ["u0-1", "u0-2"] == opening(guarded(), None, None)
    assert ["u0-1", "u0-2"] == opening(guarded(), None, 1)


def test_nothing_opens_without_deal_breakers() -> None:
    """A pack without deal-breaker families has no opening."""
    assert [] == opening(pack_of([facet("a"), facet("b")], {"p": (1, 0), "q": (0, 1)}))


@pytest.mark.parametrize("response", [1, 3, 5])
def test_the_shipped_pack_opens_with_its_deal_breakers(pack: Pack, response: int) -> None:
    """The shipped pack opens with two items of each deal-breaker family, whatever else would tell more."""
    asked: dict[str, int] = {}
    for _ in range(4):
        item = next_item(pack, Answers(asked), asked)
        assert item is not None
        asked[item.key] = response if item.keyed > 0 else 6 - response
        if response == 1 and len(asked) == 2:
            break
    families = [pack.facet(pack.item_by_key[key].facet).family for key in asked]

    assert [family for family in pack.breakers for _ in range(2)][: len(asked)] == families


# Stopping


@given(packs(), st.randoms())
@MANY
def test_no_item_is_asked_twice(pack: Pack, random: Random) -> None:
    """No item comes again, skipped or answered, and never more than the most are asked."""
    keys = [item.key for item, _ in interview(pack, random)]

    assert len(set(keys)) == len(keys) <= MOST_ITEMS


@given(people())
@MANY
def test_when_the_items_end(someone: Someone) -> None:
    """After the opening, items go on while there are any, the leader is not sure, and the most are not reached."""
    pack, answers = someone
    asked = list(answers.responses)
    leading = max(shown_probabilities(pack, answers))
    done = len(asked) == len(pack.items) or len(asked) >= MOST_ITEMS or leading >= SURE
    first = opening_item(pack, answers, asked)

    assert (first or (None if done else best_item(pack, answers, asked))) == next_item(pack, answers, asked)
    assert done == (next_item(pack, answers, asked) is None) or first is not None


def test_never_more_than_the_most(pack: Pack) -> None:
    """Someone who skips everything is asked thirty items of the shipped pack and no more."""
    asked: list[str] = []
    while (item := next_item(pack, Answers(), asked)) is not None:
        asked.append(item.key)

    assert MOST_ITEMS == len(asked) == len(set(asked)) == 30


def test_stops_when_sure() -> None:
    """Items end as soon as the leader's probability reaches 0.9, which is when it is shown."""
    facets = [facet("a", keys=FOUR * 3), facet("b", keys=FOUR * 3)]
    pack = pack_of(facets, {"p": (1, 0), "q": (0, 1)})
    asked: dict[str, int] = {}
    before = 0.0
    while (item := next_item(pack, Answers(asked), asked)) is not None:
        before = max(shown_probabilities(pack, Answers(asked)))
        asked[item.key] = 3 + item.keyed * (1 if item.facet == "a" else -1)

    assert before < SURE <= max(shown_probabilities(pack, Answers(asked)))
    assert 0.9 == SURE
    assert len(asked) < len(pack.items)


@given(people())
@MANY
def test_what_stops_is_what_is_shown(someone: Someone) -> None:
    """The probabilities that stop the interview are those that a result shows."""
    pack, answers = someone
    values = facet_values(pack, answers)

    assert probabilities(pack, scores(pack, values), [v.count for v in values]) == shown_probabilities(pack, answers)


def test_nobody_waits_for_the_next_item(pack: Pack) -> None:
    """With the shipped pack, choosing the next item takes less than five milliseconds of the computer's time."""
    random = Random(1)
    given_answers: dict[str, int] = {}
    times: list[float] = []
    while True:
        start = process_time()
        item = next_item(pack, Answers(given_answers), given_answers)
        times.append(process_time() - start)
        if item is None:
            break
        given_answers[item.key] = random.randint(1, 5)

    assert median(times) < 0.005


# The best item


def test_open_choices() -> None:
    """Of each facet and key the first item that was not asked is open."""
    pack = guarded(((1, -1, 1, -1),))

    assert {(0, 1): "a-1", (1, 1): "u0-3", (1, -1): "u0-2", (2, -1): "b-2"} == {
        choice: item.key for choice, item in open_choices(pack, ["a-2", "u0-1", "b-1"]).items()
    }


@given(people())
@MANY
def test_information_is_that_of_the_normal_distribution(someone: Someone) -> None:
    """An item's information is how far the roles' expected responses spread, over the variance of the response."""
    pack, answers = someone
    truth = gaussian.posterior(pack, gaussian.observations(pack, answers))
    known = tally(pack, answers)
    choices = open_choices(pack, ())
    found = information(pack, known, person(pack, known), choices)

    assert {choice: truth.information(*choice) for choice in choices} == pytest.approx(found, abs=1e-9)


@given(people())
@MANY
def test_the_best_item(someone: Someone) -> None:
    """The best item is nearly the most telling one; of those that are, it keeps keys in balance, then tells most."""
    pack, answers = someone
    truth = gaussian.posterior(pack, gaussian.observations(pack, answers))
    choices = open_choices(pack, answers.responses)
    best = best_item(pack, answers, answers.responses)
    if best is None:
        assert {} == choices
        return
    worth = {item.key: truth.information(*choice) for choice, item in choices.items()}
    assume(max(worth.values()) > 1e-9)
    near = [item for item in choices.values() if worth[item.key] >= NEAR * max(worth.values()) - 1e-12]
    balance = sum(pack.item_by_key[key].keyed for key in answers.responses)
    even = min(abs(balance + item.keyed) for item in near)

    assert best.key in {item.key for item in near}
    assert even == abs(balance + best.keyed)
    assert worth[best.key] == pytest.approx(max(worth[i.key] for i in near if abs(balance + i.keyed) == even), abs=1e-9)


def test_near_equals() -> None:
    """Key balance decides only among items that tell nearly as much as the best."""
    assert 0.5 < NEAR < 1


def test_skipped_items_are_no_information() -> None:
    """Skipping an item leaves the choice among the others as it was."""
    pack = guarded(((1, -1, 1, -1),))

    assert best_item(pack, Answers(), ["b-1", "b-2"]) == best_item(pack, Answers(), ["b-2", "b-1", "b-1"])
    assert best_item(pack, Answers(), list(pack.item_by_key)) is None


@given(people(), st.randoms())
@SOME
def test_the_order_of_answers_is_nothing(someone: Someone, random: Random) -> None:
    """What comes next does not depend on the order in which the answers are held."""
    pack, answers = someone
    pairs = list(answers.responses.items())
    random.shuffle(pairs)
    asked = [key for key, _ in pairs]

    assert next_item(pack, answers, list(answers.responses)) == next_item(
        pack, Answers(dict(pairs), answers.duels), asked
    )


@given(packs(facets=(4, 8)), st.randoms())
@SOME
def test_each_item_follows_from_what_was_said(pack: Pack, random: Random) -> None:
    """Asked again at any point of an interview, the next item is the same."""
    steps = interview(pack, random)

    for n, (item, before) in enumerate(steps):
        assert item == next_item(pack, before, {one.key for one, _ in steps[:n]})
