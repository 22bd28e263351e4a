"""What is kept: plain frozen values, told apart from how they are stored."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias

Value: TypeAlias = int | str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One question and what was said to it.

    ``keys``: the item's key, or the duel's left and right facet. ``value``: 1 to 5, ``"left"``, ``"right"``, or None
    where it was skipped. ``seconds``: how long it took, where known. ``meaning``: what the item measured when it was
    answered, so that an item that was given another meaning since can be told; empty for duels.
    """

    keys: tuple[str, ...]
    value: Value
    seconds: float | None = None
    meaning: str = ""


@dataclass(frozen=True, slots=True)
class PackMark:
    """Which pack was used."""

    name: str
    version: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Named:
    """A role as it was called then."""

    role: str
    id: str
    en: str


@dataclass(frozen=True, slots=True)
class Shown:
    """The result as it was shown then.

    ``roles``: those that the verdict named, or the first one where it named none; ``probability`` (0 to 1): the
    verdict's, None where it had none.
    """

    code: str
    verdict: str
    roles: tuple[Named, ...]
    probability: float | None


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An interview that was not finished. ``rows`` stand in the order in which the questions were first put."""

    id: int
    started: datetime
    changed: datetime
    mode: str
    lang: str
    pack: PackMark
    rows: tuple[Row, ...]

    @property
    def answered(self) -> int:
        """How many questions were answered, those that were skipped not counted."""
        return sum(row.value is not None for row in self.rows)


@dataclass(frozen=True, slots=True)
class Attempt:
    """A finished interview; ``number`` is how the user calls it. All times are in UTC.

    ``reality``: role → what was believed, in the order of the profile's beliefs (None: passed over).
    """

    number: int
    started: datetime
    finished: datetime
    note: str
    mode: str
    lang: str
    pack: PackMark
    shown: Shown
    rows: tuple[Row, ...]
    reality: dict[str, tuple[bool | None, ...]] = field(default_factory=dict)

    @property
    def seconds(self) -> dict[str, float]:
        """Item → how long its last answer took, of those answered and timed."""
        return {
            row.keys[0]: row.seconds
            for row in self.rows
            if len(row.keys) == 1 and row.value is not None and row.seconds is not None
        }
