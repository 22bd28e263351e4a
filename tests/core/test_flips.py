"""Flips: the smallest changes of answers that put another role first, held against every possible change."""

from __future__ import annotations

from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerfit.core.model import Answers, DuelAnswer, Pack
from careerfit.core.results.flips import FLIP_ANSWERS, MOST_FLIPS, Change, Flip, flips
from careerfit.core.scoring import effective_points, facet_values, order, scores

from . import oracle
from .build import facet, pack_of, strengths, two_apart
from .strategies import MANY, SOME, Someone, packs, people

FEW = 6
"""So many items at most are answered: every change of all of them is tried."""
FOUR = (1, -1, 1, -1)
SMALL = packs(roles=(2, 4), facets=(2, 5))

Smallest = tuple[set[tuple[tuple[Change, ...], str]], int | None]


def leader(pack: Pack, answers: Answers) -> str:
    """The role that comes first."""
    return pack.roles[order(scores(pack, facet_values(pack, answers)))[0]].slug


def changed(answers: Answers, changes: tuple[Change, ...]) -> Answers:
    """The answers after these changes."""
    return Answers({**answers.responses, **{change.item: change.after for change in changes}}, answers.duels)


def by_brute_force(pack: Pack, answers: Answers) -> Smallest:
    """All smallest changes, found by trying every change, with the role that then leads; how many answers they take."""
    given_places = [n for n, item in enumerate(pack.items) if item.key in answers.responses]
    base = oracle.row(pack, answers)
    grid = np.array(list(product(range(1, 6), repeat=len(given_places))), dtype=float)
    rows = np.repeat(base, len(grid), axis=0)
    rows[:, given_places] = grid
    first = oracle.leaders(oracle.scores(pack, oracle.values(pack, rows, answers)))
    moved = np.abs(grid - base[:, given_places])
    count, steps = (moved > 0).sum(axis=1), moved.sum(axis=1)
    other = first != first[count == 0][0]
    if not other.any():
        return set(), None
    size = int(count[other].min())
    best = other & (count == size)
    best &= steps == steps[best].min()
    found = set()
    for n in np.flatnonzero(best):
        items = [pack.items[place] for place, step in zip(given_places, moved[n], strict=True) if step]
        after = [int(r) for r, step in zip(grid[n], moved[n], strict=True) if step]
        changes = tuple(Change(i.key, answers.responses[i.key], a) for i, a in zip(items, after, strict=True))
        found.add((changes, pack.roles[first[n]].slug))
    return found, size


def assert_smallest(pack: Pack, answers: Answers) -> None:
    """The flips are those that trying all changes finds: as few answers, as few steps, and the same leader."""
    expected, size = by_brute_force(pack, answers)
    found, found_size = flips(pack, answers)

    assert size == found_size
    if size is None or size > FLIP_ANSWERS:
        assert () == found
    elif len(expected) <= MOST_FLIPS:
        assert expected == {(flip.changes, flip.leader) for flip in found}
    else:
        assert MOST_FLIPS == len(found)
        assert expected >= {(flip.changes, flip.leader) for flip in found}


@given(people(SMALL, most=FEW))
@SOME
def test_flips_are_the_smallest_changes(someone: Someone) -> None:
    """The flips are all the changes of fewest answers and fewest steps that change the leader, to the one they name."""
    assert_smallest(*someone)


@given(people())
@MANY
def test_a_flip_puts_the_role_first_that_it_names(someone: Someone) -> None:
    """Each flip, applied, puts the role first that it names, and that is another one than now."""
    pack, answers = someone
    found, size = flips(pack, answers)

    assert len(set(found)) == len(found) <= MOST_FLIPS
    for flip in found:
        assert size == len(flip.changes)
        assert flip.leader == leader(pack, changed(answers, flip.changes)) != leader(pack, answers)


@given(people())
@MANY
def test_a_flip_can_be_read_off_the_answers(someone: Someone) -> None:
    """A flip changes given answers to others on the scale, without a step that it does not need."""
    pack, answers = someone
    found, _ = flips(pack, answers)

    for flip in found:
        for n, change in enumerate(flip.changes):
            step = 1 if change.after > change.before else -1
            fewer = (*flip.changes[:n], Change(change.item, change.before, change.after - step), *flip.changes[n + 1 :])
            assert answers.responses[change.item] == change.before != change.after
            assert change.after in (1, 2, 3, 4, 5)
            assert isinstance(change.after, int)
            assert leader(pack, answers) == leader(pack, changed(answers, fewer))


@given(people(SMALL))
@MANY
def test_flips_stand_in_the_packs_order(someone: Someone) -> None:
    """Flips, and the changes in each, come in the pack's order of items, downward steps first, in any process alike."""
    pack, answers = someone
    places = {item.key: n for n, item in enumerate(pack.items)}
    found, _ = flips(pack, answers)
    written = [[(places[c.item], c.after - c.before) for c in flip.changes] for flip in found]

    assert sorted(sorted(moves) for moves in written) == written


def test_one_answer_by_hand() -> None:
    """One step more than drawing level puts the second role first where the alphabet is not on its side."""
    answers = Answers({"a-1": 4, "b-1": 3})
    expected = (
        Flip((Change("a-1", 4, 2),), "q"),
        Flip((Change("b-1", 3, 5),), "q"),
    )

    assert (expected, 1) == flips(two_apart(), answers)


def test_drawing_level_is_enough_by_the_alphabet() -> None:
    """Drawing level is enough for the role that then stands first in the alphabet."""
    answers = Answers({"a-1": 3, "b-1": 4})
    expected = (Flip((Change("a-1", 3, 4),), "p"), Flip((Change("b-1", 4, 3),), "p"))

    assert (expected, 1) == flips(two_apart(), answers)


def test_two_answers_by_hand() -> None:
    """Where no single answer is enough, pairs are listed, and of all pairs those with the fewest steps."""
    answers = Answers({"a-1": 5, "a-2": 1, "b-1": 3, "b-2": 3})
    found, size = flips(two_apart(), answers)

    assert 2 == size
    assert {5} == {sum(abs(c.after - c.before) for c in flip.changes) for flip in found}
    assert Flip((Change("a-1", 5, 1), Change("b-2", 3, 2)), "q") in found


def test_changes_stand_in_the_packs_order() -> None:
    """The changes of a flip come in the pack's order of items, whatever their names."""
    pack = pack_of([facet("b"), facet("a")], {"p": (1, 0), "q": (0, 1)})
    found, _ = flips(pack, Answers({"a-1": 3, "a-2": 3, "b-1": 5, "b-2": 1}))

    assert Flip((Change("b-1", 5, 1), Change("a-2", 3, 2)), "q") in found


def test_answers_of_little_weight() -> None:
    """Where a step of an answer moves the gap by less than a point, flips still go the way that closes it."""
    letters = "abcdefghijklmn"
    pack = pack_of([facet(letter) for letter in letters], {"p": (1,) * 7 + (0,) * 7, "q": (0,) * 7 + (1,) * 7})
    answers = {**strengths(pack, dict.fromkeys(letters, 3)).responses, "a-1": 4}
    found, size = flips(pack, Answers(answers))

    assert (1, MOST_FLIPS) == (size, len(found))
    assert Flip((Change("a-1", 4, 2),), "q") == found[0]
    assert {"q"} == {flip.leader for flip in found}


def test_two_small_steps() -> None:
    """Where one step of each of two answers is enough, and of no single one, these two steps are the flip."""
    facets = [facet("a", keys=(1,)), facet("b", keys=(1,)), facet("c", keys=FOUR), facet("d", keys=FOUR)]
    pack = pack_of(facets, {"p": (1, 0, 1, 0), "q": (0, 1, 0, 1)})
    answers = strengths(pack, {"a": 4, "b": 2, "c": 1, "d": 5})

    assert ((Flip((Change("a-1", 4, 5), Change("b-1", 2, 1)), "p"),), 2) == flips(pack, answers)


def test_two_large_steps() -> None:
    """Where only two answers from one end of the scale to the other are enough, those are the flips."""
    pack = pack_of([facet("c", keys=(1,) * 4), facet("d", keys=(1,) * 4)], {"p": (1, 0), "q": (0, 1)})
    answers = Answers({"c-1": 1, "c-2": 1, "c-3": 1, "c-4": 5, "d-1": 5, "d-2": 5, "d-3": 5, "d-4": 1})
    found, size = flips(pack, answers)
    from_end_to_end = [Change(key, r, 6 - r) for key, r in answers.responses.items() if not key.endswith("4")]

    assert [Flip(pair, "p") for pair in combinations(from_end_to_end, 2)][:MOST_FLIPS] == list(found)
    assert {int} == {type(change.after) for flip in found for change in flip.changes}
    assert 2 == size


def test_solid_results() -> None:
    """Where two answers are not enough their number is told, and nothing is listed."""
    answers = Answers({"a-1": 5, "a-2": 1, "b-1": 1, "b-2": 5})

    assert ((), 3) == flips(two_apart(), answers)


def test_nothing_to_change() -> None:
    """Without answers, or where no answer can matter, nothing changes the leader."""
    alike = pack_of([facet("a"), facet("b")], {"p": (1, 1), "q": (1, 1)})

    assert ((), None) == flips(two_apart(), Answers())
    assert ((), None) == flips(alike, Answers({"a-1": 5, "b-1": 1}))


def test_what_duels_decided_cannot_be_changed() -> None:
    """Only answers to items are changed: where duels keep the leader ahead of anything they can do, none is enough."""
    pack = pack_of(
        [facet(letter, keys=(1,)) for letter in "abcdef"], {"p": (1, 1, 1, 0, 0, 0), "q": (0, 0, 0, 1, 1, 1)}
    )
    duels = (DuelAnswer("a", "d", "left"), DuelAnswer("b", "e", "left"))

    assert ((), None) == flips(pack, Answers({}, duels))


def test_no_more_than_twelve() -> None:
    """Of many equally small flips the first twelve in the pack's order are listed."""
    letters = "abcdefghijklmn"
    facets = [facet(letter) for letter in letters]
    pack = pack_of(facets, {"p": (1, 0) * 7, "q": (0, 1) * 7})
    found, size = flips(pack, strengths(pack, dict.fromkeys(letters, 3)))

    assert (1, 12, 12) == (size, len(found), MOST_FLIPS)
    assert [item.key for item in pack.items[:12]] == [flip.changes[0].item for flip in found]


@given(people(duels=True), st.data())
@MANY
def test_effective_points_are_what_one_step_does(someone: Someone, data: st.DataObject) -> None:
    """A gap grows by the effective points of a facet, however much is unanswered, as a keyed response to it rises."""
    pack, answers = someone
    values = facet_values(pack, answers)
    points = pack.table.points
    gaps = [a - b for a, b in zip(points[0], points[1], strict=True)]
    effective = effective_points(pack, values, gaps)
    below = [key for key, r in answers.responses.items() if 1 <= r + pack.item_by_key[key].keyed <= 5]
    assume(below)
    item = pack.item_by_key[data.draw(st.sampled_from(below))]
    after = scores(
        pack, facet_values(pack, changed(answers, (Change(item.key, 0, answers.responses[item.key] + item.keyed),)))
    )
    before = scores(pack, values)
    t = pack.facet_index[item.facet]

    assert (after[0] - after[1]) - (before[0] - before[1]) == pytest.approx(
        effective[t] / 4 / values[t].count, abs=1e-9
    )
