"""A result in the form that was asked for: the same for ``score``, ``quiz`` and ``history``."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, TypeAlias

from careerfit.cli.output import emit, write_screen
from careerfit.cli.settings import DEFAULT_LANG, LANG_VARIABLE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from careerfit.cli.settings import Settings
    from careerfit.core.result import Result
    from careerfit.report.blocks import Page

RealityChecks: TypeAlias = "Sequence[tuple[str, Sequence[bool | None]]]"
"""Role by role: its slug, and statement by statement whether it was believed (None: skipped)."""


def write_result(
    settings: Settings,
    result: Result,
    form: str | None,
    output: str | None,
    *,
    verbose: bool = False,
    checks: RealityChecks = (),
) -> None:
    """Write one person's result in that form (see ``emit``), with what came of reality checks."""
    lang, again = settings.lang, said_again(settings)

    def page() -> Page:
        from careerfit.report.views.result import result_page

        return result_page(result, lang, again, checks)

    def csv() -> str:
        from careerfit.report.csv import result_csv

        return result_csv(result, lang)

    def html() -> str:
        from careerfit.report.html.result import result_html

        return result_html(result, lang, again, checks)

    def json() -> Mapping[str, object]:
        return result.to_dict(settings.document_lang)

    emit(settings, form, output, full=verbose, page=page, json=json, csv=csv, html=html)


def write_short(settings: Settings, result: Result) -> None:
    """Write one person's result to standard output in short, and how to see all of it."""
    from careerfit.report.screens.page import brief_screen
    from careerfit.report.views.brief import MOST_ROWS, all_of_it, brief_pages

    pages = brief_pages(result, settings.lang, (all_of_it(settings.lang),))
    write_screen(settings, brief_screen(pages, MOST_ROWS))


def said_again(settings: Settings) -> str:
    """The options of this call that a command must repeat to mean the same; each with a blank before it."""
    otherwise = settings.environ.get(LANG_VARIABLE) or DEFAULT_LANG
    named = settings.language.by == "flag" or settings.lang != otherwise
    lang = f" --lang {settings.lang}" if named else ""
    return lang + (f" --pack {shlex.quote(settings.pack_path)}" if settings.pack_path else "")
