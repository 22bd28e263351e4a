"""What a program does with careerfit: one function for each thing that the command line does with one person."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from careerfit import pack as packs
from careerfit.core.answers import Layer, resolve
from careerfit.core.model import Answers, Pack
from careerfit.core.results.json_documents import json_text
from careerfit.core.results.result import Result, evaluate
from careerfit.pack import answers_file
from careerfit.text import LANGUAGES, Lang

Form: TypeAlias = Literal["table", "json", "csv", "markdown", "html"]
WIDTH = 80
"""A table is this many columns wide unless another width is asked for."""


def load_pack(path: str | Path | None = None, norms: str | Path | None = None) -> Pack:
    """The pack in that folder; without one, the shipped pack.

    ``norms``: the file of a reference group (``careerfit norms`` makes one), whose typical answers stand for neutral.
    Raises ``DataError`` with every problem of every file, each with file, line and path.
    """
    return packs.load_pack(path, norms)


def score(pack: Pack, answers: Answers | Mapping[str, int | float | None]) -> Result:
    """The result of one person's answers: item or facet → 1 to 5 (a facet: how strong), or None for no answer.

    An item beats its facet. ``Answers`` are taken as well: those of ``decode``, of ``read_answers`` or of an interview.
    Raises ``UsageError`` with every unknown key and bad value.
    """
    given, duels = answers if isinstance(answers, Answers) else (answers, ())
    return evaluate(pack, resolve(pack, [Layer("answers", tuple(given.items()))], duels))


def read_answers(pack: Pack, path: str | Path) -> Answers:
    """The answers in a JSON or YAML file of keys and values, as ``careerfit questions --template`` writes one.

    Raises ``DataError`` for a file that can't be read, and ``UsageError`` with every unknown key and bad value.
    """
    return resolve(pack, [answers_file.read_answers(path)])


def render(result: Result, form: Form = "table", lang: Lang | None = None, *, width: int = WIDTH) -> str:
    """The report of a result as text: a table for a terminal (of ``width`` columns), JSON, CSV, Markdown or HTML.

    In a table, only what is to be copied may be longer than a line: a command or the answer code.

    It is in that language; without one, in Indonesian, JSON in both. HTML always has both, and shows that one first.
    Raises ``ValueError`` for a form or language that there is not.
    """
    if form not in get_args(Form):
        raise ValueError(f"form must be one of {', '.join(get_args(Form))}, not {form!r}")
    if lang not in (None, *LANGUAGES):
        raise ValueError(f"lang must be 'id', 'en' or None, not {lang!r}")
    if form == "json":
        return json_text(result.to_dict(lang))
    spoken = lang or "id"
    if form == "csv":
        from careerfit.report.csv import result_csv

        return result_csv(result, spoken)
    if form == "html":
        from careerfit.report.html.result import result_html

        return result_html(result, spoken)
    from careerfit.report.views.result.page import result_page

    page = result_page(result, spoken)
    if form == "markdown":
        from careerfit.report.markdown import page_markdown

        return page_markdown(page)
    from careerfit.report.screens.page import page_screen
    from careerfit.report.screens.terminal import render as draw

    return draw(page_screen(page, full=False), width)
