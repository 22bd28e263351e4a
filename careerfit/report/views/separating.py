"""What each of a few roles asks for more than the rest of them, and how it describes itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerfit.core.explain import MARKS_MOST, marks
from careerfit.core.result import Result
from careerfit.core.scoring import NEUTRAL_RATING
from careerfit.report.views.marks import Piece, pieces
from careerfit.report.views.reasons import answers_of
from careerfit.report.words import result as words
from careerfit.text import Lang


@dataclass(frozen=True, slots=True)
class Mark:
    """A facet that one role asks for more than the others, its phrase, and the answers to it ("" for none).

    ``supports``: do they speak for the role; None where they are neutral or missing.
    """

    facet: str
    phrase: str
    answers: str
    supports: bool | None


@dataclass(frozen=True, slots=True)
class Side:
    """One role among several: what marks it, and its own sentences on how it differs from a similar profession."""

    role: str
    lead: str
    marks: tuple[Mark, ...]
    own_lead: str
    own_words: tuple[tuple[Piece, ...], ...]


@dataclass(frozen=True, slots=True)
class Separating:
    """What separates tied roles: a side for each."""

    title: str
    lead: str
    sides: tuple[Side, ...]


def sides(result: Result, roles: Sequence[str], lang: Lang) -> tuple[Side, ...]:
    """A side for each of the roles, in their order."""
    return tuple(_side(result, role, roles, lang) for role in roles)


def _side(result: Result, role: str, roles: Sequence[str], lang: Lang) -> Side:
    """Among equal marks those come first whose answers are furthest from neutral."""
    name, index = result.pack.role(role).name.clean(lang), result.pack.role_index
    telling = {c.facet: abs(c.value - NEUTRAL_RATING) for c in result.ranking[0].contributions}
    found = sorted(
        marks(result.pack, index[role], [index[one] for one in roles]),
        key=lambda mark: (-mark.lead, -telling.get(mark.facet, 0)),
    )
    return Side(
        role=name,
        lead=words.ONLY_HERE.say(lang, role=name),
        marks=tuple(_mark(result, role, mark.facet, lang) for mark in found[:MARKS_MOST]),
        own_lead=words.OWN_WORDS.say(lang, role=name),
        own_words=tuple(
            pieces(sentence.text.pick(lang), [e.phrase.pick(lang) for e in sentence.evidence])
            for sentence in result.pack.role(role).section("differences")
        ),
    )


def _mark(result: Result, role: str, facet: str, lang: Lang) -> Mark:
    value = result.rating(facet)
    return Mark(
        facet=result.pack.facet(facet).name.clean(lang),
        phrase=result.pack.role(role).evidence(facet)[0].phrase.clean(lang),
        answers=answers_of(result, facet, lang),
        supports=None if value is None or value == NEUTRAL_RATING else value > NEUTRAL_RATING,
    )
