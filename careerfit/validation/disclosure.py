"""Which counts of people a study may tell, so that nobody learns of a count from 1 to 4.

Such a count is withheld, and so is a share that tells one: of those it is true of, or of those it is not. Where the sum
is told, it would give away what is withheld; therefore others are widened with it, the smallest first, until whatever
is withheld could still be three numbers at least, or nothing else is told (cell suppression with an audit: Hundepool
et al., Statistical Disclosure Control, 2012, ch. 4). Means, spreads and coefficients are not counts, and are told as
they are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeAlias

from careerfit.core.small_counts import FEWEST
from careerfit.validation.intervals import Share

Ends: TypeAlias = tuple[int, int]
"""The least and the most that a count is told to be; equal where it is told."""
LEFT = 3
"""Whatever is withheld could still be so many numbers."""


def is_small(count: int) -> bool:
    """Is it a count of one to four people?"""
    return 0 < count < FEWEST


def few(count: int) -> int | None:
    """A count of people by itself; None for one to four."""
    return None if is_small(count) else count


def ends_of(one: Share) -> Ends:
    """The hits of a share by itself, as they are told."""
    return _band(one) if is_small(_fewer(one)) else (one.hits, one.hits)


def ends_of_parts(shares: Sequence[Share], whole: Share) -> tuple[list[Ends], Ends]:
    """The hits of shares, and of the whole that they make up, as they are told."""
    ends = [ends_of(one) for one in shares]
    if is_small(_fewer(whole)):
        return ends, _band(whole)
    others = sorted(
        (n for n, (low, high) in enumerate(ends) if low == high and shares[n].of),
        key=lambda n: (not _fewer(shares[n]), _fewer(shares[n])),
    )
    is_safe = _guard([one.hits for one in shares], ends, others, lambda n: _band(shares[n]))
    return ends, (whole.hits, whole.hits) if is_safe else _band(whole)


def confusion(counts: Sequence[Sequence[int]], own: Sequence[Ends]) -> list[list[int | None]]:
    """A table of members of each role (rows) by the role that came first, where everybody knows how many members there
    are, and ``own`` is told of how many get their own role. What is withheld is None.
    """
    found: list[list[int | None]] = []
    for k, row in enumerate(counts):
        ends = [(1, FEWEST - 1) if is_small(one) else (one, one) for one in row]
        ends[k] = own[k]
        others = sorted(
            (n for n, (low, high) in enumerate(ends) if n != k and low == high), key=lambda n: (not row[n], row[n])
        )
        _guard(row, ends, others, partial(_anything, sum(row)))
        found.append([one if low == high else None for one, (low, high) in zip(row, ends, strict=True)])
    return found


def _anything(total: int, _: int) -> Ends:
    return 0, total


def _guard(values: Sequence[int], ends: list[Ends], others: Iterable[int], wide: Callable[[int], Ends]) -> bool:
    """Widen the ends of others, in their order, until the sum leaves ``LEFT`` numbers to all that is withheld; False
    where it never does.
    """
    kept = [n for n, (low, high) in enumerate(ends) if low < high]
    for other in [None, *others]:
        if other is not None:
            ends[other] = wide(other)
        if all(_left(values, ends, n) >= LEFT for n in kept):
            return True
    return False


def _left(values: Sequence[int], ends: Sequence[Ends], place: int) -> int:
    """How many numbers one of the values could be, for all that its ends, the others' ends and the sum tell."""
    low, high = ends[place]
    total = sum(values)
    least = max(low, total - (sum(most for _, most in ends) - high))
    most = min(high, total - (sum(fewest for fewest, _ in ends) - low))
    return most - least + 1


def _fewer(one: Share) -> int:
    """Of how many people a share is true, or of how many it is not, whichever are fewer."""
    return min(one.hits, one.of - one.hits)


def _band(one: Share) -> Ends:
    """The hits as one of five numbers: 0 to 4, 5 to 9, … people of whom the share is true, or not, whichever are
    fewer.
    """
    low = _fewer(one) // FEWEST * FEWEST
    high = min(low + FEWEST - 1, one.of)
    return (low, high) if one.hits <= one.of - one.hits else (one.of - high, one.of - low)
