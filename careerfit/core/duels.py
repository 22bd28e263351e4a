"""Duels: "which of these two would you rather do?", between a mark of one leading role and one of the other."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from careerfit.core.adaptive import shown_probabilities
from careerfit.core.confidence import ENOUGH
from careerfit.core.explain import marks
from careerfit.core.model import MOST_DUELS, Answers, Duel, Pack
from careerfit.core.person import USUAL, expected, outlook, person, spread, tally
from careerfit.core.scoring import order

View = tuple[list[float], float, float]


def next_duel(pack: Pack, answers: Answers, fought: Sequence[Duel]) -> Duel | None:
    """The next duel: between a facet that the leader fully asks for and the second role less, and the reverse.

    None once the leader's probability is 0.8, after six, or when one of the two has no such facet left. ``fought``
    holds all duels put so far, skipped ones too. No facet stands in two duels.
    """
    if len(fought) >= MOST_DUELS or len(pack.roles) < 2:
        return None
    shown = shown_probabilities(pack, answers)
    first, second = order(shown)[:2]
    if shown[first] >= ENOUGH:
        return None
    used = {facet for duel in fought for facet in (duel.left, duel.right)}
    ours, theirs = (
        [pack.facet_index[m.facet] for m in marks(pack, *pair) if m.relevance == 1 and m.facet not in used]
        for pair in ((first, [second]), (second, [first]))
    )
    return _most_telling(pack, answers, ours, theirs)


def _most_telling(pack: Pack, answers: Answers, ours: Collection[int], theirs: Collection[int]) -> Duel | None:
    """The pair whose outcome tells most about the roles still in play; the first in the pack's order among equals."""
    pairs = [(a, b) for a in ours for b in theirs]
    if not pairs:
        return None
    known = tally(pack, answers)
    state = person(pack, known)
    means = expected(pack)
    views = {t: outlook(state, known[t], means[t]) for t in {*ours, *theirs}}
    return side_by_side(
        pack, *max(pairs, key=lambda pair: (round(_worth(views, state.weights, *pair), 9), -pair[0], -pair[1]))
    )


def _worth(views: Mapping[int, View], weights: Sequence[float], a: int, b: int) -> float:
    gap = [x - y for x, y in zip(views[a][0], views[b][0], strict=True)]
    return spread(gap, weights) / (2 * USUAL.noise**2 + views[a][2] + views[b][2])


def side_by_side(pack: Pack, a: int, b: int) -> Duel:
    """The duel of two facets (positions in the pack).

    A pair always stands the same way round, and neither leaders nor early facets always stand on the left.
    """
    low, high = sorted((a, b))
    left, right = (low, high) if (low + high) % 2 else (high, low)
    return Duel(pack.facets[left].key, pack.facets[right].key)
