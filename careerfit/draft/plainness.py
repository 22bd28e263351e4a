"""How plain a duty or a demand is to somebody who has never seen the work."""

from __future__ import annotations

import re
from functools import cache

from careerfit.draft.language import alternatives, words
from careerfit.draft.phrases import Phrase, kind_of
from careerfit.draft.statements_from_phrases import plain_duty

_WORD = re.compile(r"[^\W\d_]+")


def objects(phrase: Phrase) -> frozenset[str]:
    """What a duty is done to: its words but the verb."""
    return frozenset(word for word in _WORD.findall(plain_duty(phrase.core).lower())[1:] if word not in _small())


def hardness(phrase: Phrase) -> int:
    """How hard a phrase is to picture: less for one that says with whom it is done, more for words of the trade.

    A single object counts, too: "membuat dasbor" leaves open more than "membuat jadwal kunjungan". Like a word of the
    trade counts an object that is a doing itself and lacks its own, "melayani peminjaman", and a figure, where hands do
    something to what no hand can hold: "membersihkan data".
    """
    low = plain_duty(phrase.core).lower()
    without, people = _people().subn(" ", low)
    found = [word for word in _WORD.findall(without) if word not in _small()]
    strange = sum(_known().isdisjoint(_roots(word)) for word in found[:10])
    verb, _, done_to = low.partition(" ")
    single = people + sum(word not in _small() for word in _WORD.findall(_people().sub(" ", done_to))) < 2
    unfinished = " " not in done_to and kind_of(done_to) == "act"
    return 3 * (strange + unfinished + _is_figure(verb, done_to)) + (not people) + single


def _is_figure(verb: str, done_to: str) -> bool:
    """Do hands do that to what no hand can hold?"""
    held = words()
    if held.plain("figures", "hands").isdisjoint(_roots(verb)):
        return False
    return not held.plain("figures", "untouched").isdisjoint(_WORD.findall(done_to))


@cache
def _people() -> re.Pattern[str]:
    held = words()
    return re.compile(rf"\b(?:{alternatives(held.plain('people_of_work') | held.plain('people'))})(?:nya)?\b")


@cache
def _small() -> frozenset[str]:
    held = words()
    return (
        held.plain("weak") | held.plain("modals") | held.plain("predicates") | frozenset(held.data["joints"]["words"])
    )


@cache
def _known() -> frozenset[str]:
    return frozenset(part for held in words().plain("plain_words") for part in held.split())


@cache
def _roots(word: str) -> frozenset[str]:
    """All words that a word may come from, by the prefixes and suffixes that it has: "menulis" from "tulis"."""
    found = {word}
    for ending in words().data["affixes"]["suffixes"]:
        bare = word.removesuffix(ending)
        found.add(bare)
        for prefix, lost in words().data["affixes"]["prefixes"].items():
            if bare.startswith(prefix):
                found |= {first + bare[len(prefix) :] for first in ("", *lost)}
    return frozenset(found)
