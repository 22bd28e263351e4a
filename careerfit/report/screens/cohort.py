"""What a group looks like, in the terminal: counts as bars, facets by their means, items that did not work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table

from careerfit.core.model import HIGHEST, LOWEST, Pack
from careerfit.report.screens.layout import (
    GOOD,
    HEADING,
    NARROW,
    QUIET,
    ByWidth,
    bar,
    page,
    runs,
    section,
    stacked,
    text,
)
from careerfit.report.words.numbers import number
from careerfit.text import Lang, Text

LONGEST, SHORTEST = 30, 10
ENOUGH = 30
"""Fewer answers say nothing of whether an item goes with its facet."""

PEOPLE = Text("{people} orang", "{people} people")
BAD = Text("{bad} baris lain tidak bisa dipakai.", "{bad} more rows can't be used.")
TOO_FEW = Text(
    "Kelompok ini kurang dari lima orang; gambarannya akan berbicara tentang orang-orangnya, jadi tidak ditampilkan.",
    "This group has fewer than five people; a picture of it would be one of them, so none is shown.",
)
WITHHELD = Text(
    "“–”: satu sampai empat orang, atau bisa dihitung dari yang lain; tidak ditampilkan.",
    "“–”: one to four people, or could be worked out from the others; not shown.",
)
VERDICTS = Text("Seberapa jelas hasilnya", "How clear the results are")
VERDICT_NAMES = {
    "clear": Text("jelas", "clear"),
    "tie": Text("seri dua atau tiga peran", "a tie of two or three roles"),
    "unclear": Text("belum jelas", "not clear yet"),
    "misfit": Text("bidangnya belum cocok", "the field does not fit"),
}
LEADERS = Text("Peran yang paling atas", "The role at the top")
FLAGS = Text("Cara menjawab", "How it was answered")
FLAG_NAMES = {
    "long_run": Text("deretan panjang jawaban yang sama", "a long run of the same answer"),
    "inconsistent": Text("saling bertolak belakang", "answers that contradict each other"),
}
FIELD = Text(
    "Kecocokan dengan bidangnya, rata-rata: {field} dari 100", "Fit with the field, on average: {field} of 100"
)
FACETS = Text("Rata-rata tiap faset, 1 sampai 5", "The mean of each facet, from 1 to 5")
SPREAD = Text("{low} rendah, {high} tinggi", "{low} low, {high} high")
ITEMS = Text("Butir yang perlu dilihat lagi", "Items worth another look")
SAME = Text("Semua menjawab sama:", "Everyone gave the same answer:")
AGAINST = Text("Berlawanan dengan butir lain fasetnya ({rest}):", "Goes against the rest of its facet ({rest}):")

Rows = Sequence[tuple[str, float, str]]
"""A label, the share of the bar that is filled, and what stands behind it."""


def cohort_screen(pack: Pack, summary: Mapping[str, Any], lang: Lang) -> RenderableType:
    """The summary of a group, as ``careerfit.cohort`` works it out."""
    sound = summary["people"] - summary["bad"]
    head: list[RenderableType] = [text(PEOPLE.say(lang, people=_whole(sound, lang)), HEADING)]
    if summary["bad"]:
        head.append(text(BAD.say(lang, bad=_whole(summary["bad"], lang)), QUIET))
    if summary["field"] is None:
        return page([Group(*head), text(TOO_FEW.pick(lang))])
    roles = {role.slug: role.name for role in pack.roles}
    blocks = [
        Group(*head, text(FIELD.say(lang, field=number(summary["field"], lang, 1)))),
        _counts(VERDICTS, VERDICT_NAMES, summary["verdicts"], sound, lang),
        _counts(LEADERS, roles, summary["leaders"], sound, lang),
        _counts(FLAGS, FLAG_NAMES, summary["flags"], sound, lang),
        text(WITHHELD.pick(lang), QUIET) if _withheld(summary) else None,
        _facets(pack, summary["facets"], lang),
        _items(pack, summary["items"], lang),
    ]
    return page(blocks)


def _withheld(summary: Mapping[str, Any]) -> bool:
    return any(None in summary[name].values() for name in ("verdicts", "leaders", "flags"))


def _counts(
    title: Text, names: Mapping[str, Text], counts: Mapping[str, int | None], people: int, lang: Lang
) -> RenderableType:
    rows = [
        (names[name].clean(lang), (count or 0) / max(1, people), "–" if count is None else _whole(count, lang))
        for name, count in counts.items()
    ]
    return section(title.pick(lang), [_bars(rows)])


def _facets(pack: Pack, facets: Sequence[Mapping[str, Any]], lang: Lang) -> RenderableType | None:
    known = sorted((facet for facet in facets if facet["mean"] is not None), key=lambda facet: -facet["mean"])
    rows = [
        (
            pack.facet(facet["facet"]).name.clean(lang),
            (facet["mean"] - LOWEST) / (HIGHEST - LOWEST),
            f"{number(facet['mean'], lang, 1)}  {_spread(facet, lang)}",
        )
        for facet in known
    ]
    return section(FACETS.pick(lang), [_bars(rows)]) if rows else None


def _spread(facet: Mapping[str, Any], lang: Lang) -> str:
    low, high = (f"{number(100 * facet[name], lang)} %" for name in ("low", "high"))
    return SPREAD.say(lang, low=low, high=high)


def _items(pack: Pack, items: Sequence[Mapping[str, Any]], lang: Lang) -> RenderableType | None:
    found: list[RenderableType] = []
    for item in items:
        statement = text(f"{item['item']}: {pack.item_by_key[item['item']].text.clean(lang)}")
        if item["varies"] is False:
            found.append(Group(text(SAME.pick(lang), QUIET), statement))
        elif item["rest"] is not None and item["rest"] < 0 and item["answered"] >= ENOUGH:
            label = AGAINST.say(lang, rest=number(item["rest"], lang, 2))
            found.append(Group(text(label, QUIET), statement))
    return section(ITEMS.pick(lang), [stacked(found)]) if found else None


def _whole(count: int, lang: Lang) -> str:
    return f"{count:,}".replace(",", "." if lang == "id" else ",")


def _bars(rows: Rows) -> RenderableType:
    """A bar a row; under its label where there is no room beside it."""
    named = max(cell_len(label) for label, _, _ in rows)
    said = max(cell_len(value) for _, _, value in rows)

    def build(width: int) -> RenderableType:
        room = min(LONGEST, width - named - said - 4)
        if width < NARROW or room < SHORTEST:
            return _stacked(rows, min(LONGEST, width - 2))
        grid = Table.grid(padding=(0, 2, 0, 0))
        for label, share, value in rows:
            grid.add_row(text(label), runs((bar(share, room).ljust(room), GOOD)), text(value))
        return grid

    return ByWidth(build)


def _stacked(rows: Rows, room: int) -> RenderableType:
    return Group(*(Group(text(f"{label}: {value}"), runs((bar(share, room), GOOD))) for label, share, value in rows))
