"""Saved interviews and results, as plain frozen values: what is kept of them, and what of it a pack can use."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple, get_args

from careerfit.core.model import HIGHEST, LOWEST, MOST_DUELS, SIDES, DuelAnswer, Pack, Reply, Value, VerdictKind
from careerfit.core.quality import fast
from careerfit.core.results.json_documents import Document, text, utc
from careerfit.core.results.result import Result
from careerfit.core.results.retake import Difference
from careerfit.text import Lang, Text


@dataclass(frozen=True, slots=True)
class Row:
    """A reply as it is kept: one question, what was said to it, and what it measured then.

    ``keys``: the item's key, or the duel's left and right facet. ``value``: 1 to 5, ``"left"``, ``"right"``, or None
    where it was skipped. ``seconds``: how long it took, where known. ``meaning``: what the item measured when it was
    answered, so that an item that was given another meaning since can be told; empty for duels.
    """

    keys: tuple[str, ...]
    value: Value
    seconds: float | None = None
    meaning: str = ""


class PackMark(NamedTuple):
    """Which pack was used; behind its fingerprint stands a sum of what real people added to it, if they did."""

    name: str
    version: str
    fingerprint: str


class Named(NamedTuple):
    """A role, and what it was called when the result was shown."""

    role: str
    name: Text


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

    def to_dict(self) -> Document:
        """The interview as a part of a JSON document, without what was answered."""
        return {
            "started": utc(self.started),
            "changed": utc(self.changed),
            "mode": self.mode,
            "pack": self.pack._asdict(),
            "answered": self.answered,
        }


@dataclass(frozen=True, slots=True)
class Attempt:
    """A finished interview; ``number`` is how the user calls it. All times are in UTC.

    ``reality``: role → what was believed, in the order of the profile's beliefs (None: passed over). ``name``: whose
    attempt it is, "" where nobody said so.
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
    name: str = ""

    @property
    def verdict(self) -> VerdictKind:
        """The kind of the verdict as it was shown; ``unclear`` for one that this version does not know."""
        return next((kind for kind in get_args(VerdictKind) if kind == self.shown.verdict), "unclear")

    @property
    def leader(self) -> Named:
        """The role that came first."""
        return self.shown.roles[0]

    @property
    def answers(self) -> dict[str, int]:
        """Item → response from 1 to 5, of those answered."""
        return {row.keys[0]: row.value for row in self.rows if isinstance(row.value, int)}

    @property
    def duels(self) -> tuple[DuelAnswer, ...]:
        """The duels, those that were skipped left out."""
        said = ((row.keys, side) for row in self.rows if len(row.keys) > 1 for side in SIDES if row.value == side)
        return tuple(DuelAnswer(left, right, side) for (left, right), side in said)

    @property
    def fast(self) -> bool:
        """Was the typical item answered in under two seconds?"""
        return fast(self.seconds)

    @property
    def seconds(self) -> dict[str, float]:
        """Item → how long its last answer took, of those answered and timed."""
        return {
            row.keys[0]: row.seconds
            for row in self.rows
            if len(row.keys) == 1 and row.value is not None and row.seconds is not None
        }

    def to_dict(self, lang: Lang | None = None, *, answers: bool) -> Document:
        """The attempt as a part of a JSON document, texts in both languages or in one; with its ``answers`` or not."""
        roles = [named.role for named in self.shown.roles] if self.verdict in ("clear", "tie") else []
        told: Document = {
            "number": self.number,
            "started": utc(self.started),
            "finished": utc(self.finished),
            "mode": self.mode,
            "lang": self.lang,
            "note": self.note,
            "name": self.name,
            "pack": self.pack._asdict(),
            "verdict": {"kind": self.verdict, "roles": roles, "probability": self.shown.probability},
            "leader": {"role": self.leader.role, "name": text(self.leader.name, lang)},
            "answered": len(self.answers),
            "fast": self.fast,
        }
        given: Document = {
            "code": self.shown.code,
            "answers": self.answers,
            "duels": [duel._asdict() for duel in self.duels],
            "seconds": self.seconds,
            "reality": {role: list(believed) for role, believed in self.reality.items()},
        }
        return told | given if answers else told


def difference_document(found: Difference, first: Attempt, second: Attempt) -> Document:
    """What separates two attempts, in numbers, as a part of a JSON document."""
    sides = {"first": _side(found.first, first), "second": _side(found.second, second)}
    return {**sides, "continued": goes_on(first, second), **found.to_dict()}


def goes_on(first: Attempt, second: Attempt) -> bool:
    """Was the second attempt taken on from the first: are its first questions the same, and most answers those given?

    Answers that were only given alike took another time, to a tenth of a second; those of an unknown time don't count.
    """
    begun = second.rows[: len(first.rows)]
    if len(second.rows) <= len(first.rows) or [row.keys for row in begun] != [row.keys for row in first.rows]:
        return False
    timed = [(one, other) for one, other in zip(first.rows, begun, strict=True) if one.seconds is not None]
    return 2 * sum(one == other for one, other in timed) > len(timed)


def _side(result: Result, attempt: Attempt) -> Document:
    return {
        "number": attempt.number,
        "finished": utc(attempt.finished),
        "leader": result.ranking[0].role,
        "verdict": result.verdict.to_dict(),
    }


def pack_mark(pack: Pack) -> PackMark:
    """Which pack it is, with what real people add to it."""
    return PackMark(pack.name, pack.version, pack.mark)


def shown_then(result: Result) -> Shown:
    """What is kept of a result besides the answers: what the person was shown."""
    slugs = result.verdict.roles or (result.ranking[0].role,)
    named = tuple(Named(slug, result.pack.role(slug).name) for slug in slugs)
    return Shown(result.code, result.verdict.kind, named, result.verdict.probability)


def row_of(pack: Pack, reply: Reply) -> Row:
    """A reply as it is kept."""
    return Row(*reply, "" if reply.duel else _meaning(pack, reply.keys[0]))


def usable(pack: Pack, rows: Iterable[Row]) -> tuple[tuple[Reply, ...], int]:
    """The replies that this pack can use, each question once, and how many answers it can't use."""
    log: dict[tuple[str, ...], Reply] = {}
    dropped = duels = 0
    for row in rows:
        is_duel = len(row.keys) > 1
        if row.keys not in log and duels + is_duel <= MOST_DUELS and _fits(pack, row):
            log[row.keys] = Reply(row.keys, row.value, row.seconds)
            duels += is_duel
        else:
            dropped += row.value is not None
    return tuple(log.values()), dropped


def _fits(pack: Pack, row: Row) -> bool:
    """Does this pack ask the same thing, so that what was said still holds?"""
    if len(row.keys) > 1:
        known = all(key in pack.facet_index and key not in pack.shared for key in row.keys)
        return known and (row.value is None or row.value in SIDES)
    if row.keys[0] not in pack.item_by_key or _meaning(pack, row.keys[0]) != row.meaning:
        return False
    return row.value is None or (isinstance(row.value, int) and LOWEST <= row.value <= HIGHEST)


def _meaning(pack: Pack, key: str) -> str:
    """What an item measures, and in which direction."""
    item = pack.item_by_key[key]
    return f"{item.facet}{'+' if item.keyed > 0 else '-'}"
