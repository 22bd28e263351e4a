"""Results as cells that no spreadsheet takes for a formula and no terminal for a command."""

from __future__ import annotations

import ibis
from ibis.expr.types import Table

from careerfit.cohort.cells import ERROR
from careerfit.cohort.job import ID
from careerfit.cohort.linear import Column

FORMULA = r"^ *[=+\-@]"
UNSEEN = "[\x00-\x1f\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"


def safe_texts(results: Table) -> Table:
    """Results whose texts that are not our own have no characters that are not seen, and a quote before a formula."""
    columns = {name: _safe(results[name]) for name in (ID, ERROR) if results[name].type().is_string()}
    return results.mutate(**columns)


def _safe(text: Column) -> Column:
    clean = ibis.ifelse(text.re_search(UNSEEN), text.re_replace(UNSEEN, ""), text)
    return ibis.ifelse(clean.re_search(FORMULA), ibis.literal("'").concat(clean), clean)
