"""Results, lists and the history as CSV, for spreadsheets: plain numbers, and no cell that a spreadsheet could run."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from io import StringIO
from operator import itemgetter
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar, cast

from careerfit.core.model import Pack
from careerfit.core.results.json_documents import Document, facets_document, questions_document, roles_document, utc
from careerfit.core.scoring import Ranked
from careerfit.text import Lang, safe_cell

if TYPE_CHECKING:
    from careerfit.core.results.attempt import Attempt
    from careerfit.core.results.result import Result
    from careerfit.core.results.retake import Difference, Shift

T = TypeVar("T")
Cell: TypeAlias = str | int | float | bool | None
Columns: TypeAlias = Mapping[str, Callable[[T], Cell]]
"""The head of each column, and what stands in it for one thing."""


def result_csv(result: Result, lang: Lang) -> str:
    """A row a role, best first: place, score, probability, verdict, and the points of every facet, unrounded."""
    columns: Columns[Ranked] = {
        "rank": lambda ranked: ranked.rank,
        "role": lambda ranked: ranked.role,
        "name": lambda ranked: ranked.name.pick(lang),
        "score": lambda ranked: ranked.score,
        "probability": lambda ranked: ranked.probability,
        "verdict": lambda _: result.verdict.kind,
        "named": lambda ranked: ranked.role in result.verdict.roles,
        "field": lambda _: result.field.score,
        "answered": lambda _: result.quality.answered,
        "of": lambda _: result.quality.total,
        "flags": lambda _: " ".join(result.quality.flags),
        "code": lambda _: result.code,
        **{f"points_{facet.key}": _points(facet.key) for facet in result.pack.facets},
        "points_unanswered": lambda ranked: ranked.unanswered,
    }
    return csv_text(columns, result.ranking)


def roles_csv(pack: Pack, lang: Lang) -> str:
    """A row a role: slug, name, and the keys of the facets that set it apart most."""
    return _list_csv(roles_document(pack, lang), "roles")


def questions_csv(pack: Pack, lang: Lang) -> str:
    """A row an item, with its relevance for every role."""
    return _list_csv(questions_document(pack, lang), "items")


def facets_csv(pack: Pack, lang: Lang) -> str:
    """A row a facet, with the keys of its items."""
    return _list_csv(facets_document(pack, lang), "facets")


def _list_csv(document: Document, key: str) -> str:
    """The list that stands under a key of a document, its rows under the same names as there."""
    rows = [dict(_cells(row)) for row in cast("list[Document]", document[key])]
    return csv_text({name: itemgetter(name) for name in rows[0]}, rows)


def _cells(row: Document) -> Iterator[tuple[str, Any]]:
    """The cells of a row: a mapping in it is a cell a key, a list is one cell."""
    for name, value in row.items():
        if isinstance(value, dict):
            yield from ((f"{name}_{key}", one) for key, one in value.items())
        else:
            yield name, "; ".join(value) if isinstance(value, list) else value


ATTEMPT: Columns[Attempt] = {
    "number": lambda attempt: attempt.number,
    "started": lambda attempt: utc(attempt.started),
    "finished": lambda attempt: utc(attempt.finished),
    "mode": lambda attempt: attempt.mode,
    "lang": lambda attempt: attempt.lang,
    "note": lambda attempt: attempt.note,
    "pack": lambda attempt: attempt.pack.name,
    "version": lambda attempt: attempt.pack.version,
    "fingerprint": lambda attempt: attempt.pack.fingerprint,
    "verdict": lambda attempt: attempt.verdict,
    "leader": lambda attempt: attempt.leader.role,
    "probability": lambda attempt: attempt.shown.probability,
    "answered": lambda attempt: len(attempt.answers),
    "fast": lambda attempt: attempt.fast,
}


def attempts_csv(attempts: Sequence[Attempt]) -> str:
    """A row a saved attempt."""
    return csv_text(ATTEMPT, attempts)


def export_csv(attempts: Sequence[Attempt]) -> str:
    """A row a saved attempt, with what was answered: a column an item.

    Duels stand as preferred>other; ``seconds`` is what all timed items took together.
    """
    columns: Columns[Attempt] = {
        **ATTEMPT,
        "code": lambda attempt: attempt.shown.code,
        "duels": lambda attempt: " ".join(f"{duel.preferred}>{duel.other}" for duel in attempt.duels),
        "seconds": lambda attempt: round(sum(attempt.seconds.values()), 1) if attempt.seconds else None,
        **{key: _answer(key) for attempt in attempts for key in attempt.answers},
    }
    return csv_text(columns, attempts)


def difference_csv(found: Difference) -> str:
    """A row a role and a facet, and one for field fit: how it went from one attempt to the other."""
    moves = [("field", "", found.field), *(("role", one.role, one.score) for one in found.roles)]
    moves += [("facet", one.facet, one.shift) for one in found.facets]
    columns: Columns[tuple[str, str, Shift]] = {
        "kind": lambda one: one[0],
        "key": lambda one: one[1],
        "first": lambda one: one[2].first,
        "second": lambda one: one[2].second,
        "difference": lambda one: one[2].by,
        "sd": lambda one: one[2].sd,
        "z": lambda one: one[2].z,
        "changed": lambda one: one[2].changed,
    }
    return csv_text(columns, moves)


def csv_text(columns: Columns[T], things: Iterable[T]) -> str:
    """A row a thing under the names of the columns, every text a safe one."""
    target = StringIO()
    writer = csv.writer(target, lineterminator="\n")
    writer.writerow(map(safe_cell, columns))
    writer.writerows([_cell(cell(thing)) for cell in columns.values()] for thing in things)
    return target.getvalue()


def _cell(cell: Cell) -> str:
    """Numbers stay numbers, also negative ones; truth is true or false, and nothing is an empty cell."""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if cell is None:
        return ""
    return safe_cell(cell) if isinstance(cell, str) else repr(cell)


def _points(facet: str) -> Callable[[Ranked], Cell]:
    return lambda ranked: next((part.points for part in ranked.contributions if part.facet == facet), None)


def _answer(key: str) -> Callable[[Attempt], Cell]:
    return lambda attempt: attempt.answers.get(key)
