"""A result in the form that was asked for: the same for ``score``, ``quiz`` and ``history``."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, TypeAlias

from careerfit.cli.context import DEFAULT_LANG, LANG_VARIABLE
from careerfit.cli.output import write_json, write_screen, write_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from careerfit.cli.context import Settings
    from careerfit.core.result import Result

RealityChecks: TypeAlias = "Sequence[tuple[str, Sequence[bool | None]]]"
"""Role by role: its slug, and statement by statement whether it was believed (None: skipped)."""


def write_result(
    settings: Settings,
    result: Result,
    form: str,
    output: str | None,
    *,
    verbose: bool = False,
    checks: RealityChecks = (),
) -> None:
    """Write one person's result as ``form`` (one of ``options.RESULT_FORMATS``), with what came of reality checks."""
    if form == "json":
        write_json(result.to_dict(settings.document_lang), output)
    elif form == "table":
        from careerfit.report.screens.result import result_screen
        from careerfit.report.views.result import result_view

        view = result_view(result, settings.lang, said_again(settings), checks)
        write_screen(settings, result_screen(view, verbose=verbose), output)
    else:
        write_text(_page(settings, result, form, checks), output)


def said_again(settings: Settings) -> str:
    """The options of this call that a command must repeat to mean the same; each with a blank before it."""
    otherwise = settings.environ.get(LANG_VARIABLE) or DEFAULT_LANG
    named = settings.language.by == "flag" or settings.lang != otherwise
    lang = f" --lang {settings.lang}" if named else ""
    return lang + (f" --pack {shlex.quote(settings.pack_path)}" if settings.pack_path else "")


def _page(settings: Settings, result: Result, form: str, checks: RealityChecks) -> str:
    """The result as Markdown, CSV or HTML."""
    if form == "csv":
        from careerfit.report.csv import result_csv

        return result_csv(result, settings.lang)
    if form == "html":
        from careerfit.report.html.result import result_html

        return result_html(result, settings.lang, said_again(settings), checks)
    from careerfit.report.markdown.result import result_markdown
    from careerfit.report.views.result import result_view

    return result_markdown(result_view(result, settings.lang, said_again(settings), checks))
