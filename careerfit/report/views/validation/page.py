"""The page of a study for researchers: every figure with n and interval, the method, and what must not be concluded."""

from __future__ import annotations

from collections.abc import Iterator

from careerfit.core.model import Pack
from careerfit.report.blocks import Block, Page, Paragraph, Section
from careerfit.report.views.real_people import real_people
from careerfit.report.views.validation import items
from careerfit.report.views.validation import recovery as found
from careerfit.report.views.validation.cells import FEW, Study
from careerfit.report.words import validation as words
from careerfit.text import Lang, clean, number


def validation_page(pack: Pack, study: Study, lang: Lang) -> Page:
    """Everything that a study tells, with n and interval, its method, and what must not be concluded."""
    sections = tuple(_sections(pack, study, lang)) if study["told"] else ()
    return Page(
        title=words.TITLE.pick(lang),
        lead=lead(pack, study, lang),
        sections=(*sections, *closing(lang, brief=False)),
        topic=topic(pack, study, lang),
    )


def topic(pack: Pack, study: Study, lang: Lang) -> str:
    """Which pack was tried, in which state, and when."""
    name = pack.title.clean(lang)
    return words.TOPIC.say(
        lang, pack=name, version=clean(pack.version), fingerprint=pack.fingerprint, made=study["made"]
    )


def lead(pack: Pack, study: Study, lang: Lang) -> tuple[Block, ...]:
    """Who was asked."""
    lines = [_besides(kind, study[kind], lang) for kind in ("unknown", "again", "doubtful") if study[kind] != 0]
    people = words.PEOPLE.say(lang, members=number(study["members"], lang))
    withheld = () if study["told"] else (Paragraph(words.WITHHELD.say(lang, few=FEW), "quiet"),)
    who = Paragraph(f"{people}. {' '.join(lines)}".rstrip())
    return (who, *withheld, *real_people(pack, lang))


def _besides(kind: str, count: int | None, lang: Lang) -> str:
    """That the file holds such people besides; of one to four not how many."""
    if count is None:
        return words.BESIDES[f"{kind} few"].pick(lang)
    return words.BESIDES[kind].say(lang, count=number(count, lang))


def _sections(pack: Pack, study: Study, lang: Lang) -> Iterator[Section]:
    yield Section("recovery", words.RECOVERY.pick(lang), found.recovery(study["recovery"], lang))
    yield Section("roles", words.PER_ROLE.pick(lang), found.per_role(pack, study["recovery"]["per_role"], lang))
    clearly = found.told_clearly(pack, study["told_clearly"], lang)
    yield Section("told-clearly", words.CLEARLY.pick(lang), clearly)
    yield Section("confusion", words.CONFUSION.pick(lang), found.confusion(pack, study["confusion"], lang))
    yield Section("verdicts", words.VERDICTS.pick(lang), found.verdicts(study["verdicts"], lang))
    yield Section("calibration", words.CALIBRATION.pick(lang), found.calibration(study, lang))
    if study["retest"] is not None:
        yield Section("retest", words.RETEST.pick(lang), found.retest(study["retest"], lang))
    yield Section(
        "relevances", words.RELEVANCES.pick(lang), items.relevances(pack, study["relevances"], study["roles"], lang)
    )
    yield Section("reword", words.REWORD.pick(lang), items.reword(pack, study["reword"], lang))
    if study["differential"]:
        yield Section(
            "differential", words.DIFFERENTIAL.pick(lang), items.differential(pack, study["differential"], lang)
        )
    yield Section("constants", words.CONSTANTS.pick(lang), items.constants(study, lang))
    yield Section("facets", words.FACETS.pick(lang), items.facets(pack, study, lang))
    yield Section("items", words.ALL_ITEMS.pick(lang), items.items(study["items"], lang), full=True)


def closing(lang: Lang, *, brief: bool) -> Iterator[Section]:
    """How it was worked out, unless the page is ``brief``; and what must not be concluded."""
    if not brief:
        yield Section("method", words.METHOD.pick(lang), tuple(Paragraph(one.pick(lang)) for one in words.METHOD_TEXTS))
    yield Section("limits", words.LIMITS.pick(lang), tuple(Paragraph(one.pick(lang)) for one in words.LIMIT_TEXTS))
