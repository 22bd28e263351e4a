"""What the person said, statement by statement, and facet by facet beside what the roles ask for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerfit.core.model import Facet, Item
from careerfit.core.result import Result
from careerfit.core.scoring import unit
from careerfit.report.words import profile as words_profile
from careerfit.report.words import result as words
from careerfit.report.words.numbers import rating
from careerfit.text import Lang, Text


@dataclass(frozen=True, slots=True)
class AnswerView:
    """A statement with the response as given ("4 · Sesuai"; a dash for none) and the facet it belongs to."""

    statement: str
    response: str
    facet: str
    reversed: bool


@dataclass(frozen=True, slots=True)
class FacetView:
    """A facet with its value (0 to 1; None without an answer), that in words, and how much each role asks for it."""

    name: str
    value: float | None
    said: str
    asked: tuple[float, ...]
    asked_words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """The facets that belong together under a title."""

    title: str
    facets: tuple[FacetView, ...]


def answer_views(result: Result, lang: Lang) -> tuple[AnswerView, ...]:
    """Every item in the pack's order."""
    return tuple(_answer(result, item, lang) for item in result.pack.items)


def facet_groups(result: Result, roles: Sequence[str], lang: Lang) -> tuple[FacetGroup, ...]:
    """All facets: those of the whole field, then the traits and interests that tell roles apart."""
    groups: list[tuple[Text, list[Facet]]] = [
        (words.WHOLE_FIELD, [f for f in result.pack.facets if f.key in result.pack.shared]),
        (words_profile.TRAIT, _telling(result, "trait")),
        (words_profile.INTEREST, _telling(result, "interest")),
    ]
    return tuple(
        FacetGroup(title.pick(lang), tuple(_facet(result, facet, roles, lang) for facet in facets))
        for title, facets in groups
        if facets
    )


def _telling(result: Result, kind: str) -> list[Facet]:
    return [f for f in result.pack.facets if f.kind == kind and f.key not in result.pack.shared]


def _answer(result: Result, item: Item, lang: Lang) -> AnswerView:
    given = result.answers.responses.get(item.key)
    label = "–" if given is None else f"{given} · {result.pack.scale[given - 1].clean(lang)}"
    facet = result.pack.facet(item.facet).name.clean(lang)
    return AnswerView(item.text.clean(lang), label, facet, item.keyed < 0)


def _facet(result: Result, facet: Facet, roles: Sequence[str], lang: Lang) -> FacetView:
    value = result.rating(facet.key)
    t = result.pack.facet_index[facet.key]
    asked = tuple(result.pack.relevance[result.pack.role_index[role]][t] for role in roles)
    return FacetView(
        name=facet.name.clean(lang),
        value=None if value is None else unit(value),
        said=words.NOT_ANSWERED.pick(lang) if value is None else words.OF_FIVE.say(lang, n=rating(value, lang)),
        asked=asked,
        asked_words=tuple(words_profile.MARK_WORDS[e].pick(lang) for e in asked),
    )
