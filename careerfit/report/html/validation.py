"""A study of people whose role is known as one HTML page: figures beside their tables, both languages, no script."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from careerfit.core.model import Pack
from careerfit.report.blocks import Page
from careerfit.report.html.template import render
from careerfit.report.views.validation.brief import brief_page
from careerfit.report.views.validation.cells import FEW, is_told, middle, share
from careerfit.report.views.validation.page import validation_page
from careerfit.report.words import validation as words
from careerfit.report.words.result import OTHER_LANGUAGE
from careerfit.text import LANGUAGES, Lang, Text

SIDE, MARGIN = 200, 34
"""The side of a diagram from 0 to 100 %, and the room for its numbers."""
ROW, WIDTH = 30, 360
LABELS = {
    "other_language": OTHER_LANGUAGE,
    "diagram": Text(
        "Diagram keandalan: mendatar, peluang yang ditampilkan; tegak, berapa yang benar, dengan selang 95 %. Garis "
        "miring: benar sesering yang ditampilkan. Angkanya ada di tabel.",
        "Reliability diagram: across, the probability shown; upward, how many were right, with 95 % intervals. On the "
        "slant, it is right as often as it says. The table holds the figures.",
    ),
    "forest": Text(
        "Bagian yang perannya di tempat pertama, dengan selang 95 %; garis putus-putus: undian. Angkanya ada di tabel.",
        "The share whose role came first, with 95 % intervals; dashed: by lot. The table holds the figures.",
    ),
}
"""The words that are on this page alone."""


class Mark(NamedTuple):
    """A point of a figure with the ends of its interval, all in its own units; ``grey`` where there are too few."""

    at: float
    value: float
    low: float
    high: float
    grey: bool
    label: str


class Article(NamedTuple):
    """The page in one language; ``own`` for the one that is shown first. ``forest`` and ``diagram`` are its figures."""

    lang: Lang
    own: bool
    page: Page
    labels: Mapping[str, str]
    forest: tuple[Mark, ...]
    diagram: tuple[Mark, ...]


def validation_html(pack: Pack, study: Mapping[str, Any], lang: Lang, *, brief: bool) -> str:
    """The page of a study, in ``lang`` with the other language a link away: in full, or ``brief`` for lay readers."""
    make = brief_page if brief else validation_page
    articles = [
        Article(
            lang=one,
            own=one == lang,
            page=make(pack, study, one),
            labels={name: text.pick(one) for name, text in LABELS.items()},
            forest=_forest(pack, study, one) if study["told"] and not brief else (),
            diagram=_diagram(study) if study["told"] and not brief else (),
        )
        for one in sorted(LANGUAGES, key=lang.__eq__)
    ]
    return render(
        "validation.html.j2",
        ("report.css", "validation.css"),
        lang=lang,
        articles=articles,
        own=articles[-1],
        chance=study["recovery"]["chance"]["first"] if study["told"] else 0.0,
        side=SIDE,
        margin=MARGIN,
        row=ROW,
        width=WIDTH,
        few=FEW,
    )


def _forest(pack: Pack, study: Mapping[str, Any], lang: Lang) -> tuple[Mark, ...]:
    """A line a role, and one for all of them."""
    whole = study["recovery"]["first"]
    rows = [(words.MEMBERS.pick(lang), whole, True)]
    rows += [
        (pack.role(row["role"]).name.clean(lang), row["first"], row["enough"])
        for row in study["recovery"]["per_role"]
        if is_told(row["first"])
    ]
    return tuple(
        Mark(n, middle(one), one["low"], one["high"], not enough, f"{name}: {share(one, lang, 0)}")
        for n, (name, one, enough) in enumerate(rows)
    )


def _diagram(study: Mapping[str, Any]) -> tuple[Mark, ...]:
    return tuple(
        Mark(one["shown"], middle(one), one["low"], one["high"], one["of"] < FEW, "")
        for one in study["calibration"]["tenths"]
    )
