"""Between Ibis' expressions and an engine's SQL."""

from __future__ import annotations

from typing import Any

import ibis
from ibis.backends.sql.datatypes import DuckDBType
from ibis.expr.types import Table

from careerfit.cohort.job import Form
from careerfit.cohort.output import for_csv
from careerfit.cohort.reading import View
from careerfit.cohort.scorer import scored
from careerfit.core.model import Pack


def scoring_sql(pack: Pack, people: View, form: Form, *, whole: bool) -> str:
    """The embedded engine's query for the results of the people in a view, as a file of that form has them.

    ``whole`` as ``scorer.scored`` has it.
    """
    results = scored(pack, table_of(people), whole=whole)
    return duckdb_sql(for_csv(results) if form == "csv" else results)


def table_of(view: View) -> Table:
    """A view of the embedded engine as a table to build expressions on."""
    return ibis.table({column: DuckDBType.from_string(kind) for column, kind in view.columns.items()}, view.name)


def duckdb_sql(table: Table) -> str:
    """An expression as the embedded engine's SQL."""
    return layered_sql(ibis.duckdb, table)


def layered_sql(backend: Any, table: Table) -> str:
    """An expression as SQL that keeps its layers: merged into one, they would repeat what they share."""
    before = ibis.options.sql.fuse_selects
    ibis.options.sql.fuse_selects = False
    try:
        return str(backend.compile(table))
    finally:
        ibis.options.sql.fuse_selects = before
