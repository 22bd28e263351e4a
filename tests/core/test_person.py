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
    STYLES,
    UNEVEN_NOISE,
    UNEVEN_SHARE,
    USUAL,
    Style,
    Tally,
    coherence,
    expected,
    outlook,
    person,
    self_agreement,
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
    decisive = Style(3.0, 1.0, 0.7, 0.8)

    assert ((4.4, 4.4), (4.4, 3.4), (3.4, 3.9)) == expected(two())
    assert ((6.4, 6.4), (6.4, 3.4), (3.4, 4.9)) == expected(two(), decisive)


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
    assert (USUAL.level**2, 0.0, AGREEMENT_SD**2) == pytest.approx(found.covariance)
    assert 0 == pytest.approx(found.log_evidence)


def test_one_answer_by_hand() -> None:
    """One response to a facet that only one role asks for shifts the odds as two normal densities do."""
    found = person(two(), tally(two(), Answers({"a-1": 5})))
    variance = USUAL.level**2 + AGREEMENT_SD**2 + USUAL.deviation**2 + USUAL.noise**2
    off = [5 - BASE - USUAL.separation - AGREEMENT, 5 - BASE - AGREEMENT]
    densities = [math.exp(-(d**2) / 2 / variance) / math.sqrt(2 * math.pi * variance) for d in off]

    assert [d / sum(densities) for d in densities] == pytest.approx(found.weights)
    assert math.log(sum(densities) / 2) == pytest.approx(found.log_evidence)
    assert [d * USUAL.level**2 / variance for d in off] == pytest.approx(found.level)
    assert [AGREEMENT + d * AGREEMENT_SD**2 / variance for d in off] == pytest.approx(found.agreement)


STYLE = st.sampled_from([*(style for style, _ in STYLES), Style(1.0, 2.0, 0.6, 0.5)])


@given(people(), STYLE)
@MANY
def test_the_closed_form_is_the_normal_distribution(someone: Someone, style: Style) -> None:
    """Weights, level, agreement, their covariance and the evidence are those of the whole normal distribution."""
    pack, answers = someone
    truth = gaussian.posterior(pack, gaussian.observations(pack, answers), style)
    found = person(pack, tally(pack, answers), style)

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
    precision = 1 / USUAL.deviation**2 + known[t].count / USUAL.noise**2

    assert truth.look(t, 0)[0].tolist() == pytest.approx(values, abs=1e-9)
    assert 1 / precision == pytest.approx(rest)
    assert 1 - known[t].count / USUAL.noise**2 / precision == pytest.approx(carried)


def test_most_people_are_usual() -> None:
    """The usual style comes first and is by far the commonest; all shares add up to one."""
    assert USUAL == STYLES[0][0]
    assert STYLES[0][1] > 0.7
    assert 1 == pytest.approx(UNEVEN_SHARE + sum(share for _, share in STYLES))


@given(people())
@MANY
def test_coherence_is_a_likelihood_ratio(someone: Someone) -> None:
    """Coherence is the log of the responses' mean density over the styles over that of five equally likely ones.

    Duels are left out.
    """
    pack, answers = someone
    seen = gaussian.observations(pack, answers, duels=False)
    densities = [share * math.exp(gaussian.posterior(pack, seen, style).log_evidence) for style, share in STYLES]
    ratio = sum(densities) * 5.0 ** len(seen)
    uneven = UNEVEN_SHARE * math.exp(self_agreement(tally(pack, answers, duels=False)))

    assert math.log(ratio + uneven) == pytest.approx(coherence(pack, answers), abs=1e-7)


@given(people())
@MANY
def test_somebody_uneven_has_facets_anywhere(someone: Someone) -> None:
    """Agreement with oneself is the density of somebody whose facets differ without limit, as if on five steps."""
    pack, answers = someone
    wide = 1e4
    seen = gaussian.observations(pack, answers, duels=False)
    truth = gaussian.posterior(pack, seen, Style(0.0, wide, 0.01, UNEVEN_NOISE))
    known = tally(pack, answers, duels=False)
    facets = sum(one.count > 0 for one in known)
    bounded = facets * math.log(wide * math.sqrt(2 * math.pi) / 5)

    assert truth.log_evidence + bounded + len(seen) * math.log(5) == pytest.approx(self_agreement(known), abs=1e-3)


def test_one_response_a_facet_says_nothing_of_agreement() -> None:
    """Where no facet was asked about twice, somebody uneven explains the answers just as well as dice do."""
    assert 0 == pytest.approx(self_agreement(tally(two(), Answers({"a-1": 5, "b-2": 1, "umum-1": 2}))))


def test_agreeing_with_oneself_by_hand() -> None:
    """A pair of opposite items speaks for a person the more, the closer together they lie once agreeing is taken out.

    The difference of two keyed responses is normal: its mean is twice the tendency to agree, and its variance that of
    two responses and of the tendency.
    """
    variance = 2 * UNEVEN_NOISE**2 + 4 * AGREEMENT_SD**2

    for first, second in ((5, 1), (5, 5), (2, 3), (1, 1)):
        gap = first - (6 - second) - 2 * AGREEMENT
        density = math.exp(-(gap**2) / 2 / variance) / math.sqrt(2 * math.pi * variance)
        found = self_agreement(tally(two(), Answers({"a-1": first, "a-2": second})))
        assert math.log(5 * density) == pytest.approx(found)


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
