"""The answer codes of many people: as in ``core/answer_code.py``, for a block of people side by side."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product

import numpy as np
import polars as pl

from careerfit.cohort.arrays import UNANSWERED, Array, Whole
from careerfit.core.answer_code import ALPHABET, DIGITS, MARK, PREFIX, PRIME, code_length, encode, mark
from careerfit.core.model import Answers, DuelAnswer, Pack

BITS, BASE = 10, 1 << 10
"""A code's number is worked out in parts of two letters each, that is in digits of this base."""
ITEMS = 3  # so many responses are taken together: what they make up is below 256
EXACT = 1 << 24  # whole numbers below this are exact as 32-bit floats


class Coder:
    """The codes of responses. The number of a code is a sum over items, each with a factor of its own: one matrix
    product for its parts, of which what is too large for one is carried to the next.
    """

    def __init__(self, pack: Pack) -> None:
        self.pack, self.length = pack, code_length(pack)
        factors = [PRIME * MARK * DIGITS**place for place in range(0, len(pack.items), ITEMS)]
        places = range(-(-(PRIME * MARK * DIGITS ** len(pack.items)).bit_length() // BITS))  # duels come beyond
        parts = [[factor // BASE**place % BASE for factor in (*factors, PRIME * mark(pack))] for place in places]
        self.parts: Array = np.array(parts, np.float32 if BASE * DIGITS**ITEMS * len(factors) < EXACT else np.float64)
        self.nothing = np.frombuffer((PREFIX + ALPHABET[0] * self.length).encode(), np.uint8)
        self.letters = np.array([one + other for one, other in product(ALPHABET, ALPHABET)], "S2").view(np.uint16)

    def __call__(self, responses: Whole, held: Mapping[int, tuple[DuelAnswer, ...]]) -> pl.Series:
        """The codes of people from their responses (I × P) and, by their places, duels; null where there is none."""
        together = responses[::ITEMS].astype(np.uint8)
        for place in range(1, ITEMS):
            more = responses[place::ITEMS].astype(np.uint8)
            together[: len(more)] += more * np.uint8(DIGITS**place)
        digits = (self.parts[:, :-1] @ together.astype(self.parts.dtype) + self.parts[:, -1:]).astype(np.int32)
        for place in range(len(digits) - 1):
            digits[place + 1] += digits[place] >> BITS
        digits &= BASE - 1
        pairs = np.take(self.letters, digits, mode="clip")
        letters = np.ascontiguousarray(pairs[::-1].T).view(np.uint8)[:, -self.length :]
        written = np.tile(self.nothing, (responses.shape[1], 1))
        written[:, -letters.shape[1] :] = letters
        flat = pl.Series(written.reshape(-1)).reshape(written.shape)  # of two dimensions, it would be copied
        codes = flat.cast(pl.List(pl.UInt8)).cast(pl.Binary).cast(pl.String)
        if not (known := responses.max(axis=0, initial=UNANSWERED) > UNANSWERED).all():
            codes = pl.select(pl.when(pl.Series(known)).then(codes)).to_series()
        ones = {}
        for place, duels in held.items():
            if duels:
                given = {item.key: int(r) for item, r in zip(self.pack.items, responses[:, place], strict=True) if r}
                ones[place] = encode(self.pack, Answers(given, duels))
        return codes.scatter(list(ones), list(ones.values())) if ones else codes
