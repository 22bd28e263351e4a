"""How the answers were given: gentle flags for answers that say little, never a refusal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from careerfit.core.model import Answers, Pack
from careerfit.core.person import coherence

FLAGS = ("long_run", "inconsistent")
"""What may be said of how answers were given, in this order."""
LONG_RUN = 10
"""So many equal responses running, in the pack's order, are a long run."""
INCOHERENT = -3.75
"""At or below this coherence, dice explain the answers far better than any person."""
FAST_SECONDS = 2.0
"""Whoever takes less than this many seconds over a statement has hardly read it."""
FAST_ITEMS = 5
"""Of fewer timed items than this, nobody is called fast."""


class Quality(NamedTuple):
    """How the answers were given: ``answered`` of ``total`` items, and the ``FLAGS`` that are up."""

    answered: int
    total: int
    flags: tuple[str, ...]


def flags(pack: Pack, answers: Answers) -> tuple[str, ...]:
    """Those of ``FLAGS`` that these answers raise, in their order."""
    raised = longest_run(in_order(pack, answers)) >= LONG_RUN, coherence(pack, answers) <= INCOHERENT
    return tuple(flag for flag, up in zip(FLAGS, raised, strict=True) if up)


def quality(pack: Pack, answers: Answers) -> Quality:
    """Items answered, of how many, and the flags."""
    return Quality(len(answers.responses), len(pack.items), flags(pack, answers))


def in_order(pack: Pack, answers: Answers) -> list[int]:
    """The responses in the pack's order of items."""
    return [answers.responses[item.key] for item in pack.items if item.key in answers.responses]


def longest_run(responses: Sequence[int]) -> int:
    """The length of the longest run of equal responses; 0 without any."""
    return max((len(list(run)) for _, run in groupby(responses)), default=0)


def fast(seconds: Mapping[str, float]) -> bool:
    """Did the typical item (the median of those timed) take under two seconds?

    It is none of the ``flags``, since times are known only to the interview: a result replays without them.
    """
    times = sorted(seconds.values())
    return len(times) >= FAST_ITEMS and times[len(times) // 2] < FAST_SECONDS
