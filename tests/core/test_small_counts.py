"""No count of a group tells of fewer than five people, also not beside all the others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

import pytest

from careerfit.core.small_counts import FEWEST, counted, divided, tenth, verdicts_and_leaders

VERDICTS = ("clear", "tie", "unclear", "misfit")
ROLES = ("a", "b", "c")
MOST = 10
Counts = tuple[int, ...]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({"a": 20, "b": 0, "c": 12}, {"a": 20, "b": 0, "c": 12}),
        ({"a": 20, "b": 3, "c": 12}, {"a": 20, "b": None, "c": None}),
        ({"a": 20, "b": 3, "c": 2}, {"a": 20, "b": None, "c": None}),
        ({"a": 20, "b": 1, "c": 1}, {"a": None, "b": None, "c": None}),
        ({"a": 20, "b": 1, "c": 1, "d": 9}, {"a": 20, "b": None, "c": None, "d": None}),
        ({"a": 20, "b": 4, "c": 4, "d": 9}, {"a": 20, "b": None, "c": None, "d": None}),
        ({"a": 4, "b": 4, "c": 0}, {"a": None, "b": None, "c": None}),
        ({"a": 3, "b": 0, "c": 0}, {"a": None, "b": None, "c": None}),
        ({"a": 4, "b": 4, "c": 4, "d": 30}, {"a": None, "b": None, "c": None, "d": None}),
        ({"a": 4, "b": 4, "c": 3, "d": 30}, {"a": None, "b": None, "c": None, "d": 30}),
        ({"a": 5, "b": 4, "c": 30}, {"a": None, "b": None, "c": 30}),
        ({"a": 0, "b": 9, "c": 3, "d": 7}, {"a": 0, "b": 9, "c": None, "d": None}),
        ({"a": 5, "b": 0}, {"a": 5, "b": 0}),
    ],
)
def test_no_small_count_can_be_worked_out(counts: dict[str, int], expected: dict[str, int | None]) -> None:
    """What is left out is two counts or more that come to five or more, and not all four each."""
    assert expected == divided(counts, sum(counts.values()))


def test_counts_that_overlap_hide_only_small_ones() -> None:
    """Flags don't add up to a total: each stands for itself."""
    assert {"a": 20, "b": None, "c": 0, "d": 5} == counted({"a": 20, "b": 3, "c": 0, "d": 5}, 30)
    assert {"a": 5, "b": None} == counted({"a": 5, "b": 4}, 5)
    assert {"a": None, "b": None} == counted({"a": 4, "b": 0}, 4)


@pytest.mark.parametrize(
    ("verdicts", "leaders", "expected"),
    [
        ((12, 8, 0, 0), (12, 8, 0), ((12, 8, 0, 0), (12, 8, 0))),
        ((12, 8, 5, 0), (12, 8, 0), ((12, 8, 5, 0), (12, 8, 0))),  # five who are named no role
        ((12, 8, 3, 0), (12, 8, 0), ((12, None, None, 0), (12, None, 0))),  # three of them
        ((12, 8, 1, 0), (8, 12, 0), ((12, None, None, 0), (None, 12, 0))),
        ((5, 0, 9, 0), (5, 0, 0), ((5, 0, 9, 0), (5, 0, 0))),  # five who are
        ((5, 0, 0, 0), (5, 0, 0), ((5, 0, 0, 0), (5, 0, 0))),
        ((2, 2, 6, 5), (2, 2, 0), ((None, None, 6, None), (None, None, None))),  # four of them
        ((1, 0, 9, 0), (1, 0, 0), ((None, 0, None, 0), (None, None, None))),
        ((0, 0, 9, 0), (0, 0, 0), ((0, 0, 9, 0), (None, None, None))),  # nobody
        ((0, 0, 5, 0), (0, 0, 0), ((0, 0, 5, 0), (None, None, None))),
        ((4, 0, 0, 0), (4, 0, 0), ((None, None, None, None), (None, None, None))),  # four people in all
        ((0, 0, 4, 0), (0, 0, 0), ((None, None, None, None), (None, None, None))),
    ],
)
def test_verdicts_and_leaders_side_by_side(
    verdicts: Counts, leaders: Counts, expected: tuple[tuple[int | None, ...], tuple[int | None, ...]]
) -> None:
    """Where five or more are named a role, and five or more or none are not, as much is told as alone; else the
    smallest leader is left out, too.
    """
    told = verdicts_and_leaders(dict(zip(VERDICTS, verdicts, strict=True)), dict(zip(ROLES, leaders, strict=True)))
    assert expected == tuple(tuple(one.values()) for one in told)


def test_a_share_in_tenths() -> None:
    """Shares are told in tenths."""
    assert (0.2, 0.3, 1.0, 0.0) == (tenth(7, 30), tenth(4, 15.0), tenth(5, 5), tenth(0, 7))


def parts(total: int, count: int) -> Iterator[Counts]:
    """All ways to divide a total."""
    if count == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in parts(total - first, count - 1):
            yield first, *rest


@pytest.mark.parametrize("people", range(FEWEST, MOST))
def test_neither_verdicts_nor_leaders_give_a_small_count_away(people: int) -> None:
    """Whoever knows how many people there are, and that there are as many leaders as verdicts that name a role, finds
    two groups or more that would look the same, for each small count and for the number of those who are named a role.
    """
    groups = [v + r for v in parts(people, 4) for r in parts(v[0] + v[1], 3)]
    shown: dict[tuple[int | None, ...], None] = {}
    for group in groups:
        told = verdicts_and_leaders(
            dict(zip(VERDICTS, group, strict=False)), dict(zip(ROLES, group[len(VERDICTS) :], strict=True))
        )
        shown[*told[0].values(), *told[1].values()] = None
    by_known: dict[tuple[int, ...], dict[Counts, list[Counts]]] = defaultdict(lambda: defaultdict(list))
    for pattern in shown:
        assert not any(count is not None and 0 < count < FEWEST for count in pattern)
        known = tuple(place for place, count in enumerate(pattern) if count is not None)
        if not by_known[known]:
            for group in groups:
                by_known[known][tuple(group[place] for place in known)].append(group)
        alike = by_known[known][tuple(pattern[place] or 0 for place in known)]
        possible = [group for group in alike if all(_may_be(pattern, group, place) for place in range(len(pattern)))]
        for place, count in enumerate(pattern):
            if count is None:
                assert not _gives_away({group[place] for group in possible}), pattern
        if None in pattern:
            assert not _gives_away({group[0] + group[1] for group in possible}), pattern
            assert not _gives_away({group[2] + group[3] for group in possible}), pattern


def _may_be(pattern: tuple[int | None, ...], group: Counts, place: int) -> bool:
    """Nobody is told as nobody, unless all of the kind is left out."""
    own = pattern[: len(VERDICTS)] if place < len(VERDICTS) else pattern[len(VERDICTS) :]
    return pattern[place] is not None or group[place] > 0 or set(own) == {None}


def _gives_away(possible: set[int]) -> bool:
    return len(possible) == 1 and 0 < min(chain(possible)) < FEWEST
