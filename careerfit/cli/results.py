"""A result in the form that was asked for: the same for ``score``, ``quiz`` and ``history``."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from careerfit.cli.output import write_json, write_screen, write_text

if TYPE_CHECKING:
    from careerfit.cli.context import Settings
    from careerfit.core.model import Result

FORMATS = ("table", "json", "markdown", "csv", "html")


def write_result(settings: Settings, result: Result, form: str, output: str | None, *, verbose: bool = False) -> None:
    """Write one person's result as ``form`` (one of ``FORMATS``)."""
    if form == "json":
        write_json(result.to_dict(settings.document_lang), output)
    elif form == "table":
        from careerfit.report.result_screen import result_screen
        from careerfit.report.view import result_view

        view = result_view(result, settings.lang, said_again(settings))
        write_screen(settings, result_screen(view, verbose=verbose), output)
    else:
        write_text(_page(settings, result, form), output)


def said_again(settings: Settings) -> str:
    """The options of this call that a command must repeat to mean the same; each with a blank before it."""
    lang = f" --lang {settings.lang}" if settings.language.by == "flag" else ""
    return lang + (f" --pack {shlex.quote(settings.pack_path)}" if settings.pack_path else "")


def _page(settings: Settings, result: Result, form: str) -> str:
    """The result as Markdown, CSV or HTML."""
    raise NotImplementedError(form)
