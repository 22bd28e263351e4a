"""Saved attempts, and two of them side by side, as pages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from careerfit.core.model import DuelAnswer, VerdictKind
from careerfit.core.retake import Difference, Move
from careerfit.report.blocks import NEITHER, ONLY, Code, Item, Page, Paragraph, Part, Section
from careerfit.report.views.headline import headline
from careerfit.report.words import history as words
from careerfit.report.words.dates import local
from careerfit.report.words.numbers import about_of_ten, join, rating, signed
from careerfit.report.words.result import FLAGS, NEXT
from careerfit.text import Lang, Text, clean, number

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


def list_page(
    attempts: Sequence[Saved],
    unfinished: Sequence[SavedUnfinished],
    lang: Lang,
    options: str = "",
    zone: tzinfo | None = None,
) -> Page:
    """All saved attempts and unfinished interviews, the newest first; ``options`` is appended to the commands named."""
    begun = [
        Paragraph(words.UNFINISHED_ONE.say(lang, count=one.answered, when=local(one.changed, lang, zone)))
        for one in unfinished
    ]
    resume = [Code(words.RESUME.pick(lang), f"careerfit quiz --resume{options}")] if begun else []
    sections = (
        Section("attempts", "", tuple(Part("", (_attempt(one, lang, zone),)) for one in attempts)),
        Section("unfinished", words.UNFINISHED.pick(lang), (*begun, *resume)),
        _next(attempts, lang, options, begun=bool(begun)),
    )
    title = words.TITLE if attempts or unfinished else words.EMPTY
    return Page(title.pick(lang), tuple(section for section in sections if section.blocks))


def _attempt(saved: Saved, lang: Lang, zone: tzinfo | None) -> Item:
    details = [
        local(saved.finished, lang, zone),
        _mode(saved, lang),
        _answered(saved, lang),
        *([words.FAST.pick(lang)] if saved.fast else []),
        *([words.CHECKED.pick(lang)] if saved.reality else []),
    ]
    note = [Paragraph(f"“{clean(saved.note)}”")] if saved.note else []
    under = (Paragraph(" · ".join(details), "quiet"), *note)
    return Item(str(saved.number), verdict_then(saved, lang), under=under)


def _next(attempts: Sequence[Saved], lang: Lang, options: str, *, begun: bool) -> Section:
    """What can be done with the newest attempt, and with the one before it; without any, only where to start."""
    if not attempts:
        start = Code(words.START.pick(lang), f"careerfit quiz{options}")
        return Section("next", "", () if begun else (start,))
    last, *before = (one.number for one in attempts)
    example = words.NOTE_EXAMPLE.pick(lang)
    steps = (
        Code(words.SHOW.pick(lang), f"careerfit history show {last}{options}"),
        *(Code(words.DIFF.pick(lang), f"careerfit history diff {one} {last}{options}") for one in before[:1]),
        Code(words.NOTE_IT.pick(lang), f'careerfit history note {last} "{example}"'),
        Code(words.DELETE.pick(lang), f"careerfit history delete {last}"),
    )
    return Section("next", NEXT.pick(lang), steps)


def _mode(saved: Saved, lang: Lang) -> str:
    return words.MODES[saved.mode].pick(lang) if saved.mode in words.MODES else saved.mode


def _answered(saved: Saved, lang: Lang) -> str:
    return words.ANSWERED.say(lang, count=len(saved.answers) + len(saved.duels))


def verdict_then(saved: Saved, lang: Lang) -> str:
    """The verdict in one line, as it was when it was saved."""
    names = join([role.name.clean(lang) for role in saved.roles], lang)
    said = words.VERDICTS[saved.verdict].say(lang, roles=names)
    return said if saved.probability is None else f"{said} ({about_of_ten(saved.probability, lang)})"


def attempt_page(saved: Saved, lang: Lang, current: str, dropped: int, zone: tzinfo | None = None) -> Page:
    """What stands over a saved result that is shown again; ``current`` is the fingerprint of the pack in use."""
    title = words.ATTEMPT.say(lang, number=saved.number, when=local(saved.finished, lang, zone))
    note = [f"“{clean(saved.note)}”"] if saved.note else []
    haste = [FLAGS["fast"].pick(lang)] if saved.fast else []
    return Page(title, (), tuple(map(Paragraph, [*note, *pack_lines(saved, lang, current, dropped), *haste])))


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


def difference_page(found: Difference, first: Saved, second: Saved, lang: Lang, zone: tzinfo | None = None) -> Page:
    """Two attempts side by side: who leads, what moved in the person, and the scores."""
    pack = found.first.pack
    others = [facet for facet in found.facets if not facet.move.changed and facet.move.by][:MOST_MOVED]
    moved, rest = (
        tuple(_rated(pack.facet(one.facet).name.clean(lang), one.move, lang) for one in facets)
        for facets in (found.changed, others)
    )
    title = words.NEXT_MOVED if moved else words.MOST_MOVED
    parts = [Part("", moved)] if moved else []
    parts += [Part(title.pick(lang), rest)] if rest else []
    verdicts = [_verdict(found, n, saved, lang) for n, saved in enumerate((first, second))]
    scores = [_scored(pack.role(one.role).name.clean(lang), one.score, lang) for one in found.roles]
    field = (_scored(words.FIELD.pick(lang), found.field, lang),) if pack.shared else ()
    return Page(
        title=words.TWO.say(lang, first=first.number, second=second.number),
        lead=tuple(Paragraph(_when(saved, lang, zone), "quiet") for saved in (first, second)),
        sections=(
            Section("leader", _leaders(found, lang), tuple(map(Paragraph, verdicts))),
            Section("facets", words.FACETS.pick(lang), (Paragraph(_summary(found, lang)), *parts)),
            Section("roles", words.ROLES.pick(lang), (*scores, *field)),
            Section("how", "", (Paragraph(words.HOW.pick(lang), "quiet"),)),
        ),
    )


def _when(saved: Saved, lang: Lang, zone: tzinfo | None) -> str:
    when = local(saved.finished, lang, zone)
    return f"{saved.number}: {' · '.join((when, clean(_mode(saved, lang)), _answered(saved, lang)))}"


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


def _rated(name: str, move: Move, lang: Lang) -> Item:
    """A facet's values, from 1 to 5."""
    return _moved(name, move, rating(round(move.first, 1), lang), rating(round(move.second, 1), lang), lang)


def _scored(name: str, move: Move, lang: Lang) -> Item:
    """Scores, from 0 to 100."""
    return _moved(name, move, number(move.first, lang, 1), number(move.second, lang, 1), lang)


def _moved(name: str, move: Move, first: str, second: str, lang: Lang) -> Item:
    """How one thing went, and whether by more than noise allows."""
    said = words.CHANGED if move.changed else words.WAVERS if first != second else words.STAYED
    by = f" ({signed(move.by, lang)})" if first != second else ""
    line = f"{first} → {second}{by} · {said.pick(lang)}"
    return Item(ONLY if move.changed else NEITHER, name, under=(Paragraph(line),))
