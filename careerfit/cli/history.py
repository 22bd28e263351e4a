"""Between the history and the rest: attempts and unfinished interviews, and what this pack can use of them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from careerfit.cli.errors import tell
from careerfit.cli.settings import Settings
from careerfit.core.answers import from_replies
from careerfit.core.attempt import Attempt, Row, Unfinished, pack_mark, row_of, usable
from careerfit.core.model import Answers, Pack, Reply
from careerfit.core.result import Result, evaluate
from careerfit.errors import UsageError
from careerfit.history.opening import PATIENCE, Form
from careerfit.history.store import Store, has_history
from careerfit.interview.machine import Interview, Mode
from careerfit.text import Text

NO_ATTEMPT = Text("Tidak ada hasil nomor {number}. {known}", "There is no result {number}. {known}")
THERE_ARE = Text("Yang ada: {numbers}.", "There are: {numbers}.")
NONE_YET = Text("Belum ada hasil.", "There are none yet.")
DROPPED = Text(
    "Profilnya berubah sejak itu: {count} jawabanmu tidak terpakai lagi, sisanya tetap ada.",
    "The profiles have changed since: {count} of your answers can't be used any more, the rest are kept.",
)


@dataclass(frozen=True, slots=True)
class Resumable:
    """An unfinished interview as this pack can go on with it: ``dropped`` answers can't be used any more."""

    interview: Unfinished
    log: tuple[Reply, ...]
    dropped: int

    @property
    def answered(self) -> int:
        """How many questions were answered, those that were skipped not counted."""
        return sum(reply.value is not None for reply in self.log)

    @property
    def remark(self) -> Text | None:
        """What to tell of a pack that has changed; None where nothing was lost."""
        return DROPPED.fill(count=self.dropped) if self.dropped else None


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
    known = THERE_ARE.fill(numbers=", ".join(map(str, numbers))) if numbers else NONE_YET
    raise UsageError(NO_ATTEMPT.fill(number=number, known=known))


def result_again(pack: Pack, attempt: Attempt) -> tuple[Result, int]:
    """What this pack makes of an attempt, and how many of its answers it can't use."""
    answers, dropped = answers_of(pack, attempt.rows)
    return evaluate(pack, answers), dropped


def open_store(patience: float = PATIENCE) -> Store:
    """The history, ready to be written to, waited for so many seconds where another process has it.

    Raises ``HistoryUnavailable`` where it can't be used.
    """
    store = Store(form=Form(timeout=patience))
    try:
        store.check_writable()
        store.wait_up_to(PATIENCE)
    except BaseException:
        store.close()
        raise
    return store


def newest_unfinished(store: Store, pack: Pack, *, left_behind: bool = True) -> Resumable | None:
    """The unfinished interview of this pack that was answered last, claimed for this process; None if there is none.

    One that is open in another process is passed over, and so is one of which nothing is left. Without ``left_behind``
    one is passed over, too, that the person has left alone and finished another one since. Give it back with
    ``store.release`` where the person would rather start anew.
    """
    ours = (one.started for one in store.attempts() if one.pack.name == pack.name)
    since = None if left_behind else max(ours, default=None)
    for interview in store.unfinished(pack.name):
        found = Resumable(interview, *usable(pack, interview.rows))
        if found.log and (since is None or interview.changed > since) and store.claim(interview.id):
            return found
    return None


def resume(store: Store, pack: Pack, found: Resumable) -> Interview:
    """The interview where it was left; what this pack can't use any more is taken out of the history, too."""
    if found.interview.pack.fingerprint != pack.fingerprint or len(found.log) != len(found.interview.rows):
        store.replace(found.interview.id, pack_mark(pack), [row_of(pack, reply) for reply in found.log])
    mode: Mode = "full" if found.interview.mode == "full" else "quick"
    return Interview.replay(pack, mode, found.log)


def answers_of(pack: Pack, rows: Iterable[Row]) -> tuple[Answers, int]:
    """The answers that this pack can use, and how many it can't."""
    log, dropped = usable(pack, rows)
    return from_replies(pack, log), dropped
