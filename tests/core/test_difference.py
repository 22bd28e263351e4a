"""Two attempts of one person: what is called a change, and how often by mistake."""

from __future__ import annotations

import dataclasses
import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careerfit.core.confidence import ITEM_NOISE, UNANSWERED_SD
from careerfit.core.difference import CHANGE_Z, Difference, Move, at_least, difference, noise_sd
from careerfit.core.model import Answers, DuelAnswer, Pack, Result
from careerfit.core.result import evaluate
from careerfit.core.scoring import facet_values, table

PEOPLE = 120


def answering(pack: Pack, dice: random.Random, mind: dict[str, float], share: float = 1.0) -> Result:
    """What someone with these strengths (facet → 1 to 5) answers today, to a share of the items."""
    responses = {}
    for item in pack.items:
        if dice.random() < share:
            keyed = min(5, max(1, round(mind[item.facet] + dice.gauss(0, 4 * ITEM_NOISE))))
            responses[item.key] = keyed if item.keyed > 0 else 6 - keyed
    return evaluate(pack, Answers(responses))


def a_mind(pack: Pack, dice: random.Random) -> dict[str, float]:
    """Somebody's strengths, within what the scale can tell."""
    return {facet.key: min(4.5, max(1.5, dice.gauss(3.3, 0.7))) for facet in pack.facets}


def uniform(pack: Pack, strength: int) -> Result:
    """Someone who is equally strong in everything."""
    return evaluate(pack, Answers({i.key: strength if i.keyed > 0 else 6 - strength for i in pack.items}))


def one_facet(pack: Pack, result: Result, facet: str, strength: int) -> Result:
    """The same answers, but for one facet."""
    changed = {item.key: strength if item.keyed > 0 else 6 - strength for item in pack.facet(facet).items}
    return evaluate(pack, Answers({**result.answers.responses, **changed}))


def test_same_answers_differ_in_nothing(pack: Pack) -> None:
    """Two attempts with the same answers have no change, no difference, and the same leader."""
    result = answering(pack, random.Random(1), a_mind(pack, random.Random(2)))
    found = difference(result, result)
    moves = [*(facet.move.by for facet in found.facets), *(role.score.by for role in found.roles), found.field.by]
    assert (0.0, (), None, False) == (max(moves), found.changed, found.lead, found.beyond_chance)
    assert found.chance == pytest.approx(1.0)


def test_results_of_other_packs_are_refused(pack: Pack) -> None:
    """Results of two packs can't be compared."""
    result = uniform(pack, 4)
    other = dataclasses.replace(result, pack=dataclasses.replace(pack, fingerprint="another"))
    with pytest.raises(ValueError, match="different packs"):
        difference(result, other)


def test_only_facets_answered_twice_are_compared(pack: Pack) -> None:
    """A facet is compared where it was answered both times, and nowhere else."""
    first, second, third = pack.facets[:3]
    both = evaluate(pack, Answers({first.items[0].key: 4, second.items[0].key: 2}))
    other = evaluate(pack, Answers({second.items[1].key: 2, third.items[0].key: 5}))
    assert [second.key] == [facet.facet for facet in difference(both, other).facets]


def test_moved_most_comes_first(pack: Pack) -> None:
    """Facets stand by how far they moved, in standard deviations, whatever the direction."""
    result = uniform(pack, 3)
    down, up = pack.facets[4].key, pack.facets[9].key
    changed = one_facet(pack, one_facet(pack, result, up, 4), down, 1)
    assert [down, up] == [facet.facet for facet in difference(result, changed).facets[:2]]


def test_values_are_on_the_response_scale(pack: Pack) -> None:
    """A facet's values are told from 1 to 5, and its standard deviation in the same unit."""
    facet = next(facet for facet in pack.facets if len(facet.items) == 2)
    result = uniform(pack, 2)
    (moved,) = difference(result, one_facet(pack, result, facet.key, 5)).changed
    expected = (2.0, 5.0, 3.0, 4 * ITEM_NOISE)
    assert expected == pytest.approx((moved.move.first, moved.move.second, moved.move.by, moved.move.sd))


def test_more_answers_make_surer(pack: Pack) -> None:
    """The same shift is surer where it rests on more answers."""
    facet = next(facet for facet in pack.facets if len(facet.items) == 2)
    one = [evaluate(pack, Answers({facet.items[0].key: r})) for r in (2, 4)]
    two = [evaluate(pack, Answers({i.key: r if i.keyed > 0 else 6 - r for i in facet.items})) for r in (2, 4)]
    sds = [difference(*pair).facets[0].move.sd for pair in (one, two)]
    assert math.sqrt(2) == pytest.approx(sds[0] / sds[1])


def test_duels_count_as_answers(pack: Pack) -> None:
    """A duel counts as one more answer to each of its facets."""
    left, right = [facet.key for facet in pack.facets if facet.key not in pack.shared][:2]
    item = pack.facet(left).items[0].key
    plain = evaluate(pack, Answers({item: 3}))
    fought = evaluate(pack, Answers({item: 3}, (DuelAnswer(left, right, "left"),)))
    (facet,) = difference(plain, fought).facets
    assert 4 * ITEM_NOISE * math.sqrt(1 + 1 / 2) == pytest.approx(facet.move.sd)


def test_score_noise_with_all_answered(pack: Pack) -> None:
    """With everything answered, the variance of a score's difference is that of its facets, weighted."""
    values = facet_values(pack, uniform(pack, 4).answers)
    points = table(pack).points[0]
    expected = math.sqrt(2 * sum(w * w * ITEM_NOISE**2 / v.count for w, v in zip(points, values, strict=True)))
    assert expected == pytest.approx(noise_sd(pack, points, values, values))


def test_score_noise_without_answers(pack: Pack) -> None:
    """Where nothing was answered in either attempt, nothing wavers."""
    nothing = facet_values(pack, Answers())
    assert noise_sd(pack, table(pack).points[0], nothing, nothing) == 0.0


def test_facet_answered_once_counts_as_unanswered_once(pack: Pack) -> None:
    """A facet answered in one attempt only brings what it was taken for in the other one, and its own noise."""
    facet = next(facet for facet in pack.facets if facet.key in pack.shared)
    position = pack.facet_index[facet.key]
    nothing = facet_values(pack, Answers())
    one = facet_values(pack, Answers({facet.items[0].key: 4}))
    points = [100.0 if t == position else 0.0 for t in range(len(pack.facets))]
    assert 100 * math.hypot(ITEM_NOISE, UNANSWERED_SD) == pytest.approx(noise_sd(pack, points, nothing, one))


def test_unanswered_facets_waver_with_the_answered(pack: Pack) -> None:
    """What unanswered facets are taken for rests on the answered ones, and wavers with them."""
    shared = [t for t, facet in enumerate(pack.facets) if facet.key in pack.shared]
    values = facet_values(pack, Answers({pack.facets[shared[0]].items[0].key: 4}))
    points = [1.0 if t == shared[1] else 0.0 for t in range(len(pack.facets))]
    assert math.sqrt(2) * ITEM_NOISE / 3 == pytest.approx(noise_sd(pack, points, values, values))


def test_turned_lead_is_told(pack: Pack) -> None:
    """Where another role leads, the gap between the two leaders goes from above 0 to below."""
    ideal = [ideal_member(pack, k) for k in (0, 2)]
    found = difference(*ideal)
    assert found.lead is not None
    gap = ideal[0].ranking[0].score - next(r.score for r in ideal[0].ranking if r.role == pack.roles[2].slug)
    assert gap == pytest.approx(found.lead.first)
    assert (True, True) == (found.lead.second < 0, found.lead.changed)


def ideal_member(pack: Pack, role: int) -> Result:
    """Someone strong in exactly what that role asks for."""
    strength = {facet.key: 2 + 3 * pack.relevance[role][t] for t, facet in enumerate(pack.facets)}
    responses = {i.key: round(strength[i.facet]) if i.keyed > 0 else 6 - round(strength[i.facet]) for i in pack.items}
    return evaluate(pack, Answers(responses))


def test_roles_stand_as_the_second_ranks_them(pack: Pack) -> None:
    """Roles stand in the order of the second result, with both ranks and both scores."""
    first, second = ideal_member(pack, 0), ideal_member(pack, 2)
    found = difference(first, second)
    before = {ranked.role: ranked for ranked in first.ranking}
    expected = [(r.role, (before[r.role].rank, r.rank), before[r.role].score, r.score) for r in second.ranking]
    assert expected == [(one.role, one.ranks, one.score.first, one.score.second) for one in found.roles]


def test_the_other_way_round(pack: Pack) -> None:
    """Set side by side the other way round, the same differences have the opposite sign and the same noise."""
    dice = random.Random(5)
    first, second = (answering(pack, dice, a_mind(pack, dice), 0.6) for _ in range(2))
    there, back = difference(first, second), difference(second, first)

    def moves(found: Difference, sign: int) -> dict[str, float]:
        named = {"field": found.field} | {one.role: one.score for one in found.roles}
        named |= {one.facet: one.move for one in found.facets}
        return {f"{name} by": sign * move.by for name, move in named.items()} | {n: m.sd for n, m in named.items()}

    assert moves(there, 1) == pytest.approx(moves(back, -1))


@pytest.mark.parametrize("shares", [(1.0, 1.0), (0.5, 0.5), (0.5, 1.0)])
def test_wavering_is_rarely_called_a_change(pack: Pack, shares: tuple[float, float]) -> None:
    """Of people who have not changed, about one facet and one score in twenty is called changed, also on half forms."""
    dice = random.Random(11)
    facets = scores = compared = 0
    beyond = 0
    for _ in range(PEOPLE):
        mind = a_mind(pack, dice)
        found = difference(*(answering(pack, dice, mind, share) for share in shares))
        facets += len(found.changed)
        compared += len(found.facets)
        scores += sum(one.score.changed for one in found.roles)
        beyond += found.beyond_chance
    assert 0.03 < facets / compared < 0.07
    assert scores / (PEOPLE * len(pack.roles)) < 0.1
    assert beyond / PEOPLE < 0.12


def test_real_change_is_seen(pack: Pack) -> None:
    """Someone who has turned from one role's ideal to another's is told so, also with noise."""
    dice = random.Random(12)
    minds = [{f.key: 2 + 2.5 * pack.relevance[k][t] for t, f in enumerate(pack.facets)} for k in (0, 2)]
    seen = [difference(*(answering(pack, dice, mind) for mind in minds)).beyond_chance for _ in range(20)]
    assert sum(seen) >= 18


@given(st.integers(0, 40), st.integers(0, 40), st.floats(0.01, 0.99))
@settings(deadline=None)
def test_tail_is_a_probability(count: int, of: int, probability: float) -> None:
    """The tail lies between 0 and 1, is 1 from none on, and falls as more are asked for."""
    tail = at_least(count, of, probability)
    assert 0.0 <= tail <= 1.0 + 1e-12
    assert at_least(0, of, probability) == pytest.approx(1.0)
    assert at_least(count + 1, of, probability) <= tail + 1e-12


def test_tail_by_hand() -> None:
    """Two or more heads of three coins come up half the time."""
    assert at_least(2, 3, 0.5) == pytest.approx(0.5)


@pytest.mark.parametrize(("by", "changed"), [(CHANGE_Z, True), (-CHANGE_Z, True), (1.95, False), (-1.95, False)])
def test_where_change_begins(by: float, changed: bool) -> None:
    """A change begins at 1.96 standard deviations, up and down."""
    assert changed is Move(0.0, by, 1.0).changed


def test_nothing_wavers_without_noise() -> None:
    """Where nothing can waver, there is no distance to tell."""
    assert (0.0, False) == (Move(1.0, 2.0, 0.0).z, Move(1.0, 2.0, 0.0).changed)
