"""A reference group out of a cohort: what its people typically answer, so told that nobody in it can be worked out.

A mean tells of one person by at most ``4 / n``. Means and spreads are rounded to steps of at least twice that, so that
whoever is added, left out or replaced moves a figure by at most one step, and mostly by none.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from careerfit.core.model import LEAST_GROUP, SPAN, Pack
from careerfit.errors import DataError, Problem
from careerfit.text import Text
from careerfit.validation.members import Truth, Whole, facet_means, keyed, places_of

FINEST = 0.1
MOST_TOLD = 5

TOO_FEW = Text(
    "Kelompok rujukan perlu paling sedikit {least} jawaban untuk tiap butir; di sini paling sedikit {count}. Tidak ada "
    "yang ditulis.",
    "A reference group needs at least {least} answers to each item; here the fewest are {count}. Nothing was written.",
)
ITEM = Text("{item}: {count} jawaban", "{item}: {count} answer{count_s}")
MORE = Text("dan {count} butir lain", "and {count} more item{count_s}")


class Typical(NamedTuple):
    """What people typically answer to a facet, from 1 to 5: how many ``people``, their ``mean``, and the ``sd`` between
    them.
    """

    people: int
    mean: float
    sd: float


class Norms(NamedTuple):
    """A reference group of so many ``people``, facet by facet in the pack's order, rounded to steps of
    ``rounded_to``.
    """

    people: int
    rounded_to: float
    facets: tuple[Typical, ...]


def norms(pack: Pack, responses: Whole, doubtful: Truth) -> Norms:
    """The reference group that people make (responses I × P, a column a person), without those whose answers are
    ``doubtful`` (P).

    Raises ``DataError`` where an item has fewer than 30 answers.
    """
    careful = responses[:, ~doubtful]
    given = keyed(pack, careful)
    counts = (given > 0).sum(axis=1)
    _refuse_few(pack, [int(count) for count in counts])
    step = rounded_to(int(counts.min()))
    means = given.sum(axis=1, dtype=float) / counts
    persons = facet_means(pack, careful)
    facets = tuple(
        Typical(
            people=int(counts[places].min()),
            mean=_rounded(float(means[places].mean()), step),
            sd=_rounded(float(np.nanstd(persons[t], ddof=1)), step),
        )
        for t, places in enumerate(places_of(pack))
    )
    return Norms(careful.shape[1], step, facets)


def rounded_to(people: int) -> float:
    """The steps to which the figures of so many people are rounded: at least twice what one of them moves a mean by."""
    return max(FINEST, math.ceil(10 * 2 * SPAN / people - 1e-9) / 10)


def _rounded(value: float, step: float) -> float:
    return round(round(value / step) * step, 1)


def _refuse_few(pack: Pack, counts: Sequence[int]) -> None:
    few = [(item.key, count) for item, count in zip(pack.items, counts, strict=True) if count < LEAST_GROUP]
    if not few:
        return
    told = [Problem("", ITEM.fill(item=key, count=count)) for key, count in few[:MOST_TOLD]]
    if len(few) > MOST_TOLD:
        told.append(Problem("", MORE.fill(count=len(few) - MOST_TOLD)))
    raise DataError(TOO_FEW.fill(least=LEAST_GROUP, count=min(count for _, count in few)), told)


def norms_yaml(pack: Pack, found: Norms, made: str) -> str:
    """The file of a reference group, made on that day (ISO 8601), as ``--norms`` and packs take it."""
    facets = "".join(
        f"  {facet.key}: {{people: {one.people}, mean: {one.mean}, sd: {one.sd}}}\n"
        for facet, one in zip(pack.facets, found.facets, strict=True)
    )
    return (
        "# careerfit norms: jawaban khas satu kelompok, 1 sampai 5, dibulatkan; tidak ada perorangan di dalamnya.\n"
        "# What a group typically answers, from 1 to 5, rounded; nobody in particular is in it.\n"
        f'pack: {pack.name}\nfingerprint: "{pack.fingerprint}"\nmade: "{made}"\npeople: {found.people}\n'
        f"rounded_to: {found.rounded_to}\nfacets:\n{facets}"
    )
