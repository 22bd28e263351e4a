"""What to weigh, what would change the result, what the answers show anyway, and how they were given."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from careerfit.core.confidence import Breaker
from careerfit.core.explain import Alert
from careerfit.core.model import Evidence, Role
from careerfit.core.model import Item as Question
from careerfit.core.results.flips import Change, Flip
from careerfit.core.results.result import Result
from careerfit.core.scoring import NEUTRAL_RATING, keyed_response
from careerfit.report.blocks import AGAINST, FOR, Item, Paragraph, Part, Quote
from careerfit.report.views.result.reasons import quote, said_of
from careerfit.report.words import result as words
from careerfit.report.words.numbers import join, rating
from careerfit.text import Lang

FLIPS_MOST = 2
STRONG_FROM, LOW_TO = 3.75, 2.25
"""From and up to which mean response a facet is named as a strength or as low where no role is."""
STRONG_MOST, LOW_MOST = 4, 3
QUOTES_MOST = 2
PAIRS_MOST = 2
CONTRADICTS_FROM = 3
"""Opposite items of one facet contradict each other from so many steps apart (reversed ones turned round)."""


def alerts(result: Result, roles: Sequence[str], lang: Lang) -> tuple[Part, ...]:
    """The alerts of these roles, a sentence at a time (one sentence often names several facets)."""
    by_sentence: dict[tuple[str, str], list[Alert]] = {}
    for alert in result.field.alerts:
        if alert.role in roles:
            by_sentence.setdefault((alert.role, alert.evidence.quote.id), []).append(alert)
    return tuple(_alert(result, found, lang) for found in by_sentence.values())


def flips(result: Result, lang: Lang) -> tuple[Item, ...]:
    """What would put another role first, or how solid the order is."""
    if result.flips:
        lines = [_flip(result, flip, lang) for flip in _one_each(result.flips)[:FLIPS_MOST]]
    elif result.flip_size is None:
        lines = [words.FIXED.pick(lang)]
    else:
        lines = [words.SOLID.say(lang, n=result.flip_size)]
    return tuple(Item(said=line) for line in lines)


def _flip(result: Result, flip: Flip, lang: Lang) -> str:
    changes = join([_change(result, change, lang) for change in flip.changes], lang)
    return words.FLIP.say(lang, changes=changes, role=result.pack.role(flip.leader).name.clean(lang))


def _one_each(found: Sequence[Flip]) -> list[Flip]:
    """The first flip to each new leader."""
    return list({flip.leader: flip for flip in reversed(found)}.values())[::-1]


def quality(result: Result, lang: Lang) -> tuple[Item, ...]:
    """How the answers were given, gently."""
    answered = words.ANSWERED.say(lang, answered=result.quality.answered, total=result.quality.total)
    flags = [_flag(result, flag, lang) for flag in result.quality.flags]
    return (Item(said=answered), *flags)


def _flag(result: Result, flag: str, lang: Lang) -> Item:
    """A flag in words; contradictions are told of only where there are any, and shown."""
    pairs = contradictions(result)[:PAIRS_MOST] if flag == "inconsistent" else []
    said = words.CONTRADICTS if pairs else words.FLAGS[flag]
    return Item(said=said.pick(lang), under=tuple(Paragraph(_opposites(result, *pair, lang)) for pair in pairs))


def contradictions(result: Result) -> list[tuple[Question, Question]]:
    """Opposite items of one facet that were answered alike, the plainest contradictions first, one a facet."""
    given, found = result.answers.responses, {}
    for facet in result.pack.facets:
        answered = [item for item in facet.items if item.key in given]
        pairs = [(one, other) for one, other in combinations(answered, 2) if one.keyed != other.keyed]
        apart = {
            pair: abs(keyed_response(pair[0], given[pair[0].key]) - keyed_response(pair[1], given[pair[1].key]))
            for pair in pairs
        }
        if apart and max(apart.values()) >= CONTRADICTS_FROM:
            pair = max(apart, key=apart.__getitem__)
            found[pair] = apart[pair]
    return sorted(found, key=lambda pair: -found[pair])


def _opposites(result: Result, first: Question, second: Question, lang: Lang) -> str:
    one, other = (result.answers.responses[item.key] for item in (first, second))
    texts = (item.text.clean(lang).rstrip(".") for item in (first, second))
    return words.OPPOSITES.say(lang, first=next(texts), second=next(texts), one=one, other=other)


def stands_out(result: Result, lang: Lang) -> tuple[Part, ...]:
    """The facets that the person rates highest and lowest, and the roles that ask for each most, or that all do.

    Those that tell roles apart come first: the others are summed up as field fit. Where the field does not suit, only
    what is strong, which may be of use elsewhere. Nothing stands out of answers that are all in the middle, whatever
    was preferred in duels.
    """
    if set(result.answers.responses.values()) == {NEUTRAL_RATING}:
        return ()
    known = _known(result)
    strong = strengths_of(result)
    low = [key for key, mean in sorted(known, key=lambda one: one[1]) if mean <= LOW_TO][:LOW_MOST]
    strengths = words.STRONG_ELSEWHERE if result.verdict.kind == "misfit" else words.STRONG_IN
    groups = ((strengths, FOR, strong), (words.LOW_IN, AGAINST, () if result.verdict.kind == "misfit" else low))
    return tuple(
        Part(title.pick(lang), tuple(_outstanding(result, key, mark, lang) for key in found))
        for title, mark, found in groups
        if found
    )


def strengths_of(result: Result) -> tuple[str, ...]:
    """The keys of the facets that the person rates highest, those first that tell roles apart."""
    strong = [one for one in _known(result) if one[1] >= STRONG_FROM]
    return tuple(key for key, _ in sorted(strong, key=lambda one: -one[1])[:STRONG_MOST])


def _known(result: Result) -> list[tuple[str, float]]:
    """The answered facets and their means, those first that tell roles apart."""
    facets = sorted(result.pack.facets, key=lambda facet: facet.key in result.pack.shared)
    return [(facet.key, mean) for facet in facets if (mean := result.rating(facet.key)) is not None]


def because(result: Result, lang: Lang) -> tuple[Part, ...]:
    """The deal-breaker families that make for a misfit, with the sentences of tidak cocok that name them, each once."""
    told: set[str] = set()
    return tuple(
        Part("", (Paragraph(_breaker(result, one, lang), "strong"), *_breaker_quotes(result, one.family, told, lang)))
        for one in result.verdict.breakers
    )


def _alert(result: Result, found: Sequence[Alert], lang: Lang) -> Part:
    role = result.pack.role(found[0].role).name.clean(lang)
    facets = [
        words.FACET_VALUE.say(
            lang, facet=result.pack.facet(alert.facet).name.clean(lang), value=rating(alert.value, lang)
        )
        for alert in found
    ]
    source = words.ALERT_LEAD.say(lang, role=role)
    closing = Paragraph(words.ALERT_LOW.say(lang, facets=join(facets, lang)))
    return Part("", (quote(found[0].evidence, lang, source), closing))


def _change(result: Result, change: Change, lang: Lang) -> str:
    statement = result.pack.item_by_key[change.item].text.clean(lang).rstrip(".")
    return words.FLIP_CHANGE.say(lang, statement=statement, before=change.before, after=change.after)


def _outstanding(result: Result, facet: str, mark: str, lang: Lang) -> Item:
    pack = result.pack
    t = pack.facet_index[facet]
    column = [row[t] for row in pack.relevance]
    asking = [role.name.clean(lang) for role, asked in zip(pack.roles, column, strict=True) if asked == max(column)]
    by_all = min(column) > 0
    asked = words.ASKED_BY_ALL.pick(lang) if by_all else words.ASKED_BY.say(lang, roles=join(asking, lang))
    under = () if result.verdict.kind == "misfit" else (Paragraph(asked, "quiet"),)
    said, aloud = said_of(result, facet, lang)
    return Item(mark, pack.facet(facet).name.clean(lang), said, under=under, aloud=aloud)


def _breaker(result: Result, one: Breaker, lang: Lang) -> str:
    return words.BREAKER.say(lang, family=result.pack.families[one.family].clean(lang), value=rating(one.mean, lang))


def _breaker_quotes(result: Result, family: str, told: set[str], lang: Lang) -> tuple[Quote, ...]:
    """A sentence of tidak cocok each, of the first roles that name the family there; none that was ``told`` before."""
    quotes: list[Quote] = []
    for role in result.pack.roles:
        named = [one for one in _named_against(role) if result.pack.facet(one.facet).family == family]
        if named and named[0].quote.id not in told and len(quotes) < QUOTES_MOST:
            told.add(named[0].quote.id)
            quotes.append(quote(named[0], lang, role.name.clean(lang)))
    return tuple(quotes)


def _named_against(role: Role) -> list[Evidence]:
    return [evidence for sentence in role.section("tidak_cocok") for evidence in sentence.evidence]
