"""When a full interview is decided: an exact bound, held against all possible completions."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.model import Answers, DuelAnswer, Pack
from careerfit.core.results.flips import decided
from careerfit.core.scoring import facet_values, order, scores

from . import oracle
from .build import facet, pack_of, strengths, two_apart
from .strategies import SOME, Someone, packs, people

OPEN = 4
"""So many items at most are left open: every completion of them is tried."""


@st.composite
def nearly_done(draw: st.DrawFn) -> Someone:
    """Someone who answered all but a few items of a small pack."""
    pack, answers = draw(people(packs(roles=(2, 4), facets=(2, 6)), complete=True))
    left = draw(st.integers(1, OPEN))
    kept = dict(list(answers.responses.items())[left:])
    if draw(st.booleans()):
        role = draw(st.integers(0, len(pack.roles) - 1))
        whole = {f.key: 5 if e else 1 for f, e in zip(pack.facets, pack.relevance[role], strict=True)}
        kept = {key: strengths(pack, whole).responses[key] for key in kept}
    return pack, Answers(kept, answers.duels)


def completions(pack: Pack, answers: Answers, *, left_out: bool) -> oracle.Array:
    """Every way to answer the items that are left, some of them left out or not, a row each."""
    free = [n for n, item in enumerate(pack.items) if item.key not in answers.responses]
    options = [1.0, 2.0, 3.0, 4.0, 5.0, *([np.nan] if left_out else [])]
    grid = np.array(list(product(options, repeat=len(free))))
    rows = np.repeat(oracle.row(pack, answers), len(grid), axis=0)
    rows[:, free] = grid
    return oracle.scores(pack, oracle.values(pack, rows, answers))


@given(nearly_done())
@SOME
def test_decided_is_decided(someone: Someone) -> None:
    """No way to answer what is left, in full or leaving some of it out, changes a leader that was decided."""
    pack, answers = someone
    if decided(pack, answers):
        now = order(scores(pack, facet_values(pack, answers)))[0]
        assert {now} == set(oracle.leaders(completions(pack, answers, left_out=True)).tolist())


@given(nearly_done())
@SOME
def test_undecided_is_undecided(someone: Someone) -> None:
    """Where it is not decided some way to answer the items that are left makes another leader, or draws level."""
    pack, answers = someone
    if not decided(pack, answers):
        found = completions(pack, answers, left_out=False)
        several = len(set(oracle.leaders(found).tolist())) > 1
        best = np.sort(found, axis=1)
        assert several or (best[:, -1] - best[:, -2] < 1e-6).any()


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        ({}, False),
        ({"a-1": 5, "a-2": 1}, True),
        ({"a-1": 5, "a-2": 2}, False),
        ({"b-1": 5, "b-2": 1}, False),
        ({"a-1": 5, "a-2": 1, "b-1": 1}, True),
        ({"a-1": 5, "a-2": 3, "b-1": 1}, True),
        ({"a-1": 5, "a-2": 5, "b-1": 1}, True),
        ({"a-1": 3, "a-2": 3, "b-1": 2}, False),
        ({"a-1": 3, "a-2": 3, "b-1": 1}, True),
        ({"a-1": 1, "a-2": 5, "b-1": 5}, True),
        ({"a-1": 3, "a-2": 3, "b-1": 5}, False),
        ({"a-1": 3, "a-2": 4, "b-1": 5}, True),
    ],
)
def test_by_hand(responses: dict[str, int], expected: bool) -> None:
    """Decided where the worst remaining answers leave the leader ahead, or level where the alphabet is on its side."""
    assert expected == decided(two_apart(), Answers(responses))


@given(people(complete=True))
@SOME
def test_all_answered_is_decided(someone: Someone) -> None:
    """With nothing left to answer the leader cannot change, unless rounding alone tells the first two apart."""
    pack, answers = someone
    found = scores(pack, facet_values(pack, answers))
    first, second = order(found)[:2]

    assert decided(pack, answers) == (found[first] - found[second] > 1e-9 or first < second)


def test_nothing_answered_is_open(pack: Pack) -> None:
    """Before the first answer anything may still happen; after the last one of the shipped pack nothing may."""
    random = strengths(pack, {one.key: 1 + n % 5 for n, one in enumerate(pack.facets)})

    assert not decided(pack, Answers())
    assert decided(pack, random)


def test_duels_count() -> None:
    """Duels fought weigh in: they narrow what the items that are left can still do."""
    pack = pack_of([facet("a", keys=(1,)), facet("b", keys=(1,))], {"p": (1, 0), "q": (0, 1)})

    assert not decided(pack, Answers({"a-1": 1}))
    assert not decided(pack, Answers({"a-1": 1}, (DuelAnswer("a", "b", "left"),)))
    assert decided(pack, Answers({"a-1": 1}, (DuelAnswer("a", "b", "right"),)))


def test_one_role_is_decided() -> None:
    """A role without rivals comes first whatever is answered."""
    assert decided(pack_of([facet("a"), facet("b")], {"p": (1, 0.5)}), Answers())
