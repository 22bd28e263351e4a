"""Saved attempts, and two of them side by side, with every sentence filled in: the same for every format."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from careerfit.core.model import DuelAnswer, VerdictKind
from careerfit.core.retake import Difference, Move
from careerfit.report.views.headline import headline
from careerfit.report.words import history as words
from careerfit.report.words.dates import local
from careerfit.report.words.numbers import about_of_ten, join, number, rating, signed
from careerfit.report.words.result import FLAGS
from careerfit.text import Lang, Text, clean

MOST_MOVED = 5
"""So many facets are shown at most that moved within the usual wavering."""


@dataclass(frozen=True, slots=True)
class SavedRole:
    """A role as it was called when the attempt was saved."""

    role: str
    name: Text


@dataclass(frozen=True, slots=True)
class Saved:
    """One saved attempt, as far as it can be told without its pack; times with their zone.

    ``roles``: those that the verdict named, or the first one; ``reality``: role → what was believed of it, in the order
    of the profile's beliefs; ``fast``: was the typical item answered in under two seconds.
    """

    number: int
    started: datetime
    finished: datetime
    mode: str
    lang: str
    note: str
    pack: tuple[str, str, str]
    code: str
    verdict: VerdictKind
    roles: tuple[SavedRole, ...]
    probability: float | None
    answers: Mapping[str, int]
    duels: tuple[DuelAnswer, ...]
    seconds: Mapping[str, float]
    fast: bool
    reality: Mapping[str, tuple[bool | None, ...]] = field(default_factory=dict)

    @property
    def leader(self) -> SavedRole:
        """The role that came first."""
        return self.roles[0]

    @property
    def named(self) -> tuple[SavedRole, ...]:
        """The roles that the verdict named; none for ``unclear`` and ``misfit``."""
        return self.roles if self.verdict in ("clear", "tie") else ()


@dataclass(frozen=True, slots=True)
class SavedUnfinished:
    """An unfinished interview: how many answers it has, and when the last one was given."""

    answered: int
    changed: datetime


@dataclass(frozen=True, slots=True)
class AttemptView:
    """One saved attempt in a list."""

    number: int
    verdict: str
    details: str
    note: str


@dataclass(frozen=True, slots=True)
class MoveView:
    """How one thing went; ``changed``: by more than noise allows."""

    name: str
    first: str
    second: str
    by: str
    said: str
    changed: bool


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """Two attempts side by side."""

    lang: Lang
    title: str
    numbers: tuple[int, int]
    whens: tuple[str, str]
    headline: str
    verdicts: tuple[str, str]
    summary: str
    changed: tuple[MoveView, ...]
    others_title: str
    others: tuple[MoveView, ...]
    roles: tuple[MoveView, ...]
    field: MoveView
    how: str


def attempt_view(saved: Saved, lang: Lang, zone: tzinfo | None = None) -> AttemptView:
    """A saved attempt as a list shows it."""
    details = [
        local(saved.finished, lang, zone),
        words.MODES.get(saved.mode, Text(saved.mode, saved.mode)).pick(lang),
        words.ANSWERED.say(lang, count=len(saved.answers) + len(saved.duels)),
        *([words.FAST.pick(lang)] if saved.fast else []),
        *([words.CHECKED.pick(lang)] if saved.reality else []),
    ]
    return AttemptView(saved.number, verdict_then(saved, lang), " · ".join(details), clean(saved.note))


def verdict_then(saved: Saved, lang: Lang) -> str:
    """The verdict in one line, as it was when it was saved."""
    names = join([role.name.clean(lang) for role in saved.roles], lang)
    said = words.VERDICTS[saved.verdict].say(lang, roles=names)
    return said if saved.probability is None else f"{said} ({about_of_ten(saved.probability, lang)})"


def attempt_lines(saved: Saved, lang: Lang, current: str, dropped: int, zone: tzinfo | None = None) -> tuple[str, ...]:
    """What stands over a saved result that is shown again; ``current`` is the fingerprint of the pack in use."""
    title = words.ATTEMPT.say(lang, number=saved.number, when=local(saved.finished, lang, zone))
    note = [f"“{clean(saved.note)}”"] if saved.note else []
    haste = [FLAGS["fast"].pick(lang)] if saved.fast else []
    return title, *note, *pack_lines(saved, lang, current, dropped), *haste


def pack_lines(saved: Saved, lang: Lang, current: str, dropped: int) -> tuple[str, ...]:
    """What to say where the pack in use is not the one that the attempt was made with; nothing where it is."""
    name, version, fingerprint = saved.pack
    lines = []
    if fingerprint != current:
        then = verdict_then(saved, lang)
        lines.append(words.OTHER_PACK.say(lang, name=clean(name), version=clean(version), verdict=then))
    if dropped:
        lines.append(words.DROPPED.say(lang, count=dropped))
    return tuple(lines)


def difference_view(
    found: Difference, first: Saved, second: Saved, lang: Lang, zone: tzinfo | None = None
) -> DifferenceView:
    """Two attempts side by side, in words."""
    changed = found.changed
    others = [facet for facet in found.facets if not facet.move.changed and facet.move.by][:MOST_MOVED]
    pack = found.first.pack
    return DifferenceView(
        lang=lang,
        title=words.TWO.say(lang, first=first.number, second=second.number),
        numbers=(first.number, second.number),
        whens=(_when(first, lang, zone), _when(second, lang, zone)),
        headline=_leaders(found, lang),
        verdicts=(_verdict(found, 0, first, lang), _verdict(found, 1, second, lang)),
        summary=_summary(found, lang),
        changed=tuple(_rated(pack.facet(f.facet).name.clean(lang), f.move, lang) for f in changed),
        others_title=(words.NEXT_MOVED if changed else words.MOST_MOVED).pick(lang),
        others=tuple(_rated(pack.facet(f.facet).name.clean(lang), f.move, lang) for f in others),
        roles=tuple(_scored(pack.role(r.role).name.clean(lang), r.score, lang) for r in found.roles),
        field=_scored(words.FIELD.pick(lang), found.field, lang),
        how=words.HOW.pick(lang),
    )


def _when(saved: Saved, lang: Lang, zone: tzinfo | None) -> str:
    return words.WHEN.say(
        lang,
        number=saved.number,
        when=local(saved.finished, lang, zone),
        mode=words.MODES.get(saved.mode, Text(saved.mode, saved.mode)).pick(lang),
        answered=words.ANSWERED.say(lang, count=len(saved.answers) + len(saved.duels)),
    )


def _leaders(found: Difference, lang: Lang) -> str:
    before, after = (result.ranking[0].name.clean(lang) for result in (found.first, found.second))
    if {found.first.verdict.kind, found.second.verdict.kind} == {"unclear"}:
        return words.BOTH_UNCLEAR.pick(lang)
    if found.lead is None:
        return words.SAME_LEADER.say(lang, role=after)
    return (words.NEW_LEADER if found.lead.changed else words.NEW_LEADER_NOISE).say(lang, before=before, after=after)


def _verdict(found: Difference, which: int, saved: Saved, lang: Lang) -> str:
    verdict = headline((found.first, found.second)[which], lang)
    return words.VERDICT_THEN.say(lang, number=saved.number, verdict=verdict)


def _summary(found: Difference, lang: Lang) -> str:
    if not found.facets:
        return words.FACETS_NONE.pick(lang)
    count, of = len(found.changed), len(found.facets)
    if not count:
        return words.FACETS_STEADY.say(lang, of=of)
    return (words.FACETS_CHANGED if found.beyond_chance else words.FACETS_CHANCE).say(lang, of=of, count=count)


def _rated(name: str, move: Move, lang: Lang) -> MoveView:
    """A facet's values, from 1 to 5."""
    return _move(name, move, rating(round(move.first, 1), lang), rating(round(move.second, 1), lang), lang)


def _scored(name: str, move: Move, lang: Lang) -> MoveView:
    """Scores, from 0 to 100."""
    return _move(name, move, number(move.first, lang, 1), number(move.second, lang, 1), lang)


def _move(name: str, move: Move, first: str, second: str, lang: Lang) -> MoveView:
    said = words.CHANGED if move.changed else words.WAVERS if first != second else words.STAYED
    return MoveView(name, first, second, signed(move.by, lang), said.pick(lang), move.changed)
