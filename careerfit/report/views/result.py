"""One person's result with every sentence filled in, in one language: the same for terminal, Markdown and HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerfit.core.model import VerdictKind
from careerfit.core.result import Result
from careerfit.core.scoring import Ranked
from careerfit.report.views.advice import (
    AlertView,
    Because,
    Shown,
    alerts_for,
    because,
    flips,
    quality,
    stands_out,
)
from careerfit.report.views.headline import FIELD_SUITS, certainty, headline, leaders, told_apart
from careerfit.report.views.points import PointsTable, points_table
from careerfit.report.views.questions_to_ask import questions_to_ask
from careerfit.report.views.reality import RealityView, reality_view
from careerfit.report.views.reasons import GapGroup, Reason, gap_groups, opposing, supporting
from careerfit.report.views.separating import Separating, Side, sides
from careerfit.report.views.steps import Step, steps
from careerfit.report.words import result as words
from careerfit.report.words.numbers import brief_of_ten, join, number, of_ten, signed
from careerfit.report.words.result import count
from careerfit.text import Lang, Text, clean

FIELD_MIDDLE = 40.0
"""Below this field fit the field itself is said not to be close; from ``FIELD_SUITS`` on, that it suits."""


@dataclass(frozen=True, slots=True)
class BarView:
    """A role's place: ``share`` (0 to 1) its probability, ``chance`` that in words, ``said`` in fewer."""

    rank: int
    role: str
    name: str
    share: float
    said: str
    chance: str
    score: str
    leads: bool


@dataclass(frozen=True, slots=True)
class FieldView:
    """Field fit, said once: ``share`` from 0 to 1."""

    sentence: str
    share: float
    said: str
    same: str


@dataclass(frozen=True, slots=True)
class Why:
    """What speaks for a role and against it."""

    title: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class WhyNot:
    """What separates the first role from the second, and what their profiles say of themselves."""

    title: str
    lead: str
    groups: tuple[GapGroup, ...]
    rest: str


@dataclass(frozen=True, slots=True)
class Ask:
    """Questions for someone who works in that role."""

    role: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ResultView:
    """The whole result, ready to be laid out; empty parts do not apply to the verdict or would say nothing."""

    lang: Lang
    kind: VerdictKind
    topic: str
    headline: str
    certainty: str
    chances: str
    bars: tuple[BarView, ...]
    field: FieldView | None
    because: tuple[Because, ...]
    stands_out: tuple[Shown, ...]
    separating: Separating | None
    why: tuple[Why, ...]
    why_not: WhyNot | None
    own_words: tuple[Side, ...]
    alerts: tuple[AlertView, ...]
    flips: tuple[str, ...]
    quality: tuple[str, ...]
    flagged: bool
    ask: tuple[Ask, ...]
    reality: tuple[RealityView, ...]
    steps: tuple[Step, ...]
    answered: bool
    code: str
    points: PointsTable


def result_view(
    result: Result, lang: Lang, options: str = "", reality: Sequence[tuple[str, Sequence[bool | None]]] = ()
) -> ResultView:
    """The view of a result.

    ``options`` is appended to the commands that it names (such as `` --lang en``); ``reality`` holds the outcomes of
    reality checks: a role's slug, and statement by statement whether it was believed (None: skipped).
    """
    named = leaders(result)
    kind = result.verdict.kind
    decided = kind in ("clear", "tie")
    return ResultView(
        lang=lang,
        kind=kind,
        topic=result.pack.title.clean(lang),
        headline=headline(result, lang),
        certainty=certainty(result, lang),
        chances=words.CHANCES[kind].pick(lang),
        bars=tuple(_bar(result, ranked, lang) for ranked in result.ranking) if told_apart(result) else (),
        field=_field(result, lang) if result.answers.responses else None,
        because=because(result, lang) if kind == "misfit" else (),
        stands_out=() if decided else stands_out(result, lang),
        separating=_separating(result, named, lang) if kind == "tie" else None,
        why=tuple(_why(result, ranked, lang) for ranked in named),
        why_not=_why_not(result, lang) if kind == "clear" else None,
        own_words=sides(result, [ranked.role for ranked in result.ranking[:2]], lang) if kind == "clear" else (),
        alerts=alerts_for(result, result.verdict.roles, lang),
        flips=flips(result, lang) if decided else (),
        quality=quality(result, lang),
        flagged=bool(result.quality.flags),
        ask=tuple(_ask(result, ranked, lang) for ranked in named),
        reality=tuple(reality_view(result.pack.role(role), believed, lang) for role, believed in reality),
        steps=steps(result, lang, options),
        answered=bool(result.answers.responses),
        code=clean(result.code),
        points=points_table(result, lang),
    )


def _ask(result: Result, ranked: Ranked, lang: Lang) -> Ask:
    return Ask(ranked.name.clean(lang), questions_to_ask(result, ranked, lang))


def _bar(result: Result, ranked: Ranked, lang: Lang) -> BarView:
    return BarView(
        rank=ranked.rank,
        role=ranked.role,
        name=ranked.name.clean(lang),
        share=ranked.probability,
        said=brief_of_ten(ranked.probability, lang),
        chance=of_ten(ranked.probability, lang),
        score=number(ranked.score, lang, 1),
        leads=ranked.role in result.verdict.roles,
    )


def _field(result: Result, lang: Lang) -> FieldView:
    fit = result.field.score
    broken = result.verdict.kind == "misfit"
    return FieldView(
        sentence=words.FIELD_MEAN.pick(lang) if broken else _field_sentence(fit).pick(lang),
        share=fit / 100,
        said=words.OF_HUNDRED.say(lang, n=number(fit, lang)),
        same=(words.FIELD_BREAKS if broken else words.FIELD_SAME).pick(lang),
    )


def _field_sentence(fit: float) -> Text:
    if fit < FIELD_MIDDLE:
        return words.FIELD_LOW
    return words.FIELD_MIDDLE if fit < FIELD_SUITS else words.FIELD_HIGH


def _why(result: Result, ranked: Ranked, lang: Lang) -> Why:
    title = words.WHY.say(lang, role=ranked.name.clean(lang))
    return Why(title, (*supporting(result, ranked, lang), *opposing(result, ranked, lang)))


def _why_not(result: Result, lang: Lang) -> WhyNot:
    runner_up = result.runner_up
    groups, rest = gap_groups(result, lang)
    return WhyNot(
        title=words.WHY_NOT.say(lang, other=result.pack.role(runner_up.role).name.clean(lang)),
        lead=words.WHY_NOT_GAP.say(lang, gap=number(runner_up.gap, lang, 1)),
        groups=groups,
        rest=words.REST.say(lang, points=signed(rest, lang)),
    )


def _separating(result: Result, named: Sequence[Ranked], lang: Lang) -> Separating:
    names = join([ranked.name.clean(lang) for ranked in named], lang)
    return Separating(
        title=words.APART.say(lang, roles=names),
        lead=words.APART_LEAD.say(lang, count=count(len(named), lang)),
        sides=sides(result, [ranked.role for ranked in named], lang),
    )
