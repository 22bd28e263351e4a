"""Which question comes next in the quick form, item or duel, and when to stop: it follows from what was said so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from math import log

from careerfit.core.confidence import ENOUGH, probabilities
from careerfit.core.explain import marks
from careerfit.core.model import HIGHEST, LOWEST, MOST_DUELS, Answers, Duel, Item, Pack
from careerfit.core.person import USUAL, Person, Tally, coherence, expected, outlook, person, spread, tally
from careerfit.core.quality import INCOHERENT
from careerfit.core.relevance import family_items
from careerfit.core.scoring import DECIMALS, facet_values, keyed_response, order, scores

LEAST_ITEMS = 12
"""The quick form asks at least so many items before it is sure."""
MOST_ITEMS, FEW_ROLES = 30, 5
"""Among so many roles or fewer, the quick form asks at most so many items, and up to four more that check."""
SURE = 0.9
"""The quick form stops asking items when the leader reaches this probability."""
DOUBTFUL = 0.0
"""At or below this coherence dice explain the answers as well as a person does: the quick form checks then."""
BOTH_WAYS = 5
"""Before it has asked the most items, the quick form doesn't check once so many facets were asked about both ways."""
MOST_CHECKS = 4
"""After the most items, the quick form asks up to so many more that check."""
BREAKER_FIRST, BREAKER_MOST = 2, 4
"""So many items of each deal-breaker family come first, and up to so many where these average ``BREAKER_LOW``."""
BREAKER_LOW = 2.5
"""A mean keyed response of this or less to the first items of a deal-breaker family asks for more of them."""
MIDDLE = (LOWEST + HIGHEST) / 2
NEAR = 0.85
"""Items with at least this share of the best one's information are near equals: key balance decides among them."""

Choice = tuple[int, int]
"""A facet's position in the pack, and a key: +1 or −1."""


def most_items(pack: Pack) -> int:
    """How many items the quick form asks at most: 30, and among more than five roles more, as their logarithm grows.

    Each answer rules out a share of the roles that are still in play. Up to four items that check may follow.
    """
    return max(MOST_ITEMS, round(MOST_ITEMS * log(len(pack.roles), FEW_ROLES)))


def next_item(pack: Pack, answers: Answers, asked: Collection[str]) -> Item | None:
    """The quick form's next item; None once the leader is sure, and clear, or the items are used up.

    ``asked`` holds the keys of all items put so far, skipped ones too; ``answers`` what was answered of them.
    """
    first = opening_item(pack, answers, asked)
    if first is not None:
        return first
    more = len(asked) < most_items(pack)
    if more and not is_sure(pack, answers):
        return best_item(pack, answers, asked)
    fit = coherence(pack, answers)
    if fit <= DOUBTFUL and (check := check_item(pack, answers, asked)) is not None:
        return check
    unclear = fit <= INCOHERENT or answers.is_uniform
    return best_item(pack, answers, asked) if more and unclear else None


def is_sure(pack: Pack, answers: Answers) -> bool:
    """Was enough answered, and does the leader reach 0.9?"""
    return len(answers.responses) >= LEAST_ITEMS and max(shown_probabilities(pack, answers)) >= SURE


def shown_probabilities(pack: Pack, answers: Answers) -> tuple[float, ...]:
    """The probabilities as they would be shown now, in the pack's order of roles."""
    values = facet_values(pack, answers)
    return probabilities(pack, scores(pack, values), [v.count for v in values])


def opening_item(pack: Pack, answers: Answers, asked: Collection[str]) -> Item | None:
    """The next item of a deal-breaker family that must come first: positive and reversed in turn."""
    for family in pack.breakers:
        items = opening_order(pack, family)
        if (item := _first_open(items[:BREAKER_FIRST], asked)) is not None:
            return item
        rated = [
            keyed_response(i, answers.responses[i.key]) for i in items[:BREAKER_FIRST] if i.key in answers.responses
        ]
        low = bool(rated) and sum(rated) / len(rated) <= BREAKER_LOW
        if low and (item := _first_open(items[BREAKER_FIRST:BREAKER_MOST], asked)) is not None:
            return item
    return None


@lru_cache(maxsize=64)
def opening_order(pack: Pack, family: str) -> tuple[Item, ...]:
    """A family's items in the order in which the opening asks them: keys in turn, facets in turn."""
    items = family_items(pack.facets, family)
    facets = list(dict.fromkeys(item.facet for item in items))
    chosen: list[Item] = []
    key = 1
    while len(chosen) < len(items):
        facet = facets[len(chosen) % len(facets)]
        rest = [item for item in items if item not in chosen]
        chosen.append(min(rest, key=lambda i: (i.keyed != key, i.facet != facet)))
        key = -key
    return tuple(chosen)


def _first_open(items: Sequence[Item], asked: Collection[str]) -> Item | None:
    return next((item for item in items if item.key not in asked), None)


def open_choices(pack: Pack, asked: Collection[str]) -> dict[Choice, Item]:
    """Facet and key → the first such item that was not asked yet."""
    found: dict[Choice, Item] = {}
    for item in pack.items:
        if item.key not in asked:
            found.setdefault((pack.facet_index[item.facet], item.keyed), item)
    return found


def best_item(pack: Pack, answers: Answers, asked: Collection[str]) -> Item | None:
    """The item with the most information; between near equals, the one that keeps the keys in balance."""
    choices = open_choices(pack, asked)
    if not choices:
        return None
    known = tally(pack, answers)
    worth = information(pack, known, person(pack, known), choices)
    balance = sum(pack.item_by_key[key].keyed for key in asked)
    enough = NEAR * max(worth.values())
    near = [(abs(balance + key), -value, t, key) for (t, key), value in worth.items() if value >= enough]
    _, _, t, key = min(near)
    return choices[t, key]


def check_item(pack: Pack, answers: Answers, asked: Collection[str]) -> Item | None:
    """The opposite of an item that was answered, where the facet was asked about one way only.

    The facet that was rated furthest from the middle comes first: there, dice are least likely to agree. None once
    five facets were asked about both ways, or, where the most items were asked, after four more.
    """
    ways = {(pack.facet_index[item.facet], item.keyed) for item in map(pack.item_by_key.__getitem__, asked)}
    both = sum((t, 1) in ways and (t, -1) in ways for t in range(len(pack.facets)))
    most = most_items(pack)
    if both >= BOTH_WAYS if len(asked) < most else len(asked) >= most + MOST_CHECKS:
        return None
    known = tally(pack, answers, duels=False)
    far = {
        item: abs(known[t].total / known[t].count - MIDDLE)
        for (t, key), item in open_choices(pack, asked).items()
        if known[t].count and (t, key) not in ways
    }
    return max(far, key=far.__getitem__, default=None)


def information(
    pack: Pack, known: Sequence[Tally], state: Person, choices: Mapping[Choice, Item]
) -> dict[Choice, float]:
    """How much each item tells about the roles still in play (≥ 0): the spread of what they lead one to expect,
    weighted by how likely they are, over the variance of the response that is left.
    """
    means = expected(pack)
    ll, la, aa = state.covariance
    found: dict[Choice, float] = {}
    views = {t: outlook(state, known[t], means[t]) for t in {t for t, _ in choices}}
    for t, key in choices:
        values, u, own = views[t]
        w = key - USUAL.deviation**2 * USUAL.gain(known[t].count) * known[t].keys
        under = [v + key * a for v, a in zip(values, state.agreement, strict=True)]
        left = USUAL.noise**2 + own + u * u * ll + 2 * u * w * la + w * w * aa
        found[t, key] = spread(under, state.weights) / left
    return found


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

    def rank(pair: tuple[int, int]) -> tuple[float, int, int]:
        (ours, _, one), (theirs, _, other) = views[pair[0]], views[pair[1]]
        gap = [x - y for x, y in zip(ours, theirs, strict=True)]
        return round(spread(gap, state.weights) / (2 * USUAL.noise**2 + one + other), DECIMALS), -pair[0], -pair[1]

    return side_by_side(pack, *max(pairs, key=rank))


def side_by_side(pack: Pack, a: int, b: int) -> Duel:
    """The duel of two facets (positions in the pack).

    A pair always stands the same way round, and neither leaders nor early facets always stand on the left.
    """
    low, high = sorted((a, b))
    left, right = (low, high) if (low + high) % 2 else (high, low)
    return Duel(pack.facets[left].key, pack.facets[right].key)
