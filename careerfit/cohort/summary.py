"""What a group looks like as a whole: counts, facets and items, and nobody in particular."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from careerfit.cohort.arrays import Array, Weights, Whole, by_facet
from careerfit.cohort.responses import said
from careerfit.cohort.results import BLOCK, ERROR, Scorer
from careerfit.core.model import HIGHEST, LOWEST, VERDICTS, Pack
from careerfit.core.quality import FLAGS
from careerfit.core.scoring import NEUTRAL_RATING
from careerfit.core.small_counts import FEWEST, Told, counted, tenth, verdicts_and_leaders
from careerfit.files.frames import ROW, Read, file_at, first_taken
from careerfit.files.tables import Source
from careerfit.files.worker import Tell
from careerfit.sheets.columns import Columns, columns_of
from careerfit.sheets.heads import find_heads
from careerfit.sheets.series import numbers

LOW, HIGH = 2.5, 3.5
"""A facet's value is low below the one and high above the other, on the response scale."""
RESULTS = {"verdict", "leader", "field", "answered", "flags", ERROR}
"""The columns by which a file of results is told."""

Document = dict[str, Any]
Sums = Mapping[str, Array]


def summarise(pack: Pack, source: Source, tell: Tell, *, in_full: bool = False) -> Document:
    """The summary of a file of people, or of the results of one; those who answered nothing are only counted.

    ``people``, how many rows were ``bad``, how many more ``silent``; ``verdicts``, ``leaders``, ``flags``: counts by
    name; ``field``: the mean; ``facets``: of each how many answered, the mean from 1 to 5, and the shares that are low,
    in the middle and high; ``items``: of each how many answered, whether they vary, and the correlation with the rest
    of its facet. Of a file of results there are no ``facets`` and ``items``. What would tell of fewer than five people
    is None, unless all is asked for ``in_full``.
    """
    file = file_at(source, partial(find_heads, pack))
    known = RESULTS.issubset(file.heads)
    columns = Columns(tuple(file.heads)) if known else columns_of(pack, file.heads)
    summed = partial(_of_results, pack) if known else partial(_of_people, Scorer(pack, source.lang))

    def work(read: Read, _: Path) -> Sums:
        found: list[Sums] = []

        def taken(block: pl.DataFrame) -> pl.DataFrame:
            found.extend(map(summed, [*block.iter_slices(BLOCK)] or [block]))
            return block.select(ROW).limit(0)

        read(taken).collect(engine="streaming")
        return {name: np.sum([one[name] for one in found], axis=0) for name in found[0]}

    return _document(pack, first_taken(file, columns.names, columns.items, work, tell), 1 if in_full else FEWEST)


def _of_results(pack: Pack, rows: pl.DataFrame) -> Sums:
    """What adds up of some rows of a file of results. ``people``: them, bad and silent rows; ``verdicts``, ``leaders``,
    ``flags``: counts; ``field``: the sum.
    """
    answered = rows["answered"].cast(pl.Int64)
    people = rows.filter(answered > 0)
    flags = people["flags"].cast(pl.String).fill_null("").str.split(" ")
    return {
        "people": np.array([people.height, answered.null_count(), (answered == 0).sum()]),
        "verdicts": np.array([(people["verdict"] == kind).sum() for kind in VERDICTS]),
        "leaders": np.array([(people["leader"] == role.slug).sum() for role in pack.roles]),
        "flags": np.array([flags.list.contains(flag).sum() for flag in FLAGS]),
        "field": np.array([numbers(people["field"]).sum()]),
    }


def _of_people(scorer: Scorer, rows: pl.DataFrame) -> Sums:
    """The same of some people, and of their answers."""
    readable = rows.filter(scorer.faults(rows).is_null())
    answers = _answers(scorer.weights, said(scorer.pack, readable, scorer.lang).responses)
    return {**_of_results(scorer.pack, scorer(rows)), **answers}


def _answers(weights: Weights, responses: Whole) -> Sums:
    """What adds up of responses (I × P, 0 for unanswered). ``facets`` (4 × T): who answered, the sum of the means, how
    many are low and high; ``items`` (5 × I): who gave each response; ``pairs`` (6 × I): of whom both an item and others
    of its facet are known, the sums of 1, of the item, of the mean of the rest, and of their products.
    """
    given = responses > 0
    own = (responses - np.int8(NEUTRAL_RATING)) * weights.keyed * given
    count, total = by_facet(weights, given), by_facet(weights, own)
    answered, mean = count > 0, NEUTRAL_RATING + total / np.maximum(count, 1)
    facets = (answered, answered * mean, answered & (mean < LOW), answered & (mean > HIGH))
    items = [responses == response for response in range(LOWEST, HIGHEST + 1)]
    others = count[list(weights.facet)] - 1
    both = given & (others > 0)
    rest = both * (total[list(weights.facet)] - own) / np.maximum(others, 1)
    own = both * own
    parts = {"facets": facets, "items": items, "pairs": (both, own, rest, own * own, rest * rest, own * rest)}
    return {name: np.array([one.sum(axis=1) for one in those]) for name, those in parts.items()}


def _document(pack: Pack, sums: Sums, fewest: int) -> Document:
    people, bad, silent = (int(count) for count in sums["people"])
    names = {"verdicts": VERDICTS, "leaders": [role.slug for role in pack.roles], "flags": FLAGS}
    counts = (dict(zip(those, map(int, sums[name]), strict=True)) for name, those in names.items())
    verdicts, leaders, flags = counts
    safe: tuple[Told, ...] = (*verdicts_and_leaders(verdicts, leaders), counted(flags, people))
    told = safe if fewest > 1 else (verdicts, leaders, flags)
    is_told = people >= fewest
    return {
        "people": people + bad,
        "bad": bad,
        "silent": silent,
        **dict(zip(names, told, strict=True)),
        "field": float(sums["field"][0]) / people if is_told else None,
        "facets": _facets(pack, sums["facets"], fewest) if is_told and "facets" in sums else [],
        "items": _items(pack, sums["items"], sums["pairs"], fewest) if is_told and "items" in sums else [],
    }


def _facets(pack: Pack, sums: Array, fewest: int) -> list[Document]:
    found = []
    for facet, (answered, total, low, high) in zip(pack.facets, sums.T, strict=True):
        shares = {"low": low, "middle": answered - low - high, "high": high}
        values = {name: tenth(count, max(answered, 1)) for name, count in shares.items()}
        found.append({"facet": facet.key, **_told(answered, {"mean": total / max(answered, 1), **values}, fewest)})
    return found


def _items(pack: Pack, given: Array, pairs: Array, fewest: int) -> list[Document]:
    n, own, rest, owns, rests, both = pairs.astype(float)
    spread = np.sqrt((n * owns - own**2) * (n * rests - rest**2))
    correlation = np.divide(n * both - own * rest, spread, out=np.full(len(n), np.nan), where=spread > 0)
    found = []
    for item, responses, r in zip(pack.items, given.T, correlation, strict=True):
        values = {"varies": bool((responses > 0).sum() > 1), "rest": None if np.isnan(r) else float(r)}
        found.append({"item": item.key, **_told(responses.sum(), values, fewest)})
    return found


def _told(answered: float, values: Document, fewest: int) -> Document:
    """What is told of a facet or an item: nothing where fewer people answered it."""
    said = {"answered": int(answered), **values}
    return said if answered >= fewest else dict.fromkeys(said)
