"""The table of all points on the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table

from careerfit.report.screens.layout import HEADING, QUIET, ByWidth, section, text
from careerfit.report.views.points import PointsRow, PointsTable
from careerfit.report.words import report as words_report
from careerfit.text import Lang

NAME, NUMBER = 24, 7
"""Cells that a facet's name needs at least, and a number takes; with less room the roles follow one another."""


def points(table: PointsTable, lang: Lang) -> RenderableType:
    """The table with a column a role, or where that is too wide, a list a role."""

    def build(width: int) -> RenderableType:
        fits = width >= NAME + NUMBER * (1 + len(table.roles))
        return _wide(table, lang) if fits else _narrow(table)

    return section(table.title, [text(table.lead, QUIET), "", ByWidth(build)])


def _wide(table: PointsTable, lang: Lang) -> RenderableType:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(overflow="fold")
    for _ in range(1 + len(table.roles)):
        grid.add_column(justify="right", no_wrap=True)
    grid.add_row(
        "", text(words_report.VALUE.pick(lang), QUIET), *(text(str(n + 1), HEADING) for n in range(len(table.roles)))
    )
    for row in (table.start, *table.rows):
        grid.add_row(text(row.facet), text(row.value, QUIET), *row.points)
    grid.add_row(text(table.scores.facet, HEADING), "", *(text(p, HEADING) for p in table.scores.points))
    return grid


def _narrow(table: PointsTable) -> RenderableType:
    blocks: list[RenderableType] = []
    for n, role in enumerate(table.roles):
        blocks += [text(f"{n + 1} {role}: {table.scores.points[n]}", HEADING), _column(table.rows, n), ""]
    return Group(*blocks[:-1])


def _column(rows: Sequence[PointsRow], n: int) -> RenderableType:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for row in rows:
        grid.add_row(row.points[n], text(f"{row.facet} ({row.value})" if row.value else row.facet))
    return grid
