"""Why a role, and why not another: facets with the person's answers and the words of the profiles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerfit.core import explain
from careerfit.core.model import Evidence
from careerfit.core.result import Result
from careerfit.core.scoring import Contribution, Ranked, keyed_response
from careerfit.report.views.marks import Piece, pieces
from careerfit.report.words import result as words
from careerfit.report.words.numbers import rating, signed
from careerfit.report.words.profile import SECTION_TITLES
from careerfit.text import Lang

FOR_MOST, LOW_MOST, UNUSED_MOST, GAP_MOST = 3, 2, 1, 5
"""How many facets are named at most: for a role, against it (low; strong in vain), and as what separates two."""
WORTH_NAMING = 0.05
"""Fewer points than this would be shown as none."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A sentence of a profile with the phrase marked that names a facet, and where it stands."""

    role: str
    section: str
    pieces: tuple[Piece, ...]
    phrase: str

    @property
    def text(self) -> str:
        """The whole sentence."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Reason:
    """A facet that speaks for a role or against it; ``remark`` where there is no sentence to quote."""

    supports: bool
    facet: str
    answers: str
    value: str
    points: str
    quote: Quote | None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class GapGroup:
    """Facets that separate two roles in the same manner, and the sentence that says how."""

    supports: bool
    sentence: str
    facets: tuple[Reason, ...]


def answers_of(result: Result, facet: str, lang: Lang) -> str:
    """All that the person said of a facet: responses from 1 to 5 (reversed items turned round), then duels."""
    pack, given = result.pack, result.answers
    said = [
        str(keyed_response(item, given.responses[item.key]))
        for item in pack.facet(facet).items
        if item.key in given.responses
    ]
    said += [words.DUEL_WON.pick(lang) for duel in given.duels if duel.preferred == facet]
    said += [words.DUEL_LOST.pick(lang) for duel in given.duels if duel.other == facet]
    return ", ".join(said)


def quote(result: Result, role: str, evidence: Evidence, lang: Lang) -> Quote:
    """A piece of evidence as it is quoted."""
    return Quote(
        role=result.pack.role(role).name.clean(lang),
        section=SECTION_TITLES[evidence.section].pick(lang),
        pieces=pieces(evidence.quote.pick(lang), [evidence.phrase.pick(lang)]),
        phrase=evidence.phrase.clean(lang),
    )


def supporting(result: Result, ranked: Ranked, lang: Lang) -> tuple[Reason, ...]:
    """The strongest of the unshared facets that the role asks for and that the person is strong in."""
    found = [part for part in explain.reasons(result.pack, ranked) if part.is_strong]
    return tuple(_reason(result, ranked.role, part, lang) for part in found[:FOR_MOST])


def opposing(result: Result, ranked: Ranked, lang: Lang) -> tuple[Reason, ...]:
    """What takes most from the role: facets it asks for that are low, then strengths that it has no use for."""
    low = [p for p in explain.against(ranked) if not p.is_strong and p.points < -WORTH_NAMING]
    unused = [p for p in explain.elsewhere(ranked) if p.points < -WORTH_NAMING]
    return (
        *(_reason(result, ranked.role, part, lang) for part in low[:LOW_MOST]),
        *(_unwanted(result, part, lang) for part in unused[:UNUSED_MOST]),
    )


def gap_groups(result: Result, lang: Lang) -> tuple[tuple[GapGroup, ...], float]:
    """The largest parts of the gap to the runner-up, grouped by what makes them; and the points of all the rest."""
    parts = [part for part in result.runner_up.contributions if abs(part.points) >= WORTH_NAMING]
    largest = sorted(parts, key=lambda part: -abs(part.points))[:GAP_MOST]
    kinds = [(True, True), (True, False), (False, True), (False, False)]
    groups = [
        _group(result, [p for p in largest if (p.points > 0, p.is_strong) == kind], *kind, lang=lang) for kind in kinds
    ]
    return tuple(group for group in groups if group.facets), result.runner_up.gap - sum(p.points for p in largest)


def _group(result: Result, parts: Sequence[Contribution], supports: bool, strong: bool, *, lang: Lang) -> GapGroup:  # noqa: FBT001
    """Points for the leader come from what it asks for more and is strong, or asks for less and is weak."""
    asking = result.ranking[0].role if supports == strong else result.runner_up.role
    sentence = words.ASKS_MORE_STRONG if strong else words.ASKS_MORE_WEAK
    name = result.pack.role(asking).name.clean(lang)
    return GapGroup(supports, sentence.say(lang, a=name), tuple(_reason(result, asking, part, lang) for part in parts))


def _reason(result: Result, role: str, part: Contribution, lang: Lang) -> Reason:
    """A facet with what the role says of it."""
    evidence = result.pack.role(role).evidence(part.facet)
    return Reason(
        supports=part.points > 0,
        facet=result.pack.facet(part.facet).name.clean(lang),
        answers=answers_of(result, part.facet, lang),
        value=rating(part.value, lang),
        points=signed(part.points, lang),
        quote=quote(result, role, evidence[0], lang) if evidence else None,
    )


def _unwanted(result: Result, part: Contribution, lang: Lang) -> Reason:
    """A strength that a role has no use for."""
    return Reason(
        supports=False,
        facet=result.pack.facet(part.facet).name.clean(lang),
        answers=answers_of(result, part.facet, lang),
        value=rating(part.value, lang),
        points=signed(part.points, lang),
        quote=None,
        remark=words.NOT_ASKED.pick(lang),
    )
