"""Results of people as a workbook for a spreadsheet: in words, a row a person. Needs the extra ``cohort``."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple, TypeAlias

from careerfit.core.model import Pack
from careerfit.errors import DataError
from careerfit.report.views.people.school_class import Entry, Person, entry
from careerfit.report.words import people as words
from careerfit.text import Lang, Text, clean

MOST_ROWS = (1 << 20) - 1
LONGEST = 32_000
"""A cell of Excel holds little more characters."""
TOO_LONG = Text(
    "Satu lembar Excel memuat paling banyak {most} orang; tulis ke file .csv.",
    "One sheet of Excel holds at most {most} people; write to a .csv file.",
)


Column: TypeAlias = tuple[str, int, Callable[[Person, Entry], str | float | None]]


class Known(NamedTuple):
    """What is known of people: the head of what they are known by ("" for none), and have they names and classes?"""

    by: str = ""
    names: bool = False
    classes: bool = False


def write_sheet(pack: Pack, people: Iterable[Person], known: Known, lang: Lang, target: Path) -> None:
    """A workbook of these people: no cell of it is a formula or a link. Raises ``DataError`` for too many of them."""
    import xlsxwriter

    columns = _columns(pack, known, lang)
    plain = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(target, {"constant_memory": True, "tmpdir": str(target.parent), **plain}) as book:
        sheet = book.add_worksheet(words.SHEET.pick(lang))
        head, cell = book.add_format({"bold": True, "text_wrap": True, "valign": "top"}), book.add_format()
        cell.set_text_wrap()
        cell.set_align("top")
        sheet.freeze_panes(1, 1)
        for place, (name, width, _) in enumerate(columns):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, name, head)
        row = 0
        for row, person in enumerate(people, 1):
            if row > MOST_ROWS:
                raise DataError(TOO_LONG.fill(most=MOST_ROWS))
            told = entry(pack, person, "", lang)
            for place, (_, _, said) in enumerate(columns):
                value = said(person, told)
                if isinstance(value, str):
                    sheet.write_string(row, place, value[:LONGEST], cell)
                elif value is not None:
                    sheet.write_number(row, place, value, cell)
        sheet.autofilter(0, 0, row, len(columns) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)


def _columns(pack: Pack, known: Known, lang: Lang) -> list[Column]:
    """The columns: each with its head, its width in letters, and what stands in it."""
    heads = {name: head.say(lang, of=len(pack.items)) for name, head in words.HEADS.items()}
    columns: list[Column] = [(heads["row"], 8, lambda person, _: person.row)]
    if known.by:
        columns = [(clean(known.by), 24, lambda person, _: clean(person.known_by))]
    if known.names:
        columns.append((heads["name"], 24, lambda person, _: clean(person.name)))
    if known.classes:
        columns.append((heads["class"], 10, lambda person, _: clean(person.group)))
    return [
        *columns,
        (heads["verdict"], 24, lambda _, told: told.verdict),
        (heads["roles"], 44, lambda _, told: told.roles),
        (heads["chance"], 16, lambda _, told: told.chance),
        (heads["look"], 34, lambda _, told: told.look),
        (heads["answered"], 10, lambda person, _: person.answered),
        (
            heads["field"],
            12,
            lambda person, _: round(person.field) if person.field is not None and person.answered else None,
        ),
        (heads["code"], 70, lambda person, _: person.code),
        (heads["error"], 40, lambda person, _: clean(person.error)),
    ]
