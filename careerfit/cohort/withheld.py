"""What is not told of a group, so that nothing can be learned about one person."""

from __future__ import annotations

from collections.abc import Mapping

FEWEST = 5
"""A group of fewer people is not told of."""


def counted(counts: Mapping[str, int], people: int) -> dict[str, int | None]:
    """Counts, None for those from 1 to 4; of fewer than five people all are None."""
    return {name: None if people < FEWEST or 0 < count < FEWEST else count for name, count in counts.items()}


def divided(counts: Mapping[str, int], people: int) -> dict[str, int | None]:
    """The same of counts that add up to a known total.

    A single one that is left out could be worked out from the others: the smallest of these is left out with it.
    """
    found = counted(counts, people)
    told = [name for name, count in found.items() if count]
    if list(found.values()).count(None) == 1 and told:
        found[min(told, key=lambda name: counts[name])] = None
    return found


def tenth(count: int, people: int) -> float:
    """A share rounded to tenths, which no single person moves noticeably in any but the smallest groups."""
    return round(count / people, 1)
