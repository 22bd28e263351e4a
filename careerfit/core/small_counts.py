"""Which counts of a group may be told, so that none tells of fewer than five people, also not beside the others.

Of shares, and of what studies tell, ``validation.disclosure`` says the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

FEWEST = 5
"""A group of fewer people is not told of."""
Counts: TypeAlias = Mapping[str, int]
Told: TypeAlias = dict[str, int | None]
NAMING = ("clear", "tie")
"""The verdicts that name a role, so that there is a leader."""


def counted(counts: Counts, people: int) -> Told:
    """Counts that overlap, None for those from 1 to 4; of fewer than five people all are None."""
    return {name: None if people < FEWEST or 0 < count < FEWEST else count for name, count in counts.items()}


def divided(counts: Counts, people: int) -> Told:
    """The same of counts that add up to a known total.

    What is left out must be two counts or more that come to five or more together and could be something else: not all
    at their most. Else the smallest of those that are told is left out as well, those of nobody last.
    """
    found = counted(counts, people)
    told = [name for name, count in found.items() if count is not None]
    others = sorted(told, key=lambda name: (not counts[name], counts[name]))
    while others and not _safe([counts[name] for name, count in found.items() if count is None]):
        found[others.pop(0)] = None
    return found


def _safe(hidden: Sequence[int]) -> bool:
    """Can nothing be worked out of the sum of these counts?"""
    is_open = max(hidden, default=0) >= FEWEST or sum(hidden) < (FEWEST - 1) * len(hidden)
    return not hidden or (len(hidden) > 1 and sum(hidden) >= FEWEST and is_open)


def verdicts_and_leaders(verdicts: Counts, leaders: Counts) -> tuple[Told, Told]:
    """Both, neither of which gives the other away: there are as many leaders as verdicts that name a role.

    Where these, or those that name none, are few, their number must not come out of either. Elsewhere it may, and each
    kind of verdict is told as if it did.
    """
    people, naming = sum(verdicts.values()), sum(verdicts[kind] for kind in NAMING)
    told = divided(leaders, naming)
    if 0 < naming < FEWEST or 0 < people - naming < FEWEST:
        if None not in told.values():
            told[min((name for name in told if told[name]), key=lambda name: leaders[name])] = None
        return divided(verdicts, people), told
    apart: Told = {}
    for some in (NAMING, tuple(kind for kind in verdicts if kind not in NAMING)):
        own = {kind: verdicts[kind] for kind in some}
        apart |= divided(own, sum(own.values()) if people >= FEWEST else 0) if any(own.values()) else own
    return {kind: apart[kind] for kind in verdicts}, told


def tenth(count: float, people: float) -> float:
    """A share rounded to tenths, which no single person moves noticeably in any but the smallest groups."""
    return round(float(count) / float(people), 1)
