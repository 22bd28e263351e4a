"""Results and lists as CSV, for spreadsheets: plain numbers, and no cell that a spreadsheet could run."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from careerfit.core.document import distinctive
from careerfit.core.explain import MARKS_MOST
from careerfit.core.model import Pack
from careerfit.core.result import Result
from careerfit.core.scoring import Ranked
from careerfit.text import Lang, clean

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins with one of these for a formula."""

Cell = str | int | float | bool | None


def result_csv(result: Result, lang: Lang) -> str:
    """A row a role, best first: place, score, probability, verdict, and the points of every facet, unrounded."""
    head = [
        *(
            "rank",
            "role",
            "name",
            "score",
            "probability",
            "verdict",
            "named",
            "field",
            "answered",
            "of",
            "flags",
            "code",
        ),
        *(f"points_{facet.key}" for facet in result.pack.facets),
        "points_unanswered",
    ]
    return csv_text(head, [_result_row(result, ranked, lang) for ranked in result.ranking])


def roles_csv(pack: Pack, lang: Lang) -> str:
    """A row a role: slug, name, and the keys of the facets that set it apart most."""
    rows = [(role.slug, role.name.clean(lang), "; ".join(distinctive(pack, role)[:MARKS_MOST])) for role in pack.roles]
    return csv_text(["role", "name", "distinctive"], rows)


def questions_csv(pack: Pack, lang: Lang) -> str:
    """A row an item, with its relevance for every role."""
    head = ["key", "facet", "family", "kind", "keyed", "shared", "text", *(f"relevance_{r.slug}" for r in pack.roles)]
    rows: list[list[Cell]] = []
    for item in pack.items:
        facet = pack.facet(item.facet)
        column = [row[pack.facet_index[item.facet]] for row in pack.relevance]
        known = (item.key, facet.key, facet.family, facet.kind, item.keyed, facet.key in pack.shared)
        rows.append([*known, item.text.clean(lang), *column])
    return csv_text(head, rows)


def _result_row(result: Result, ranked: Ranked, lang: Lang) -> list[Cell]:
    points = {c.facet: c.points for c in ranked.contributions}
    return [
        ranked.rank,
        ranked.role,
        ranked.name.clean(lang),
        ranked.score,
        ranked.probability,
        result.verdict.kind,
        ranked.role in result.verdict.roles,
        result.field.score,
        result.quality.answered,
        result.quality.total,
        " ".join(result.quality.flags),
        result.code,
        *(points.get(facet.key) for facet in result.pack.facets),
        ranked.unanswered,
    ]


def safe_cell(text: str) -> str:
    """A text as a cell: cleaned, and with a quote before it where it would be taken for a formula."""
    formula = text.lstrip(" ").startswith(FORMULA)
    return f"'{clean(text)}" if formula or clean(text).lstrip(" ").startswith(FORMULA) else clean(text)


def csv_text(head: Sequence[str], rows: Iterable[Iterable[Cell]]) -> str:
    """Rows of cells as CSV, every text a safe one."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow([safe_cell(name) for name in head])
    writer.writerows([_cell(cell) for cell in row] for row in rows)
    return target.getvalue()


def _cell(cell: Cell) -> str:
    """Numbers stay numbers, also negative ones; truth is true or false, and nothing is an empty cell."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if cell is None:
        return ""
    return safe_cell(cell) if isinstance(cell, str) else repr(cell)
