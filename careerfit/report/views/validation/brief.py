"""The page of a study for readers without statistics."""

from __future__ import annotations

from collections.abc import Iterator

from careerfit.core.confidence import ENOUGH
from careerfit.core.model import Pack
from careerfit.report.blocks import Bar, Bars, Block, Page, Paragraph, Section
from careerfit.report.views.validation.cells import (
    FEW,
    Study,
    is_beyond,
    is_enough,
    is_told,
    middle,
    of_hundred,
    people,
    too_few,
)
from careerfit.report.views.validation.page import closing, lead, topic, validation_page
from careerfit.report.views.validation.recovery import retest, shown_beside_right
from careerfit.report.words import validation as words
from careerfit.report.words.result import OF_HUNDRED
from careerfit.text import Lang, number


def brief_page(pack: Pack, study: Study, lang: Lang) -> Page:
    """The same for readers without statistics: the main finding, how sure is sure, roles, and what it does not say."""
    if not study["told"]:
        return validation_page(pack, study, lang)
    first, two = (study["recovery"][key] for key in ("first", "first_two"))
    chance = study["recovery"]["chance"]["first"]
    title = words.BRIEF_FIRST.say(
        lang, people=number(first["of"], lang), count=people(first, lang), found=of_hundred(first)
    )
    reach = words.BRIEF_INTERVAL.say(lang, **_reach(first), chance=_hundred(chance))
    top = (
        Paragraph(reach),
        Paragraph(words.BRIEF_TWO.say(lang, found=of_hundred(two))),
        Paragraph(_brief_plain(study["recovery"], lang)),
        *lead(pack, study, lang),
    )
    found = [
        *_brief_sure(study, lang),
        *_brief_twice(study, lang),
        *_brief_roles(pack, study, lang),
        *closing(lang, brief=True),
    ]
    return Page(title=title, lead=top, sections=tuple(found), topic=topic(pack, study, lang))


def _brief_plain(found: Study, lang: Lang) -> str:
    """What the plain mean comes to with the same people, and whether the program is better beyond chance."""
    ahead = found["ahead_of_plain"]["first"]
    kind = "unproved" if ahead is None or not is_beyond(ahead, 0) else "more" if ahead["value"] > 0 else "less"
    return words.BRIEF_PLAIN.say(lang, plain=of_hundred(found["plain"]["first"]), beside=words.BESIDE[kind])


def _brief_sure(study: Study, lang: Lang) -> Iterator[Section]:
    verdicts = {row["kind"]: row for row in study["verdicts"]}
    chance = study["recovery"]["chance"]["tie"]
    said = []
    for kind, sentence, beside in (
        ("clear", words.BRIEF_SURE_TEXT, {"claim": _hundred(ENOUGH)}),
        ("tie", words.BRIEF_TIE_TEXT, {"chance": _hundred(chance or 0)}),
    ):
        row = verdicts[kind]
        if is_told(row) and row["of"] >= FEW:
            counts = {"people": number(row["of"], lang), "right": people(row, lang), "share": of_hundred(row)}
            said.append(sentence.say(lang, **counts, **_reach(row), **beside))
    blocks = (*map(Paragraph, said), *shown_beside_right(study["calibration"], lang))
    if blocks:
        yield Section("sure", words.BRIEF_SURE.pick(lang), blocks)


def _brief_twice(study: Study, lang: Lang) -> Iterator[Section]:
    found = study["retest"]
    if found is None:
        return
    if not found["told"]:
        yield Section("retest", words.RETEST.pick(lang), retest(found, lang))
        return
    same = found["same_leader"]
    said = words.BRIEF_TWICE.say(lang, people=number(same["of"], lang), same=people(same, lang))
    yield Section("retest", words.RETEST.pick(lang), (Paragraph(said),))


def _brief_roles(pack: Pack, study: Study, lang: Lang) -> Iterator[Section]:
    rows = study["recovery"]["per_role"]
    bars = tuple(
        Bar(
            middle(row["first"]),
            pack.role(row["role"]).name.clean(lang),
            OF_HUNDRED.say(lang, n=of_hundred(row["first"])),
        )
        for row in rows
        if is_enough(row)
    )
    few = [Paragraph(too_few(pack, row, lang), "quiet") for row in rows if not is_enough(row)]
    most = _most_confused(pack, study, lang)
    blocks: tuple[Block, ...] = (*([Bars(bars)] if bars else []), *few, *([Paragraph(most)] if most else []))
    yield Section("roles", words.BRIEF_ROLES.pick(lang), blocks)


def _most_confused(pack: Pack, study: Study, lang: Lang) -> str:
    pairs = [
        (count, row["role"], other)
        for row in study["confusion"]
        for other, count in row["first"].items()
        if count and other != row["role"]
    ]
    if not pairs:
        return ""
    _, one, other = max(pairs, key=lambda pair: pair[0])
    return words.BRIEF_CONFUSED.say(lang, one=pack.role(one).name, other=pack.role(other).name)


def _hundred(share: float) -> int:
    return round(100 * share)


def _reach(one: Study) -> dict[str, int]:
    """The ends of a share's interval, as people of a hundred."""
    return {key: _hundred(one[key]) for key in ("low", "high")}
