"""Results as CSV has them: no cell is a formula or steers a terminal, and numbers are as short as they may be."""

from __future__ import annotations

import ibis
from ibis.expr.types import Table

from careerfit.cohort.job import ERROR, ID
from careerfit.cohort.vectors import Column
from careerfit.core.scoring import DECIMALS

HARMLESS = "^[0-9A-Za-z_][0-9A-Za-z_.@ -]*$"
FORMULA = r"^ *[=+\-@]"
UNSEEN = r"[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]"
PLACES = f"decimal({3 + DECIMALS}, {DECIMALS})"
"""Numbers up to 100 with the decimals that scores compare at: written in half the time of seventeen digits."""


def for_csv(results: Table) -> Table:
    """Results as CSV has them.

    Texts that are not our own have no characters that are not seen, and a quote before what would be a formula.
    """
    texts = {name: _safe(results[name]) for name in (ID, ERROR) if results[name].type().is_string()}
    numbers = {name: results[name].cast(PLACES) for name in results.columns if results[name].type().is_floating()}
    return results.mutate(**texts, **numbers)


def _safe(text: Column) -> Column:
    """Most texts are told to be harmless at a glance."""
    clean = text.re_replace(UNSEEN, "")
    quoted = ibis.ifelse(clean.re_search(FORMULA), ibis.literal("'").concat(clean), clean)
    return ibis.ifelse(text.re_search(HARMLESS), text, quoted)
