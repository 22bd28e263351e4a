"""Roles side by side on the terminal."""

from __future__ import annotations

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table

from careerfit.report.screens.layout import (
    HEADING,
    QUIET,
    ByWidth,
    hanging,
    indented,
    marked,
    page,
    section,
    stacked,
    step,
    text,
)
from careerfit.report.views.compare import CompareView, Demand, DemandGroup, Differences
from careerfit.report.words import profile as words

COLUMN = 4
"""Cells of a role's column: a sign and air."""
NAME_LEAST, NAME_GAP = 18, 2
LEGEND_GAP = "   "


def compare_screen(view: CompareView) -> RenderableType:
    """What is asked for alike, what differs (a column a role), and how each describes its own difference."""
    numbered = Group(*(hanging(str(n + 1), text(role, HEADING)) for n, role in enumerate(view.roles)))
    same = " · ".join(view.same) if view.same else words.COMPARE_SAME_NONE.pick(view.lang)
    return page(
        [
            numbered,
            section(words.COMPARE_SAME.pick(view.lang), [text(same)]),
            section(words.COMPARE_DIFFERENT.pick(view.lang), [_differing(view)]),
            _differences(view),
            _next(view),
        ]
    )


def _differing(view: CompareView) -> RenderableType:
    if not view.groups:
        return text(words.COMPARE_NO_DIFFERENCE.pick(view.lang))
    return stacked(
        [_legend(words.COMPARE_LEGEND.pick(view.lang)), *(_group(group, len(view.roles)) for group in view.groups)]
    )


def _legend(legend: str) -> RenderableType:
    """What the signs mean; each on a line of its own where one line is too narrow, so that none is torn apart."""

    def build(width: int) -> RenderableType:
        parts = [legend] if cell_len(legend) <= width else legend.split(LEGEND_GAP)
        return Group(*(text(part, QUIET) for part in parts))

    return ByWidth(build)


def _group(group: DemandGroup, roles: int) -> RenderableType:
    widest = max(cell_len(demand.facet) for demand in group.demands)

    def build(width: int) -> RenderableType:
        room = width - COLUMN * (roles - 1) - 1 - NAME_GAP
        return _table(group, min(widest, room)) if room >= NAME_LEAST else _list(group)

    return ByWidth(build)


def _table(group: DemandGroup, name: int) -> RenderableType:
    grid = Table.grid()
    grid.add_column(width=name, overflow="fold")
    grid.add_column(width=NAME_GAP)
    for _ in group.demands[0].signs[1:]:
        grid.add_column(width=COLUMN, no_wrap=True)
    grid.add_column(width=1, no_wrap=True)
    grid.add_row(
        text(group.title, HEADING), "", *(text(str(n + 1), HEADING) for n in range(len(group.demands[0].signs)))
    )
    for demand in group.demands:
        grid.add_row(text(demand.facet), "", *(text(sign) for sign in demand.signs))
    return grid


def _list(group: DemandGroup) -> RenderableType:
    return Group(text(group.title, HEADING), *(_stacked(demand) for demand in group.demands))


def _stacked(demand: Demand) -> RenderableType:
    signs = "   ".join(f"{n + 1} {sign}" for n, sign in enumerate(demand.signs))
    return Group(text(demand.facet), indented(text(signs)))


def _differences(view: CompareView) -> RenderableType | None:
    told = [_difference(one) for one in view.differences if one.sentences]
    return section(words.COMPARE_PROFILES.pick(view.lang), [stacked(told)]) if told else None


def _difference(one: Differences) -> RenderableType:
    return section(one.role, [stacked([marked(sentence.pieces) for sentence in one.sentences])])


def _next(view: CompareView) -> RenderableType:
    steps = [
        step(words.READ.say(view.lang, role=role), f"careerfit profile {slug}")
        for role, slug in zip(view.roles, view.slugs, strict=True)
    ]
    return section(words.NEXT.pick(view.lang), steps)
