"""All points of all roles: one table that adds up to the scores."""

from __future__ import annotations

from dataclasses import dataclass

from careerfit.core.result import Result
from careerfit.core.scoring import CENTRE, Contribution
from careerfit.report.views.reasons import answers_of
from careerfit.report.words import report as words_report
from careerfit.report.words import result as words
from careerfit.report.words.numbers import number, rating, signed
from careerfit.text import Lang


@dataclass(frozen=True, slots=True)
class PointsRow:
    """A facet with its value (1 to 5) and answers, and the points that it gives to each role."""

    facet: str
    answers: str
    value: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PointsTable:
    """``roles`` name the columns, best first; the rows go from what moves the first role most to what least does."""

    title: str
    lead: str
    roles: tuple[str, ...]
    rows: tuple[PointsRow, ...]
    start: PointsRow
    scores: PointsRow


def points_table(result: Result, lang: Lang) -> PointsTable:
    """The points of every facet for every role; all unanswered facets are one row, the last."""
    count = len(result.ranking)
    totals = tuple(number(ranked.score, lang, 1) for ranked in result.ranking)
    return PointsTable(
        title=words_report.POINTS_TITLE.pick(lang),
        lead=words_report.POINTS_LEAD.pick(lang),
        roles=tuple(ranked.name.clean(lang) for ranked in result.ranking),
        rows=(*(_row(result, c, lang) for c in result.ranking[0].contributions), *_unanswered(result, lang)),
        start=PointsRow(words_report.POINTS_START.pick(lang), "", "", (number(CENTRE, lang, 1),) * count),
        scores=PointsRow(words_report.SCORE.pick(lang), "", "", totals),
    )


def _row(result: Result, c: Contribution, lang: Lang) -> PointsRow:
    points = tuple(
        signed(next(own.points for own in ranked.contributions if own.facet == c.facet), lang)
        for ranked in result.ranking
    )
    name = result.pack.facet(c.facet).name.clean(lang)
    return PointsRow(name, answers_of(result, c.facet, lang), rating(c.value, lang), points)


def _unanswered(result: Result, lang: Lang) -> list[PointsRow]:
    points = tuple(signed(one.unanswered, lang) for one in result.ranking if one.unanswered is not None)
    return [PointsRow(words.UNANSWERED_FACETS.pick(lang), "", "", points)] if points else []
