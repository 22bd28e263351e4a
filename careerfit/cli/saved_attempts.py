"""Between the history and the rest: attempts and unfinished interviews, and what this pack can use of them."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from careerfit.cli.errors import tell
from careerfit.cli.settings import Settings
from careerfit.core.answers import from_replies
from careerfit.core.model import Answers, Pack, Reply
from careerfit.core.results.attempt import Attempt, Row, Unfinished, pack_mark, row_of, usable
from careerfit.core.results.result import Result, evaluate
from careerfit.errors import UsageError
from careerfit.history.opening import PATIENCE
from careerfit.history.store import Store, has_history
from careerfit.interview.interview import Interview
from careerfit.text import Text, escape

NO_ATTEMPT = Text("Tidak ada hasil nomor {number}. {known}", "There is no result {number}. {known}")
THERE_ARE = Text("Yang ada: {numbers}.", "There are: {numbers}.")
NO_RESULT = Text(
    "Belum ada hasil yang tersimpan. Mulai dengan: careerfit quiz{options}",
    "No result is saved yet. Start with: careerfit quiz{options}",
)
ONLY_ONE = Text(
    "Baru ada satu hasil, jadi belum ada yang bisa dibandingkan.",
    "There is only one result, so none to compare it with.",
)
OTHER_PACK = Text(
    "Hasil {number} dibuat dengan paket {theirs}, bukan {ours}. Sebut foldernya: --pack FOLDER",
    "Result {number} was made with the pack {theirs}, not {ours}. Name its folder: --pack FOLDER",
)
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


def newest_attempt(store: Store | None, pack: Pack) -> Attempt | None:
    """The newest attempt of this pack; None where there is none."""
    found = store.attempts(pack.name) if store is not None else ()
    return found[-1] if found else None


def find_attempt(store: Store | None, number: int) -> Attempt:
    """The attempt of that number, of whatever pack. Raises ``UsageError`` that says which ones there are."""
    found = store.attempt(number) if store is not None else None
    if found is not None:
        return found
    numbers = [attempt.number for attempt in store.attempts()] if store is not None else []
    known = THERE_ARE.fill(numbers=", ".join(map(str, numbers))) if numbers else NONE_YET
    raise UsageError(NO_ATTEMPT.fill(number=number, known=known))


def attempt_of(store: Store | None, number: int | None, pack: Pack, options: str = "") -> Attempt:
    """The attempt of that number, or without one the newest of this pack; ``options`` go with a command named.

    Raises ``UsageError`` that says which ones there are, or that it is one of another pack.
    """
    if number is None:
        newest = newest_attempt(store, pack)
        if newest is None:
            raise UsageError(NO_RESULT.fill(options=options))
        return newest
    found = find_attempt(store, number)
    if found.pack.name != pack.name:
        raise UsageError(OTHER_PACK.fill(number=number, theirs=escape(found.pack.name), ours=escape(pack.name)))
    return found


def two_attempts(
    store: Store | None, first: int | None, second: int | None, pack: Pack, options: str = ""
) -> tuple[Attempt, Attempt]:
    """Two attempts of this pack: those of the numbers; for a missing second one the newest, and the one before it.

    ``options`` go with a command named.

    Raises ``UsageError`` where there are no such two.
    """
    if second is not None:
        return attempt_of(store, first, pack), attempt_of(store, second, pack)
    newest = attempt_of(store, None, pack, options)
    found = store.attempts(pack.name) if store is not None else ()
    before = next((one for one in reversed(found) if one.number < newest.number), None)
    one = before if first in (None, newest.number) else attempt_of(store, first, pack)
    if one is None:
        raise UsageError(ONLY_ONE)
    return one, newest


def result_again(pack: Pack, attempt: Attempt) -> tuple[Result, int]:
    """What this pack makes of an attempt, and how many of its answers it can't use."""
    answers, dropped = answers_of(pack, attempt.rows)
    return evaluate(pack, answers), dropped


def unasked(pack: Pack, rows: Iterable[Row]) -> int:
    """How many of the pack's items an interview has not asked."""
    log, _ = usable(pack, rows)
    return len(pack.items) - sum(len(reply.keys) == 1 for reply in log)


def open_store(patience: float = PATIENCE) -> Store:
    """The history, ready to be written to, waited for so many seconds where another process has it.

    Raises ``HistoryUnavailable`` where it can't be used.
    """
    store = Store(patience=patience)
    try:
        store.check_writable()
        store.wait_up_to(PATIENCE)
    except BaseException:
        store.close()
        raise
    return store


def all_unfinished(store: Store, pack: Pack, *, left_behind: bool = True) -> list[Resumable]:
    """The unfinished interviews of this pack, the one answered last first, each claimed for this process.

    Those that are open in another process are passed over, and those of which nothing is left. Without ``left_behind``
    there are none where the person has left them all alone and finished another one since. Give back with
    ``store.release`` what the person does not go on with.
    """
    ours = (one.started for one in store.attempts(pack.name))
    since = None if left_behind else max(ours, default=None)
    unfinished = store.unfinished(pack.name)
    if since is not None and not any(interview.changed > since for interview in unfinished):
        return []
    found = (Resumable(interview, *usable(pack, interview.rows)) for interview in unfinished)
    return [one for one in found if one.log and store.claim(one.interview.id)]


def resume(store: Store, pack: Pack, found: Resumable) -> Interview:
    """The interview where it was left; what this pack can't use any more is taken out of the history, too."""
    if found.interview.pack.fingerprint != pack.mark or len(found.log) != len(found.interview.rows):
        store.replace(found.interview.id, pack_mark(pack), [row_of(pack, reply) for reply in found.log])
    return replayed(pack, found.interview.mode, found.log)


def replayed(pack: Pack, mode: str, log: Iterable[Reply]) -> Interview:
    """The interview in that mode, as the history has it, in which this was said."""
    return Interview.replay(pack, "full" if mode == "full" else "quick", log)


def answers_of(pack: Pack, rows: Iterable[Row]) -> tuple[Answers, int]:
    """The answers that this pack can use, and how many it can't."""
    log, dropped = usable(pack, rows)
    return from_replies(pack, log), dropped
