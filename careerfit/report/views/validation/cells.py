"""The figures of a study as they stand in sentences and tables: shares, intervals, coefficients, counts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from careerfit.core.model import LEAST_MEMBERS, Pack
from careerfit.report.words import validation as words
from careerfit.report.words.numbers import percent
from careerfit.text import Lang, Text, number

Study: TypeAlias = Mapping[str, Any]
FEW = LEAST_MEMBERS
"""With fewer members of a role, its figures tell too little."""
DASH = "–"


def head(lang: Lang, *heads: Text) -> tuple[str, ...]:
    """The head of a table."""
    return tuple(one.pick(lang) for one in heads)


def how_many(value: int | None, lang: Lang) -> str:
    """A number of people; a dash where it is not told."""
    return DASH if value is None else number(value, lang)


def careful(study: Study, part: str, lang: Lang) -> str:
    """Of how many people whose answers raise no doubt a part of a study is; with a sign where that is not exact."""
    return f"{'≥ ' if study['doubtful'] is None else ''}{number(study[part]['people'], lang)}"


def is_told(one: Study) -> bool:
    """Is there anything to be told of a share?"""
    return one["low"] is not None


def is_enough(row: Study) -> bool:
    """Has a role enough members, and may be told how often it comes first?"""
    return row["enough"] and is_told(row["first"])


def share(one: Study, lang: Lang, digits: int = 1) -> str:
    """A share in percent, or the two that it lies between; a dash where it is not told."""
    if one["between"] is None:
        return percent(one["share"], lang, digits)
    return f"{DASH.join(number(100 * end, lang) for end in one['between'])} %"


def middle(one: Study) -> float:
    """Where a share stands in a figure, from 0 to 1: it, or the middle of the two that it lies between."""
    return sum(one["between"]) / 2 if one["between"] is not None else float(one["share"])


def of_hundred(one: Study) -> str:
    """A share as whole people of a hundred, or the two numbers that it lies between."""
    return _numbers([100 * end for end in _ends(one)], "id")


def people(one: Study, lang: Lang) -> str:
    """How many people a share is, of so many."""
    return _numbers([end * one["of"] for end in _ends(one)], lang)


def _ends(one: Study) -> list[float]:
    return list(one["between"] or [one["share"]])


def _numbers(values: list[float], lang: Lang) -> str:
    return DASH.join(dict.fromkeys(number(round(value), lang) for value in values))


def interval(one: Study | None, lang: Lang, digits: int = 0, *, of_hundred: bool = True) -> str:
    """The ends of an interval: of a share in percent, else as they are; a dash where there is none."""
    if one is None or one["low"] is None:
        return DASH
    factor, unit = (100, " %") if of_hundred else (1, "")
    apart = DASH if one["low"] >= 0 else f" {words.TO.pick(lang)} "  # a dash would stand beside a minus sign
    return f"{apart.join(number(factor * one[end], lang, digits) for end in ('low', 'high'))}{unit}"


def coefficient(one: Study | None, lang: Lang) -> tuple[str, str]:
    """A coefficient and its interval; dashes where there is none."""
    return (DASH, DASH) if one is None else (number(one["value"], lang, 2), interval(one, lang, 2, of_hundred=False))


def is_beyond(one: Study, value: float) -> bool:
    """Does the interval leave this value out?"""
    return not one["low"] <= value <= one["high"]


def too_few(pack: Pack, row: Study, lang: Lang) -> str:
    """What is said of a role with fewer than 20 members, or of one that nothing may be told of."""
    name, one = pack.role(row["role"]).name.clean(lang), row["first"]
    if not is_told(one):
        return words.ROLE_HIDDEN.say(lang, role=name)
    return words.ROLE_TOO_FEW.say(lang, role=name, share=share(one, lang, 0), interval=interval(one, lang), n=one["of"])
