"""What to weigh, what would change the result, what the answers show anyway, and how they were given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerfit.core.explain import Alert
from careerfit.core.flips import Change, Flip
from careerfit.core.result import Result
from careerfit.report.views.reasons import Quote, answers_of, quote
from careerfit.report.words import result as words
from careerfit.report.words.numbers import join, rating
from careerfit.text import Lang

FLIPS_MOST = 2
STRONG_FROM, LOW_TO = 3.75, 2.25
"""From and up to which mean response a facet is named as a strength or as low where no role is."""
STRONG_MOST, LOW_MOST = 4, 3
QUOTES_MOST = 2


@dataclass(frozen=True, slots=True)
class AlertView:
    """A sentence of tidak cocok that the answers meet, and a sentence that says how."""

    role: str
    lead: str
    quote: Quote
    closing: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A facet that stands out in the answers, whatever the verdict, and who asks for it."""

    strong: bool
    facet: str
    answers: str
    asked_by: str


@dataclass(frozen=True, slots=True)
class Because:
    """A deal-breaker family that the person rates low, with sentences of tidak cocok that name it."""

    sentence: str
    quotes: tuple[Quote, ...]


def alerts_for(result: Result, roles: Sequence[str], lang: Lang) -> tuple[AlertView, ...]:
    """The alerts of these roles, a sentence at a time (one sentence often names several facets)."""
    by_sentence: dict[tuple[str, str], list[Alert]] = {}
    for alert in result.field.alerts:
        if alert.role in roles:
            by_sentence.setdefault((alert.role, alert.evidence.quote.id), []).append(alert)
    return tuple(_alert(result, found, lang) for found in by_sentence.values())


def flips(result: Result, lang: Lang) -> tuple[str, ...]:
    """What would put another role first, or how solid the order is."""
    if result.flips:
        return tuple(
            words.FLIP.say(
                lang,
                changes=join([_change(result, change, lang) for change in flip.changes], lang),
                role=result.pack.role(flip.leader).name.clean(lang),
            )
            for flip in _one_each(result.flips)[:FLIPS_MOST]
        )
    if result.flip_size is None:
        return (words.FIXED.pick(lang),)
    return (words.SOLID.say(lang, n=result.flip_size),)


def _one_each(found: Sequence[Flip]) -> list[Flip]:
    """The first flip to each new leader."""
    return list({flip.leader: flip for flip in reversed(found)}.values())[::-1]


def quality(result: Result, lang: Lang) -> tuple[str, ...]:
    """How the answers were given, gently."""
    answered = words.ANSWERED.say(lang, answered=result.quality.answered, total=result.quality.total)
    return (answered, *(words.FLAGS[flag].pick(lang) for flag in result.quality.flags if flag in words.FLAGS))


def stands_out(result: Result, lang: Lang) -> tuple[Shown, ...]:
    """The facets that the person rates highest and lowest, and the roles that ask for each most.

    Those that tell roles apart come first: the others are summed up as field fit.
    """
    facets = sorted(result.pack.facets, key=lambda facet: facet.key in result.pack.shared)
    known = [(facet.key, mean) for facet in facets if (mean := result.rating(facet.key)) is not None]
    strong = sorted((one for one in known if one[1] >= STRONG_FROM), key=lambda one: -one[1])
    low = sorted((one for one in known if one[1] <= LOW_TO), key=lambda one: one[1])
    return (
        *(_shown(result, key, strong=True, lang=lang) for key, _ in strong[:STRONG_MOST]),
        *(_shown(result, key, strong=False, lang=lang) for key, _ in low[:LOW_MOST]),
    )


def because(result: Result, lang: Lang) -> tuple[Because, ...]:
    """The deal-breaker families that make for a misfit, with the sentences that name them."""
    return tuple(
        Because(
            words.BREAKER.say(lang, family=result.pack.families[one.family].clean(lang), value=rating(one.mean, lang)),
            _breaker_quotes(result, one.family, lang),
        )
        for one in result.verdict.breakers
    )


def _alert(result: Result, found: Sequence[Alert], lang: Lang) -> AlertView:
    first = found[0]
    facets = [
        words.FACET_VALUE.say(
            lang, facet=result.pack.facet(alert.facet).name.clean(lang), value=rating(alert.value, lang)
        )
        for alert in found
    ]
    quoted = quote(result, first.role, first.evidence, lang)
    return AlertView(
        role=quoted.role,
        lead=words.ALERT_LEAD.say(lang, role=quoted.role),
        quote=quoted,
        closing=words.ALERT_LOW.say(lang, facets=join(facets, lang)),
    )


def _change(result: Result, change: Change, lang: Lang) -> str:
    statement = result.pack.item_by_key[change.item].text.clean(lang).rstrip(".")
    return words.FLIP_CHANGE.say(lang, statement=statement, before=change.before, after=change.after)


def _shown(result: Result, facet: str, *, strong: bool, lang: Lang) -> Shown:
    pack = result.pack
    t = pack.facet_index[facet]
    most = max(row[t] for row in pack.relevance)
    asking = [role.name.clean(lang) for role, row in zip(pack.roles, pack.relevance, strict=True) if row[t] == most]
    shared = facet in pack.shared or len(asking) == len(pack.roles)
    asked = words.ASKED_BY_ALL.pick(lang) if shared else words.ASKED_BY.say(lang, roles=join(asking, lang))
    return Shown(strong, pack.facet(facet).name.clean(lang), answers_of(result, facet, lang), asked)


def _breaker_quotes(result: Result, family: str, lang: Lang) -> tuple[Quote, ...]:
    found = [
        quote(result, role.slug, evidence, lang)
        for role in result.pack.roles
        for sentence in role.section("tidak_cocok")
        for evidence in sentence.evidence
        if result.pack.facet(evidence.facet).family == family
    ]
    by_role = {one.role: one for one in reversed(found)}
    return tuple(by_role[role] for role in reversed(by_role))[:QUOTES_MOST]
