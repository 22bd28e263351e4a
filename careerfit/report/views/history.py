"""Saved attempts, and two of them side by side, as pages."""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.core.results.attempt import Attempt, Unfinished, goes_on
from careerfit.core.results.retake import Difference, Shift
from careerfit.report.blocks import NEITHER, ONLY, Code, Item, Page, Paragraph, Part, Section
from careerfit.report.views.result.verdict import headline
from careerfit.report.words import history as words
from careerfit.report.words.numbers import about_of_ten, join, local, rating, signed
from careerfit.report.words.result import FLAGS, NEXT
from careerfit.text import Lang, clean, number

ABOUT_CHANGE = ("facets", "how")
"""The sections on what has changed in the person."""
MOST_MOVED = 5
"""So many facets are shown at most that moved within the usual wavering."""


def list_page(attempts: Sequence[Attempt], unfinished: Sequence[Unfinished], lang: Lang, options: str = "") -> Page:
    """All saved attempts and unfinished interviews, the newest first; ``options`` is appended to the commands named."""
    begun = [
        Paragraph(words.UNFINISHED_ONE.say(lang, count=one.answered, when=local(one.changed, lang)))
        for one in unfinished
    ]
    resume = Code(words.RESUME.pick(lang), f"careerfit quiz --resume{options}")
    delete = Code(words.DELETE_UNFINISHED.pick(lang), "careerfit history delete --unfinished")
    sections = (
        Section("attempts", "", tuple(Part("", (_attempt(one, lang),)) for one in attempts)),
        Section("unfinished", words.UNFINISHED.pick(lang), (*begun, *((resume, delete) if begun else ()))),
        _next(attempts, lang, options, begun=bool(begun)),
    )
    title = words.TITLE if attempts or unfinished else words.EMPTY
    return Page(title.pick(lang), tuple(section for section in sections if section.blocks))


def last_line(attempt: Attempt, lang: Lang) -> str:
    """What came of the last quiz, in a sentence."""
    when = local(attempt.finished, lang)
    return words.LAST.say(lang, number=attempt.number, when=when, verdict=verdict_then(attempt, lang))


def _attempt(attempt: Attempt, lang: Lang) -> Item:
    details = [
        *([clean(attempt.name)] if attempt.name else []),
        *_told(attempt, lang),
        *([words.FAST.pick(lang)] if attempt.fast else []),
        *([words.CHECKED.pick(lang)] if attempt.reality else []),
    ]
    note = [Paragraph(f"“{clean(attempt.note)}”")] if attempt.note else []
    under = (Paragraph(" · ".join(details), "quiet"), *note)
    return Item(str(attempt.number), verdict_then(attempt, lang), under=under)


def _next(attempts: Sequence[Attempt], lang: Lang, options: str, *, begun: bool) -> Section:
    """What can be done with the newest attempt, and with the one before it; without any, only where to start."""
    if not attempts:
        start = Code(words.START.pick(lang), f"careerfit quiz{options}")
        return Section("next", "", () if begun else (start,))
    last, ours = attempts[0].number, attempts[0].pack.name
    before = [one.number for one in attempts[1:] if one.pack.name == ours]
    is_quick = attempts[0].mode == "quick"
    example = words.NOTE_EXAMPLE.pick(lang)
    steps = (
        Code(words.SHOW.pick(lang), f"careerfit history show {last}{options}"),
        *(Code(words.DIFF.pick(lang), f"careerfit history diff {one} {last}{options}") for one in before[:1]),
        *([Code(words.CONTINUE.pick(lang), f"careerfit quiz --continue {last}{options}")] if is_quick else []),
        Code(words.NOTE_IT.pick(lang), f'careerfit history note {last} "{example}"'),
        Code(words.DELETE.pick(lang), f"careerfit history delete {last}"),
    )
    return Section("next", NEXT.pick(lang), steps)


def _told(attempt: Attempt, lang: Lang) -> tuple[str, str, str]:
    """When an attempt was finished, of which kind it was, and how much was answered.

    That is how many statements, as results count them, and how many choices were made besides.
    """
    mode = words.MODES[attempt.mode].pick(lang) if attempt.mode in words.MODES else clean(attempt.mode)
    chosen = [words.CHOSEN.say(lang, count=len(attempt.duels))] if attempt.duels else []
    answered = words.ANSWERED.say(lang, count=len(attempt.answers))
    return local(attempt.finished, lang), mode, ", ".join([answered, *chosen])


def verdict_then(attempt: Attempt, lang: Lang) -> str:
    """The verdict in one line, as it was when the attempt was saved."""
    names = join([role.name.clean(lang) for role in attempt.shown.roles], lang)
    said = words.VERDICTS[attempt.verdict].say(lang, roles=names)
    return said if attempt.shown.probability is None else f"{said} ({about_of_ten(attempt.shown.probability, lang)})"


def attempt_page(attempt: Attempt, lang: Lang, current: str, dropped: int) -> Page:
    """What stands over a saved result that is shown again; ``current`` is the mark of the pack in use."""
    title = words.ATTEMPT.say(lang, number=attempt.number, when=local(attempt.finished, lang))
    note = [f"“{clean(attempt.note)}”"] if attempt.note else []
    haste = [FLAGS["fast"].pick(lang)] if attempt.fast else []
    return Page(title, (), tuple(map(Paragraph, [*note, *pack_lines(attempt, lang, current, dropped), *haste])))


def pack_lines(attempt: Attempt, lang: Lang, current: str, dropped: int) -> tuple[str, ...]:
    """What to say where the pack in use is not the one that the attempt was made with; nothing where it is."""
    name, version, fingerprint = attempt.pack
    lines = []
    if fingerprint != current:
        then = verdict_then(attempt, lang)
        same_pack = fingerprint.partition("+")[0] == current.partition("+")[0]
        told = words.OTHER_GROUP if same_pack else words.OTHER_PACK
        lines.append(told.say(lang, name=clean(name), version=clean(version), verdict=then))
    if dropped:
        lines.append(words.DROPPED.say(lang, count=dropped))
    return tuple(lines)


def difference_page(found: Difference, first: Attempt, second: Attempt, lang: Lang) -> Page:
    """Two attempts side by side: who leads, what moved in the person, and the scores.

    Where the second one goes on from the first, nothing is said of what moved in the person.
    """
    pack, goes = found.first.pack, goes_on(first, second)
    others = [facet for facet in found.facets if not facet.shift.changed and facet.shift.by][:MOST_MOVED]
    moved, rest = (
        tuple(_rated(pack.facet(one.facet).name.clean(lang), one.shift, lang) for one in facets)
        for facets in (found.changed, others)
    )
    title = words.NEXT_MOVED if moved else words.MOST_MOVED
    parts = [Part("", moved)] if moved else []
    parts += [Part(title.pick(lang), rest)] if rest else []
    verdicts = [
        words.VERDICT_THEN.say(lang, number=attempt.number, verdict=headline(result, lang))
        for attempt, result in ((first, found.first), (second, found.second))
    ]
    of_roles = [(pack.role(one.role).name.clean(lang), one.score) for one in found.roles]
    scored = [*of_roles, (words.FIELD.pick(lang), found.field)] if pack.shared else of_roles
    scores = tuple(
        _moved(name, shift, (number(shift.first, lang, 1), number(shift.second, lang, 1)), lang, judged=not goes)
        for name, shift in scored
    )
    sections = [
        Section("leader", _leaders(found, lang, more_known=goes), tuple(map(Paragraph, verdicts))),
        Section("facets", words.FACETS.pick(lang), (Paragraph(_summary(found, lang)), *parts)),
        Section("roles", words.ROLES.pick(lang), scores),
        Section("how", "", (Paragraph(words.HOW.pick(lang), "quiet"),)),
    ]
    lead = [Paragraph(f"{one.number}: {' · '.join(_told(one, lang))}", "quiet") for one in (first, second)]
    if goes:
        more = len(second.rows) - len(first.rows)
        lead.append(Paragraph(words.CONTINUED.say(lang, first=first.number, second=second.number, count=more)))
        sections = [section for section in sections if section.key not in ABOUT_CHANGE]
    return Page(
        title=words.TWO.say(lang, first=first.number, second=second.number), sections=tuple(sections), lead=tuple(lead)
    )


def _leaders(found: Difference, lang: Lang, *, more_known: bool) -> str:
    before, after = (result.ranking[0].name.clean(lang) for result in (found.first, found.second))
    if {found.first.verdict.kind, found.second.verdict.kind} == {"unclear"}:
        return words.BOTH_UNCLEAR.pick(lang)
    if found.lead is None:
        return words.SAME_LEADER.say(lang, role=after)
    changed = words.NEW_LEADER if found.lead.changed else words.NEW_LEADER_NOISE
    return (words.NEW_LEADER_KNOWN if more_known else changed).say(lang, before=before, after=after)


def _summary(found: Difference, lang: Lang) -> str:
    if not found.facets:
        return words.FACETS_NONE.pick(lang)
    count, of = len(found.changed), len(found.facets)
    if not count:
        return words.FACETS_STEADY.say(lang, of=of)
    return (words.FACETS_CHANGED if found.beyond_chance else words.FACETS_CHANCE).say(lang, of=of, count=count)


def _rated(name: str, shift: Shift, lang: Lang) -> Item:
    """A facet's values, from 1 to 5."""
    return _moved(name, shift, (rating(round(shift.first, 1), lang), rating(round(shift.second, 1), lang)), lang)


def _moved(name: str, shift: Shift, numbers: tuple[str, str], lang: Lang, *, judged: bool = True) -> Item:
    """A number as it was and as it is; ``judged``: with whether it moved by more than answers waver."""
    first, second = numbers
    said = words.CHANGED if shift.changed else words.WAVERS if first != second else words.STAYED
    by = f" ({signed(shift.by, lang)})" if first != second else ""
    line = f"{first} → {second}{by}" + (f" · {said.pick(lang)}" if judged else "")
    return Item(ONLY if shift.changed and judged else NEITHER, name, under=(Paragraph(line),))
