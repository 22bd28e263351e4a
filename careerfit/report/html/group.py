"""The pages about many people, of one language each: a class at a glance, and what a group looks like. No script."""

from __future__ import annotations

from typing import TYPE_CHECKING

from careerfit.report.html.template import render
from careerfit.text import Lang

if TYPE_CHECKING:
    from careerfit.report.views.people.group_in_words import SummaryView
    from careerfit.report.views.people.school_class import ClassView

GENERATOR = "careerfit class"
"""By this the page of a class is known for our own."""


def class_html(view: ClassView, lang: Lang) -> str:
    """A class at a glance, for whoever looks after it, with links to the reports beside it."""
    return _page("class.html.j2", view, lang)


def summary_html(view: SummaryView, lang: Lang) -> str:
    """What a group looks like, on one page, for somebody who doesn't know the quiz."""
    return _page("summary.html.j2", view, lang)


def _page(template: str, view: object, lang: Lang) -> str:
    return render(template, ("group.css",), lang=lang, view=view, generator=GENERATOR)
