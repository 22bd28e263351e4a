"""What a study tells of counts gives away none from 1 to 4: whoever holds all of it tries every table that fits."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pytest

from careerfit.validation.disclosure import LEFT, confusion, ends_of, ends_of_parts
from careerfit.validation.intervals import wilson

Ends = tuple[int, int]
TRIES = 300


def could_be(ends: Sequence[Ends], total: int) -> list[set[int]]:
    """All that each count could be for somebody who knows the ends of all and their sum."""
    found: list[set[int]] = [set() for _ in ends]
    for first in itertools.product(*(range(low, high + 1) for low, high in ends[:-1])):
        last = total - sum(first)
        if ends[-1][0] <= last <= ends[-1][1]:
            for n, value in enumerate((*first, last)):
                found[n].add(value)
    return found


@pytest.mark.parametrize(
    ("hits", "of", "expected"),
    [
        (0, 60, (0, 0)),
        (1, 60, (0, 4)),
        (4, 60, (0, 4)),
        (5, 60, (5, 5)),
        (30, 60, (30, 30)),
        (55, 60, (55, 55)),
        (57, 60, (56, 60)),
        (60, 60, (60, 60)),
        (2, 3, (0, 3)),
    ],
)
def test_a_share_that_tells_of_a_few_is_told_as_five_numbers(hits: int, of: int, expected: Ends) -> None:
    """Where it is true of one to four people, or not true of them, five numbers are left; nobody and all are told."""
    assert expected == ends_of(wilson(hits, of))


def test_the_whole_gives_no_share_of_a_few_away() -> None:
    """Of many sets of roles, what is told of each and of all leaves three numbers at least to all that would tell of
    one to four; and holds what is true.
    """
    random = np.random.default_rng(2)
    for _ in range(TRIES):
        of = random.integers(5, 40, 4)
        shares = [wilson(int(random.binomial(n, random.choice([0.05, 0.5, 0.9]))), int(n)) for n in of]
        whole = wilson(sum(one.hits for one in shares), int(of.sum()))
        ends, of_all = ends_of_parts(shares, whole)
        if of_all[0] < of_all[1]:
            assert all(ends[n] == ends_of(one) for n, one in enumerate(shares)) or whole.hits not in (0, whole.of)
            continue
        left = could_be(ends, whole.hits)
        for n, one in enumerate(shares):
            assert ends[n][0] <= one.hits <= ends[n][1]
            if 0 < min(one.hits, one.of - one.hits) < 5:
                assert len(left[n]) >= LEFT


def test_no_row_of_the_confusion_gives_a_small_count_away() -> None:
    """Whoever knows how many members a role has, and what is told of how many were found, can pin down no count from
    one to four of those who got another role.
    """
    random = np.random.default_rng(3)
    hidden = 0
    for _ in range(TRIES):
        counts = [[int(one) for one in random.choice([0, 1, 2, 3, 6, 9], 4)] for _ in range(4)]
        for k in range(4):
            counts[k][k] = int(random.choice([3, 12, 20, 40]))
        shares = [wilson(row[k], sum(row)) for k, row in enumerate(counts)]
        own, _ = ends_of_parts(shares, wilson(sum(one.hits for one in shares), sum(map(sum, counts))))
        for k, (row, told) in enumerate(zip(counts, confusion(counts, own), strict=True)):
            ends = [
                (one, one) if one is not None else own[k] if n == k else (1, 4) if 0 < row[n] < 5 else (0, sum(row))
                for n, one in enumerate(told)
            ]
            assert all(one in (None, row[n]) for n, one in enumerate(told))
            left = could_be(ends, sum(row))
            for n, one in enumerate(row):
                if n != k and 0 < one < 5:
                    hidden += 1
                    assert told[n] is None
                    assert len(left[n]) >= LEFT or {None} == set(told)
    assert hidden > TRIES


def test_a_table_without_small_counts_is_told_as_it_is() -> None:
    """Nothing is hidden where no count is from one to four."""
    counts = [[20, 7, 0], [6, 20, 9], [0, 0, 20]]
    own = [ends_of(wilson(row[k], sum(row))) for k, row in enumerate(counts)]
    assert counts == confusion(counts, own)
