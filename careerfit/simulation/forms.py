"""Questionnaires, whole and cut short, as a simulated person fills them in: which items and duels, and what is said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from careerfit.core.model import Answers, Duel, DuelAnswer, Facet, Item, Pack
from careerfit.core.person import Person, Tally, person
from careerfit.core.quick_form import Choice, best_item, information, next_duel, next_item, open_choices, opening_item
from careerfit.simulation.respondents import Respondent


def one_each(pack: Pack, kinds: Sequence[str] = ("trait", "interest")) -> tuple[Item, ...]:
    """One item of every facet of these kinds, keyed so that agreeing with everything favours no role."""
    facets = [facet for facet in pack.facets if facet.kind in kinds]
    keys = _even_keys(pack, facets)
    return tuple(next((i for i in f.items if i.keyed == keys[f.key]), f.items[0]) for f in facets)


def _even_keys(pack: Pack, facets: Sequence[Facet]) -> dict[str, int]:
    """A key for each facet: weightiest facets first, each the way that keeps the roles most even, then the keys."""
    contrast = pack.table.contrast
    columns = {f.key: [row[pack.facet_index[f.key]] for row in contrast] for f in facets}
    tilts, balance = [0.0] * len(pack.roles), 0
    keys: dict[str, int] = {}
    for facet in sorted(facets, key=lambda f: -sum(abs(w) for w in columns[f.key])):
        after = {key: [old + key * w for old, w in zip(tilts, columns[facet.key], strict=True)] for key in (1, -1)}
        uneven = {key: (round(sum(t * t for t in tilt), 9), abs(balance + key), -key) for key, tilt in after.items()}
        key = min(uneven, key=uneven.__getitem__)
        keys[facet.key], tilts, balance = key, after[key], balance + key
    return keys


def fixed(respondent: Respondent, items: Sequence[Item]) -> Answers:
    """The answers to a fixed list of items."""
    return Answers({item.key: respondent.responses[item.key] for item in items})


def quick_items(pack: Pack, respondent: Respondent) -> Answers:
    """The quick form as far as the items go, with those that check."""
    given: dict[str, int] = {}
    while (item := next_item(pack, Answers(given), given)) is not None:
        given[item.key] = respondent.responses[item.key]
    return Answers(given)


def with_duels(pack: Pack, respondent: Respondent, answers: Answers) -> Answers:
    """The same answers and the duels that follow them: at most six."""
    fought: list[Duel] = []
    while (duel := next_duel(pack, answers, fought)) is not None:
        fought.append(duel)
        outcome = DuelAnswer(duel.left, duel.right, respondent.prefer(pack, duel))
        answers = Answers(answers.responses, (*answers.duels, outcome))
    return answers


def adaptive_lengths(pack: Pack, respondent: Respondent, lengths: Sequence[int]) -> list[Answers]:
    """The adaptive form cut off at each length (ascending), without stopping early."""
    given: dict[str, int] = {}
    found = []
    for length in lengths:
        while len(given) < length:
            item = opening_item(pack, Answers(given), given) or best_item(pack, Answers(given), given)
            if item is None:
                break
            given[item.key] = respondent.responses[item.key]
        found.append(Answers(dict(given)))
    return found


@lru_cache(maxsize=4)
def balanced_order(pack: Pack, length: int) -> tuple[Item, ...]:
    """The best fixed form of that length: it opens like the quick form, then takes the item that tells most about the
    roles while nothing is known of the person but which items they were asked, keys in balance.
    """
    chosen: list[Item] = []
    known = [Tally() for _ in pack.facets]
    while len(chosen) < length:
        asked = {item.key for item in chosen}
        item = opening_item(pack, Answers(), asked) or _most_telling(pack, known, chosen)
        if item is None:
            break
        chosen.append(item)
        known[pack.facet_index[item.facet]].add(0, item.keyed)
    return tuple(chosen)


def _most_telling(pack: Pack, known: Sequence[Tally], chosen: Sequence[Item]) -> Item | None:
    choices = open_choices(pack, {item.key for item in chosen})
    if not choices:
        return None
    flat = tuple(1 / len(pack.roles) for _ in pack.roles)
    nobody = Person(flat, tuple(0.0 for _ in flat), tuple(0.0 for _ in flat), person(pack, known).covariance, 0.0)
    worth = information(pack, known, nobody, choices)
    balance = sum(item.keyed for item in chosen)

    def rank(choice: Choice) -> tuple[bool, float, int, int]:
        t, key = choice
        return (abs(balance + key) <= 1, round(worth[choice], 9), -t, key)

    return choices[max(choices, key=rank)]
