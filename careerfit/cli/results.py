"""A result in the form that was asked for: the same for ``score``, ``quiz`` and ``history``."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, TypeAlias

from careerfit.cli.context import DEFAULT_LANG, LANG_VARIABLE
from careerfit.cli.output import write_json, write_page, write_text

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
    elif form == "csv":
        from careerfit.report.csv import result_csv

        write_text(result_csv(result, settings.lang), output)
    elif form == "html":
        from careerfit.report.html.result import result_html

        write_text(result_html(result, settings.lang, said_again(settings), checks), output)
    else:
        from careerfit.report.views.result import result_page

        page = result_page(result, settings.lang, said_again(settings), checks)
        write_page(settings, page, form, output, full=verbose)


def said_again(settings: Settings) -> str:
    """The options of this call that a command must repeat to mean the same; each with a blank before it."""
    otherwise = settings.environ.get(LANG_VARIABLE) or DEFAULT_LANG
    named = settings.language.by == "flag" or settings.lang != otherwise
    lang = f" --lang {settings.lang}" if named else ""
    return lang + (f" --pack {shlex.quote(settings.pack_path)}" if settings.pack_path else "")
