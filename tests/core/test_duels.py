"""Duels: which of these two would you rather do?"""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from careerfit.core.confidence import ENOUGH
from careerfit.core.model import MOST_DUELS, Answers, Duel, DuelAnswer, Pack, Side
from careerfit.core.person import USUAL, tally
from careerfit.core.quick_form import next_duel, shown_probabilities, side_by_side
from careerfit.core.scoring import order

from . import gaussian
from .build import facet, pack_of
from .strategies import MANY, SIDES, Someone, packs, people, rivals


def twins(size: int = 8) -> Pack:
    """Two roles with so many marks each, and a shared facet."""
    facets = [facet("umum"), *(facet(f"{letter}{n}") for n in range(size) for letter in "ab")]
    return pack_of(facets, {"p": (1, *(1, 0) * size), "q": (1, *(0, 1) * size)})


def marks(pack: Pack, role: int, rival: int) -> list[int]:
    """The unshared facets (positions in the pack) that a role fully asks for and its rival asks for less."""
    mine, other = pack.relevance[role], pack.relevance[rival]
    return [t for t, one in enumerate(pack.facets) if one.key not in pack.shared and mine[t] == 1 > other[t]]


LOPSIDED = pack_of(
    [facet(letter) for letter in "abcdef"],
    {"p": (1, 1, 1, 0, 0, 0.5), "q": (0.5, 0, 0.5, 1, 1, 1), "r": (0.5, 0.5, 0, 0, 0, 0.5)},
)


def fight(pack: Pack, answers: Answers, sides: Sequence[Side | None]) -> list[tuple[Duel, Answers]]:
    """The duels that follow, one after another, with the answers before each; None skips one."""
    found: list[tuple[Duel, Answers]] = []
    for side in sides:
        duel = next_duel(pack, answers, [one for one, _ in found])
        if duel is None:
            break
        found.append((duel, answers))
        if side is not None:
            answers = Answers(answers.responses, (*answers.duels, DuelAnswer(duel.left, duel.right, side)))
    return found


@given(people(), st.lists(st.sampled_from([*SIDES, None]), min_size=8, max_size=8))
@MANY
def test_duels_of_any_interview(someone: Someone, sides: list[Side | None]) -> None:
    """At most six, between a mark of the leader and one of the second, no facet twice, while the leader is unsure."""
    pack, answers = someone
    found = fight(pack, Answers(answers.responses), sides)
    facets = [key for duel, _ in found for key in (duel.left, duel.right)]

    assert len(found) <= MOST_DUELS
    assert len(set(facets)) == len(facets)
    for duel, before in found:
        shown = shown_probabilities(pack, before)
        first, second = order(shown)[:2]
        pair = {pack.facet_index[duel.left], pack.facet_index[duel.right]}
        assert shown[first] < ENOUGH
        assert (
            1
            == len(pair.intersection(marks(pack, first, second)))
            == len(pair.intersection(marks(pack, second, first)))
        )


@given(people())
@MANY
def test_no_duel_without_need(someone: Someone) -> None:
    """Where the leader reaches 0.8, or one of the first two has no mark left, no duel comes; else one does."""
    pack, answers = someone
    shown = shown_probabilities(pack, answers)
    first, second = order(shown)[:2]
    fought = [Duel(duel.left, duel.right) for duel in answers.duels]
    used = {pack.facet_index[key] for duel in fought for key in (duel.left, duel.right)}
    free = all(set(marks(pack, k, m)) - used for k, m in ((first, second), (second, first)))
    due = free and shown[first] < ENOUGH and len(fought) < MOST_DUELS

    assert due == (next_duel(pack, answers, fought) is not None)


def test_at_most_six() -> None:
    """Six duels at most, though marks are left and nothing is decided; skipped ones count too."""
    pack = twins()

    assert 6 == MOST_DUELS == len(fight(pack, Answers(), [None] * 9))
    assert 6 == len(fight(pack, Answers(), ["left", "right", None] * 3))


def test_ends_when_marks_run_out() -> None:
    """When no marks are left there is nothing more to choose between."""
    assert 3 == len(fight(twins(3), Answers(), [None] * 9))


def test_ends_when_the_leader_is_clear() -> None:
    """Duels end once the leader reaches 0.8, which they bring about."""
    pack = twins()
    answers = Answers()
    fought: list[Duel] = []
    while (duel := next_duel(pack, answers, fought)) is not None:
        assert max(shown_probabilities(pack, answers)) < ENOUGH
        fought.append(duel)
        side: Side = "left" if duel.left.startswith("a") else "right"
        answers = Answers({}, (*answers.duels, DuelAnswer(duel.left, duel.right, side)))

    assert len(fought) < MOST_DUELS
    assert ENOUGH <= max(shown_probabilities(pack, answers)) == shown_probabilities(pack, answers)[0]


def test_one_role_has_no_rival() -> None:
    """A single role is never put in a duel."""
    assert next_duel(pack_of([facet("a"), facet("b")], {"p": (1, 0.5)}), Answers(), ()) is None


def worth(pack: Pack, answers: Answers, a: int, b: int) -> float:
    """How much a duel of two facets tells: how far the roles' expected gaps spread, over the noise of that gap."""
    truth = gaussian.posterior(pack, gaussian.observations(pack, answers))
    gap = truth.look(a, 0)[0] - truth.look(b, 0)[0]
    counts = [one.count for one in tally(pack, answers)]
    own = sum(1 / (1 / USUAL.deviation**2 + counts[t] / USUAL.noise**2) for t in (a, b))
    return gaussian.spread(gap, truth.weights) / (2 * USUAL.noise**2 + own)


@given(people(rivals(), most=5))
@example((LOPSIDED, Answers({"d-1": 1, "e-2": 1, "b-2": 3})))
@example((LOPSIDED, Answers({"e-2": 4, "b-1": 2, "e-1": 5, "d-1": 1})))
@example((LOPSIDED, Answers({"b-1": 5, "e-1": 5, "f-1": 2, "b-2": 5, "d-1": 4, "a-1": 4, "e-2": 3, "f-2": 4})))
@MANY
def test_the_most_telling_duel_comes_first(someone: Someone) -> None:
    """Of all pairs of marks left the one that tells most is put; the first in the pack's order among equals."""
    pack, answers = someone
    fought = [Duel(duel.left, duel.right) for duel in answers.duels]
    duel = next_duel(pack, answers, fought)
    assume(duel is not None)
    assert duel is not None
    first, second = order(shown_probabilities(pack, answers))[:2]
    used = {key for one in fought for key in (one.left, one.right)}
    ours, theirs = (
        [t for t in marks(pack, *pair) if pack.facets[t].key not in used] for pair in ((first, second), (second, first))
    )
    values = {(a, b): worth(pack, answers, a, b) for a in ours for b in theirs}
    best = min(pair for pair, value in values.items() if value >= max(values.values()) - 5e-10)

    assert {pack.facets[t].key for t in best} == {duel.left, duel.right}


def test_the_first_among_equals() -> None:
    """Of pairs that tell as much, the one with the leader's earlier mark is put, though its rival's comes later."""
    facets = [facet(key) for key in ("a1", "a2", "b1", "b2")]
    pack = pack_of(facets, {"p": (1, 1, 0, 0), "q": (0, 0, 1, 1), "r": (1, 0, 1, 0)})

    assert worth(pack, Answers(), 0, 3) == pytest.approx(worth(pack, Answers(), 1, 2))
    assert Duel("a1", "b2") == next_duel(pack, Answers(), ())


@given(packs(facets=(2, 8)), st.data())
@MANY
def test_a_pair_stands_one_way_round(pack: Pack, data: st.DataObject) -> None:
    """A pair always stands the same way round, whoever leads."""
    a, b = data.draw(st.permutations(range(len(pack.facets))))[:2]

    assert side_by_side(pack, a, b) == side_by_side(pack, b, a)
    assert {pack.facets[a].key, pack.facets[b].key} == {side_by_side(pack, a, b).left, side_by_side(pack, a, b).right}


def test_sides_by_hand() -> None:
    """The earlier facet stands left where the two positions add up to an odd number, else right."""
    pack = pack_of([facet("a"), facet("b"), facet("c")], {"p": (1, 0, 1), "q": (0, 1, 0)})

    assert [Duel("a", "b"), Duel("c", "a"), Duel("b", "c")] == [
        side_by_side(pack, a, b) for a, b in ((0, 1), (0, 2), (2, 1))
    ]


def test_neither_side_is_the_leaders(pack: Pack) -> None:
    """Over many interviews the leader's mark stands left about as often as right, and so does the earlier facet."""
    random = Random(7)
    leaders: list[bool] = []
    earlier: list[bool] = []
    for _ in range(40):
        answers = Answers({key: random.randint(2, 4) for key in random.sample(list(pack.item_by_key), 30)})
        for duel, before in fight(pack, answers, [random.choice([*SIDES]) for _ in range(MOST_DUELS)]):
            first, second = order(shown_probabilities(pack, before))[:2]
            left, right = pack.facet_index[duel.left], pack.facet_index[duel.right]
            leaders.append(left in marks(pack, first, second))
            earlier.append(left < right)

    assert len(leaders) > 100
    assert 0.3 < sum(leaders) / len(leaders) < 0.7
    assert 0.3 < sum(earlier) / len(earlier) < 0.7


@pytest.mark.parametrize("reverse", [False, True])
def test_the_order_of_answers_is_nothing(reverse: bool) -> None:
    """Which duel comes does not depend on the order in which the answers are held."""
    pack = twins()
    pairs = [("a0-1", 4), ("b3-2", 2), ("b0-1", 4), ("umum-1", 5)]
    answers = Answers(dict(reversed(pairs) if reverse else pairs))

    assert next_duel(pack, Answers(dict(pairs)), ()) == next_duel(pack, answers, ())
