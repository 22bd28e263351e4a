"""A result in short: what fits a screen, and what there is to read behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from careerfit.core.results.result import Result
from careerfit.report.blocks import AGAINST, FOR, Block, Code, Item, Page, Paragraph, Part, Section
from careerfit.report.views.real_people import real_people
from careerfit.report.views.result.advice import because, stands_out
from careerfit.report.views.result.contrasts import marks_of
from careerfit.report.views.result.page import Checks, chances, result_page
from careerfit.report.views.result.reasons import opposing, supporting
from careerfit.report.views.result.verdict import certainty, headline, leaders, told_apart
from careerfit.report.words import result as words
from careerfit.text import Lang, Text

FOR_MOST, AGAINST_MOST = 3, 1
"""How many reasons are named for the first role, and against it."""
BREAKER_BLOCKS = 2
"""Of what breaks the deal, the first thing is named, with one sentence."""
MOST_ROWS = 22
"""The rows that the short result takes at most, so that it is all seen on a usual screen."""


class Length(NamedTuple):
    """How much of a result is told: the chances of all roles, of the first, or of none; the reasons; how sure it is.

    Of a misfit no chances are told: where those of ``all`` would not be, the quote goes, and with ``none`` the
    strengths.
    """

    chances: Literal["all", "first", "none"]
    reasons: bool = True
    sure: bool = True


LENGTHS = (
    Length("all"),
    Length("first"),
    Length("none"),
    Length("first", reasons=False),
    Length("none", reasons=False),
    Length("none", reasons=False, sure=False),
)
"""Each is shorter than the one before for most results; the first that fits is shown."""
REASONS = ("because", "shown", "apart", "why", "why_not")
TO_WEIGH = ("alerts", "flips", "ask", "field", "quality", "note")
MISFIT_REASONS, MISFIT_REST = ("because", "field", "shown"), ("chances", "ask", "quality", "note")
"""The sections that are read together, without the chances where they stand on the first page."""


class Reading(NamedTuple):
    """What there is to read behind a short result: its name, and its page."""

    name: Text
    page: Page


def brief_pages(result: Result, lang: Lang, last: Sequence[Block] = ()) -> tuple[Page, ...]:
    """A result in short, and still shorter; ``last`` stands at the end of each."""
    return tuple(_brief(result, lang, length, tuple(last)) for length in LENGTHS)


def readings(result: Result, lang: Lang, checks: Checks = ()) -> tuple[Reading, ...]:
    """What there is to read: the reasons in full, then what to weigh and what could change the result."""
    page = result_page(result, lang, checks=checks)
    reasons, weigh = (MISFIT_REASONS, MISFIT_REST) if result.verdict.kind == "misfit" else (REASONS, TO_WEIGH)
    found = ((_reasons_name(result), reasons), (words.TO_WEIGH, weigh))
    return tuple(
        Reading(name, Page(name.pick(lang), tuple(section for section in page.sections if section.key in keys)))
        for name, keys in found
        if any(section.key in keys for section in page.sections)
    )


def kept(number: int, before: int | None, lang: Lang, options: str = "") -> Code:
    """Where a result has been kept, how to see it again and how to delete it; ``before`` is an earlier result."""
    show, delete = f"careerfit history show {number}", f"careerfit history delete {number}"
    since = [] if before is None else [f"careerfit history diff {before} {number}{options}"]
    sentence = words.KEPT if before is None else words.KEPT_SINCE
    told = sentence.say(lang, number=number, before=before)
    return Code(told, f"{show}{options}", then=(*since, delete))


def all_of_it(lang: Lang) -> Paragraph:
    """How to see all of a result that nothing was kept of."""
    return Paragraph(words.ALL_OF_IT.pick(lang), "quiet")


def _reasons_name(result: Result) -> Text:
    kind, named = result.verdict.kind, len(result.verdict.roles)
    if kind == "tie":
        return words.APART_TWO if named == 2 else words.APART_MORE
    return {"clear": words.WHY_NOT_SECOND, "misfit": words.ALL_BECAUSE}.get(kind, words.ALL_SHOWN)


def _brief(result: Result, lang: Lang, length: Length, last: tuple[Block, ...]) -> Page:
    shown = [*_chances(result, lang, length), *(_reasons(result, lang, length) if length.reasons else ())]
    sections = [section for section in shown if section.blocks]
    if last:
        sections.append(Section("kept", "", last))
    sure = (Paragraph(certainty(result, lang)),) if length.sure else ()
    lead = (*sure, *real_people(result.pack, lang))
    return Page(headline(result, lang), tuple(sections), lead)


def _chances(result: Result, lang: Lang, length: Length) -> Iterator[Section]:
    if result.verdict.kind == "misfit" or not told_apart(result) or length.chances == "none":
        return
    bars = chances(result, lang)
    most = len(bars.bars) if length.chances == "all" else max(2, len(result.verdict.roles))
    aloud = words.CHANCES[result.verdict.kind].pick(lang)
    yield Section("chances", "", (bars._replace(bars=bars.bars[:most], aloud=aloud),))


def _reasons(result: Result, lang: Lang, length: Length) -> Iterator[Section]:
    """Three reasons for, and the weightiest against; what separates the roles of a tie; what shows anyway."""
    legend = Paragraph(words.LEGEND_BRIEF.pick(lang), "quiet")
    strengths = words.STRONG_ELSEWHERE.pick(lang)
    kind, named = result.verdict.kind, leaders(result)
    if kind == "clear":
        (leader,) = named
        found = (*supporting(result, leader, lang)[:FOR_MOST], *opposing(result, leader, lang)[:AGAINST_MOST])
        title = words.WHY.say(lang, role=leader.name.clean(lang))
        blocks: tuple[Block, ...] = (*map(_line, found), legend)
        yield Section("why", title, blocks if found else (Paragraph(words.WHY_NOTHING.pick(lang)),))
    elif kind == "tie":
        roles = [ranked.role for ranked in named]
        yield Section("apart", "", (*_sides(result, roles, lang), legend))
    elif kind == "misfit":
        blocks = because(result, lang)[0].blocks
        most = BREAKER_BLOCKS if length.chances == "all" else 1
        yield Section("because", words.BECAUSE.pick(lang), blocks[:most])
        parts = _outstanding(result, lang) if length.chances != "none" else ()
        yield Section("shown", "", tuple(part for part in parts if part.title == strengths))
    else:
        parts = _outstanding(result, lang)
        yield Section("shown", "", (*parts, legend) if parts else ())


def _sides(result: Result, roles: Sequence[str], lang: Lang) -> Iterator[Block]:
    """What each role of a tie asks for more than the others: two marks of each of two, one of each of three."""
    for role in roles:
        yield Paragraph(words.ONLY_HERE.say(lang, role=result.pack.role(role).name.clean(lang)), "strong")
        yield from map(_line, marks_of(result, role, roles, lang)[: 2 if len(roles) == 2 else 1])


def _outstanding(result: Result, lang: Lang) -> tuple[Part, ...]:
    """What the answers show anyway, a line each, the highest first."""
    most = {FOR: FOR_MOST, AGAINST: AGAINST_MOST}
    found = ((part.title, [one for one in part.blocks if isinstance(one, Item)]) for part in stands_out(result, lang))
    return tuple(Part(title, tuple(map(_line, items[: most[items[0].mark]]))) for title, items in found)


def _line(item: Item) -> Item:
    """A reason in one line."""
    return item._replace(points="", under=())
