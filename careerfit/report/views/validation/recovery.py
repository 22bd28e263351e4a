"""Whose role was found, how often, and how sure the program was of it: sections of a study."""

from __future__ import annotations

from collections.abc import Sequence

from careerfit.core.model import Pack
from careerfit.report.blocks import Block, Paragraph, Table
from careerfit.report.views.people.group import VERDICT_NAMES
from careerfit.report.views.validation.cells import (
    DASH,
    Study,
    careful,
    coefficient,
    head,
    how_many,
    interval,
    is_beyond,
    is_enough,
    is_told,
    share,
    too_few,
)
from careerfit.report.words import validation as words
from careerfit.report.words.numbers import percent
from careerfit.text import Lang, number


def recovery(found: Study, lang: Lang) -> tuple[Block, ...]:
    """How often their role came first, among the first two, or in a tie; beside chance and the plain mean."""
    rows = []
    for key, name in (("first", words.FIRST), ("first_two", words.FIRST_TWO), ("tie", words.IN_TIE)):
        one, plain = found[key], found["plain"].get(key)
        rows.append(
            (
                name.pick(lang),
                share(one, lang),
                interval(one, lang),
                interval(one.get("bootstrap"), lang),
                how_many(one["of"], lang),
                percent(found["chance"]["dealt"][key], lang, 0),
                share(plain, lang) if plain else DASH,
            )
        )
    heads = head(lang, words.WHAT, words.SHARE, words.INTERVAL, words.DRAWN, words.N, words.CHANCE, words.PLAIN)
    ahead = found["ahead_of_plain"]["first"]
    note = words.RECOVERY_NOTE.say(
        lang,
        largest=percent(found["largest"], lang, 0),
        lot=percent(found["chance"]["first"], lang, 0),
        compared=_compared(ahead, lang),
    )
    return Table(heads, tuple(rows)), Paragraph(note, "quiet")


def _compared(ahead: Study | None, lang: Lang) -> str:
    """How much more or less often the role comes first than by the plain mean, in points, and whether that is sure."""
    if ahead is None:
        return words.NOT_COMPARED.pick(lang)
    said = words.COMPARED["less" if ahead["value"] < 0 else "more"].say(
        lang,
        by=number(abs(100 * ahead["value"]), lang, 1),
        low=number(100 * ahead["low"], lang, 1),
        high=number(100 * ahead["high"], lang, 1),
    )
    return said if is_beyond(ahead, 0) else said + words.UNPROVED.pick(lang)


def per_role(pack: Pack, rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    """A table of the roles with enough members; the others in grey below."""
    enough = [
        (
            pack.role(row["role"]).name.clean(lang),
            *(cell for key in ("first", "first_two") for cell in (share(row[key], lang), interval(row[key], lang))),
            how_many(row["first"]["of"], lang),
        )
        for row in rows
        if is_enough(row)
    ]
    few = [Paragraph(too_few(pack, row, lang), "quiet") for row in rows if not is_enough(row)]
    heads = (words.ROLE, words.FIRST_HEAD, words.INTERVAL, words.FIRST_TWO_HEAD, words.INTERVAL, words.N)
    return (*([Table(head(lang, *heads), tuple(enough))] if enough else []), *few)


def told_clearly(pack: Pack, rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    """How many of those who were told a role clearly are members of it; those of whom there are few in grey below."""
    names = [pack.role(row["role"]).name.clean(lang) for row in rows]
    cells = tuple(
        (name, share(row, lang), interval(row, lang), how_many(row["of"], lang))
        for name, row in zip(names, rows, strict=True)
        if row["enough"]
    )
    few = [
        Paragraph(
            (words.CLEARLY_TOO_FEW if is_told(row) else words.CLEARLY_HIDDEN).say(
                lang, role=name, share=share(row, lang, 0), interval=interval(row, lang), n=row["of"]
            ),
            "quiet",
        )
        for name, row in zip(names, rows, strict=True)
        if not row["enough"]
    ]
    heads = (words.ROLE_TOLD, words.MEMBERS_OF_IT, words.INTERVAL, words.N)
    note = Paragraph(words.CLEARLY_NOTE.pick(lang), "quiet")
    return (*([Table(head(lang, *heads), cells)] if cells else []), *few, note)


def confusion(pack: Pack, rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    """How many members of each role got each role first."""
    names = [pack.role(row["role"]).name.clean(lang) for row in rows]
    cells = [[how_many(count, lang) for count in row["first"].values()] for row in rows]
    table = Table(
        head=(words.ROLE.pick(lang), *(str(n + 1) for n in range(len(rows)))),
        rows=tuple((f"{n}. {name}", *row) for n, (name, row) in enumerate(zip(names, cells, strict=True), 1)),
        spoken=(words.ROLE.pick(lang), *names),
    )
    notes = [words.CONFUSION_NOTE.pick(lang)]
    notes += [words.HIDDEN_CELLS.pick(lang)] if any(DASH in row for row in cells) else []
    return table, Paragraph(" ".join(notes), "quiet")


def verdicts(rows: Sequence[Study], lang: Lang) -> tuple[Block, ...]:
    """How often each kind of result was right."""
    cells = tuple(
        (
            VERDICT_NAMES[row["kind"]].pick(lang),
            share(row, lang),
            interval(row, lang),
            how_many(row["of"], lang),
        )
        for row in rows
    )
    heads = head(lang, words.VERDICT, words.RIGHT, words.INTERVAL, words.N)
    return Table(heads, cells), Paragraph(words.VERDICT_NOTE.pick(lang), "quiet")


def calibration(study: Study, lang: Lang) -> tuple[Block, ...]:
    """What was shown beside what was right, tenth by tenth."""
    found = study["calibration"]
    rows = tuple(
        (
            words.BETWEEN.say(lang, low=round(100 * one["from"]), high=round(100 * one["to"])),
            percent(one["shown"], lang),
            share(one, lang),
            interval(one, lang),
            how_many(one["of"], lang),
        )
        for one in found["tenths"]
    )
    brier = found["brier"]
    note = words.CALIBRATION_NOTE.say(
        lang,
        people=careful(study, "calibration", lang),
        brier=DASH if brier is None else number(brier["value"], lang, 3),
        interval=interval(brier, lang, 3, of_hundred=False),
        error=percent(found["error"], lang),
        chance=percent(found["by_chance"], lang),
    )
    if sum(one["of"] for one in found["tenths"]) < found["people"]:
        note = f"{note} {words.TENTHS_HIDDEN.pick(lang)}"
    heads = head(lang, words.SHOWN_AS, words.SHOWN_MEAN, words.RIGHT, words.INTERVAL, words.N)
    return Table(heads, rows), *shown_beside_right(found, lang), Paragraph(note, "quiet")


def shown_beside_right(found: Study, lang: Lang) -> tuple[Block, ...]:
    """That what was shown was too high or too low for these people, where that is beyond chance."""
    excess = found["excess"]
    if excess is None or not is_beyond(excess, 0):
        return ()
    by, *ends = (number(abs(100 * excess[key]), lang, 1) for key in ("value", "low", "high"))
    low, high = ends if excess["value"] > 0 else reversed(ends)
    kind = "high" if excess["value"] > 0 else "low"
    return (Paragraph(words.SHOWN_BESIDE_RIGHT[kind].say(lang, by=by, low=low, high=high)),)


def retest(found: Study, lang: Lang) -> tuple[Block, ...]:
    """How stable people are who answered twice."""
    if not found["told"]:
        few = words.RETEST_HIDDEN if found["people"] is None else words.RETEST_FEW
        return (Paragraph(few.say(lang, count=found["people"]), "quiet"),)
    same, ranks, error = (found[key] for key in ("same_leader", "rank_correlation", "error"))
    rows = (
        (words.SAME_LEADER.pick(lang), share(same, lang), interval(same, lang), DASH),
        (words.RANKS.pick(lang), *coefficient(ranks, lang), DASH),
        (words.ERROR.pick(lang), *coefficient(error, lang), number(found["assumed"], lang, 2)),
    )
    n = Paragraph(f"n = {number(found['people'], lang)}", "quiet")
    return Table(head(lang, words.FIGURE, words.VALUE, words.INTERVAL, words.ASSUMED), rows), n
