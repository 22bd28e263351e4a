"""The quick form: which item comes next, and when to stop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random
from statistics import median
from time import process_time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerfit.core.confidence import probabilities
from careerfit.core.model import Answers, DuelAnswer, Item, Pack
from careerfit.core.person import coherence, person, tally
from careerfit.core.quality import INCOHERENT
from careerfit.core.quick_form import (
    BOTH_WAYS,
    BREAKER_FIRST,
    BREAKER_LOW,
    BREAKER_MOST,
    DOUBTFUL,
    LEAST_ITEMS,
    MOST_CHECKS,
    NEAR,
    SURE,
    best_item,
    check_item,
    information,
    is_sure,
    most_items,
    next_item,
    open_choices,
    opening_item,
    opening_order,
    shown_probabilities,
)
from careerfit.core.results.result import evaluate
from careerfit.core.scoring import facet_values, scores
from careerfit.simulation.respondents import Respondent, decisive, dice, straight, uneven

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
    assert (2, 4, 2.5) == (BREAKER_FIRST, BREAKER_MOST, BREAKER_LOW)


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
    """No item comes again, skipped or answered, and never more than the most are asked, and four that check."""
    keys = [item.key for item, _ in interview(pack, random)]

    assert len(set(keys)) == len(keys) <= most_items(pack) + MOST_CHECKS


@given(people())
@MANY
def test_when_the_items_end(someone: Someone) -> None:
    """After the opening, items go on until the leader is sure or the most are reached; then come those that check.

    Before the most are reached, answers that are inconsistent or all alike do not end it.
    """
    pack, answers = someone
    asked = list(answers.responses)
    best, check = best_item(pack, answers, asked), check_item(pack, answers, asked)
    more = len(asked) < most_items(pack)
    unclear = coherence(pack, answers) <= INCOHERENT or answers.is_uniform
    doubtful = coherence(pack, answers) <= DOUBTFUL

    if first := opening_item(pack, answers, asked):
        expected: Item | None = first
    elif more and not is_sure(pack, answers):
        expected = best
    else:
        expected = (check if doubtful else None) or (best if more and unclear else None)
    assert expected == next_item(pack, answers, asked)


@given(people())
@MANY
def test_sure_is_who_answered_enough(someone: Someone) -> None:
    """The leader is sure from 0.9 on, and not before twelve answers."""
    pack, answers = someone

    assert (12, 0.9) == (LEAST_ITEMS, SURE)
    assert (len(answers.responses) >= 12 and max(shown_probabilities(pack, answers)) >= 0.9) == is_sure(pack, answers)


def roles_with_items(count: int) -> Pack:
    """So many roles with a facet of their own, of eight items each."""
    letters = "abcdefghijklmnopqrstuvwxy"[:count]
    facets = [facet(letter, keys=FOUR * 2) for letter in letters]
    return pack_of(facets, {f"role-{one}": tuple(int(one == other) for other in letters) for one in letters})


@pytest.mark.parametrize(("roles", "expected"), [(2, 30), (5, 30), (6, 33), (8, 39), (16, 52), (25, 60)])
def test_more_roles_take_more_items(roles: int, expected: int) -> None:
    """Thirty items at most among up to five roles, twice as many among their square: the logarithm counts."""
    assert expected == most_items(roles_with_items(roles))


@pytest.mark.parametrize("roles", [5, 8])
def test_never_more_than_the_most(roles: int) -> None:
    """Someone who skips everything is asked the most items, none twice, and no more."""
    pack = roles_with_items(roles)
    asked: list[str] = []
    while (item := next_item(pack, Answers(), asked)) is not None:
        asked.append(item.key)

    assert most_items(pack) == len(asked) == len(set(asked))


def test_the_shipped_pack_asks_thirty_at_most(pack: Pack) -> None:
    """Its quick form keeps the length that it was tried with."""
    assert 30 == most_items(pack)


@pytest.mark.parametrize("neutral", [0, 12])
def test_stops_when_sure(neutral: int) -> None:
    """Items end as soon as the leader's probability reaches 0.9, which is when it is shown, but not before twelve."""
    facets = [facet("a", keys=FOUR * 3), facet("b", keys=FOUR * 3)]
    pack = pack_of(facets, {"p": (1, 0), "q": (0, 1)})
    asked: dict[str, int] = {}
    sure: list[bool] = []
    while (item := next_item(pack, Answers(asked), asked)) is not None:
        step = 0 if len(asked) < neutral else 1 if item.facet == "a" else -1
        asked[item.key] = 3 + item.keyed * step
        sure.append(max(shown_probabilities(pack, Answers(asked))) >= SURE)

    assert max(LEAST_ITEMS, sure.index(True) + 1) == len(asked) < len(pack.items)
    assert (neutral == 0) == (len(asked) == LEAST_ITEMS)


def test_answers_all_alike_do_not_stop_it() -> None:
    """Somebody who gives one answer throughout is asked on, though it makes one role's probability high."""
    facets = [facet("a", keys=(1,) * 8), facet("b", keys=(-1,) * 8)]
    pack = pack_of(facets, {"p": (1, 0), "q": (0, 1)})
    asked: dict[str, int] = {}
    while (item := next_item(pack, Answers(asked), asked)) is not None:
        asked[item.key] = 5

    assert SURE <= max(shown_probabilities(pack, Answers(asked)))
    assert list(pack.item_by_key) == sorted(asked)


STYLES = ("decisive", "cautious", "uneven", "agreeing", "random", "straight")


@st.composite
def made_up(draw: st.DrawFn, pack: Pack) -> Respondent:
    """Somebody of any style of answering, careful or careless, with noise or without."""
    random = Random(draw(st.integers(0, 9999)))
    role, noise = draw(st.integers(0, len(pack.roles) - 1)), draw(st.sampled_from((0.0, 0.5, 0.8)))
    style = draw(st.sampled_from(STYLES))
    if style == "random":
        return dice(pack, role, random)
    if style == "straight":
        return straight(pack, role, draw(st.integers(1, 5)), random)
    if style == "uneven":
        return uneven(pack, role, noise, random)
    high, low = draw(st.sampled_from(((4, 3), (3, 1), (4, 2)) if style == "cautious" else ((5, 1), (5, 2), (4, 1))))
    who = decisive(pack, role, high, low, noise, random)
    shift = style == "agreeing"
    return replace(who, responses={key: min(5, response + shift) for key, response in who.responses.items()})


@given(st.data(), st.sampled_from((0.0, 0.0, 0.3)))
@MANY
def test_never_stops_early_to_say_that_it_is_unclear(pack: Pack, data: st.DataObject, skip: float) -> None:
    """Whoever ends before the most items is told a verdict, whatever their style: the form stopped because it is sure.

    No more than four items that check follow the last of the others, and each asks about a facet that was answered.
    """
    who = data.draw(made_up(pack))
    asked: list[str] = []
    given_answers: dict[str, int] = {}
    while (item := next_item(pack, Answers(given_answers), asked)) is not None:
        asked.append(item.key)
        if who.random.random() >= skip:
            given_answers[item.key] = who.responses[item.key]
    result = evaluate(pack, Answers(given_answers))

    if len(asked) < most_items(pack):
        assert result.verdict.kind in {"clear", "misfit"}
        assert result.ranking[0].probability >= SURE
        assert len(given_answers) >= LEAST_ITEMS
    assert len(asked) <= most_items(pack) + MOST_CHECKS
    checks = [pack.item_by_key[key] for key in asked[most_items(pack) :]]
    assert all(
        any(i.facet == one.facet and i.keyed == -one.keyed for i in map(pack.item_by_key.__getitem__, given_answers))
        for one in checks
    )


# Items that check


def test_how_checking_is_measured() -> None:
    """Items check where dice explain the answers no worse, until five facets are known both ways, or four more."""
    assert (4, 5, 0.0) == (MOST_CHECKS, BOTH_WAYS, DOUBTFUL)


def test_the_clearest_answer_is_checked_first() -> None:
    """The opposite is asked of the facet that lies furthest from the middle; the first in the pack among equals."""
    pack = pack_of([facet(letter) for letter in "abcd"], {"p": (1, 1, 0, 0), "q": (0, 0, 1, 1)})

    def after(**responses: int) -> str | None:
        answers = Answers({f"{key}-1": response for key, response in responses.items()})
        found = check_item(pack, answers, answers.responses)
        return found and found.key

    assert ["b-2", "c-2", "a-2", "d-2"] == [
        after(a=4, b=5, c=2, d=3),
        after(a=4, b=2, c=1, d=5),
        after(a=1, b=5, c=2, d=4),
        after(d=3),
    ]
    assert after() is None


def test_it_is_the_facets_mean_that_counts() -> None:
    """How far a facet lies from the middle is told by the mean of its answers, not by their number or by duels."""
    facets = [facet("a", keys=(1, 1, -1)), facet("b"), facet("c")]
    pack = pack_of(facets, {"p": (1, 1, 0), "q": (0, 0, 1)})
    answers = Answers({"a-1": 4, "a-2": 4, "b-1": 5}, (DuelAnswer("c", "b", "left"),))
    without = Answers({"a-1": 4, "a-2": 4}, answers.duels)

    assert "b-2" == getattr(check_item(pack, answers, ["a-1", "a-2", "b-1"]), "key", None)
    assert "a-3" == getattr(check_item(pack, without, ["a-1", "a-2"]), "key", None)


def test_what_is_not_checked() -> None:
    """A facet is checked where it was answered and asked about one way only; a skipped item needs no opposite."""
    pack = pack_of([facet("a", keys=FOUR), facet("b"), facet("c", keys=(1, 1))], {"p": (1, 1, 0), "q": (0, 0, 1)})

    assert "a-2" == getattr(check_item(pack, Answers({"a-1": 5}), ["a-1"]), "key", None)
    assert check_item(pack, Answers({"a-1": 5}), ["a-1", "a-2"]) is None
    assert check_item(pack, Answers({"a-1": 5}), ["a-1", "a-4"]) is None
    assert check_item(pack, Answers(), ["b-1"]) is None
    assert check_item(pack, Answers({"c-1": 5}), ["c-1"]) is None


def many(size: int) -> Pack:
    """Two roles with so many facets between them."""
    facets = [facet(f"f{n}") for n in range(size)]
    return pack_of(facets, {"p": [n % 2 for n in range(size)], "q": [1 - n % 2 for n in range(size)]})


@pytest.mark.parametrize(("pairs", "checked"), [(0, True), (4, True), (5, False), (6, False), (14, False)])
def test_checking_ends_when_enough_is_known_both_ways(pairs: int, checked: bool) -> None:
    """Once five facets were asked about both ways, no more are, before the most items were asked."""
    asked = ["f15-1", *(f"f{n}-{way}" for n in range(pairs) for way in (1, 2))]

    assert checked == (check_item(many(16), Answers(dict.fromkeys(asked, 5)), asked) is not None)


@pytest.mark.parametrize("pairs", [0, 5, 12])
@pytest.mark.parametrize(("size", "checked"), [(30, True), (33, True), (34, False)])
def test_four_more_items_check_after_the_most(size: int, checked: bool, pairs: int) -> None:
    """After thirty items up to four check, however many facets were asked about both ways."""
    asked = [f"f{n}-{way}" for n in range(pairs) for way in (1, 2)]
    asked += [f"f{n}-1" for n in range(pairs, pairs + size - len(asked))]

    assert checked == (check_item(many(40), Answers(dict.fromkeys(asked, 5)), asked) is not None)


def test_somebody_decisive_is_checked_and_cleared(pack: Pack) -> None:
    """Somebody decisive is asked about a few facets the other way, and then the form ends, and they are not flagged."""
    for role in range(len(pack.roles)):
        who = decisive(pack, role, 5, 1, 0.0, Random(1))
        given_answers: dict[str, int] = {}
        while (item := next_item(pack, Answers(given_answers), given_answers)) is not None:
            given_answers[item.key] = who.responses[item.key]
        result = evaluate(pack, Answers(given_answers))
        assert ("clear", (pack.roles[role].slug,), ()) == (*result.verdict[:2], result.quality.flags)
        assert len(given_answers) <= LEAST_ITEMS + MOST_CHECKS + 1


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
