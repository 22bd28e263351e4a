"""The formulas for many people: each gets what the core works out for them alone."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.cohort.arrays import Array, Whole, weights_of
from careerfit.cohort.kernel import NOBODY, Results, score
from careerfit.core.confidence import probabilities, verdict
from careerfit.core.model import VERDICTS, Answers, Pack
from careerfit.core.quality import FLAGS, flags
from careerfit.core.scoring import (
    NEUTRAL_RATING,
    OTHER,
    PREFERRED,
    facet_values,
    family_means,
    field_fit,
    order,
    scores,
)
from tests.core.build import facet, pack_of
from tests.core.strategies import MANY, answers, packs, with_groups

from .people import answers_of, make_duels, make_people

PEOPLE = 2000
KEYS = ((1, -1), (1, -1), (1, -1, 1, -1), (-1, 1), (1,), (1, 1, -1))


def responses_of(pack: Pack, people: Sequence[Answers]) -> Whole:
    """Responses as the kernel takes them."""
    found = [[one.responses.get(item.key, 0) for one in people] for item in pack.items]
    return np.array(found, np.int8).reshape(len(pack.items), len(people))


def duels_of(pack: Pack, people: Sequence[Answers]) -> Array:
    """Duels as the kernel takes them."""
    found = np.zeros((2, len(pack.facets), len(people)))
    for place, one in enumerate(people):
        for duel in one.duels:
            for key, keyed in ((duel.preferred, PREFERRED), (duel.other, OTHER)):
                found[:, pack.facet_index[key], place] += (1, keyed - NEUTRAL_RATING)
    return found


def assert_as_the_core_says(pack: Pack, people: Sequence[Answers], found: Results) -> None:
    """Verdict, roles and flags equal the core's exactly, numbers to nine decimals, person by person."""
    for place, one in enumerate(people):
        values = facet_values(pack, one)
        points = scores(pack, values)
        chances = probabilities(pack, points, [value.count for value in values])
        raised = flags(pack, one)
        said = verdict(pack, one, family_means(pack, one), chances, raised)
        assert raised == tuple(flag for flag, up in zip(FLAGS, found.flags[:, place], strict=True) if up)
        assert (said.kind, len(one.responses)) == (VERDICTS[found.kind[place]], found.answered[place])
        named = [k for k in found.named[:, place] if k != NOBODY]
        assert (said.roles, order(points)[0]) == (tuple(pack.roles[k].slug for k in named), found.leader[place])
        expected = [*points, *chances, 100 * field_fit(pack, values), said.probability or np.nan]
        numbers = [
            *found.scores[:, place],
            *found.probabilities[:, place],
            found.field[place],
            found.probability[place],
        ]
        assert pytest.approx(expected, abs=1e-9, rel=0, nan_ok=True) == numbers


def random_pack(random: Random, roles: int) -> Pack:
    """A pack with so many roles and any facets, in families of which some are shared, and some break deals."""
    facets = [
        facet(
            f"f-{t:02}",
            random.choice(("trait", "interest")),
            random.choice(("", "", "bersama", "lain")),
            random.choice(KEYS),
        )
        for t in range(random.randint(2, 24))
    ]
    rows = {f"r-{k:02}": [random.choice((0.0, 0.0, 0.5, 1.0)) for _ in facets] for k in range(roles)}
    rows["r-00"] = [row or 1.0 for row in rows["r-00"]]  # a facet that no role asks for is no part of a pack
    against = {slug: [one.key for one in facets if random.random() < 0.7] for slug in rows}
    return pack_of(facets, rows, against)


@pytest.mark.parametrize("seed", range(50))
def test_random_packs_of_two_to_forty_roles(seed: int) -> None:
    """On fifty packs, of two roles to forty, everybody gets what the core works out: gaps, carelessness, duels."""
    random = Random(seed)
    pack = random_pack(random, [2, 40, 3][seed] if seed < 3 else random.randint(2, 40))
    people = [answers_of(pack, one)._replace(duels=make_duels(pack, random)) for one in make_people(pack, 40, seed, ())]
    plain = [one._replace(duels=()) for one in people]
    weights = weights_of(pack)
    assert_as_the_core_says(pack, plain, score(weights, responses_of(pack, plain)))
    assert_as_the_core_says(pack, people, score(weights, responses_of(pack, people), duels_of(pack, people)))


@MANY
@given(st.data())
def test_any_pack_and_any_people(data: st.DataObject) -> None:
    """So does anybody on any small pack, whoever stands beside them."""
    pack = data.draw(packs() | with_groups())
    people = data.draw(st.lists(answers(pack), min_size=1, max_size=5))
    found = score(weights_of(pack), responses_of(pack, people), duels_of(pack, people))
    assert_as_the_core_says(pack, people, found)


@pytest.mark.parametrize("gaps", [0, 1, PEOPLE, PEOPLE + 200])
def test_gaps_of_others_change_nothing(pack: Pack, gaps: int) -> None:
    """Whether nobody, somebody, most people or all of a block left gaps, each gets the same, in the same place."""
    people = make_people(pack, 300, seed=5, bad=())
    whole = [one for one in people if all(one[item.key] in "12345" and one[item.key] for item in pack.items)]
    some = responses_of(pack, [answers_of(pack, one) for one in whole])
    crowd = np.tile(some, 2 + PEOPLE // some.shape[1])[:, : PEOPLE + 200]
    alone = score(weights_of(pack), some)
    crowd[3, :gaps] = 0
    found = score(weights_of(pack), crowd)
    places = np.arange(gaps, crowd.shape[1])
    for name, expected, got in zip(Results._fields, alone, found, strict=True):
        beside = expected[..., places % some.shape[1]]
        assert np.allclose(beside, got[..., places], rtol=0, atol=1e-9, equal_nan=True), name
    with_gaps = [
        Answers({item.key: int(r) for item, r in zip(pack.items, crowd[:, place], strict=True) if r})
        for place in range(min(gaps, 20))
    ]
    assert_as_the_core_says(pack, with_gaps, Results(*(got[..., : len(with_gaps)] for got in found)))


def test_a_facet_may_have_many_items() -> None:
    """A hundred items of one facet, all answered at one end of the scale, add up to what they do in the core."""
    facets = [facet("panjang", keys=(1, -1) * 50), facet("pendek")]
    pack = pack_of(facets, {"satu": (1.0, 0.0), "dua": (0.0, 1.0)})
    people = [Answers({item.key: 3 + 2 * sign * item.keyed for item in pack.items}) for sign in (1, -1)]
    some = [Answers(dict([*one.responses.items()][:-1])) for one in people]
    for those in (people, some):
        assert_as_the_core_says(pack, those, score(weights_of(pack), responses_of(pack, those)))


def test_nobody_is_a_block_too(pack: Pack) -> None:
    """Where there is nobody, there are no results, in the right shapes."""
    found = score(weights_of(pack), np.zeros((len(pack.items), 0), np.int8))
    assert (len(pack.roles), 0) == found.scores.shape
    assert (0,) == found.kind.shape


def test_a_neutral_point_of_its_own_adds_nothing(pack: Pack) -> None:
    """Whoever lies at the neutral point in every facet that is not shared has the same score in each role."""
    weights = weights_of(pack)
    people = responses_of(pack, [answers_of(pack, one) for one in make_people(pack, 200, seed=8, bad=())])
    (whole,) = np.nonzero((people > 0).all(axis=0))
    for place in whole[:20]:
        own = people[:, place : place + 1]
        values = np.array([value.x for value in facet_values(pack, answers_in(pack, own))])
        neutral = np.where(weights.shared, 0.5, values)
        found = score(weights._replace(neutral=neutral), own)
        assert pytest.approx([found.scores[0, 0]] * len(pack.roles), abs=1e-9) == list(found.scores[:, 0])
        assert score(weights, own).field[0] == found.field[0]


def answers_in(pack: Pack, responses: Whole) -> Answers:
    """One person's responses as answers."""
    return Answers({item.key: int(r) for item, r in zip(pack.items, responses[:, 0], strict=True) if r})


def test_unanswered_facets_lie_as_far_from_their_neutral_points_as_the_others(pack: Pack) -> None:
    """Whoever answers every facet that is asked at its neutral point is neutral in what was not asked, too."""
    weights = weights_of(pack)
    neutral = np.where(weights.shared, 0.5, 0.75)
    answered = {item.key: 4 if item.keyed > 0 else 2 for item in pack.items[::3] if item.facet not in pack.shared}
    found = score(weights._replace(neutral=neutral), responses_of(pack, [Answers(answered)]))
    assert pytest.approx([50.0] * len(pack.roles), abs=1e-9) == list(found.scores[:, 0])
