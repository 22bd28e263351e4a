"""Which item comes next in the quick form, and when to stop: pure functions of what was asked and answered so far."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache

from careerfit.core.bank import family_items
from careerfit.core.confidence import probabilities
from careerfit.core.model import Answers, Item, Pack
from careerfit.core.person import DEVIATION, NOISE, Person, Tally, expected, outlook, person, spread, tally
from careerfit.core.scoring import facet_values, keyed_response, scores

MOST_ITEMS = 30
SURE = 0.9
"""The quick form stops asking items when the leader reaches this probability."""
OPENING = 2
"""So many items of each deal-breaker family come first …"""
OPENING_MORE = 4
"""… and up to so many where the first ones average this or less:"""
OPENING_LOW = 2.5
NEAR = 0.85
"""Items with at least this share of the best one's information are near equals: key balance decides among them."""

Choice = tuple[int, int]
"""A facet's position in the pack, and a key: +1 or −1."""


def next_item(pack: Pack, answers: Answers, asked: Collection[str]) -> Item | None:
    """The quick form's next item; None once the leader is sure or the items are used up.

    ``asked`` holds the keys of all items put so far, skipped ones too; ``answers`` what was answered of them.
    """
    first = opening_item(pack, answers, asked)
    if first is not None:
        return first
    if len(asked) >= MOST_ITEMS or max(shown_probabilities(pack, answers)) >= SURE:
        return None
    return best_item(pack, answers, asked)


def shown_probabilities(pack: Pack, answers: Answers) -> tuple[float, ...]:
    """The probabilities as they would be shown now, in the pack's order of roles."""
    values = facet_values(pack, answers)
    return probabilities(pack, scores(pack, values), [v.count for v in values])


def opening_item(pack: Pack, answers: Answers, asked: Collection[str]) -> Item | None:
    """The next item of a deal-breaker family that must come first: positive and reversed in turn."""
    for family in pack.breakers:
        items = opening_order(pack, family)
        if (item := _first_open(items[:OPENING], asked)) is not None:
            return item
        rated = [keyed_response(i, answers.responses[i.key]) for i in items[:OPENING] if i.key in answers.responses]
        low = bool(rated) and sum(rated) / len(rated) <= OPENING_LOW
        if low and (item := _first_open(items[OPENING:OPENING_MORE], asked)) is not None:
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
        w = key - DEVIATION**2 * known[t].gain * known[t].keys
        under = [v + key * a for v, a in zip(values, state.agreement, strict=True)]
        left = NOISE**2 + own + u * u * ll + 2 * u * w * la + w * w * aa
        found[t, key] = spread(under, state.weights) / left
    return found
