"""What a phrase is about: the quality it names and the stems of its words; and how near two of them are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from careerfit.draft.language import bit, stems, words
from careerfit.draft.phrases import Phrase, quality_of

SAME_STEM = 84
"""Two stems of this likeness, of 100, are taken for one: "teknisi" and "teknis"."""


@dataclass(frozen=True, slots=True)
class Concept:
    """``quality``: the one that is named, if any; ``head``: the stem that the rest is about; ``asked``: is it wanted?

    ``fault``: the words for the opposite by which the quality was named.
    """

    quality: str | None
    stems: tuple[str, ...]
    kind: str
    asked: bool
    fault: str = ""

    @property
    def named(self) -> tuple[str, ...]:
        """All that is named: the quality, if any, and the stems."""
        return (self.quality, *self.stems) if self.quality else self.stems

    @property
    def head(self) -> str | None:
        """The first stem that tells something."""
        return next((stem for stem in self.stems if stem not in _vague()), None)


@cache
def _vague() -> frozenset[str]:
    return words().plain("vague")


@cache
def _narrow() -> frozenset[str]:
    return words().plain("narrow")


@cache
def _known() -> dict[str, tuple[str, bool]]:
    """Words for a quality or its opposite → the quality, and whether they name it."""
    held = words().data
    found = {word: (str(word), True) for word in held["qualities"]["words"]}
    found |= {word: (quality, True) for word, quality in held["alike"]["words"].items()}
    found |= {word: (quality, False) for word, quality in held["faults"]["words"].items()}
    return found


def concept(phrase: Phrase) -> Concept:
    """What a phrase is about."""
    low = phrase.core.lower()
    while found := bit("before_concept").match(low):
        low = low[found.end() :]
    quality, positive, used = _quality(low)
    rest = low.split(maxsplit=used)[used:] if quality else []
    left = stems(rest[0]) if rest else ()
    kind = "noun" if phrase.kind in {"noun", "quality"} else "verb"
    if quality is None:
        return Concept(None, stems(low), kind, phrase.asked)
    fault = "" if positive else " ".join(low.split()[:used])
    return Concept(quality, tuple(stem for stem in left if stem != quality), kind, phrase.asked == positive, fault)


def _quality(low: str) -> tuple[str | None, bool, int]:
    """The quality that a text opens with, whether it names it or its opposite, and in how many words."""
    parts = [part.strip(".,;:") for part in low.split()[:3]]
    for count in (3, 2, 1):
        if len(parts) >= count and (known := _known().get(" ".join(parts[:count]))):
            return known[0], known[1], count
    if parts and bit("holder").match(parts[0]) and len(parts) > 1:
        quality, positive, used = _quality(" ".join(low.split()[1:]))
        return quality, positive, used + 1 if quality else 0
    if parts and (root := quality_of(parts[0])):
        return root, True, 1
    return None, True, 0


def about(text: str) -> Concept:
    """What a text is about that stands for itself, such as the name of a facet."""
    low = text.lower()
    quality, _, used = _quality(low)
    rest = low.split(maxsplit=used)[used:] if quality else [low]
    return Concept(quality, stems(rest[0]) if rest else (), "noun", asked=True)


def likeness(one: Concept, other: Concept) -> float:
    """How near two concepts are, from 0 to 1; from 0.6 on they may be taken for one."""
    if one.quality and one.quality == other.quality:
        if not one.stems and not other.stems:
            return 1.0
        shared = overlap(one.stems, other.stems)
        if one.quality in _narrow():
            return 0.2 + 0.8 * shared
        return 0.8 + 0.2 * shared
    if one.quality and other.quality:
        return 0.0
    a, b = one.named, other.named
    if not a or not b:
        return 0.0
    shared = overlap(a, b)
    same_head = one.head is not None and other.head is not None and _same(one.head, other.head)
    weight = 0.5 if one.kind == other.kind == "noun" else 0.2
    return weight * same_head + (1 - weight) * shared


def overlap(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of stems that two sets have in common."""
    a, b = list(one), list(other)
    if not a or not b:
        return 0.0
    shared = sum(any(_same(x, y) for y in b) for x in a)
    return shared / (len(a) + len(b) - shared) if shared <= min(len(a), len(b)) else 1.0


def within(one: Iterable[str], other: Iterable[str]) -> float:
    """The share of the first stems that stand among the second."""
    a, b = list(one), list(other)
    return sum(any(_same(x, y) for y in b) for x in a) / len(a) if a else 0.0


@cache
def _same(one: str, other: str) -> bool:
    if one == other:
        return True
    return len(one) > 4 and len(other) > 4 and one[0] == other[0] and fuzz.ratio(one, other) >= SAME_STEM


class Index:
    """Which places hold a concept that is at all like another one, so that each is compared with few."""

    def __init__(self) -> None:
        self._places: dict[str, dict[str, set[int]]] = {}  # by first letter, since stems that are the same share it

    def add(self, told: Concept, place: int) -> None:
        """Note that a concept stands there."""
        for stem in told.named:
            self._places.setdefault(stem[:1], {}).setdefault(stem, set()).add(place)

    def near(self, told: Concept) -> list[int]:
        """All places, in their order, that hold a concept whose ``likeness`` to this one is above 0."""
        found: set[int] = set()
        for own in told.named:
            for stem, places in self._places.get(own[:1], {}).items():
                if _same(own, stem):
                    found |= places
        return sorted(found)
