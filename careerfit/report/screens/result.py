"""A result on the terminal: one idea at a time, the plain sentence before the number."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.text import Text

from careerfit.report.screens.bars import chances, field_fit
from careerfit.report.screens.layout import (
    BAD,
    GOOD,
    HEADING,
    QUIET,
    hanging,
    indented,
    marked,
    page,
    runs,
    section,
    stacked,
    step,
    text,
)
from careerfit.report.screens.points import points
from careerfit.report.screens.reality import outcomes
from careerfit.report.views.advice import AlertView, Because, Shown
from careerfit.report.views.reasons import GapGroup, Quote, Reason
from careerfit.report.views.result import Ask, ResultView, Why, WhyNot
from careerfit.report.views.separating import Mark, Separating, Side
from careerfit.report.words import result as words
from careerfit.text import Lang

FOR, AGAINST = "▲", "▼"


def result_screen(view: ResultView, *, verbose: bool = False) -> RenderableType:
    """The result as its verdict wants it told; ``verbose`` adds scores and all points."""
    return page([*_body(view), points(view.points, view.lang) if verbose else None, _end(view)])


def _end(view: ResultView) -> RenderableType | None:
    """The verdict once more, since its first line has left most screens by now, and the code, ready to be copied."""
    if not view.answered:
        return None
    return Group(text(view.headline, HEADING), text(f"{words.CODE.pick(view.lang)}: {view.code}"))


def _body(view: ResultView) -> list[RenderableType | None]:
    headline = Group(text(view.headline, HEADING), text(view.certainty))
    bars = section(view.chances, [chances(view.bars)]) if view.bars else None
    field = field_fit(view.field) if view.field else None
    if view.kind == "misfit":
        return [headline, _because(view), field, _stands_out(view), bars, *_closing(view)]
    if view.kind == "unclear":
        return [headline, _stands_out(view), bars, field, *_closing(view)]
    return [headline, bars, field, *_explanation(view), *_closing(view)]


def _explanation(view: ResultView) -> list[RenderableType | None]:
    """What there is to say where the verdict names roles."""
    return [
        *_telling(view),
        text(words.LEGEND.pick(view.lang), QUIET),
        _why_not(view, view.why_not) if view.why_not else None,
        _alerts(view) if view.alerts else None,
        section(words.CHANGE.pick(view.lang), [stacked([text(flip) for flip in view.flips])]) if view.flips else None,
    ]


def _telling(view: ResultView) -> list[RenderableType]:
    """What separates the roles of a tie, or what speaks for the only one."""
    if view.separating is not None:
        return [_separating(view.separating, view.lang)]
    return [_why(why, view.lang) for why in view.why]


def _closing(view: ResultView) -> list[RenderableType | None]:
    lang = view.lang
    steps = stacked([step(one.sentence, one.command) for one in view.steps], air=False)
    return [
        section(words.QUALITY.pick(lang), [text(line) for line in view.quality]),
        *(section(one.title, [stacked(outcomes(one))]) for one in view.reality),
        *(_ask(one, lang) for one in view.ask if view.kind == "clear"),
        section(words.NEXT.pick(lang), [steps]),
        text(words.NOTE.pick(lang), QUIET),
    ]


def _ask(one: Ask, lang: Lang) -> RenderableType:
    return section(words.ASK.pick(lang), [hanging("·", text(question)) for question in one.questions])


def _because(view: ResultView) -> RenderableType:
    return section(words.BECAUSE.pick(view.lang), [stacked([_breaker(one) for one in view.because])])


def _breaker(one: Because) -> RenderableType:
    return Group(text(one.sentence, HEADING), *(_quoted(quote) for quote in one.quotes))


def _quoted(quote: Quote) -> RenderableType:
    return Group(text(f"{quote.role}:", QUIET), indented(_sentence(quote)))


def _sentence(quote: Quote) -> RenderableType:
    sentence = marked(quote.pieces)
    return runs(("“", "")) + sentence + runs(("”", ""))


def _stands_out(view: ResultView) -> RenderableType | None:
    strong = [one for one in view.stands_out if one.strong]
    low = [one for one in view.stands_out if not one.strong]
    groups = [
        Group(text(label.pick(view.lang), QUIET), *(_outstanding(one, view.lang) for one in found))
        for label, found in ((words.STRONG_IN, strong), (words.LOW_IN, low))
        if found
    ]
    return section(words.SHOWS.pick(view.lang), [stacked(groups)]) if groups else None


def _outstanding(one: Shown, lang: Lang) -> RenderableType:
    mark = runs((FOR, GOOD)) if one.strong else runs((AGAINST, BAD))
    return hanging(mark, Group(_named(one.facet, one.answers, lang), text(one.asked_by, QUIET)))


def _separating(part: Separating, lang: Lang) -> RenderableType:
    return section(part.title, [text(part.lead), "", stacked([_side(side, lang) for side in part.sides])])


def _side(side: Side, lang: Lang) -> RenderableType:
    return Group(text(side.lead, QUIET), *(_mark(mark, lang) for mark in side.marks), *_own_words(side))


def _own_words(side: Side) -> list[RenderableType]:
    """What the role's profile says of how it differs."""
    quoted = [runs(("“", "")) + marked(sentence) + runs(("”", "")) for sentence in side.own_words]
    return [text(side.own_lead, QUIET), *(indented(one) for one in quoted)] if quoted else []


def _mark(mark: Mark, lang: Lang) -> RenderableType:
    sign = runs(("·", "")) if mark.supports is None else _direction(mark.supports)
    return hanging(sign, Group(_named(mark.facet, mark.answers, lang), text(f"“{mark.phrase}”", QUIET)))


def _why(why: Why, lang: Lang) -> RenderableType:
    if not why.reasons:
        return section(why.title, [text(words.WHY_NOTHING.pick(lang))])
    return section(why.title, [_reason(reason, lang) for reason in why.reasons])


def _reason(reason: Reason, lang: Lang) -> RenderableType:
    said = f"“{reason.quote.phrase}”" if reason.quote else reason.remark
    return hanging(_direction(reason.supports), Group(_named(reason.facet, reason.answers, lang), text(said, QUIET)))


def _direction(supports: bool) -> Text:  # noqa: FBT001
    return runs((FOR, GOOD)) if supports else runs((AGAINST, BAD))


def _named(facet: str, answers: str, lang: Lang) -> RenderableType:
    """A facet with what the person said of it."""
    said = words.YOU.say(lang, answers=answers) if answers else words.NOT_ANSWERED.pick(lang)
    return runs((facet, HEADING), (f" · {said}", ""))


def _why_not(view: ResultView, part: WhyNot) -> RenderableType:
    gap = [text(part.lead), *(_group(group, view.lang) for group in part.groups), text(part.rest, QUIET)]
    return section(part.title, [stacked([Group(*gap), *(Group(*_own_words(side)) for side in view.own_words)])])


def _group(group: GapGroup, lang: Lang) -> RenderableType:
    facets = [
        text(words.GAP_FACET.say(lang, facet=one.facet, answers=one.answers, points=one.points)) for one in group.facets
    ]
    return hanging(_direction(group.supports), Group(text(group.sentence), indented(Group(*facets))))


def _alerts(view: ResultView) -> RenderableType:
    return section(words.WEIGH.pick(view.lang), [stacked([_alert(alert) for alert in view.alerts])])


def _alert(alert: AlertView) -> RenderableType:
    return Group(text(alert.lead), indented(_sentence(alert.quote)), text(alert.closing))
