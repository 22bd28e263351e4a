"""Pages of the reports as an interview shows them: laid out for its screen, and in lines that are read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from careerfit.interview.pages import Drawing, Line
from careerfit.text import Lang

if TYPE_CHECKING:
    from careerfit.report.blocks import Page


def drawing(pages: Sequence[Page], lang: Lang) -> Drawing:
    """The first of some pages, each shorter than the one before, for which there is room."""
    from careerfit.report.screens.page import FirstThatFits, page_body
    from careerfit.report.screens.plain_lines import page_lines
    from careerfit.report.screens.terminal import styled_lines

    @cache
    def rows(width: int, room: int) -> list[Line]:
        return styled_lines(FirstThatFits([page_body(page, full=False) for page in pages], room), width)

    return Drawing(rows=rows, spoken=lambda: page_lines(pages[0], lang, full=False))


def without_commands(page: Page) -> Page:
    """A page without what to type next: on a screen of the interview there is a key for each."""
    return page._replace(sections=tuple(section for section in page.sections if section.key != "next"))
