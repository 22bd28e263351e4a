"""A result as Markdown, for notes: the same parts in the same order as on the terminal."""

from __future__ import annotations

from careerfit.report.markdown import markup as md
from careerfit.report.views.advice import AlertView, Because, Shown
from careerfit.report.views.points import PointsRow, PointsTable
from careerfit.report.views.reality import RealityView
from careerfit.report.views.reasons import GapGroup, Quote, Reason
from careerfit.report.views.result import ResultView, Why, WhyNot
from careerfit.report.views.separating import Separating, Side
from careerfit.report.words import profile as words_other
from careerfit.report.words import report as words_report
from careerfit.report.words import result as words
from careerfit.text import Lang

FOR, AGAINST = "▲", "▼"


def result_markdown(view: ResultView) -> str:
    """The whole result, with all points at its end."""
    lang = view.lang
    blocks = [md.heading(1, view.headline), md.plain(view.certainty), f"*{md.plain(view.topic)}*"]
    blocks += _because(view) + _shown(view) + _chances(view) + _field(view)
    blocks += _separating(view.separating, lang) if view.separating else []
    for why in view.why:
        blocks += _why(why, lang)
    blocks += [md.plain(words.LEGEND.pick(lang))] if view.why else []
    blocks += _why_not(view, view.why_not) if view.why_not else []
    blocks += _alerts(view) + _flips(view)
    for reality in view.reality:
        blocks += _reality(reality)
    return md.page([*blocks, *_ask(view), *_closing(view), *_points(view.points, lang)])


def _because(view: ResultView) -> list[str]:
    if not view.because:
        return []
    return [md.heading(2, words.BECAUSE.pick(view.lang)), *(b for one in view.because for b in _breaker(one))]


def _breaker(one: Because) -> list[str]:
    return [md.strong(one.sentence), *(_quoted(quote) for quote in one.quotes)]


def _quoted(quote: Quote) -> str:
    return md.quoted(f"{md.plain(quote.role)}: “{md.marked(quote.pieces)}”")


def _shown(view: ResultView) -> list[str]:
    if not view.stands_out:
        return []
    return [md.heading(2, words.SHOWS.pick(view.lang)), md.bullets(_outstanding(one, view) for one in view.stands_out)]


def _outstanding(one: Shown, view: ResultView) -> str:
    return f"{_sign(one.strong)} {_named(one.facet, one.answers, view.lang)}, {md.plain(one.asked_by)}"


def _chances(view: ResultView) -> list[str]:
    if not view.bars:
        return []
    lang = view.lang
    head = ("", words_other.ROLE.pick(lang), words.CHANCE.pick(lang), words_report.SCORE.pick(lang))
    rows = [
        (str(bar.rank), md.strong(bar.name) if bar.leads else md.plain(bar.name), md.plain(bar.chance), bar.score)
        for bar in view.bars
    ]
    return [md.heading(2, view.chances), md.table(head, rows, right=(0, 3))]


def _field(view: ResultView) -> list[str]:
    if view.field is None:
        return []
    return [md.heading(2, f"{view.field.sentence}: {view.field.said}"), md.plain(view.field.same)]


def _separating(part: Separating, lang: Lang) -> list[str]:
    sides = [block for side in part.sides for block in _side(side, lang)]
    return [md.heading(2, part.title), md.plain(part.lead), *sides]


def _side(side: Side, lang: Lang) -> list[str]:
    marks = [
        f"{'·' if mark.supports is None else _sign(mark.supports)} {_named(mark.facet, mark.answers, lang)}: "
        f"“{md.plain(mark.phrase)}”"
        for mark in side.marks
    ]
    return [md.heading(3, side.lead), md.bullets(marks), *_own_words(side)]


def _own_words(side: Side) -> list[str]:
    quotes = [md.quoted(f"“{md.marked(sentence)}”") for sentence in side.own_words]
    return [md.plain(side.own_lead), *quotes] if quotes else []


def _why(why: Why, lang: Lang) -> list[str]:
    reasons = [_reason(reason, lang) for reason in why.reasons]
    return [md.heading(2, why.title), md.bullets(reasons) if reasons else md.plain(words.WHY_NOTHING.pick(lang))]


def _reason(reason: Reason, lang: Lang) -> str:
    """The facet with the answers, and under it the whole sentence that asks for it."""
    lead = f"{_sign(reason.supports)} {_named(reason.facet, reason.answers, lang)}"
    points = words.POINTS_SAID.say(lang, points=reason.points)
    if reason.quote is None:
        return f"{lead} ({points}). {md.plain(reason.remark)}"
    return f"{lead} ({points}). {md.plain(reason.quote.section)}: “{md.marked(reason.quote.pieces)}”"


def _why_not(view: ResultView, part: WhyNot) -> list[str]:
    groups = [_group(group, view.lang) for group in part.groups]
    own = [block for side in view.own_words for block in _own_words(side)]
    return [md.heading(2, part.title), md.plain(part.lead), md.bullets(groups), md.plain(part.rest), *own]


def _group(group: GapGroup, lang: Lang) -> str:
    facets = md.bullets((md.plain(gap_facet(one, lang)) for one in group.facets), indent=2)
    return f"{_sign(group.supports)} {md.plain(group.sentence)}\n{facets}"


def gap_facet(one: Reason, lang: Lang) -> str:
    """A part of the gap: the facet, the answers and the points."""
    return words.GAP_FACET.say(lang, facet=one.facet, answers=one.answers, points=one.points)


def _alerts(view: ResultView) -> list[str]:
    if not view.alerts:
        return []
    return [md.heading(2, words.WEIGH.pick(view.lang)), *(block for one in view.alerts for block in _alert(one))]


def _alert(alert: AlertView) -> list[str]:
    return [md.plain(alert.lead), md.quoted(f"“{md.marked(alert.quote.pieces)}”"), md.plain(alert.closing)]


def _flips(view: ResultView) -> list[str]:
    if not view.flips:
        return []
    return [md.heading(2, words.CHANGE.pick(view.lang)), md.bullets(md.plain(flip) for flip in view.flips)]


def _reality(view: RealityView) -> list[str]:
    checks = [
        f"{md.strong(check.statement)} {md.plain(check.outcome)} {' '.join(f'“{md.plain(s)}”' for s in check.says)}"
        for check in view.checks
    ]
    return [md.heading(2, view.title), md.bullets(checks), md.plain(view.sum)]


def _ask(view: ResultView) -> list[str]:
    blocks = []
    for one in view.ask:
        questions = md.bullets(md.plain(question) for question in one.questions)
        blocks += [md.heading(3, one.role), questions] if len(view.ask) > 1 else [questions]
    return [md.heading(2, words.ASK.pick(view.lang)), *blocks] if blocks else []


def _closing(view: ResultView) -> list[str]:
    lang = view.lang
    return [
        md.heading(2, words.QUALITY.pick(lang)),
        md.bullets(md.plain(line) for line in view.quality),
        md.heading(2, words.NEXT.pick(lang)),
        md.bullets(f"{md.plain(step.sentence)} → {md.code(step.command)}" for step in view.steps),
        f"{md.plain(words.CODE.pick(lang))}: {md.code(view.code)} ({md.plain(words.CODE_USE.pick(lang))})",
        md.plain(words.NOTE.pick(lang)),
    ]


def _points(table: PointsTable, lang: Lang) -> list[str]:
    numbers = [str(n + 1) for n in range(len(table.roles))]
    rows = [_points_row(row) for row in (table.start, *table.rows)]
    total = [md.strong(table.scores.facet), "", *map(md.strong, table.scores.points)]
    body = md.table(["", words_report.VALUE.pick(lang), *numbers], [*rows, total], right=range(1, 2 + len(numbers)))
    return [md.heading(2, table.title), md.plain(table.lead), body]


def _points_row(row: PointsRow) -> list[str]:
    return [md.plain(row.facet), row.value, *row.points]


def _named(facet: str, answers: str, lang: Lang) -> str:
    said = words.YOU.say(lang, answers=answers) if answers else words.NOT_ANSWERED.pick(lang)
    return f"{md.strong(facet)} · {md.plain(said)}"


def _sign(supports: bool) -> str:  # noqa: FBT001
    return FOR if supports else AGAINST
