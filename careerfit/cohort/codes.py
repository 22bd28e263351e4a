"""The answer codes of many people: as in ``core/answer_code.py``, for a block of people side by side."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import numpy as np
import polars as pl

from careerfit.cohort.arrays import Array, Whole
from careerfit.core.answer_code import ALPHABET, DIGITS, MARK, PREFIX, PRIME, code_length, encode, mark
from careerfit.core.model import Answers, DuelAnswer, Pack

LETTERS, BASE = 2, 32**2
"""A code's number is worked out in parts of so many letters each."""
EXACT = 1 << 24
"""Whole numbers below this are exact as 32-bit floats."""


class Coder:
    """The codes of responses. The number of a code is a sum over items, each with a factor of its own: one matrix
    product for its parts, of which what is too large for one is carried to the next.
    """

    def __init__(self, pack: Pack) -> None:
        factors = [PRIME * MARK * DIGITS**place for place in range(len(pack.items))]
        self.pack, self.length = pack, code_length(pack)
        places = range(-(-self.length // LETTERS))
        parts = [[factor // BASE**place % BASE for factor in (*factors, PRIME * mark(pack))] for place in places]
        self.parts: Array = np.array(parts, np.float32 if BASE * DIGITS * len(factors) < EXACT else np.float64)
        self.letters = np.array([one + other for one, other in product(ALPHABET, ALPHABET)], "S2").view(np.uint16)

    def __call__(self, responses: Whole, held: Mapping[int, tuple[DuelAnswer, ...]]) -> pl.Series:
        """The codes of people from their responses (I × P) and, by their places, duels; null where there is none."""
        floats: Array = responses.astype(self.parts.dtype)
        sums = (self.parts[:, :-1] @ floats + self.parts[:, -1:]).astype(np.int32)
        for place in range(len(sums) - 1):
            sums[place + 1] += sums[place] // BASE
        people, head = responses.shape[1], np.frombuffer(PREFIX.encode(), np.uint8)
        letters = np.ascontiguousarray(self.letters[sums % BASE][::-1].T).view(np.uint8)
        lines = np.full((people, len(head) + self.length + 1), ord("\n"), np.uint8)
        lines[:, : len(head)], lines[:, len(head) : -1] = head, letters[:, -self.length :]
        codes = pl.Series([lines.tobytes().decode("ascii").removesuffix("\n")]).str.split("\n").explode().head(people)
        codes = pl.select(pl.when(pl.Series(responses.any(axis=0))).then(codes)).to_series()
        duels = {place: found for place, found in held.items() if found}
        return codes.scatter(list(duels), [self._one(responses[:, place], duels[place]) for place in duels])

    def _one(self, responses: Whole, duels: tuple[DuelAnswer, ...]) -> str:
        given = {item.key: int(r) for item, r in zip(self.pack.items, responses, strict=True) if r}
        return encode(self.pack, Answers(given, duels))
