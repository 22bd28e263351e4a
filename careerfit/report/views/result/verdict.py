"""The verdict in plain and kind words: a headline, and a sentence on how sure it is."""

from __future__ import annotations

from careerfit.core.confidence import ENOUGH, NO_PATTERN, NOT_SURE
from careerfit.core.results.result import Result
from careerfit.core.scoring import Ranked
from careerfit.report.views.result.contrasts import goes_with_each
from careerfit.report.words import result as words
from careerfit.report.words.numbers import capital, count, join, of_ten_people
from careerfit.text import Lang

VERY_CLEAR = 0.9
LEANS = 0.6
FIELD_SUITS = 60.0
"""Below this field fit nobody is told that roles of the field suit them, only which come closest."""


def headline(result: Result, lang: Lang) -> str:
    """The verdict in one line."""
    kind, roles = result.verdict.kind, named(result, lang)
    if kind == "clear":
        return words.CLEAR.say(lang, role=roles[0])
    if kind == "tie":
        pattern = words.TIE if suits(result) else words.TIE_LOW
        return capital(pattern.say(lang, count=count(len(roles), lang), roles=join(roles, lang)))
    if kind == "misfit":
        return words.MISFIT.pick(lang)
    return (NOT_SURE if _is_barred(result) else NO_PATTERN).pick(lang)


def certainty(result: Result, lang: Lang) -> str:
    """How sure that is, or why nothing can be said yet."""
    kind, probability = result.verdict.kind, result.verdict.probability or 0.0
    if kind == "clear":
        pattern = words.CLEARLY if probability >= VERY_CLEAR else words.FAIRLY_CLEARLY
        return pattern.say(lang, people=of_ten_people(probability, lang))
    if kind == "tie":
        leader = result.ranking[0]
        share = capital(words.TIE_SHARE.say(lang, people=of_ten_people(probability, lang)))
        leaning = words.TIE_LEAN if leader.probability >= LEANS else words.TIE_EVEN
        return f"{share} {leaning.say(lang, role=leader.name.clean(lang))}"
    return words.MISFIT_KIND.pick(lang) if kind == "misfit" else _why_unclear(result, lang)


def named(result: Result, lang: Lang) -> list[str]:
    """The names of the roles that the verdict names."""
    return [result.pack.role(slug).name.clean(lang) for slug in result.verdict.roles]


def leaders(result: Result) -> tuple[Ranked, ...]:
    """The places of the roles that the verdict names, best first."""
    return tuple(ranked for ranked in result.ranking if ranked.role in result.verdict.roles)


def told_apart(result: Result) -> bool:
    """Do the scores differ at all?"""
    return any(ranked.rank > 1 for ranked in result.ranking)


def suits(result: Result) -> bool:
    """Do the roles of a tie suit the person: does the field, if there is one, and something in each of them?"""
    field = not result.pack.shared or result.field.score >= FIELD_SUITS
    return field and goes_with_each(result, result.verdict.roles)


def _is_barred(result: Result) -> bool:
    """Does the way of answering alone keep a leader from being named?"""
    return not result.answers.is_uniform and result.ranking[0].probability >= ENOUGH


def _why_unclear(result: Result, lang: Lang) -> str:
    """The reason that decided it, in the order in which the verdict asks."""
    responses, given = result.answers.responses, result.quality
    if not responses:
        return words.UNCLEAR_NONE.pick(lang)
    if len(responses) > 1 and result.answers.is_uniform:
        return (words.UNCLEAR_ALIKE_APART if told_apart(result) else words.UNCLEAR_ALIKE).pick(lang)
    if _is_barred(result):
        return words.UNCLEAR_FLAGGED.say(lang, role=result.ranking[0].name.clean(lang))
    if given.answered < given.total / 3:
        return words.UNCLEAR_FEW.say(lang, answered=given.answered, total=given.total)
    return (words.UNCLEAR_SPREAD if told_apart(result) else words.UNCLEAR_EQUAL).pick(lang)
