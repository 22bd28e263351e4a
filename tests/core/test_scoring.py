"""Field fit, contrast and score: what one number a role gets."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from careerfit.core import scoring
from careerfit.core.model import Answers, DuelAnswer, Item, Pack
from careerfit.core.scoring import facet_values, keyed_response, order, ranking, ranks, scores
from careerfit.text import Text

from . import oracle
from .build import PAIR, facet, pack_of, strengths
from .strategies import MANY, Someone, answers, packs, people

BALANCED = packs(keys=(PAIR, (1, -1, 1, -1)))
"""Packs as they can be loaded: each facet has as many reversed items as positive ones."""


def found_scores(pack: Pack, given_answers: Answers) -> tuple[float, ...]:
    """The scores of one person, in the pack's order of roles."""
    return scores(pack, facet_values(pack, given_answers))


def three() -> Pack:
    """Three roles: one shared facet, three that tell the roles apart."""
    facets = [facet("umum"), facet("a"), facet("b"), facet("c")]
    return pack_of(facets, {"p": (1, 1, 0.5, 0), "q": (1, 0, 0.5, 0.5), "r": (1, 0, 0, 1)})


def test_weights_by_hand() -> None:
    """The weights of a contrast are relevance less its mean, over the sum of the positive ones."""
    assert (0.0, 1.0, 0.0, -1.0) == three().table.contrast[0]
    assert (0.0, -1.0, 0.5, 0.5) == pytest.approx(three().table.contrast[1])
    assert (0.0, -0.5, -0.5, 1.0) == pytest.approx(three().table.contrast[2])


def test_points_by_hand() -> None:
    """Field fit gives the shared facets half of the hundred points, contrast the others a quarter of it each way."""
    assert (50.0, 25.0, 0.0, -25.0) == three().table.points[0]
    assert (50.0, -25.0, 12.5, 12.5) == pytest.approx(three().table.points[1])
    assert (True, False, False, False) == three().table.shared


def test_scores_by_hand() -> None:
    """A worked example: D = ¾, and the contrasts are 1, −¾ and −¼, so that the scores follow."""
    given_answers = Answers({"umum-1": 4, "a-1": 5, "b-1": 3, "c-1": 1, "c-2": 5})

    assert (37.5 + 50.0, 37.5 + 25 * (1 - 1 + 0.25), 37.5 + 25 * (1 - 0.75)) == pytest.approx(
        found_scores(three(), given_answers)
    )


@pytest.mark.parametrize(("keyed", "response", "expected"), [(1, 5, 5), (1, 2, 2), (-1, 5, 1), (-1, 2, 4), (-1, 3, 3)])
def test_keyed_response(keyed: int, response: int, expected: int) -> None:
    """A reversed item's response counts as 6 less it."""
    assert expected == keyed_response(Item("a-1", "a", keyed, Text("", "")), response)


@pytest.mark.parametrize(("keyed", "value"), [(1, 0.0), (2, 0.25), (3, 0.5), (4.5, 0.875), (5, 1.0)])
def test_unit(keyed: int, value: float) -> None:
    """A keyed response from 1 to 5 becomes a value from 0 to 1."""
    assert value == scoring.unit(keyed)


def test_a_facets_value_is_the_mean_of_its_items() -> None:
    """A facet's value is the mean of its answered items, reversed ones turned round; the count says of how many."""
    values = facet_values(three(), Answers({"a-1": 5, "a-2": 4, "b-2": 1}))

    assert [(0.625, 2), (1.0, 1)] == [(v.x, v.count) for v in values[1:3]]


def test_unanswered_facets_by_hand() -> None:
    """An unanswered facet is taken at the mean of the answered ones of its kind and two more at ½."""
    facets = [facet("umum"), facet("luas"), facet("a"), facet("b"), facet("c"), facet("d")]
    pack = pack_of(facets, {"p": (1, 1, 1, 1, 0, 0), "q": (1, 1, 0, 0, 1, 1)})
    values = facet_values(pack, Answers({"umum-1": 5, "a-1": 2, "a-2": 4, "b-1": 5}))

    mean_of_shared = (1.0 + 2 * 0.5) / (1 + 2)
    mean_of_others = (0.25 + 1.0 + 2 * 0.5) / (2 + 2)
    assert [(1.0, 1), (mean_of_shared, 0), (0.25, 2), (1.0, 1), (mean_of_others, 0), (mean_of_others, 0)] == [
        (v.x, v.count) for v in values
    ]


def test_nothing_answered_is_neutral() -> None:
    """Without any answer every facet is taken as neutral and every role gets 50."""
    values = facet_values(three(), Answers())

    assert [(0.5, 0)] * 4 == [(v.x, v.count) for v in values]
    assert (50.0, 50.0, 50.0) == scores(three(), values)


def test_a_duel_is_one_more_keyed_response() -> None:
    """A duel counts for the facet preferred and against the other, beside their items and without any key."""
    fought = Answers({"a-2": 5}, (DuelAnswer("a", "c", "right"),))
    values = facet_values(three(), fought)

    keyed = [scoring.unit(1), scoring.unit(scoring.OTHER)]
    assert [(sum(keyed) / 2, 2), (scoring.unit(scoring.PREFERRED), 1)] == [
        (values[1].x, 2),
        (values[3].x, values[3].count),
    ]
    assert [[], [1, scoring.OTHER], [], [scoring.PREFERRED]] == scoring.keyed_responses(three(), fought)


def test_a_duel_stays_on_the_scale() -> None:
    """What a duel counts as lies on the response scale, and more for the facet preferred."""
    assert 1 <= scoring.OTHER < scoring.PREFERRED <= 5


@given(people())
@MANY
def test_scores_follow_from_the_definition(person: Someone) -> None:
    """Scores are those that the definition, worked out anew with other tools, gives for any answers."""
    pack, given_answers = person

    assert oracle.person_scores(pack, given_answers).tolist() == pytest.approx(
        found_scores(pack, given_answers), abs=1e-9
    )


@given(people())
@MANY
def test_scores_lie_between_0_and_100(person: Someone) -> None:
    """No answers lead off the scale of scores, nor off that of facet values."""
    pack, given_answers = person

    assert all(-1e-9 <= score <= 100 + 1e-9 for score in found_scores(pack, given_answers))
    assert all(0 <= value.x <= 1 for value in facet_values(pack, given_answers))


@given(people(BALANCED, complete=True, duels=False), st.integers(1, 5))
@MANY
def test_the_same_number_throughout_gives_equal_scores(person: Someone, number: int) -> None:
    """Someone who gives one answer throughout is told nothing: all roles share the first rank, alphabetically."""
    pack, given_answers = person
    same = Answers(dict.fromkeys(given_answers.responses, number))
    placed = ranking(pack, facet_values(pack, same), [1 / len(pack.roles)] * len(pack.roles))

    assert [(1, role.slug) for role in pack.roles] == [(one.rank, one.role) for one in placed]
    assert 1 == len({round(one.score, 9) for one in placed})


@given(packs(), st.integers(1, 5))
@MANY
def test_the_same_strength_throughout_gives_equal_scores(pack: Pack, strength: int) -> None:
    """Someone equally strong in everything shares the first rank among all roles, in alphabetical order."""
    same = strengths(pack, dict.fromkeys(pack.facet_index, strength))
    placed = ranking(pack, facet_values(pack, same), [1 / len(pack.roles)] * len(pack.roles))

    assert [(1, role.slug) for role in pack.roles] == [(one.rank, one.role) for one in placed]
    assert 1 == len({round(one.score, 9) for one in placed})


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5])
def test_uniform_answers_to_the_shipped_pack(pack: Pack, number: int) -> None:
    """With the shipped pack, too, one number or one strength throughout makes all scores equal."""
    for same in (
        Answers(dict.fromkeys(pack.item_by_key, number)),
        strengths(pack, dict.fromkeys(pack.facet_index, number)),
    ):
        assert {1} == set(ranks(found_scores(pack, same)).values())


@pytest.mark.parametrize(("high", "low"), [(5, 1), (4, 2)])
@pytest.mark.parametrize("position", range(5))
def test_ideal_members_come_first(pack: Pack, position: int, high: int, low: int) -> None:
    """Someone strong in just what a role asks for finds it first, at strong and at mild answers."""
    ideal = {one.key: high if e > 0 else low for one, e in zip(pack.facets, pack.relevance[position], strict=True)}
    found = found_scores(pack, strengths(pack, ideal))

    assert (position, 1) == (order(found)[0], list(ranks(found).values()).count(1))


@given(people(complete=True, duels=False), st.data())
@MANY
def test_raising_what_a_role_asks_for_never_lowers_its_score(person: Someone, data: st.DataObject) -> None:
    """With all items answered, a step up in a facet above the role's mean relevance, or a shared one, never harms."""
    pack, before = person
    item = data.draw(st.sampled_from(pack.items))
    assume(keyed_response(item, before.responses[item.key]) < 5)
    after = Answers({**before.responses, item.key: before.responses[item.key] + item.keyed})
    t = pack.facet_index[item.facet]
    open_facets = [n for n, one in enumerate(pack.facets) if one.key not in pack.shared]

    for k, row in enumerate(pack.relevance):
        rise = found_scores(pack, after)[k] - found_scores(pack, before)[k]
        if item.facet in pack.shared:
            assert rise > 0
        else:
            mean = sum(row[n] for n in open_facets) / len(open_facets)
            assert rise >= -1e-9 if row[t] >= mean else rise <= 1e-9


@given(people(complete=True))
@MANY
def test_field_fit_is_the_mean_of_the_shared_facets(person: Someone) -> None:
    """Field fit is the mean of the shared facets, and a half where none is shared."""
    pack, given_answers = person
    values = facet_values(pack, given_answers)
    common = [v.x for v, one in zip(values, pack.facets, strict=True) if one.key in pack.shared]

    assert (sum(common) / len(common) if common else 0.5) == pytest.approx(scoring.field_fit(pack, values))


def test_no_shared_facet() -> None:
    """Where no facet is shared, field fit is a half whatever is answered, and the score is contrast alone."""
    pack = pack_of([facet("a"), facet("b")], {"p": (1, 0), "q": (0, 1)})
    values = facet_values(pack, Answers({"a-1": 5, "b-1": 1}))

    assert (0.5, (75.0, 25.0)) == (scoring.field_fit(pack, values), scores(pack, values))


@pytest.mark.parametrize("row", [(1, 1, 1), (0.5, 0.5, 0.5), (0, 0, 0)])
def test_a_role_that_asks_for_everything_or_nothing(row: tuple[float, ...]) -> None:
    """A role whose relevances are all alike has no contrast: it gets 50 whatever is answered."""
    facets = [facet("a"), facet("b"), facet("c")]
    pack = pack_of(facets, {"m": row, "n": (0, 0, 1), "o": (0, 1, 0), "p": (1, 0, 0)})

    assert frozenset() == pack.shared
    assert 50.0 == found_scores(pack, Answers({"a-1": 5, "b-1": 2, "c-2": 1}))[0]


def test_every_facet_shared() -> None:
    """Where every facet is shared no role stands out: all scores lie halfway between 50 and field fit."""
    pack = pack_of([facet("a"), facet("b")], {"p": (1, 1), "q": (1, 0.5)})

    assert (62.5, 62.5) == found_scores(pack, Answers({"a-1": 5, "b-1": 3}))


def test_contrast_of_no_facets() -> None:
    """Without unshared facets a contrast has no weights."""
    assert (0.0, 0.0) == scoring.contrast_weights((1.0, 0.5), (True, True))


def test_order_and_ranks() -> None:
    """Equal numbers, at nine decimals, share a rank and keep their own order; the next rank counts them both."""
    numbers = (50.0, 70.0, 50.0 + 1e-10, 90.0, 50.0 - 2e-9)

    assert (3, 1, 0, 2, 4) == order(numbers)
    assert {0: 3, 1: 2, 2: 3, 3: 1, 4: 5} == ranks(numbers)


def test_ranking_holds_every_role() -> None:
    """The ranking has each role's name, score and probability, best first."""
    pack = three()
    values = facet_values(pack, Answers({"c-1": 5, "a-1": 2}))
    placed = ranking(pack, values, (0.125, 0.25, 0.625))
    points = scores(pack, values)

    assert [
        (1, "r", Text("R", "R"), points[2], 0.625),
        (2, "q", Text("Q", "Q"), points[1], 0.25),
        (3, "p", Text("P", "P"), points[0], 0.125),
    ] == [(one.rank, one.role, one.name, one.score, one.probability) for one in placed]


def test_family_means() -> None:
    """A family's mean is over its answered items, turned round, on the scale from 1 to 5; duels do not count."""
    facets = [facet("a", family="f"), facet("b", family="f"), facet("c"), facet("d")]
    pack = pack_of(facets, {"p": (1, 0, 1, 0), "q": (0, 1, 0, 1)})
    given_answers = Answers({"a-1": 5, "b-2": 4, "b-1": 1, "c-1": 2}, (DuelAnswer("c", "d", "left"),))

    assert {"f": (8 / 3, 3), "c": (2.0, 1), "d": (None, 0)} == scoring.family_means(pack, given_answers)


@given(people(), st.randoms())
@MANY
def test_the_order_of_answers_is_nothing(person: Someone, random: Random) -> None:
    """What was answered first changes no score by a hair."""
    pack, given_answers = person
    pairs = list(given_answers.responses.items())
    random.shuffle(pairs)

    assert found_scores(pack, given_answers) == found_scores(pack, Answers(dict(pairs), given_answers.duels))


@given(st.data())
@MANY
def test_a_skipped_item_is_no_answer(data: st.DataObject) -> None:
    """Leaving items out never counts as an answer: facets count as many as were given, or 0."""
    pack = data.draw(packs())
    given_answers = data.draw(answers(pack, duels=False))
    counts = [sum(item.key in given_answers.responses for item in one.items) for one in pack.facets]

    assert counts == [value.count for value in facet_values(pack, given_answers)]
