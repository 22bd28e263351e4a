"""What each of a few roles asks for more than the rest of them, and how it describes itself."""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.core.explain import MARKS_MOST, Mark, marks, reasons
from careerfit.core.model import Pack
from careerfit.core.results.result import Result
from careerfit.core.scoring import NEUTRAL_RATING
from careerfit.report.blocks import Item, Paragraph, Part, Quote, pieces, sign
from careerfit.report.views.result.reasons import said_of
from careerfit.report.words import result as words
from careerfit.text import Lang


def sides(result: Result, roles: Sequence[str], lang: Lang) -> tuple[Part, ...]:
    """A side for each of the roles, in their order: what marks it, and its own words."""
    return tuple(
        Part(
            words.ONLY_HERE.say(lang, role=result.pack.role(role).name.clean(lang)),
            (*marks_of(result, role, roles, lang), *own_words(result.pack, role, lang)),
        )
        for role in roles
    )


def own_words(pack: Pack, role: str, lang: Lang) -> tuple[Quote, ...]:
    """What a role's profile says of how it differs from a similar profession."""
    source = words.OWN_WORDS.say(lang, role=pack.role(role).name.clean(lang))
    return tuple(
        Quote(pieces(sentence.text.pick(lang), [e.phrase.pick(lang) for e in sentence.evidence]), "" if n else source)
        for n, sentence in enumerate(pack.role(role).section("differences"))
    )


def goes_with_each(result: Result, roles: Sequence[str]) -> bool:
    """Do the answers go with each of the roles: is each supported by something, and by its own marks not all denied?"""
    supported = {
        ranked.role for ranked in result.ranking if any(part.is_strong for part in reasons(result.pack, ranked))
    }
    return supported.issuperset(roles) and not any(
        all(_supports(result, mark.facet) is False for mark in _largest(result, role, roles)) for role in roles
    )


def marks_of(result: Result, role: str, roles: Sequence[str], lang: Lang) -> list[Item]:
    """What marks one of some roles most, with what the person said of it."""
    return [_mark(result, role, mark.facet, lang) for mark in _largest(result, role, roles)]


def _largest(result: Result, role: str, roles: Sequence[str]) -> list[Mark]:
    """The largest marks of a role; among equal ones those whose answers are furthest from neutral."""
    index = result.pack.role_index
    telling = {c.facet: abs(c.value - NEUTRAL_RATING) for c in result.ranking[0].contributions}
    found = sorted(
        marks(result.pack, index[role], [index[one] for one in roles]),
        key=lambda mark: (-mark.lead, -telling.get(mark.facet, 0)),
    )
    return found[:MARKS_MOST]


def _supports(result: Result, facet: str) -> bool | None:
    """Do the answers speak for who asks for the facet? None where they are neutral, or missing."""
    value = result.rating(facet)
    return None if value is None or value == NEUTRAL_RATING else value > NEUTRAL_RATING


def _mark(result: Result, role: str, facet: str, lang: Lang) -> Item:
    """A facet with the phrase that ties it to the role."""
    phrase = result.pack.role(role).evidence(facet)[0].phrase.clean(lang)
    name = result.pack.facet(facet).name.clean(lang)
    said, aloud = said_of(result, facet, lang)
    return Item(sign(_supports(result, facet)), name, said, under=(Paragraph(f"“{phrase}”", "quiet"),), aloud=aloud)
