"""The bars of the terminal: chances by role, and field fit."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table

from careerfit.report.screens.layout import GOOD, HEADING, NARROW, QUIET, ByWidth, bar, hanging, runs, section, text
from careerfit.report.views.result import BarView, FieldView

SHORTEST, LONGEST = 10, 30
"""A bar's cells; with less room for it the label stands on a line of its own."""


def chances(bars: Sequence[BarView]) -> RenderableType:
    """A bar a role, with its chance in words; stacked where the names leave no room."""
    named = 6 + max(cell_len(one.name) for one in bars)
    said = 2 + max(cell_len(one.said) for one in bars)

    def build(width: int) -> RenderableType:
        room = min(LONGEST, width - named - said)
        return _stacked(bars, min(LONGEST, width - 5)) if width < NARROW or room < SHORTEST else _table(bars, room)

    return ByWidth(build)


def field_fit(field: FieldView) -> RenderableType:
    """Field fit as one bar, said once."""

    def build(width: int) -> RenderableType:
        drawn = runs((bar(field.share, min(LONGEST, width - 2)), GOOD if field.share >= 0.5 else ""))
        return section(f"{field.sentence}: {field.said}", [drawn, text(field.same, QUIET)])

    return ByWidth(build)


def _table(bars: Sequence[BarView], room: int) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(no_wrap=True)
    grid.add_column(width=room, no_wrap=True)
    grid.add_column(no_wrap=True)
    for one in bars:
        grid.add_row(str(one.rank), text(one.name, _name(one)), text(bar(one.share, room), _bar(one)), text(one.said))
    return grid


def _stacked(bars: Sequence[BarView], room: int) -> RenderableType:
    return Group(
        *(
            hanging(
                str(one.rank),
                Group(text(one.name, _name(one)), runs((bar(one.share, room), _bar(one))), text(one.said)),
            )
            for one in bars
        )
    )


def _name(one: BarView) -> str:
    return HEADING if one.leads else ""


def _bar(one: BarView) -> str:
    return GOOD if one.leads else ""
