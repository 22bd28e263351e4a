"""Why a role, and why not another: facets with the person's answers and the words of the profiles."""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.core import explain
from careerfit.core.model import Evidence, Pack
from careerfit.core.results.result import Result
from careerfit.core.scoring import Contribution, Ranked, keyed_response
from careerfit.report.blocks import Item, Paragraph, Quote, pieces, sign
from careerfit.report.words import result as words
from careerfit.report.words.numbers import join, signed
from careerfit.report.words.profile import SECTION_TITLES
from careerfit.text import Lang, Text

FOR_MOST, LOW_MOST, UNUSED_MOST, GAP_MOST = 3, 2, 1, 5
"""How many facets are named at most: for a role, against it (low; strong in vain), and as what separates two."""
GAP_WORDS = {
    (True, True): words.ASKS_MORE_STRONG,
    (True, False): words.ASKS_MORE_WEAK,
    (False, True): words.WEIGHS_MORE_STRONG,
    (False, False): words.WEIGHS_MORE_WEAK,
}
"""By whether the role asks for more too, or only counts it more, and whether the answers are strong."""
WORTH_NAMING = 0.05
"""Fewer points than this would be shown as none."""


def asked_of(pack: Pack, role: str, facet: str) -> float:
    """How much a role asks for a facet: 0, ½ or 1."""
    return pack.relevance[pack.role_index[role]][pack.facet_index[facet]]


def said_of(result: Result, facet: str, lang: Lang) -> tuple[str, str]:
    """All that the person said of a facet, after its name, for the eye and for the ear; or that nothing was said yet.

    That is responses from 1 to 5 (reversed items turned round), then duels. Numbers are joined by a word: "4, 5" would
    be read as one with a decimal.
    """
    pack, given = result.pack, result.answers
    rated = [
        str(keyed_response(item, given.responses[item.key]))
        for item in pack.facet(facet).items
        if item.key in given.responses
    ]
    won, lost = (words.DUEL_WON, words.DUEL_LOST) if rated else (words.CHOSEN, words.NOT_CHOSEN)

    def told(you: Text, won: Text, lost: Text) -> str:
        said = [you.say(lang, answers=join(rated, lang), steps=len(pack.scale))] if rated else []
        said += [won.pick(lang) for duel in given.duels if duel.preferred == facet]
        said += [lost.pick(lang) for duel in given.duels if duel.other == facet]
        return ", ".join(said) or words.NOT_ANSWERED.pick(lang)

    return told(words.YOU, won, lost), told(words.YOU_ALOUD, words.CHOSEN_ALOUD, words.NOT_CHOSEN_ALOUD)


def quote(evidence: Evidence, lang: Lang, source: str, *, whole: bool = True) -> Quote:
    """A piece of evidence as it is quoted; unless ``whole``, its phrase is enough where room is short."""
    found = pieces(evidence.quote.pick(lang), [evidence.phrase.pick(lang)])
    return Quote(found, source, "" if whole else evidence.phrase.clean(lang))


def supporting(result: Result, ranked: Ranked, lang: Lang) -> tuple[Item, ...]:
    """The strongest of the unshared facets that the role asks for and that the person is strong in."""
    found = [part for part in explain.reasons(result.pack, ranked) if part.is_strong]
    return tuple(_reason(result, part, lang) for part in found[:FOR_MOST])


def opposing(result: Result, ranked: Ranked, lang: Lang) -> tuple[Item, ...]:
    """What takes most from the role: facets it asks for that are low, then strengths that it has no use for."""
    low = [p for p in explain.against(ranked) if not p.is_strong and p.points < -WORTH_NAMING]
    unused = [p for p in explain.elsewhere(ranked) if p.points < -WORTH_NAMING]
    no_use = Paragraph(words.NOT_ASKED.pick(lang), "quiet")
    return (
        *(_reason(result, part, lang) for part in low[:LOW_MOST]),
        *(_item(result, part, no_use, lang) for part in unused[:UNUSED_MOST]),
    )


def gap_items(result: Result, lang: Lang) -> tuple[tuple[Item, ...], float]:
    """The largest parts of the gap to the runner-up, grouped by what makes them; and the points of all the rest."""
    largest = [part for part in result.runner_up.contributions if abs(part.points) >= WORTH_NAMING][:GAP_MOST]
    groups: dict[tuple[bool, bool, bool], list[Contribution]] = {}
    for part in largest:
        groups.setdefault(_kind(result, part), []).append(part)
    items = tuple(_group(result, kind, groups[kind], lang) for kind in sorted(groups, reverse=True))
    return items, result.runner_up.gap - sum(part.points for part in largest)


def _kind(result: Result, part: Contribution) -> tuple[bool, bool, bool]:
    """Does it speak for the leader, is it strong, and does the role in whose score it weighs more also ask for more?"""
    supports = part.points > 0
    heavier, lighter = (
        asked_of(result.pack, role, part.facet) for role in _by_weight(result, supports=supports, strong=part.is_strong)
    )
    return supports, part.is_strong, heavier > lighter


def _by_weight(result: Result, *, supports: bool, strong: bool) -> tuple[str, str]:
    """The first two roles, the one in whose score a facet weighs more first.

    Points for the leader come from what weighs more there and is strong, or weighs less and is low.
    """
    leader, second = result.ranking[0].role, result.runner_up.role
    return (leader, second) if supports == strong else (second, leader)


def _group(result: Result, kind: tuple[bool, bool, bool], parts: Sequence[Contribution], lang: Lang) -> Item:
    supports, strong, asks_more = kind
    asking, _ = _by_weight(result, supports=supports, strong=strong)
    sentence = GAP_WORDS[asks_more, strong]
    under = tuple(Item(said=said, aloud=aloud) for said, aloud in (_told(result, part, lang) for part in parts))
    return Item(sign(supports), said=sentence.say(lang, a=result.pack.role(asking).name.clean(lang)), under=under)


def _reason(result: Result, part: Contribution, lang: Lang) -> Item:
    """A facet that the role asks for, with what its profile says of it."""
    evidence = part.evidence[0]
    source = SECTION_TITLES[evidence.section].pick(lang)
    return _item(result, part, quote(evidence, lang, source, whole=False), lang)


def _told(result: Result, part: Contribution, lang: Lang) -> list[str]:
    """A part of the gap with what was said of its facet, for the eye and for the ear."""
    places = {"facet": result.pack.facet(part.facet).name.clean(lang), "points": signed(part.points, lang)}
    return [words.GAP_FACET.say(lang, said=said, **places) for said in said_of(result, part.facet, lang)]


def _item(result: Result, part: Contribution, under: Quote | Paragraph, lang: Lang) -> Item:
    name, points = result.pack.facet(part.facet).name.clean(lang), signed(part.points, lang)
    said, aloud = said_of(result, part.facet, lang)
    return Item(sign(part.points > 0), name, said, words.POINTS_SAID.say(lang, points=points), (under,), aloud)
