"""A result as one HTML page to take along: self-contained, in both languages, without script or any request."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from careerfit.core.model import Facet, Item
from careerfit.core.results.result import Result
from careerfit.core.scoring import unit
from careerfit.report import blocks
from careerfit.report.blocks import Page, Paragraph, Section, Table, beside
from careerfit.report.html.template import render
from careerfit.report.views.compare import SIGNS, legend
from careerfit.report.views.lists import facet_groups
from careerfit.report.views.result.page import About, Checks, result_page
from careerfit.report.words import profile as words_profile
from careerfit.report.words import result as words
from careerfit.report.words.numbers import count, rating
from careerfit.text import LANGUAGES, Lang

FACET_ROLES = 2
"""How many roles stand beside the answers where the verdict names fewer: the leader and its runner-up."""
TWO_COLUMNS = (("why", "why_not"),)
"""Sections that stand side by side where the verdict names one role."""
FOLDED = ("next",)
"""Sections that are folded away, besides those of the full account: who holds the page need not have the program."""
LABELS = {
    "report": words.REPORT,
    "other_language": words.OTHER_LANGUAGE,
    "facets": words.FACETS,
    "facets_lead": words.FACETS_LEAD,
    "facet": words.FACET,
    "your_value": words.YOUR_VALUE,
}
"""The words that are on this page alone."""


class FacetView(NamedTuple):
    """A facet with its value (0 to 1; None without an answer), that in words, and how much each role asks for it."""

    name: str
    value: float | None
    said: str
    asked: tuple[float, ...]
    asked_words: tuple[str, ...]


class Article(NamedTuple):
    """The report in one language; ``own`` for the one that is shown first.

    ``rows`` are sections that stand side by side; ``facets`` (title → those that belong together) stand after what is
    said of how the answers were given.
    """

    lang: Lang
    own: bool
    page: Page
    rows: tuple[tuple[Section, ...], ...]
    labels: dict[str, str]
    legend: tuple[blocks.Item, ...]
    facet_roles: tuple[str, ...]
    facets: dict[str, list[FacetView]]


def result_html(result: Result, lang: Lang, options: str = "", checks: Checks = (), about: About | None = None) -> str:
    """The page of a result, in ``lang`` with the other language a link away.

    ``options`` is appended to the commands that it names (such as `` --lang en``), ``checks`` are the reality checks
    that were taken, and ``about`` says whose result it is, of which day, and what was noted of it.
    """
    pages = {one: result_page(result, one, options, checks, about) for one in LANGUAGES}
    articles = [_article(result, pages[one], one, own=one == lang) for one in sorted(LANGUAGES, key=lang.__eq__)]
    places = {"lang": lang, "articles": articles, "own": articles[-1], "signs": SIGNS, "aside": FOLDED}
    return render("report.html.j2", ("report.css",), **places)


def _article(result: Result, page: Page, lang: Lang, *, own: bool) -> Article:
    roles = [ranked.role for ranked in result.ranking[: max(FACET_ROLES, len(result.verdict.roles))]]
    sections = (*(_explained(section, result, lang) for section in page.sections), _answers(result, lang))
    return Article(
        lang=lang,
        own=own,
        page=page,
        rows=tuple(beside(sections, *(TWO_COLUMNS if len(result.verdict.roles) == 1 else ()))),
        labels={name: text.pick(lang) for name, text in LABELS.items()},
        legend=legend(lang),
        facet_roles=tuple(result.pack.role(role).name.clean(lang) for role in roles),
        facets={
            title: [_facet(result, facet, roles, lang) for facet in facets]
            for title, facets in facet_groups(result.pack, lang).items()
            if result.answers.responses
        },
    )


def _explained(section: Section, result: Result, lang: Lang) -> Section:
    """The section; before the closing note stands how to read the page, since others than the person may read it."""
    if section.key != "note":
        return section
    how = Paragraph(words.HOW_TO_READ_TEXT.say(lang, count=count(len(result.ranking), lang)))
    return section._replace(title=words.HOW_TO_READ.pick(lang), blocks=(how, *section.blocks))


def _answers(result: Result, lang: Lang) -> Section:
    """Every statement with the response as given (a dash for none) and the facet it belongs to."""
    head = tuple(text.pick(lang) for text in (words_profile.STATEMENT, words.YOUR_VALUE, words.FACET))
    table = Table(head, tuple(_answer(result, item, lang) for item in result.pack.items))
    return Section("answers", words.ALL_ANSWERS.pick(lang), (table,), full=True)


def _answer(result: Result, item: Item, lang: Lang) -> tuple[str, str, str]:
    given = result.answers.responses.get(item.key)
    label = "–" if given is None else f"{given} · {result.pack.scale[given - 1].clean(lang)}"
    facet = result.pack.facet(item.facet).name.clean(lang)
    return item.text.clean(lang), label, facet if item.keyed > 0 else f"{facet} ({words.REVERSED.pick(lang)})"


def _facet(result: Result, facet: Facet, roles: Sequence[str], lang: Lang) -> FacetView:
    value = result.rating(facet.key)
    t = result.pack.facet_index[facet.key]
    asked = tuple(result.pack.relevance[result.pack.role_index[role]][t] for role in roles)
    return FacetView(
        name=facet.name.clean(lang),
        value=None if value is None else unit(value),
        said=words.NOT_ANSWERED.pick(lang) if value is None else words.OF_FIVE.say(lang, n=rating(value, lang)),
        asked=asked,
        asked_words=tuple(words_profile.MARK_WORDS[e].pick(lang) for e in asked),
    )
