"""Lists on the terminal: roles, questions, and plain tables for whoever has rows to show."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len
from rich.console import Group, RenderableType
from rich.table import Table

from careerfit.core.model import Pack, Role
from careerfit.report.screens.layout import (
    COMMAND,
    HEADING,
    QUIET,
    ByWidth,
    hanging,
    indented,
    page,
    runs,
    stacked,
    step,
    text,
)
from careerfit.report.views.lists import questions_lead, special_marks
from careerfit.report.words import profile as words
from careerfit.text import Lang, clean

GAP = 2


def roles_screen(pack: Pack, lang: Lang) -> RenderableType:
    """Every role with its slug, and what no other asks for or what weighs most in it."""
    return page(
        [
            text(pack.title.clean(lang), HEADING),
            stacked([_role(pack, role, lang) for role in pack.roles]),
            step(words.ROLES_NEXT.pick(lang), f"careerfit profile {clean(pack.roles[0].slug)}"),
        ]
    )


def questions_screen(pack: Pack, lang: Lang) -> RenderableType:
    """Every item: its key, whether it is reversed, and the statement."""
    title = words.QUESTIONS_TITLE.say(lang, count=len(pack.items))
    lines = [_question(item.key, item.keyed, item.text.clean(lang)) for item in pack.items]
    return page([Group(text(title, HEADING), text(questions_lead(pack, lang), QUIET)), Group(*lines)])


def table_screen(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> RenderableType:
    """Any rows as a table; where it would be too wide, a block a row with each cell named."""
    cleaned = [[clean(cell) for cell in row] for row in rows]
    needed = sum(max((cell_len(row[n]) for row in [list(head), *cleaned]), default=0) + GAP for n in range(len(head)))

    def build(width: int) -> RenderableType:
        return _table(head, cleaned) if needed <= width else _blocks(head, cleaned)

    return page([text(title, HEADING) if title else None, ByWidth(build)])


def _role(pack: Pack, role: Role, lang: Lang) -> RenderableType:
    marks = words.SPECIAL.say(lang, marks=" · ".join(special_marks(pack, role, lang)))
    return Group(text(role.name.clean(lang), HEADING), indented(Group(text(clean(role.slug), COMMAND), text(marks))))


def _question(key: str, keyed: int, statement: str) -> RenderableType:
    mark = "" if keyed > 0 else " (−)"
    return Group(runs((clean(key), COMMAND), (mark, QUIET)), indented(text(statement)))


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> RenderableType:
    grid = Table.grid(padding=(0, GAP, 0, 0))
    for n in range(len(head)):
        grid.add_column(justify="right" if rows and all(_numeric(row[n]) for row in rows) else "left", overflow="fold")
    grid.add_row(*(text(name, QUIET) for name in head))
    for row in rows:
        grid.add_row(*(text(cell) for cell in row))
    return grid


def _blocks(head: Sequence[str], rows: Sequence[Sequence[str]]) -> RenderableType:
    return stacked(
        [
            Group(*(hanging(text(f"{name}:", QUIET), text(cell)) for name, cell in zip(head, row, strict=True) if cell))
            for row in rows
        ]
    )


def _numeric(cell: str) -> bool:
    """Is a cell a number, or empty?"""
    return cell.lstrip("−+-").replace(",", "", 1).replace(".", "", 1).replace("%", "", 1).strip().isdigit() or not cell
