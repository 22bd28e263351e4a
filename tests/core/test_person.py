"""The model of one person: its closed form against one big normal distribution."""

from __future__ import annotations

import math
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.model import Answers, DuelAnswer, Pack
from careerfit.core.person import (
    AGREEMENT,
    AGREEMENT_SD,
    BASE,
    DEVIATION,
    LEVEL_SD,
    NOISE,
    SEPARATION,
    Tally,
    coherence,
    expected,
    outlook,
    person,
    spread,
    tally,
)
from careerfit.core.scoring import OTHER, PREFERRED

from . import gaussian
from .build import facet, pack_of
from .strategies import MANY, Someone, people


def two() -> Pack:
    """Two roles that share one facet and have one each."""
    return pack_of([facet("umum"), facet("a"), facet("b")], {"p": (1, 1, 0), "q": (1, 0, 0.5)})


def test_expected_responses() -> None:
    """A member's keyed response grows with relevance; in shared facets all members are alike."""
    asked, half = BASE + SEPARATION, BASE + SEPARATION / 2

    assert ((asked, asked), (asked, BASE), (BASE, half)) == expected(two())


def test_tally_by_hand() -> None:
    """A facet's tally counts its keyed responses, their squares and their keys; a duel counts without a key."""
    answers = Answers({"a-1": 5, "a-2": 4, "b-2": 1}, (DuelAnswer("b", "a", "left"),))
    square = OTHER * OTHER

    assert [
        Tally(),
        Tally(3, 2, 7 + OTHER, 29 + square, 0, 5 - 2),
        Tally(2, 1, 5 + PREFERRED, 25 + PREFERRED**2, -1, -5),
    ] == tally(two(), answers)


def test_tally_without_duels() -> None:
    """Duels can be left out of the tally."""
    answers = Answers({"a-1": 5}, (DuelAnswer("b", "a", "left"),))

    assert tally(two(), Answers({"a-1": 5})) == tally(two(), answers, duels=False)


def test_nothing_known() -> None:
    """Before the first answer all roles are equally likely, and level and agreement are as people have them."""
    found = person(two(), tally(two(), Answers()))

    assert (0.5, 0.5) == found.weights
    assert (0.0, 0.0) == found.level
    assert (AGREEMENT, AGREEMENT) == pytest.approx(found.agreement)
    assert (LEVEL_SD**2, 0.0, AGREEMENT_SD**2) == pytest.approx(found.covariance)
    assert 0 == pytest.approx(found.log_evidence)


def test_one_answer_by_hand() -> None:
    """One response to a facet that only one role asks for shifts the odds as two normal densities do."""
    found = person(two(), tally(two(), Answers({"a-1": 5})))
    variance = LEVEL_SD**2 + AGREEMENT_SD**2 + DEVIATION**2 + NOISE**2
    off = [5 - BASE - SEPARATION - AGREEMENT, 5 - BASE - AGREEMENT]
    densities = [math.exp(-(d**2) / 2 / variance) / math.sqrt(2 * math.pi * variance) for d in off]

    assert [d / sum(densities) for d in densities] == pytest.approx(found.weights)
    assert math.log(sum(densities) / 2) == pytest.approx(found.log_evidence)
    assert [d * LEVEL_SD**2 / variance for d in off] == pytest.approx(found.level)
    assert [AGREEMENT + d * AGREEMENT_SD**2 / variance for d in off] == pytest.approx(found.agreement)


@given(people())
@MANY
def test_the_closed_form_is_the_normal_distribution(someone: Someone) -> None:
    """Weights, level, agreement, their covariance and the evidence are those of the whole normal distribution."""
    pack, answers = someone
    truth = gaussian.posterior(pack, gaussian.observations(pack, answers))
    found = person(pack, tally(pack, answers))

    assert truth.weights.tolist() == pytest.approx(found.weights)
    assert truth.mean[:, 0].tolist() == pytest.approx(found.level, abs=1e-9)
    assert truth.mean[:, 1].tolist() == pytest.approx(found.agreement, abs=1e-9)
    assert [truth.covariance[0, 0], truth.covariance[0, 1], truth.covariance[1, 1]] == pytest.approx(
        found.covariance, abs=1e-9
    )
    assert truth.log_evidence == pytest.approx(found.log_evidence, abs=1e-7)


@given(people(), st.data())
@MANY
def test_the_outlook_is_the_normal_distributions(someone: Someone, data: st.DataObject) -> None:
    """A facet's expected value, the level's share and the rest are those of the whole distribution."""
    pack, answers = someone
    t = data.draw(st.integers(0, len(pack.facets) - 1))
    truth = gaussian.posterior(pack, gaussian.observations(pack, answers))
    known = tally(pack, answers)
    values, carried, rest = outlook(person(pack, known), known[t], expected(pack)[t])
    precision = 1 / DEVIATION**2 + known[t].count / NOISE**2

    assert truth.look(t, 0)[0].tolist() == pytest.approx(values, abs=1e-9)
    assert 1 / precision == pytest.approx(rest)
    assert 1 - known[t].count / NOISE**2 / precision == pytest.approx(carried)


@given(people())
@MANY
def test_coherence_is_a_likelihood_ratio(someone: Someone) -> None:
    """Coherence is the log of the responses' density, duels left out, over that of five equally likely ones."""
    pack, answers = someone
    truth = gaussian.posterior(pack, gaussian.observations(pack, answers, duels=False))

    assert truth.log_evidence + len(answers.responses) * math.log(5) == pytest.approx(
        coherence(pack, answers), abs=1e-7
    )


def test_no_answers_are_neither_coherent_nor_not() -> None:
    """Where nothing was answered, persons and dice explain it alike."""
    assert 0 == pytest.approx(coherence(two(), Answers()))


@given(people(), st.randoms())
@MANY
def test_the_order_of_answers_is_nothing(someone: Someone, random: Random) -> None:
    """What was answered first makes no difference to the model."""
    pack, answers = someone
    pairs = list(answers.responses.items())
    random.shuffle(pairs)
    shuffled = Answers(dict(pairs), answers.duels)

    assert person(pack, tally(pack, answers)).weights == pytest.approx(person(pack, tally(pack, shuffled)).weights)


@pytest.mark.parametrize(
    ("values", "weights", "variance"),
    [((1.0, 3.0), (0.5, 0.5), 1.0), ((1.0, 3.0), (0.75, 0.25), 0.75), ((2.0, 2.0, 2.0), (0.2, 0.3, 0.5), 0.0)],
)
def test_spread(values: tuple[float, ...], weights: tuple[float, ...], variance: float) -> None:
    """The spread is the variance of the values, each as heavy as its weight."""
    assert variance == pytest.approx(spread(values, weights))
