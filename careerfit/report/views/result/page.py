"""One person's result as a page: every sentence filled in, in one language, in the order that every format keeps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from careerfit.core.model import Role
from careerfit.core.results.result import Result
from careerfit.core.scoring import CENTRE, Contribution, Ranked
from careerfit.report.blocks import Bar, Bars, Block, Code, Page, Paragraph, Part, Section, Sentence, Table, pieces
from careerfit.report.views.real_people import real_people
from careerfit.report.views.reality import reality_section
from careerfit.report.views.result.advice import alerts, because, flips, quality, stands_out
from careerfit.report.views.result.contrasts import own_words, sides
from careerfit.report.views.result.next_steps import steps, steps_of_life
from careerfit.report.views.result.reasons import gap_items, opposing, supporting
from careerfit.report.views.result.verdict import FIELD_SUITS, certainty, headline, leaders, suits, told_apart
from careerfit.report.words import profile as words_profile
from careerfit.report.words import result as words
from careerfit.report.words.numbers import brief_of_ten, day, join, of_ten, rating, signed
from careerfit.text import Lang, Text, clean, number

FIELD_MIDDLE = 40.0
"""Below this field fit the field itself is said not to be close; from ``FIELD_SUITS`` on, that it suits."""

Checks = Sequence[tuple[str, Sequence[bool | None]]]
"""Reality checks: a role's slug, and statement by statement whether it was believed (None: skipped)."""


class About(NamedTuple):
    """Whose result it is, of which day, and the note that was put on it; each as far as it is known.

    ``again`` is the command that shows it, without the program's name: ``history show 6``; ``onward`` the one that asks
    what was not asked yet: ``quiz --continue 6``. ``made`` is when the report
    was, where ``when`` the questions were answered is not known. ``has_program``: is it for somebody who can go on with
    careerfit, and not one of those whom somebody else scored?
    """

    name: str = ""
    when: datetime | None = None
    note: str = ""
    again: str = ""
    onward: str = ""
    made: datetime | None = None
    has_program: bool = True


def result_page(result: Result, lang: Lang, options: str = "", checks: Checks = (), about: About | None = None) -> Page:
    """The page of a result; what does not apply to its verdict, or would say nothing, has no section.

    ``options`` is appended to the commands that it names (such as `` --lang en``).
    """
    about = about or About()
    found = [section for section in _sections(result, lang, options, checks, about) if section.blocks]
    title = headline(result, lang)
    code = Code(f"{words.CODE.pick(lang)}:", clean(result.code))
    return Page(
        title=title,
        lead=(Paragraph(certainty(result, lang)),),
        sections=tuple(found),
        last=(Paragraph(title, "strong"), code) if result.answers.responses else (),
        topic=result.pack.title.clean(lang),
        about=_whose(about, lang),
    )


def _whose(about: About, lang: Lang) -> tuple[str, ...]:
    """The name, the day, and the note in quotation marks, each as far as it is known."""
    moment, pattern = (about.when, words.ANSWERED_ON) if about.when else (about.made, words.MADE_ON)
    name, note = clean(about.name).strip(), clean(about.note).strip()
    found = (name, pattern.say(lang, day=day(moment, lang)) if moment else "", f"“{note}”" if note else "")
    return tuple(filter(None, found))


def _sections(result: Result, lang: Lang, options: str, checks: Checks, about: About) -> Iterator[Section]:
    if result.verdict.kind == "misfit":
        yield Section("because", words.BECAUSE.pick(lang), because(result, lang))
        yield from (_field(result, lang), _shown(result, lang), _chances(result, lang))
    elif result.verdict.kind == "unclear":
        yield from (_shown(result, lang), _chances(result, lang), _field(result, lang))
    else:
        yield from (_chances(result, lang), _field(result, lang), _duties(result, lang), *_reasons(result, lang))
    yield Section("quality", words.QUALITY.pick(lang), quality(result, lang))
    taken = [(result.pack.role(role), believed) for role, believed in checks]
    yield from (reality_section(role, believed, lang) for role, believed in taken if role.beliefs)
    yield Section("ask", words.NEXT.pick(lang), steps_of_life(result, lang))
    if about.has_program:
        yield Section("next", words.WITH_PROGRAM.pick(lang), tuple(_next(result, lang, options, about)))
    yield Section("note", "", (*real_people(result.pack, lang), Paragraph(words.NOTE.pick(lang), "quiet")))
    yield Section("points", words.POINTS_TITLE.pick(lang), _points(result, lang), full=True)


def chances(result: Result, lang: Lang) -> Bars:
    """A bar a role."""
    heads = (words.RANK, words_profile.ROLE, words.CHANCE, words.SCORE)
    drawn = tuple(_bar(result, ranked, lang) for ranked in result.ranking)
    return Bars(drawn, tuple(one.pick(lang) for one in heads), words.SCORE_MEANS.pick(lang))


def _chances(result: Result, lang: Lang) -> Section:
    """A bar a role, where the scores differ at all."""
    blocks = (chances(result, lang),) if told_apart(result) else ()
    return Section("chances", words.CHANCES[result.verdict.kind].pick(lang), blocks)


def _bar(result: Result, ranked: Ranked, lang: Lang) -> Bar:
    return Bar(
        share=ranked.probability,
        name=ranked.name.clean(lang),
        said=of_ten(ranked.probability, lang),
        brief=brief_of_ten(ranked.probability, lang),
        rank=str(ranked.rank),
        score=number(ranked.score, lang, 1),
        leads=ranked.role in result.verdict.roles,
    )


def _field(result: Result, lang: Lang) -> Section:
    """Field fit, said once, where anything of the field was answered."""
    fit, broken = result.field.score, result.verdict.kind == "misfit"
    sentence = words.FIELD_MEAN if broken else _field_sentence(fit)
    remark = words.FIELD_BREAKS if broken else words.FIELD_SAME
    title = f"{sentence.pick(lang)}: {words.OF_HUNDRED.say(lang, n=number(fit, lang))}"
    drawn = Bars((Bar(fit / 100, leads=fit >= CENTRE),))
    known = any(result.rating(facet) is not None for facet in result.pack.shared)
    return Section("field", title, (drawn, Paragraph(remark.pick(lang), "quiet")) if known else ())


def _field_sentence(fit: float) -> Text:
    if fit < FIELD_MIDDLE:
        return words.FIELD_LOW
    return words.FIELD_MIDDLE if fit < FIELD_SUITS else words.FIELD_HIGH


def _shown(result: Result, lang: Lang) -> Section:
    return Section("shown", words.SHOWS.pick(lang), stands_out(result, lang))


def _reasons(result: Result, lang: Lang) -> Iterator[Section]:
    """What there is to say where the verdict names roles: why, why not, what to weigh, and what could change it."""
    named = leaders(result)
    legend = Part("", (Paragraph(words.LEGEND.pick(lang), "quiet"),))
    if result.verdict.kind == "tie":
        names = join([ranked.name.clean(lang) for ranked in named], lang)
        parts = sides(result, [ranked.role for ranked in named], lang)
        lead = Paragraph((words.APART_LEAD if suits(result) else words.APART_ASK).pick(lang))
        yield Section("apart", words.APART.say(lang, roles=names), (lead, *parts, legend))
        whys = tuple(Part(_why_title(ranked, lang), _why(result, ranked, lang)) for ranked in named)
        yield Section("why", words.WHY_EACH.pick(lang), whys, full=True)
    else:
        (leader,) = named
        yield Section("why", _why_title(leader, lang), (*_why(result, leader, lang), legend))
        yield _why_not(result, lang)
    yield Section("alerts", words.WEIGH.pick(lang), alerts(result, result.verdict.roles, lang))
    yield Section("flips", words.CHANGE.pick(lang), flips(result, lang))


def _duties(result: Result, lang: Lang) -> Section:
    """What one does all day in the roles that the verdict names, in the words of their profiles."""
    named = leaders(result)
    told = {one.name.clean(lang): _sentences(result.pack.role(one.role), lang) for one in named}
    if len(named) > 1:
        parts = tuple(Part(name, duties) for name, duties in told.items() if duties)
        return Section("duties", words.DUTIES_EACH.pick(lang), parts)
    ((name, duties),) = told.items()
    return Section("duties", words.DUTIES.say(lang, role=name), duties)


def _sentences(role: Role, lang: Lang) -> tuple[Sentence, ...]:
    return tuple(Sentence(pieces(one.text.pick(lang), ())) for one in role.section("duties"))


def _why_title(ranked: Ranked, lang: Lang) -> str:
    return words.WHY.say(lang, role=ranked.name.clean(lang))


def _why(result: Result, ranked: Ranked, lang: Lang) -> tuple[Block, ...]:
    found = (*supporting(result, ranked, lang), *opposing(result, ranked, lang))
    return found or (Paragraph(words.WHY_NOTHING.pick(lang)),)


def _why_not(result: Result, lang: Lang) -> Section:
    """What separates the first role from the second, and what their profiles say of themselves."""
    runner_up = result.runner_up
    items, rest = gap_items(result, lang)
    own = [own_words(result.pack, ranked.role, lang) for ranked in result.ranking[:2]]
    blocks: tuple[Block, ...] = (
        Paragraph(words.WHY_NOT_GAP.say(lang, gap=number(runner_up.gap, lang, 1))),
        *items,
        Paragraph(words.REST.say(lang, points=signed(rest, lang)), "quiet"),
        *(Part("", quotes) for quotes in own if quotes),
    )
    return Section("why_not", words.WHY_NOT.say(lang, other=result.pack.role(runner_up.role).name.clean(lang)), blocks)


def _next(result: Result, lang: Lang, options: str, about: About) -> Iterator[Code]:
    yield from steps(result, lang, options, about.again, about.onward)
    if result.answers.responses:
        yield Code(words.CODE_USE.pick(lang), clean(result.code), full=True)


def _points(result: Result, lang: Lang) -> tuple[Block, ...]:
    """All points of all roles: one table that adds up to the scores; all unanswered facets are one row, the last."""
    roles = [ranked.name.clean(lang) for ranked in result.ranking]
    start = (words.POINTS_START.pick(lang), "", *[number(CENTRE, lang, 1)] * len(roles))
    table = Table(
        head=("", words.VALUE.pick(lang), *(str(n + 1) for n in range(len(roles)))),
        rows=(start, *(_row(result, one, lang) for one in result.ranking[0].contributions), *_unanswered(result, lang)),
        total=(words.SCORE.pick(lang), "", *(number(ranked.score, lang, 1) for ranked in result.ranking)),
        spoken=("", words.VALUE.pick(lang), *roles),
    )
    lead, rests_on = (Paragraph(text.pick(lang), "quiet") for text in (words.POINTS_LEAD, words.RESTS_ON))
    return lead, table, rests_on


def _row(result: Result, part: Contribution, lang: Lang) -> tuple[str, ...]:
    points = [
        signed(next(own.points for own in ranked.contributions if own.facet == part.facet), lang)
        for ranked in result.ranking
    ]
    return (result.pack.facet(part.facet).name.clean(lang), rating(part.value, lang), *points)


def _unanswered(result: Result, lang: Lang) -> list[tuple[str, ...]]:
    points = [signed(ranked.unanswered, lang) for ranked in result.ranking if ranked.unanswered is not None]
    return [(words.UNANSWERED_FACETS.pick(lang), "", *points)] if points else []
