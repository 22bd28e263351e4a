"""Everybody in a file of people at once, for commands that look at all of them together: answers, results, columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from careerfit.errors import Problem, UsageError, did_you_mean
from careerfit.text import Text, escape

if TYPE_CHECKING:
    import polars as pl

    from careerfit.cli.settings import Settings
    from careerfit.cohort.results import Scorer
    from careerfit.core.model import Pack
    from careerfit.files.tables import Source
    from careerfit.files.worker import Tell

T = TypeVar("T")
NO_COLUMN = Text("Tidak ada kolom '{head}' di file ini.{hint}", "This file has no column '{head}'.{hint}")
THERE_ARE = Text("Kolom selain butir: {heads}.", "Columns that are no items: {heads}.")
MOST_TOLD = 12
BLOCK = 20_000
"""So many people at a time, as ``cohort`` has it."""
KEPT = ("scores", "probabilities", "kind", "named", "flags")
"""What is kept of the kernel's results."""


class Label(NamedTuple):
    """What a column says: its different ``texts``, and for everybody the place of theirs in them (−1 for none)."""

    texts: tuple[str, ...]
    places: Any


class Everybody(NamedTuple):
    """People who answered anything: ``responses`` and what the kernel found of them, by its own names, and one label
    for each column that was asked for. ``bad``: rows that can't be read.
    """

    found: dict[str, Any]
    labels: tuple[Label, ...]
    bad: int


Work = Callable[["Pack", Everybody], T]


def of_everybody(settings: Settings, pack: Pack, file: str, heads: Sequence[str], work: Work[T], tell: Tell) -> T:
    """What ``work`` makes of everybody in a file, in a process of its own; ``heads`` are columns that it needs.

    Raises ``UsageError`` for a column that there is not, and what ``cohort`` raises.
    """
    from careerfit.cohort.run import supervise

    result: T = supervise(_work, (pack, tuple(heads), work), file, settings.lang, tell)
    return result


def _work(pack: Pack, heads: Sequence[str], work: Work[T], source: Source, tell: Tell) -> T:
    return work(pack, gather(pack, heads, source, tell))


def gather(pack: Pack, heads: Sequence[str], source: Source, tell: Tell) -> Everybody:
    """Everybody in a file, with the columns of these heads."""
    from functools import partial

    from careerfit.cohort.results import Scorer
    from careerfit.files.frames import ROW, file_at, first_taken
    from careerfit.sheets.columns import columns_of
    from careerfit.sheets.heads import find_heads

    file, scorer = file_at(source, partial(find_heads, pack)), Scorer(pack, source.lang)
    columns = columns_of(pack, file.heads)
    others = [head for head, name in zip(file.heads, columns.names, strict=True) if name not in columns.items]
    wanted = [columns.names[_place(head, file.heads, others)] for head in heads]

    def everybody(read: Callable[[Callable[[pl.DataFrame], pl.DataFrame]], pl.LazyFrame], _: object) -> list[Any]:
        blocks: list[Any] = []

        def taken(rows: pl.DataFrame) -> pl.DataFrame:
            blocks.extend(_block(scorer, block, wanted) for block in rows.iter_slices(BLOCK))
            return rows.select(ROW).limit(0)

        read(taken).collect(engine="streaming")
        return blocks

    return _joined(pack, first_taken(file, columns.names, columns.items, everybody, tell), len(heads))


def _place(head: str, heads: Sequence[str], others: Sequence[str]) -> int:
    """The place of a column by its head; case and blanks around it don't matter."""
    plain = [one.strip().casefold() for one in heads]
    if head.strip().casefold() in plain:
        return plain.index(head.strip().casefold())
    named = ", ".join(escape(one) for one in others[:MOST_TOLD])
    problems = [Problem("", THERE_ARE.fill(heads=named))] if named else []
    raise UsageError(NO_COLUMN.fill(head=escape(head), hint=did_you_mean(head, list(others))), problems)


def _block(scorer: Scorer, rows: pl.DataFrame, wanted: Sequence[str]) -> tuple[Any, ...]:
    from careerfit.cohort.kernel import score
    from careerfit.cohort.responses import said
    from careerfit.sheets.series import text

    faults = scorer.faults(rows)
    readable = rows if faults.null_count() == rows.height else rows.filter(faults.is_null())
    told = said(scorer.pack, readable, scorer.lang)
    found = score(scorer.weights, told.responses, told.duels)
    kept = {"responses": told.responses, **{name: getattr(found, name) for name in KEPT}}
    labels = [text(readable[name]).str.strip_chars() for name in wanted]
    some = found.answered > 0
    if not some.all():
        kept = {name: values[..., some] for name, values in kept.items()}
        labels = [label.filter(some) for label in labels]
    return kept, labels, rows.height - readable.height


def _joined(pack: Pack, blocks: Sequence[Any], labels: int) -> Everybody:
    import numpy as np
    import polars as pl

    if not blocks:
        blocks = [_nobody(pack, labels)]
    found = {name: np.concatenate([block[0][name] for block in blocks], axis=-1) for name in blocks[0][0]}
    columns = [pl.concat([block[1][n].cast(pl.String) for block in blocks]) for n in range(labels)]
    return Everybody(found, tuple(map(_label, columns)), sum(block[2] for block in blocks))


def _nobody(pack: Pack, labels: int) -> tuple[Any, ...]:
    import numpy as np
    import polars as pl

    from careerfit.cohort.arrays import weights_of
    from careerfit.cohort.kernel import score

    responses = np.zeros((len(pack.items), 0), np.int8)
    nobody = score(weights_of(pack), responses)
    return (
        {"responses": responses, **{name: getattr(nobody, name) for name in KEPT}},
        [pl.Series([], dtype=pl.String)] * labels,
        0,
    )


def _label(cells: pl.Series) -> Label:
    import polars as pl

    texts = [one for one in cells.unique(maintain_order=True).to_list() if one]
    places = cells.replace_strict(dict(zip(texts, range(len(texts)), strict=True)), default=-1, return_dtype=pl.Int64)
    return Label(tuple(texts), places.fill_null(-1).to_numpy())
