"""Simulated respondents follow their formula."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from random import Random
from statistics import fmean, pstdev

import pytest

from careerfit.core.model import Duel, Item, Pack
from careerfit.simulation.respondents import (
    BLUR,
    LEVELS,
    MODERATE,
    POPULAR,
    REALISTIC,
    WEAK,
    Level,
    Respondent,
    answering,
    asked,
    decisive,
    dice,
    latent_values,
    low_in,
    member,
    popularity,
    respond,
    straight,
    uneven,
)
from careerfit.text import Text
from tests.core.build import facet, pack_of, strengths

EXACT = Level("exact", 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
"""People without any noise."""
MANY = 4_000


def two() -> Pack:
    """Two roles with a shared facet, one that is asked for in full and one half."""
    return pack_of([facet("umum"), facet("a"), facet("b")], {"p": (1, 1, 0), "q": (1, 0, 0.5)})


def near(expected: float, numbers: Sequence[float]) -> bool:
    """Does the mean of the numbers lie within five of its standard errors?"""
    allowed: float = 5 * pstdev(numbers) / len(numbers) ** 0.5 + 1e-9
    return abs(fmean(numbers) - expected) <= allowed


def test_the_levels_are_those_published() -> None:
    """The levels have the figures that results are reported for; weak is realistic with less between the roles."""
    assert Level("moderate", 1.2, 0.7, 0.35, 0.75, 0.5, 0.25, 0.10) == MODERATE
    assert Level("realistic", 0.8, 0.7, 0.35, 0.96, 0.04, 0.23, 0.05) == REALISTIC
    assert Level("weak", 0.45, 0.7, 0.35, 0.96, 0.04, 0.23, 0.05) == WEAK
    assert {"moderate": MODERATE, "realistic": REALISTIC, "weak": WEAK} == LEVELS


def test_latent_values_without_noise() -> None:
    """A latent value is 4.4 less Δ, and Δ more where the role fully asks for the facet or it is shared."""
    assert [4.4, 4.4, 3.4] == pytest.approx(latent_values(EXACT, asked(two(), 0, Random(1)), Random(1)))
    assert [4.4, 3.4, 3.9] == pytest.approx(latent_values(EXACT, asked(two(), 1, Random(1)), Random(1)))


def test_latent_values_of_shared_facets() -> None:
    """A shared facet is as strong in members of a role that asks for it half as in the others."""
    pack = pack_of([facet("umum"), facet("a")], {"p": (1, 1), "q": (0.5, 0)})

    assert {"umum"} == pack.shared
    assert [4.4, 3.4] == pytest.approx(latent_values(EXACT, asked(pack, 1, Random(1)), Random(1)))


def test_what_is_asked_where_descriptions_are_wrong() -> None:
    """That share of the relevances is the wrong way round, the others are blurred, and shared facets stay shared."""
    random = Random(1)
    people = [asked(two(), 0, random, 0.3) for _ in range(MANY)]
    flipped = [one[1] for one in people if one[1] == 0]
    others = [one[1] for one in people if one[1] != 0]

    assert {1.0} == {one[0] for one in people}
    assert 0.3 == pytest.approx(len(flipped) / MANY, abs=0.04)
    assert near(1.0, others)
    assert 0.15 == BLUR == pytest.approx(pstdev(others), rel=0.05)
    assert [1.0, 0.0, 1.0] == asked(two(), 0, Random(1), 1.0)
    assert [1.0, 0.0, 0.5] == asked(two(), 1, Random(1))


def test_members_of_wrongly_described_roles() -> None:
    """A member is drawn from what their role asks for in truth; with nothing wrong they are who they always were."""
    wrong, usual = (member(two(), EXACT, 0, Random(1), share) for share in (1.0, 0.0))

    assert [4.4, 3.4, 4.4] == pytest.approx(wrong.latent or ())
    assert member(two(), EXACT, 0, Random(1)).responses == usual.responses


def test_members_who_claim_what_is_popular() -> None:
    """What everybody claims more readily lies higher in each of them by as much, and is drawn facet by facet."""
    plain, popular = (member(two(), EXACT, 1, Random(3), popular=more).latent for more in ((), (0.5, 0.0, -1.0)))
    drawn = [popularity(two(), Random(n)) for n in range(MANY)]

    assert [0.5, 0.0, -1.0] == pytest.approx([b - a for a, b in zip(plain or (), popular or (), strict=True)])
    assert near(0.0, [one[2] for one in drawn])
    assert 0.4 == POPULAR == pytest.approx(pstdev([one[0] for one in drawn]), rel=0.05)
    assert 3 == len(drawn[0]) == len(set(drawn[0]))


@pytest.mark.parametrize(
    ("high", "low", "half"), [(5, 1, 3), (5, 2, 4), (4, 1, 3), (4, 2, 3), (5, 3, 4), (4, 3, 4), (3, 1, 2)]
)
def test_somebody_decisive(high: int, low: int, half: int) -> None:
    """What the role asks for, and what is shared, is rated high, the rest low, and what is half asked for halfway."""
    first, second = (decisive(two(), role, high, low, 0.0, Random(1)) for role in (0, 1))

    assert [high, high, low] == first.latent
    assert [high, low, half] == second.latent
    assert strengths(two(), {"umum": high, "a": low, "b": half}).responses == second.responses
    assert (1, 0.0, True) == (second.role, second.noise, second.careful)


def test_somebody_decisive_wavers_as_much_as_is_said() -> None:
    """Noise is that of single responses and of duels."""
    people = [decisive(two(), 0, 3, 1, 0.8, Random(n)) for n in range(MANY)]

    assert 0.8 == people[0].noise
    assert 0.8**2 + 1 / 12 == pytest.approx(pstdev([one.responses["a-1"] for one in people]) ** 2, rel=0.1)


def test_somebody_uneven() -> None:
    """Facets lie at either end of the scale, alike often, and both items of a facet agree."""
    random = Random(7)
    people = [uneven(two(), 1, 0.0, random) for _ in range(1000)]

    assert {1.0, 5.0} == {value for one in people for value in one.latent or ()}
    assert 1500 == pytest.approx(sum(value == 5 for one in people for value in one.latent or ()), rel=0.1)
    assert all(one.responses["a-1"] == 6 - one.responses["a-2"] == (one.latent or ())[1] for one in people)
    assert {(1, 0.0)} == {(one.role, one.noise) for one in people}
    assert 0.5 == uneven(two(), 1, 0.5, random).noise


def test_latent_values_follow_the_formula() -> None:
    """Over many people latent values have the formula's mean and spread, and share the halo alone."""
    random = Random(11)
    people = [latent_values(MODERATE, (1, 0, 0.5), random) for _ in range(MANY)]
    columns = list(zip(*people, strict=True))
    covariance = fmean([(a - 3.2) * (b - 4.4) for b, a, _ in people])

    assert all(near(mean, column) for mean, column in zip((4.4, 3.2, 3.8), columns, strict=True))
    assert [(0.35**2 + 0.7**2) ** 0.5] * 3 == pytest.approx([pstdev(column) for column in columns], rel=0.05)
    assert 0.35**2 == pytest.approx(covariance, abs=0.05)


@pytest.mark.parametrize(
    ("keyed", "latent", "shift", "response"),
    [
        (1, 3.4, 0.0, 3),
        (1, 3.6, 0.0, 4),
        (1, 3.4, 0.3, 4),
        (-1, 3.4, 0.0, 3),
        (-1, 4.4, 0.0, 2),
        (-1, 4.4, 0.5, 2),
        (-1, 4.4, 1.0, 3),
        (1, 7.0, 0.0, 5),
        (1, -2.0, 0.0, 1),
        (-1, 7.0, 0.0, 1),
    ],
)
def test_a_response(keyed: int, latent: float, shift: float, response: int) -> None:
    """A response is the latent value, mirrored for a reversed item, shifted, rounded and kept on the scale."""
    assert response == respond(Item("a-1", "a", keyed, Text("", "")), latent, shift)


def test_tending_to_agree_lifts_all_responses() -> None:
    """Acquiescence moves positive and reversed items the same way."""
    found = answering(two(), 0, [3.0, 3.0, 3.0], 1.0, 0.0, Random(1))

    assert dict.fromkeys(two().item_by_key, 4) == found.responses
    assert ((0, [3.0, 3.0, 3.0], True), 0.0) == ((found.role, found.latent, found.careful), found.noise)


def test_noise_of_responses() -> None:
    """Each response has noise of its own: over many people the two items of a facet differ as two draws do."""
    random = Random(5)
    people = [answering(two(), 0, [3.0, 3.0, 3.0], 0.0, 0.96, random).responses for _ in range(MANY)]
    ones, twos = [one["a-1"] for one in people], [one["a-2"] for one in people]

    assert near(3.0, ones)
    assert 0.96**2 + 1 / 12 == pytest.approx(pstdev(ones) ** 2, rel=0.1)
    assert 0 == pytest.approx(fmean([(a - 3) * (b - 3) for a, b in zip(ones, twos, strict=True)]), abs=0.08)


def test_members_are_careless_as_often_as_the_level_says() -> None:
    """Half of the careless answer at random, half give one answer throughout; the others answer what they are."""
    random = Random(2)
    level = Level("careless", 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.4)
    people = [member(two(), level, 0, random) for _ in range(MANY)]
    careless = [one for one in people if not one.careful]
    uniform = [one for one in careless if len(set(one.responses.values())) == 1]
    steady = {"umum-1": 4, "umum-2": 2, "a-1": 4, "a-2": 2, "b-1": 3, "b-2": 3}

    assert 0.4 == pytest.approx(len(careless) / MANY, abs=0.04)
    assert 0.5 == pytest.approx(len(uniform) / len(careless), abs=0.05)
    assert {1, 2, 3, 4, 5} == {one.responses["a-1"] for one in uniform}
    assert all(steady == one.responses for one in people if one.careful)


def test_careless_members_are_members() -> None:
    """The careless among a role's members belong to it like the others, and take part in duels."""
    random = Random(2)
    level = Level("careless", 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0)
    people = [member(two(), level, 1, random) for _ in range(100)]

    assert [(1, False)] * 100 == [(one.role, one.careful) for one in people]
    assert {"left", "right"} == {one.prefer(two(), Duel("a", "b")) for one in people}


def test_members_agree_as_the_level_says() -> None:
    """Over many members the tendency to agree has the level's mean and spread, one draw a person."""
    random = Random(3)
    level = Level("agreeing", 0.0, 0.0, 0.0, 0.0, -1.4, 0.6, 0.0)
    people = [member(two(), level, 1, random).responses for _ in range(MANY)]

    assert near(3.0, [one["umum-1"] for one in people])
    assert 0.6**2 + 1 / 12 == pytest.approx(pstdev([one["umum-1"] for one in people]) ** 2, rel=0.1)
    assert all(one["umum-1"] == one["a-1"] == one["b-1"] for one in people)


@pytest.mark.parametrize("mean", [1.5, 3.0])
def test_someone_low_in_a_family(mean: float) -> None:
    """Latent values of the family have exactly the mean asked for; otherwise the person is like any member."""
    facets = [facet("u", family="f"), facet("a"), facet("v", family="f"), facet("b")]
    pack = pack_of(facets, {"p": (1, 1, 0.5, 0), "q": (1, 0, 1, 1)})
    random = Random(4)
    people = [low_in(pack, MODERATE, "f", mean, random) for _ in range(300)]
    latent = [one.latent or () for one in people]

    assert [mean] * 300 == pytest.approx([(one[0] + one[2]) / 2 for one in latent])
    assert {0, 1} == {one.role for one in people}
    assert near(4.4, [one[1] for one, who in zip(latent, people, strict=True) if who.role == 0])
    assert near(3.2, [one[1] for one, who in zip(latent, people, strict=True) if who.role == 1])
    assert pstdev([one[0] - one[2] for one in latent]) > 0.5
    assert all(one.noise == MODERATE.noise for one in people)


def test_someone_low_agrees_as_the_level_says() -> None:
    """Those low in a family tend to agree like everybody else, one draw a person."""
    random = Random(3)
    level = Level("agreeing", 0.0, 0.0, 0.0, 0.0, -1.4, 0.6, 0.0)
    people = [low_in(two(), level, "a", 4.4, random).responses for _ in range(MANY)]

    assert near(3.0, [one["umum-1"] for one in people])
    assert 0.6**2 + 1 / 12 == pytest.approx(pstdev([one["umum-1"] for one in people]) ** 2, rel=0.1)
    assert all(one["umum-1"] == one["a-1"] for one in people)


def test_dice() -> None:
    """Who answers at random gives all five answers alike often."""
    random = Random(6)
    people = [dice(two(), 1, random) for _ in range(1000)]
    counts = Counter(response for one in people for response in one.responses.values())

    assert [1, 2, 3, 4, 5] == sorted(counts)
    assert [1200] * 5 == pytest.approx(list(counts.values()), rel=0.1)
    assert {(1, None, False)} == {(one.role, one.latent, one.careful) for one in people}


def test_straight() -> None:
    """Who answers straight through gives one answer to every item."""
    found = straight(two(), 1, 4, Random(1))

    assert (1, None, dict.fromkeys(two().item_by_key, 4)) == (found.role, found.latent, found.responses)


def test_preferring() -> None:
    """In a duel the side with the higher latent value is taken, whichever side it stands on."""
    found = answering(two(), 0, [3.0, 4.0, 2.0], 0.0, 0.0, Random(1))

    assert ("left", "right") == (found.prefer(two(), Duel("a", "b")), found.prefer(two(), Duel("b", "a")))


def test_preferring_is_noisy() -> None:
    """Between values that lie close the noise decides as often as it should."""
    noisy = Respondent(0, [3.0, 3.5, 3.0], {}, Random(8), 0.5)
    taken = [noisy.prefer(two(), Duel("a", "b")) for _ in range(MANY)]

    assert 0.76 == pytest.approx(taken.count("left") / MANY, abs=0.035)


@pytest.mark.parametrize("careless", [dice(two(), 0, Random(9)), straight(two(), 0, 5, Random(9))])
def test_the_careless_prefer_at_random(careless: Respondent) -> None:
    """Who does not read takes either side alike often."""
    taken = [careless.prefer(two(), Duel("a", "b")) for _ in range(1000)]

    assert {"left", "right"} == set(taken)
    assert 0.5 == pytest.approx(taken.count("left") / 1000, abs=0.08)


def test_the_same_seed_is_the_same_person(pack: Pack) -> None:
    """People are drawn from the generator that is handed in, and from nothing else."""
    first, second, other = (member(pack, MODERATE, 2, Random(seed)) for seed in (1, 1, 2))

    assert first.responses == second.responses != other.responses
