"""A result in the form that was asked for: the same for ``score``, ``quiz`` and ``history``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerfit.cli.output import emit, write_lines, write_screen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from careerfit.cli.settings import Settings
    from careerfit.core.results.result import Result
    from careerfit.report.blocks import Page
    from careerfit.report.views.result.page import About, Checks


def write_result(
    settings: Settings,
    result: Result,
    form: str | None,
    output: str | None,
    *,
    verbose: bool = False,
    checks: Checks = (),
    about: Callable[[], About] | None = None,
) -> None:
    """Write one person's result in that form (see ``emit``), with what came of reality checks.

    Where it is a report, it says whose it is and of which day: as ``about`` says, else of today.
    """
    lang, again = settings.lang, said_again(settings)

    def page() -> Page:
        from careerfit.report.views.result.page import result_page

        return result_page(result, lang, again, checks, (about or made_now)())

    def csv() -> str:
        from careerfit.report.csv import result_csv

        return result_csv(result, lang)

    def html() -> str:
        from careerfit.report.html.result import result_html

        return result_html(result, lang, again, checks, (about or made_now)())

    def json() -> Mapping[str, object]:
        return result.to_dict(settings.document_lang)

    emit(settings, form, output, full=verbose, page=page, json=json, csv=csv, html=html)


def write_short(settings: Settings, pages: Sequence[Page], read_aloud: int = 0) -> None:
    """Write the first of these pages for which there is room to standard output; in plain lines, the one to be read."""
    from careerfit.report.screens.page import brief_screen
    from careerfit.report.views.result.brief import MOST_ROWS

    if settings.plain:
        write_lines(settings, pages[read_aloud], full=False)
        return
    write_screen(settings, brief_screen(pages, MOST_ROWS))


def made_now(name: str = "", again: str = "") -> About:
    """What a report says that is made now, of somebody of that name ("" for nobody in particular).

    ``again`` is the command that shows the result, without the program's name; "" where there is none.
    """
    from datetime import UTC, datetime

    from careerfit.report.views.result.page import About

    return About(name, again=again, made=datetime.now(UTC))


def said_again(settings: Settings) -> str:
    """The options of this call that a command must repeat to mean the same; each with a blank before it."""
    named = settings.language.by == "flag" or settings.lang != settings.first_lang
    lang = f" --lang {settings.lang}" if named else ""
    files = (("pack", settings.pack_path), ("norms", settings.norms))
    plain = " --plain" if settings.plain_asked else ""  # what the environment asks for, it asks for again
    return lang + plain + "".join(f" --{name} {quoted(path)}" for name, path in files if path)


def quoted(place: str) -> str:
    """A file's or folder's name as it is typed into a shell."""
    from shlex import quote  # most calls name no place again

    return quote(place)
