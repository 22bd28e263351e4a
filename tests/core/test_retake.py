"""Two attempts of one person: what changed, and what merely wavers."""

from __future__ import annotations

import math
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careerfit.core.confidence import UNANSWERED_SD
from careerfit.core.model import NOISE, SPAN, Answers, DuelAnswer, Pack
from careerfit.core.results.result import Result, evaluate
from careerfit.core.results.retake import BY_CHANCE, CHANGE_Z, UNLIKELY, Shift, at_least, difference, noise_sd
from careerfit.core.scoring import facet_values, field_fit

from .build import facet, pack_of, strengths, three_of_a_field
from .strategies import MANY, SOME, answers, packs


def result(**responses: int) -> Result:
    """The result of these answers, item by item; the dash of a key is an underscore here."""
    return evaluate(three_of_a_field(), Answers({key.replace("_", "-"): r for key, r in responses.items()}))


@pytest.mark.parametrize(
    ("shift", "by", "z", "changed"),
    [
        (Shift(3.0, 4.0, 0.5), 1.0, 2.0, True),
        (Shift(4.0, 3.0, 0.5), -1.0, -2.0, True),
        (Shift(3.0, 3.5, 0.5), 0.5, 1.0, False),
        (Shift(0.0, CHANGE_Z, 1.0), CHANGE_Z, CHANGE_Z, True),
        (Shift(0.0, 1.95, 1.0), 1.95, 1.95, False),
        (Shift(50.0, 50.0, 0.0), 0.0, 0.0, False),
    ],
)
def test_a_move(shift: Shift, by: float, z: float, changed: bool) -> None:
    """A move tells by how much, in standard deviations, and whether that is more than noise allows."""
    assert 1.96 == CHANGE_Z
    assert (by, changed) == (shift.by, shift.changed)
    assert z == pytest.approx(shift.z)


@st.composite
def twice(draw: st.DrawFn) -> tuple[Pack, Answers, Answers]:
    """A pack and two attempts at it."""
    pack = draw(packs())
    return pack, draw(answers(pack)), draw(answers(pack))


def by_slopes(pack: Pack, points: list[float], given_answers: Answers) -> float:
    """The variance that the noise of each single response gives ``Σ points · x``, one response shifted at a time."""
    values = facet_values(pack, given_answers)
    shared = pack.table.shared
    total = 0.0
    for t, value in enumerate(values):
        if value.count:
            shifted = sum(
                points[u] / (2 + sum(v.count > 0 for v, s in zip(values, shared, strict=True) if s == shared[t]))
                for u, v in enumerate(values)
                if not v.count and shared[u] == shared[t]
            )
            total += value.count * ((points[t] + shifted) / value.count * NOISE / SPAN) ** 2
    return total


@given(twice(), st.data())
@MANY
def test_noise_adds_up_response_by_response(attempts: tuple[Pack, Answers, Answers], data: st.DataObject) -> None:
    """The noise of a difference is that of every response of both attempts, and of facets answered only once."""
    pack, first, second = attempts
    points = data.draw(st.lists(st.integers(-50, 50).map(float), min_size=len(pack.facets), max_size=len(pack.facets)))
    both = facet_values(pack, first), facet_values(pack, second)
    once = sum(w * w for w, a, b in zip(points, *both, strict=True) if (a.count == 0) != (b.count == 0))
    expected = by_slopes(pack, points, first) + by_slopes(pack, points, second) + once * UNANSWERED_SD**2

    assert math.sqrt(expected) == pytest.approx(noise_sd(pack, points, *both))


@given(twice())
@SOME
def test_what_a_difference_holds(attempts: tuple[Pack, Answers, Answers]) -> None:
    """Facets answered both times, roles as the second result ranks them, and field fit, each with both values."""
    pack, *both = attempts
    first, second = (evaluate(pack, one) for one in both)
    found = difference(first, second)
    old, new = (facet_values(pack, one) for one in both)
    expected = {
        one.key: (a.rating, b.rating) for one, a, b in zip(pack.facets, old, new, strict=True) if a.count and b.count
    }
    before = {place.role: place for place in first.ranking}

    assert (first, second) == (found.first, found.second)
    assert expected == {one.facet: (one.shift.first, one.shift.second) for one in found.facets}
    assert [
        (now.role, (before[now.role].rank, now.rank), before[now.role].score, now.score) for now in second.ranking
    ] == [(one.role, one.ranks, one.score.first, one.score.second) for one in found.roles]
    assert (100 * field_fit(pack, old), 100 * field_fit(pack, new)) == (found.field.first, found.field.second)


@given(twice())
@SOME
def test_the_noise_of_scores(attempts: tuple[Pack, Answers, Answers]) -> None:
    """The noise of a role's score is that of its points; that of field fit is of the shared facets, evenly."""
    pack, *both = attempts
    first, second = (evaluate(pack, one) for one in both)
    found = difference(first, second)
    values = [facet_values(pack, one) for one in both]
    shared = pack.table.shared

    for one in found.roles:
        row = pack.table.points[pack.role_index[one.role]]
        assert one.score.sd == pytest.approx(noise_sd(pack, row, *values))
    even = [100 / sum(shared) if is_shared else 0.0 for is_shared in shared]
    assert found.field.sd == pytest.approx(noise_sd(pack, even, *values))


@given(twice())
@SOME
def test_what_moved_most_comes_first(attempts: tuple[Pack, Answers, Answers]) -> None:
    """Facets come in the order of how many standard deviations they moved; those that changed are the first of them."""
    pack, *both = attempts
    found = difference(*(evaluate(pack, one) for one in both))
    moved = [abs(one.shift.z) for one in found.facets]
    changed = sum(z >= CHANGE_Z for z in moved)

    assert sorted(moved, reverse=True) == moved
    assert found.facets[:changed] == found.changed
    assert at_least(changed, len(moved), BY_CHANCE) == found.chance
    assert (changed > 0 and found.chance <= UNLIKELY) == found.beyond_chance


@given(twice())
@SOME
def test_the_lead(attempts: tuple[Pack, Answers, Answers]) -> None:
    """Where the leader changed, the lead tells by how much the first lay before the second, both times."""
    pack, *both = attempts
    first, second = (evaluate(pack, one) for one in both)
    lead = difference(first, second).lead
    leaders = first.ranking[0].role, second.ranking[0].role
    if leaders[0] == leaders[1]:
        assert lead is None
        return
    gaps = []
    for one in (first, second):
        scores = {place.role: place.score for place in one.ranking}
        gaps.append(scores[leaders[0]] - scores[leaders[1]])
    rows = [pack.table.points[pack.role_index[slug]] for slug in leaders]
    values = [facet_values(pack, one) for one in both]
    points = [a - b for a, b in zip(*rows, strict=True)]

    assert lead is not None
    assert (gaps[0], gaps[1]) == pytest.approx((lead.first, lead.second))
    assert lead.sd == pytest.approx(noise_sd(pack, points, *values))
    assert lead.first >= -1e-9
    assert lead.second <= 1e-9


def test_a_facet_by_hand() -> None:
    """A facet moves from 4.0 to 2.5: by 1.5, with the noise of one response against that of two."""
    found = difference(result(a_1=4), result(a_1=3, a_2=4)).facets
    back = difference(result(a_1=3, a_2=4), result(a_1=4)).facets

    assert ["a"] == [one.facet for one in found]
    assert (4.0, 2.5) == (found[0].shift.first, found[0].shift.second)
    assert NOISE * math.sqrt(1 + 1 / 2) == pytest.approx(found[0].shift.sd)
    assert NOISE * math.sqrt(1 / 2 + 1) == pytest.approx(back[0].shift.sd)


def test_field_by_hand() -> None:
    """Field fit of one shared facet has the noise of its responses, a hundred points wide."""
    found = difference(result(umum_1=5), result(umum_1=1, umum_2=5))

    assert (100.0, 0.0) == (found.field.first, found.field.second)
    assert 100 / SPAN * NOISE * math.sqrt(1 + 1 / 2) == pytest.approx(found.field.sd)


def test_nothing_changed() -> None:
    """The same answers twice are no change of anything."""
    same = result(umum_1=4, a_1=5, b_1=2)
    found = difference(same, same)

    assert ((), None, False) == (found.changed, found.lead, found.beyond_chance)
    assert 1 == pytest.approx(found.chance)
    assert [0.0] * 3 == [one.score.by for one in found.roles]


def test_one_facet_may_change_by_chance() -> None:
    """One of many facets passes the bound by chance; all of them do not."""
    pack = pack_of([facet(letter) for letter in "abcdefghij"], {"p": (1, 0) * 5, "q": (0, 1) * 5})
    low = evaluate(pack, strengths(pack, dict.fromkeys("abcdefghij", 1)))
    one_up = evaluate(pack, strengths(pack, {**dict.fromkeys("abcdefghij", 1), "a": 5}))
    all_up = evaluate(pack, strengths(pack, dict.fromkeys("abcdefghij", 5)))

    assert (("a",), False) == (
        tuple(one.facet for one in difference(low, one_up).changed),
        difference(low, one_up).beyond_chance,
    )
    assert (10, True) == (len(difference(low, all_up).changed), difference(low, all_up).beyond_chance)


def test_a_facet_alone_may_change_beyond_chance() -> None:
    """Where one facet alone was answered both times and changed, that is seldom enough to be no chance."""
    found = difference(result(a_1=1), result(a_1=5))

    assert (("a",), UNLIKELY, True) == (
        tuple(one.facet for one in found.changed),
        found.chance,
        found.beyond_chance,
    )


def test_duels_count_as_responses() -> None:
    """A duel is one more response: it steadies the facets that it was about."""
    pack = three_of_a_field()
    plain = evaluate(pack, Answers({"a-1": 4}))
    fought = evaluate(pack, Answers({"a-1": 4}, (DuelAnswer("a", "b", "left"),)))

    assert NOISE * math.sqrt(1 + 1 / 2) == pytest.approx(difference(plain, fought).facets[0].shift.sd)


def test_different_packs() -> None:
    """Results of different packs have nothing to compare: a mistake of the caller."""
    other = pack_of([facet("a"), facet("b")], {"p": (1, 0), "q": (0, 1)}, fingerprint="f")

    with pytest.raises(ValueError, match=r"^the two results are of different packs$"):
        difference(result(a_1=3), evaluate(other, Answers({"a-1": 3})))


@pytest.mark.parametrize(("count", "of"), [(0, 0), (0, 4), (1, 1), (1, 4), (3, 4), (4, 4), (5, 4)])
def test_at_least(count: int, of: int) -> None:
    """The chance of so many or more of independent events, counted case by case."""
    cases = [sum(case) for case in product((0, 1), repeat=of)]
    expected = sum(0.05**hits * 0.95 ** (of - hits) for hits in cases if hits >= count)

    assert expected == pytest.approx(at_least(count, of, 0.05))


def test_a_difference_in_a_document() -> None:
    """Every shift tells both values, by how much they differ, its noise, and whether that is more than noise allows."""
    first, second = result(a_1=5, a_2=1, b_1=1, umum_1=4), result(a_1=1, a_2=5, b_1=5, umum_1=2)
    found = difference(first, second)
    assert found.lead is not None

    def told(shift: Shift) -> dict[str, object]:
        return {
            "first": shift.first,
            "second": shift.second,
            "difference": shift.by,
            "sd": shift.sd,
            "z": shift.z,
            "changed": shift.changed,
        }

    assert found.to_dict() == {
        "lead": told(found.lead),
        "field": told(found.field),
        "roles": [
            {"role": one.role, "ranks": {"first": one.ranks[0], "second": one.ranks[1]}, "score": told(one.score)}
            for one in found.roles
        ],
        "facets": [{"facet": one.facet, **told(one.shift)} for one in found.facets],
        "changed": len(found.changed),
        "chance": found.chance,
        "beyond_chance": found.beyond_chance,
    }
    assert found.roles[0].ranks[0] != found.roles[0].ranks[1]
    assert difference(first, first).to_dict()["lead"] is None
