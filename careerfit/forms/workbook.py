"""Workbooks in which all text is text: nothing that somebody wrote becomes a formula or a link."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING

from careerfit.text import clean

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

MADE = datetime(2000, 1, 1)  # noqa: DTZ001  # a workbook knows no time zones
"""When every workbook says it was made, so that the same form is the same file."""


@contextmanager
def workbook(stream: BytesIO) -> Iterator[Workbook]:
    """A workbook that is written to the stream at the end. Needs XlsxWriter, of the extra ``cohort``."""
    from xlsxwriter import Workbook

    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"created": MADE})
        yield book


def write_row(sheet: Worksheet, row: int, cells: list[str], style: Format | None = None) -> None:
    """Cells of one row from its first column on, each a text without hidden characters; empty ones are left out."""
    for column, cell in enumerate(cells):
        if cell:
            sheet.write_string(row, column, clean(cell), style)
