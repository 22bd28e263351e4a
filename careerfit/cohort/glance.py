"""A glance at a CSV file's bytes, far faster than reading it: what its cells can't be."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from careerfit.cohort.dialect import Dialect

CHUNK = 1 << 20
OTHER_NUMBERS = (b".", b"e", b"E", b"_", b"x", b"X", b"b", b"B", b"+")
"""Without these, no cell can be taken for a whole number that is not written as one, as 4.5 would be."""


@dataclass(frozen=True, slots=True)
class Glance:
    """``whole_numbers``: no cell holds a number that is not whole; ``seems_whole``: no cell seems to be empty."""

    whole_numbers: bool
    seems_whole: bool


def glance(path: Path, dialect: Dialect) -> Glance:
    """What can be said of the rows below the head: of numbers for certain, of gaps from the first rows alone."""
    with path.open("rb") as file:
        for _ in range(dialect.skip + 1):
            file.readline()
        chunk = first = file.read(CHUNK)
        whole_numbers = True
        while chunk and whole_numbers:
            whole_numbers = not any(sign in chunk for sign in OTHER_NUMBERS)
            chunk = file.read(CHUNK)
    mark = re.escape(dialect.delimiter.encode())
    empty = re.compile(rb"^%b|%b(?:%b|[\r\n]|$)|\"" % (mark, mark, mark), re.MULTILINE)
    return Glance(whole_numbers, empty.search(first[: first.rfind(b"\n") + 1]) is None)
