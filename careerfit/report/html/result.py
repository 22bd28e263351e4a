"""A result as one HTML page to take along: self-contained, in both languages, without script or any request."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from careerfit.core.result import Result
from careerfit.report.views.answers import AnswerView, FacetGroup, answer_views, facet_groups
from careerfit.report.views.compare import SIGNS
from careerfit.report.views.result import ResultView, result_view
from careerfit.report.words import profile as words_profile
from careerfit.report.words import report as words_report
from careerfit.report.words import result as words
from careerfit.report.words.result import count
from careerfit.text import LANGUAGES, Lang, Text

if TYPE_CHECKING:
    from jinja2 import Environment, Template

FACET_ROLES = 2
"""How many roles stand beside the answers where the verdict names fewer: the leader and its runner-up."""


@dataclass(frozen=True, slots=True)
class Article:
    """The report in one language; ``own`` for the one that is shown first."""

    lang: Lang
    own: bool
    view: ResultView
    labels: dict[str, str]
    how_to_read: str
    facet_roles: tuple[str, ...]
    facets: tuple[FacetGroup, ...]
    answers: tuple[AnswerView, ...]


def result_html(
    result: Result, lang: Lang, options: str = "", reality: Sequence[tuple[str, Sequence[bool | None]]] = ()
) -> str:
    """The page, in ``lang`` with the other language a link away; ``options`` and ``reality`` as in ``result_view``."""
    others = [other for other in LANGUAGES if other != lang]
    articles = [_article(result, one, options, reality, own=one == lang) for one in (*others, lang)]
    style = _style()
    return _template().render(lang=lang, articles=articles, own=articles[-1], style=style, style_hash=_hash(style))


def _article(
    result: Result, lang: Lang, options: str, reality: Sequence[tuple[str, Sequence[bool | None]]], *, own: bool
) -> Article:
    named = result.verdict.roles or tuple(ranked.role for ranked in result.ranking)
    roles = [ranked.role for ranked in result.ranking if ranked.role in named or len(named) < FACET_ROLES]
    roles = roles[: max(FACET_ROLES, len(result.verdict.roles))]
    return Article(
        lang=lang,
        own=own,
        view=result_view(result, lang, options, reality),
        labels=_labels(lang),
        how_to_read=words_report.HOW_TO_READ_TEXT.say(lang, count=count(len(result.ranking), lang)),
        facet_roles=tuple(result.pack.role(role).name.clean(lang) for role in roles),
        facets=facet_groups(result, roles, lang),
        answers=answer_views(result, lang),
    )


def _labels(lang: Lang) -> dict[str, str]:
    """Every word of the result and the profile by its name, in one language."""
    named = {**vars(words_profile), **vars(words), **vars(words_report)}
    return {name: text.pick(lang) for name, text in named.items() if isinstance(text, Text)}


def _fill(pattern: str, **places: object) -> str:
    """A sentence with its places filled, for use in the template."""
    return pattern.format(**places)


@lru_cache(maxsize=1)
def _template() -> Template:
    return _environment().get_template("report.html.j2")


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("careerfit.report.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["fill"] = _fill
    environment.globals["signs"] = SIGNS
    return environment


@lru_cache(maxsize=1)
def _style() -> str:
    return files("careerfit.report.html").joinpath("templates/report.css").read_text(encoding="utf-8")


def _hash(style: str) -> str:
    """The style's digest as a Content-Security-Policy names it."""
    return base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
