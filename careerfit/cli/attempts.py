"""Between the history and the reports: saved attempts as reports take them, and as answers to this pack."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

from careerfit.cli.context import Settings
from careerfit.cli.errors import tell
from careerfit.cli.saving import answers_of
from careerfit.core.model import DuelAnswer, Pack, VerdictKind
from careerfit.core.quality import fast
from careerfit.core.result import Result, evaluate
from careerfit.errors import UsageError
from careerfit.history.records import Attempt, Row
from careerfit.history.store import Store, has_history
from careerfit.report.views.history import Saved, SavedRole
from careerfit.text import Text

VERDICTS: dict[str, VerdictKind] = {"clear": "clear", "tie": "tie", "misfit": "misfit"}


@contextlib.contextmanager
def history(settings: Settings) -> Iterator[Store | None]:
    """The history, None where there never was one; what happened on opening it is told on standard error."""
    if not has_history():
        yield None
        return
    with Store() as store:
        tell(note.pick(settings.lang) for note in store.notes)
        yield store


def find_attempt(store: Store | None, number: int) -> Attempt:
    """The attempt of that number. Raises ``UsageError`` that says which ones there are."""
    found = store.attempt(number) if store is not None else None
    if found is not None:
        return found
    numbers = [attempt.number for attempt in store.attempts()] if store is not None else []
    listed = ", ".join(map(str, numbers))
    known = (
        Text(f"Yang ada: {listed}.", f"There are: {listed}.")
        if numbers
        else Text("Belum ada hasil.", "There are none yet.")
    )
    raise UsageError(Text(f"Tidak ada hasil nomor {number}. {known.id}", f"There is no result {number}. {known.en}"))


def saved(attempt: Attempt) -> Saved:
    """An attempt as reports take it."""
    return Saved(
        number=attempt.number,
        started=attempt.started,
        finished=attempt.finished,
        mode=attempt.mode,
        lang=attempt.lang,
        note=attempt.note,
        pack=(attempt.pack.name, attempt.pack.version, attempt.pack.fingerprint),
        code=attempt.shown.code,
        verdict=VERDICTS.get(attempt.shown.verdict, "unclear"),
        roles=tuple(SavedRole(named.role, Text(named.id, named.en)) for named in attempt.shown.roles),
        probability=attempt.shown.probability,
        answers={row.keys[0]: row.value for row in attempt.rows if isinstance(row.value, int)},
        duels=tuple(_duel(row) for row in attempt.rows if len(row.keys) > 1 and row.value is not None),
        seconds=attempt.seconds,
        fast=fast(attempt.seconds),
        reality=attempt.reality,
    )


def result_again(pack: Pack, attempt: Attempt) -> tuple[Result, int]:
    """What this pack makes of an attempt, and how many of its answers it can't use."""
    answers, dropped = answers_of(pack, attempt.rows)
    return evaluate(pack, answers), dropped


def _duel(row: Row) -> DuelAnswer:
    left, right = row.keys
    return DuelAnswer(left, right, "left" if row.value == "left" else "right")
