"""What a group looks like as a whole: counts, facets and items, and nobody in particular."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import ibis
from duckdb import DuckDBPyConnection
from ibis.expr.types import Table

from careerfit.cohort import duck
from careerfit.cohort.cells import MIDDLE, is_bad, value, with_values
from careerfit.cohort.faults import engine_fault
from careerfit.cohort.job import ERROR, form_of
from careerfit.cohort.reading import literal, people_in, quoted, view
from careerfit.cohort.scorer import scored
from careerfit.cohort.sql import duckdb_sql, table_of
from careerfit.cohort.vectors import Column, added, number
from careerfit.cohort.withheld import FEWEST, counted, divided, tenth
from careerfit.core.model import Facet, Item, Pack

VERDICTS = ("clear", "tie", "unclear", "misfit")
FLAGS = ("long_run", "inconsistent")
LOW, HIGH = 2.5, 3.5
"""A facet's value is low below the one and high above the other, on the response scale."""

Document = dict[str, Any]


def summarise(pack: Pack, source: str, name: str, folder: str, tell: Callable[[float], None]) -> Document:
    """The summary of a file of people, or of the results of one; see ``withheld`` for what is left out of it.

    ``people``, and how many rows were ``bad``; ``verdicts``, ``leaders``, ``flags``: counts by name; ``field``: the
    mean; ``facets``: of each how many answered, the mean from 1 to 5, and the shares that are low, in the middle and
    high; ``items``: of each how many answered, whether they vary, and the correlation with the rest of its facet.
    Of a file of results there are no ``facets`` and ``items``.
    """
    path = Path(source)
    with duck.connected(Path(folder), [path]) as connection, engine_fault(name):
        results = _results_in(connection, path)
        if results is not None:
            return _counts(pack, _row(connection, _counting(pack, results), tell)) | {"facets": [], "items": []}
        _, readings = people_in(pack, connection, path, name)
        return duck.first_sound(readings, lambda rows, _: _whole(pack, connection, table_of(rows), tell))


def _results_in(connection: DuckDBPyConnection, path: Path) -> Table | None:
    """The rows of a file of results; None where it is none."""
    if path.stat().st_size == 0:
        return None
    read = {"csv": "read_csv", "parquet": "read_parquet", "jsonl": "read_json"}[form_of(path.name)]
    table = table_of(view(connection, f"{read}({quoted(literal(path))})", "results"))
    return table if {"verdict", "leader", "flags", ERROR, "field"} <= set(table.columns) else None


def _whole(pack: Pack, connection: DuckDBPyConnection, rows: Table, tell: Callable[[float], None]) -> Document:
    counts = _row(connection, _counting(pack, scored(pack, rows)), lambda share: tell(share / 2))
    people = with_values(pack, rows)
    sound = people.filter(~is_bad(pack, people).fill_null(ibis.literal(value=False)))
    answers = _row(connection, _answering(pack, sound), lambda share: tell(0.5 + share / 2))
    document = _counts(pack, counts)
    enough = document["people"] - document["bad"] >= FEWEST
    document["facets"] = [_facet(facet, answers) for facet in pack.facets] if enough else []
    document["items"] = [_item(item, answers) for item in pack.items] if enough else []
    return document


def _row(connection: DuckDBPyConnection, table: Table, tell: Callable[[float], None]) -> Mapping[str, Any]:
    """The only row of an aggregate."""
    with duck.watched(connection, tell):
        found = connection.execute(duckdb_sql(table))
        return dict(zip((column[0] for column in found.description), found.fetchone() or (), strict=True))


def _counting(pack: Pack, results: Table) -> Table:
    found = {"people": results.count(), "bad": results[ERROR].notnull().sum()}
    found["field"] = results["field"].cast("float64").mean()
    found |= {f"verdict {kind}": (results["verdict"] == kind).sum() for kind in VERDICTS}
    found |= {f"leader {role.slug}": (results["leader"] == role.slug).sum() for role in pack.roles}
    found |= {f"flag {flag}": results["flags"].cast("string").contains(flag).sum() for flag in FLAGS}
    return results.aggregate(**found)


def _counts(pack: Pack, row: Mapping[str, Any]) -> Document:
    people, bad = int(row["people"]), int(row["bad"] or 0)
    sound = people - bad

    def named(what: str, names: tuple[str, ...]) -> dict[str, int]:
        return {name: int(row[f"{what} {name}"] or 0) for name in names}

    return {
        "people": people,
        "bad": bad,
        "verdicts": divided(named("verdict", VERDICTS), sound),
        "leaders": divided(named("leader", tuple(role.slug for role in pack.roles)), sound),
        "flags": counted(named("flag", FLAGS), sound),
        "field": row["field"] if sound >= FEWEST else None,
    }


def _answering(pack: Pack, people: Table) -> Table:
    """For each facet and each item what is said of it, as one row."""
    found: dict[str, Column] = {}
    for facet in pack.facets:
        keyed = added([_own(people, item) for item in facet.items])
        answered = added([people[value(item.key)].notnull().cast("float64") for item in facet.items])
        mean = keyed / answered.nullif(number(0.0)) + MIDDLE
        found[f"{facet.key} answered"] = (answered > 0).sum()
        found[f"{facet.key} mean"] = mean.mean()
        found[f"{facet.key} low"] = (mean < LOW).sum()
        found[f"{facet.key} high"] = (mean > HIGH).sum()
        for item in facet.items:
            found |= _item_columns(people, item, keyed, answered)
    return people.aggregate(**found)


def _own(people: Table, item: Item) -> Column:
    """A keyed response less the middle of the scale; 0 where unanswered."""
    away = (people[value(item.key)].cast("float64") - MIDDLE) * float(item.keyed)
    return away.fill_null(number(0.0))


def _item_columns(people: Table, item: Item, keyed: Column, answered: Column) -> dict[str, Column]:
    given = people[value(item.key)]
    own = _own(people, item)
    both = given.notnull() & (answered > 1)
    rest = (keyed - own) / (answered - 1.0).nullif(number(0.0))
    return {
        f"{item.key} answered": given.count(),
        f"{item.key} varies": given.min() < given.max(),
        f"{item.key} rest": own.corr(rest, where=both, how="pop"),
    }


def _facet(facet: Facet, row: Mapping[str, Any]) -> Document:
    answered, low, high = (int(row[f"{facet.key} {what}"] or 0) for what in ("answered", "low", "high"))
    enough = answered >= FEWEST
    shares = {"low": low, "middle": answered - low - high, "high": high}
    return {
        "facet": facet.key,
        "answered": answered if enough else None,
        "mean": row[f"{facet.key} mean"] if enough else None,
        **{name: tenth(count, answered) if enough else None for name, count in shares.items()},
    }


def _item(item: Item, row: Mapping[str, Any]) -> Document:
    answered, rest = int(row[f"{item.key} answered"]), row[f"{item.key} rest"]
    enough = answered >= FEWEST
    return {
        "item": item.key,
        "answered": answered if enough else None,
        "varies": bool(row[f"{item.key} varies"]) if enough else None,
        "rest": rest if enough and rest is not None and math.isfinite(rest) else None,
    }
