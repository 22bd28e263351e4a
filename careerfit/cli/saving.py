"""Between interviews and the history: what is kept of an interview, and what is left of it for another pack."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from careerfit.core.model import HIGHEST, LOWEST, MOST_DUELS, Answers, Pack, Reply
from careerfit.core.result import Result
from careerfit.history.faults import GONE, HistoryUnavailable
from careerfit.history.opening import PATIENCE, Form
from careerfit.history.recorder import Opener, Recorder
from careerfit.history.records import Named, PackMark, Row, Shown, Unfinished
from careerfit.history.store import Store
from careerfit.interview.machine import SIDES, Interview, Mode
from careerfit.text import Lang, Text

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
        return sum(entry.value is not None for entry in self.log)

    @property
    def remark(self) -> Text | None:
        """What to tell of a pack that has changed; None where nothing was lost."""
        return DROPPED.fill(count=self.dropped) if self.dropped else None


class Saver:
    """Keeps one interview in the history: every answer is on the disk before ``save`` returns. Raises no error.

    Where writing fails, ``trouble`` says why until it works again; then everything that had to wait is written, too.
    It is given at the start where ``store`` is what opens the history, since that has failed so far.
    """

    def __init__(
        self,
        store: Store | Opener,
        interview: Interview,
        lang: Lang,
        resumed: Resumable | None = None,
        trouble: Text | None = None,
    ) -> None:
        self._interview = interview
        self._recorder = Recorder(
            store, pack_mark(interview.pack), interview.mode, lang, resumed.interview if resumed else None
        )
        self.trouble = trouble
        self.kept = resumed.answered if resumed else 0
        """How many answers there were when all of them were last on the disk."""

    @property
    def store(self) -> Store | None:
        """The history; None as long as it could not be opened."""
        return self._recorder.store

    @property
    def keeps(self) -> bool:
        """Is what was answered on the disk?"""
        return self.trouble is None

    def save(self, position: int, entry: Reply) -> None:
        """Keep what was said to the question at that position, from 1, in place of what was said before."""
        row = row_of(self._interview.pack, entry)
        self._guarded(lambda: self._recorder.save(position, row))

    def extend(self) -> None:
        """Note that a quick interview goes on to all items."""
        self._guarded(lambda: self._recorder.go_on("full", self._recorder.lang))

    def speak(self, lang: Lang) -> None:
        """Note the language that was chosen."""
        self._guarded(lambda: self._recorder.go_on(self._recorder.mode, lang))

    def catch_up(self) -> None:
        """Try once more to keep what was answered, before the interview is left."""
        if not self.keeps:
            self._guarded(self._recorder.catch_up)

    def finish(self, result: Result) -> int | None:
        """Keep the result; its number in the history, None where nothing was kept."""
        return self._guarded(lambda: self._recorder.finish(shown_then(result)))

    def _guarded(self, write: Callable[[], int | None]) -> int | None:
        try:
            found = write()
        except HistoryUnavailable as error:
            self.trouble = error.why
            self.kept = 0 if error.why == GONE else self.kept
            return None
        self.trouble = None
        self.kept = self._interview.answered
        return found


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
    since = None if left_behind else _last_begun(store, pack)
    for interview in store.unfinished(pack.name):
        found = resumable(pack, interview)
        if found.log and (since is None or interview.changed > since) and store.claim(interview.id):
            return found
    return None


def _last_begun(store: Store, pack: Pack) -> datetime | None:
    """When the last of this pack's finished attempts was begun."""
    return max((one.started for one in store.attempts() if one.pack.name == pack.name), default=None)


def resume(store: Store, pack: Pack, found: Resumable) -> Interview:
    """The interview where it was left; what this pack can't use any more is taken out of the history, too."""
    if found.interview.pack.fingerprint != pack.fingerprint or len(found.log) != len(found.interview.rows):
        store.replace(found.interview.id, pack_mark(pack), [row_of(pack, entry) for entry in found.log])
    mode: Mode = "full" if found.interview.mode == "full" else "quick"
    return Interview.replay(pack, mode, found.log)


def resumable(pack: Pack, interview: Unfinished) -> Resumable:
    """What this pack can use of an unfinished interview."""
    log, dropped = usable(pack, interview.rows)
    return Resumable(interview, log, dropped)


def usable(pack: Pack, rows: Iterable[Row]) -> tuple[tuple[Reply, ...], int]:
    """The entries that this pack can use, and how many answers it can't."""
    log: dict[tuple[str, ...], Reply] = {}
    dropped = duels = 0
    for row in rows:
        is_duel = len(row.keys) > 1
        if row.keys not in log and duels + is_duel <= MOST_DUELS and _fits(pack, row):
            log[row.keys] = Reply(row.keys, row.value, row.seconds)
            duels += is_duel
        else:
            dropped += row.value is not None
    return tuple(log.values()), dropped


def answers_of(pack: Pack, rows: Iterable[Row]) -> tuple[Answers, int]:
    """The answers that this pack can use, and how many it can't."""
    log, dropped = usable(pack, rows)
    return Interview.replay(pack, "full", log).answers, dropped


def row_of(pack: Pack, entry: Reply) -> Row:
    """An entry as it is kept."""
    return Row(entry.keys, entry.value, entry.seconds, "" if entry.duel else _meaning(pack, entry.keys[0]))


def pack_mark(pack: Pack) -> PackMark:
    """Which pack it is."""
    return PackMark(pack.name, pack.version, pack.fingerprint)


def shown_then(result: Result) -> Shown:
    """What is kept of a result besides the answers: what the person was shown."""
    slugs = result.verdict.roles or (result.ranking[0].role,)
    roles = [result.pack.role(slug) for slug in slugs]
    named = tuple(Named(role.slug, role.name.id, role.name.en) for role in roles)
    return Shown(result.code, result.verdict.kind, named, result.verdict.probability)


def _fits(pack: Pack, row: Row) -> bool:
    """Does this pack ask the same thing, so that what was said still holds?"""
    if len(row.keys) > 1:
        known = all(key in pack.facet_index and key not in pack.shared for key in row.keys)
        return known and (row.value is None or row.value in SIDES)
    if row.keys[0] not in pack.item_by_key or _meaning(pack, row.keys[0]) != row.meaning:
        return False
    return row.value is None or (isinstance(row.value, int) and LOWEST <= row.value <= HIGHEST)


def _meaning(pack: Pack, key: str) -> str:
    """What an item measures, and in which direction."""
    item = pack.item_by_key[key]
    return f"{item.facet}{'+' if item.keyed > 0 else '-'}"
